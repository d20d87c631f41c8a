"""Times told in words beside the plainest ones, and words that only look like times."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading.grammar.sentences import find_sentences
from onix.reading.times.times import find_times
from tests.reading.times.test_times import shown, times

# All against Wednesday, 26 November 2025.


@pytest.mark.parametrize("text", ["He read Orwell’s ‘1984’.", "She quoted “1984,” he said."])
def test_a_book_that_is_called_by_a_year_is_none(text: str) -> None:
    """In quotation marks by itself a year is a title."""
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met this past weekend.", ["this past weekend = 2025-W47-WE"]),
        ("It will be named at a later date.", ["a later date = FUTURE_REF"]),
        ("At this time there are no suspects.", ["At this time = PRESENT_REF"]),
        ("It was full at this time last year.", ["last year = 2024"]),
        ("One day, they will ask for it.", ["One day = FUTURE_REF"]),
        ("One day of rain is enough.", ["One day = P1D"]),
        ("He starred in 1950's “The Yard” and 1950's music.", ["1950 = 1950", "1950's = 195"]),
        ("He left 20th Century Hats for the 20th century.", ["the 20th century = 19"]),
        ("She spent much of the last year at sea.", ["the last year = P1Y"]),
        ("It opens this Labor Day weekend.", ["this Labor Day weekend = 2026-W36-WE"]),
        ("Today show hosts met her.", []),
        ("It was open for the month of August.", ["August = 2025-08"]),
        ("It ran for a quarter of a century.", ["a quarter of a century = P25Y"]),
        ("It took three quarters of an hour.", ["three quarters of an hour = PT0.75H"]),
        ("She waited two long years.", ["two long years = P2Y"]),
        ("It may take a day or two.", ["a day or two = P1D APPROX"]),
        ("It may take a week or more.", ["a week or more = P1W EQUAL_OR_MORE"]),
        ("He smoked a pack a day or more.", []),
        ("They met at the turn of the century.", ["the turn of the century = 20 START"]),
        (
            "It is a 1960s-era reactor in the 17th-century mill.",
            ["1960s = 196", "17th-century = 16"],
        ),
        (
            "Founded in 1889, it was sold a century later.",
            ["1889 = 1889", "a century later = 1989"],
        ),
        ("She came to a later view.", []),
        ("She came back at a later time.", []),
        (
            "It rose in the second and third quarters of 2024.",
            ["the second = 2024-Q2", "third quarters of 2024 = 2024-Q3"],
        ),
        ("He was the second and third man there.", []),
        ("It fell this past week.", ["this past week = P1W"]),
        ("It rained this past spring.", ["this past spring = 2025-SP"]),
        ("He spent the last decade at sea.", ["the last decade = P10Y"]),
        ("Just seven short weeks ago he won.", ["seven short weeks ago = 2025-W41"]),
        ("He died decades ago.", ["decades ago = PAST_REF"]),
        ("It was moved weeks later.", ["weeks later = PXW"]),
        ("It fell a day earlier.", ["a day earlier = 2025-11-25"]),
        ("It grew in the first half of the year.", ["the first half of the year = 2025-H1"]),
        ("Its first-half profit fell.", ["first-half = 2025-H1"]),
        ("It rose in the rest of the year.", ["the year = 2025"]),
        ("It fell from the prior month.", ["the prior month = 2025-10"]),
        ("They left over Labor Day weekend.", ["Labor Day weekend = 2025-W35-WE"]),
        ("They play Thursday nights.", ["Thursday nights = XXXX-WXX-4TNI"]),
        (
            "They meet every Tuesday and Thursday.",
            ["every Tuesday = XXXX-WXX-2", "Thursday = XXXX-WXX-4"],
        ),
        ("They meet every other Friday.", ["every other Friday = XXXX-WXX-5"]),
        ("He was there for a quarter-century.", ["a quarter-century = P25Y"]),
        ("It is a month-long truce.", ["month-long = P1M"]),
        ("It is a centuries-old feud.", ["centuries-old = PXY"]),
        ("It came a week after the vote.", ["a week = P1W"]),
        ("It came just a day after the vote.", ["a day = P1D"]),
        ("It rose to £50bn a year there.", ["a year = P1Y"]),
        ("It costs $100,000 a month to run.", ["a month = P1M"]),
        ("He told the Herald on Sunday so.", ["Sunday = 2025-11-23"]),
        ("In a post-2010 world it failed.", ["2010 = 2010"]),
        ("A singer (1937- ) of note.", ["1937 = 1937"]),
        ("They offered help after Sept.12.", ["Sept.12 = 2025-09-12"]),
        ("He died a year ago this week.", ["a year ago this week = 2024-W48"]),
        ("It was sold two years ago next month.", ["two years ago next month = 2023-12"]),
        ("It opened ten years ago today.", ["ten years ago today = 2015-11-26"]),
        ("They met two weeks ago Monday.", ["two weeks ago Monday = 2025-11-10"]),
        ("It shut five years ago Friday.", ["five years ago Friday = 2020-11-28"]),
        ("It took 90-plus minutes to end.", ["90-plus minutes = PT90M EQUAL_OR_MORE"]),
        ("It is calm there at the moment.", ["at the moment = PRESENT_REF"]),
        ("It is at present in storage.", ["at present = PRESENT_REF"]),
        ("It fell in early morning trading.", ["early morning = 2025-11-26TMO START"]),
        ("On Monday it fell in late deals.", ["Monday = 2025-11-24"]),
        ("By mid-morning, few had come.", ["mid-morning = 2025-11-26TMO MID"]),
        ("It will grow over the next decade.", ["the next decade = P10Y"]),
        ("It rose 3% in the year to September.", ["the year = P1Y", "September = 2025-09"]),
        ("It fell in the last quarter of 2010.", ["the last quarter of 2010 = 2010-Q4"]),
        ("It lost $20m in the first half.", ["the first half = 2025-H1"]),
        ("The bar is shut at weekends.", ["weekends = XXXX-WXX-WE"]),
        ("He has been under fire since at least 2011.", ["2011 = 2011"]),
        ("The claim dates back to at least 2014.", ["2014 = 2014"]),
        ("The house dates to 1789.", ["1789 = 1789"]),
        ("It rose to 3,093 two weeks ago.", ["two weeks ago = 2025-W46"]),
        (
            "He fell in the early morning hours of April 15.",
            ["the early morning hours of April 15 = 2025-04-15TMO START"],
        ),
    ],
)
def test_a_time_is_found_whole_with_its_value(text: str, expected: list[str]) -> None:
    """From its first word to its last, as an annotator of TimeML marks it."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sales fell in July from the same month last year.",
            ["July = 2025-07", "the same month last year = 2024-07"],
        ),
        (
            "Sales fell 2% in July from a year earlier.",
            ["July = 2025-07", "a year earlier = 2024-07"],
        ),
        (
            "Sales fell 2% in July from June, and 4% from a year earlier.",
            ["July = 2025-07", "June = 2025-06", "a year earlier = 2024-07"],
        ),
        (
            "Profit fell in the second quarter from the same period a year ago.",
            ["the second quarter = 2025-Q2", "the same period a year ago = 2024-Q2"],
        ),
        (
            "Profit fell in the second quarter from the corresponding quarter of 2020.",
            ["the second quarter = 2025-Q2", "the corresponding quarter of 2020 = 2020-Q2"],
        ),
        (
            "It lost $2 million in the second quarter. It earned $1 million in the 2024 period.",
            ["the second quarter = 2025-Q2", "the 2024 period = 2024-Q2"],
        ),
        (
            "It lost $2 million in the second quarter. In last year's quarter it earned more.",
            ["the second quarter = 2025-Q2", "last year's quarter = 2024-Q2"],
        ),
        (
            "It reported fourth-quarter profit of $2 million, up from $1 million a year earlier.",
            ["fourth-quarter = 2025-Q4", "a year earlier = 2024-Q4"],
        ),
        (
            "He left on Monday. Earlier in the day, she had.",
            ["Monday = 2025-11-24", "Earlier in the day = 2025-11-24 START"],
        ),
        (
            "He fell on Monday night and was found the next morning.",
            ["Monday night = 2025-11-24TNI", "the next morning = 2025-11-25TMO"],
        ),
        (
            "They met in 2010, and the year before that.",
            ["2010 = 2010", "the year before that = 2009"],
        ),
        (
            "They lost in May 2019. The next month, he left.",
            ["May 2019 = 2019-05", "The next month = 2019-06"],
        ),
        (
            "It lost $2 million, down from $3 million in the same quarter last year.",
            ["the same quarter last year = 2024-Q3"],
        ),
        (
            "He died on Monday. She had seen him the night before.",
            ["Monday = 2025-11-24", "the night before = 2025-11-23TNI"],
        ),
        ("That night, he fled.", ["That night = XXXX-XX-XXTNI"]),
    ],
)
def test_what_is_measured_by_a_date_before_it(text: str, expected: list[str]) -> None:
    """The same month of another year, the day something else happened in, what came after it."""
    assert shown(text) == expected


def test_this_winter_in_february_began_in_december() -> None:
    """A winter has the year in which it begins, and the one under way is meant."""
    text = "It was mild this winter."
    document = Document("n", "article", text, published="2026-02-10")
    (found,) = find_times(document, find_sentences(document))
    assert (found.value, found.earliest) == ("2025-WI", "2025-12-01")


def test_in_january_the_same_quarter_last_year_is_of_the_year_before_that() -> None:
    """ "Last year" is the one just gone, and so is the quarter that is told of."""
    text = "Profit rose in the fourth quarter from the same period last year."
    document = Document("n", "article", text, published="2026-01-20")
    found = find_times(document, find_sentences(document))
    assert [each.value for each in found] == ["2025-Q4", "2024-Q4"]


def test_years_later_than_a_year_long_ago_are_not_yet_to_come() -> None:
    """ "In 1961, they won. Sixty years later" may be now, and never 2031 for a count of 70."""
    assert shown("In 1961, they won. Seventy years later, they met again.") == [
        "1961 = 1961",
        "Seventy years later = 2025",
    ]


def test_so_much_of_something_a_day_is_a_set() -> None:
    """ "1 million barrels of oil a day" tells how often, "$2 million for a year" how long."""
    assert times("They burn 1 million barrels of oil a day.")[0].type == "SET"
    assert times("It earns $3 million in fees a year.")[0].type == "SET"
    assert times("It got $3 million in aid for a year.")[0].type == "DURATION"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the quarter ended Sept. 30, sales fell.", "the quarter = 2025-Q3"),
        ("In the quarter ended July 31, sales fell.", "the quarter = 2025-Q2"),
        ("In the quarter ending Jan. 31, 2026, sales may fall.", "the quarter = 2025-Q4"),
    ],
)
def test_a_quarter_is_told_by_the_day_it_ends(text: str, expected: str) -> None:
    """It is the quarter of the calendar in which its middle month lies."""
    assert shown(text)[0] == expected


def test_a_quarter_to_come_is_not_the_latest() -> None:
    """What is spoken of as "the latest quarter" is over, whatever was mentioned before it."""
    text = "The storm will hurt fourth-quarter results. In the latest quarter, it earned more."
    assert shown(text) == ["fourth-quarter = 2025-Q4", "the latest quarter = 2025-Q3"]


@pytest.mark.parametrize(
    "text",
    [
        "He told the newspaper USA Today so.",
        "He told USA TODAY so.",
        "She spoke on NBC's Today show about it.",
        "The comedian left “Saturday Night Live” for good.",
        "They won gold at the Winter Olympics there.",
        "He ran a station called Current TV there.",
        "They vote on Super Tuesday there.",
        "He told the BBC's “Today” programme so.",
        "She wrote for The Sunday Times of it.",
        "She wrote for the Mail on Sunday of it.",
        "It came under attack from some quarters.",
        "She wept after all these things.",
        "He scored with 4:42 left to play.",
        "They met (7/9/11) with friends.",
        "A loss on the last day of talks hurt.",
        "He scored a first-half goal.",
        "It left shortly thereafter.",
        "They met as recently as that.",
        "Relatives of Kang Min-Jun wept.",
        "It is too soon to say who won.",
        "Winds of 90 miles an hour and 140 kilometers per hour felled trees.",
        "He died at the moment of impact.",
        "The quarters of the crew are small.",
        "They asked for the additional week of voting.",
        "He scored in the first half.",
        "It has at least 2000 members.",
    ],
)
def test_names_and_the_clock_of_a_match_are_no_times(text: str) -> None:
    """A paper, a programme, the Games, and how long is left to play."""
    assert shown(text) == []


def test_a_heading_in_capitals_has_times_for_all_that() -> None:
    """Where every word has a capital, one more says nothing."""
    assert shown("Council To Vote Today") == ["Today = 2025-11-26"]
