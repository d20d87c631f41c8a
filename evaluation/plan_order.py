"""By what rule two points are "reworded" and "moved": what the gold of plans is marked by.

In come texts, or the places of paired points; out comes whether their words are the same, and which
pairs keep their order. The generator, the tests of what is marked by hand and the README say the
same thing because all of them go by this file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

Pair = tuple[int, int]  # the place of the old point, the place of the new one
TRAIL = re.compile(r"(?:[\s;,.:]|\b(?:and|or)\b)+$")
WORD = re.compile(r"\w+(?:[’'.,]\w+)*|%")


def same_words(old: str, new: str) -> bool:
    """Are these the same words, but for case, white space and what ends an item of a list?"""
    return _words(old) == _words(new)


def _words(text: str) -> list[str]:
    return WORD.findall(TRAIL.sub("", text.casefold()))


def find_moved(pairs: Sequence[Pair]) -> tuple[set[Pair], set[Pair]]:
    """Give the pairs that were moved, and those that one may call moved or not.

    The heaviest row of pairs in which neither place goes backwards has kept its order. Pairs that
    share a point weigh one together. Where several rows are as heavy, what stands in only some of
    them is open.
    """
    weights = _weigh(pairs)
    ascending = sorted(pairs)
    up = _rows(ascending, weights)
    turned = {(-old, -new): weight for (old, new), weight in weights.items()}
    back = _rows(sorted(turned), turned)
    down = {pair: back[-pair[0], -pair[1]] for pair in ascending}
    best = max((weight for weight, _ in up.values()), default=Fraction(0))
    ways = sum(ways for weight, ways in up.values() if weight == best)
    moved, unsure = set(), set()
    for pair in ascending:
        if up[pair][0] + down[pair][0] - weights[pair] < best:
            moved.add(pair)
        elif up[pair][1] * down[pair][1] < ways:
            unsure.add(pair)
    return moved, unsure


def _weigh(pairs: Sequence[Pair]) -> dict[Pair, Fraction]:
    groups = [{pair} for pair in pairs]
    for side in (0, 1):
        joined: dict[int, set[Pair]] = {}
        for group in groups:
            whole = set(group)
            for key in {pair[side] for pair in group}:
                whole |= joined.get(key, set())
            for key in {pair[side] for pair in whole}:
                joined[key] = whole
        groups = [set(each) for each in {frozenset(group) for group in joined.values()}]
    return {pair: Fraction(1, len(group)) for group in groups for pair in group}


def _rows(
    ascending: Sequence[Pair], weights: dict[Pair, Fraction]
) -> dict[Pair, tuple[Fraction, int]]:
    """Give for each pair how heavy the heaviest rows are that end with it, and how many."""
    rows: dict[Pair, tuple[Fraction, int]] = {}
    for place, pair in enumerate(ascending):
        earlier = [rows[each] for each in ascending[:place] if each[1] <= pair[1]]
        most = max((weight for weight, _ in earlier), default=Fraction(0))
        ways = sum(ways for weight, ways in earlier if weight == most)
        rows[pair] = (most + weights[pair], ways or 1)
    return rows
