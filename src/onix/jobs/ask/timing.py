"""When that was: in come an answer, its sentence and the times in it, out goes the time of it.

A date that stands in the same sentence may be that of something else: "The dam, built in 1961,
holds back 80 million cubic metres". So a time is given only where the answer's own verb has it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from onix.model import Span, TimeExpression
from onix.reading.syntax import Tree

_REPORTED: Final = {"ccomp", "xcomp"}  # what was said, on the day on which it was said


def time_of(
    answer: Span | None,
    sentence: Span,
    times: Sequence[TimeExpression],
    parse: Callable[[str], Tree],
) -> TimeExpression | None:
    """Give the time inside the answer words, else the one that their verb has; None for neither.

    Args:
        answer: None for the whole sentence.
        times: Of the document.
        parse: Gives the tree of a sentence.
    """
    inside = [time for time in times if sentence.covers(time.span)]
    for time in inside:
        if answer is not None and (answer.covers(time.span) or time.span.covers(answer)):
            return time
    dated = [time for time in inside if time.type in {"DATE", "TIME"}]
    if not dated:
        return None
    tree = parse(sentence.text)
    by_verb: dict[int, list[TimeExpression]] = {}
    for time in dated:
        verb = _verb_of_time(tree, *_region(time.span, sentence))
        if verb is not None:
            by_verb.setdefault(verb, []).append(time)
    asked = sentence if answer is None else answer
    verb = _verb_at(tree, _top(tree, *_region(asked, sentence)))
    while verb is not None and verb not in by_verb:
        word = tree.words[verb]
        above = word.head if word.label in _REPORTED and word.head != verb else None
        verb = _verb_at(tree, above)
    return by_verb[verb][0] if verb is not None and len(by_verb[verb]) == 1 else None


def _region(span: Span, sentence: Span) -> tuple[int, int]:
    return span.start - sentence.start, span.end - sentence.start


def _top(tree: Tree, start: int, end: int) -> int | None:
    """The first word of a stretch that hangs on none of the others."""
    within = {n for n, word in enumerate(tree.words) if word.start < end and start < word.end}
    return next((n for n in sorted(within) if within.isdisjoint(tree.path(n)[1:])), None)


def _verb_at(tree: Tree, number: int | None) -> int | None:
    """The verb that a word is, or hangs on."""
    way = [] if number is None else tree.path(number)
    return next((n for n in way if tree.words[n].tag.startswith("V")), None)


def _verb_of_time(tree: Tree, start: int, end: int) -> int | None:
    """The verb that has a time: by itself or by a preposition, not by way of a noun."""
    top = _top(tree, start, end)
    way = [] if top is None else tree.path(top)[1:]
    number = next((n for n in way if tree.words[n].tag not in {"IN", "TO"}), None)
    return number if number is not None and tree.words[number].tag.startswith("V") else None
