"""Which old point became which new one: two rows of points in, pairs out.

One by one first, at best for all together; what is left over is looked at in `splitting.py`.
Which pairs were moved, and which hang together, is told from their places alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onix.jobs.compare.assigning import assign
from onix.jobs.compare.likeness import Table, likeness
from onix.jobs.compare.points import Point
from onix.jobs.compare.splitting import with_parts

LEAST = 0.45  # how like two points must be to be one
SURE = 0.9  # words so alike, and none other as alike: what it means need not be asked
PLACE, NUMBER, NEIGHBOUR = 0.03, 0.02, 0.06

Pair = tuple[int, int]


def pair_points(old: Sequence[Point], new: Sequence[Point]) -> list[Pair]:
    """Give pairs of places in both rows, in order; a point may stand in several or in none.

    1. Points that nobody could take for another are set: the same words, once on each side.
    2. The others are paired by likeness, with place, number and neighbours as weak evidence.
    3. What is left over is held against the parts of what it is like.
    """
    # 1.
    table = likeness([each.span.text for each in old], [each.span.text for each in new],
                     with_meaning=False)  # fmt: skip
    fixed = _certain(table)
    ours = [at for at in range(len(old)) if at not in {one for one, _ in fixed}]
    theirs = [at for at in range(len(new)) if at not in {other for _, other in fixed}]
    # 2.
    whole = table
    if ours and theirs:
        meant = likeness([old[at].span.text for at in ours], [new[at].span.text for at in theirs])
        whole = table.copy()
        whole[np.ix_(ours, theirs)] = meant
        gains = meant + _place(old, new, ours, theirs)
        found = [*fixed, *_named(assign(gains - LEAST), ours, theirs)]
        gains += _neighbours(found, ours, theirs)
        found = [*fixed, *_named(assign(gains - LEAST), ours, theirs)]
    else:
        found = fixed
    # 3.
    return with_parts(
        [each.span.text for each in old], [each.span.text for each in new], found, whole
    )


def _named(pairs: Sequence[Pair], ours: Sequence[int], theirs: Sequence[int]) -> list[Pair]:
    return [(ours[one], theirs[other]) for one, other in pairs]


def _certain(table: Table) -> list[Pair]:
    """Give the pairs that are all but the same, where nothing else on either side comes near."""
    found = []
    for one, row in enumerate(table):
        for other in np.flatnonzero(row >= SURE):
            rivals = max(_second(row, int(other)), _second(table[:, other], one))
            if rivals < SURE - 0.1:
                found.append((one, int(other)))
    return found


def _second(row: Table, at: int) -> float:
    return float(np.delete(row, at).max(initial=0.0))


def _place(
    old: Sequence[Point], new: Sequence[Point], ours: Sequence[int], theirs: Sequence[int]
) -> Table:
    """Give the little that place and number say."""
    ahead = np.array(ours)[:, None] / max(1, len(old) - 1)
    there = np.array(theirs)[None, :] / max(1, len(new) - 1)
    numbers = np.array(
        [[bool(old[one].number) and old[one].number == new[other].number for other in theirs]
         for one in ours], dtype=np.float64,
    )  # fmt: skip
    return np.asarray(PLACE * (1 - np.abs(ahead - there)) + NUMBER * numbers, dtype=np.float64)


def _neighbours(found: Sequence[Pair], ours: Sequence[int], theirs: Sequence[int]) -> Table:
    """Give what it says that the points before or behind two points are paired as well."""
    known = set(found)
    return np.array(
        [
            [
                NEIGHBOUR / 2 * ((one - 1, other - 1) in known)
                + NEIGHBOUR / 2 * ((one + 1, other + 1) in known)
                for other in theirs
            ]
            for one in ours
        ]
    )


def moved(pairs: Sequence[Pair]) -> set[Pair]:
    """Give the pairs outside the heaviest row of pairs that keep their order.

    A group of split or merged points weighs as much as one pair.
    """
    if not pairs:
        return set()
    ordered = sorted(pairs)
    groups = groups_of(ordered)
    weight = {pair: 1.0 / len(group) for group in groups for pair in group}
    best: list[float] = []
    behind: list[int] = []
    for at, (one, other) in enumerate(ordered):
        before = [
            (best[k], k) for k in range(at) if ordered[k][0] <= one and ordered[k][1] <= other
        ]
        value, place = max(before, default=(0.0, -1))
        best.append(value + weight[ordered[at]])
        behind.append(place)
    at = max(range(len(ordered)), key=best.__getitem__)
    kept = set()
    while at >= 0:
        kept.add(ordered[at])
        at = behind[at]
    return set(ordered) - kept


def groups_of(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Give the pairs that hang together by a shared point, a group each."""
    groups: list[list[Pair]] = []
    for pair in pairs:
        mine = [group for group in groups if any(pair[0] == a or pair[1] == b for a, b in group)]
        groups = [group for group in groups if group not in mine]
        groups.append([*(each for group in mine for each in group), pair])
    return [sorted(group) for group in groups]
