"""Of which fate something is told: a question of how many died and readings in, readings out.

"Nineteen people are still missing" is no number of the dead, though all else that is asked stands
in the sentence, nor is where she died where she was born. Which words are of which fate is data
(`reading/words/fates.txt`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, Seen
from onix.reading.events.clauses import is_verb, top
from onix.reading.neural.syntax import Tree
from onix.reading.words import sections

OTHERS: Final = -1.0  # the most that a reading is worth which is told of another fate
_SAID_OF: Final = frozenset({"acomp", "attr", "oprd", "acl", "amod", "relcl", "xcomp"})
_COUNTING: Final = frozenset({"how many", "who"})


def of_its_fate(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings, those lowered that are told of the missing for a question of the dead."""
    asked = _asked(question)
    if len(asked) != 1:
        return list(readings)
    found = []
    for each in readings:
        told = set(_told(each, seen))
        is_other = bool(told) and told.isdisjoint(asked)
        found.append(replace(each, score=min(each.score, OTHERS)) if is_other else each)
    return sorted(found, key=lambda each: -each.score)


def _asked(question: Question) -> set[str]:
    """Give the fates that a question asks about: where and when those of its verb alone."""
    if question.kind in {"where", "when"}:
        return set(fates_of(question.verb or ""))
    if question.kind in _COUNTING or (question.kind == "what" and "toll" in question.text):
        return {fate for each in question.tree.words for fate in fates_of(each.text)}
    return set()


@cache
def _fates() -> dict[str, frozenset[str]]:
    return {
        fate: frozenset(word for line in lines for word in line.split())
        for fate, lines in sections("fates").items()
    }


def fates_of(word: str) -> Iterator[str]:
    """Give the fate that a word tells, if it tells any."""
    return (fate for fate, words in _fates().items() if word.lower() in words)


def _told(reading: Reading, seen: Seen) -> Iterator[str]:
    """Give what is told to have become of those who were read: by their verb, or beside them."""
    span, sentence = reading.span, reading.sentence
    if span is None:
        return
    tree = seen.parse(sentence.text)
    first = top(tree, span.start - sentence.start, span.end - sentence.start)
    if first is None:
        return
    verb = next((n for n in tree.path(first) if is_verb(tree, n)), first)
    for number in {first, verb, *_beside(tree, first), *_beside(tree, verb)}:
        yield from fates_of(tree.words[number].text)


def _beside(tree: Tree, number: int) -> Iterator[int]:
    return (n for n in tree.children[number] if tree.words[n].label in _SAID_OF)
