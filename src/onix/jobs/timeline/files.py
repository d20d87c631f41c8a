"""A timeline for other programs: iCalendar for what is ahead, and the JSON that TimelineJS draws.

Comes in: a `Timeline`. Goes out: text as RFC 5545 has it, or JSON as TimelineJS 3 documents it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from html import escape
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from onix import __version__
from onix.jobs.plain import clean
from onix.jobs.sources import headline
from onix.jobs.timeline.saying import about, in_sentence, period, shortest, title
from onix.model import Event, TimeExpression, Timeline

JSON = dict[str, Any]
OCTETS = 75  # a line of iCalendar, its end not counted
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)")
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


def made_id(event: Event) -> str:
    """Give an id that is the same whenever the record tells the event at the same place."""
    span = event.what
    return str(uuid5(NAMESPACE_URL, f"onix event {span.document_id} {span.start} {span.end}"))


# -- iCalendar ---------------------------------------------------------------------------------


def calendar(found: Timeline) -> str:
    """Give what is announced as an iCalendar object, each event over the days that it can be on."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Onix//onix {__version__}//EN",
        f"X-WR-CALNAME:{_text(title(found))}",
    ]
    for event in found.announced:
        if event.when is not None and event.days is not None:
            lines += _component(event, event.when, event.days)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in fold(line))


def _component(event: Event, when: TimeExpression, days: tuple[str, str]) -> Iterator[str]:
    source = event.citations[0]
    yield "BEGIN:VEVENT"
    yield f"UID:{made_id(event)}"
    yield f"DTSTAMP:{_stamp(source.published)}"
    yield from _begins_and_ends(when, days)
    yield f"SUMMARY:{_text(shortest(event))}"
    told = [source.span.text, headline(source), *about(event)]
    yield f"DESCRIPTION:{_text(chr(10).join(map(clean, told)))}"
    if source.address and _IRI.fullmatch(source.address):
        yield f"URL:{source.address}"
    yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _begins_and_ends(when: TimeExpression, days: tuple[str, str]) -> Iterator[str]:
    """Give a day, several days (the end is not included), or an hour as clocks there show it."""
    clock = _CLOCK.match(when.value)
    if clock is not None:
        yield f"DTSTART:{clock[1].replace('-', '')}T{clock[2]}{clock[3]}00"
        return
    last = date.fromisoformat(days[1])
    after = last if last == date.max else last + timedelta(days=1)
    yield f"DTSTART;VALUE=DATE:{days[0].replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"


def _stamp(published: str | None) -> str:
    """Give the moment of publication in UTC, so that the same record gives the same file."""
    try:
        moment = datetime.fromisoformat(published or "1970-01-01")
    except ValueError:
        moment = datetime(1970, 1, 1, tzinfo=UTC)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """Give a text value: what means something in iCalendar escaped, nothing that steers."""
    lines = (clean(line) for line in value.split("\n"))
    escaped = (re.sub(r"([\\;,])", r"\\\1", line) for line in lines)
    return r"\n".join(escaped)


def fold(line: str) -> Iterator[str]:
    """Give a line in pieces of at most 75 octets, the later ones led in by a space.

    No character is cut in two.
    """
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > OCTETS:
            yield piece
            piece, size = " ", 1
        piece += character
        size += octets
    yield piece


# -- TimelineJS --------------------------------------------------------------------------------


def timelinejs(found: Timeline) -> JSON:
    """Give the dated events as slides. TimelineJS takes texts for HTML, so they are escaped."""
    heading = title(found)
    return {
        "title": {"text": {"headline": escape(clean(heading)), "text": _heading_text(found)}},
        "events": [
            _slide(each, each.when, each.days)
            for each in found.events
            if each.when is not None and each.days is not None
        ],
    }


def _heading_text(found: Timeline) -> str:
    said = [found.why] if found.why is not None else list(found.notes)
    return escape(clean(" ".join(said)))


def _slide(event: Event, when: TimeExpression, days: tuple[str, str]) -> JSON:
    before, what, after = (escape(clean(each)) for each in in_sentence(event))
    sources = "<br>".join(escape(clean(headline(each))) for each in event.citations)
    told = " · ".join(escape(clean(each)) for each in about(event))
    slide: JSON = {
        "start_date": _date(days[0], when),
        "display_date": escape(clean(period(when))),
        "text": {
            "headline": escape(clean(shortest(event))),
            "text": f"<p>{before}<b>{what}</b>{after}</p><p>{told}</p><p>{sources}</p>",
        },
        "group": "Announced" if event.kind == "announced" else "Told as past",
        "unique_id": made_id(event),
        "autolink": False,
    }
    if days[1] != days[0]:
        slide["end_date"] = _date(days[1], when)
    return slide


def _date(day: str, when: TimeExpression) -> JSON:
    found = date.fromisoformat(day)
    made: JSON = {"year": found.year, "month": found.month, "day": found.day}
    clock = _CLOCK.match(when.value)
    if clock is not None:
        made |= {"hour": int(clock[2]), "minute": int(clock[3])}
    return made
