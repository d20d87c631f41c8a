"""How long something has gone on, told by its last day or season."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eggs fell for a third straight day.", ["a third straight day = P3D"]),
        ("It is the 13th consecutive month of drought.", ["the 13th consecutive month = P13M"]),
        ("Sales fell for the second quarter in a row.", ["the second quarter = P2Q"]),
        ("For the seventh year running, no one was hurt.", ["the seventh year = P7Y"]),
        ("Sales fell in the second quarter.", ["the second quarter = 2025-Q2"]),
        ("It was his third straight win.", []),
        ("The third day of the fair was dry.", []),
        ("The first day in a row of tents.", []),
        # A season of a sport, whose days no calendar tells.
        ("He scored nine goals this season.", ["this season = PRESENT_REF"]),
        ("She was hurt last season.", ["last season = PAST_REF"]),
        ("They will move next season.", ["next season = FUTURE_REF"]),
        ("He retires after the current season.", ["the current season = PRESENT_REF"]),
        ("The last season of the show was poor.", []),
        # Two units in one, with hyphens.
        ("The one-hour, 20-minute film is dull.", ["one-hour, 20-minute = PT1H20M"]),
    ],
)
def test_a_row_is_as_long_as_its_last_part_says(text: str, expected: list[str]) -> None:
    """An ordinal before "straight" or "in a row" is a length; a season has no days."""
    assert shown(text) == expected
