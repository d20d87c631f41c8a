"""The page that puts events in order: a topic comes in, a drawn line of time and a list go out.

The drawing is made here and works without scripts; a small one zooms it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from onix import wire
from onix.errors import InputError
from onix.jobs.report import Progress
from onix.jobs.sources import Sources
from onix.jobs.timeline import timeline
from onix.jobs.timeline.drawing import drawing, numbers
from onix.jobs.timeline.files import calendar, timelinejs
from onix.jobs.timeline.saying import about, counts, in_sentence, period, reported
from onix.model import Event, Timeline
from onix.serve.bench import Bench, bench_of
from onix.serve.rights import needs
from onix.serve.showing import page

router = APIRouter(dependencies=[Depends(needs("read"))])

OUTLETS = 40  # offered as filters
SMALL = 200  # documents, whose timeline is there in a moment
Text = Annotated[str | None, Query(max_length=300)]
Many = Annotated[list[str] | None, Query(max_length=40)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the timeline is of, and from where."""

    topic: str | None = None
    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    speech: bool = False

    @property
    def query(self) -> str:
        """What stands behind "?" in the address of this."""
        one = [(name, getattr(self, name)) for name in ("topic", "since", "until")]
        pairs = [(name, value) for name, value in one if value]
        pairs += [("outlet", each) for each in self.outlets]
        pairs += [("speech", "true")] if self.speech else []
        return urlencode(pairs)


def asked(
    topic: Text = None,
    outlet: Many = None,
    since: Text = None,
    until: Text = None,
    speech: bool = False,
) -> Asked:
    """Give what a request asks for; an empty box asks for nothing."""
    return Asked(
        topic=(topic or "").strip() or None,
        outlets=tuple(filter(None, outlet or ())),
        since=since or None,
        until=until or None,
        speech=speech,
    )


Asking = Annotated[Asked, Depends(asked)]


@router.get("/timeline")
def timeline_page(request: Request, asked: Asking) -> Response:
    """Give the timeline of a name, a topic, or the whole record."""
    bench = bench_of(request)
    with bench.desk.reading() as record:
        sequence, outlets = record.sequence, record.outlets()[:OUTLETS]
        is_small = len(record) <= SMALL
    values: dict[str, Any] = {"asked": asked, "outlets": outlets}
    if not is_small and not asked.topic and "topic" not in request.query_params:
        # A whole large record takes long: it is read only when somebody asks for all of it.
        return page(request, "timeline", **values)
    try:
        found = bench.timelines.find((sequence, asked), _finder(bench, asked))
    except InputError as problem:  # a filter of theirs; the page lets them mend it
        return page(request, "timeline", status=400, problem=str(problem), **values)
    if isinstance(found, Progress):
        return page(request, "timeline", status=202, progress=found, **values)
    numbered = numbers(found)
    return page(
        request,
        "timeline",
        found=found,
        counted=counts(found),
        drawn=drawing(found),
        sections=[
            ("What happened", _days(found.happened), "past"),
            ("Announced, as far as the record says", _days(found.announced), "ahead"),
        ],
        number_of=lambda event: numbered[id(event)],
        sources=Sources(),
        about=about,
        in_sentence=in_sentence,
        period=period,
        reported=reported,
        **values,
    )


@router.get("/timeline.json")
def timeline_json(request: Request, asked: Asking) -> Response:
    """Give the same for a program."""
    return JSONResponse(wire.timeline(_whole(request, asked)))


@router.get("/timeline.timelinejs")
def timeline_js(request: Request, asked: Asking) -> Response:
    """Give the JSON that TimelineJS draws."""
    found = timelinejs(_whole(request, asked))
    return JSONResponse(found, headers=_saved("timeline.timelinejs.json"))


@router.get("/timeline.ics")
def timeline_calendar(request: Request, asked: Asking) -> Response:
    """Give what is announced, for a calendar."""
    headers = _saved("timeline.ics")
    found = calendar(_whole(request, asked))
    return Response(found, media_type="text/calendar; charset=utf-8", headers=headers)


def _saved(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"'}


def _whole(request: Request, asked: Asked) -> Timeline:
    bench = bench_of(request)
    with bench.desk.reading() as record:
        sequence = record.sequence
    found = bench.timelines.find((sequence, asked), _finder(bench, asked), patience=None)
    assert isinstance(found, Timeline)  # noqa: S101 - without patience it is waited for
    return found


def _finder(bench: Bench, asked: Asked) -> Callable[[Callable[[Progress], None]], Timeline]:
    """Give what makes the timeline, on a record of its own: it may take a while."""

    def find(tell: Callable[[Progress], None]) -> Timeline:
        with bench.desk.reading() as record:
            return timeline(
                record,
                asked.topic,
                since=asked.since,
                until=asked.until,
                outlets=asked.outlets,
                speech=asked.speech,
                on_progress=tell,
            )

    return find


def _days(events: tuple[Event, ...]) -> list[tuple[str, list[Event]]]:
    """Give the events day by day, as precisely as each says."""
    grouped = groupby(events, key=lambda each: period(each.when) if each.when else "")
    return [(label, list(group)) for label, group in grouped]
