"""Which side of which point a sentence takes, as the reader of statements reads it.

Sentences of the coverage and the points that each most likely speaks of in, tables out. Reading
costs: only a few points are read for a sentence, and only what somebody says.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from onix.jobs.compare.pairs.likeness import Table
from onix.reading.neural.entailment import POINT, entailment, mark

READ: Final = 4  # points for a sentence; a fifth costs more than it finds
SURE: Final = 5.0  # no reading counts for more, in logits


@dataclass(frozen=True, slots=True)
class Sides:
    """What was read of each sentence and each point (sentences × points), in logits.

    Attributes:
        takes: That the sentence takes a side of the point; `-SURE` where it was not read.
        against: That the side is against it; 0 where it was not read.
    """

    takes: Table
    against: Table

    def of(self, row: int, place: int | None) -> dict[str, float]:
        """Give what was read of a sentence and a point, by name; of no point nothing is known."""
        if place is None:
            return {"read as on it": 0.0, "read as against": 0.0}
        return {
            "read as on it": float(self.takes[row, place]),
            "read as against": float(self.against[row, place]),
        }

    def of_before(self, row: int, place: int | None, *, is_own: bool | None) -> dict[str, float]:
        """Give what was read of the sentence before and the same point, by name, and of whom.

        Who goes on, goes on; whoever speaks next of a point that was objected to, often answers.

        Args:
            row: Of the sentence before.
            is_own: Is it of the same voice? None where it is nobody's.
        """
        known = place is not None and is_own is not None
        on_it = float(1 / (1 + np.exp(-self.takes[row, place]))) if known else 0.0
        against = on_it * float(self.against[row, place]) if known else 0.0
        return {
            "own before on it": on_it * bool(is_own),
            "own before against": against * bool(is_own),
            "other before on it": on_it * (not is_own),
            "other before against": against * (not is_own),
        }


@lru_cache(16_384)  # as many as all plans to learn from have
def read_alone(point: str, words: str) -> float:
    """Give how much more likely words by themselves are against a point than for it, in logits.

    Around them stands what is read otherwise, which now and then is another's word for it.
    """
    (stretch,) = entailment().read(mark(POINT, point, 0, len(point)), [words])
    _, favours, objects = (np.log(each + 1e-4) for each in stretch.stance)
    return float(np.clip(objects - favours, -SURE, SURE))


def read_sides(
    points: Sequence[str], windows: Sequence[str], likely: Table, said: Collection[int]
) -> Sides:
    """Read the sentences that somebody says, each for the points that it most likely speaks of.

    Args:
        windows: Each sentence, behind the one before it where both are of one paragraph.
        likely: How likely each speaks of each point (sentences × points), as far as is known
            before it is read.
    """
    takes = np.full((len(windows), len(points)), -SURE)
    against = np.zeros_like(takes)
    asked: dict[int, list[int]] = {}
    for row in said:
        for place in np.argsort(-likely[row])[:READ]:
            asked.setdefault(int(place), []).append(row)
    for place, rows in asked.items():
        statement = mark(POINT, points[place], 0, len(points[place]))
        read = entailment().read(statement, [windows[row] for row in rows])
        for row, stretch in zip(rows, read, strict=True):
            none, favours, objects = (np.log(each + 1e-4) for each in stretch.stance)
            takes[row, place] = np.clip(np.logaddexp(favours, objects) - none, -SURE, SURE)
            against[row, place] = np.clip(objects - favours, -SURE, SURE)
    return Sides(takes, against)
