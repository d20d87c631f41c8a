"""What "today" and "tomorrow" mean in a quotation of another day: that of its speaker, not ours.

In come the pieces of a sentence with its times, out come the times with those in quote marks read
against the day on which the words were said, where the sentence says so: "'We lost tonight,' Cole
told supporters on Tuesday". It is its own file because it is the one place that looks at marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from onix.reading.times import values as calendar
from onix.reading.times.sense import Sense
from onix.reading.words import sections, verb_forms, words_of

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MARKS = frozenset('"“”')


@cache
def _own() -> frozenset[str]:
    return frozenset(sections("tense")["speakers_days"])


@cache
def _saying() -> frozenset[str]:
    return verb_forms("cues", "say") | verb_forms("cues", "tell") | words_of("tense", "occasions")


def inside(words: Sequence[str]) -> list[bool]:
    """Say of each piece of a sentence whether it stands within quote marks."""
    marks = [at for at, word in enumerate(words) if word in _MARKS]
    # A quotation that began before: its first mark stands right behind a word or a comma.
    first = marks[0] if marks else 0
    closes = words[first] == "”" if marks else False
    if marks and words[first] == '"':
        closes = len(marks) % 2 == 1 and first > 0 and not words[first - 1].isspace()
    within, found = closes, []
    for at, word in enumerate(words):
        if word in _MARKS:
            within = word == "“" or (word == '"' and not within)
        found.append(within)
        if at == first and closes:
            within = False
    return found


def said_on(
    words: Sequence[str], places: Sequence[tuple[int, int, Sense]], anchor: date | None
) -> list[Sense]:
    """Give the senses of a sentence's times, those of a speaker's own day read against that day.

    Args:
        places: Where each begins and ends, in pieces, and its sense.
        anchor: The day against which they were read.
    """
    senses = [sense for _, _, sense in places]
    if anchor is None or len(places) < 2 or _MARKS.isdisjoint(words):
        return senses
    quoted = inside(words)
    own = [
        quoted[begins] and "".join(words[begins:ends]).lower() in _own()
        for begins, ends, _ in places
    ]
    days = {
        found[0]: "".join(words[begins:ends])
        for begins, ends, sense in places
        if not quoted[begins]
        and "".join(words[begins:ends]).lower() not in _own() - {"yesterday"}
        and (found := _DAY.match(sense.value))
    }
    told = any(
        not within and word.lower() in _saying() for word, within in zip(words, quoted, strict=True)
    )
    if not any(own) or len(days) != 1 or not told:
        return senses
    ((day, named),) = days.items()
    said = date.fromisoformat(day)
    if said > anchor:
        return senses
    return [
        _moved(sense, anchor, said, named) if is_own else sense
        for sense, is_own in zip(senses, own, strict=True)
    ]


def _moved(sense: Sense, anchor: date, said: date, named: str) -> Sense:
    """Give a speaker's day or week as many days or weeks from ours as their words from ours."""
    unit = "W" if "W" in sense.value else "D"
    days = calendar.days(sense.value[:10])
    if days is None:
        return sense
    away = said - anchor
    if unit == "W":  # from the Monday of a week to that of the other
        away += timedelta(anchor.weekday() - said.weekday())
    value = calendar.at(days[0] + away, unit) + sense.value[10 if unit == "D" else 8 :]
    basis = f'read against the day on which it was said, "{named}" ({said})'
    return replace(sense, value=value, basis=basis, days=None)
