"""Resources that change the record: add, update, amend, remove.

In: documents, files or addresses. Out: what became of each document as it becomes durable, a line
of JSON each, or events where those are asked for.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import asdict, replace
from itertools import count
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse
from pydantic import Field

from onix.errors import InputError
from onix.intake import Raw
from onix.intake.addresses import is_web_address
from onix.intake.dates import iso_date
from onix.jobs.add import add
from onix.jobs.amend import amend
from onix.jobs.remove import remove
from onix.jobs.report import Added, Progress, added_json
from onix.jobs.update import update
from onix.record import Record
from onix.record.hiding import file_name
from onix.serve.api.sending import Given, GivenDocument, Sent, sent
from onix.serve.api.shapes import gives, keys, many
from onix.serve.audit import note
from onix.serve.bench import bench_of
from onix.serve.finding import find
from onix.serve.rights import needs
from onix.serve.runs import Run

router = APIRouter(tags=["change"])

EVENTS, LINES = "text/event-stream", "application/x-ndjson"
PAUSE = 0.1
_STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": (
            "A line of JSON for each document (`added`), between them how far it is, and at last "
            "how it ended (`run`); or events of these names."
        ),
        "content": {LINES: {"schema": {"type": "string"}}, EVENTS: {"schema": {"type": "string"}}},
    }
}


class Add(Given):
    """What is to be added: documents, or addresses of pages and feeds."""

    documents: list[GivenDocument] = Field(
        [], max_length=10_000, description="As lines of `onix add --jsonl`."
    )
    addresses: list[Annotated[str, Field(max_length=4000)]] = Field(
        [], max_length=1000, description="Of pages, feeds, sitemaps."
    )
    outlet: str | None = Field(None, max_length=200, description="Where a document says none.")
    published: str | None = Field(None, max_length=40, description="ISO date, likewise.")
    again: bool = Field(False, description="Keep what was removed before, too.")


additions = sent(Add, file="Pages, feeds, transcripts: whatever `onix add` reads.")


@router.post(
    "/add",
    dependencies=[Depends(needs("add"))],
    openapi_extra=additions.described,
    response_class=StreamingResponse,
    responses=_STREAM,
)
def post_add(
    request: Request,
    body: Annotated[Sent[Add], Depends(additions)],
    accept: Annotated[str | None, Header()] = None,
) -> Response:
    """Add documents or pages; each line says what became of one, once that is durable."""
    asked, files = body.asked, body.files.get("file", [])
    if not asked.documents and not asked.addresses and not files:
        raise InputError('Nothing to add. Send "documents", "addresses", or files as "file".')
    for each in asked.addresses:
        if not is_web_address(each):
            raise InputError(f"{each!r} is no web address. Write it as https://paper.example/a")
    published = None if asked.published is None else iso_date(asked.published)
    if asked.published is not None and published is None:
        raise InputError(f"{asked.published!r} is no date. Write it as 2025-11-26.")
    inputs: list[str | Raw] = [*asked.addresses, *files]
    if asked.documents:
        lines = "\n".join(each.model_dump_json(exclude_none=True) for each in asked.documents)
        inputs.append(Raw("sent.jsonl", lines.encode("utf-8")))
    settings = bench_of(request).desk.serving.settings

    def make(record: Record, tell: Callable[[Progress], None]) -> Iterator[Added]:
        return add(
            record, inputs, outlet=asked.outlet, published=published, again=asked.again,
            allow_private=settings.allow_private, workers=settings.processes, on_progress=tell,
        )  # fmt: skip

    what = _counted(
        (len(asked.documents), "document", "documents"),
        (len(asked.addresses), "address", "addresses"),
        (len(files), "file", "files"),
    )
    note(request, what)
    return _stream(bench_of(request).runs.start(what, make), accept)


@router.post(
    "/update",
    dependencies=[Depends(needs("add"))],
    response_class=StreamingResponse,
    responses=_STREAM,
)
def post_update(request: Request, accept: Annotated[str | None, Header()] = None) -> Response:
    """Fetch the feeds and pages of the record again."""
    settings = bench_of(request).desk.serving.settings

    def make(record: Record, tell: Callable[[Progress], None]) -> Iterator[Added]:
        return update(
            record, allow_private=settings.allow_private, workers=settings.processes,
            on_progress=tell,
        )  # fmt: skip

    return _stream(bench_of(request).runs.start("What is new in feeds and pages", make), accept)


@router.patch(
    "/documents/{document_id:path}",
    dependencies=[Depends(needs("add"))],
    responses=gives("What became of the document.", "added"),
)
def patch_document(
    request: Request,
    document_id: str,
    published: Annotated[str | None, Query(max_length=40, description="ISO date.")] = None,
    outlet: Annotated[str | None, Query(max_length=200)] = None,
) -> Response:
    """Give a document the date or the outlet that became known later; it is read anew."""
    desk = bench_of(request).desk
    with desk.writing() as record:
        find(record, document_id)
        amended = amend(record, document_id, published=published, outlet=outlet)
    note(request, f"{document_id}: {amended.why}")
    shown = amended if desk.paths else replace(amended, address=str(file_name(amended.address)))
    return JSONResponse(added_json(shown))


@router.delete(
    "/documents/{document_id:path}",
    dependencies=[Depends(needs("remove"))],
    responses=gives("A tombstone for each version.", keys(removed=many("tombstone"))),
)
def delete_document(
    request: Request,
    document_id: str,
    why: Annotated[
        str, Query(min_length=1, max_length=2000, description="Stays in the record for good.")
    ],
    only_this_version: Annotated[
        bool, Query(description="Leave older and newer versions of it in.")
    ] = False,
) -> Response:
    """Take a document out for good; what is left says when and why."""
    desk = bench_of(request).desk
    with desk.writing() as record:
        find(record, document_id)
        stones = remove(record, document_id, why=why, only_this_version=only_this_version)
    note(request, f"{document_id}: {why}")
    shown = stones if desk.paths else [replace(e, address=file_name(e.address)) for e in stones]
    return JSONResponse({"removed": [asdict(each) for each in shown]})


def _counted(*counts: tuple[int, str, str]) -> str:
    """Give how many of what are added: "1 document, 2 files"."""
    return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n)


def _stream(run: Run, accept: str | None) -> Response:
    events = accept is not None and EVENTS in accept
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    kind = EVENTS if events else LINES
    return StreamingResponse(_told(run, events=events), media_type=kind, headers=headers)


async def _told(run: Run, *, events: bool) -> AsyncIterator[str]:
    """Give what becomes of each document, how far it is when that changes, and how it ended."""
    seen = 0
    said: dict[str, Any] = {}
    for turn in count():
        is_over = run.is_over
        for each in run.added[seen:]:
            seen += 1
            yield _written("added", added_json(each), events=events)
        if is_over:
            yield _written("over", run.status(), events=events)
            return
        # Not at once: what is quick is over before anybody wants to hear that it waits.
        if turn and said != (status := run.status()):
            said = status
            yield _written("progress", status, events=events)
        await asyncio.sleep(PAUSE)


def _written(name: str, value: dict[str, Any], *, events: bool) -> str:
    line = json.dumps(value, ensure_ascii=False)
    return f"event: {name}\ndata: {line}\n\n" if events else f"{line}\n"
