"""Resources that hold a text against others: check and compare. What is sent is kept nowhere.

In: a draft or versions of a plan, as JSON. Out: findings, or what became of each point.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Depends, Request
from fastapi.responses import JSONResponse, Response
from pydantic import Field

from onix import wire
from onix.errors import InputError
from onix.intake import LeftOut, Raw, read_documents
from onix.jobs.check import STYLE, USUAL, check
from onix.jobs.check.files import checked_json
from onix.jobs.compare import compare_all
from onix.jobs.compare.coverage import marks_in_record
from onix.jobs.compare.objections import with_objections
from onix.model import Claim, ClaimKind, Document
from onix.serve.api.looking import desk_of
from onix.serve.api.shapes import Given, GivenDocument, answer
from onix.serve.audit import note
from onix.serve.bench import bench_of
from onix.serve.rights import needs

router = APIRouter(tags=["check"], dependencies=[Depends(needs("check"))])
Format = Literal["text", "markdown", "html"]
_SUFFIXES: dict[Format, str] = {"text": "txt", "markdown": "md", "html": "html"}
Text = Annotated[str, Field(min_length=1, max_length=20_000_000)]


class Quote(Given):
    """A quotation to check by itself."""

    quote: Text
    speaker: str | None = Field(None, max_length=500)
    id: str | None = Field(None, max_length=500)


class Check(Given):
    """A draft, or quotations by themselves, and what to check them against."""

    text: Text | None = Field(None, description="The draft.")
    format: Format = "text"
    quotes: list[Quote] = Field([], max_length=10_000)
    against: list[GivenDocument] = Field([], max_length=1000, description="Transcripts, articles.")
    record: bool = Field(True, description="Check against the record, too.")
    style: str = Field(STYLE, max_length=40)
    only: list[ClaimKind] = Field([], description="Kinds of findings; quotations when it is empty.")


class Version(Given):
    """One version of a plan: its text, or a document of the record."""

    text: Text | None = None
    format: Format = "text"
    document: str | None = Field(None, min_length=1, max_length=4000, description="Its id.")


class Compare(Given):
    """Two versions or more, the oldest first."""

    versions: list[Version] = Field(min_length=2, max_length=20)
    coverage: bool = Field(False, description="Say who in the record objected to which point.")


@router.post(
    "/check",
    responses=answer(
        "The findings, each a verdict with how grave the house finds it.",
        findings="array", counts="object", notes="array", looked_at="integer",
        document=("object",),
    ),
)  # fmt: skip
def post_check(request: Request, asked: Annotated[Check, Body()]) -> Response:
    """Hold a draft's quotations against what was said, and its facts against the record."""
    if (asked.text is None) == (not asked.quotes):
        raise InputError('Nothing to check, or two things. Send either "text" or "quotes".')
    against = [_document(each) for each in asked.against]
    draft: Document | list[Claim]
    if asked.text is not None:
        draft = _read(asked.text, f"draft.{_SUFFIXES[asked.format]}")
    else:
        draft = [
            Claim("quote", each.quote, each.speaker, 0, None, each.id) for each in asked.quotes
        ]
    note(request, "a draft" if asked.text else f"{len(asked.quotes)} quotations")
    only = tuple(asked.only) or USUAL
    bench = bench_of(request)
    with ExitStack() as stack:
        known: dict[str, Any] = {}
        if asked.record:
            known["ready"] = stack.enter_context(bench.tapes.ready())
            known["record"] = stack.enter_context(bench.desk.reading())
        found = check(draft, against=against, style=asked.style, only=only, **known)
    return JSONResponse(checked_json(found))


@router.post(
    "/compare",
    responses=answer(
        "Each step from version to version, and the way of each point through them.",
        steps="array", ways="array",
    ),
)  # fmt: skip
def post_compare(request: Request, asked: Annotated[Compare, Body()]) -> Response:
    """Say what became of each point of a plan, and who objected to which."""
    note(request, f"{len(asked.versions)} versions")
    with ExitStack() as stack:
        wanted = asked.coverage or any(each.document for each in asked.versions)
        record = stack.enter_context(desk_of(request).reading()) if wanted else None
        versions: list[Document] = []
        for number, each in enumerate(asked.versions, start=1):
            if (each.text is None) == (each.document is None):
                raise InputError(
                    f'Version {number} is nothing, or two things. Send "text" or "document".'
                )
            if each.text is not None:
                versions.append(_read(each.text, f"version-{number}.{_SUFFIXES[each.format]}"))
            elif record is not None and each.document is not None:
                versions.append(record.document(record.find(each.document).id))
        found = compare_all(versions)
        if asked.coverage and record is not None:
            found = with_objections(found, marks_in_record(record, versions))
    return JSONResponse(wire.history(found))


def _read(text: str, name: str) -> Document:
    found = list(read_documents(Raw(name, text.encode("utf-8")), format="draft"))
    for each in found:
        if isinstance(each, LeftOut):
            raise InputError(each.why)
    if len(found) != 1 or not isinstance(found[0], Document):
        raise InputError(f"{name} holds {len(found)} documents. Send one.")
    return found[0]


def _document(given: GivenDocument) -> Document:
    """Give a document that was sent, read as `onix add` reads a line of JSON."""
    line = given.model_dump_json(exclude_none=True)
    found = list(read_documents(Raw("sent.jsonl", line.encode("utf-8"))))
    for each in found:
        if isinstance(each, LeftOut):
            raise InputError(each.why)
    (document,) = (each for each in found if isinstance(each, Document))
    return document
