"""The REST API over HTTP: what each resource gives, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import httpx
import pytest

from onix import __version__
from onix.jobs.demo import demo
from tests.serve.serving import client
from tests.serve.test_work import STORY

V1 = "/api/v1"
QUESTION = "When did Tereshin and Marsh meet in Ostrel?"
DRAFT = "“You write a paper, we write a paper, and we see what’s left,” Gideon Marsh said.\n"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a record of the bundled story; nothing may be changed in it."""
    folder = tmp_path_factory.mktemp("story") / "story.onix"
    demo(folder)
    return folder


@pytest.fixture(scope="module")
def api(story: Path) -> Iterator[httpx.Client]:
    """Serve the bundled story."""
    with client(story) as made:
        yield made


@pytest.fixture
def own(tmp_path: Path) -> Iterator[httpx.Client]:
    """Serve a record that is made by the first addition."""
    with client(tmp_path / "own.onix", allow_private=True) as made:
        yield made


def get(api: httpx.Client, path: str, **query: Any) -> dict[str, Any]:
    """Give the JSON of a resource that answers."""
    found = api.get(f"{V1}{path}", params=query)
    assert found.status_code == 200, found.text
    given: dict[str, Any] = found.json()
    return given


def lines(found: httpx.Response) -> list[dict[str, Any]]:
    """Give each line of JSON of a stream."""
    assert found.status_code == 200, found.text
    return [json.loads(each) for each in found.text.splitlines()]


def added(found: httpx.Response) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Give what became of each document, and how far it was in between and at last."""
    told = lines(found)
    return [each for each in told if "outcome" in each], [each for each in told if "state" in each]


def test_a_question_is_answered_in_the_words_of_the_record(api: httpx.Client) -> None:
    """As `onix ask --json` does, each citation with its place."""
    found = get(api, "/ask", question=QUESTION)
    assert found["abstained"] is None
    (citation, *_) = found["statements"][0]["citations"]
    document = get(api, f"/documents/{citation['document_id']}")["document"]
    assert document["text"][citation["start"] : citation["end"]] == citation["text"]


def test_each_resource_reads_the_record(api: httpx.Client) -> None:
    """Search, quotes, a timeline, what there is."""
    assert get(api, "/search", words="prisoners")["results"]
    assert get(api, "/quotes", speaker="Marsh", limit=2)["quotes"]
    assert get(api, "/timeline", topic="Gideon Marsh")["events"]
    assert get(api, "/record")["documents"] >= get(api, "/documents")["total"]
    assert get(api, "/sources") == {"sources": []}


def test_a_draft_is_checked_and_kept_nowhere(api: httpx.Client) -> None:
    """Against the record, against what is sent along, or quotations by themselves."""
    before = get(api, "/documents")["total"]
    found = api.post(f"{V1}/check", json={"text": DRAFT, "only": ["quote"]}).json()
    assert [each["claim"]["kind"] for each in found["findings"]] == ["quote"]
    sent = {"doc_id": "call", "text": "MARSH: We write a paper.\n"}
    alone = {"quotes": [{"quote": "We write a paper.", "id": "q"}], "against": [sent]}
    (finding,) = api.post(f"{V1}/check", json={**alone, "record": False}).json()["findings"]
    assert (finding["id"], finding["label"]) == ("q", "verbatim")
    assert get(api, "/documents")["total"] == before


def test_two_versions_are_compared(api: httpx.Client) -> None:
    """Point by point, as `onix compare --json` does."""
    versions = [
        {"text": "1. The army must leave.\n\n2. The border stays open.\n"},
        {"text": "1. The border stays open.\n\n2. The army should leave.\n"},
    ]
    (step,) = api.post(f"{V1}/compare", json={"versions": versions}).json()["steps"]
    assert {each["kind"] for each in step["changes"]} >= {"reworded"}
    assert any(each["modals"] for each in step["changes"])


def test_documents_are_added_told_of_and_removed(own: httpx.Client) -> None:
    """A line each, once it is durable; a removed one leaves why."""
    document = {"doc_id": "bridge", "text": "The bridge will close on Monday.", "title": "Bridge"}
    (kept,), progress = added(own.post(f"{V1}/add", json={"documents": [document]}))
    assert (kept["outcome"], kept["document_id"]) == ("kept", "bridge")
    assert (progress[-1]["state"], progress[-1]["done"]) == ("done", 1)
    assert {each["state"] for each in progress[:-1]} <= {"waiting", "running"}
    (again,), _ = added(own.post(f"{V1}/add", json={"documents": [document]}))
    assert again["outcome"] == "already kept"
    events = own.post(
        f"{V1}/add", json={"documents": [document]}, headers={"accept": "text/event-stream"}
    )
    assert events.headers["content-type"].startswith("text/event-stream")
    names = [each for each in events.text.splitlines() if each.startswith("event: ")]
    assert [each for each in names if each != "event: progress"] == ["event: added", "event: over"]
    assert names[-1] == "event: over"
    assert own.delete(f"{V1}/documents/bridge").status_code == 422
    assert own.delete(f"{V1}/documents/bridge", params={"why": " "}).status_code == 400
    (stone,) = own.delete(f"{V1}/documents/bridge", params={"why": "sent twice"}).json()["removed"]
    assert stone["why"] == "sent twice"
    assert own.get(f"{V1}/documents/bridge").status_code in (404, 410)


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/ask", None, 422),
        ("GET", "/ask?question=Who%3F&as_of=yesterday", None, 400),
        ("GET", "/ask?question=Who%3F&within=nothing-of-that-name", None, 400),
        ("GET", "/search?words=%00", None, 400),
        ("GET", "/search?words=a&limit=0", None, 422),
        ("GET", "/quotes?kind=loud", None, 422),
        ("GET", "/documents/nothing-of-that-name", None, 404),
        ("GET", "/nothing", None, 404),
        ("PUT", "/ask", None, 405),
        ("GET", "/search?words=a&outlets=The+Sorrin+Post", None, 422),
        ("GET", "/sources?limit=3", None, 422),
        ("GET", "/documents?after=4", None, 400),
        ("GET", f"/documents?after={'9' * 4999}", None, 400),
        ("GET", "/documents?limit=99999999999999999999999", None, 422),
        ("GET", "/documents/%00", None, 404),
        ("GET", "/documents/%ff%fe", None, 404),
        ("GET", "/documents/..%2f..%2fetc%2fpasswd", None, 404),
        ("GET", "/quotes?since=2025-02-31", None, 400),
        ("GET", "/quotes?speaker=", None, 422),
        ("GET", "/search?words=%20", None, 400),
        ("POST", "/check", {}, 400),
        ("POST", "/check", {"text": "a", "colour": "red"}, 422),
        ("POST", "/check", {"text": "“a b c,” she said.", "style": "none"}, 400),
        ("POST", "/compare", {"versions": [{"text": "a"}, {}]}, 400),
        ("POST", "/add", {}, 400),
        ("POST", "/add", {"addresses": ["/etc/passwd"]}, 400),
        ("POST", "/add", {"addresses": ["https://a.example"], "published": "soon"}, 400),
    ],
)
def test_what_cannot_be_done_is_said_in_one_shape(
    api: httpx.Client, method: str, path: str, body: object, status: int
) -> None:
    """Never a page, never a fault: a sentence that says what to do."""
    found = api.request(method, f"{V1}{path}", json=body)
    assert found.status_code == status, found.text
    said = found.json()
    assert (said["ok"], said["status"]) == (False, status)
    assert len(said["error"].split()) > 4


def test_a_parameter_that_is_missing_is_named(api: httpx.Client) -> None:
    """Not as a value that could be checked."""
    says = api.get(f"{V1}/ask").json()["error"]
    assert says == "Cannot go on without question. Send it, too."


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b'{"text": "\\ud800"}', "application/json", 422),
        (b'{"text": "a", ', "application/json", 422),
        (b'{"text": "a", "text', "application/json", 422),
        (b"\xff\xfe", "application/json", 422),
        (b"[" * 100_000, "application/json", 422),
        (b"", "application/json", 422),
        (b"text=a", "application/x-www-form-urlencoded", 415),
        (b"nothing of the kind", "multipart/form-data; boundary=x", 400),
        (b"nothing of the kind", "multipart/form-data", 400),
        (b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\na\0b\r\n--x--\r\n',
         "multipart/form-data; boundary=x", 400),
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/check"])
def test_a_body_that_is_none_is_said_so(
    api: httpx.Client, path: str, body: bytes, kind: str, status: int
) -> None:
    """Half of one, one in no known letters, one nested without end."""
    found = api.post(f"{V1}{path}", content=body, headers={"content-type": kind})
    assert found.status_code == status, found.text
    said = found.json()
    assert (said["ok"], said["status"]) == (False, status)


def test_an_error_does_not_say_where_the_record_lies(api: httpx.Client, story: Path) -> None:
    """Its name, yes, but not the folders of the machine."""
    said = api.get(f"{V1}/documents", params={"outlet": "No Such Outlet"}).json()["error"]
    assert "No Such Outlet" in said
    assert story.name in said and str(story.parent) not in said


def test_too_much_is_refused_in_the_same_shape(api: httpx.Client) -> None:
    """More than 32 MB at once, before any of it has been sent."""
    asked = HTTPConnection(api.base_url.host, api.base_url.port or 0, timeout=30)
    asked.putrequest("POST", f"{V1}/check")
    asked.putheader("content-type", "application/json")
    asked.putheader("content-length", str(33 << 20))
    asked.endheaders()
    found = asked.getresponse()
    said = json.loads(found.read())
    asked.close()
    assert (found.status, said["ok"], said["status"]) == (413, False, 413)


def test_a_list_goes_on_where_it_was_whatever_comes_between(own: httpx.Client) -> None:
    """A document that is added or removed between two parts moves none over the edge."""

    def sent(*ids: str) -> dict[str, Any]:
        texts = {"published": "2025-05-01", "outlet": "The Courier"}
        return {
            "documents": [{"doc_id": i, "text": f"Bridge {i} will close.", **texts} for i in ids]
        }

    lines(own.post(f"{V1}/add", json=sent("b", "d", "f", "h")))
    first = get(own, "/documents", limit=2)
    assert [each["id"] for each in first["documents"]] == ["b", "d"]
    lines(own.post(f"{V1}/add", json=sent("a", "e")))
    own.delete(f"{V1}/documents/d", params={"why": "sent twice"}).raise_for_status()
    second = get(own, "/documents", limit=2, after=first["next"])
    assert [each["id"] for each in second["documents"]] == ["e", "f"]
    last = get(own, "/documents", limit=2, after=second["next"])
    assert ([each["id"] for each in last["documents"]], last["next"]) == (["h"], None)


def test_drafts_and_versions_are_sent_as_files(api: httpx.Client) -> None:
    """With the same fields beside them."""
    files = [
        ("draft", ("draft.md", DRAFT.encode())),
        ("against", ("call.txt", b"MARSH: We write a paper, you write a paper.\n")),
    ]
    found = api.post(f"{V1}/check", files=files, data={"record": "false", "only": ["quote"]})
    assert found.status_code == 200, found.text
    assert [each["claim"]["kind"] for each in found.json()["findings"]] == ["quote"]
    assert found.json()["looked_at"] == 1
    plans = [("version", (f"v{n}.txt", f"1. The army {w} leave.\n".encode()))
             for n, w in enumerate(("must", "should"))]  # fmt: skip
    (step,) = api.post(f"{V1}/compare", files=plans).json()["steps"]
    assert step["changes"][0]["modals"]
    for wrong, status in (
        ([("draught", ("a.txt", b"a"))], 400),
        ([files[0], files[0]], 400),
        ([("draft", ("a.pdf", b"%PDF-1.4 nothing"))], 400),
    ):
        assert api.post(f"{V1}/check", files=wrong).status_code == status
    assert api.post(f"{V1}/check", files=files, data={"recrod": "false"}).status_code == 422


def test_files_are_added(own: httpx.Client) -> None:
    """As `onix add` reads them, with what is said of all of them."""
    page = STORY.format("ferry").encode()
    found = own.post(
        f"{V1}/add", files=[("file", ("page.html", page)), ("file", ("note.txt", b"A note."))],
        data={"outlet": "The Courier", "published": "2025-05-01"},
    )  # fmt: skip
    told, _ = added(found)
    assert [each["outcome"] for each in told] == ["kept", "kept"], told
    listed = get(own, "/documents", outlet="The Courier")["documents"]
    assert {each["published"] for each in listed} == {"2025-05-01"}
    assert len(listed) == 2


def test_an_answer_that_is_still_true_is_not_sent_again(own: httpx.Client) -> None:
    """Until something is added; errors and what sources say are never taken for unchanged."""
    document = {"doc_id": "bridge", "text": "The bridge will close on Monday.", "title": "Bridge"}
    lines(own.post(f"{V1}/add", json={"documents": [document]}))
    first = own.get(f"{V1}/documents")
    tag = {"if-none-match": f'"other", {first.headers["etag"]}'}
    again = own.get(f"{V1}/documents", headers=tag)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    lines(own.post(f"{V1}/add", json={"documents": [{**document, "doc_id": "b2", "text": "B."}]}))
    changed = own.get(f"{V1}/documents", headers=tag)
    assert (changed.status_code, changed.json()["total"]) == (200, 2)
    own.delete(f"{V1}/documents/b2", params={"why": "a test"}).raise_for_status()
    last = own.get(f"{V1}/documents", headers={"if-none-match": changed.headers["etag"]})
    assert (last.status_code, last.json()["total"]) == (200, 1)
    assert "etag" not in own.get(f"{V1}/sources").headers


def test_the_server_says_that_it_is_there(own: httpx.Client) -> None:
    """Also before there is a record."""
    assert own.get("/healthz").json() == {"ok": True, "version": __version__, "record": False}
    assert own.get(f"{V1}/record").status_code == 409
