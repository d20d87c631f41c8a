"""How likely a candidate answers: learned weights applied to its features.

The weights were trained on QAMR (MIT licence) by `evaluation/train_answers.py`, and on nothing
else. A score above 0 says that the candidate answers rather than that nothing does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from onix.jobs.ask.features import Features

Floats = NDArray[np.float32]
WEIGHTS = "weights.npz"


@dataclass(frozen=True, slots=True)
class Weights:
    """A network of one hidden layer, with a direct way from every feature to the score."""

    columns: dict[str, int]
    hidden: Floats
    bias: Floats
    out: Floats
    direct: Floats

    def score(self, features: Sequence[Features]) -> Floats:
        """Give the score of each candidate; features without a weight count for nothing."""
        columns: list[int] = []
        values: list[float] = []
        begins: list[int] = []
        for named in features:
            begins.append(len(columns))
            for name, value in named.items():
                column = self.columns.get(name)
                if column is not None:
                    columns.append(column)
                    values.append(value)
        # Some 60 of thousands of features are there: rows are added up, not multiplied out.
        given = np.asarray(values, dtype=np.float32)
        sums = np.add.reduceat(self.hidden[columns] * given[:, None], begins, axis=0)
        direct = np.add.reduceat(self.direct[columns] * given, begins)
        found: Floats = np.einsum("ij,j->i", np.maximum(sums + self.bias, 0.0), self.out) + direct
        return found


@cache
def weights() -> Weights:
    """Give the weights that ship with Onix."""
    with files("onix.jobs.ask").joinpath(WEIGHTS).open("rb") as data:
        stored = np.load(data, allow_pickle=False)
        names = bytes(stored["names"]).decode("utf-8").split("\n")
        arrays = [stored[each].astype(np.float32) for each in ("hidden", "bias", "out", "direct")]
    return Weights({name: column for column, name in enumerate(names)}, *arrays)
