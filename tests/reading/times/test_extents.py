"""Where a time expression begins and ends: articles, prepositions and tails beside it."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown

# All against Wednesday, 26 November 2025.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The article of "the third-quarter loss" is that of the loss.
        ("The third-quarter loss was wide.", ["third-quarter = 2025-Q3"]),
        ("It rose in the third quarter.", ["the third quarter = 2025-Q3"]),
        ("The first-half profit fell.", ["first-half = 2025-H1"]),
        ("It had a year-earlier loss.", ["year-earlier = 2024"]),
        ("It lost $5 million in a year-ago quarter.", ["a year-ago quarter = 2024-Q3"]),
        ("He missed the late-August trip.", ["late-August = 2025-08 END"]),
        ("The following March he left.", ["The following March = 2026-03"]),
        ("Sales rose from the early summer on.", ["the early summer = 2025-SU START"]),
        ("It lasted well into the winter.", ["the winter = 2024-WI"]),
        # "Within" and "over" are prepositions, and "over 20 years" may be more than 20.
        ("It must pay within 30 days.", ["30 days = P30D EQUAL_OR_LESS"]),
        ("He stole from her over six years.", ["six years = P6Y"]),
        ("It was built over several years.", ["several years = PXY"]),
        ("She took over 18 months ago.", ["18 months ago = 2024-05"]),
        ("She took the job over 18 months ago.", ["over 18 months ago = 2024-05 MORE_THAN"]),
        ("He served for over six years.", ["over six years = P6Y MORE_THAN"]),
        ("It lasted over a week.", ["over a week = P1W MORE_THAN"]),
        ("It took about 4½ hours.", ["about 4½ hours = PT4.5H APPROX"]),
        ("She has two rest days.", ["two rest days = P2D"]),
        # Two units are one stretch where one is a part of the other.
        ("He won in 4 hours, 42 minutes.", ["4 hours, 42 minutes = PT4H42M"]),
        ("She got a year and a day.", ["a year and a day = P1Y1D"]),
        ("He got two years, 18 months of it suspended.", ["two years = P2Y", "18 months = P18M"]),
        # "Or so" and "or two" go with it.
        ("It took a year or so.", ["a year or so = P1Y APPROX"]),
        ("It takes a week or two.", ["a week or two = P1W APPROX"]),
        ("He was there five days or so.", ["five days or so = P5D APPROX"]),
        ("It opened a year or two ago.", ["a year or two ago = 2024 APPROX"]),
        ("It will close over the next year or so.", ["the next year or so = 2026"]),
        ("It takes a week or one month.", ["a week = P1W", "one month = P1M"]),
    ],
)
def test_an_expression_has_its_own_words_and_no_others(text: str, expected: list[str]) -> None:
    """An adjective has no article, a preposition stands outside, "or so" stands inside."""
    assert shown(text) == expected
