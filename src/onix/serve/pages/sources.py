"""The page of what is in the record: outlets, dates, what needs a look, and every document.

In: filters in the address. Out: how fresh the record is, where it comes from, a list in parts.
"""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from onix.errors import InputError
from onix.jobs.listing import Only, listing
from onix.jobs.record import contents
from onix.record import Contents
from onix.serve.bench import bench_of
from onix.serve.paging import part
from onix.serve.rights import needs
from onix.serve.showing import page

router = APIRouter(dependencies=[Depends(needs("read"))])

EACH = 50
OUTLETS = 40  # shown by name; the others are counted
ONLY: dict[Only, str] = {
    "undated": "without a date",
    "unread": "not read",
    "cut": "cut off",
    "corrected": "corrected by the outlet",
}
Text = Annotated[str | None, Query(max_length=300)]


@router.get("/sources")
def sources_page(
    request: Request,
    title: Text = None,
    outlet: Annotated[list[str] | None, Query(max_length=40)] = None,
    since: Text = None,
    until: Text = None,
    kind: Text = None,
    only: Text = None,
    number: Annotated[int, Query(alias="page", ge=1, le=100_000)] = 1,
) -> Response:
    """Give what the record holds, and the documents that pass the filters."""
    asked = {
        "title": (title or "").strip() or None,
        "outlets": tuple(filter(None, outlet or ())),
        "since": since or None,
        "until": until or None,
        "kind": kind or None,
    }
    problem = None
    with bench_of(request).desk.reading() as record:
        held = contents(record)
        try:
            found = listing(record, **asked, only=_only(only), contents=held)  # type: ignore[arg-type] # as above
        except InputError as error:
            problem, found = str(error), []
        shown = part(found, number, EACH)
        citations = record.citations(each.id for each in shown.items)
    return page(
        request,
        "sources",
        status=400 if problem else 200,
        problem=problem,
        contents=held,
        fetched=_fetched(held),
        asked=asked,
        only=only or None,
        lists=_lists(held),
        most_outlets=OUTLETS,
        part=shown,
        citations=citations,
        query=_query(request),
    )


def _query(request: Request) -> str:
    """Give the filters as they stand in the address, without the page."""
    given = request.query_params.multi_items()
    return urlencode([(key, value) for key, value in given if value and key != "page"])


def _only(given: str | None) -> Only | None:
    for each in ONLY:
        if given == each:
            return each
    if given:
        raise InputError(f"No such list {given!r}. Use one of: {', '.join(ONLY)}.")
    return None


def _lists(held: Contents) -> list[tuple[Only, str, int]]:
    """Give the lists of documents that need a look, with how many are in each."""
    return [(each, says, len(getattr(held, each))) for each, says in ONLY.items()]


def _fetched(held: Contents) -> str | None:
    """Give when feeds and pages were last fetched."""
    return max((each.fetched for each in held.sources if each.fetched), default=None)
