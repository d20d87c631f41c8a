"""What the box on a page elsewhere asks for: a question in, the JSON of an answer out.

The box is named in the address. Who may ask is decided in `rights.py`, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from onix import wire
from onix.boxes import Box
from onix.errors import InputError
from onix.jobs.search import search
from onix.jobs.text_links import web_address
from onix.model import Abstention, Answer, Citation, Hit, Statement
from onix.record import Part, Record, origins
from onix.serve.desk import Desk
from onix.serve.embed import shown
from onix.serve.embed.holding import Boxes
from onix.serve.embed.sharing import PREFIX
from onix.serve.patience import VISITOR, ask_within
from onix.serve.rights import address_of, box_of, door_of, needs
from onix.serve.telling import BOX, here

router = APIRouter(prefix=f"{PREFIX}/{{box}}", dependencies=[Depends(needs("embed"))])
HITS = 5
LONGEST = 1000  # characters of a question
# Seconds for which a browser need not look again: how current a box is, and that it may ask.
KEPT, PREFLIGHT = 300, 600
NOTHING_YET = Abstention("empty_record", "There is nothing yet that this box could answer from.")

OfBox = Annotated[Box, Depends(box_of)]


@router.options("")
@router.options("/ask")
def preflight(box: OfBox) -> Response:
    """Say to a browser that a page of this origin may ask."""
    return Response(
        status_code=204,
        headers={
            "access-control-allow-methods": "GET",
            "access-control-max-age": str(PREFLIGHT),
        },
    )


@router.get("")
def about(box: OfBox, request: Request) -> Response:
    """Say what a box is called, what it answers from, and how current that is."""
    desk, boxes = _served(request)
    with desk.reading() as record:
        found = _about(box, boxes.part(box, record))
    return JSONResponse(found, headers={"cache-control": f"private, max-age={KEPT}"})


@router.get("/ask")
def answer(
    box: OfBox, request: Request, question: Annotated[str, Query(max_length=LONGEST)] = ""
) -> Response:
    """Answer from the documents of the box, with plain search results in them."""
    if not question.strip():
        raise InputError(f"Nothing is asked. Give a question: {request.url.path}?question=Who+…")
    desk, boxes = _served(request)
    boxes.count(box, address_of(request))
    # A page of the desk is no use to those who cannot come in.
    has_pages = door_of(request).kind != "login"

    def make(record: Record, part: Part) -> bytes:
        found, hits = found_in(record, part, question.strip())
        cited = list(dict.fromkeys(each.span.document_id for each in _citations(found)))
        changed = shown.changes(record, cited)
        answered = {
            "answer": wire.answer(found),
            "results": [wire.hit(each) for each in hits],
            "shown": shown.shown(found, hits, changed, has_pages=has_pages),
        }
        return bytes(JSONResponse(_about(box, part) | answered).body)

    with boxes.turn(), desk.reading() as record:
        body = boxes.remembered(box, record, question.strip(), make)
    return Response(body, media_type="application/json")


def _served(request: Request) -> tuple[Desk, Boxes]:
    desk: Desk = request.app.state.desk
    boxes: Boxes = request.app.state.boxes
    return desk, boxes


def _about(box: Box, part: Part) -> dict[str, Any]:
    return {
        "box": {"name": box.name, "title": box.title},
        "freshness": {
            "documents": len(part.ids),
            "newest": part.newest,
            "updated": part.updated,
            "says": shown.freshness(part),
        },
    }


def found_in(record: Record, part: Part, question: str) -> tuple[Answer, list[Hit]]:
    """Ask and search the documents of a part, and no others; an empty one has no answer."""
    today = date.today().isoformat()
    if not part.ids:  # no documents would mean all of them
        return Answer(question, as_of=today, abstained=NOTHING_YET), []
    # Outlets and ids bound the same, but the index finds a few outlets faster than many ids.
    outlets, documents = part.outlets, () if part.outlets else part.ids
    found = ask_within(
        record, question, seconds=VISITOR, as_of=today, outlets=outlets, documents=documents
    )
    hits: list[Hit] = []
    if any(letter.isalnum() for letter in question):
        hits = search(
            record, question, limit=HITS, as_of=today, outlets=outlets, documents=documents
        )
    ids = {each.span.document_id for each in (*_citations(found), *(h.citation for h in hits))}
    known = record.citations(ids, among=part)

    def of_part(citation: Citation) -> Citation:
        """Give a citation with what is known of it from this part, and no path of this machine."""
        told = known[citation.span.document_id]
        return replace(told, span=citation.span, address=web_address(told.address))

    def each_of_part(statements: Iterable[Statement]) -> tuple[Statement, ...]:
        return tuple(
            replace(each, citations=tuple(map(of_part, each.citations))) for each in statements
        )

    abstained = found.abstained
    if abstained is not None and abstained.nearest is not None:
        abstained = replace(abstained, nearest=of_part(abstained.nearest))
    statements = each_of_part(found.statements)
    if abstained is not None:
        abstained = replace(abstained, says=here(abstained.says, BOX, record.path))
    found = replace(
        found,
        statements=statements,
        disagreements=tuple(
            replace(each, readings=each_of_part(each.readings)) for each in found.disagreements
        ),
        origins=origins(citation for each in statements for citation in each.citations),
        abstained=abstained,
    )
    return found, [replace(each, citation=of_part(each.citation)) for each in hits]


def _citations(answer: Answer) -> list[Citation]:
    """Give everything that an answer cites."""
    readings = [one for each in answer.disagreements for one in each.readings]
    found = [each for one in (*answer.statements, *readings) for each in one.citations]
    nearest = answer.abstained.nearest if answer.abstained else None
    return found if nearest is None else [*found, nearest]
