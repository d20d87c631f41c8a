"""A story as a page: its words with quotations, times and names marked, and what was cited.

`/documents/ID?start=10&end=50#cited` shows the document with these characters highlighted, and
`/documents/ID/differences?with=ID` how another document differs from it, word by word.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from onix.jobs.wording import differences, is_same
from onix.model import Document
from onix.record import Record
from onix.serve.desk import Desk
from onix.serve.finding import find
from onix.serve.rights import needs
from onix.serve.shelf import READ, Shelf
from onix.serve.showing import Face, drawn, face_of, page
from onix.serve.stories import part_of

router = APIRouter(dependencies=[Depends(needs("read"))])


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
) -> Response:
    """Give a document; the characters from `start` to `end` stand out.

    Args:
        id: The document's, where the path cannot hold it.
        part: Of a long document, counted from 1.
        beside: Only the story itself, to be shown beside something else.
    """
    desk: Desk = request.app.state.desk
    return HTMLResponse(
        desk.run_soon(
            story, face_of(request), document_id or id or "",
            start=start, end=end, part=part, beside=beside,
        )
    )  # fmt: skip


@cache
def _shelf(record: Path) -> Shelf:
    """Give where the stories of a record lie that this process showed last."""
    return Shelf(READ)


def story(
    record: Record,
    face: Face,
    document_id: str,
    *,
    start: int | None = None,
    end: int | None = None,
    part: int | None = None,
    beside: bool = False,
) -> str:
    """Give the page of a document as HTML."""
    document = find(record, document_id)
    marks = _shelf(record.path).marks(record, document)
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
        copies=list(copies.values()),
        where=where,
        is_cited=is_cited,
    )


def _within(document: Document, start: int | None, end: int | None) -> tuple[int, int]:
    """Give the characters asked for; none when they are not those of the document."""
    if start is None or end is None or not 0 <= start < end <= len(document.text):
        return 0, 0
    return start, end
