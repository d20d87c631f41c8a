"""How alike places of a draft and of the record are: lines in, odds and likenesses out.

Words count by how rare they are in the sources, places and clauses by what the encoder makes of
them in their sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import log
from types import MappingProxyType

import numpy as np

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher
from onix.reading.neural.minilm import WIDTH, Floats
from onix.reading.neural.sentence_vectors import alike, place_vectors
from onix.verify.facts.lines import Line, small_words, words_in
from onix.verify.facts.overlaps import Overlaps, Shares, stems_of

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
        doubts: How much less what a document has counts against the draft, by its id, for those
            that a record has and nobody gave for the draft (`elsewhen.py`).
    """

    def __init__(
        self,
        lines: Iterable[Line],
        draft: Iterable[Line] = (),
        doubts: Mapping[str, float] = MappingProxyType({}),
    ) -> None:
        self.lines = list(lines)
        self._doubts = doubts
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
        self._weights: dict[str, float] = {}
        self._at = {key_of(line): at for at, line in enumerate(self.lines)}
        self._numbered: dict[tuple[str, int, Span], tuple[int, int]] = {}
        self._asked: tuple[str, int] | None = None
        self._by_slot: dict[Span, tuple[Shares, ...]] = {}
        self._by_clause: dict[Span | None, tuple[Shares, Shares]] = {}

    def is_looked_up(self, line: Line) -> bool:
        """Is a line of a document that nobody gave for the draft?"""
        return line.document.id in self._doubts

    def doubt(self, line: Line) -> float:
        """Say how much less it counts against the draft what a line tells, in the log of odds."""
        return self._doubts.get(line.document.id, 0.0)

    def weight(self, stem: str) -> float:
        """Say how much a word tells: the rarer the more."""
        if stem not in self._weights:
            others = 1 + len(self._places.get(stem, ()))
            self._weights[stem] = log(1 + (len(self.lines) + 1) / others)
        return self._weights[stem]

    @cached_property
    def _overlaps(self) -> Overlaps:
        return Overlaps(self.lines, self.weight)

    @cached_property
    def documents(self) -> dict[str, list[Line]]:
        """The lines of each document."""
        found: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            found[line.document.id].append(line)
        return found

    def window(self, line: Line) -> Span:
        """Give a sentence of the sources, behind the one before it in its paragraph."""
        at = self._at[key_of(line)]
        before, text = self.lines[at - 1], line.document.text
        is_before = at > 0 and before.document.id == line.document.id
        if not is_before or before.number != line.number - 1:
            return line.span
        if "\n" in text[before.span.end : line.span.start]:
            return line.span
        return line.document.span(before.span.start, line.span.end)

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
        whole, part = self._numbers(other, place)
        shares = self._shares(one, slot)
        mine = float(shares[0][whole] + shares[2][part])
        theirs = float(shares[1][whole] + shares[3][part])
        return _AROUND * around + _MINE * mine + _THEIRS * theirs - _NOTHING

    def _shares(self, one: Line, slot: Span) -> tuple[Shares, ...]:
        """Give what a slot's sentence shares with each of the sources', and then its clause.

        Of one line alone at a time, as each is asked for all its places before the next.
        """
        key = key_of(one)
        if self._asked != key:
            self._asked, self._by_slot, self._by_clause = key, {}, {}
        if slot not in self._by_slot:
            found: tuple[Shares, ...] = ()
            for clause in (None, clause_of(one, slot)):
                if clause not in self._by_clause:
                    self._by_clause[clause] = self._overlaps.shares(stems_of(one, clause))
                found += self._by_clause[clause]
            self._by_slot[slot] = found
        return self._by_slot[slot]

    def _numbers(self, other: Line, place: Span) -> tuple[int, int]:
        """Give the numbers of the sentence and of the clause of a place of the sources."""
        key = (*key_of(other), place)
        if key not in self._numbered:
            at = self._at[key_of(other)]
            clause = clause_of(other, place)
            number_of = self._overlaps.number_of
            self._numbered[key] = number_of(at, None), number_of(at, clause)
        return self._numbered[key]

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
