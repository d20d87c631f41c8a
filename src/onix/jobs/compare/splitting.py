"""Splits and mergers: pairs one by one in, out the same with points that are a part of another.

A point that has no partner, or a weak one, goes to a point that has another partner already where
it is like a part of it that the partner leaves open, and where the two together are liker to it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onix.jobs.compare.likeness import Table, likeness
from onix.jobs.compare.parts import parts_of

PART = 0.42  # how like a part must be to what became of it, with what the two gain together
MAYBE = 0.3  # below, a point is no part of another
LIKELY = 4  # points that one is held against
UNCLAIMED = 0.15  # what it says at most that no other point is as like that part
WEAK, BETTER = 0.65, 0.1  # a pair below, and how much more like another it must be to go there

Pair = tuple[int, int]


def with_parts(
    old: Sequence[str], new: Sequence[str], found: Sequence[Pair], table: Table
) -> list[Pair]:
    """Give the pairs with those of points that are, or took in, a part of another.

    Args:
        table: How like each old point is to each new one.
    """
    onward, back = dict(found), {other: one for one, other in found}
    pairs = set(found)
    for one, (other, was_paired) in _wholes(old, new, table, onward, back).items():
        pairs.add((one, other))
        if was_paired:
            pairs.discard((one, onward[one]))
    for other, (one, was_paired) in _wholes(new, old, table.T, back, onward).items():
        pairs.add((one, other))
        if was_paired:
            pairs.discard((back[other], other))
    return sorted(pairs)


def _wholes(
    ours: Sequence[str],
    theirs: Sequence[str],
    table: Table,
    partners: dict[int, int],
    known: dict[int, int],
) -> dict[int, tuple[int, bool]]:
    """Give of which of theirs each of ours is a part, and whether it leaves a weak pair for it.

    Args:
        known: The partner among ours of each of theirs; a part that is more like it is taken.
    """
    least: dict[int, float] = {}
    likely: dict[int, list[int]] = {}
    for one in range(len(ours)):
        other = partners.get(one)
        alike = 0.0 if other is None else float(table[one, other])
        if other is None or alike < WEAK:
            least[one] = PART if other is None else max(PART, alike + BETTER)
            likely[one] = [
                whole
                for whole in map(int, np.argsort(-table[one])[:LIKELY])
                if table[one, whole] >= MAYBE and known.get(whole, one) != one
            ]
    parts = {whole: parts_of(theirs[whole]) for each in likely.values() for whole in each}
    found = {}
    for one, wholes in likely.items():
        for whole in filter(parts.__getitem__, wholes):
            rivals = [at for at in map(int, np.argsort(-table[:, whole])[:LIKELY]) if at != one]
            score, ahead = _score(
                ours[one],
                ours[known[whole]],
                theirs[whole],
                parts[whole],
                [ours[at] for at in rivals],
            )
            score += 0.0 if one in partners else min(max(ahead, -UNCLAIMED), UNCLAIMED)
            if score >= least[one]:
                least[one], found[one] = score, (whole, one in partners)
    return found


def _score(
    mine: str, its: str, whole: str, parts: Sequence[str], rivals: Sequence[str]
) -> tuple[float, float]:
    """Say how like a free part of the whole is, with how much liker it is to both together.

    Args:
        its: What the whole is paired with.
        rivals: What else the whole is like.

    Returns:
        And how much liker that part is to this than to any of the rivals.
    """
    alike = likeness(parts, [mine, its])
    free = np.where(alike[:, 0] >= alike[:, 1], alike[:, 0], 0.0)
    best = int(free.argmax())
    others = likeness([parts[best]], [its, *rivals])
    both = likeness([its, *_together(mine, its)], [whole])[:, 0]
    score = float(free[best] + both[1:].max() - both[0])
    return score, float(free[best] - others.max())


def _together(mine: str, its: str) -> tuple[str, str]:
    return f"{its} {mine}", f"{mine} {its}"
