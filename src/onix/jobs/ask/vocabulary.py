"""The words of a text, ready to be matched many times: in comes a word, out how well it matches.

The same as asking `lexicon.match` of every word, without asking it of every word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from onix.jobs.ask import lexicon

BEGINNING = 4  # letters that two words of a family share at least


class Vocabulary:
    """Words with a weight each, 1 where nothing else is said.

    Args:
        words: Lower-cased, in the order of the text: rows of two that mean one thing count too.
        weights: How much a word counts; the words of `words` that are not in it count 1.
    """

    def __init__(self, words: Iterable[str], weights: Mapping[str, float] | None = None) -> None:
        self._stems: dict[str, float] = {}
        self._beginnings: dict[str, list[str]] = {}
        row = list(words)
        for word in row:
            self._put(lexicon.stem(word), 1.0 if weights is None else weights.get(word, 1.0))
        if weights is None:
            for one, two in pairwise(row):
                if lexicon.is_known(f"{one} {two}"):
                    self._put(lexicon.stem(f"{one} {two}"), 1.0)

    def _put(self, stem: str, weight: float) -> None:
        if stem not in self._stems:
            self._beginnings.setdefault(stem[:BEGINNING], []).append(stem)
        self._stems[stem] = max(weight, self._stems.get(stem, 0.0))

    def match(self, word: str) -> float:
        """How well the best of them matches a lower-cased word, times its weight."""
        stems = self._stems
        stem = lexicon.stem(word)
        best = stems.get(stem, 0.0)
        for other in self._beginnings.get(stem[:BEGINNING], ()):
            weight = lexicon.DERIVED * stems[other]
            if weight > best and lexicon.is_derived(stem, other):
                best = weight
        for other in lexicon.relatives(word):
            weight = lexicon.SYNONYM * stems.get(other, 0.0)
            if weight > best:
                best = weight
        return best
