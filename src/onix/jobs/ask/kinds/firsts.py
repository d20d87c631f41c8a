"""Who reported something first: in come a question that asks so and its windows, out readings.

The reader takes any name near the words of the question; the trade has a few ways to credit whoever
had a story first: "first reported by X", "X, which broke the story", "the first to tell it was X".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, reading_at
from onix.jobs.ask.windows import Window

WINDOWS: Final = 6  # looked at
ABOUT: Final = 0.45  # of the question is borne out in one that is about what is asked
HOLDS: Final = 2.0  # the log of the odds: of 26 such credits all answered; less, for so few
OTHERS: Final = -1.0  # the most that what credits nobody is worth beside a credit

_TELLS: Final = (
    r"(?:report|publish|reveal|disclos|obtain|air|broadcast|print|post)\w*|made (?:public|known)"
    r"|made|told|broken"
)
_NAME: Final = (
    r"(?P<who>(?:the |a |an )?(?:[a-z][\w-]+ ){0,3}?[A-Z][\w.&’'-]*"
    r"(?: (?:(?:of|the|de|la|del|van) )?[A-Z][\w&’'-]*){0,4})"
)
_BROKE: Final = r"(?:broke the (?:story|news)|(?:was|were) (?:the )?first to \w+)"
_CREDITS: Final = tuple(
    re.compile(each)
    for each in (
        rf"\bfirst (?:{_TELLS})\b[^,.;:]{{0,60}}? by {_NAME}",
        rf"{_NAME}, (?:which|who) (?:had )?(?:{_BROKE}|first (?:{_TELLS}))\b",
        rf"{_NAME} (?:had )?(?:{_BROKE}|first (?:{_TELLS}))\b",
        rf"\b[Ff]irst to (?:{_TELLS}) [^,.;:]{{0,40}}?(?:was|were) {_NAME}",
    )
)
_ASKED: Final = re.compile(
    r"\bfirst\b.*\b(?:report|publish|reveal|break|disclose|story|news|public)\w*\b"
    r"|\b(?:report|publish|reveal|disclose|got|had)\w*\b.*\bfirst\b"
    r"|\b(?:broke|break)\b.*\b(?:story|news)\b",
    re.IGNORECASE,
)


def with_firsts(
    question: Question, windows: Sequence[Window], readings: Sequence[Reading]
) -> list[Reading]:
    """Give the readings, those before them that credit somebody with having had it first."""
    if question.kind not in {"who", "which", "what", "where"} or not _ASKED.search(question.text):
        return list(readings)
    if any(each.text.lower() == "first" and each.label == "amod" for each in question.tree.words):
        return list(readings)  # "who published the first recording"
    found = list(_credited(question, windows))
    if not found:
        return list(readings)
    return [*found, *(replace(each, score=min(each.score, OTHERS)) for each in readings)]


def _credited(question: Question, windows: Sequence[Window]) -> Iterator[Reading]:
    for window in windows[:WINDOWS]:
        text = window.text.text
        if window.covered(question) < ABOUT:
            continue
        for credit in _CREDITS:
            match = credit.search(text)
            if match is not None:
                yield reading_at(question, window, window.text.part(*match.span("who")), HOLDS)
                break
