"""How many words two points share: texts of both versions in, tables of old × new out, 0 to 1.

Words count by how rare they are in both versions, by stem; runs of two words count for order.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onix.reading.grammar import lexicon
from onix.reading.words import sections

Table = NDArray[np.float64]

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:['’][^\W_]+)*")
_SMALL_WORD = 0.25  # what a word of grammar counts of what its rareness gives it
RUNS = 1 / 3  # what the order of words counts, the words themselves the rest


@dataclass(frozen=True, slots=True)
class Bags:
    """The words of texts, stemmed, each with what it counts: texts × words."""

    weights: Table
    inside: Table

    @property
    def totals(self) -> Table:
        """What the words of each text count together."""
        return np.asarray(self.weights.sum(axis=1), dtype=np.float64)


def bags(texts: Sequence[str]) -> Bags:
    """Give the words of all texts of both versions, by the same numbers for the same stems."""
    return _bags([stems(text) for text in texts])


def _bags(rows: Sequence[Sequence[str]]) -> Bags:
    counts = Counter(word for row in rows for word in set(row))
    numbers = {word: number for number, word in enumerate(counts)}
    worth = np.array(
        [
            math.log(1 + len(rows) / count) * (_SMALL_WORD if word in small_stems() else 1.0)
            for word, count in counts.items()
        ]
    )
    inside = np.zeros((len(rows), max(1, len(numbers))))
    for number, row in enumerate(rows):
        inside[number, [numbers[word] for word in set(row)]] = 1.0
    weights = inside * worth if len(counts) else inside
    return Bags(weights, inside)


def stems(text: str) -> list[str]:
    """Give the words of a text by their stems."""
    return [lexicon.stem(word) for word in _WORD.findall(text.lower())]


def shared(one: Bags, rows: slice, columns: slice) -> Table:
    """Give what the words count that two texts have in common."""
    return np.asarray(one.weights[rows] @ one.inside[columns].T, dtype=np.float64)


def likeness(old: Sequence[str], new: Sequence[str]) -> Table:
    """Give how much of their words and of the order of these each old text shares with each new."""
    if not old or not new:
        return np.zeros((len(old), len(new)))
    words = _dice(bags([*old, *new]), slice(0, len(old)), slice(len(old), None))
    return np.asarray((1 - RUNS) * words + RUNS * by_runs(old, new), dtype=np.float64)


def by_runs(old: Sequence[str], new: Sequence[str]) -> Table:
    """Give how many of their rows of two words two texts share: 0 to 1."""
    rows = [[f"{a} {b}" for a, b in pairwise(stems(text))] for text in (*old, *new)]
    return _dice(_bags(rows), slice(0, len(old)), slice(len(old), None))


def _dice(one: Bags, rows: slice, columns: slice) -> Table:
    both = shared(one, rows, columns)
    totals = one.totals[rows][:, None] + one.totals[columns][None, :]
    return np.asarray(2 * both / np.maximum(totals, 1e-12), dtype=np.float64)


@cache
def small_stems() -> frozenset[str]:
    """Give the stems of words of grammar."""
    return frozenset(map(lexicon.stem, sections("grammar")["small"]))
