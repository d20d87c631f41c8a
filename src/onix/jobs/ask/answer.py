"""The answer as it is shown: what near-copies say joined, what differs set apart, or a refusal.

What comes in are readings, best first, what goes out an `Answer` made of spans of the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.evidence import words_of
from onix.jobs.ask.question import Question
from onix.jobs.ask.readings import Reading
from onix.model import (
    Abstention,
    AbstentionWhy,
    Answer,
    Citation,
    Disagreement,
    Origins,
    Statement,
    TimeExpression,
)

ENOUGH: Final = -1.2  # score from which a reading is an answer
DOUBT: Final = 0.5  # so much below, a reading still stands against another outlet's
SURE: Final = 1.5  # score from which a reading stands against a story that says nobody knows
NEXT_BEST: Final = 1.6  # further readings are shown down to so much below the best
# Questions that have one right answer: who, when, where, how many.
EXCLUSIVE: Final = {"when", "how many", "how much", "how long", "who", "yes/no", "where"}


def compose(
    question: Question,
    readings: Sequence[Reading],
    unknown: Reading | None,
    *,
    as_of: str | None,
    looked_at: int,
    limit: int,
) -> Answer:
    """Give the answer that the readings make, or a refusal with the nearest of them.

    Args:
        readings: Best first.
        unknown: The sentence that says that nobody knows, where there is one.

    1. Refuse when the best is not good enough, or says itself that it is not known.
    2. Join readings that say the same words.
    3. Set apart those nearly as good that say something else.
    """
    # 1
    if unknown is not None and (not readings or readings[0].score < SURE):
        return refuse(question.text, as_of, "unknown", unknown, looked_at=looked_at)
    if not readings or readings[0].score < ENOUGH:
        why: AbstentionWhy = "not_answered" if readings else "nothing_found"
        nearest = readings[0] if readings else None
        return refuse(question.text, as_of, why, nearest, looked_at=looked_at)
    # 2
    lowest = max(ENOUGH - DOUBT, readings[0].score - NEXT_BEST)
    groups: list[list[Reading]] = []
    for reading in readings:
        if reading.score < lowest:
            break
        for group in groups:
            if _same(group[0], reading):
                group.append(reading)
                break
        else:
            groups.append([reading])
    statements = [_statement(group) for group in groups]
    # 3
    disagreements = _disagreements(question, groups, statements)
    good = [s for g, s in zip(groups, statements, strict=True) if g[0].score >= ENOUGH]
    shown = good[:limit]
    citations = [citation for statement in shown for citation in statement.citations]
    return Answer(
        question.text,
        as_of=as_of,
        statements=tuple(shown),
        disagreements=disagreements,
        origins=_origins(citations),
        looked_at=looked_at,
    )


def _disagreements(
    question: Question, groups: Sequence[Sequence[Reading]], statements: Sequence[Statement]
) -> tuple[Disagreement, ...]:
    """What outlets differ about: for each outlet its best reading, where they do not agree."""
    if question.kind not in EXCLUSIVE:
        return ()
    readings: dict[str | None, Statement] = {}
    for group, statement in zip(groups, statements, strict=True):
        readings.setdefault(group[0].evidence.story.citation.outlet, statement)
    apart = tuple(dict.fromkeys(readings.values()))
    return (Disagreement(question.text, apart),) if len(apart) > 1 else ()


def _answer_words(reading: Reading) -> frozenset[str]:
    small = {"the", "a", "an", "of", "in", "on", "at", "to", "by", "about", "some"}
    text = reading.span.text if reading.span is not None else reading.evidence.span.text
    return frozenset(words_of(text)) - small


def _same(one: Reading, other: Reading) -> bool:
    """Do two readings say the same: the same words, or one the other's short form?"""
    if one.stance is not None and one.stance == other.stance:
        return True
    a, b = _answer_words(one), _answer_words(other)
    return bool(a and b) and (a <= b or b <= a or len(a & b) >= 0.7 * len(a | b))


def _statement(group: Sequence[Reading]) -> Statement:
    first = group[0]
    evidence = first.evidence
    said = [
        quote
        for quote in evidence.quotes
        if first.span is not None and any(c.overlaps(first.span) for c in quote.content)
    ]
    hedges = tuple(h.span for h in evidence.story.marks.hedges if evidence.span.covers(h.span))
    seen: set[str] = set()
    citations = []
    for reading in group:
        if reading.evidence.span.document_id not in seen:
            seen.add(reading.evidence.span.document_id)
            citations.append(replace(reading.evidence.story.citation, span=reading.evidence.span))
    return Statement(
        text=evidence.span.text,
        answer=first.span,
        citations=tuple(citations),
        stance=first.stance,
        speaker=next((quote.speaker for quote in said if quote.speaker), None),
        when=_when(first),
        hedges=hedges,
        confidence=1.0 / (1.0 + 2.718281828**-first.score),
    )


def _when(reading: Reading) -> TimeExpression | None:
    """The time inside the answer words, else the only one in the sentence."""
    span = reading.evidence.span
    times = [t for t in reading.evidence.story.marks.times if span.covers(t.span)]
    if reading.span is not None:
        for time in times:
            if reading.span.covers(time.span) or time.span.covers(reading.span):
                return time
    dated = [t for t in times if t.type in {"DATE", "TIME"}]
    return dated[0] if len(dated) == 1 else None


def _origins(citations: Sequence[Citation]) -> Origins:
    outlets = {c.outlet for c in citations if c.outlet}
    origins = {c.origin or c.outlet or c.span.document_id for c in citations}
    return Origins(len(outlets), len(origins), tuple(sorted(o for o in origins if o)))


_SAYS: Final[dict[AbstentionWhy, str]] = {
    "nothing_found": "Nothing in the record has these words.",
    "empty_record": "The record is empty. Put something in with: onix add ARTICLE",
    "not_answered": "The record has passages on this, but none that answers it",
    "unknown": "The record itself says that this is not known.",
    "not_understood": "This could not be read as a question.",
}


def refuse(
    text: str,
    as_of: str | None,
    why: AbstentionWhy,
    nearest: Reading | None = None,
    *,
    looked_at: int,
) -> Answer:
    """Give the refusal to answer, with why, and what the nearest miss lacks."""
    says, citation = _SAYS[why], None
    if nearest is not None:
        span = nearest.evidence.span
        citation = replace(nearest.evidence.story.citation, span=span)
    if why == "not_answered":
        missing = " and ".join(f"“{word}”" for word in nearest.missing) if nearest else ""
        says += f": the nearest passage says nothing of {missing}." if missing else "."
    return Answer(text, as_of=as_of, abstained=Abstention(why, says, citation), looked_at=looked_at)
