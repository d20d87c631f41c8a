"""The page that compares two versions of a plan: two texts or documents in, point by point out.

Texts that are pasted are private: they are kept nowhere, stand in no address, and no cache keeps
the answer. Two documents of the record have an address that can be passed on, and the page says who
in the record's coverage objected to which point; that takes longer than a page may, so it is found
in the background and kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response
from starlette.datastructures import FormData

from onix import wire
from onix.errors import InputError, RecordError
from onix.intake import LeftOut, Raw, read_documents
from onix.jobs.compare import compare, compare_all
from onix.jobs.compare.objections.coverage import marks_in_record
from onix.jobs.compare.objections.objections import with_objections
from onix.jobs.compare.saying import (
    heading_of,
    meaning_words,
    names_of,
    objected,
    side_runs,
    summed,
)
from onix.jobs.listing import listing
from onix.jobs.report import Progress
from onix.model import Change, Comparison, Document, Objection
from onix.record import Listed
from onix.serve.bench import bench_of
from onix.serve.finding import find
from onix.serve.posted import name_of as file_name
from onix.serve.posted import posted, text_of, uploads_of
from onix.serve.rights import needs
from onix.serve.showing import page
from onix.serve.slow import PATIENCE

router = APIRouter()

Posted = Annotated[FormData, Depends(posted)]
DocumentId = Annotated[str | None, Query(max_length=4000)]
PLANS = 200  # of the record, offered at most
SIDES = (("old", "The old version"), ("new", "The new version"))


@dataclass(frozen=True, slots=True)
class Row:
    """A change as the page shows it: what became of the point, and the runs of both texts."""

    change: Change
    says: list[str]
    before: list[tuple[str, str]]
    after: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Said:
    """An objection as the page shows it, with what it is an objection to, in words."""

    objection: Objection
    to: str


@router.get("/compare", dependencies=[Depends(needs("read"))])
def compare_page(request: Request, old: DocumentId = None, new: DocumentId = None) -> Response:
    """Give the form; with two ids the comparison of these documents of the record."""
    if not old or not new:
        return page(request, "compare", sides=SIDES, plans=_plans(request))
    before, after, found = _of_record(request, old, new, patience=PATIENCE)
    query = request.url.query
    if isinstance(found, Progress):
        values = _values(compare(before, after))
        return page(request, "compared", status=202, query=query, progress=found, **values)
    return page(request, "compared", query=query, **_values(found))


@router.get("/compare.json", dependencies=[Depends(needs("read"))])
def compare_json(
    request: Request,
    old: Annotated[str, Query(max_length=4000)],
    new: Annotated[str, Query(max_length=4000)],
) -> Response:
    """Give the comparison of two documents of the record for a program."""
    _, _, found = _of_record(request, old, new, patience=None)
    return JSONResponse(wire.comparison(found))


@router.post("/compare", dependencies=[Depends(needs("check"))])
def compared_page(request: Request, form: Posted) -> Response:
    """Give the comparison of two texts or files."""
    try:
        found = compare(*(_version(form, side, says) for side, says in SIDES))
    except InputError as problem:
        given = {side: text_of(form, side) for side, _ in SIDES}
        shown = page(
            request,
            "compare",
            status=400,
            problem=str(problem),
            sides=SIDES,
            given=given,
            plans=_plans(request),
        )
    else:
        shown = page(request, "compared", query=None, pasted=True, **_values(found))
    shown.headers["cache-control"] = "no-store"
    return shown


def _plans(request: Request) -> list[Listed]:
    """Give the plans of the record, the oldest first; none where it cannot be opened."""
    try:
        with bench_of(request).desk.reading() as record:
            return listing(record, kind="plan")[:PLANS][::-1]
    except RecordError:
        return []


def _of_record(
    request: Request, old: str, new: str, *, patience: float | None
) -> tuple[Document, Document, Any]:
    """Give both versions, and their comparison with the objections of the coverage.

    In its place stands how far these are looked for, after `patience` seconds; with None they are
    waited for.
    """
    bench = bench_of(request)
    with bench.desk.reading() as record:
        sequence = record.sequence
        before, after = find(record, old), find(record, new)

    def look(tell: Callable[[Progress], None]) -> Comparison:
        with bench.desk.reading() as record:
            marks = marks_in_record(record, (before, after), tell)
            return with_objections(compare_all((before, after)), marks).steps[0]

    key = sequence, before.id, after.id
    return before, after, bench.comparisons.find(key, look, patience=patience)


def _version(form: FormData, side: str, says: str) -> Document:
    """Give one version, pasted or as a file. Raises InputError when there is none, or two."""
    text, uploads = text_of(form, side), uploads_of(form, f"{side}-file")
    if bool(text) == bool(uploads):
        what = "are two" if text else "is nothing"
        raise InputError(f"{says}: there {what}. Paste a text, or choose a file.")
    if uploads:
        raw = Raw(file_name(uploads[0]), uploads[0].file.read(), uploads[0].content_type)
    else:
        raw = Raw(f"{side}.txt", text.replace("\r\n", "\n").encode("utf-8", errors="replace"))
    found = list(read_documents(raw, format="draft"))
    for each in found:
        if isinstance(each, LeftOut):
            raise InputError(each.why)
    if len(found) != 1 or not isinstance(found[0], Document):
        raise InputError(f"{raw.address} holds {len(found)} documents. Give one of them.")
    return found[0]


def _values(found: Comparison) -> dict[str, Any]:
    return {
        "found": found,
        "names": names_of(found.old, found.new),
        "summed": summed(found),
        "rows": [_row(each) for each in found.changes],
        "objections": [Said(each, objected(each, found)) for each in found.objections],
        "frames": [_row(each) for each in found.frames if each.kind != "unchanged"],
    }


def _row(change: Change) -> Row:
    return Row(
        change,
        [heading_of(change), *meaning_words(change)],
        list(side_runs(change, 0)),
        list(side_runs(change, 1)),
    )
