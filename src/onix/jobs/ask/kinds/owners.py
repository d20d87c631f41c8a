"""Whose something is: in come a question and its readings, out the readings.

"Whose deputy resigned?" is not answered by the deputy's own name, which stands nearest to the verb,
but by who has the very thing, as grammar knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.trust import on_it
from onix.reading.grammar import lexicon
from onix.reading.neural.syntax import Tree

_APOSTROPHES: Final = frozenset({"'s", "’s", "'", "’"})


def with_owners(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "whose deputy", each with who has the deputy that it tells of."""
    if question.kind != "whose" or question.focus is None:
        return list(readings)
    thing = question.tree.words[question.focus].text.lower()
    return [_mended(thing, each, seen) if each.score >= on_it() else each for each in readings]


def _mended(thing: str, reading: Reading, seen: Seen) -> Reading:
    tree = seen.parse(reading.sentence.text)
    owner = next((n for n, each in enumerate(tree.words) if _has(tree, n, thing)), None)
    if owner is None or tree.words[owner].tag == "PRP$":
        return reading  # whom "his" means is not told here
    first, last = tree.edges[owner]
    last -= tree.words[last].text in _APOSTROPHES
    start, end = tree.words[first].start, tree.words[last].end
    return replace(reading, span=reading.sentence.part(start, end))


def _has(tree: Tree, number: int, thing: str) -> bool:
    """Is this whoever has the thing: "|Roth|'s deputy", "the deputy of |Roth|"?"""
    word = tree.words[number]
    above = word.head
    if word.label == "pobj" and tree.words[above].text.lower() == "of":
        above = tree.words[above].head
    elif word.label != "poss":
        return False
    return lexicon.match(thing, tree.words[above].text.lower()) == 1.0
