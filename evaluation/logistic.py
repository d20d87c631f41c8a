"""Logistic regression, by Newton's steps: rows of signs and what is right in, weights out.

The first sign of a row is 1, for what always counts.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEPS = 8


def newton(rows: Floats, right: Any, counts: Any, ridge: Any) -> Floats:
    """Give the weights.

    Args:
        right: 0 or 1 for each row.
        counts: How much each row counts.
        ridge: How strongly weights are held near 0: of all, or of each.
    """
    matrix, goal, worth = rows, np.array(right, dtype=float), np.array(counts)
    held = np.zeros(matrix.shape[1]) + ridge
    held[0] = 0.01  # "always"
    weights = np.zeros(matrix.shape[1])
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-(matrix @ weights)))
        gradient = matrix.T @ (worth * (odds - goal)) + held * weights
        curve = (matrix * (worth * odds * (1 - odds))[:, None]).T @ matrix + np.diag(held)
        weights -= np.linalg.solve(curve, gradient)
    return np.asarray(weights, dtype=np.float64)
