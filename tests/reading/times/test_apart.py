"""Words that look like a time of the calendar and are another, or none."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown

# All against Wednesday, 26 November 2025.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A part of something else than the calendar.
        ("She spent the last year of the war in Leeds.", ["the last year = P1Y"]),
        ("Fourteen of the apprentices are in their last year.", []),
        ("The last week of the campaign was hard.", ["The last week = P1W"]),
        ("It rose over the last year.", ["the last year = P1Y"]),
        ("Is this the last year we hear of it?", []),
        ("USA TODAY", []),
        ("He went to Sunday school.", []),
        # Days named after what happened on them.
        ("A panel is investigating January 6 and others.", ["January 6 = 2021-01-06"]),
        ("The Capitol was breached on Jan. 6.", ["Jan. 6 = 2021-01-06"]),
        ("She saw the Sept. 11 memorial.", ["Sept. 11 = 2001-09-11"]),
        ("He was born on Jan. 6.", ["Jan. 6 = 2025-01-06"]),
        ("Storms that spring up can grow.", []),
        ("It is more than in any previous year.", []),
        ("It began 30 minutes earlier than usual.", ["30 minutes = PT30M"]),
        ("They were brought to Mar-a-Lago in Florida.", []),
        ("They met on Friday. The last day to vote is near.", ["Friday = 2025-11-21"]),
        # Any one, and a certain one.
        ("It fell on May 20, a Saturday.", ["May 20 = 2025-05-20", "Saturday = XXXX-WXX-6"]),
        ("She missed a Friday deadline.", ["Friday = 2025-11-21"]),
        ("Some day they will come.", []),
        ("In the old days people left.", []),
        ("He said in the past that he knew.", ["the past = PAST_REF"]),
        ("They won in the past two.", []),
        # Each winter.
        ("Every day in winter he goes out.", ["Every day = P1D", "winter = XXXX-WI"]),
        # Years before ours.
        ("The coin dates from the 3rd century BC.", []),
        ("It fell in 1200 B.C. to the Greeks.", []),
        # The model of a car.
        ("He drove a 2014 Toyota Camry.", []),
        ("In 2014 Toyota grew.", ["2014 = 2014"]),
        # The number of a question.
        ("Q3. Did you see him?", []),
        ("Q1: How many came?", []),
        ("Q3 Ann Lee: When did you know?", []),
        ("Q3 Revenue: $3 billion.", ["Q3 = 2025-Q3"]),
        ("MR. HALL: Q13. When was that?", []),
        ("Q1: Sales rose 3%.", ["Q1 = 2025-Q1"]),
        ("Sales fell in Q3.", ["Q3 = 2025-Q3"]),
    ],
)
def test_what_looks_like_a_time_is_read_as_what_it_is(text: str, expected: list[str]) -> None:
    """No year of ours is "the last year of the war", "Q3." asks, "a 2014 Toyota" is a car."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The law was signed on 3 May 2017. In June, a court struck it down.", "2017-06"),
        ("The rule of 6 July 2017 says so. In June, a court struck it down.", "2025-06"),
        # What came days later goes on in that year.
        (
            "It was sold on 20 August 2020. Three days later he left. She was held on 10 October.",
            "2020-10-10",
        ),
        # A new paragraph may have come back to the news.
        ("He was born on 12 June 2010. He was baptised on 9 November.", "2010-11-09"),
        ("He was born on 12 June 2010.\n\nThe trial opened on 9 November.", "2025-11-09"),
        ("He fell on 12 June 2010.\n\nHe died on 9 August.", "2010-08-09"),
        ("It fell.\n\nIn 2010 it rose, and on 9 November it fell.", "2010-11-09"),
        ("An inspection booked for the spring was put off.", "2025-SP"),
        ("It was sold in the last week of May 2019.", "2019-05"),
    ],
)
def test_a_month_is_of_the_year_that_is_told_of(text: str, expected: str) -> None:
    """A date on which something was has told its year; that of a document has not."""
    assert shown(text)[-1].split(" = ")[1].split()[0] == expected


def test_the_quarters_of_a_match_are_none_of_a_year() -> None:
    """Where a text tells of a game; a club's profit may stand beside."""
    text = "The quarterback ran for a touchdown. They led by ten in the third quarter. "
    assert shown(text) == []
    text += "Its owner made a profit in the third quarter of 2025."
    assert shown(text) == ["the third quarter of 2025 = 2025-Q3"]


def test_an_aside_is_no_day_to_count_from() -> None:
    """From the day told of counts "two days later", not from "the previous month" beside it."""
    text = (
        "On Oct. 26 the sister of a man who died the previous month called. Two days later it shut."
    )
    assert shown(text)[-1] == "Two days later = 2025-10-28"
