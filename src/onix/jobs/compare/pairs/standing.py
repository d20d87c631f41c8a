"""How two points stand among all others: odds in, a table of old × new signs out.

Two points that are somewhat alike are a pair where nothing else on either side is liker, where the
points around them are pairs, and where few pairs lie across them: of what was moved more has to be
alike. All signs are the same from either side.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from onix.jobs.compare.pairs.signs import Table

STANDING: Final = ("odds", "ahead", "ahead of all", "neighbours", "across", "others")
NOBODY: Final = -4.0  # odds (logarithm) of being like none: what even a lone rival is ahead of
TWIN: Final = 10.0  # the same of a twin, and of what is as good as one
_NEAR: Final = 8  # places on either side in which others are neighbours
_TURNED: Final = 0.5  # what neighbours count that are nearer on one side than on the other

Pair = tuple[int, int]


def standing(odds: Table, near: Table, beyond: Table, others: float) -> Table:
    """Give how two points stand, by the names of `STANDING`: old × new × signs.

    Args:
        odds: How likely two are a pair by themselves, as the logarithm of the odds.
        near: What `neighbours` gives for them.
        beyond: What `across` gives.
        others: What `usual` gives for all.
    """
    ours, theirs = ahead(odds), ahead(odds.T).T
    best, least = np.maximum(ours, theirs), np.minimum(ours, theirs)
    return np.stack([odds, best, least, near, beyond, np.full_like(odds, others)], axis=-1)


def ahead(odds: Table) -> Table:
    """Say how far each of a row is ahead of the best of the others in it, or behind it."""
    found = np.empty_like(odds)
    for at, row in enumerate(odds):
        best = int(row.argmax())
        second = max(float(np.delete(row, best).max(initial=NOBODY)), NOBODY)
        found[at] = row - max(float(row[best]), NOBODY)
        found[at, best] = row[best] - second
    return found


def usual(odds: Table, pairs: Sequence[Pair], twins: int) -> float:
    """Say how alike the pairs are that are easily found.

    Where most points were only touched up, one that is told quite otherwise is rather another.

    Args:
        odds: How likely two open points are a pair by themselves.
        pairs: Those found by that.
        twins: How many pairs of the same words there are besides.
    """
    found = [min(float(odds[pair]), TWIN) for pair in pairs]
    return (sum(found) + TWIN * twins) / max(1, len(found) + twins)


def neighbours(pairs: Sequence[Pair], ours: Sequence[int], theirs: Sequence[int]) -> Table:
    """Say how many pairs stand near two points, on the same side of both: the nearer the more.

    Args:
        pairs: Places in both versions.
        ours: The places of the points that are asked about.
        theirs: The same in the new version.
    """
    rows, columns = np.array(ours)[:, None], np.array(theirs)[None, :]
    found = np.zeros((len(ours), len(theirs)))
    for one, other in pairs:
        here, there = one - rows, other - columns
        steps = abs(here) + abs(there) - 2
        worth = np.exp(-steps / 2) * np.where(here == there, 1.0, _TURNED)
        found += np.where((here * there > 0) & (steps <= 2 * _NEAR), worth, 0.0)
    return found


def across(pairs: Sequence[Pair], ours: Sequence[int], theirs: Sequence[int]) -> Table:
    """Say how many pairs stand before one of two points and behind the other, as a logarithm.

    Args:
        pairs: Places in both versions.
        ours: The places of the points that are asked about.
        theirs: The same in the new version.
    """
    rows, columns = np.array(ours)[:, None], np.array(theirs)[None, :]
    found = np.zeros((len(ours), len(theirs)))
    for one, other in pairs:
        found += (one - rows) * (other - columns) < 0
    return np.log1p(found)
