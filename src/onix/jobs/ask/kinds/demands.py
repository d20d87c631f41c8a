"""What is wanted is not what is given: in come a question and readings, out go the readings.

"The union wants five years; the firm has offered one": the reader takes either figure. Where the
question asks what somebody wants, a figure under "offered" is no answer, nor the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.sorts import sort_of
from onix.jobs.ask.kinds.values import values_of
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.trust import on_it
from onix.reading.events.clauses import top
from onix.reading.neural.syntax import Tree
from onix.reading.words import verb_forms

OTHER: Final = 3.0  # what a reading loses that tells what the other side wants or gives
_OF_ITS_OWN: Final = frozenset({"conj", "parataxis", "advcl", "relcl", "acl"})  # such a clause
_SIDES: Final = ("wanting", "giving")


def as_demanded(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of a figure, those far down that tell a demand for an offer."""
    asked = {side for each in question.tree.words for side in _sides(each.text)}
    if len(asked) != 1 or sort_of(question) is None:
        return list(readings)
    (side,) = asked
    found = [
        _mended(question, side, each, seen) if each.score >= on_it() else each for each in readings
    ]
    return sorted(found, key=lambda each: -each.score)


def _mended(question: Question, asked: str, reading: Reading, seen: Seen) -> Reading:
    span, sentence = reading.span, reading.sentence
    if span is None:
        return reading
    tree = seen.parse(sentence.text)
    start, end = span.start - sentence.start, span.end - sentence.start
    told = _side(tree, start, end)
    if told is None or told == asked:
        return reading
    marks = seen.marks(sentence.document_id)
    right = [
        place
        for place in values_of(question, sentence, marks) or ()
        if _side(tree, *place) == asked
    ]
    if len(right) == 1:
        return replace(reading, span=sentence.part(*right[0]))
    return replace(reading, score=reading.score - OTHER)


def _side(tree: Tree, start: int, end: int) -> str | None:
    """Say by the nearest verb above a place whether it is wanted or given; None for neither."""
    first = top(tree, start, end)
    for number in () if first is None else tree.path(first):
        word = tree.words[number]
        for side in _sides(word.text):
            return side
        if word.label in _OF_ITS_OWN or (word.label == "ccomp" and number < word.head):
            return None
    return None


def _sides(word: str) -> Iterator[str]:
    return (each for each in _SIDES if word.lower() in verb_forms("sorts", each))
