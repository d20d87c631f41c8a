"""Chronicles: what stands below "October 2017:" is of that year, or of the next."""

from __future__ import annotations

from datetime import date

from onix.reading.times.chronicle import entries
from tests.reading.times.test_times import shown

PUBLISHED = "2022-09-21"


def values(text: str) -> list[str]:
    """The values of the times of a text."""
    return [each.rpartition(" = ")[2] for each in shown(text, PUBLISHED)]


def test_a_month_below_a_month_with_its_year_is_near_it() -> None:
    """What is told in the present there is long gone, and goes on into the next year."""
    text = """What is known of the hall:

October 2017: Building begins

The board pays the first sum in November. It had met in June.

The second sum is set for January.

May 2018: The hall opens

August 2018: The hall closes
"""
    assert values(text) == ["2017-10", "2017-11", "2017-06", "2018-01", "2018-05", "2018-08"]


def test_days_below_a_year_are_of_it() -> None:
    """A year in a line of its own heads them all; what will be is of no chronicle."""
    text = """2017

Jan. 5: Lund resigns.

March 9: The board meets.

2018

April: The hall opens.

June 3: It closes, and the council says it will open on Oct. 3.
"""
    days = ["2017", "2017-01-05", "2017-03-09", "2018", "2018-04", "2018-06-03", "2022-10-03"]
    assert values(text) == days


def test_months_that_begin_anew_are_of_the_next_year() -> None:
    """Oldest first or newest first, a year that is written once goes on."""
    onward = "1 May 2019: He came.\n\n3 June: He left.\n\n7 January: He was back.\n"
    assert values(onward) == ["2019-05-01", "2019-06-03", "2020-01-07"]
    backward = "7 January 2020: He was back.\n\n3 November: He left.\n\n1 May: He came.\n"
    assert values(backward) == ["2020-01-07", "2019-11-03", "2019-05-01"]
    above = "3 March: He rose.\n\n1 May 2019: He came.\n\n3 June: He left.\n"
    assert values(above) == ["2019-03-03", "2019-05-01", "2019-06-03"]


def test_what_is_no_chronicle() -> None:
    """Two lines, lines without a year, days of many years and rubrics before links are none."""
    assert not entries("1 May 2019: He came.\n\n3 June: He left.\n")
    assert not entries("1 May: He came.\n\n3 June: He left.\n\n4 July: He rests.\n")
    assert not entries("July 4\n\n1905 — A game\n\n1980 — A game\n\nJuly 5\n\n1903 — A game\n")
    assert not entries("May 2019:A link\n\nJune 2019:A link\n\nJuly 2019:A link\n")
    assert not entries("Mayor: Lund\n\nDecision: 2019\n\nMarches: many\n\n2019: one\n")
    assert not entries("31 June 2019: He came.\n\n3 June: He left.\n\n4 July: He rests.\n")


def test_days_in_their_order_without_a_year_are_of_that_of_publication() -> None:
    """A chronicle of the year tells in the present what is gone, and what was added later."""
    days = ["Jan. 7", "Jan. 13", "March 2", "April 18", "June 3", "Sept. 1", "Oct. 4"]
    text = "\n\n".join(f"{day} - The council meets in Tarn." for day in days)
    assert values(text) == [
        "2022-01-07", "2022-01-13", "2022-03-02", "2022-04-18", "2022-06-03", "2022-09-01",
        "2022-10-04",
    ]  # fmt: skip
    again = f"{text}\n\n{text}"
    assert values(again) == values(text) * 2
    assert not entries(
        "The skies of 2023, and who sees them in 2023\n\n" + text, date(2022, 12, 30)
    )
    ahead = "\n\n".join(f"{day} - The fair." for day in ("Oct. 4", "Oct. 9", "Nov. 2", "Nov. 9"))
    ahead = f"{ahead}\n\nDec. 3 - The fair.\n\nDec. 9 - The fair."
    assert not any(each.told for each in entries(ahead, date(2022, 9, 21)))
    assert not entries(f"{ahead}\n\nJan. 3 - The fair.\n\nJan. 9 - The fair.", date(2022, 9, 21))


def test_a_calendar_of_what_is_to_come_is_of_one_year() -> None:
    """Also where its last days are nearer to those of the year before."""
    days = ["June 14", "July 13", "August 11", "September 10", "October 9", "November 8"]
    text = "\n\n".join(f"{day}: A full moon" for day in (*days, "December 7"))
    assert shown(text, "2022-05-16")[-1] == "December 7 = 2022-12-07"
