"""The words of a question, or those somebody looks for, ready to be looked for in many sentences.

In come the words of a sentence, out comes for each word of the question how well the best of them
matches it, from 0 to 1: the same as `lexicon.match` of every pair, without asking it of every pair.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onix.reading.grammar import lexicon

BEGINNING: Final = 4  # letters that two words of a family share at least
PARTLY: Final = 0.85  # "fill in": the verb alone says most of it
_WORD: Final = re.compile(r"[^\W_]+(?:[.'’&][^\W_]+)*", re.UNICODE)
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")

_Found = tuple[tuple[int, float], ...]  # which words of the question, and how well


def words_of(text: str) -> list[str]:
    """Give the words of a text, lower-cased; "38,400" is one, without its comma."""
    return _WORD.findall(_THOUSANDS.sub("", text.lower()))


class Matcher:
    """Looks for the words of one question; what it found of a word is kept for the next sentence.

    Args:
        words: Lower-cased; of a row of several its first counts in part, too.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._count = len(words)
        self._stems: dict[str, list[tuple[int, float]]] = {}
        self._beginnings: dict[str, list[tuple[int, str, float]]] = {}
        self._found: dict[str, _Found] = {}
        self._barren: set[str] = set()  # words that match none, as most do
        for index, each in enumerate(words):
            word = " ".join(words_of(each))
            self._put(index, word, 1.0)
            first, space, _ = word.partition(" ")
            if space:
                self._put(index, first, PARTLY)
        # Of two words that mean one thing only such count as lead to a row that is looked for.
        self._ends = {each.partition(" ")[2] for each in self._stems if " " in each}

    def _put(self, index: int, word: str, share: float) -> None:
        stem = lexicon.stem(word)
        self._stems.setdefault(stem, []).append((index, share))
        for other in lexicon.relatives(word):
            self._stems.setdefault(other, []).append((index, lexicon.SYNONYM * share))
        family = self._beginnings.setdefault(stem[:BEGINNING], [])
        family.append((index, stem, lexicon.DERIVED * share))

    def strengths(self, words: Sequence[str]) -> tuple[float, ...]:
        """Give for each word of the question how well the best of a sentence's words matches it.

        Args:
            words: Lower-cased, in the order of the text: rows of two that mean one thing count too.
        """
        best = [0.0] * self._count
        told = set(words)
        if not self._ends.isdisjoint(told):
            told.update(f"{one} {two}" for one, two in pairwise(words) if two in self._ends)
        for word in told - self._barren:
            found = self._found.get(word)
            if found is None:
                found = self._of(word)
                if not found:
                    self._barren.add(word)
                    continue
                self._found[word] = found
            for index, strength in found:
                if strength > best[index]:
                    best[index] = strength
        return tuple(best)

    def _of(self, word: str) -> _Found:
        if " " in word and not lexicon.is_known(word):
            return ()  # two words that mean no one thing
        stem = lexicon.stem(word)
        family = self._beginnings.get(stem[:BEGINNING])
        if family is None:  # of most words
            return tuple(self._stems.get(stem, ()))
        found = list(self._stems.get(stem, ()))
        for index, other, strength in family:
            if lexicon.is_derived(other, stem):
                found.append((index, strength))
        return tuple(found)
