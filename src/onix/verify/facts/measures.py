"""Which units measure the same, and how many of one make another: names of units in, factors out.

Its own file because what a number says (`amounts.py`) needs nothing but these two questions of it.
"""

from __future__ import annotations

from functools import cache

from onix.reading.words import sections


@cache
def kind(unit: str | None) -> str | None:
    """Say what a unit measures: "share", "time", "money" or a family of units of one kind."""
    if unit in ("%", "point", "basis point"):
        return "share"
    if unit == "day":
        return "time"
    if unit in _money():
        return "money"
    return next((name for name, units in _families().items() if unit in units), None)


@cache
def _money() -> frozenset[str]:
    entries = (each for name in ("sign", "letters", "currency") for each in sections("units")[name])
    return frozenset(each.partition(" = ")[2] for each in entries) - {"cent"}


@cache
def dollars() -> frozenset[str]:
    """Give the moneys that are called dollars where they are paid: "$2.3 million" in Wellington."""
    signs = (each.partition(" = ") for each in sections("units")["sign"])
    return frozenset(money for written, _, money in signs if written.endswith("$")) - {"BRL"}


@cache
def _factors() -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    for entry in sections("facts")["measures"]:
        one, _, rest = entry.partition(" = ")
        times, other = rest.split()
        found[one, other] = float(times)
    return found


@cache
def _families() -> dict[str, frozenset[str]]:
    """Units that measure the same, as the list ties them together."""
    families: list[set[str]] = []
    for pair in _factors():
        meets = [each for each in families if not each.isdisjoint(pair)]
        families = [each for each in families if each not in meets]
        families.append(set(pair).union(*meets))
    return {min(each): frozenset(each) for each in families}


@cache
def factor(unit: str, other: str) -> float | None:
    """Say how many of the other unit make one of this; None where the list does not tie them."""
    direct = _factors().get((unit, other))
    if direct is not None:
        return direct
    for (one, middle), times in _factors().items():
        if one == unit and (middle, other) in _factors():
            return times * _factors()[middle, other]
        if one == unit and (other, middle) in _factors():
            return times / _factors()[other, middle]
    return None
