"""Which full names are another one misspelt: names, and how often they stand, in, whose out.

A slip in a first name would make two people of one, and the family name alone would be nobody's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from rapidfuzz.distance import OSA

from onix.reading.words import sections, words_of

Key = tuple[str, ...]

_SLIPS = 2  # times that a name is misspelt
_SHORTEST = 4  # letters of a first name in which a slip can be told


def misspelt(groups: Mapping[Key, Sequence[str]], names: Mapping[str, int]) -> dict[Key, Key]:
    """Give whose name stands once or twice with a slip in the first name: "Kristne Lund".

    The slip is of one letter, or of two that changed places, and makes no known first name.

    Args:
        groups: The spellings of each name, by its first word and the rest, in lower case.
        names: How often each spelling stands.
    """
    families: dict[Key, list[Key]] = defaultdict(list)
    for key in groups:
        families[key[1:]].append(key)
    found = {}
    for family, keys in families.items():
        if len(keys) < 2 or not family:
            continue
        times = {key: sum(names[name] for name in groups[key]) for key in keys}
        for key in keys:
            first = key[0]
            if times[key] > _SLIPS or len(first) < _SHORTEST or first in _first_names():
                continue
            meant = [
                other
                for other in keys
                if times[other] > times[key]
                and other[0][0] == first[0]
                and OSA.distance(other[0], first) == 1
            ]
            if len(meant) == 1:
                found[key] = meant[0]
    return found


@cache
def _first_names() -> frozenset[str]:
    """Give every first name that is known, in lower case."""
    more = {name for each in ("female", "male", "either") for name in words_of("first_names", each)}
    known = {name for each in ("female", "male") for name in sections("people")[each]}
    return frozenset(map(str.lower, known | more))
