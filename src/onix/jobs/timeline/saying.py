"""Events in words: when, who, how sure, how many outlets; the same in a terminal and on a page.

In: a timeline and its events. Out: plain text.
"""

from __future__ import annotations

import re
from datetime import date

from onix.jobs.saying import in_marks
from onix.jobs.sources import day, days
from onix.model import Event, TimeExpression, Timeline
from onix.reading.grammar.openings import credit, stamp
from onix.record import origins

_LONG = 120  # characters, that no heading should have
_OPENING = frozenset({"The", "A", "An", "His", "Her", "Their", "Its", "Our", "My"})


def title(found: Timeline) -> str:
    """Give the heading of a timeline."""
    return f"Timeline of {found.topic}" if found.topic else "Timeline of the record"


def counts(found: Timeline) -> str:
    """Say how many events there are of each sort."""
    parts = [
        f"{count(len(found.happened), 'dated event')}",
        f"{len(found.announced):,} announced",
        f"{len(found.undated):,} without a date",
    ]
    return f"{', '.join(parts)}, from {count(found.looked_at, 'document')}"


def count(number: int, what: str) -> str:
    """Give a number with its noun."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


_PHASES = {"START": "early ", "MID": "mid-", "END": "late "}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def period(when: TimeExpression) -> str:
    """Give the days of a time as precisely as it says: "6 May 2025", "late 1996", "summer 2022"."""
    if when.earliest is None or when.latest is None:
        return f"“{when.span.text}”"
    if when.earliest == when.latest:
        return day(when.earliest)
    # "earlier this year" is no early part of it
    part = None if when.span.text.lower().startswith(("earlier", "later")) else when.mod
    if told := _in_words(when.value, part):
        return told
    if part != when.mod and (found := re.fullmatch(r"(\d{4})(?:-(\d\d))?", when.value)):
        return found[1] if not found[2] else f"{date.fromisoformat(when.value + '-01'):%B %Y}"
    return days(when.earliest, when.latest)


def _in_words(value: str, mod: str | None) -> str:
    """Name a season, or a part of a month, year or decade, whose days nobody said."""
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        year = f"{found[1]}–{int(found[1]) + 1}" if found[2] == "WI" else found[1]
        return f"{_PHASES.get(mod or '', '')}{_SEASONS[found[2]]} {year}"
    if mod not in _PHASES:
        return ""
    if re.fullmatch(r"\d{3,4}", value):
        return f"{_PHASES[mod]}{value}{'0s' if len(value) == 3 else ''}"
    if re.fullmatch(r"\d{4}-\d\d", value):
        return f"{_PHASES[mod]}{date.fromisoformat(value + '-01'):%B %Y}"
    return ""


def about(event: Event) -> list[str]:
    """Say how an event is told: who, in whose words, how sure, how many outlets."""
    said = [", ".join(event.who)] if event.who else []
    if event.when is not None and period(event.when) != event.when.span.text:
        said.append(f"“{event.when.span.text}”")
    if event.speaker:
        said.append(f"according to {_within(event.speaker)}")
    if event.hedges:
        said.append(f"hedged: {', '.join(dict.fromkeys(in_marks(h.text) for h in event.hedges))}")
    found = origins(event.citations)
    if found.outlets > 1:
        said.append(f"in {count(found.outlets, 'outlet')}, going back to "
                    f"{count(found.origins, 'origin')}")  # fmt: skip
    return said


def reported(event: Event) -> str:
    """Say when an event without a date was first told, and if as one to come."""
    published = min((each.published for each in event.citations if each.published), default=None)
    return f"{day(published)}{', announced' if event.kind == 'announced' else ''}"


def _within(name: str) -> str:
    """Write who opens a sentence as it stands within one: "the board", but "The Port Courier"."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in _OPENING and rest[:1].islower() else name


def shortest(event: Event) -> str:
    """Give the clause where it stands for itself, else its sentence: "to outline on Tuesday".

    Out of a long sentence a clause is cut that opens with a noun: "… the inquiry opened in May".
    """
    words = event.what.text
    if not words[:1].islower():
        return words
    sentence = "".join(in_sentence(event))
    is_clause = words.startswith(("the ", "a ", "an "))
    return f"… {words}" if is_clause and len(sentence) > _LONG else sentence


def in_sentence(event: Event) -> tuple[str, str, str]:
    """Give the sentence that tells an event in three parts, the clause itself in the middle.

    Whose picture stood before it, and when it was posted, is left out.
    """
    sentence = event.citations[0].span if event.citations else event.what
    if not sentence.covers(event.what):
        sentence = event.what
    start, end = event.what.start - sentence.start, event.what.end - sentence.start
    opens = min(credit(sentence.text) or stamp(sentence.text), start)
    return sentence.text[opens:start], sentence.text[start:end], sentence.text[end:]
