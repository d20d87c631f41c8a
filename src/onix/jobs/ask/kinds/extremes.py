"""Of which extreme something is told: a question of "the oldest" and readings in, readings out.

"The youngest was six weeks old and the oldest was 91": the reader takes either, as all words of the
question stand in the sentence. Grammar knows which of the two an answer is told of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, Seen
from onix.reading.events.clauses import is_verb, top
from onix.reading.neural.syntax import Tree

OTHERS: Final = -1.0  # the most that a reading is worth which is told of another extreme
_SIGNS: Final = frozenset({"$", "£", "€"})


def of_its_extreme(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings, those told of "the youngest" lowered for a question of "the oldest".

    Where the clause of "the oldest" has one number and no more, that is read instead.
    """
    asked = {each.text.lower() for each in question.tree.words if each.tag == "JJS"}
    if len(asked) != 1:
        return list(readings)
    (word,) = asked
    found = [_of_its_own(word, each, seen) for each in readings]
    return sorted(found, key=lambda each: -each.score)


def _of_its_own(asked: str, reading: Reading, seen: Seen) -> Reading:
    span, sentence = reading.span, reading.sentence
    if span is None:
        return reading
    tree = seen.parse(sentence.text)
    at = top(tree, span.start - sentence.start, span.end - sentence.start)
    verb = None if at is None else _verb(tree, at)
    extremes = {n: _verb(tree, n) for n, word in enumerate(tree.words) if word.tag == "JJS"}
    here = {tree.words[n].text.lower() for n, of in extremes.items() if of == verb}
    own = {of for n, of in extremes.items() if tree.words[n].text.lower() == asked}
    if not here or asked in here or len(own) != 1:
        return reading
    (clause,) = own
    numbers = [
        n for n, word in enumerate(tree.words) if word.tag == "CD" and _verb(tree, n) == clause
    ]
    if len(numbers) != 1:
        return replace(reading, score=min(reading.score, OTHERS))
    number = numbers[0]
    first = number - 1 if number and tree.words[number - 1].text in _SIGNS else number
    return replace(reading, span=sentence.part(tree.words[first].start, tree.words[number].end))


def _verb(tree: Tree, number: int) -> int | None:
    """Give the verb of the clause in which a word stands."""
    return next((n for n in tree.path(number) if is_verb(tree, n)), None)
