"""The page that answers: a question comes in, the words of the record go out, and a plain search.

The address of an answer holds the question and the day it was asked, so that it can be passed on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from onix import wire
from onix.errors import InputError, RecordError
from onix.jobs.examples import examples
from onix.jobs.excerpts import excerpt
from onix.jobs.saying import carried, standouts, undisputed
from onix.jobs.search import search
from onix.jobs.sources import Sources
from onix.model import Answer, Citation, Hit, Statement
from onix.record import Query as Asks
from onix.record import Record
from onix.serve.desk import Desk
from onix.serve.drawing import Drawn, Piece, pieces
from onix.serve.patience import ask_within
from onix.serve.rights import needs
from onix.serve.showing import Face, drawn, face_of, page

router = APIRouter(dependencies=[Depends(needs("ask"))])

HITS = 8
OUTLETS = 100  # that can be ticked; any other can be named in the address
Many = Annotated[list[str] | None, Query(max_length=100)]
Day = Annotated[str | None, Query(max_length=40)]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its filters, as its address has them; a box left empty is no filter."""

    question: str
    as_of: str | None = None
    since: str | None = None
    until: str | None = None
    outlets: tuple[str, ...] = ()
    within: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """The query of its address, in one order whatever the order it came in."""
        one = ("question", "as_of", "since", "until")
        pairs = [(name, getattr(self, name)) for name in one if getattr(self, name)]
        pairs += [("outlet", each) for each in self.outlets]
        pairs += [("within", each) for each in self.within]
        return urlencode(pairs)

    @property
    def plainly(self) -> Asked:
        """The same question without the filters."""
        return Asked(self.question)

    @property
    def today(self) -> Asked:
        """The same as of today."""
        return replace(self, as_of=date.today().isoformat())

    @property
    def is_filtered(self) -> bool:
        """Is more left out than what came later?"""
        return bool(self.since or self.until or self.outlets or self.within)


def asked(
    question: Annotated[str, Query(max_length=1000)] = "",
    as_of: Day = None,
    since: Day = None,
    until: Day = None,
    outlet: Many = None,
    within: Many = None,
) -> Asked:
    """Give what a request asks."""
    return Asked(
        question=question.strip(),
        as_of=as_of or None,
        since=since or None,
        until=until or None,
        outlets=tuple(filter(None, outlet or ())),
        within=tuple(filter(None, within or ())),
    )


Asking = Annotated[Asked, Depends(asked)]


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement as a page shows it: in pieces, and with the numbers of its sources."""

    statement: Statement
    drawn: list[Piece]
    cited: list[tuple[int, Citation]]


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


@router.get("/")
def start(request: Request) -> Response:
    """Give the box, and what is in the record; where there is none, how to make one."""
    desk = _desk(request)
    named = desk.path if desk.paths else desk.path.name
    try:
        with desk.reading() as record:
            contents, asking = record.contents(), examples(record)
            outlets = record.outlets()[:OUTLETS]
    except RecordError as problem:
        return page(request, "start", path=named, problem=str(problem))
    return page(request, "start", path=named, contents=contents, examples=asking, outlets=outlets)


@router.get("/ask")
def answer_page(request: Request, asked: Asking) -> Response:
    """Give the page of an answer; without a day it is sent on to that of today."""
    if not asked.question:
        return RedirectResponse("/", 303)
    if asked.as_of is None:
        return RedirectResponse(f"/ask?{asked.today.query}", 303)
    desk = _desk(request)
    try:
        return HTMLResponse(desk.kept(partial(answer, face=face_of(request), asked=asked)))
    except InputError as problem:  # a filter of theirs; the page lets them mend it
        with desk.reading() as record:
            outlets = record.outlets()[:OUTLETS]
        says = str(problem)
        return page(request, "answer", status=400, asked=asked, outlets=outlets, problem=says)


def answer(record: Record, *, face: Face, asked: Asked) -> bytes:
    """Give the page of an answer as HTML."""
    found = _ask(record, asked)
    within = [record.find(each) for each in asked.within]
    hits = _search(record, asked)
    # Nobody can say whether they were there on a day that is gone.
    past = not Asks(asked.question, as_of=asked.as_of).holds_undated
    left_out = len(record.contents().undated) if past else 0
    sources = Sources()
    abstained = found.abstained
    return drawn(
        face,
        "answer",
        asked=asked,
        outlets=record.outlets()[:OUTLETS],
        answer=found,
        statements=[_shown(each, sources) for each in undisputed(found)],
        disagreements=[
            (each.about, [_shown(one, sources) for one in each.readings])
            for each in found.disagreements
        ],
        nearest=_numbered(sources, [abstained.nearest]) if abstained and abstained.nearest else [],
        carried=carried(found.origins),
        sources=sources,
        hits=[(each.citation, _passage(each, asked.question)) for each in hits],
        within=within,
        left_out=left_out,
    ).encode()


@router.get("/ask.json")
def answer_json(asked: Asking, request: Request) -> Response:
    """Give the same answer for a program."""
    if not asked.question:
        raise InputError("Nothing is asked. Give a question: /ask.json?question=Who+…")
    return JSONResponse(wire.answer(_desk(request).run(_ask, asked)))


def _ask(record: Record, asked: Asked) -> Answer:
    return ask_within(
        record,
        asked.question,
        as_of=asked.as_of,
        since=asked.since,
        until=asked.until,
        outlets=asked.outlets,
        documents=asked.within,
    )


def _search(record: Record, asked: Asked) -> list[Hit]:
    """Find passages by the words of the question; one without any word finds none."""
    if not any(letter.isalnum() for letter in asked.question):
        return []
    return search(
        record,
        asked.question,
        limit=HITS,
        as_of=asked.as_of,
        since=asked.since,
        until=asked.until,
        outlets=asked.outlets,
        documents=asked.within,
    )


def _shown(statement: Statement, sources: Sources) -> Shown:
    marks = [Drawn(each.start, each.end, each.kind) for each in standouts(statement)]
    return Shown(statement, pieces(statement.text, marks), _numbered(sources, statement.citations))


def _passage(hit: Hit, words: str) -> list[Piece]:
    """Give a passage from where the words stand, which stand out in it."""
    found = excerpt(hit.citation.span.text, words)
    marks = [Drawn(start, end, "word") for start, end in found.words]
    cut = [Piece("… ")] if found.start else []
    return cut + pieces(found.text, marks, start=found.start)


def _numbered(sources: Sources, citations: Iterable[Citation]) -> list[tuple[int, Citation]]:
    """Give each cited document once, with its number and the first place cited in it."""
    first: dict[int, Citation] = {}
    for each in citations:
        first.setdefault(sources.numbers([each])[0], each)
    return list(first.items())
