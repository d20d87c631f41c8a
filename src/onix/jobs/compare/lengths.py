"""How long something takes, in any words: "24 months", "the two-year limit" in, months out."""

from __future__ import annotations

import re

from onix.reading.numbers import number as value_of

_IN = {"year": ("month", 12.0), "month": ("month", 1.0), "fortnight": ("day", 14.0),
       "week": ("day", 7.0), "day": ("day", 1.0), "hour": ("hour", 1.0)}  # fmt: skip
_UNIT = rf"(?P<unit>{'|'.join(_IN)})s?\b"
_LENGTH = re.compile(
    rf"\b(?P<value>(?:[a-z]+[\s-])?(?:[a-z]+|\d+(?:\.\d+)?))(?:\s+|-){_UNIT}(?P<more> and a half)?",
    re.IGNORECASE,
)
_HALF = re.compile(rf"\bhalf\s+an?\s+{_UNIT}", re.IGNORECASE)


def lengths(text: str) -> set[tuple[str, float]]:
    """Give the stretches of time of a text: months, or days where no month is a whole number."""
    found: set[tuple[str, float]] = set()
    for match in _LENGTH.finditer(text):
        words = re.split(r"[\s-]", match["value"].lower())
        values = (_value(words[at:]) for at in range(len(words)))
        value = next((each for each in values if each is not None), None)
        if value is not None:
            unit, times = _IN[match["unit"].lower()]
            found.add((unit, (value + (0.5 if match["more"] else 0.0)) * times))
    for match in _HALF.finditer(text):
        unit, times = _IN[match["unit"].lower()]
        found.add((unit, times / 2))
    return found


def _value(words: list[str]) -> float | None:
    # "A year from now" has no length, "a year and a half" and "twelve months" have.
    return 1.0 if words in (["a"], ["an"]) else value_of(words)
