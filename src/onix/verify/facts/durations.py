"""How long a span of time is: a time expression in, days out."""

from __future__ import annotations

import re

from onix.model import TimeExpression

UNITS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "H": 1 / 24}
_DURATION = re.compile(r"P(?:(\d+(?:\.\d+)?)([YMWD])|T(\d+(?:\.\d+)?)([HM]))$")


def days_of(time: TimeExpression) -> float | None:
    """Give how many days a span of time has; None for other times."""
    found = _DURATION.match(time.value) if time.type == "DURATION" else None
    if found is None:
        return None
    if found[3]:
        return float(found[3]) / (24 if found[4] == "H" else 24 * 60)
    return float(found[1]) * UNITS[found[2]]


def unit_of(time: TimeExpression) -> str | None:
    """Give the unit a span of time is told in: "Y", "M", "W", "D", "H"; None for other times."""
    found = _DURATION.match(time.value)
    return None if found is None else found[2] or found[4]


def count_of(time: TimeExpression) -> float:
    """Give how many of its unit a span of time has; 0 for other times."""
    found = _DURATION.match(time.value)
    return float(found[1] or found[3]) if found else 0.0
