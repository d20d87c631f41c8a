"""How much of the words of a draft's sentence or clause is in each of the sources': lines in.

All sentences and clauses of the sources are asked at once, by a list of where each word stands, as
a draft has many places and the sources many more. It is its own file because it knows words alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.verify.facts.lines import VALUE, Line

Shares = NDArray[np.float64]
Stems = frozenset[str]


class Stemmed(NamedTuple):
    """The stems of a sentence or a clause, and those that mean the same."""

    own: Stems
    near: Stems


class Overlaps:
    """The sentences and clauses of the sources, each a number: `number_of` says which.

    Args:
        weight: Says how much a word tells, by its stem.
    """

    def __init__(self, lines: Sequence[Line], weight: Callable[[str], float]) -> None:
        self._weight = weight
        self._numbers: dict[tuple[int, Span | None], int] = {}
        own: dict[str, list[int]] = defaultdict(list)
        either: dict[str, list[int]] = defaultdict(list)
        told: list[float] = []
        for at, line in enumerate(lines):
            for clause in (None, *line.clauses):
                number = self._numbers[at, clause] = len(told)
                stemmed = stems_of(line, clause)
                told.append(sum(self._weight(each) for each in _telling(stemmed.own)))
                for stem in stemmed.own:
                    own[stem].append(number)
                for stem in stemmed.own | stemmed.near:
                    either[stem].append(number)
        self._told: Shares = np.array(told, dtype=np.float64)
        self._own = {stem: np.array(each) for stem, each in own.items()}
        self._either = {stem: np.array(each) for stem, each in either.items()}

    def number_of(self, at: int, clause: Span | None) -> int:
        """Give the number of a clause of the how manieth line; of the line where it is None."""
        return self._numbers[at, clause]

    def shares(self, stemmed: Stemmed) -> tuple[Shares, Shares]:
        """Say how much of the weight of these words each has, and these of each's: 0 to 1."""
        asked = sum(self._weight(each) for each in _telling(stemmed.own))
        mine, telling = self._got(stemmed.own, self._either)
        theirs, told = self._got(stemmed.own | stemmed.near, self._own)
        return _share(mine, asked - telling), _share(theirs, self._told - told)

    def _got(self, stems: Stems, where: dict[str, NDArray[np.int64]]) -> tuple[Shares, Shares]:
        """Give the weight of the stems that each has: of all, and of those that are no values."""
        found = [np.zeros(len(self._told)), np.zeros(len(self._told))]
        for stem in stems & where.keys():
            for each in found[: 1 if stem[0] in VALUE else 2]:
                each[where[stem]] += self._weight(stem)
        return found[0], found[1]


def _telling(stems: Iterable[str]) -> Iterator[str]:
    """Give the stems that count against a share where they are missing: no number, no time."""
    return (stem for stem in stems if stem[0] not in VALUE)


def _share(got: Shares, missing: Shares) -> Shares:
    whole = got + np.maximum(0, missing)
    return np.divide(got, whole, out=np.zeros_like(got), where=got > 0)


def stems_of(line: Line, clause: Span | None) -> Stemmed:
    """Give the stems of a line or a clause of it, and those that mean the same."""
    words = [
        word for word in line.words if clause is None or clause.start <= word.start < clause.end
    ]
    near = (stem for word in words if not word.is_value for stem in lexicon.relatives(word.low))
    return Stemmed(frozenset(word.stem for word in words), frozenset(near))
