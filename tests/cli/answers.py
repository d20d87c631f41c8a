"""Answers as a record could give them, made by hand: what the tests of showing are shown."""

from __future__ import annotations

from onix.model import (
    Abstention,
    Answer,
    Citation,
    Disagreement,
    Document,
    Origins,
    Span,
    Statement,
    TimeExpression,
)

WIRE = Document(
    "wire",
    "article",
    "Officials met on Tuesday. The envoy, Pavel Dorin, reportedly called the minister twice.",
    title="Envoy called minister",
    address="https://wire.example/envoy?a=1&b=2",
    outlet="Northern Wire",
    published="2025-03-04T09:00:00+01:00",
)
PAPER = Document(
    "paper",
    "article",
    "The envoy called once, the ministry said.",
    title="One call, *says* [ministry]",
    address="javascript:alert(1)",
    outlet="The Lowland Post",
    published="2025-03-05",
)


def cite(document: Document, words: str, **more: object) -> Citation:
    """Cite the sentence of a document that has these words."""
    start = document.text.index(words)
    return Citation(
        document.span(start, start + len(words)),
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        address=document.address,
        **more,  # type: ignore[arg-type]  # fields of Citation, as the caller wrote them
    )


def find(document: Document, words: str) -> Span:
    """Give the span of these words."""
    start = document.text.index(words)
    return document.span(start, start + len(words))


TWICE = "The envoy, Pavel Dorin, reportedly called the minister twice."
TUESDAY = TimeExpression(
    find(WIRE, "Tuesday"), "DATE", "2025-03-04", None, "2025-03-04", "2025-03-04"
)

WHO = Statement(
    TWICE,
    find(WIRE, "Pavel Dorin"),
    (cite(WIRE, TWICE, copies=3, origin="Northern Wire", corrected=True, version_of="wire-1"),),
    speaker="Ana Vesk",
    when=TUESDAY,
    hedges=(find(WIRE, "reportedly"),),
)
ONCE = Statement(PAPER.text, find(PAPER, "once"), (cite(PAPER, PAPER.text),))
TIMES = Statement(TWICE, find(WIRE, "twice"), (cite(WIRE, TWICE),))

ANSWERED = Answer("Who called the minister?", statements=(WHO,), looked_at=2)
DISPUTED = Answer(
    "How often did the envoy call?",
    statements=(TIMES, ONCE),
    disagreements=(Disagreement("how often the envoy called", (TIMES, ONCE)),),
    origins=Origins(2, 1, ("Northern Wire",)),
)
REFUSED = Answer(
    "Who paid for the trip?",
    abstained=Abstention(
        "not_answered",
        "Nothing in 2 documents says who paid for a trip; the nearest sentence is about calls.",
        cite(WIRE, TWICE),
    ),
    looked_at=2,
)
YES = Answer(
    "Did the envoy call?", statements=(Statement(PAPER.text, None, ONCE.citations, stance="yes"),)
)
