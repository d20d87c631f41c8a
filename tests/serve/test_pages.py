"""The answers of a real server: addresses that can be passed on, and pages for what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import httpx
import pytest

from onix.model import Document, Marks, Mention
from onix.record import open_record
from onix.serve.api import looking
from onix.serve.desk import Serving
from onix.serve.pages import asking
from onix.serve.patience import TOO_LONG, ask_within
from onix.settings import Settings
from tests.browser.serving import served

TEXT = "Ada Brandt will close the harbour on Monday. Nobody knows for how long."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a record of two stories; one more was taken out of it."""
    path = tmp_path_factory.mktemp("pages") / "r.onix"
    with open_record(path, create=True, write=True) as record:
        one = Document("one", "article", TEXT, title="One", outlet="Port", published="2025-05-06")
        mention = Mention(one.span(0, 10), "person", "Ada Brandt")
        two = Document("two", "article", "Another story of the hills.", outlet="Hill")
        record.keep([Marks(one, mentions=(mention,)), Marks(two)])
        record.keep([Marks(Document("gone", "article", "Withdrawn words.", title="Gone"))])
        record.remove("gone", why="it was a mistake")
    return path


@pytest.fixture(scope="module")
def desk(folder: Path) -> Iterator[httpx.Client]:
    """Give a client of the served record that follows no redirect."""
    with (
        served(Serving(settings=Settings(record=folder))) as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        yield client


def test_a_question_without_a_day_is_sent_on_to_that_of_today(desk: httpx.Client) -> None:
    """Boxes left empty are not in the address; a question that is none leads to the box."""
    found = desk.get("/ask?question=+Who%3F+&since=&until=&as_of=&outlet=Port&outlet=")
    assert found.status_code == 303
    assert found.headers["location"].startswith("/ask?question=Who%3F&as_of=20")
    assert found.headers["location"].endswith("&outlet=Port")
    assert desk.get("/ask?question=+").headers["location"] == "/"


def test_a_filter_that_is_none_can_be_mended(desk: httpx.Client) -> None:
    """The page keeps the question and says what is wrong; a program gets the one error."""
    query = "question=Who%3F&as_of=2025-06-01&outlet=Prt"
    found = desk.get(f"/ask?{query}")
    assert found.status_code == 400
    assert "No outlet" in found.text
    assert 'value="Who?"' in found.text
    wrong = desk.get(f"/ask.json?{query}")
    assert (wrong.status_code, wrong.json()["ok"], wrong.json()["status"]) == (400, False, 400)
    assert desk.get("/ask.json").json()["error"].startswith("Nothing is asked.")


def test_a_question_without_a_word_finds_nothing(desk: httpx.Client) -> None:
    """It is answered like any other."""
    found = desk.get("/ask?question=%3F%3F&as_of=2025-06-01")
    assert found.status_code == 200
    assert "None." in found.text


def test_what_is_not_here(desk: httpx.Client) -> None:
    """An unknown document is 404; one that was taken out is 410 and says when and why."""
    assert desk.get("/documents/nothing").status_code == 404
    assert desk.get("/documents/one/differences?with=nothing").status_code == 404
    gone = desk.get("/documents/gone")
    assert gone.status_code == 410
    assert "it was a mistake" in gone.text


@pytest.mark.parametrize("query", ["start=-1&end=5", "start=9&end=3", "start=5&end=999999"])
def test_characters_that_are_not_there_are_not_cited(desk: httpx.Client, query: str) -> None:
    """A link that has grown old still opens the story."""
    found = desk.get(f"/documents/one?{query}")
    assert found.status_code == 200
    assert 'id="cited"' not in found.text


def test_the_first_page_says_what_is_in_the_record(desk: httpx.Client) -> None:
    """How much, of when, of whom; and a question made of its own names."""
    text = desk.get("/").text
    assert "6 May 2025 to 6 May 2025" in text
    assert "Who is Ada Brandt?" in text


def test_without_a_record_the_first_page_says_how_to_make_one(tmp_path: Path) -> None:
    """Missing or empty: a command to copy; asking an empty record says that it is empty."""
    missing = tmp_path / "none.onix"
    empty = tmp_path / "empty.onix"
    open_record(empty, create=True).close()
    for path in (missing, empty):
        with served(Serving(settings=Settings(record=path))) as address:
            text = httpx.get(address).text
            assert f"onix add story.html --record {path}" in text
    with served(Serving(settings=Settings(record=empty), public=True)) as address:
        assert "onix add" not in httpx.get(address).text
        answer = httpx.get(f"{address}/ask?question=Who%3F&as_of=2025-06-01").text
        assert "Not in the record" in answer


def test_a_question_that_takes_long_is_broken_off(
    desk: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A timeline of a big name would hold the server; the page says so, and searches all the same.

    Other questions need no timeline, and are answered however busy the machine is.
    """
    long, short = "What happened after the harbour closed?", "Who will close the harbour?"
    for module in (asking, looking):
        monkeypatch.setattr(module, "ask_within", partial(ask_within, seconds=-1.0))
    for path in ("/ask", "/ask.json", "/api/v1/ask"):
        refused = desk.get(path, params={"question": long}, follow_redirects=True)
        assert refused.status_code == 200
        assert TOO_LONG.says in refused.text
        answered = desk.get(path, params={"question": short}, follow_redirects=True)
        assert TOO_LONG.says not in answered.text
