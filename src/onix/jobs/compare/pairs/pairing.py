"""Which old point became which new one: two rows of points in, pairs out.

One by one first, at best for all together, by learned weights (`pairs.json`); what is left over is
looked at in `splitting.py`. Which pairs were moved, and which hang together, is told from their
places alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onix.jobs.compare.learned import Weights, pair_weights
from onix.jobs.compare.pairs.assigning import assign
from onix.jobs.compare.pairs.likeness import likeness
from onix.jobs.compare.pairs.signs import Table, signs
from onix.jobs.compare.pairs.splitting import Part, Side, possible_parts, with_parts
from onix.jobs.compare.pairs.standing import Pair, across, neighbours, standing, usual
from onix.jobs.compare.points.points import Point

SURE = 0.97  # words so alike, and none other as alike: what it means need not be asked
ENOUGH = 0.5  # odds (logarithm) from which two points without a nearer one are a pair


@dataclass(frozen=True, slots=True)
class Open:
    """The points that have to be weighed, as others have a twin.

    Attributes:
        fixed: The pairs of twins, places in both versions.
        ours: The places of the old points that are open.
        theirs: The same of the new ones.
        old: The texts of these.
        new: The same.
        signs: What they have in common: old × new × `signs.SIGNS`.
    """

    fixed: list[Pair]
    ours: list[int]
    theirs: list[int]
    old: list[str]
    new: list[str]
    signs: Table

    def in_all(self, found: Sequence[Pair]) -> list[Pair]:
        """Give pairs of open points by their places among all."""
        return [(self.ours[one], self.theirs[other]) for one, other in found]

    def near(self, found: Sequence[Pair]) -> Table:
        """Say how many pairs stand near two open points, twins and those found of the others."""
        return neighbours([*self.fixed, *self.in_all(found)], self.ours, self.theirs)

    def beyond(self, found: Sequence[Pair]) -> Table:
        """Say how many of these pairs lie across two open points."""
        return across([*self.fixed, *self.in_all(found)], self.ours, self.theirs)


def pair_points(old: Sequence[Point], new: Sequence[Point]) -> list[Pair]:
    """Give pairs of places in both rows, in order; a point may stand in several or in none."""
    return paired(open_points(old, new), pair_weights())


def paired(left: Open, weights: Weights) -> list[Pair]:
    """Pair what is open, and give the pairs of twins besides.

    1. Points are paired one by one, by how alike they are and how they stand among the others.
    2. What is left over is held against the parts of what it is like.
    """
    if not left.ours or not left.theirs:
        return left.fixed
    # 1.
    odds = weigh(left.signs, weights.alike)
    found = pair_off(weigh(standing_of(left, odds), weights.standing))
    # 2.
    parts = parts_left(left, odds, found)
    both = with_parts(found, parts, [float(weigh(each.signs, weights.part)) for each in parts])
    return sorted([*left.fixed, *left.in_all(both)])


def open_points(old: Sequence[Point], new: Sequence[Point]) -> Open:
    """Set the twins, and give the others with what they have in common."""
    before, after = ([each.span.text for each in side] for side in (old, new))
    fixed = _certain(likeness(before, after))
    ours = [at for at in range(len(old)) if at not in {one for one, _ in fixed}]
    theirs = [at for at in range(len(new)) if at not in {other for _, other in fixed}]
    left, right = [before[at] for at in ours], [after[at] for at in theirs]
    both = bool(ours and theirs)
    return Open(
        sorted(fixed),
        ours,
        theirs,
        left,
        right,
        signs(left, right, [before[one] for one, _ in fixed])
        if both
        else np.zeros((len(ours), len(theirs), 0)),
    )


def weigh(table: Table, weights: Mapping[str, float]) -> Table:
    """Give the odds (logarithm) for rows of signs; the first weight is what always counts."""
    always, *rest = weights.values()
    return np.asarray(table @ np.array(rest) + always, dtype=np.float64)


def standing_of(left: Open, odds: Table) -> Table:
    """Give how open points stand among all others, once those are paired by themselves."""
    found = pair_off(odds)
    others = usual(odds, found, len(left.fixed))
    return standing(odds, left.near(found), left.beyond(found), others)


def parts_left(left: Open, odds: Table, found: Sequence[Pair]) -> list[Part]:
    """Give what may be a part of another, once open points are paired one by one."""
    old = Side(left.old, left.ours, dict(found))
    new = Side(left.new, left.theirs, {other: one for one, other in found})
    others = usual(odds, found, len(left.fixed))
    return possible_parts(old, new, odds, left.near(found), others)


def pair_off(odds: Table) -> list[Pair]:
    """Pair one by one, at best for all together."""
    return assign(odds - ENOUGH)


def _certain(table: Table) -> list[Pair]:
    """Give the pairs that are all but the same, where nothing else on either side comes near."""
    found = []
    for one, row in enumerate(table):
        for other in np.flatnonzero(row >= SURE):
            rivals = max(_second(row, int(other)), _second(table[:, other], one))
            if rivals < SURE - 0.15:
                found.append((one, int(other)))
    return found


def _second(row: Table, at: int) -> float:
    return float(np.delete(row, at).max(initial=0.0))


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
