"""How alike places of a draft and of the record are: lines in, odds and likenesses out.

Words count by how rare they are in the sources, places and clauses by what the encoder makes of
them in their sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from math import log

import numpy as np

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher
from onix.reading.neural.minilm import WIDTH, Floats
from onix.reading.neural.sentence_vectors import alike, place_vectors
from onix.verify.facts.lines import VALUE, Line, small_words, words_in

# How the odds that two slots are of the same thing go by what is alike: a logistic regression on
# the numbers and dates that several texts of a story tell (evaluation/gold/drafts/development and
# the bundled story), rounded; the same number there is of the same thing, another is not.
_AROUND, _MINE, _THEIRS, _NOTHING = 3.2, 2.0, 2.0, 6.3
_FAR = 0.1  # how alike what stands around two slots has to be at all


class Shelf:
    """The lines of the sources, and what places in them and in the draft have in common.

    Args:
        lines: Of the sources.
        draft: Of the draft that is held against them.
    """

    def __init__(self, lines: Iterable[Line], draft: Iterable[Line] = ()) -> None:
        self.lines = list(lines)
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, line in enumerate(self.lines):
            for stem in line.stems:
                self._places[stem].append(at)
        everything = [*self.lines, *draft]
        read = place_vectors([(line.meant, _places_in(line)) for line in everything])
        self._slots = {
            (key_of(line), span): vector
            for line, each in zip(everything, read, strict=True)
            for span, vector in zip(line.slots, each, strict=True)
        }
        self._known: dict[tuple[str, int, Span | None], tuple[frozenset[str], frozenset[str]]] = {}

    def weight(self, stem: str) -> float:
        """Say how much a word tells: the rarer the more."""
        return log(1 + (len(self.lines) + 1) / (1 + len(self._places.get(stem, ()))))

    @cached_property
    def documents(self) -> dict[str, list[Line]]:
        """The lines of each document."""
        found: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            found[line.document.id].append(line)
        return found

    def likeness(self, one: Line, slot: Span, other: Line, place: Span) -> float:
        """Say how alike two slots and what stands around them are: 0 to 1."""
        return alike(self._slots[key_of(one), slot], self._slots[key_of(other), place])

    def odds(self, one: Line, slot: Span, other: Line, place: Span) -> float:
        """Say how likely two slots are of the same thing, as the logarithm of the odds.

        By what stands around them, and by how much of their sentences and clauses is the same.
        """
        around = self.likeness_around(one, slot, other, place)
        if around < _FAR:
            return -_NOTHING
        whole = self._overlap(one, None, other, None)
        part = self._overlap(one, clause_of(one, slot), other, clause_of(other, place))
        mine, theirs = whole[0] + part[0], whole[1] + part[1]
        return _AROUND * around + _MINE * mine + _THEIRS * theirs - _NOTHING

    def _overlap(
        self, one: Line, clause: Span | None, other: Line, place: Span | None
    ) -> tuple[float, float]:
        """Say how much of the weight of each side's words is in the other: 0 to 1."""
        mine, near = self._stems(one, clause)
        theirs, close = self._stems(other, place)
        return self._held(mine, theirs | close), self._held(theirs, mine | near)

    def _held(self, stems: frozenset[str], others: frozenset[str]) -> float:
        shared = stems & others
        got = sum(map(self.weight, shared))
        whole = got + sum(self.weight(stem) for stem in stems - shared if stem[0] not in VALUE)
        return got / whole if whole else 0.0

    def _stems(self, line: Line, clause: Span | None) -> tuple[frozenset[str], frozenset[str]]:
        """Give the stems of a line or a clause of it, and those that mean the same."""
        key = (*key_of(line), clause)
        if key not in self._known:
            words = [
                word
                for word in line.words
                if clause is None or clause.start <= word.start < clause.end
            ]
            near = (
                stem for word in words if not word.is_value for stem in lexicon.relatives(word.low)
            )
            self._known[key] = (frozenset(word.stem for word in words), frozenset(near))
        return self._known[key]

    def likeness_around(self, one: Line, slot: Span, other: Line, place: Span) -> float:
        """Say how alike what stands around two slots is, whatever stands in them: 0 to 1."""
        mine, theirs = self._slots[key_of(one), slot], self._slots[key_of(other), place]
        return 0.0 if mine is None or theirs is None else 2 * alike(mine[WIDTH:], theirs[WIDTH:])

    def shared(self, text: str, other: str) -> float:
        """Say how much of the weight of a text's words another has: 0 to 1."""
        words = {lexicon.stem(low): low for low in words_in(text) if low not in small_words()}
        strengths = Matcher(list(words.values())).strengths(words_in(other))
        weights = [self.weight(stem) for stem in words]
        got = sum(one * two for one, two in zip(weights, strengths, strict=True))
        return got / sum(weights) if words else 0.0

    def vector(self, line: Line, slot: Span) -> Floats:
        """Give what a place of a line means: its products with others' are their likenesses."""
        own = self._own(line, slot)
        return np.zeros(WIDTH, dtype=np.float32) if own is None else own

    def _own(self, line: Line, span: Span) -> Floats | None:
        vector = self._slots[key_of(line), span]
        return None if vector is None else vector[:WIDTH] * np.float32(np.sqrt(2))


def clause_of(line: Line, slot: Span) -> Span | None:
    """Give the clause that a slot stands in; None where it is no part of one."""
    return next((each for each in line.clauses if each.start <= slot.start < each.end), None)


def key_of(line: Line) -> tuple[str, int]:
    """Give what tells a line from all others."""
    return line.document.id, line.number


def _places_in(line: Line) -> list[tuple[int, int]]:
    offset = len(line.meant) - len(line.span.text) - line.span.start
    return [(span.start + offset, span.end + offset) for span in line.slots]
