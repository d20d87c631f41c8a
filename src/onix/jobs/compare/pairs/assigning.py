"""Who goes with whom, at best for all together: gains in, pairs out.

The Hungarian method with shortest augmenting paths (Jonker and Volgenant 1987): the sum of the
gains is as high as can be. n rows and m columns take n times a search of n × m steps at worst.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Gains = NDArray[np.float64]


def assign(gains: Gains) -> list[tuple[int, int]]:
    """Give pairs (row, column) with the highest sum; what gains nothing stays alone.

    Args:
        gains: rows × columns; 0 or less for what does not go together at all.
    """
    rows, columns = gains.shape
    if not rows or not columns:
        return []
    if rows > columns:
        return sorted((row, column) for column, row in assign(gains.T))
    costs = -np.maximum(gains, 0.0)
    row_prices = np.zeros(rows)
    prices = np.zeros(columns)
    owner = np.full(columns, -1)
    for row in range(rows):
        _augment(costs, row, owner, row_prices, prices)
    return sorted(
        (int(row), column)
        for column, row in enumerate(owner)
        if row >= 0 and gains[row, column] > 0
    )


def _augment(
    costs: Gains, row: int, owner: NDArray[np.int_], row_prices: Gains, prices: Gains
) -> None:
    """Give one more row a column, others changing theirs along the cheapest way."""
    columns = len(owner)
    distance = np.full(columns, np.inf)
    behind = np.full(columns, -1)
    done = np.zeros(columns, dtype=bool)
    current, reached, last = row, 0.0, -1
    visited: list[tuple[int, int]] = []
    while True:
        step = reached + costs[current] - row_prices[current] - prices
        nearer = ~done & (step < distance)
        distance[nearer] = step[nearer]
        behind[nearer] = last
        column = int(np.where(done, np.inf, distance).argmin())
        reached = float(distance[column])
        done[column] = True
        if owner[column] < 0:
            break
        last, current = column, int(owner[column])
        visited.append((column, current))
    row_prices[row] += reached
    for each, above in visited:
        row_prices[above] += reached - distance[each]
        prices[each] -= reached - distance[each]
    while column >= 0:
        before = int(behind[column])
        owner[column] = row if before < 0 else owner[before]
        column = before
