"""Days counted in months and from other days, days in figures, hours of each day, years ahead."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown, times

# All against Wednesday, 26 November 2025.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # So long after another day.
        ("They host Leeds a week from Sunday.", ["a week from Sunday = 2025-12-07"]),
        ("He is back two weeks from tomorrow.", ["two weeks from tomorrow = 2025-12-11"]),
        ("It will open a month from now.", ["a month from now = 2025-12"]),
        # In the month that it is, and in no month.
        (
            "The fair will begin on the last Saturday of the month.",
            ["the last Saturday of the month = 2025-11-29"],
        ),
        (
            "It shut on the first Friday of last month.",
            ["the first Friday of last month = 2025-10-03"],
        ),
        ("It rose this past July.", ["this past July = 2025-07"]),
        (
            "It fell in the wee hours of Monday.",
            ["the wee hours of Monday = 2025-11-24TMO START"],
        ),
        # Hours of each day are of none.
        (
            "It is open daily from 10 a.m. to 5 p.m.",
            ["daily = P1D", "10 a.m. = XXXX-XX-XXT10:00", "5 p.m. = XXXX-XX-XXT17:00"],
        ),
        (
            "It opened daily at 9 a.m. until Monday.",
            ["daily = P1D", "9 a.m. = 2025-11-24T09:00", "Monday = 2025-11-24"],
        ),
        (
            "The museum is open Tuesday to Friday, 10 a.m. to 5 p.m.",
            [
                "Tuesday = XXXX-WXX-2",
                "Friday = XXXX-WXX-5",
                "10 a.m. = XXXX-XX-XXT10:00",
                "5 p.m. = XXXX-XX-XXT17:00",
            ],
        ),
        # A year to come is that of the days in its sentence.
        (
            "The 2028 Games will be held from 14 July to 30 July.",
            ["2028 = 2028", "14 July = 2028-07-14", "30 July = 2028-07-30"],
        ),
        ("The 2028 Games were awarded on 14 July.", ["2028 = 2028", "14 July = 2025-07-14"]),
        # Counts that look like years.
        ("Flight 1998 left with 2021 pieces of luggage.", []),
        ("In 2019 workers went on strike.", ["2019 = 2019"]),
    ],
)
def test_a_day_is_counted_from_where_the_words_say(text: str, expected: list[str]) -> None:
    """From the next Sunday, in the month named, on each day, in the year named."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed in '98.", ["'98 = 1998"]),
        ("The class of ’69 met.", ["’69 = 1969"]),
        ("It was the summer of '69.", ["the summer of '69 = 1969-SU"]),
        ("It opened in May '24.", ["May '24 = 2024-05"]),
        ("Guidance for FY26 was kept.", ["FY26 = 2026"]),
        ("It flooded in winter 2023-24.", ["winter 2023-24 = 2023-WI"]),
        ("He said it was '90 percent' done.", []),
        ("It rose in '98%' of cases.", []),
        ("It costs £9.99 a month.", ["a month = P1M"]),
        ("The Oct. 7 attacks changed that.", ["Oct. 7 = 2023-10-07"]),
        ("On St Patrick's Day they met.", ["St Patrick's Day = 2025-03-17"]),
    ],
)
def test_a_year_may_be_written_short(text: str, expected: list[str]) -> None:
    """In two figures behind an apostrophe, or behind FY; in other places they are a count."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She left in November 2017. The following spring she sued.", "2018-SP"),
        ("Work began in spring 2012 and ended that autumn.", "2012-FA"),
        ("It opened in January 2013. That winter was cold.", "2012-WI"),
        ("It shut in May 2013. The previous summer it had been full.", "2012-SU"),
        ("It shut in May 2013. He left the same summer.", "2013-SU"),
        ("That summer was cold.", "XXXX-SU"),
    ],
)
def test_a_season_is_read_against_what_was_told(text: str, expected: str) -> None:
    """Where words point back, and there is a date to point to."""
    assert shown(text)[-1].endswith(f"= {expected}")


def test_a_date_in_figures_tells_how_the_others_are_read() -> None:
    """Where only one reading is a day; before one, and after none, either could be meant."""
    assert shown("He paid on 05/08/2025.") == []
    assert shown("He paid on 05/05/2025.") == ["05/05/2025 = 2025-05-05"]
    assert shown("It is dated 18/07/2025. He paid on 05/08/2025 and 06-09-2025.") == [
        "18/07/2025 = 2025-07-18",
        "05/08/2025 = 2025-08-05",
        "06-09-2025 = 2025-09-06",
    ]
    assert shown("It is dated 07/18/2025. He paid on 05/08/2025.")[-1] == "05/08/2025 = 2025-05-08"
    assert shown("He paid on 30-09-2025 or on 31-31-2025.") == ["30-09-2025 = 2025-09-30"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose in the first three months of 2024.", ("2024-01-01", "2024-03-31")),
        ("It fell in the final two quarters of 2024.", ("2024-07-01", "2024-12-31")),
        ("It rose in the first ten months of this year.", ("2025-01-01", "2025-10-31")),
        ("It fell in the last two months of last year.", ("2024-11-01", "2024-12-31")),
        ("It fell in the last two weeks of the campaign.", (None, None)),
        ("It rose in the first 12 months of 2024.", (None, None)),
        ("It rose in the first two weeks of 2024.", (None, None)),
    ],
)
def test_months_at_an_end_of_a_year_have_their_days(
    text: str, expected: tuple[str | None, str | None]
) -> None:
    """How long they are stays their value; which days they are is known, too."""
    time = times(text)[0]
    assert time.value[0] == "P"
    assert (time.earliest, time.latest) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took between three and 70 days.", ["three = P3D", "70 days = P70D"]),
        ("Between two and three weeks went by.", ["two = P2W", "three weeks = P3W"]),
        ("They got two, three and four years.", ["four years = P4Y"]),
        ("A hundred and twenty days went by.", ["A hundred and twenty days = P120D"]),
        ("She is between 30 and 40 years old.", ["40 years old = P40Y"]),
        ("Hours: ten to noon.", ["noon = 2025-11-26T12:00"]),
        ("It ends in the coming hours: stay in.", ["hours = PTXH"]),
    ],
)
def test_the_ends_of_a_range_are_two_lengths(text: str, expected: list[str]) -> None:
    """ "Two and three" are not five, except behind a hundred or a thousand."""
    assert shown(text) == expected
