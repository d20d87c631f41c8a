"""Resources that only read: ask, search, quotes, timeline, documents, what is in the record.

In: parameters of an address. Out: the JSON of one job.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import partial
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from onix import wire
from onix.errors import InputError
from onix.jobs.check.checked import Checked
from onix.jobs.check.files import checked_json
from onix.jobs.listing import listing
from onix.jobs.quotes import AskedKind, quotes
from onix.jobs.search import search
from onix.jobs.timeline import timeline
from onix.record import Record
from onix.serve.api.answering import desk_of, told
from onix.serve.api.parts import part_of
from onix.serve.api.shapes import entry, gives, keys, many
from onix.serve.bench import bench_of
from onix.serve.finding import find
from onix.serve.hearing import IS_TAPE, may_be_held
from onix.serve.patience import ask_within
from onix.serve.rights import needs

router = APIRouter(tags=["read"])

Question = Annotated[
    str, Query(min_length=1, max_length=1000, description="In plain English, as one would ask it.")
]
Words = Annotated[
    str,
    Query(min_length=1, max_length=1000, description='Words; "in marks" they must stand so.'),
]
Speaker = Annotated[
    str | None, Query(min_length=1, max_length=1000, description="In any form of the name.")
]
About = Annotated[
    str | None, Query(min_length=1, max_length=1000, description="Words that the quotation has.")
]
Topic = Annotated[str | None, Query(min_length=1, max_length=1000, description="A name, or words.")]
Title = Annotated[
    str | None,
    Query(min_length=1, max_length=1000, description="Words of the title or the address."),
]
Unattributed = Annotated[bool, Query(description="Those whose speaker is left open.")]
Kind = Annotated[
    AskedKind, Query(description="`marked`: with quotation marks, `all`: reported, too.")
]
Speech = Annotated[bool, Query(description="Also that something was said.")]
Since = Annotated[str | None, Query(max_length=10, description="From this day on: 2025-05-01.")]
Until = Annotated[str | None, Query(max_length=10, description="To this day, included.")]
AsOf = Annotated[
    str | None, Query(max_length=10, description="Only what was published by this day.")
]
Outlets = Annotated[list[str], Query(max_length=50, description="By name; several may be given.")]
Within = Annotated[
    list[str], Query(max_length=50, description="Ids, addresses or titles of documents.")
]
Limit = Annotated[int, Query(ge=1, le=200)]
Cursor = Annotated[str | None, Query(max_length=5000, description="`next` of the part before.")]


@router.get(
    "/ask",
    dependencies=[Depends(needs("ask"))],
    responses=gives("The answer, or why there is none.", "answer", tagged=True),
)
def get_ask(
    request: Request,
    question: Question,
    as_of: AsOf = None,
    outlet: Outlets = [],  # noqa: B006 - FastAPI makes a new one for each request
    since: Since = None,
    until: Until = None,
    within: Within = [],  # noqa: B006
    limit: Annotated[int, Query(ge=1, le=20)] = 3,
) -> Response:
    """Answer a question in the words of the record, or not at all."""
    asked = partial(
        _answer, question=question, within=within,
        as_of=as_of, outlets=outlet, since=since, until=until, limit=limit,
    )  # fmt: skip
    return told(request, asked, apart=True)


def _answer(record: Record, *, question: str, within: list[str], **how: Any) -> wire.JSON:
    return wire.answer(ask_within(record, question, documents=_ids(record, within), **how))


@router.get(
    "/search",
    dependencies=[Depends(needs("read"))],
    responses=gives("Passages, best first.", keys(results=many("hit")), tagged=True),
)
def get_search(
    request: Request,
    words: Words,
    as_of: AsOf = None,
    outlet: Outlets = [],  # noqa: B006
    since: Since = None,
    until: Until = None,
    within: Within = [],  # noqa: B006
    limit: Limit = 10,
) -> Response:
    """Find passages that have these words; what stands in quotation marks must be there so."""

    def make(record: Record) -> wire.JSON:
        found = search(
            record, words, limit=limit, outlets=outlet, since=since, until=until, as_of=as_of,
            documents=within,
        )  # fmt: skip
        return {"results": [wire.hit(each) for each in found]}

    return told(request, make)


@router.get(
    "/quotes",
    dependencies=[Depends(needs("read"))],
    responses=gives(
        "Who is quoted and with what, or why there is nothing.", "quotations", tagged=True
    ),
)
def get_quotes(
    request: Request,
    speaker: Speaker = None,
    about: About = None,
    unattributed: Unattributed = False,
    kind: Kind = "marked",
    outlet: Outlets = [],  # noqa: B006
    since: Since = None,
    until: Until = None,
    within: Within = [],  # noqa: B006
    limit: Annotated[int, Query(ge=1, le=1000, description="Of each speaker.")] = 20,
) -> Response:
    """Give who is quoted, with what, where, when, to whom and going back to what."""
    return told(
        request,
        lambda record: wire.quotations(
            quotes(
                record, speaker=speaker, about=about, unattributed=unattributed, kind=kind,
                outlets=outlet, since=since, until=until, documents=within, limit=limit,
            )
        ),
    )  # fmt: skip


@router.get(
    "/timeline",
    dependencies=[Depends(needs("read"))],
    responses=gives(
        "What happened and was announced, in order, or why there is nothing.", "timeline",
        tagged=True,
    ),
)  # fmt: skip
def get_timeline(
    request: Request,
    topic: Topic = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    outlet: Outlets = [],  # noqa: B006
    within: Within = [],  # noqa: B006
    speech: Speech = False,
) -> Response:
    """Give what happened, in order, of a name, a topic, or the whole record (which takes long)."""
    return told(
        request,
        lambda record: wire.timeline(
            timeline(
                record, topic, since=since, until=until, as_of=as_of, outlets=outlet,
                documents=within, speech=speech,
            )
        ),
    )  # fmt: skip


@router.get(
    "/documents",
    dependencies=[Depends(needs("read"))],
    responses=gives(
        "The documents that pass, the newest first, and where the next part begins.",
        keys(
            documents=many("listed"),
            total={"type": "integer"},
            next={"type": ["string", "null"]},
        ),
        tagged=True,
    ),
)
def get_documents(
    request: Request,
    title: Title = None,
    outlet: Outlets = [],  # noqa: B006
    since: Since = None,
    until: Until = None,
    kind: Literal["article", "transcript", "recording", "plan", "draft"] | None = None,
    after: Cursor = None,
    limit: Limit = 50,
) -> Response:
    """List the documents of the record, older versions left out."""

    def make(record: Record) -> wire.JSON:
        found = listing(record, title=title, outlets=outlet, since=since, until=until, kind=kind)
        part, following = part_of(found, after=after, limit=limit)
        return {"documents": [entry(each) for each in part], "total": len(found), "next": following}

    return told(request, make)


@router.get(
    "/documents/{document_id:path}/tape",
    dependencies=[Depends(needs("read"))],
    responses=gives(
        "What the transcripts of the record have of each quotation in marks.", "checked",
        tagged=True,
    ),
)  # fmt: skip
def get_tape(request: Request, document_id: str) -> Response:
    """Hold the quotations of a story against the transcripts of the record."""
    desk, hearing = desk_of(request), bench_of(request).hearing
    with desk.reading() as record:
        story, transcripts = find(record, document_id), hearing.transcripts(record)
    found = hearing.find(transcripts, story, patience=None) if may_be_held(story) else IS_TAPE
    assert isinstance(found, Checked)  # noqa: S101 - without patience it is waited for
    return told(request, lambda _: checked_json(replace(found, looked_at=len(transcripts))))


@router.get(
    "/documents/{document_id:path}",
    dependencies=[Depends(needs("read"))],
    responses=gives(
        "The document and its marks, as `onix read` gives them.", "marks", tagged=True
    ),
)  # fmt: skip
def get_document(request: Request, document_id: str) -> Response:
    """Give a document with everything that was read in it."""
    return told(
        request, lambda record: wire.marks(record.marks(find(record, document_id).id))
    )  # fmt: skip


@router.get(
    "/record",
    dependencies=[Depends(needs("read"))],
    responses=gives("What the record holds.", "contents"),
)
def get_record(request: Request) -> Response:
    """Say what is in the record: documents, outlets, dates, and what needs a look."""
    return told(request, lambda record: asdict(record.contents()), tagged=False)


@router.get(
    "/sources",
    dependencies=[Depends(needs("read"))],
    responses=gives("The pages and feeds that are followed.", keys(sources=many("source"))),
)
def get_sources(request: Request) -> Response:
    """List the pages and feeds that `onix update` fetches again, with when they last were."""
    return told(
        request,
        lambda record: {"sources": [asdict(each) for each in record.sources()]},
        tagged=False,
    )


def _ids(record: Record, names: list[str]) -> list[str]:
    if any(not each.strip() for each in names):
        raise InputError("A document without a name cannot be looked in. Give its id or title.")
    return [record.find(each).id for each in names]
