"""The REST API over HTTP: what each resource gives, what is refused, and that OpenAPI is true."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance

from onix.jobs.demo import demo
from onix.serve.app import make_app
from onix.serve.desk import Serving
from onix.settings import Settings
from tests.browser.serving import served
from tests.serve.serving import client

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


def test_a_question_is_answered_in_the_words_of_the_record(api: httpx.Client) -> None:
    """As `onix ask --json` does, each citation with its place."""
    found = get(api, "/ask", question=QUESTION)
    assert found["abstained"] is None
    (citation, *_) = found["statements"][0]["citations"]
    document = get(api, f"/documents/{citation['document_id']}")["document"]
    assert document["text"][citation["start"] : citation["end"]] == citation["text"]


def test_each_resource_reads_the_record(api: httpx.Client) -> None:
    """Search, quotes, a timeline, the documents part by part, what there is."""
    assert get(api, "/search", words="prisoners")["results"]
    assert get(api, "/quotes", speaker="Marsh", limit=2)["quotes"]
    assert get(api, "/timeline", topic="Gideon Marsh")["events"]
    first = get(api, "/documents", limit=4)
    assert len(first["documents"]) == first["next"] == 4
    second = get(api, "/documents", limit=200, after=first["next"])
    assert len(second["documents"]) == first["total"] - 4
    assert second["next"] is None
    assert get(api, "/record")["documents"] >= first["total"]
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
    kept, over = lines(own.post(f"{V1}/add", json={"documents": [document]}))
    assert (kept["outcome"], kept["document_id"], over["state"]) == ("kept", "bridge", "done")
    again = lines(own.post(f"{V1}/add", json={"documents": [document]}))[0]
    assert again["outcome"] == "already kept"
    events = own.post(
        f"{V1}/add", json={"documents": [document]}, headers={"accept": "text/event-stream"}
    )
    assert events.headers["content-type"].startswith("text/event-stream")
    assert events.text.startswith("event: added\ndata: ")
    assert own.delete(f"{V1}/documents/bridge").status_code == 422
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


def test_real_answers_have_the_shapes_that_openapi_says(api: httpx.Client) -> None:
    """Each key that is promised is there, and of its kind."""
    described = api.get(f"{V1}/openapi.json").json()
    asked: dict[str, dict[str, Any]] = {
        "/ask": {"question": QUESTION},
        "/search": {"words": "prisoners"},
        "/quotes": {},
        "/timeline": {"topic": "Gideon Marsh"},
        "/documents": {},
        "/record": {},
        "/sources": {},
    }
    for path, query in asked.items():
        good = described["paths"][f"{V1}{path}"]["get"]["responses"]["200"]
        jsonschema.validate(get(api, path, **query), good["content"]["application/json"]["schema"])


def test_no_odd_request_is_a_fault(tmp_path: Path) -> None:
    """Requests made from the description, good and bad ones: each is answered as it says."""
    folder = tmp_path / "story.onix"
    demo(folder)
    serving = Serving(settings=Settings(record=folder))
    described = make_app(serving).openapi()
    # Which outlets and documents there are no description can say, so that a name that fits it may
    # be refused. What changes the record for good is tried above; here the story would be gone.
    for path in (f"{V1}/add", f"{V1}/update"):
        del described["paths"][path]
    del described["paths"][f"{V1}/documents/{{document_id}}"]["delete"]
    with served(serving) as address:
        schema = schemathesis.openapi.from_dict(
            described, config=SchemathesisConfig.from_dict({"base-url": address})
        )
        tried = 0
        for result in schema.get_all_operations():
            assert isinstance(result, Ok)
            case_strategy = result.ok().as_strategy()

            @settings(
                max_examples=15, deadline=None, derandomize=True, database=None,
                phases=[Phase.generate], suppress_health_check=list(HealthCheck),
            )  # fmt: skip
            @given(case=case_strategy)
            def check(case: Any) -> None:
                nonlocal tried
                tried += 1
                case.call_and_validate(excluded_checks=[positive_data_acceptance])

            check()
        assert tried > 50


HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "use-the-api.md"


def blocks(language: str) -> list[str]:
    """Give the examples of the how-to page."""
    return re.findall(rf"```{language}\n(.*?)```", HOW_TO.read_text(encoding="utf-8"), re.DOTALL)


def test_the_examples_with_curl_do_what_the_page_says(tmp_path: Path) -> None:
    """Each is run by a shell against a server of the bundled story, and succeeds."""
    folder = tmp_path / "story.onix"
    demo(folder)
    (tmp_path / "draft.md").write_text(DRAFT)
    with served(Serving(settings=Settings(record=folder))) as address:
        for each in blocks("sh"):
            script = each.replace("http://127.0.0.1:8765", address)
            if "onix serve" in script:
                continue
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", script],  # noqa: S607 - as a reader would
                cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
            )  # fmt: skip
            assert done.returncode == 0, (script, done.stderr)
            rest = done.stdout.strip()
            while rest:
                found, end = json.JSONDecoder().raw_decode(rest)
                assert found.get("ok") is not False, (script, found)
                rest = rest[end:].strip()


def test_the_client_in_python_answers(tmp_path: Path) -> None:
    """Ten lines over httpx, as the page has them."""
    folder = tmp_path / "story.onix"
    demo(folder)
    (code,) = blocks("python")
    with served(Serving(settings=Settings(record=folder))) as address:
        path = tmp_path / "client.py"
        path.write_text(code.replace("http://127.0.0.1:8765", address))
        done = subprocess.run(
            [sys.executable, str(path)], capture_output=True, text=True, timeout=60, check=False
        )
    assert done.returncode == 0, done.stderr
    assert "April" in done.stdout
