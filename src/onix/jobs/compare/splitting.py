"""Splits and mergers: pairs one by one in, out the same with points that are a part of another.

A point that has no partner, or a weak one, goes to a point that has another partner already where
it is like a part of it that the partner leaves open, and where the two together are liker to it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onix.jobs.compare.likeness import Table, likeness
from onix.jobs.compare.parts import parts_of
from onix.jobs.meaning import vectors

PART = 0.5  # how like a part must be to what became of it, with what the two gain together
MAYBE = 0.3  # below, a point is no part of another
LIKELY = 4  # points that one is held against
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
    _prepare(ours, parts, likely, known)
    found = {}
    for one, wholes in likely.items():
        for whole in filter(parts.__getitem__, wholes):
            score = _score(ours[one], ours[known[whole]], theirs[whole], parts[whole])
            if score >= least[one]:
                least[one], found[one] = score, (whole, one in partners)
    return found


def _score(mine: str, its: str, whole: str, parts: Sequence[str]) -> float:
    """Say how like a free part of the whole is, and how much liker it is to both together.

    Args:
        its: What the whole is paired with.
    """
    alike = likeness(parts, [mine, its])
    free = float(np.where(alike[:, 0] >= alike[:, 1], alike[:, 0], 0.0).max())
    both = likeness([its, *_together(mine, its)], [whole])[:, 0]
    return free + float(both[1:].max() - both[0])


def _together(mine: str, its: str) -> tuple[str, str]:
    return f"{its} {mine}", f"{mine} {its}"


def _prepare(
    ours: Sequence[str],
    parts: dict[int, list[str]],
    likely: dict[int, list[int]],
    known: dict[int, int],
) -> None:
    """Have all texts read at once that will be asked for: many at a time take half as long."""
    texts = [part for each in parts.values() for part in each]
    for one, wholes in likely.items():
        for whole in wholes:
            texts += _together(ours[one], ours[known[whole]]) if parts[whole] else ()
    vectors(texts)
