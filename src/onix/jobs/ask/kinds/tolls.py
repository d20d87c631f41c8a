"""How many have died, as a toll tells it: in come a question and readings, out the readings.

"The death toll reached 17", "bringing the number killed to 11": the reader looks for a number of
people, and passes over one that a toll has. It is its own file as grammar finds these wherever they
stand, in every story that goes on; the newest of them is shown first (`versions/newest.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.edges import NUMBER
from onix.jobs.ask.kinds.fates import fates_of
from onix.jobs.ask.readings import Reading, Seen, reading_at

SURE: Final = 1.0  # the log of the odds
# Whom a toll counts: "how many |people| died", but not "how many children"
_ANYBODY: Final = frozenset({"people", "persons", "victims", "lives", "dead", "deaths", "bodies"})
_DEAD: Final = "dead"
_ASKS_TOLL: Final = re.compile(r"\bdeath\stoll\b", re.IGNORECASE)
_TOLL: Final = re.compile(
    r"\b(?:(?:death\s)?toll|(?:number|count)\sof\s(?:the\s|confirmed\s)?(?:people\s|those\s|victims\s)?"
    r"(?:killed|dead|deaths|fatalities|who\s(?:have\s|had\s)?died)|number\s(?:killed|of\sdead))\b"
    r"(?:\s(?!and\b|but\b)[^\s.;,]+){0,12}?"
    r"\s(?:to|reached|reaching|at|is|was|hit|passed|exceeded|topped)\s"
    rf"(?P<number>(?:(?:at\sleast|more\sthan|nearly|about|some)\s)?(?:{NUMBER}))",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(r"\b(?:injur|wound|missing|hospital|case|last\s(?:year|month))", re.I)


def with_tolls(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of how many have died, with the tolls that stand in what was found."""
    if not asks_toll(question):
        return list(readings)
    known = {each.sentence for each in readings if each.score >= SURE}
    tolls = {each.sentence: each for each in _tolls(question, seen) if each.sentence not in known}
    rest = [each for each in readings if each.sentence not in tolls]
    return sorted([*tolls.values(), *rest], key=lambda each: -each.score)


def asks_toll(question: Question) -> bool:
    """Is it asked how many people have died, whoever they were?"""
    if _ASKS_TOLL.search(question.text):
        return question.kind in {"what", "how many", "how much"}
    fates = {fate for each in question.tree.words for fate in fates_of(each.text)}
    focus = question.focus
    return (
        question.kind == "how many"
        and fates == {_DEAD}
        and (focus is None or question.tree.words[focus].text.lower() in _ANYBODY)
    )


def _tolls(question: Question, seen: Seen) -> Iterator[Reading]:
    """Find "the death toll rose to 17" near all else that a question names."""
    for window in seen.wide():
        borne = (
            strength > 0.0
            for term, strength in zip(question.terms, window.strengths, strict=True)
            if term.word not in _ANYBODY | {"toll", "death"} and not [*fates_of(term.word)]
        )
        found = _TOLL.search(window.middle.text)
        if found is None or _OTHERS.search(found[0]) or not all(borne):
            continue
        yield reading_at(question, window, window.middle.part(*found.span("number")), SURE)
