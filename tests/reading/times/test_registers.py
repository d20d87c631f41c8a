"""Shapes of markets, forecasts, minutes, listings and wire copy, each as its writers mean it."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown

MARCH = "2013-03-22"  # a Friday
NOVEMBER = "2024-11-06"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # How long, and how exactly.
        ("The monthslong strike and the yearlong drought ended.",
         ["monthslong = PXM", "yearlong = P1Y"]),
        ("He waited half a dozen weeks.", ["half a dozen weeks = P6W"]),
        ("The shop opened half a dozen years ago.", ["half a dozen years ago = 2007"]),
        ("They queued for three hours or more.", ["three hours or more = PT3H EQUAL_OR_MORE"]),
        ("He got five years or less.", ["five years or less = P5Y EQUAL_OR_LESS"]),
        ("He got five years or more than he wanted.", ["five years = P5Y"]),
        ("Some 200 years passed, and some years more.",
         ["Some 200 years = P200Y APPROX", "some years = PXY"]),
        ("A decade-old law and a year-old truce fell.", ["decade-old = P10Y", "year-old = P1Y"]),
        ("A 52-year-old man and his 6 year-old son fell.", []),
        ("They have two wins in as many weeks.", ["many weeks = P2W"]),
        ("It is the second case in as many days.", ["many days = P2D"]),
        ("It has had as many years as it could.", ["many years = PXY"]),
        # How often.
        ("It flies twice daily, and a twice-weekly boat calls.",
         ["twice daily = P1D", "twice-weekly = P1W"]),
        ("Every few days a train is late.", ["Every few days = PXD"]),
        ("He rings her every Sunday evening.", ["every Sunday evening = XXXX-WXX-7TEV"]),
        ("It sails every Friday at noon.", ["every Friday at noon = XXXX-WXX-5T12:00"]),
        ("The market is open Tuesdays 2-7 p.m. in the square.",
         ["Tuesdays 2 = XXXX-WXX-2T14:00", "7 p.m. = XXXX-XX-XXT19:00"]),
        # Not long ago, and a year or day that is named by its number.
        ("I saw her the other day.", ["the other day = PAST_REF"]),
        ("The other day of the fair was dry.", []),
        ("The treaty of 1648 held, at a cost of 1648.", ["1648 = 1648"]),
        ("The 2013 fiscal year was poor.", ["The 2013 fiscal year = 2013"]),
        ("In the late 19th and early 20th centuries it was rich.",
         ["the late 19th = 18 END", "early 20th centuries = 19 START"]),
        ("Rent is due on the 1st of the month.", ["the 1st of the month = XXXX-XX-01"]),
        ("It is paid on the 5th of every month.", ["the 5th of every month = XXXX-XX-05"]),
        ("It opens on the 15th of next month.", ["the 15th of next month = 2013-04-15"]),
        ("It fell on the 2nd of this month.", ["the 2nd of this month = 2013-03-02"]),
        ("It fell on the 31st of last month.", ["last month = 2013-02"]),
        # Before something, and before what was told.
        ("Up from a third two years before.", ["two years before = 2011"]),
        ("He had left two weeks before.", ["two weeks before = 2013-W10"]),
        ("He left two weeks before the vote.", ["two weeks = P2W"]),
        ("Prices rose by 8% in February from a year before.",
         ["February = 2013-02", "a year before = 2012-02"]),
        ("The rate was 7 percent in February, down from 9 percent the previous month and 8 "
         "percent a year ago.",
         ["February = 2013-02", "the previous month = 2013-01", "a year ago = 2012-02"]),
        ("Half a century ago this week, they marched.",
         ["Half a century ago this week = 1963-W12"]),
        # Names that hold the word for a time.
        ("She joined the March on Tarn and the March for Bread.", []),
        ("He lives in June Street.", []),
        ("His savings went on Black Monday.", []),
        ("March was dry.", ["March = 2013-03"]),
        ("March on, he said.", []),
    ],
)  # fmt: skip
def test_a_shape_of_the_news_is_read_as_it_is_meant(text: str, expected: list[str]) -> None:
    """All against a Friday in March."""
    assert shown(text, MARCH) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Markets.
        ("Crude for May delivery rose $1.30.", "May = 2013-05"),
        ("Wheat for delivery in May fell.", "May = 2013-05"),
        ("The city signed the contract in May.", "May = 2012-05"),
        ("The index ended the week down 0.3 percent.", "the week = 2013-W12"),
        ("Year-end stocks were low.", "Year-end = 2012 END"),
        ("It hopes to sell them by year-end.", "year-end = 2013 END"),
        ("They hope to be home by month's end.", "month's end = 2013-03 END"),
        # Feasts.
        ("He voted on Election Day in 2008.", "Election Day = 2008-11-06"),
        ("Shops took on staff in the run-up to Christmas.", "Christmas = 2012-12-25"),
        ("Shops will take on staff ahead of Thanksgiving.", "Thanksgiving = 2013-11-28"),
        # The new year.
        ("Shares have fallen in the new year.", "the new year = 2013 START"),
        ("He speaks of a new year.", "a new year"),
        # Late on a day.
        ("He fell late on Monday.", "late on Monday = 2013-03-18 END"),
    ],
)  # fmt: skip
def test_a_month_a_year_or_a_feast_is_the_one_that_is_near(text: str, expected: str) -> None:
    """What is sold for May lies ahead; the run-up to Christmas, told in March, lies behind."""
    words = expected.partition(" = ")[0]
    told = dict(each.split(" = ") for each in shown(text, MARCH))
    if words == "Election Day":
        assert told == {"Election Day": "2008-11-04", "2008": "2008"}
    elif " = " not in expected:
        assert words not in told
    else:
        assert told[words] == expected.partition(" = ")[2]


def test_the_week_that_a_share_ended_is_over_on_a_monday() -> None:
    """And so is the year in the first days of January."""
    assert shown("The index ended the week down.", "2013-03-25") == ["the week = 2013-W12"]
    assert shown("The index ended the year up.", "2014-01-02") == ["the year = 2013"]
    assert shown("The index ended the week down.", None) == ["the week = XXXX-WXX"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Forecasts have no verb.
        ("Highs Saturday near 60.", ["Saturday = 2024-11-09"]),
        ("Clouds increase Thursday, with showers into Friday morning.",
         ["Thursday = 2024-11-07", "Friday morning = 2024-11-08TMO"]),
        ("Showers fell on Saturday.", ["Saturday = 2024-11-02"]),
        ("Gusts will ease by Friday afternoon and evening.",
         ["Friday afternoon = 2024-11-08TAF", "evening = 2024-11-08TEV"]),
        ("Snow fell Monday night and morning commuters were late.",
         ["Monday night = 2024-11-04TNI"]),
        # Listings.
        ("The fair is from 10am-4pm on Saturday.",
         ["10am = 2024-11-09T10:00", "4pm on Saturday = 2024-11-09T16:00"]),
        ("The fair was from 10 a.m. to 4 p.m. on Saturday.",
         ["10 a.m. = 2024-11-02T10:00", "4 p.m. on Saturday = 2024-11-02T16:00"]),
        ("It opens on Friday 8 November and closes on Sunday 24.",
         ["Friday 8 November = 2024-11-08", "Sunday 24 = 2024-11-24"]),
        ("They won on Sunday 24-10.", ["Sunday = 2024-11-03"]),
        ("On Sunday 24 people fell.", ["Sunday = 2024-11-03"]),
        # Minutes.
        ("Minutes of the Oct. 21 meeting were approved.", ["Oct. 21 = 2024-10-21"]),
        ("The council published the minutes of the session.", []),
        ("He scored in the final minutes of the match.", ["minutes = PTXM"]),
        # The year to come.
        ("The council sits again in the new year.", ["the new year = 2025 START"]),
        ("It will open early in the New Year.", ["early in the New Year = 2025 START"]),
    ],
)  # fmt: skip
def test_listings_forecasts_and_minutes_are_read_as_they_are_meant(
    text: str, expected: list[str]
) -> None:
    """All against a Wednesday in November."""
    assert shown(text, NOVEMBER) == expected


def test_without_a_day_of_print_the_new_year_is_of_no_number() -> None:
    """Nor is the 15th of next month a day of the calendar."""
    assert shown("It opens in the new year.", None) == ["the new year = XXXX START"]
    assert shown("It opens on the 15th of next month.", None) == [
        "the 15th of next month = XXXX-XX-15"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister, who arrived Wednesday and leaves Saturday, was silent.",
         ["Wednesday = 1998-08-05", "Saturday = 1998-08-08"]),
        ("He leaves for Lisbon on Sunday.", ["Sunday = 1998-08-09"]),
        ("They swept the leaves Saturday.", ["Saturday = 1998-08-01"]),
        ("A pipe burst at 6:45 a.m. Thursday.", ["6:45 a.m. Thursday = 1998-08-06T06:45"]),
        ("He has been in jail since his arrest on Dec. 3.", ["Dec. 3 = 1997-12-03"]),
        ("In September, the court heard it.", ["September = 1997-09"]),
        ("In September, the court will hear it.", ["September = 1998-09"]),
        ("In September, he said, the court would hear it.", ["September = 1998-09"]),
        ("Exports rose from the same period last year.", ["the same period last year = 1997"]),
        ("Exports rose from the same period in 1996.", ["the same period in 1996 = 1996"]),
        ("Exports rose from the same period a week ago.", ["a week ago = 1998-W31"]),
        ("It fell in the comparable 1997 quarter.", ["the comparable 1997 quarter = 1997-QX"]),
        ("The 1997 summer was dry, as six summers were.", ["1997 = 1997", "six summers = P6SU"]),
        ("In 1995, the last year for which figures are known, 212 died.", ["1995 = 1995"]),
    ],
)  # fmt: skip
def test_wire_copy_of_the_nineties_is_read_as_it_is_meant(text: str, expected: list[str]) -> None:
    """All against a Friday in August."""
    assert shown(text, "1998-08-07") == expected
