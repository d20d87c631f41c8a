"""What came before or after something: in comes such a question, out come events in order.

The event asked about is looked for among the dated ones; then the timelines of whoever took part in
it or stands beside it are followed from its day on, or back; where these tell nothing, those of its
places, and then its own story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from onix.jobs.ask.kinds.dated import SURE
from onix.jobs.quotes.reading import OnProgress
from onix.jobs.timeline import timeline
from onix.model import Abstention, Answer, Event, Statement
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.words import sections
from onix.record import Record, origins

ENOUGH: Final = 0.75  # of what the question says of the event, its sentence must bear out
NAMES: Final = 4  # of those whom the question names, who took part or stand beside it

_ASKED: Final = re.compile(
    r"\s*what (?:else |next )?(?:happened|took place|occurred|came|followed)(?: next)? "
    r"(?:right |shortly |immediately |just |soon )?(before|after|following) (.+?)\s*\?*\s*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which way to look, and from what."""

    way: Literal["before", "after"]
    event: str


def asked_order(question: str) -> Asked | None:
    """Give what "What happened before/after X?" asks; None for any other question."""
    found = _ASKED.fullmatch(question)
    if found is None:
        return None
    return Asked("before" if found[1].lower() == "before" else "after", found[2])


def in_order(
    record: Record,
    question: str,
    asked: Asked,
    *,
    as_of: str | None,
    outlets: Sequence[str],
    documents: Sequence[str],
    limit: int,
    on_progress: OnProgress | None = None,
) -> Answer:
    """Give the events next to the one asked about, the nearest first, or why there are none."""

    def events(topic: str | None, within: Sequence[str] = documents) -> list[Event]:
        found = timeline(
            record, topic, as_of=as_of, outlets=outlets, documents=within, on_progress=on_progress
        )
        looked.append(found.looked_at)
        return list(found.events)

    looked: list[int] = []
    words = _words(asked.event)
    anchor = _anchor(words, events(" ".join(words))) if words else None
    if anchor is None or anchor.days is None:
        says = f"No event with a date in the record is surely this one: {asked.event}."
        return _refused(question, as_of, says, sum(looked), anchor)
    first, last = anchor.days
    near: dict[tuple[str, int, int], Event] = {}
    people, places = _names(record, anchor, words)
    stories = [each.span.document_id for each in anchor.citations]

    def around() -> Iterator[list[Event]]:
        """Give the events of who was there, then those of the places, then of the same story."""
        yield [each for name in people for each in events(name)]
        yield [each for name in places for each in events(name)]
        yield events(None, stories)

    for told in around():
        for each in told:
            days = each.days
            is_there = days is not None and (
                days[0] > last if asked.way == "after" else days[1] < first
            )
            if is_there and each.kind == "happened":
                near.setdefault((each.what.document_id, each.what.start, each.what.end), each)
        if near:
            break
    ordered = sorted(near.values(), key=lambda each: each.days or ("", ""))
    if asked.way == "before":
        ordered.reverse()
    if not ordered:
        who = f" of {' or '.join(people)}" if people else ""
        says = f"The record tells no dated event{who} {asked.way} it."
        return _refused(question, as_of, says, sum(looked), anchor)
    shown = tuple(statement_of(each) for each in ordered[:limit])
    return Answer(
        question,
        as_of=as_of,
        statements=shown,
        origins=origins(citation for each in shown for citation in each.citations),
        looked_at=sum(looked),
    )


def _names(record: Record, anchor: Event, words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Give whose timelines are followed, those first whom the question names; then the places.

    Who took part in it, and the people and organisations that its sentence names besides.
    """
    span = anchor.citations[0].span
    beside = [
        each
        for each in record.marks(span.document_id, only=("mentions",)).mentions
        if span.covers(each.span)
    ]
    people = [each.name or each.span.text for each in beside if each.kind != "place"]
    places = [each.name or each.span.text for each in beside if each.kind == "place"]
    people = sorted(
        dict.fromkeys((*anchor.who, *people)),
        key=lambda name: set(words_of(name)).isdisjoint(words),
    )
    return people[:NAMES], list(dict.fromkeys(places))[:NAMES]


def _words(text: str) -> list[str]:
    small = frozenset(sections("stopwords")["english"])
    return [word for word in words_of(text) if word not in small]


def _anchor(words: Sequence[str], events: Sequence[Event]) -> Event | None:
    """Give the event that bears out most of the words, of those that bear out enough."""
    matcher = Matcher(words)

    def share(event: Event) -> float:
        told = " ".join((event.citations[0].span.text, event.what.text, *event.who))
        return sum(matcher.strengths(words_of(told))) / len(words)

    def own(event: Event) -> float:
        return sum(matcher.strengths(words_of(" ".join((event.what.text, *event.who)))))

    best = max(events, key=lambda each: (own(each), share(each), -_length(each)), default=None)
    return best if best is not None and share(best) >= ENOUGH else None


def _length(event: Event) -> int:
    """Give how many days it may have been on; of two that tell it as well, the precise is it."""
    first, last = (date.fromisoformat(each) for each in event.days or ("0001-01-01", "9999-12-31"))
    return (last - first).days


def statement_of(event: Event) -> Statement:
    """Give an event as a statement: its sentence, the words that tell it, and when it was."""
    return Statement(
        text=event.citations[0].span.text,
        answer=event.what,
        citations=event.citations,
        speaker=event.speaker,
        when=event.when,
        hedges=event.hedges,
        confidence=SURE,
    )


def _refused(
    question: str, as_of: str | None, says: str, looked_at: int, nearest: Event | None
) -> Answer:
    cited = nearest.citations[0] if nearest is not None else None
    why = Abstention("not_answered" if looked_at else "nothing_found", says, cited)
    return Answer(question, as_of=as_of, abstained=why, looked_at=looked_at)
