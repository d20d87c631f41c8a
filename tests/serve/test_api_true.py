"""What OpenAPI says is what is sent: real answers against the shapes, odd requests against all."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from pydantic import ValidationError
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import negative_data_rejection

from onix import wire
from onix.jobs.demo import demo
from onix.serve.api.sending import GivenTurn
from onix.serve.api.shapes import SHAPES
from onix.serve.api.specimens import made_of, specimens
from onix.serve.app import make_app
from onix.serve.desk import Serving
from onix.settings import Settings
from tests.browser.serving import served
from tests.serve.entering import token, with_password
from tests.serve.serving import client

V1 = "/api/v1"
ASKED: list[tuple[str, dict[str, Any]]] = [
    ("/ask", {"question": "When did Tereshin and Marsh meet in Ostrel?"}),
    ("/ask", {"question": "Who is the best footballer of Iceland?"}),
    ("/ask", {"question": "How many prisoners were exchanged?", "limit": 20}),
    ("/search", {"words": "prisoners", "limit": 200}),
    ("/quotes", {"limit": 50}),
    ("/quotes", {"unattributed": True}),
    ("/quotes", {"speaker": "Nobody Atall"}),
    ("/timeline", {"topic": "Gideon Marsh"}),
    ("/documents", {"limit": 3}),
    ("/record", {}),
    ("/sources", {}),
]


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Serve the bundled story, with a document taken out and one added by address."""
    folder = tmp_path_factory.mktemp("story") / "story.onix"
    demo(folder)
    with client(folder) as made:
        gone = {"doc_id": "gone", "text": "The bridge will close on Monday, Ada Brandt said."}
        made.post(f"{V1}/add", json={"documents": [gone]}).raise_for_status()
        made.delete(f"{V1}/documents/gone", params={"why": "a test"}).raise_for_status()
        yield made


def closed(schema: Any) -> Any:
    """Give a schema that lets no key pass which it does not name."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(each) for key, each in schema.items()}
    if isinstance(schema.get("properties"), dict) and "required" in schema:
        found.setdefault("additionalProperties", False)
    return found


@pytest.fixture(scope="module")
def described(api: httpx.Client) -> dict[str, Any]:
    """Give the description that the server sends."""
    found: dict[str, Any] = api.get(f"{V1}/openapi.json").raise_for_status().json()
    return found


def holds(described: dict[str, Any], schema: dict[str, Any], value: object) -> None:
    """Hold a value against a shape, in which nothing may be missing and nothing more."""
    whole = closed(copy.deepcopy({**schema, "components": described["components"]}))
    jsonschema.Draft202012Validator(whole).validate(value)


def good(described: dict[str, Any], path: str, method: str = "get") -> dict[str, Any]:
    """Give the shape of a good answer."""
    responses = described["paths"][f"{V1}{path}"][method]["responses"]
    found: dict[str, Any] = responses["200"]["content"]["application/json"]["schema"]
    return found


@pytest.mark.parametrize(("path", "query"), ASKED, ids=lambda each: str(each)[:40])
def test_answers_have_the_shapes_that_openapi_says(
    api: httpx.Client, described: dict[str, Any], path: str, query: dict[str, Any]
) -> None:
    """Each key that is promised is there and of its kind, and there is no other."""
    found = api.get(f"{V1}{path}", params=query)
    assert found.status_code == 200, found.text
    holds(described, good(described, path), found.json())


def test_documents_have_their_shape(api: httpx.Client, described: dict[str, Any]) -> None:
    """Every document of the story, transcripts and plans among them."""
    listed = api.get(f"{V1}/documents", params={"limit": 200}).json()["documents"]
    assert len(listed) > 10
    for each in listed:
        found = api.get(f"{V1}/documents/{each['id']}").json()
        holds(described, good(described, "/documents/{document_id}"), found)


def test_findings_and_comparisons_have_their_shapes(
    api: httpx.Client, described: dict[str, Any]
) -> None:
    """Of drafts with differences, of quotations alone, of plans that objections are made to."""
    draft = (
        "“You write a paper, we write a plan, and we see what’s left,” Gideon Marsh said. "
        "“Nothing of the kind was ever agreed,” Tereshin said on 31 February."
    )
    for body in (
        {"text": draft},
        {"quotes": [{"quote": "we see what is left", "speaker": "Marsh", "id": "q1"}]},
    ):
        found = api.post(f"{V1}/check", json=body).json()
        assert found["findings"]
        holds(described, good(described, "/check", "post"), found)
    plans = api.get(f"{V1}/documents", params={"kind": "plan"}).json()["documents"]
    versions: list[dict[str, str]] = [{"document": each["id"]} for each in plans]
    versions += [{"text": "1. The army must leave.\n\n2. The border stays open.\n"}] * 2
    asked = {"versions": versions[:3], "coverage": True}
    found = api.post(f"{V1}/compare", json=asked).json()
    holds(described, good(described, "/compare", "post"), found)


def test_each_line_of_a_stream_has_its_shape(api: httpx.Client, described: dict[str, Any]) -> None:
    """What became of a document, or how far it is."""
    document = {"doc_id": "kept", "text": "The harbour will open on Friday, Ada Brandt said."}
    found = api.post(f"{V1}/add", json={"documents": [document, {"text": "  "}]})
    schemas = described["components"]["schemas"]
    lines = [json.loads(each) for each in found.text.splitlines()]
    for each in lines:
        holds(described, schemas["added" if "outcome" in each else "run"], each)
    assert {each.get("outcome") for each in lines} >= {"kept", "left out"}
    stones = api.delete(f"{V1}/documents/kept", params={"why": "a test"}).json()
    holds(described, good(described, "/documents/{document_id}", "delete"), stones)
    assert api.get(f"{V1}/documents/kept").status_code == 410


def test_errors_have_their_shape(api: httpx.Client, described: dict[str, Any]) -> None:
    """Whatever is wrong: one shape."""
    for path in ("/ask", "/nothing", "/documents/nothing", "/search?words=%00"):
        found = api.get(f"{V1}{path}")
        assert found.status_code >= 400
        holds(described, described["components"]["schemas"]["error"], found.json())


def test_a_key_that_is_missing_or_too_many_is_seen(described: dict[str, Any]) -> None:
    """The comparison itself notices both."""
    span = {"document_id": "a", "start": 0, "end": 1, "text": "x"}
    shape = described["components"]["schemas"]["span"]
    holds(described, shape, span)
    for wrong in ({**span, "more": 1}, {"start": 0}, {**span, "start": "0"}):
        with pytest.raises(jsonschema.ValidationError):
            holds(described, shape, wrong)


def test_every_value_of_the_wire_has_a_shape_of_its_own() -> None:
    """None is taken for another, and what it is made of fits it."""
    names = dict(made_of(wire))
    assert len(names) > 30
    root = {"components": {"schemas": SHAPES.named}}
    for name, (function, kind) in names.items():
        for each in specimens(kind):
            shape = {**closed(SHAPES.named[name]), **root}
            jsonschema.Draft202012Validator(shape).validate(function(each))
    keys = [frozenset(each["properties"]) for each in SHAPES.named.values()]
    assert len(set(keys)) == len(keys)


def test_a_token_needs_the_scope_that_openapi_says(tmp_path: Path) -> None:
    """With it the door opens, whatever else is wrong; with all others it stays shut."""
    folder = tmp_path / "story.onix"
    demo(folder)
    serving = with_password(folder)
    scopes = {"read", "check", "add", "remove"}
    shown = {scope: token(folder, scope, name=scope) for scope in scopes}
    others = {scope: token(folder, *(scopes - {scope}), name=f"not {scope}") for scope in scopes}
    described = make_app(serving).openapi()
    tried = set()
    with served(serving) as address, httpx.Client(base_url=address, timeout=60) as client:
        for path, methods in described["paths"].items():
            for method, each in methods.items():
                if "security" not in each:
                    assert path == "/healthz"
                    continue
                (scope,) = each["security"][1]["token"]
                place = path.replace("{document_id}", "nothing")
                assert client.request(method, place).status_code == 401
                if scope != "read":  # which every token has
                    refused = client.request(method, place, headers=others[scope])
                    assert refused.status_code == 403, (place, refused.text)
                let_in = client.request(method, place, headers=shown[scope])
                assert let_in.status_code not in (401, 403), (place, let_in.text)
                tried.add(scope)
    assert tried == scopes


def is_text(case: Any) -> bool:
    """Does a form send a number where a text is meant? Nobody sees that: in a form all is text."""
    is_form = (case.media_type or "").startswith("multipart/") and isinstance(case.body, dict)
    values = case.body.values() if is_form else ()
    flat = [each for value in values for each in (value if isinstance(value, list) else [value])]
    return any(isinstance(each, int | float) for each in flat)


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode), ids=lambda each: each.value)
def test_no_odd_request_is_a_fault(tmp_path: Path, mode: schemathesis.GenerationMode) -> None:
    """Requests made from the description, right and wrong ones: each is answered as it says."""
    folder = tmp_path / "story.onix"
    demo(folder)
    serving = Serving(settings=Settings(record=folder, workers=1))
    # What fits the description may still name an outlet or a document that is not there.
    config = {"checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", 400, 404, 410]}}}
    tried: dict[str, int] = {}
    with served(serving) as address:
        schema = schemathesis.openapi.from_dict(
            make_app(serving).openapi(),
            config=SchemathesisConfig.from_dict({"base-url": address, **config}),
        )
        for result in schema.get_all_operations():
            assert isinstance(result, Ok)
            operation = result.ok()

            @settings(
                max_examples=20, derandomize=True, database=None,
                phases=[Phase.generate], suppress_health_check=list(HealthCheck),
            )  # fmt: skip
            @given(case=operation.as_strategy(generation_mode=mode))
            def check(case: Any) -> None:
                tried[case.operation.label] = tried.get(case.operation.label, 0) + 1
                case.call_and_validate(excluded_checks=[negative_data_rejection] * is_text(case))

            try:
                check()
            except Unsatisfiable:  # nothing is sent with it that could be wrong
                assert mode is schemathesis.GenerationMode.NEGATIVE
    assert len(tried) > 7 and sum(tried.values()) > 100, tried


@pytest.mark.parametrize("end", ["true", '"3"', "2.5"])
def test_a_place_in_a_text_is_a_whole_number(end: str) -> None:
    """A turn that ends at "true" is refused with its reason, and not read as ending at 1."""
    with pytest.raises(ValidationError):
        GivenTurn.model_validate_json(f'{{"start": 0, "end": {end}}}')
    assert GivenTurn.model_validate_json('{"start": 0, "end": 3, "begins": 1}').begins == 1.0
