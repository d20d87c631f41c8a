"""Who was against it: in come a question and its readings, out the readings.

Minutes and judgments name them behind the vote and not by its verb: "carried by five votes to two,
Councillors Boswell and Gill dissenting", "(Judges Wain and Abbott dissenting)". What was put to the
vote often stands some sentences above, so the passage has to bear out the question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, Seen, reading_at
from onix.jobs.ask.windows import Window

SURE: Final = 1.0  # the log of the odds
AROUND: Final = 0.5  # of a noun of the question, in the sentence or somewhere in its passage
_ASKED: Final = re.compile(
    r"^(?:who|which \w+)\s(?:\w+\s)?(?:dissent\w*|oppos\w+|vot(?:e|es|ed)\s(?:against|no\b))", re.I
)
_NAME: Final = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4}"
_AGAINST: Final = re.compile(
    rf"(?:[,;(]|\bwith)\s?(?P<who>{_NAME}(?:,\s{_NAME})*(?:,?\sand\s{_NAME})?)\s"
    r"(?:dissenting|voting\s(?:against|no)|against|opposed|in\sdissent)\b"
)
_VERBS: Final = frozenset({"verb", "other"})


def with_dissenters(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "who voted against it", those named as against it before all others."""
    if question.kind not in {"who", "which"} or _ASKED.match(question.text) is None:
        return list(readings)
    found = sorted(_against(question, seen), key=lambda each: -each.score)
    told = {each.sentence for each in found}
    return [*found, *(each for each in readings if each.sentence not in told)]


def _against(question: Question, seen: Seen) -> Iterator[Reading]:
    read = set()
    for window in (*seen.windows, *seen.wide()):
        if not _is_on_it(question, window):
            continue
        for sentence in window.sentences:
            named = _AGAINST.search(sentence.text)
            if named is not None and sentence not in read:
                read.add(sentence)
                place = sentence.part(*named.span("who"))
                yield reading_at(question, window, place, SURE - 0.1 * len(read))


def _is_on_it(question: Question, window: Window) -> bool:
    """Does the passage of a window name all that the vote was on?"""
    return all(
        strength >= AROUND or term.sort in _VERBS or term.weight < 1.0
        for term, strength in zip(question.terms, window.strengths, strict=True)
    )
