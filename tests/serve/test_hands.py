"""Processes beside the one that listens: what they answer, and what becomes of them."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from onix.errors import InputError
from onix.model import Document, Marks
from onix.record import Record, open_record
from onix.serve.desk import Desk, Serving
from onix.serve.hands import Hands, LostError, WorkError
from onix.serve.pages.asking import Asked, answer
from onix.serve.pages.documents import story
from onix.serve.rights import NOBODY
from onix.serve.showing import Face
from onix.serve.warming import warm, warm_soon
from onix.settings import Settings
from tests.browser.serving import served

TEXT = "Mayor Ada Brandt opened the new quay in Port Talin on Monday. It cost 12 million crowns."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one story."""
    folder = tmp_path_factory.mktemp("hands") / "r.onix"
    with open_record(folder, create=True) as record:
        record.keep(
            [Marks(Document("quay", "article", TEXT, title="Quay", published="2025-03-03"))]
        )
    return folder


@pytest.fixture(scope="module")
def hands(folder: Path) -> Iterator[Hands]:
    """Two processes."""
    made = Hands(folder, 2)
    yield made
    made.close()


def process_of(record: Record) -> int:
    """Which process is it?"""
    return os.getpid()


def modules(record: Record) -> int:
    """Count the modules that are loaded."""
    return len(sys.modules)


def title_of(record: Record, document_id: str, *, loud: bool = False) -> str:
    """Give a title."""
    title = record.document(document_id).title or ""
    return title.upper() if loud else title


def broken(record: Record) -> None:
    """Have a bug."""
    raise ZeroDivisionError("seven by nought")


def killed(record: Record) -> None:
    """End the process it runs in."""
    os.kill(os.getpid(), signal.SIGKILL)


def killed_once(record: Record, mark: Path) -> str:
    """End the process it runs in, the first time."""
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def slept(record: Record, name: str, seconds: float, told: Path) -> None:
    """Take a while, then write down one's name."""
    time.sleep(seconds)
    with told.open("a") as lines:
        lines.write(name)


def test_a_function_is_run_on_the_record_in_another_process(hands: Hands) -> None:
    """Its values go there, its result comes back."""
    assert hands.run(process_of) != os.getpid()
    assert hands.run(title_of, "quay", loud=True) == "QUAY"


def test_what_it_raises_is_raised_here(hands: Hands) -> None:
    """What a user can mend as it is; a bug with the place where it is."""
    with pytest.raises(InputError, match="No document nowhere"):
        hands.run(title_of, "nowhere")
    with pytest.raises(WorkError, match="seven by nought"):
        hands.run(broken)
    assert hands.run(title_of, "quay") == "Quay"


def test_another_process_takes_over_from_one_that_was_killed(hands: Hands, tmp_path: Path) -> None:
    """Once; what ends two of them is not tried a third time, and others are answered."""
    assert hands.run(killed_once, tmp_path / "mark") == "done"
    with pytest.raises(LostError, match="Try again"):
        hands.run(killed)
    assert hands.run(title_of, "quay") == "Quay"


def test_what_is_quick_waits_for_nothing_that_is_not(folder: Path, tmp_path: Path) -> None:
    """A process is kept for stories; while that is at work, they go before waiting questions."""
    told = tmp_path / "told"
    with closing(Hands(folder, 1)) as hands:
        assert hands.run(process_of) != hands.run_soon(process_of)
        threads = []
        for work, name, takes in (
            (hands.run, "a", 0.5), (hands.run_soon, "S", 0.2),  # at once
            (hands.run, "b", 0.1), (hands.run_soon, "T", 0.6),  # behind S, before b
            (hands.run_soon, "U", 0.1),
        ):  # fmt: skip
            threads.append(threading.Thread(target=work, args=(slept, name, takes, told)))
            threads[-1].start()
            time.sleep(0.02)
        for each in threads:
            each.join()
    assert told.read_text() == "SaUbT"


def test_closing_ends_the_processes_and_what_is_asked_then(folder: Path) -> None:
    """No process stays behind, and whoever still asks is told."""
    hands = Hands(folder, 1)
    process = hands.run(process_of)
    hands.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    with pytest.raises(LostError, match="the server stops"):
        hands.run(process_of)


def test_a_desk_runs_the_same_with_and_without_other_processes(folder: Path) -> None:
    """Where it is run is nobody's business."""
    for count in (0, 1):
        desk = Desk(Serving(settings=Settings(record=folder), hands=count, warm=True))
        desk.warm(warm, warm_soon)
        assert desk.run(title_of, "quay") == "Quay"
        desk.close()


def test_what_a_page_needs_is_loaded_before_it_is_asked_for(folder: Path) -> None:
    """The first visitor of either page waits for no module, whatever the record is about."""
    with closing(Hands(folder, 1)) as hands:
        hands.run(warm)
        loaded = hands.run(modules)
        hands.run(answer, face=Face(NOBODY, "/ask", folder), asked=Asked("Who opened the quay?"))
        hands.run(story, face=Face(NOBODY, "/documents/quay", folder), document_id="quay")
        assert hands.run(modules) == loaded


def test_pages_answers_and_errors_are_the_same_from_other_processes(folder: Path) -> None:
    """A page, its JSON, the API's and a refusal, byte for byte; what is added is found."""
    paths = (
        "/ask?question=Who+opened+the+new+quay?&as_of=2025-03-04",
        "/ask?question=Who+opened+the+quay?&as_of=2025-03-04&outlet=Nobody",
        "/ask.json?question=What+did+the+quay+cost?&as_of=2025-03-04",
        "/api/v1/ask?question=What+did+the+quay+cost?&within=quay",
        "/documents/quay?start=0&end=16", "/documents/quay?beside=true", "/documents/nothing",
    )  # fmt: skip
    found: list[list[tuple[int, str]]] = []
    for count in (0, 2):
        serving = Serving(settings=Settings(record=folder), hands=count)
        with served(serving) as address, httpx.Client(base_url=address, timeout=60) as client:
            answers = [client.get(each) for each in paths]
            found.append([(each.status_code, each.text) for each in answers])
            assert "Ada Brandt" in answers[0].text
            assert [each.status_code for each in answers] == [200, 400, 200, 200, 200, 200, 404]
            if count:
                with open_record(folder, write=True) as record:
                    text = "Ada Brandt closed the ferry in Port Talin."
                    record.keep([Marks(Document("ferry", "article", text))])
                late = client.get("/ask.json?question=Who+closed+the+ferry+in+Port+Talin?").json()
                assert late["statements"][0]["citations"][0]["document_id"] == "ferry"
    assert found[0] == found[1]
