"""Quotes, Check, Sources and Add over HTTP: what they give, refuse and keep to themselves."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from onix.jobs.demo import demo
from onix.jobs.quotes import quotes
from onix.record import open_record
from tests.intake.site import Handler, Page, Site, serving
from tests.serve.serving import client

STORY = (
    "<html><head><title>The {0}</title></head><body><article><h1>The {0}</h1>"
    "<p>The harbour {0} will stop on Monday, Mayor Alice Brown said in the town hall.</p>"
    "<p>“Repairs of the {0} take a week, and then it runs again,” she said.</p>"
    "<p>Engineers looked at the {0} on Friday and found that its oldest parts, which are of 1931, "
    "have to be taken out, cleaned and put back, one after the other, before anybody may get onto "
    "the {0} again.</p></article></body></html>"
)
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a record of the bundled story; nothing may be changed in it."""
    folder = tmp_path_factory.mktemp("story") / "story.onix"
    demo(folder)
    return folder


@pytest.fixture(scope="module")
def desk(story: Path) -> Iterator[httpx.Client]:
    """Serve the bundled story."""
    with client(story) as made:
        yield made


@pytest.fixture
def own(tmp_path: Path) -> Iterator[httpx.Client]:
    """Serve a record that is made by the first addition."""
    with client(tmp_path / "own.onix", allow_private=True) as made:
        yield made


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve a small paper."""
    with serving() as made:
        yield made


def over(client: httpx.Client, address: str) -> dict[str, object]:
    """Wait for a run and give its JSON."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found: dict[str, object] = client.get(f"{address}.json").json()
        if found["state"] in ("done", "failed", "stopped"):
            return found
        time.sleep(0.05)
    raise AssertionError(f"{address} did not end")


def add(client: httpx.Client, *files: tuple[str, str], **fields: str) -> str:
    """Post an addition and give the address of its run."""
    sent = [("files", (name, text.encode())) for name, text in files] or [("files", ("", b""))]
    answer = client.post("/add", data=fields, files=sent)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


# -- quotes ----------------------------------------------------------------------------------------


def test_the_files_hold_what_the_job_finds(desk: httpx.Client, story: Path) -> None:
    """Each form has as many quotations of a speaker as `onix quotes` gives."""
    with open_record(story) as record:
        many = len(quotes(record, speaker="Marsh").quotes)
    asked = {"speaker": "Marsh"}
    table = list(
        csv.reader(io.StringIO(desk.get("/quotes.csv", params=asked).content.decode("utf-8-sig")))
    )
    assert len(table) == many + 1
    assert len(desk.get("/quotes.json", params=asked).json()["quotes"]) == many
    assert len(desk.get("/quotes.schema-org", params=asked).json()["@graph"]) == many
    notes = desk.get("/quotes.jsonld", params=asked)
    assert notes.json()["total"] >= many
    assert "attachment" in notes.headers["content-disposition"]


def test_filters_that_mean_nothing_are_said_on_the_page(desk: httpx.Client) -> None:
    """A date that is none, an outlet or a document that is not there: the page says so."""
    for asked in (
        {"since": "soon"},
        {"outlet": "No Such Paper"},
        {"within": "nothing-of-the-kind"},
    ):
        answer = desk.get("/quotes", params=asked)
        assert answer.status_code == 400
        assert 'role="alert"' in answer.text


def test_an_empty_box_asks_for_nothing(desk: httpx.Client) -> None:
    """Without script a form sends every box, the empty ones too."""
    empty = {"speaker": "", "about": "", "since": "", "until": "", "kind": "marked"}
    assert desk.get("/quotes", params=empty).text == desk.get("/quotes").text


def test_a_long_list_comes_in_parts(desk: httpx.Client) -> None:
    """Every quotation of a speaker is on exactly one page."""
    asked = {"kind": "all", "speaker": "Orlenko"}
    first = desk.get("/quotes", params=asked).text
    second = desk.get("/quotes", params=asked | {"page": "2"}).text
    many = len(desk.get("/quotes.json", params=asked).json()["quotes"])
    assert many > 50
    assert first.count('class="quotation"') == 50
    assert second.count('class="quotation"') == many - 50


# -- check -----------------------------------------------------------------------------------------

DRAFT = "“Never open with the map. Open with the prisoners,” Pavel Orlenko said."


def test_a_check_needs_a_draft_and_one_alone(desk: httpx.Client) -> None:
    """Nothing, two drafts, an unreadable file, no such style: each is said, and the text stays."""
    nothing = desk.post("/check", data={"draft": " ", "record": "true"})
    assert nothing.status_code == 400 and "Nothing to check" in nothing.text
    file = {"file": ("draft.txt", DRAFT.encode())}
    two = desk.post("/check", data={"draft": DRAFT, "record": "true"}, files=file)
    assert two.status_code == 400 and "Two drafts" in two.text and "prisoners" in two.text
    broken = desk.post("/check", data={"record": "true"}, files={"file": ("a.docx", b"PK\x03\x04")})
    assert broken.status_code == 400 and "a.docx" in broken.text
    style = desk.post("/check", data={"draft": DRAFT, "record": "true", "style": "loud"})
    assert style.status_code == 400 and "loud" in style.text


def test_a_check_against_nothing_says_so(desk: httpx.Client) -> None:
    """Neither the record nor a transcript: there is nothing to hold the draft against."""
    answer = desk.post("/check", data={"draft": DRAFT})
    assert answer.status_code == 400 and "Nothing to check against" in answer.text


def test_what_a_machine_was_not_sure_of_is_to_be_heard(desk: httpx.Client) -> None:
    """Against a recogniser's words a difference it was not sure of says when to hear it."""
    words = ["We", "will", "pay", "for", "forty", "crews", "in", "Barda"]
    heard = [
        {"word": f" {word}", "start": 70 + at, "probability": 0.3 if word == "forty" else 0.9}
        for at, word in enumerate(words)
    ]
    tape = json.dumps({"segments": [{"speaker": "Ann Roe", "words": heard}]}).encode()
    draft = {"draft": "“We will pay for fourteen crews in Barda,” Ann Roe said."}
    answer = desk.post("/check", data=draft, files={"against": ("port.json", tape)})
    assert "Warning: uncertain" in answer.text
    assert "hear it yourself" in answer.text and "1:1" in answer.text


def test_a_word_document_is_checked(desk: httpx.Client) -> None:
    """A DOCX file is a draft like any other."""
    docx = pytest.importorskip("docx")
    written, file = docx.Document(), io.BytesIO()
    written.add_paragraph(DRAFT)
    written.save(file)
    sent = {"file": ("draft.docx", file.getvalue())}
    answer = desk.post("/check", data={"record": "true"}, files=sent)
    assert "misattributed" in answer.text and "draft.docx" in answer.text


def test_drafts_are_kept_nowhere(desk: httpx.Client, story: Path, tmp_path: Path) -> None:
    """After a check no file of the record or the machine's temporary folder holds the draft."""
    word = "Zwölfpfundzander"
    before = {each for each in Path("/tmp").iterdir() if each.name.startswith("onix-")}  # noqa: S108
    answer = desk.post("/check", data={"draft": f"“{DRAFT} {word},” he said.", "record": "true"})
    assert word in answer.text and answer.headers["cache-control"] == "no-store"
    for path in story.rglob("*"):
        assert not path.is_file() or word.encode() not in path.read_bytes()
    for each in Path("/tmp").iterdir():  # noqa: S108
        if each.name.startswith("onix-check-") and each not in before:
            for path in each.rglob("*"):
                assert not path.is_file() or word.encode() not in path.read_bytes()


def test_a_draft_is_no_markup(desk: httpx.Client) -> None:
    """Words, names of files and transcripts are shown as they are written, never run."""
    sent = [
        ("file", (f"{EVIL}.txt", f"“{EVIL} I say so now,” Pavel {EVIL} Orlenko said.".encode())),
        (
            "against",
            (f"{EVIL}.txt", f"Pavel Orlenko: {EVIL} I say so now.\n\nAnn Lee: No.".encode()),
        ),
    ]
    answer = desk.post("/check", data={"record": "true"}, files=sent)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text and "<img" not in answer.text


def test_tapes_follow_the_record(own: httpx.Client) -> None:
    """What is added is checked against at once, though the record was made ready before."""
    words = "The harbour bridge will close on Monday and stay closed for a week"
    run = add(own, ("first.txt", "The ferry to Port Emery is late again, Captain Ann Lee said."))
    assert over(own, run)["state"] == "done"
    draft = {"draft": f"“{words},” Ann Lee said.", "record": "true"}
    assert "not found" in own.post("/check", data=draft).text
    assert (
        over(own, add(own, ("second.txt", f"Ann Lee spoke. “{words},” Lee said.")))["state"]
        == "done"
    )
    assert "not found" not in own.post("/check", data=draft).text


# -- sources ---------------------------------------------------------------------------------------


def test_documents_are_sifted(desk: httpx.Client) -> None:
    """By outlet, kind, title and date; nothing that passes is missing, nothing else is there."""
    everything = desk.get("/sources").text
    assert everything.count('href="/documents/') == 19
    one = desk.get("/sources", params={"outlet": "Ostrel Herald", "only": "", "kind": ""}).text
    assert one.count('href="/documents/') == 2
    spoken = desk.get("/sources", params={"kind": "transcript"}).text
    assert spoken.count('href="/documents/') == 2
    titled = desk.get("/sources", params={"title": "teren TAPE"}).text
    assert titled.count('href="/documents/') == 1
    dated = desk.get("/sources", params={"since": "2025-05-27", "until": "2025-05-27"}).text
    assert dated.count('href="/documents/') == 1
    corrected = desk.get("/sources", params={"only": "corrected"}).text
    assert corrected.count('href="/documents/') == 1
    for asked in ({"kind": "poem"}, {"only": "best"}, {"since": "soon"}, {"outlet": "No Such"}):
        answer = desk.get("/sources", params=asked)
        assert answer.status_code == 400 and 'role="alert"' in answer.text


# -- add -------------------------------------------------------------------------------------------


def test_outcomes_are_told_as_events(own: httpx.Client) -> None:
    """Each outcome is an event with a number, by which a browser goes on after a break."""
    run = add(
        own, ("one.txt", "The ferry is late, Captain Ann Lee said on Monday."), ("two.txt", " ")
    )
    over(own, run)
    told = own.get(f"{run}/events").text
    assert [told.count(f"event: {each}\n") for each in ("added", "status", "over")] == [2, 1, 1]
    again = own.get(f"{run}/events", headers={"last-event-id": "1"}).text
    assert again.count("event: added\n") == 1 and "two.txt" in again
    kept, left = own.get(f"{run}.json").json()["added"]
    assert (kept["outcome"], left["outcome"]) == ("kept", "left out") and left["why"]


def test_the_same_again_and_a_new_version(own: httpx.Client, site: Site) -> None:
    """A file that is kept already says so; a page that changed is a new version after an update."""
    site.pages["/ferry.html"] = Page(STORY.format("ferry"))
    over(own, add(own, ("a.txt", "Ann Lee said no.")))
    again = over(own, add(own, ("b.txt", "Ann Lee said no.")))
    assert again["counts"]["already kept"] == 1  # type: ignore[index] # counts
    over(own, add(own, addresses=site.url("/ferry.html")))
    site.pages["/ferry.html"] = Page(STORY.format("late ferry"))
    update = own.post("/add/update")
    assert update.status_code == 303
    found = over(own, update.headers["location"])
    assert found["counts"]["new version"] == 1, found  # type: ignore[index] # counts


def test_what_is_left_out_is_shown_and_a_date_is_given_later(own: httpx.Client) -> None:
    """Sources name it with the reason; a story's page takes the date that it lacks."""
    files = [("files", ("empty.txt", b"")), ("files", ("note.txt", b"The ferry runs on Monday."))]
    over(own, own.post("/add", files=files).headers["location"])
    shown = own.get("/sources").text
    assert 'id="left-out"' in shown
    assert "empty.txt" in shown
    id = own.get("/api/v1/documents").json()["documents"][0]["id"]
    assert "Give it a date and an outlet" in own.get(f"/documents/{id}").text
    form = {"document": id, "published": "2025-05-06"}
    run = over(own, own.post("/add/amend", data=form).headers["location"])
    assert run["counts"] == {"amended": 1, "words": 5}
    story = own.get(f"/documents/{id}").text
    assert "6 May 2025" in story
    assert "Give it an outlet" in story
    told = own.patch(f"/api/v1/documents/{id}", params={"outlet": "The Port Courier"}).json()
    assert (told["outcome"], told["address"]) == ("amended", "note.txt")


@pytest.mark.parametrize(
    "address", ["/etc/passwd", "file:///etc/passwd", "news.onix", "ftp://paper.example/x", "-"]
)
def test_only_web_addresses_are_taken(own: httpx.Client, address: str) -> None:
    """What names a file of the server, or standard input, is refused and nothing is begun."""
    answer = own.post("/add", data={"addresses": address})
    assert answer.status_code == 400 and "is no web address" in answer.text


def test_a_name_of_a_file_is_no_path(own: httpx.Client, tmp_path: Path) -> None:
    """Folders in the name of an upload are dropped; nothing is written anywhere by that name."""
    run = add(own, ("../../escaped.txt", "Captain Ann Lee said no."))
    assert over(own, run)["added"][0]["address"] == "escaped.txt"  # type: ignore[index] # a list
    assert not list(tmp_path.rglob("escaped*"))


def test_what_a_document_says_is_no_markup(own: httpx.Client) -> None:
    """Title, outlet, speaker and text of a document are words on every page of these."""
    item = {
        "text": f"“{EVIL} and so it goes on,” said Ann Lee. {EVIL}",
        "title": EVIL, "outlet": EVIL, "address": "javascript:alert(1)", "published": "2025-05-05",
    }  # fmt: skip
    run = add(own, (f"{EVIL}.jsonl", json.dumps(item) + "\n"))
    over(own, run)
    for address in ("/quotes", "/quotes?speaker=Lee", "/sources", "/add", run):
        answer = own.get(address)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text and "<img" not in answer.text, address
        assert 'href="javascript' not in answer.text


def test_a_public_server_lets_nobody_add_or_check(story: Path) -> None:
    """Reading is for everybody; the rest is neither shown nor done."""
    with client(story, public=True) as public:
        for address in ("/quotes", "/sources", "/quotes.csv"):
            assert public.get(address).status_code == 200
        for method, address in (
            ("GET", "/check"), ("POST", "/check"), ("GET", "/add"), ("POST", "/add"),
            ("POST", "/add/update"), ("GET", "/add/x"), ("GET", "/add/x/events"),
        ):  # fmt: skip
            assert public.request(method, address).status_code == 403, address
        assert 'href="/add"' not in public.get("/sources").text


def test_a_record_that_another_process_writes_is_said(story: Path, tmp_path: Path) -> None:
    """An addition that cannot write says why and keeps the server alive for the next."""
    folder = tmp_path / "held.onix"
    shutil.copytree(story, folder)
    with client(folder) as desk:
        with open_record(folder, write=True):
            failed = over(desk, add(desk, ("a.txt", "Ann Lee said no.")))
        assert failed["state"] == "failed" and f"record {folder.name} is" in str(failed["says"])
        assert over(desk, add(desk, ("a.txt", "Ann Lee said no.")))["state"] == "done"


def test_stopping_keeps_what_was_reported(own: httpx.Client, site: Site) -> None:
    """A run that is stopped ends soon; what it listed is in the record, the rest is not."""
    go = threading.Event()
    run = _half(own, site, go)
    assert own.post(f"{run}/stop").status_code == 303
    go.set()
    found = over(own, run)
    assert found["state"] == "stopped"
    assert found["counts"]["kept"] == 2  # type: ignore[index] # counts
    listed = own.get("/sources").text
    assert "The ferry" in listed and "The tram" in listed and "The bus" not in listed


def _half(client: httpx.Client, site: Site, go: threading.Event) -> str:
    """Add three pages of which the last waits for `go`; give the run once two are reported."""

    def later(_: Handler) -> Page:
        time.sleep(2.2)  # longer than keeping waits for more to read
        return Page(STORY.format("tram"))

    def wait(_: Handler) -> Page:
        go.wait(30)
        return Page(STORY.format("bus"))

    site.pages |= {"/1.html": Page(STORY.format("ferry")), "/2.html": later, "/3.html": wait}
    run = add(client, addresses="\n".join(site.url(f"/{each}.html") for each in (1, 2, 3)))
    until = time.monotonic() + 60
    while client.get(f"{run}.json").json()["done"] < 2:
        assert time.monotonic() < until
        time.sleep(0.05)
    return run


def test_ctrl_c_keeps_what_was_reported(tmp_path: Path, site: Site) -> None:
    """Stopped in the middle of an addition, the server ends in time and the record is sound."""
    folder = tmp_path / "own.onix"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    port = _free()
    command = [sys.executable, "-m", "onix", "serve", "--record", str(folder), "--port", str(port)]
    settings = tmp_path / "onix.toml"
    settings.write_text("allow_private = true\nworkers = 1\n", encoding="utf-8")
    go = threading.Event()
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE) as server:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as desk:
            _until_there(desk)
            run = _half(desk, site, go)
            added = desk.get(f"{run}.json").json()["added"]
        server.send_signal(signal.SIGINT)
        threading.Timer(1.0, go.set).start()
        server.wait(30)
    with open_record(folder) as record:
        assert record.verify().is_sound
        assert len(added) == 2
        assert {each["document_id"] for each in added} <= set(record.ids())


def _free() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as listens:
        return int(listens.getsockname()[1])


def _until_there(desk: httpx.Client) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            desk.get("/add")
        except httpx.ConnectError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not start")
