"""Splits and mergers: pairs one by one in, out the same with points that are a part of another.

A point that nothing is paired with goes to the point that it is likeliest a part of: one that has
a part like it which its own partner leaves open, and that stands next to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from onix.jobs.compare.pairs.signs import Table, apart
from onix.jobs.compare.pairs.standing import Pair, ahead
from onix.jobs.compare.points.parts import parts_of
from onix.jobs.meaning import vectors

PART: Final = (
    "odds", "ahead", "part", "open part", "paired", "next", "partner", "neighbours",
    "others",
)  # fmt: skip
LIKELY: Final = 6  # points that one is held against
_HELD: Final = 0.3  # how much liker a part may be to the partner, to count as open in full
_SURE: Final = 8.0  # odds (logarithm) of a partner, above which it makes no difference


@dataclass(frozen=True, slots=True)
class Side:
    """The open points of a version.

    Attributes:
        places: Among all points of it.
        partners: The numbers of those that are paired, with those of the others.
    """

    texts: Sequence[str]
    places: Sequence[int]
    partners: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A point without a partner, and one that it may be a part of.

    Attributes:
        pair: Their places, old and new.
        alone: The place of the one without a partner, and whether that is a new one.
        signs: By the names of `PART`.
    """

    pair: Pair
    alone: tuple[int, bool]
    signs: Table


def possible_parts(old: Side, new: Side, odds: Table, near: Table, others: float) -> list[Part]:
    """Give what points without a partner may be a part of.

    Args:
        odds: How likely two are a pair by themselves, as the logarithm of the odds: old × new.
        near: What `neighbours` gives for them.
        others: What `usual` gives for all.
    """
    there = _parts(old, new, odds, near)
    back = _parts(new, old, odds.T, near.T)
    return [
        *(Part((one, other), (one, False), np.array([*row, others])) for one, other, row in there),
        *(Part((one, other), (other, True), np.array([*row, others])) for other, one, row in back),
    ]


def with_parts(found: Sequence[Pair], parts: Sequence[Part], odds: Sequence[float]) -> list[Pair]:
    """Give the pairs with those of points that are likelier than not a part of another.

    Args:
        odds: How likely each of the parts is one, as the logarithm of the odds.
    """
    best: dict[tuple[int, bool], tuple[float, Pair]] = {}
    for part, each in zip(parts, odds, strict=True):
        if each > best.get(part.alone, (0.0, None))[0]:
            best[part.alone] = each, part.pair
    return sorted({*found, *(pair for _, pair in best.values())})


def _parts(
    ours: Side, theirs: Side, odds: Table, near: Table
) -> Iterator[tuple[int, int, list[float]]]:
    """Give of which of theirs each of ours without a partner may be a part, with the signs."""
    lonely = [one for one in range(len(ours.texts)) if one not in ours.partners]
    if not lonely:
        return
    likely = {one: _likely(one, ours, odds[one]) for one in lonely}
    plain, mine = vectors(theirs.texts), apart(vectors(ours.texts))
    parts = {
        whole: apart(plain, vectors([theirs.texts[whole], *parts_of(theirs.texts[whole])]))
        for whole in {each for wholes in likely.values() for each in wholes}
    }
    leads = ahead(odds)
    for one in lonely:
        for whole in likely[one]:
            owner = theirs.partners.get(whole)
            like = parts[whole] @ mine[one]
            if owner is None:
                best, lead, steps, partner = float(like.max()), 0.0, 0, 0.0
            else:
                lead_of = like - parts[whole] @ mine[owner]
                at = int(np.minimum(like, lead_of + _HELD).argmax())
                best, lead = float(like[at]), float(lead_of[at])
                steps = ours.places[one] - ours.places[owner]
                partner = min(float(odds[owner, whole]), _SURE)
            yield one, whole, [
                float(odds[one, whole]),
                float(leads[one, whole]),
                best,
                lead,
                float(owner is not None),
                float(abs(steps) == 1),
                partner,
                float(near[one, whole]),
            ]  # fmt: skip


def _likely(one: int, ours: Side, odds: Table) -> list[int]:
    """Give what one of ours is likest, and what became of the points beside it."""
    beside = (ours.partners.get(at) for at in (one - 1, one + 1))
    best = map(int, np.argsort(-odds)[:LIKELY])
    return list(dict.fromkeys([*best, *(each for each in beside if each is not None)]))
