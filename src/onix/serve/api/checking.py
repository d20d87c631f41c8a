"""Resources that hold a text against others: check and compare. What is sent is kept nowhere.

In: a draft or versions of a plan, as JSON or as files. Out: findings, or what became of each point.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response
from pydantic import Field

from onix import wire
from onix.errors import InputError
from onix.intake import LeftOut, Raw, read_documents
from onix.jobs.check import STYLE, USUAL, check
from onix.jobs.check.files import checked_json
from onix.jobs.compare import compare_all
from onix.jobs.compare.objections.coverage import marks_in_record
from onix.jobs.compare.objections.objections import with_objections
from onix.model import Claim, ClaimKind, Document
from onix.serve.api.answering import desk_of
from onix.serve.api.sending import Given, GivenDocument, Sent, sent
from onix.serve.api.shapes import gives
from onix.serve.audit import note
from onix.serve.bench import bench_of
from onix.serve.rights import needs

router = APIRouter(tags=["check"], dependencies=[Depends(needs("check"))])
Format = Literal["text", "markdown", "html"]
_SUFFIXES: dict[Format, str] = {"text": "txt", "markdown": "md", "html": "html"}
MOST_VERSIONS = 20
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
    quotes: list[Quote] = Field([], max_length=10_000, description="Instead of a draft.")
    against: list[GivenDocument] = Field([], max_length=1000, description="Transcripts, articles.")
    record: bool = Field(True, description="Check against the record, too.")
    style: str = Field(STYLE, max_length=40, description="How grave a house finds what.")
    only: list[ClaimKind] = Field([], description="Kinds of findings; quotations when it is empty.")


class Version(Given):
    """One version of a plan: its text, or a document of the record."""

    text: Text | None = None
    format: Format = "text"
    document: str | None = Field(None, min_length=1, max_length=4000, description="Its id.")


class Compare(Given):
    """Two versions or more, the oldest first."""

    versions: list[Version] = Field([], max_length=MOST_VERSIONS)
    coverage: bool = Field(False, description="Say who in the record objected to which point.")


checks = sent(Check, draft="The draft.", against="Transcripts, articles.")
comparisons = sent(Compare, version="The versions, the oldest first.")


@router.post(
    "/check",
    openapi_extra=checks.described,
    responses=gives("The findings, each with how grave the house finds it.", "checked"),
)
def post_check(request: Request, body: Annotated[Sent[Check], Depends(checks)]) -> Response:
    """Hold a draft's quotations against what was said, and its facts against the record."""
    asked = body.asked
    drafts = [*_texts(asked), *body.files.get("draft", [])]
    if len(drafts) + bool(asked.quotes) != 1:
        raise InputError(
            'Nothing to check, or two things. Send "text", or "quotes", or one file as "draft".'
        )
    against = [_document(each) for each in asked.against]
    for raw in body.files.get("against", []):
        against += _read(raw)
    draft: Document | list[Claim]
    if drafts:
        draft = _one(drafts[0])
    else:
        draft = [
            Claim("quote", each.quote, each.speaker, 0, None, each.id) for each in asked.quotes
        ]
    note(request, "a draft" if drafts else f"{len(asked.quotes)} quotations")
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
    openapi_extra=comparisons.described,
    responses=gives("Each step from version to version, and the way of each point.", "history"),
)
def post_compare(
    request: Request, body: Annotated[Sent[Compare], Depends(comparisons)]
) -> Response:  # fmt: skip
    """Say what became of each point of a plan, and who objected to which."""
    asked, files = body.asked, body.files.get("version", [])
    count = len(asked.versions) + len(files)
    if not 2 <= count <= MOST_VERSIONS:
        raise InputError(
            f"{count} versions cannot be compared. Send two to {MOST_VERSIONS}, the oldest first."
        )
    note(request, f"{count} versions")
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
                versions.append(_one(_raw(each.text, f"version-{number}", each.format)))
            elif record is not None and each.document is not None:
                versions.append(record.document(record.find(each.document).id))
        versions += [_one(each) for each in files]
        found = compare_all(versions)
        if asked.coverage and record is not None:
            found = with_objections(found, marks_in_record(record, versions))
    return JSONResponse(wire.history(found))


def _texts(asked: Check) -> list[Raw]:
    return [] if asked.text is None else [_raw(asked.text, "draft", asked.format)]


def _raw(text: str, name: str, format: Format) -> Raw:
    return Raw(f"{name}.{_SUFFIXES[format]}", text.encode("utf-8"))


def _one(raw: Raw) -> Document:
    """Give the one document that a draft or a version is."""
    found = _read(raw, format="draft")
    if len(found) != 1:
        raise InputError(f"{raw.address} holds {len(found)} documents. Send one.")
    return found[0]


def _read(raw: Raw, **how: str) -> list[Document]:
    found = []
    for each in read_documents(raw, **how):
        if isinstance(each, LeftOut):
            raise InputError(each.why)
        found.append(each)
    return found


def _document(given: GivenDocument) -> Document:
    """Give a document that was sent, read as `onix add` reads a line of JSON."""
    (found,) = _read(Raw("sent.jsonl", given.model_dump_json(exclude_none=True).encode("utf-8")))
    return found
