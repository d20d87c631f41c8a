"""When an event was, and how surely: in come events of a document, out come events to be placed.

A date that cannot be is taken away again: wrong days are worse than missing ones. What was told as
past cannot lie after the day on which it was published, what was announced not before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date as calendar
from typing import Final

from onix.model import Event, Marks, Span
from onix.reading.times.clock import is_of_no_day
from onix.reading.times.dateline import day_written
from onix.reading.times.sense import is_of_update

LEAD: Final = 2  # sentences
NEWS: Final = 6  # days that a report comes after what it reports, at most
PRINTED: Final = 2  # days after what was said that it is printed, at most
_TODAY = re.compile(r"today\b|tonight\b|this (?:morning|afternoon|evening)\b", re.IGNORECASE)
# What tells that something was before the story: "had sued", "has twice sued", "who founded it".
_BEFORE = re.compile(
    r"(?i:\b(?:had|once|twice|before|previously|earlier|formerly|originally|ever|later)\b)"
    r"|^(?:who|which|that|where)\b"
)
# And what makes it the background of another: "after |he resigned|".
_BEHIND = re.compile(r"\b(?:after|before|since|because|when)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one sentence tells it.

    Attributes:
        reported: ISO date of publication; None when nobody says.
        story: ISO date of the day that the report is about, by its lead, else that of publication;
            None where it was before that.
    """

    event: Event
    sentence: Span
    reported: str | None
    story: str | None = None

    @property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day (ISO dates) that it can have been; None without a date."""
        return self.event.days


def date(event: Event, sentence: Span, marks: Marks) -> Told:
    """Give the event with the day on which it was reported, its own date where that can be."""
    published = marks.document.published
    reported = published[:10] if published else None
    event = _of_its_speaker(event, marks)
    written = day_written(marks, event.what.start) if reported else None
    if event.when is not None and (is_of_no_day(event.when) or not can_be(event, written)):
        event = replace(event, when=None)
    return Told(
        event, sentence, reported, None if _is_before(event, sentence) else story_day(marks)
    )


def _of_its_speaker(event: Event, marks: Marks) -> Event:
    """Give the event with the "today" of a quotation as the day that the report is about.

    It was said before the report was printed: on the day that its lead tells of.
    """
    when, day, story = event.when, marks.document.day, story_day(marks)
    if when is None or day is None or story is None or not when.value.startswith(day.isoformat()):
        return event
    away = (day - calendar.fromisoformat(story)).days
    is_quoted = any(
        quote.kind != "indirect" and each.covers(when.span)
        for quote in marks.quotes
        for each in quote.content
    )
    if not (0 < away <= PRINTED and is_quoted and _TODAY.match(when.span.text)):
        return event
    basis = f"“{when.span.text}” as it was said, on the day that the report is about"
    value = story + when.value[len(story) :]
    then = replace(when, value=value, earliest=story, latest=story, basis=basis)
    return replace(event, when=then)


def _is_before(event: Event, sentence: Span) -> bool:
    """Is an undated event told as one before the story, by what stands up to its verb?"""
    if event.when is not None or event.head is None:
        return False
    if _BEHIND.search(sentence.text[: max(0, event.what.start - sentence.start)]):
        return True
    return _BEFORE.search(event.what.text[: event.head.end - event.what.start]) is not None


def story_day(marks: Marks) -> str | None:
    """Give the day that a report is about: the last day that its lead names, or of publication."""
    day = marks.document.day
    if day is None:
        return None
    lead = marks.sentences[:LEAD]
    for time in marks.times:
        if not any(each.covers(time.span) for each in lead):
            break
        if time.type == "SET" or time.earliest is None or time.earliest != time.latest:
            continue
        away = (day - calendar.fromisoformat(time.earliest)).days
        if 0 <= away <= NEWS:
            return time.earliest
    return day.isoformat()


def can_be(event: Event, reported: str | None) -> bool:
    """Can the event have been then, going by the day on which it was reported?"""
    if event.days is None:
        return False
    earliest, latest = event.days
    if reported is None or (event.when is not None and is_of_update(event.when)):
        return True
    return latest >= reported if event.kind == "announced" else earliest <= reported
