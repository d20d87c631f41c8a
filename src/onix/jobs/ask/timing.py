"""When that was: in come an answer, its sentence and the times in it, out goes the time of it.

A date that stands in the same sentence may be that of something else: "The dam, built in 1961,
holds back 80 million cubic metres". So a time is given only where the answer's own verb has it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from onix.model import Span, TimeExpression
from onix.reading.events.clauses import DATED, held, top, verb_at
from onix.reading.neural.syntax import Tree

_PER: Final = {"a", "an", "per"}
_REPORTED: Final = {"ccomp", "xcomp"}  # what was said, on the day on which it was said


def time_of(
    answer: Span | None,
    sentence: Span,
    times: Sequence[TimeExpression],
    parse: Callable[[str], Tree],
    *,
    is_said: bool = False,
) -> TimeExpression | None:
    """Give the time inside the answer words, else the one that their verb has; None for neither.

    How long something lasted is not when it was, nor is "£300 a year".

    Args:
        answer: None for the whole sentence.
        times: Of the document.
        parse: Gives the tree of a sentence.
        is_said: The answer is what somebody said, so that the day on which it was said is its day.
            Of "14 died, the ministry said on Monday" nobody died on Monday.
    """
    inside = [
        each
        for each in times
        if each.type != "DURATION" and not _is_rate(each) and sentence.covers(each.span)
    ]
    for time in inside:
        if answer is not None and (answer.covers(time.span) or time.span.covers(answer)):
            return time
    if not any(time.type in DATED for time in inside):
        return None
    tree = parse(sentence.text)
    by_word = held(tree, sentence, inside)
    asked = sentence if answer is None else answer
    verb = verb_at(tree, top(tree, asked.start - sentence.start, asked.end - sentence.start))
    while verb is not None and verb not in by_word:
        word = tree.words[verb]
        above = word.head if is_said and word.label in _REPORTED and word.head != verb else None
        verb = verb_at(tree, above)
    return by_word[verb][0].time if verb is not None and len(by_word[verb]) == 1 else None


def _is_rate(time: TimeExpression) -> bool:
    return time.type == "SET" and time.span.text.split()[0].lower() in _PER
