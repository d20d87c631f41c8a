"""The pages by which documents come in: files, an address or a feed, and what became of each.

In: forms. Out: a page of each run that tells how far it is, by events where scripts run, and by
being loaded again where they do not.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.datastructures import FormData, UploadFile

from onix.errors import InputError
from onix.intake import Raw
from onix.intake.addresses import is_web_address
from onix.intake.dates import iso_date
from onix.jobs.add import add
from onix.jobs.amend import amend
from onix.jobs.report import LEFT_OUT, Added, Progress, added_json
from onix.jobs.update import update
from onix.record import Record
from onix.serve.audit import note
from onix.serve.bench import bench_of
from onix.serve.posted import name_of, posted, text_of, uploads_of
from onix.serve.rights import needs
from onix.serve.runs import Run
from onix.serve.showing import page

router = APIRouter(dependencies=[Depends(needs("add"))])

SHOWN = 500  # outcomes on a page; the file has all
STREAM = 20.0  # seconds of one stream of events; a browser asks for the next by itself
PAUSE = 0.2
Posted = Annotated[FormData, Depends(posted)]
Tell = Callable[[Progress], None]


@router.get("/add")
def add_page(request: Request) -> Response:
    """Give the forms, and what is and was added since the server runs."""
    return _form(request)


def _form(request: Request, *, problem: str | None = None, **given: Any) -> Response:
    bench = bench_of(request)
    sources = 0
    if bench.desk.is_there:
        with bench.desk.reading() as record:
            sources = len(record.sources())
    return page(
        request,
        "add",
        status=400 if problem else 200,
        problem=problem,
        given=given,
        runs=bench.runs.all,
        sources=sources,
        allows_private=bench.desk.serving.settings.allow_private,
    )


@router.post("/add")
def add_posted(request: Request, form: Posted) -> Response:
    """Have files or addresses added, and lead to the page of the run."""
    given = {key: text_of(form, key) for key in ("addresses", "outlet", "published")}
    try:
        inputs: list[str | Raw] = [
            *_addresses(given["addresses"]),
            *_files(uploads_of(form, "files")),
        ]
        if not inputs:
            raise InputError("Nothing to add. Give an address, or choose files.")
        published = _day(given["published"])
    except InputError as problem:
        return _form(request, problem=str(problem), **given)
    outlet, again = given["outlet"] or None, bool(form.get("again"))
    bench = bench_of(request)
    settings = bench.desk.serving.settings

    def make(record: Record, tell: Tell) -> Iterator[Added]:
        return add(
            record,
            inputs,
            outlet=outlet,
            published=published,
            again=again,
            allow_private=settings.allow_private,
            workers=settings.processes,
            on_progress=tell,
        )

    note(request, _what(inputs))
    return _to(bench.runs.start(_what(inputs), make))


@router.post("/add/update")
def update_posted(request: Request, form: Posted) -> Response:
    """Have the feeds and pages of the record fetched again."""
    bench = bench_of(request)
    settings = bench.desk.serving.settings

    def make(record: Record, tell: Tell) -> Iterator[Added]:
        return update(
            record,
            allow_private=settings.allow_private,
            workers=settings.processes,
            on_progress=tell,
        )

    return _to(bench.runs.start("What is new in the feeds and pages of the record", make))


@router.post("/add/amend")
def amend_posted(request: Request, form: Posted) -> Response:
    """Have a document take a date or an outlet, and lead to the page of the run."""
    given = {key: text_of(form, key) for key in ("document", "outlet", "published")}
    what = f"What is known of {given['document']}"

    def make(record: Record, tell: Tell) -> Iterator[Added]:
        yield amend(record, given["document"], published=given["published"], outlet=given["outlet"])

    note(request, what)
    return _to(bench_of(request).runs.start(what, make))


@router.get("/add/{run_id}.json")
def run_json(request: Request, run_id: str) -> Response:
    """Give what became of each document so far."""
    return JSONResponse(bench_of(request).runs.find(run_id).as_json())


@router.get("/add/{run_id}")
def run_page(request: Request, run_id: str) -> Response:
    """Give how far a run is; without script the page loads itself again until it is over."""
    run = bench_of(request).runs.find(run_id)
    is_over = run.is_over  # before the list, so that one that is over has all of it
    added = list(run.added)
    left_out = [each for each in added if each.outcome == LEFT_OUT]
    return page(
        request,
        "run",
        run=run,
        is_over=is_over,
        many=len(added),
        left_out=left_out[:SHOWN],
        added=[each for each in added if each.outcome != LEFT_OUT][-SHOWN:],
    )


@router.post("/add/{run_id}/stop")
def run_stopped(request: Request, run_id: str, form: Posted) -> Response:
    """Stop a run; what it reported stays."""
    run = bench_of(request).runs.find(run_id)
    run.stop()
    return _to(run)


@router.get("/add/{run_id}/events")
async def run_events(
    request: Request,
    run_id: str,
    first: Annotated[int, Query(ge=0)] = 0,
    last_event_id: Annotated[str | None, Header()] = None,
) -> Response:
    """Give what becomes of each document as events, from the one after those that were seen."""
    run = bench_of(request).runs.find(run_id)
    if last_event_id and last_event_id.isdecimal():
        first = int(last_event_id)
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_events(run, first), media_type="text/event-stream", headers=headers)


async def _events(run: Run, seen: int) -> AsyncIterator[str]:
    """Give new outcomes and each change of what is said, until it is over or time is up."""
    until = time.monotonic() + STREAM
    said = ""
    yield "retry: 1000\n\n"
    while time.monotonic() < until:
        is_over = run.is_over
        for each in run.added[seen:]:
            seen += 1
            yield _event("added", added_json(each), id=seen)
        status = json.dumps(run.status(), ensure_ascii=False)
        if status != said:
            said = status
            yield f"event: status\ndata: {status}\n\n"
        if is_over:
            yield _event("over", {})
            return
        await asyncio.sleep(PAUSE)


def _event(name: str, value: object, *, id: int | None = None) -> str:
    number = "" if id is None else f"id: {id}\n"
    return f"{number}event: {name}\ndata: {json.dumps(value, ensure_ascii=False)}\n\n"


def _to(run: Run) -> Response:
    return RedirectResponse(f"/add/{run.id}", 303)


def _addresses(text: str) -> list[str]:
    """Give the addresses, one a line. A path is none: files of the server are not for the web."""
    found = text.split()
    for each in found:
        if not is_web_address(each):
            raise InputError(
                f"{each!r} is no web address. Write it as https://paper.example/feed.xml, "
                "or choose the file below."
            )
    return found


def _files(uploads: list[UploadFile]) -> list[Raw]:
    return [Raw(name_of(each), each.file.read(), each.content_type) for each in uploads]


def _day(text: str) -> str | None:
    day = iso_date(text) if text else None
    if text and day is None:
        raise InputError(f"{text!r} is no date. Write it as 2025-11-26.")
    return day


def _what(inputs: list[str | Raw]) -> str:
    names = [each if isinstance(each, str) else str(each.address) for each in inputs]
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"
