"""A story as a page: its words with quotations, times and names marked, and what was cited.

`/documents/ID?start=10&end=50#cited` shows the document with these characters highlighted, and
`/documents/ID/differences?with=ID` how another document differs from it, word by word.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from onix.jobs.report import Progress
from onix.jobs.sources import seen
from onix.jobs.wording import differences, is_same
from onix.model import Document
from onix.record import Record
from onix.serve.bench import bench_of
from onix.serve.desk import Desk
from onix.serve.finding import find
from onix.serve.hearing import Held, held, may_be_held, of_quote
from onix.serve.linking import document_address
from onix.serve.rights import needs
from onix.serve.showing import Face, drawn, face_of, page
from onix.serve.stories import Part, part_of

router = APIRouter(dependencies=[Depends(needs("read"))])
READ = ("quotes", "mentions", "times")  # of the marks, what a page is made of


@router.get("/documents/{document_id:path}/differences")
def differences_page(
    request: Request,
    document_id: str,
    other_id: Annotated[str, Query(alias="with")],
    id: str | None = None,
) -> Response:
    """Give the words in which another document differs from this one."""
    desk: Desk = request.app.state.desk
    document_id = document_id or id or ""
    with desk.reading() as record:
        before, after = find(record, document_id), find(record, other_id)
    found = differences(before.text, after.text)
    return page(
        request,
        "differences",
        before=before,
        after=after,
        stretches=[(same, list(some)) for same, some in groupby(found, key=is_same)],
        paragraphs=len(found),
        changed=sum(not is_same(each) for each in found),
    )


@router.get("/documents/{document_id:path}")
def document_page(
    request: Request,
    document_id: str,
    id: str | None = None,
    start: int | None = None,
    end: int | None = None,
    part: int | None = None,
    beside: bool = False,
    tape: bool = False,
) -> Response:
    """Give a document; the characters from `start` to `end` stand out.

    Args:
        id: The document's, where the path cannot hold it.
        part: Of a long document, counted from 1.
        beside: Only the story itself, to be shown beside something else.
        tape: Hold its quotations against the transcripts of the record although they are many.
    """
    desk: Desk = request.app.state.desk
    document_id = document_id or id or ""
    on_tape = None if beside else _on_tape(request, desk, document_id, tape=tape)
    make = partial(
        story, face=face_of(request), document_id=document_id,
        start=start, end=end, part=part, beside=beside, tape=on_tape,
    )  # fmt: skip
    return HTMLResponse(desk.kept(make, soon=True))


@dataclass(frozen=True, slots=True)
class _Tape:
    """How far holding a story against the transcripts is, and what they say."""

    transcripts: int
    is_waiting: bool = False
    held: Held | None = None


def _on_tape(request: Request, desk: Desk, document_id: str, *, tape: bool) -> _Tape:
    """Give what the transcripts have of a story's quotations.

    Args:
        tape: They are looked through although there are many.
    """
    hearing = bench_of(request).hearing
    with desk.reading() as record:
        transcripts = hearing.transcripts(record)
        if not transcripts or not may_be_held(document := find(record, document_id)):
            return _Tape(0)
    found = (hearing.find if tape else hearing.soon)(transcripts, document)
    if isinstance(found, Progress):
        return _Tape(len(transcripts), is_waiting=True)
    return _Tape(len(transcripts), held=None if found is None else held(found))


def story(
    record: Record,
    *,
    face: Face,
    document_id: str,
    start: int | None = None,
    end: int | None = None,
    part: int | None = None,
    beside: bool = False,
    tape: _Tape | None = None,
) -> bytes:
    """Give the page of a document as HTML."""
    document = find(record, document_id)
    tape = tape or _Tape(0)
    marks = record.marks(document_id, only=READ)
    versions = [record.document(each) for each in record.versions(document_id)]
    copies = record.citations(record.near_copies(document_id))
    where = record.citation(document_id, *_within(document, start, end))
    is_cited = bool(where.span.text.strip())
    found = part_of(
        marks, cited=(where.span.start, where.span.end) if is_cited else None, number=part
    )
    return drawn(
        face,
        "beside" if beside else "document",
        document=document,
        part=found,
        versions=versions if len(versions) > 1 else [],
        since={
            each.id: seen(each) for each in record.states(document_id) if each.fetched or each.kept
        },
        copies=list(copies.values()),
        where=where,
        is_cited=is_cited,
        transcripts=tape.transcripts,
        with_tape=f"{document_address(document_id, part=found.number, tape='true')}#tape",
        is_waiting=tape.is_waiting,
        held=tape.held,
        on_tape=of_quote,
        silent=0 if tape.held is None else _silent(found, tape.held),
    ).encode()


def _silent(part: Part, held: Held) -> int:
    """Count the quotations of which no transcript says anything."""
    return sum(bool(each.quote.marked) and not of_quote(held, each.quote) for each in part.said)


def _within(document: Document, start: int | None, end: int | None) -> tuple[int, int]:
    """Give the characters asked for; none when they are not those of the document."""
    if start is None or end is None or not 0 <= start < end <= len(document.text):
        return 0, 0
    return start, end
