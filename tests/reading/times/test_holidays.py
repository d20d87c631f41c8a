"""Holidays by the year that the words give: last Christmas, Thanksgiving of last year."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown

# All against Wednesday, 26 November 2025.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices are down from last Thanksgiving.", "last Thanksgiving = 2024-11-28"),
        ("She came home last Easter.", "last Easter = 2025-04-20"),
        ("They will wed next Easter.", "next Easter = 2026-04-05"),
        ("This Thanksgiving may be dear.", "This Thanksgiving = 2025-11-27"),
        ("They met in May 2020. The following Christmas they wed.",
         "The following Christmas = 2020-12-25"),
        ("It was dear at last year's Thanksgiving.", "Thanksgiving = 2024-11-28"),
        ("Orbis has many Christmas plans.", "Christmas = 2025-12-25"),
        ("They hung up new Christmas lights.", "Christmas = 2025-12-25"),
        ("They met on Christmas.", "Christmas = 2024-12-25"),
        ("They met at the Easter fair.", "Easter = 2025-04-20"),
    ],
)  # fmt: skip
def test_a_holiday_is_of_the_year_that_the_words_give(text: str, expected: str) -> None:
    """Where none is given the tense tells, and "has many" is no past."""
    assert shown(text)[-1] == expected


def test_a_year_behind_a_holiday_is_its_own() -> None:
    """And so is one in "the Easter of last year"."""
    assert shown("It opened at Easter last year.")[0] == "Easter = 2024-03-31"
    assert shown("The Easter of last year was wet.")[0] == "Easter = 2024-03-31"
