"""What happened to somebody or something: in comes such a question, out what most documents tell.

Nothing in a sentence says "this is what happened", so the timeline of whoever is asked about is
made of the documents that search finds, and the event that most of them tell goes first. What one
document alone tells may be anything, and is left to the reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from onix.jobs.ask.kinds.order import statement_of
from onix.jobs.quotes.reading import OnProgress
from onix.jobs.timeline import timeline
from onix.model import Answer, Event
from onix.reading.grammar.matcher import words_of
from onix.record import Query, Record, origins

_ASKED: Final = re.compile(
    r"\s*what (?:has |had )?(?:happened|become|became) (?P<how>to|of|with|at|in) (?:the )?"
    r"(?P<topic>[^,;:?]+?)\s*\?*\s*",
    re.IGNORECASE,
)
_PRONOUNS: Final = frozenset({"him", "her", "them", "it", "us", "me", "this", "that", "you"})
PASSAGES: Final = 120  # looked at for the documents of which a timeline is made,
DOCUMENTS: Final = 60  # so many of them
TELL: Final = 2  # documents that have to tell an event,
OTHERS: Final = 3  # and another beside it
_NEWS: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who or what is asked about; to a place more happens than two documents have to tell."""

    topic: str
    is_place: bool = False


def asked_fate(question: str) -> Asked | None:
    """Give what "What happened to X?" asks about; None for any other question."""
    found = _ASKED.fullmatch(question)
    if found is None or found["topic"].lower() in _PRONOUNS:
        return None
    return Asked(found["topic"], found["how"].lower() in ("at", "in"))


def most_told(
    record: Record,
    query: Query,
    asked: Asked,
    *,
    limit: int,
    on_progress: OnProgress | None = None,
) -> Answer | None:
    """Give what most documents tell of it as happened, and when; None where no two tell the same.

    Args:
        query: The question, with what may answer it.
        on_progress: Told how far the timeline is; what it raises ends the question.
    """
    passages = record.search(replace(query, words=asked.topic, limit=PASSAGES))
    ids = list(dict.fromkeys(each.passage.span.document_id for each in passages))[:DOCUMENTS]
    if len(ids) < TELL:
        return None
    found = timeline(record, asked.topic, as_of=query.as_of, documents=ids, on_progress=on_progress)
    least = TELL + asked.is_place
    told = [
        each
        for each in found.events
        if each.kind == "happened"
        and _tell(each) >= least
        and _is_news(each)
        and _is_there(each, asked.topic)
    ]
    if not told:
        return None
    told.sort(key=lambda each: (-_tell(each), each.days or ("", "")))
    shown = tuple(map(statement_of, _with_others(told)[:limit]))
    return Answer(
        query.words,
        as_of=query.as_of,
        statements=shown,
        origins=origins(citation for each in shown for citation in each.citations),
        looked_at=len(passages),
    )


def _tell(event: Event) -> int:
    """Give how many documents tell it."""
    return len({each.span.document_id for each in event.citations})


def _is_there(event: Event, topic: str) -> bool:
    """Does whoever is asked about by name take part in it: "Elizabeth II", asked for as a queen?"""
    asked = frozenset(words_of(topic))
    return any(not asked.isdisjoint(words_of(name)) for name in event.who)


def _is_news(event: Event) -> bool:
    """Is it told as of its time: no background of years ago?"""
    told = min((each.published for each in event.citations if each.published), default=None)
    if told is None or event.days is None:
        return event.days is not None
    return date.fromisoformat(told[:10]) - date.fromisoformat(event.days[0]) <= _NEWS


def _with_others(told: Sequence[Event]) -> list[Event]:
    """Give the event that most tell, and behind it those that more than half as many do."""
    most = _tell(told[0])
    return [told[0], *(e for e in told[1:] if _tell(e) >= OTHERS and 2 * _tell(e) > most)]
