"""The pages of who is quoted: by speaker, with counts over time; one speaker with their words.

In: filters in the address. Out: pages, and the same for spreadsheets and programs. What a large
record quotes takes longer than a page may, so it is found in the background and kept.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from onix import wire
from onix.errors import InputError
from onix.jobs.quotes import AskedKind, quotes
from onix.jobs.quotes.counting import OverTime, over_time
from onix.jobs.quotes.files import schema_org, write_csv
from onix.jobs.report import Progress
from onix.jobs.web_annotations import of_quotations
from onix.model import Document, Quotations, Voice
from onix.record import Record
from onix.serve.bench import Bench, bench_of
from onix.serve.charts import Chart, chart
from onix.serve.paging import Part, part
from onix.serve.rights import needs
from onix.serve.showing import page

router = APIRouter(dependencies=[Depends(needs("read"))])

EACH = 50  # speakers, or quotations of one, on a page
WORDED = 4 * EACH  # speakers who are remembered with some of their words
OUTLETS = 40  # offered as filters
Form = Literal["csv", "json", "jsonld", "schema-org"]
Text = Annotated[str | None, Query(max_length=300)]
Many = Annotated[list[str] | None, Query(max_length=40)]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose words, about what, from where."""

    speaker: str | None = None
    about: str | None = None
    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    within: tuple[str, ...] = ()
    kind: AskedKind = "marked"
    unattributed: bool = False

    @property
    def query(self) -> str:
        """What stands behind "?" in the address of this."""
        return urlencode(
            [
                *([("speaker", self.speaker)] if self.speaker else []),
                *([("about", self.about)] if self.about else []),
                *(("outlet", each) for each in self.outlets),
                *([("since", self.since)] if self.since else []),
                *([("until", self.until)] if self.until else []),
                *(("within", each) for each in self.within),
                *([("kind", self.kind)] if self.kind != "marked" else []),
                *([("unattributed", "true")] if self.unattributed else []),
            ]
        )

    def by(self, speaker: str | None) -> Asked:
        """The same of one speaker, or of all."""
        return replace(self, speaker=speaker, unattributed=False)

    @property
    def left_open(self) -> Asked:
        """The same of what nobody is named for."""
        return replace(self, speaker=None, unattributed=True)

    @property
    def is_filtered(self) -> bool:
        """Is anything but a speaker asked for?"""
        return self.by(None) != Asked()

    @property
    def is_narrow(self) -> bool:
        """Is it one list of quotations that is asked for?"""
        return self.speaker is not None or self.unattributed


def asked(
    speaker: Text = None,
    about: Text = None,
    outlet: Many = None,
    since: Text = None,
    until: Text = None,
    within: Many = None,
    kind: AskedKind = "marked",
    unattributed: bool = False,
) -> Asked:
    """Give what a request asks for; an empty box asks for nothing."""
    return Asked(
        speaker=(speaker or "").strip() or None,
        about=(about or "").strip() or None,
        outlets=tuple(filter(None, outlet or ())),
        since=since or None,
        until=until or None,
        within=tuple(filter(None, within or ())),
        kind=kind,
        unattributed=unattributed,
    )


Asking = Annotated[Asked, Depends(asked)]
Number = Annotated[int, Query(alias="page", ge=1, le=100_000)]


@dataclass(frozen=True, slots=True)
class Counted:
    """A speaker with when they are quoted; few are remembered with some of their words."""

    voice: Voice
    over: OverTime


@dataclass(frozen=True, slots=True)
class Overview:
    """Who is quoted, as it is remembered: of a large record not every word."""

    speakers: tuple[Counted, ...]
    over: OverTime
    found: Quotations


@router.get("/quotes")
def quotes_page(request: Request, asked: Asking, number: Number = 1) -> Response:
    """Give who is quoted, or what one of them is quoted with."""
    bench = bench_of(request)
    values: dict[str, Any] = {"asked": asked, "kinds": _KINDS}
    with bench.desk.reading() as record:
        sequence = record.sequence
        values["outlets"] = record.outlets()[:OUTLETS]
        try:
            values["within"] = [record.find(each) for each in asked.within]
        except InputError as problem:
            return page(request, "quotes", status=400, problem=str(problem), **values)
    try:
        found = bench.quotes.find((sequence, asked), _finder(bench, asked))
    except InputError as problem:  # a filter of theirs; the page lets them mend it
        return page(request, "quotes", status=400, problem=str(problem), **values)
    if isinstance(found, Progress):
        return page(request, "quotes", status=202, progress=found, **values)
    if asked.is_narrow:
        shown: Part[Any] = part([each for one in found.found.speakers for each in one.quotes],
                     number, EACH)  # fmt: skip
    else:
        shown = part(found.speakers, number, EACH)
    return page(
        request,
        "quotes",
        found=found.found,
        part=shown,
        chart=chart(found.over),
        small=_small,
        **values,
    )


_KINDS: dict[AskedKind, str] = {
    "marked": "in quotation marks",
    "direct": "whole sentences in marks",
    "mixed": "parts in marks",
    "indirect": "in other words",
    "all": "all",
}


def _small(counted: Counted) -> Chart:
    return chart(counted.over, width=120, height=20)


def _finder(bench: Bench, asked: Asked) -> Callable[[Callable[[Progress], None]], Overview]:
    """Give what finds the quotations, on a record of its own: it may take a while."""

    def find(tell: Callable[[Progress], None]) -> Overview:
        # Of a large record not every word is remembered, only what pages show.
        limit, worded = (None, None) if asked.is_narrow else (3 if asked.about else 1, WORDED)
        with bench.desk.reading() as record:
            return _overview(_quotes(record, asked, limit=limit, worded=worded, on_progress=tell))

    return find


def _quotes(
    record: Record,
    asked: Asked,
    *,
    limit: int | None = None,
    worded: int | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Quotations:
    return quotes(
        record,
        speaker=asked.speaker,
        about=asked.about,
        unattributed=asked.unattributed,
        kind=asked.kind,
        outlets=asked.outlets,
        since=asked.since,
        until=asked.until,
        documents=asked.within,
        limit=limit,
        worded=worded,
        on_progress=on_progress,
    )


def _overview(found: Quotations) -> Overview:
    """Count by time."""
    over = over_time(day for voice in found.speakers for day in voice.published)
    speakers = [Counted(each, over_time(each.published, like=over)) for each in found.speakers]
    return Overview(tuple(speakers), over, found)


@router.get("/quotes.{form}")
def quotes_file(request: Request, form: Form, asked: Asking) -> Response:
    """Give all that the filters leave as a table or for programs, to be saved."""
    bench = bench_of(request)
    with bench.desk.reading() as record:
        sequence = record.sequence

    def make(tell: Callable[[Progress], None]) -> bytes:
        with bench.desk.reading() as record:
            found = _quotes(record, asked, on_progress=tell)
            return _bytes(found, form, cache(record.document))

    # With the pages, so that many of them at once do not take all there is to read with.
    body = bench.quotes.find((sequence, asked, form), make, patience=None)
    headers = {"content-disposition": f'attachment; filename="{_FILES[form][0]}"'}
    return Response(body, media_type=_FILES[form][1], headers=headers)


def _bytes(found: Quotations, form: Form, document: Callable[[str], Document]) -> bytes:
    if form == "csv":
        text = io.StringIO(newline="")
        write_csv(found, text)
        # A byte order mark, or Excel takes it for the encoding of thirty years ago.
        return text.getvalue().encode("utf-8-sig")
    if form == "json":
        value = wire.quotations(found)
    else:
        make = of_quotations if form == "jsonld" else schema_org
        value = make(found, document)
    return json.dumps(value, ensure_ascii=False).encode()


_FILES: dict[Form, tuple[str, str]] = {
    "csv": ("quotes.csv", "text/csv; charset=utf-8"),
    "json": ("quotes.json", "application/json"),
    "jsonld": ("quotes.annotations.jsonld", "application/ld+json"),
    "schema-org": ("quotes.schema-org.jsonld", "application/ld+json"),
}
