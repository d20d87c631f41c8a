"""What the API says of its answers in OpenAPI: the keys of each, as `onix.wire` writes them.

What is inside of them stands in docs/reference/wire.md, which is written from the code; a test
holds real answers against these shapes.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["array", "object", "string", "integer", "boolean"]
_ERROR = {
    "type": "object",
    "required": ["ok", "error", "status"],
    "properties": {
        "ok": {"const": False},
        "error": {"type": "string", "description": "What happened, where, what to do."},
        "status": {"type": "integer"},
    },
}


def answer(says: str, **keys: Kind | tuple[Kind, ...]) -> dict[int | str, dict[str, Any]]:
    """Give the description of a good answer: a JSON object with these keys.

    Args:
        keys: The type of each value; of several types where it may be null, too.
    """
    properties = {
        name: {"type": kind if isinstance(kind, str) else [*kind, "null"]}
        for name, kind in keys.items()
    }
    schema = {"type": "object", "required": list(keys), "properties": properties}
    return {200: {"description": says, "content": {"application/json": {"schema": schema}}}}


ERRORS: dict[int | str, dict[str, Any]] = {
    code: {"description": says, "content": {"application/json": {"schema": _ERROR}}}
    for code, says in (
        (400, "What was asked cannot be understood."),
        (401, "A token is needed, or this one is not known."),
        (403, "This token, or this server, is not for that."),
        (404, "There is no such document."),
        (409, "The record is missing, damaged, or being written by another process."),
        (410, "The document was removed."),
        (413, "Too much was sent at once."),
        (422, "A value is not of its kind."),
        (429, "Too many requests; see the header Retry-After."),
        (500, "A fault of Onix."),
        (501, "An extra is not installed."),
        (502, "An address could not be fetched."),
    )
}


class Given(BaseModel):
    """A value that comes in; a key that is not known is an error and not passed over."""

    model_config = ConfigDict(extra="forbid")


class GivenDocument(Given):
    """A document as `onix add --jsonl` reads it."""

    text: str = Field(min_length=1, max_length=20_000_000)
    doc_id: str | None = Field(None, min_length=1, max_length=500)
    title: str | None = Field(None, max_length=2000)
    published: str | None = Field(None, max_length=40, description="ISO date or date-time.")
    outlet: str | None = Field(None, max_length=200)
    address: str | None = Field(None, max_length=4000)
    turns: list[dict[str, Any]] | None = Field(
        None, description='Of a transcript: {"speaker", "start", "end"}, in code points.'
    )
