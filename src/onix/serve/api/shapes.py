"""What OpenAPI says of answers and errors: the shapes of the code by name, and where they are sent.

In: the functions that write JSON. Out: responses for routes, and the components they point to. A
test holds real answers against these shapes, with no key more or less.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from onix import wire
from onix.jobs.check.checked import Checked, Finding
from onix.jobs.check.files import checked_json
from onix.jobs.report import Added, added_json
from onix.record import Contents, Listed, Missing, Source, Tombstone
from onix.serve.api.sending import BODIES
from onix.serve.api.specimens import Schema, Shapes, made_of, ref
from onix.serve.runs import Run

Responses = dict[int | str, dict[str, Any]]
_ENTRY = ("id", "title", "outlet", "published", "kind", "address")


def entry(listed: Listed) -> dict[str, Any]:
    """Give the JSON of a document in a list."""
    return {name: getattr(listed, name) for name in _ENTRY}


def _finding(found: Finding) -> dict[str, Any]:
    return wire.verdict(found.verdict, severity=found.severity)


SHAPES = Shapes(
    {
        **dict(made_of(wire)),
        "finding": (_finding, Finding),
        "checked": (checked_json, Checked),
        "listed": (entry, Listed),
        "named": (asdict, Listed),
        "missing": (asdict, Missing),
        "source": (asdict, Source),
        "tombstone": (asdict, Tombstone),
        "contents": (asdict, Contents),
        "added": (added_json, Added),
    }
)
_NAMED: dict[str, Schema] = {
    **SHAPES.named,
    # What this server alone says, and says in one place each.
    "run": {
        "type": "object",
        "description": "How far an addition is; the last one says how it ended.",
        "required": list(Run("").status()),
        "properties": {
            "id": {"type": "string"},
            "what": {"type": "string"},
            "state": {"enum": ["waiting", "running", "done", "stopped", "failed"]},
            "says": {"type": "string", "description": "The same in a sentence."},
            "done": {"type": "integer"},
            "total": {"type": ["integer", "null"]},
            "counts": {"type": "object", "additionalProperties": {"type": "integer"}},
        },
    },
    "error": {
        "type": "object",
        "required": ["ok", "error", "status"],
        "properties": {
            "ok": {"const": False},
            "error": {"type": "string", "description": "What happened, where, what to do."},
            "status": {"type": "integer"},
        },
    },
}


def many(name: str) -> Schema:
    """Give a list of values that have a name."""
    return {"type": "array", "items": ref(name)}


def keys(**of: Schema) -> Schema:
    """Give an object that has these keys, all of them."""
    return {"type": "object", "required": list(of), "properties": of}


def gives(says: str, schema: Schema | str, *, tagged: bool = False) -> Responses:
    """Give the description of a good answer.

    Args:
        schema: Of its JSON; or its name.
        tagged: It has an ETag and need not be sent again while the record stays as it is.
    """
    shape = ref(schema) if isinstance(schema, str) else schema
    good: dict[str, Any] = {
        "description": says,
        "content": {"application/json": {"schema": shape}},
    }
    if not tagged:
        return {200: good}
    good["headers"] = {"ETag": {"schema": {"type": "string"}}}
    return {200: good, 304: {"description": "Nothing has changed since the answer of this ETag."}}


ERRORS: Responses = {
    code: {"description": says, "content": {"application/json": {"schema": ref("error")}}}
    for code, says in (
        (400, "What was asked cannot be understood, or names something that is not there."),
        (401, "A token is needed, or this one is not known."),
        (403, "This token, or this server, is not for that."),
        (404, "There is no such document."),
        (408, "What was to be sent did not come in time."),
        (409, "The record is missing, damaged, or being written by another process."),
        (410, "The document was removed."),
        (413, "Too much was sent at once."),
        (415, "What was sent is neither JSON nor a form."),
        (422, "A value is not of its kind."),
        (429, "Too many requests; see the header Retry-After."),
        (500, "A fault of Onix."),
        (501, "An extra is not installed."),
        (502, "An address could not be fetched."),
        (503, "Too much is being worked out already."),
    )
}


def describe(app: FastAPI, scopes: dict[str, str]) -> None:
    """Have the app's OpenAPI hold the shapes that its answers and bodies point to.

    Args:
        scopes: Which one a token needs, by the name of the resource.
    """
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        described = plain()
        components = described.setdefault("components", {})
        components.setdefault("schemas", {}).update(_NAMED | bodies())
        components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        for each in (one for methods in described["paths"].values() for one in methods.values()):
            if scope := scopes.get(each["operationId"]):
                # On the machine itself, and where anybody may read, no token is needed.
                each["security"] = [{}, {"token": [scope]}]
        return described

    app.openapi = openapi  # type: ignore[method-assign] # as FastAPI's own pages say to do it


def bodies() -> dict[str, Schema]:
    """Give the shapes of what is sent."""
    models: list[tuple[type[BaseModel], Any]] = [(each, "validation") for each in BODIES]
    _, found = models_json_schema(models, ref_template="#/components/schemas/{model}")
    schemas: dict[str, Schema] = found["$defs"]
    return schemas
