"""Resources that only read: ask, search, quotes, timeline, documents, what is in the record.

In: parameters of an address. Out: the JSON of one job.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from onix import wire
from onix.errors import InputError
from onix.jobs.ask import ask
from onix.jobs.listing import listing
from onix.jobs.quotes import AskedKind, quotes
from onix.jobs.search import search
from onix.jobs.timeline import timeline
from onix.record import Record
from onix.serve.api.shapes import answer
from onix.serve.desk import Desk
from onix.serve.finding import find
from onix.serve.rights import needs

router = APIRouter(tags=["read"])

Words = Annotated[str, Query(min_length=1, max_length=1000)]
Maybe = Annotated[str | None, Query(min_length=1, max_length=1000)]
Day = Annotated[str | None, Query(max_length=10, description="ISO date, such as 2025-05-01.")]
Outlets = Annotated[list[str], Query(max_length=50, description="By name; several may be given.")]
Within = Annotated[
    list[str], Query(max_length=50, description="Ids, addresses or titles of documents.")
]
Limit = Annotated[int, Query(ge=1, le=200)]
_ENTRY = ("id", "title", "outlet", "published", "address")


def desk_of(request: Request) -> Desk:
    """Give what is served."""
    desk: Desk = request.app.state.desk
    return desk


@router.get(
    "/ask",
    dependencies=[Depends(needs("ask"))],
    responses=answer(
        "The answer, or why there is none.",
        question="string", statements="array", disagreements="array", origins="object",
        abstained=("object",), as_of=("string",), looked_at="integer",
    ),
)  # fmt: skip
def get_ask(
    request: Request,
    question: Words,
    as_of: Day = None,
    outlet: Outlets = [],  # noqa: B006 - FastAPI makes a new one for each request
    since: Day = None,
    until: Day = None,
    within: Within = [],  # noqa: B006
    limit: Annotated[int, Query(ge=1, le=20)] = 3,
) -> Response:
    """Answer a question in the words of the record, or not at all."""
    with desk_of(request).reading() as record:
        found = ask(
            record, question, as_of=as_of, outlets=outlet, since=since, until=until,
            documents=_ids(record, within), limit=limit,
        )  # fmt: skip
    return JSONResponse(wire.answer(found))


@router.get(
    "/search",
    dependencies=[Depends(needs("read"))],
    responses=answer("Passages, best first.", results="array"),
)
def get_search(
    request: Request,
    words: Words,
    as_of: Day = None,
    outlet: Outlets = [],  # noqa: B006
    since: Day = None,
    until: Day = None,
    within: Within = [],  # noqa: B006
    limit: Limit = 10,
) -> Response:
    """Find passages that have these words; what stands in quotation marks must be there so."""
    with desk_of(request).reading() as record:
        found = search(
            record, words, limit=limit, outlets=outlet, since=since, until=until, as_of=as_of,
            documents=within,
        )  # fmt: skip
    return JSONResponse({"results": [wire.hit(each) for each in found]})


@router.get(
    "/quotes",
    dependencies=[Depends(needs("read"))],
    responses=answer(
        "Who is quoted and with what, or why there is nothing.",
        quotes="array", speakers="array", notes="array", why=("string",), looked_at="integer",
        unattributed="integer",
    ),
)  # fmt: skip
def get_quotes(
    request: Request,
    speaker: Maybe = None,
    about: Maybe = None,
    unattributed: bool = False,
    kind: AskedKind = "marked",
    outlet: Outlets = [],  # noqa: B006
    since: Day = None,
    until: Day = None,
    within: Within = [],  # noqa: B006
    limit: Annotated[int, Query(ge=1, le=1000, description="Of each speaker.")] = 20,
) -> Response:
    """Give who is quoted, with what, where, when, to whom and going back to what."""
    with desk_of(request).reading() as record:
        found = quotes(
            record, speaker=speaker, about=about, unattributed=unattributed, kind=kind,
            outlets=outlet, since=since, until=until, documents=within, limit=limit,
        )  # fmt: skip
    return JSONResponse(wire.quotations(found))


@router.get(
    "/timeline",
    dependencies=[Depends(needs("read"))],
    responses=answer(
        "What happened and was announced, in order, or why there is nothing.",
        events="array", undated="array", notes="array", why=("string",), topic=("string",),
        looked_at="integer",
    ),
)  # fmt: skip
def get_timeline(
    request: Request,
    topic: Maybe = None,
    since: Day = None,
    until: Day = None,
    as_of: Day = None,
    outlet: Outlets = [],  # noqa: B006
    within: Within = [],  # noqa: B006
    speech: bool = False,
) -> Response:
    """Give what happened, in order, of a name, a topic, or the whole record (which takes long)."""
    with desk_of(request).reading() as record:
        found = timeline(
            record, topic, since=since, until=until, as_of=as_of, outlets=outlet,
            documents=within, speech=speech,
        )  # fmt: skip
    return JSONResponse(wire.timeline(found))


@router.get(
    "/documents",
    dependencies=[Depends(needs("read"))],
    responses=answer(
        "The documents that pass, the newest first, and where the next part begins.",
        documents="array", total="integer", next=("integer",),
    ),
)  # fmt: skip
def get_documents(
    request: Request,
    title: Maybe = None,
    outlet: Outlets = [],  # noqa: B006
    since: Day = None,
    until: Day = None,
    kind: Literal["article", "transcript", "recording", "plan", "draft"] | None = None,
    after: Annotated[int, Query(ge=0, le=10**9, description="`next` of the part before.")] = 0,
    limit: Limit = 50,
) -> Response:
    """List the documents of the record, older versions left out."""
    with desk_of(request).reading() as record:
        found = listing(record, title=title, outlets=outlet, since=since, until=until, kind=kind)
    part = [{name: getattr(each, name) for name in _ENTRY} for each in found[after : after + limit]]
    more = after + limit if after + limit < len(found) else None
    return JSONResponse({"documents": part, "total": len(found), "next": more})


@router.get(
    "/documents/{document_id:path}",
    dependencies=[Depends(needs("read"))],
    responses=answer(
        "The document and its marks, as `onix read` gives them.",
        document="object", sentences="array", mentions="array", times="array", quotes="array",
        figures="array", events="array",
    ),
)  # fmt: skip
def get_document(request: Request, document_id: str) -> Response:
    """Give a document with everything that was read in it."""
    with desk_of(request).reading() as record:
        found = record.marks(find(record, document_id).id)
    return JSONResponse(wire.marks(found))


@router.get(
    "/record",
    dependencies=[Depends(needs("read"))],
    responses=answer(
        "What the record holds.",
        documents="integer", passages="integer", words="integer", outlets="array",
        first=("string",), last=("string",), undated="array", removed="array",
    ),
)  # fmt: skip
def get_record(request: Request) -> Response:
    """Say what is in the record: documents, outlets, dates, and what needs a look."""
    with desk_of(request).reading() as record:
        found: dict[str, Any] = asdict(record.contents())
    return JSONResponse(found)


@router.get(
    "/sources",
    dependencies=[Depends(needs("read"))],
    responses=answer("The pages and feeds that are followed.", sources="array"),
)
def get_sources(request: Request) -> Response:
    """List the pages and feeds that `onix update` fetches again, with when they last were."""
    with desk_of(request).reading() as record:
        found = [asdict(each) for each in record.sources()]
    return JSONResponse({"sources": found})


def _ids(record: Record, names: list[str]) -> list[str]:
    if any(not each.strip() for each in names):
        raise InputError("A document without a name cannot be looked in. Give its id or title.")
    return [record.find(each).id for each in names]
