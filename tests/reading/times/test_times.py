"""When: what each kind of time expression is read as, and against which date."""

from __future__ import annotations

import pytest

from onix.model import Document, TimeExpression
from onix.reading.grammar.sentences import find_sentences
from onix.reading.times.times import find_times

PUBLISHED = "2025-11-26"  # a Wednesday


def times(text: str, published: str | None = PUBLISHED) -> list[TimeExpression]:
    """The time expressions of a text published on a day."""
    document = Document("d", "article", text, published=published)
    return list(find_times(document, find_sentences(document)))


def shown(text: str, published: str | None = PUBLISHED) -> list[str]:
    """Each expression as "words = value mod"."""
    return [
        " ".join(f"{each.span.text} = {each.value} {each.mod or ''}".split())
        for each in times(text, published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Nov. 26, 2025.", "Nov. 26, 2025 = 2025-11-26"),
        ("They met on 26 November 2025.", "26 November 2025 = 2025-11-26"),
        ("The file is dated 2025-11-26.", "2025-11-26 = 2025-11-26"),
        ("Logged 2025-11-26T09:30 in the port.", "2025-11-26T09:30 = 2025-11-26"),
        ("The form says 11/26/2025.", "11/26/2025 = 2025-11-26"),
        ("The form says 26/11/25.", "26/11/25 = 2025-11-26"),
        ("The form says 11/26/78.", "11/26/78 = 1978-11-26"),
        ("The form says 26.11.2025.", "26.11.2025 = 2025-11-26"),
        ("It fell on the twenty-first of May, 2024.", "the twenty-first of May, 2024 = 2024-05-21"),
        ("It was Friday, March 1, 2024, he said.", "Friday, March 1, 2024 = 2024-03-01"),
        ("The 3rd of March 2024 was dry.", "The 3rd of March 2024 = 2024-03-03"),
        ("SATURDAY, 8 MARCH 2025", "SATURDAY, 8 MARCH 2025 = 2025-03-08"),
        ("It fell on the first Tuesday of May 2024.", "the first Tuesday of May 2024 = 2024-05-07"),
        ("It opened in May 2019.", "May 2019 = 2019-05"),
        ("It opened in June of last year.", "June of last year = 2024-06"),
        ("It closed in late 2023.", "late 2023 = 2023 END"),
        ("The war of 1914 began.", "1914 = 1914"),
        ("The firm was ready for the year two thousand.", "the year two thousand = 2000"),
        ("It closed in the year two thousand and nine.", "the year two thousand and nine = 2009"),
        ("He was crowned in 1066.", "1066 = 1066"),
        ("The 2024-25 season was poor.", "2024-25 = 2024"),
        ("Sales fell in fiscal 2024.", "fiscal 2024 = 2024"),
        ("It began in nineteen ninety-six.", "nineteen ninety-six = 1996"),
        ("Prices rose in the 1990s.", "the 1990s = 199"),
        ("Prices rose in the '80s.", "the '80s = 198"),
        ("Prices rose in the seventies.", "the seventies = 197"),
        ("A law of the 19th century stands.", "the 19th century = 18"),
        ("It grew in the first quarter of 2024.", "the first quarter of 2024 = 2024-Q1"),
        ("It grew in Q3 2024.", "Q3 2024 = 2024-Q3"),
        ("It grew in the second half of 2024.", "the second half of 2024 = 2024-H2"),
        ("It rained in the summer of 2022.", "the summer of 2022 = 2022-SU"),
        ("They sang on Christmas Day 2024.", "Christmas Day 2024 = 2024-12-25"),
        ("Since 9/11 the rules are strict.", "9/11 = 2001-09-11"),
        ("It began in January nineteen ninety-seven.", "January nineteen ninety-seven = 1997-01"),
        ("It grew in H2 2024.", "H2 2024 = 2024-H2"),
        ("The 2018/19 season was poor.", "2018/19 = 2018"),
        ("It was logged in 2019-02.", "2019-02 = 2019-02"),
    ],
)
def test_a_date_that_is_whole_is_read_as_written(text: str, expected: str) -> None:
    """A date with its year needs no publication date, and says that it is as written."""
    needs_one = "last year" in text
    assert shown(text, PUBLISHED if needs_one else None) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Jan. 3 the roof fell.", "Jan. 3 = 2025-01-03"),
        ("At 4am on Jan. 3 he was found dead.", "4am on Jan. 3 = 2025-01-03T04:00"),
        ("By Jan. 3 it had killed ten.", "Jan. 3 = 2025-01-03"),
        ("In a letter dated 12 January he resigned.", "12 January = 2025-01-12"),
        ("A fire broke out on the night of 3 January.", "the night of 3 January = 2025-01-03TNI"),
        ("By Jan. 3, the firm said, it will be over.", "Jan. 3 = 2026-01-03"),
        ("On Jan. 3 the rules take effect.", "Jan. 3 = 2026-01-03"),
        ("Jan. 3: The store was sold and opens again.", "Jan. 3 = 2026-01-03"),
    ],
)
def test_a_verb_in_the_past_keeps_a_day_in_the_past(text: str, expected: str) -> None:
    """Though the next such day is near, and the last one long ago."""
    assert shown(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on the last day of August.", "the last day of August = 2025-08-31"),
        ("They will meet on the second Monday in May.", "the second Monday in May = 2026-05-11"),
        ("On the sixth Friday of May 2024 it rained.", "Friday = XXXX-WXX-5"),
        ("The first week of June was dry.", "The first week of June = 2025-06 START"),
    ],
)
def test_a_day_that_is_counted_in_its_month(text: str, expected: str) -> None:
    """Days and weekdays, from its beginning or its end; no month has a sixth Friday."""
    assert shown(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burned at 6.40am on 3 February last year.", "6.40am on 3 February = 2024-02-03T06:40"),
        ("It closed on November 3 of last year.", "November 3 = 2024-11-03"),
        ("It will open on 3 March next year.", "3 March = 2026-03-03"),
        ("Between 3 May and 9 June last year it rained.", "3 May = 2024-05-03"),
        ("It shut on 3 February last week.", "3 February = 2025-02-03"),
    ],
)
def test_a_day_is_of_the_year_that_is_named_behind_it(text: str, expected: str) -> None:
    """ "On 3 February last year" is no day of this year, however near that would be."""
    assert shown(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister resigned on Friday.", "Friday = 2025-11-21"),
        ("The minister resigned on Wednesday.", "Wednesday = 2025-11-26"),
        ("The minister will travel on Friday.", "Friday = 2025-11-28"),
        ("The court is expected to rule Monday.", "Monday = 2025-12-01"),
        ("The boat should arrive on Tuesday.", "Tuesday = 2025-12-02"),
        ("The boat should have arrived on Tuesday.", "Tuesday = 2025-11-25"),
        ("The strike may end on Monday.", "Monday = 2025-12-01"),
        ("The strike may have ended on Monday.", "Monday = 2025-11-24"),
        ("She said on Monday the talks had failed.", "Monday = 2025-11-24"),
        ("The fee will be paid on Friday.", "Friday = 2025-11-28"),
        ("The envoy, reached by phone on Thursday, declined.", "Thursday = 2025-11-20"),
        ("He left last Wednesday.", "last Wednesday = 2025-11-19"),
        ("He leaves next Wednesday.", "next Wednesday = 2025-12-03"),
        ("She was summoned for Friday.", "Friday = 2025-11-28"),
        ("They met before the second of May.", "the second of May = 2025-05-02"),
        ("It passed last December.", "last December = 2024-12"),
        ("It will open next May.", "next May = 2026-05"),
        ("It will end tonight.", "tonight = 2025-11-26TNI"),
        ("For the full year, sales rose.", "the full year = 2025"),
        ("He was born on Feb. 29.", "Feb. 29 = 2024-02-29"),
        ("The match is this Saturday.", "this Saturday = 2025-11-29"),
        ("The board decides on Tuesday week.", "Tuesday week = 2025-12-09"),
        ("The call took place on October 14.", "October 14 = 2025-10-14"),
        ("The vote will be held on January 18.", "January 18 = 2026-01-18"),
        ("The plan was drafted for release on Dec. 2.", "Dec. 2 = 2025-12-02"),
        ("He was shot last Oct. 23 at home.", "last Oct. 23 = 2025-10-23"),
        ("They spent time there in late October.", "late October = 2025-10 END"),
        ("The law passed last May.", "last May = 2025-05"),
        ("It will open next March.", "next March = 2026-03"),
        ("She was born in early December, he said.", "early December = 2024-12 START"),
        ("It met yesterday.", "yesterday = 2025-11-25"),
        ("It meets tomorrow night.", "tomorrow night = 2025-11-27TNI"),
        ("They spoke last night.", "last night = 2025-11-25TNI"),
        ("They spoke this morning.", "this morning = 2025-11-26TMO"),
        ("It snowed the day before yesterday.", "the day before yesterday = 2025-11-24"),
        ("They met last week.", "last week = 2025-W47"),
        ("They meet early next year.", "early next year = 2026 START"),
        ("It rose earlier this month.", "earlier this month = 2025-11 START"),
        ("It ends at the end of the year.", "the end of the year = 2025 END"),
        ("Accounts close at year's end.", "year's end = 2025 END"),
        ("It fell this quarter.", "this quarter = 2025-Q4"),
        ("It fell in the third quarter.", "the third quarter = 2025-Q3"),
        ("It will fall in the first quarter.", "the first quarter = 2026-Q1"),
        ("It was dry last summer.", "last summer = 2025-SU"),
        ("It was dry this fall.", "this fall = 2025-FA"),
        ("It will be held next spring.", "next spring = 2026-SP"),
        ("Over the weekend they rested.", "the weekend = 2025-W47-WE"),
        ("It began on New Year's Eve.", "New Year's Eve = 2024-12-31"),
        ("They will gather on Thanksgiving.", "Thanksgiving = 2025-11-27"),
        ("He died 10 days ago.", "10 days ago = 2025-11-16"),
        ("He died about two weeks ago.", "about two weeks ago = 2025-W46 APPROX"),
        ("He died five months ago.", "five months ago = 2025-06"),
        ("He died a year ago.", "a year ago = 2024"),
        ("It ends ten years from now.", "ten years from now = 2035"),
        ("He died half a century ago.", "half a century ago = 1975"),
        ("He returns in two weeks' time.", "two weeks' time = 2025-W50"),
        ("They spoke the night before last.", "the night before last = 2025-11-24TNI"),
        ("They met the week before last.", "the week before last = 2025-W46"),
        ("The final is on Friday.", "Friday = 2025-11-28"),
        ("The case is heard in May.", "May = 2026-05"),
        ("It agreed to an offer to buy the bank in January.", "January = 2026-01"),
        ("He has until Friday to pay.", "Friday = 2025-11-28"),
        ("She could not be reached on Friday.", "Friday = 2025-11-21"),
        ("They will find a way around Friday's ruling.", "Friday = 2025-11-21"),
        ("They will play in Friday's match.", "Friday = 2025-11-28"),
        ("He came to a Friday dinner.", "Friday = 2025-11-21"),
        ("The bank failed after weekend talks.", "weekend = 2025-W47-WE"),
        ("It opens in the spring.", "the spring = 2026-SP"),
        ("It fell over the last week.", "the last week = P1W"),
        ("They left the day before Easter.", "the day before Easter = 2025-04-19"),
        ("They will meet two weeks after Christmas.", "two weeks after Christmas = 2026-W02"),
        ("They marched on Whit Monday.", "Whit Monday = 2025-06-09"),
        ("He spoke in H1.", "H1 = 2025-H1"),
    ],
)
def test_a_relative_date_is_read_against_publication(text: str, expected: str) -> None:
    """Tense and nearness choose the day, and the basis names the date of publication."""
    [found] = times(text)
    assert shown(text) == [expected]
    assert found.basis is not None
    assert "read against publication, 2025-11-26 (Wednesday)" in found.basis


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He resigned on Friday.", "XXXX-WXX-5"),
        ("It meets on Tuesday week.", "XXXX-WXX-2"),
        ("The call took place on October 14.", "XXXX-10-14"),
        ("They spent days there last month.", "XXXX-XX"),
        ("It met yesterday.", "XXXX-XX-XX"),
        ("They meet next week.", "XXXX-WXX"),
        ("It opened this year.", "XXXX"),
        ("It was dry last summer.", "XXXX-SU"),
        ("It fell in the third quarter.", "XXXX-Q3"),
        ("It rained at the weekend.", "XXXX-WXX-WE"),
        ("They sang on Easter.", "XXXX-XX-XX"),
        ("He died three weeks ago.", "XXXX-WXX"),
        ("They met at noon.", "XXXX-XX-XXT12:00"),
        ("It fell in the past decade.", "P10Y"),
        ("He called two hours ago.", "XXXX-XX-XXTXX"),
    ],
)
def test_without_publication_there_is_no_calendar_date(text: str, value: str) -> None:
    """Nothing is made up: the value has X for what is not known, and the basis says why."""
    found = times(text, None)[-1]
    assert found.value == value
    assert (found.earliest, found.latest) == (None, None)
    assert found.basis is not None
    assert "no publication date" in found.basis


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks lasted three weeks.", "three weeks = P3W"),
        ("A two-and-a-half-hour call followed.", "two-and-a-half-hour = PT2.5H"),
        ("It took an hour and a half.", "an hour and a half = PT1.5H"),
        ("It took half an hour.", "half an hour = PT0.5H"),
        ("It took more than four hours.", "more than four hours = PT4H MORE_THAN"),
        ("It took no more than sixty days.", "no more than sixty days = P60D EQUAL_OR_LESS"),
        ("It took up to 90 days.", "up to 90 days = P90D EQUAL_OR_LESS"),
        ("It took at least a week.", "at least a week = P1W EQUAL_OR_MORE"),
        ("It took two to three weeks.", "two to three weeks = P2W EQUAL_OR_MORE"),
        ("It took 12-18 months.", "12-18 months = P12M EQUAL_OR_MORE"),
        ("It took a couple of years.", "a couple of years = P2Y APPROX"),
        ("It took several months.", "several months = PXM"),
        ("It took years.", "years = PXY"),
        ("It was a months-long siege.", "months-long = PXM"),
        ("It was a day-long siege.", "day-long = P1D"),
        ("It lasted a second.", ""),
        ("It took a half day.", "a half day = P0.5D"),
        ("It came two hours later.", "two hours later = XXXX-XX-XXTXX"),
        ("He left several years ago.", "several years ago = PAST_REF"),
        ("Thirteen days later, on a ship, he left.", "Thirteen days later = P13D"),
        ("He left 1.5 days ago.", "1.5 days ago = PAST_REF"),
        ("It was a Sunday.", "Sunday = XXXX-WXX-7"),
        (
            "It meets on the third Tuesday of the month.",
            "the third Tuesday of the month = XXXX-WXX-2",
        ),
        ("It was the Monday before the vote.", "Monday = XXXX-WXX-1"),
        ("The same day he left.", "The same day = XXXX-XX-XX"),
        ("The 60-second clip went round.", "60-second = PT60S"),
        ("The 8-month-old truce broke.", "8-month-old = P8M"),
        ("The driver, aged 34, fled.", "aged 34 = P34Y"),
        ("The driver is 34 years old.", "34 years old = P34Y"),
        ("It fell in the past three weeks.", "the past three weeks = P3W"),
        ("It will rise in the next two years.", "the next two years = P2Y"),
        ("It fell in recent weeks.", "recent weeks = PXW"),
        ("It fell in the past decade.", "the past decade = P10Y"),
        ("For the year ended June 30, sales fell.", "the year = P1Y"),
        ("He comes every Tuesday.", "every Tuesday = XXXX-WXX-2"),
        ("He comes on Tuesdays.", "Tuesdays = XXXX-WXX-2"),
        ("He comes twice a year.", "twice a year = P1Y"),
        ("He comes three times a week.", "three times a week = P1W"),
        ("He comes every other day.", "every other day = P2D"),
        ("He comes every two weeks.", "every two weeks = P2W"),
        ("He comes each summer.", "each summer = XXXX-SU"),
        ("He comes each July.", "each July = XXXX-07"),
        ("He comes every morning.", "every morning = XXXX-XX-XXTMO"),
        ("He comes every weekend.", "every weekend = XXXX-WXX-WE"),
        ("It costs 300 dollars a day.", "a day = P1D"),
        ("It costs less per year.", "per year = P1Y"),
        ("He prays daily.", "daily = P1D"),
        ("It fell over the past three summers.", "the past three summers = XXXX-SU"),
        ("He recently left.", "recently = PAST_REF"),
        ("Previously, he ran.", "Previously = PAST_REF"),
        ("He now runs.", "now = PRESENT_REF"),
        ("These days he runs.", "These days = PRESENT_REF"),
        ("He will run soon.", "soon = FUTURE_REF"),
        ("In the past, he ran.", "the past = PAST_REF"),
        ("In the past he ran.", "the past = PAST_REF"),
        ("It costs at least a day.", ""),
        ("It fell at least a year.", "at least a year = P1Y EQUAL_OR_MORE"),
        ("In the last 9999 years it froze.", "the last 9999 years = P9999Y"),
        ("Two weekends ago he left.", "Two weekends ago = 2025-W46"),
        ("He left 2.5 years ago.", "2.5 years ago = 2023-05"),
        ("In the near future he runs.", "the near future = FUTURE_REF"),
        ("It will one day be over.", "one day = FUTURE_REF"),
        ("It will come in coming quarters.", "coming quarters = PXQ"),
        ("Talks could last two years.", "two years = P2Y"),
        ("He scored in the last ten seconds.", "the last ten seconds = PT10S"),
        ("In winter the pass is closed.", "winter = XXXX-WI"),
        ("Ramadan begins soon.", "Ramadan = XXXX-XX"),
        ("Diwali is near.", "Diwali = XXXX-XX-XX"),
        ("Eid 2024 was quiet.", "Eid 2024 = 2024"),
    ],
)
def test_how_long_how_often_and_vague_words(text: str, expected: str) -> None:
    """Durations, sets and vague words have a value without a calendar date."""
    assert shown(text)[:1] == ([expected] if expected else [])


def test_the_past_three_weeks_end_with_publication() -> None:
    """A duration up to now has days: from three weeks before publication up to it."""
    [found] = times("It fell in the past three weeks.")
    assert (found.earliest, found.latest) == ("2025-11-05", "2025-11-26")
    [found] = times("It fell in the past 24 hours.")
    assert (found.value, found.earliest, found.latest) == ("PT24H", "2025-11-25", "2025-11-26")


@pytest.mark.parametrize(
    "text",
    [
        "They may march on Second Street.",
        "The second man fell and prices rose.",
        "Theresa May spoke to Jan Novak.",
        "The 2,024 people paid $2024.",
        "About 2000 troops came with 1984 votes.",
        "A Boeing 747 and an F-16 landed at km 1990m.",
        "The code is 03/04/2025 or B2024.",
        "The team plays 24/7 and owns three-quarters.",
        "The deal of the century was sought by his days.",
        "He will come as soon as he can, shortly after the vote.",
        "He watched 60 Minutes and hosts This Week.",
        "The previously announced plan will fall in line.",
        "In her nineties she fell, he said.",
        "It was the day before the vote.",
        "THE DAILY RECORDS AND RECENTLY OLD",
        "The form says 31/02/2025 and 2025-02-30.",
        "He read the past tense aloud.",
        "The year was hard and the month was long.",
        "This period, the fifth quarter and two second halves.",
        "They sang in a spring song.",
        "The 1985s and '85s are good wines.",
        "The twenty thirty-somethings and the third decade won.",
        "The latest day and the last minute of that hour were hard.",
        "The past two second rounds were hard.",
        "The month's end came.",
        "The 34-year-old driver fled.",
        "The Good Friday Agreement holds, and so does Easter Island.",
        "April Jones met June Carter and August Wilson.",
        "He won by ten to one and kept business hours.",
        "A reader of the party daily Granma wrote.",
        "It was his weekend home.",
    ],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    """Modal verbs, ordinals, names, counts and programmes are no times."""
    assert shown(text) == []


def test_what_is_read_against_the_last_date_mentioned() -> None:
    """ "Two days later" and "the same day" count from the date before them, not from today."""
    text = (
        "The attack came on March 3, 2024. Two days later the army moved. "
        "The same day a curfew began. The following week it ended. "
        "A month earlier nothing stirred."
    )
    assert shown(text) == [
        "March 3, 2024 = 2024-03-03",
        "Two days later = 2024-03-05",
        "The same day = 2024-03-05",
        "The following week = 2024-W11",
        "A month earlier = 2024-02",
    ]
    assert 'last mentioned, "March 3, 2024"' in (times(text)[1].basis or "")


def test_a_day_without_a_year_takes_it_from_the_whole_date_before_it() -> None:
    """In a look back, "March 7" after "March 3, 2024" is of that year."""
    text = "The attack came on March 3, 2024. On March 7 it rained. That night bells rang."
    assert shown(text)[1:] == ["March 7 = 2024-03-07", "That night = 2024-03-07TNI"]


def test_the_day_after_is_a_day_after_the_one_named() -> None:
    """ "The day after" at the end of its clause counts from the day before it."""
    assert shown("They sang on May 1, 2024. He left the day after.")[-1] == (
        "the day after = 2024-05-02"
    )


def test_a_month_of_another_unit_than_a_year_stands_alone() -> None:
    """ "March of next week" names no year: next week is read, March is not."""
    assert shown("March of next week is planned.") == ["next week = 2025-W49"]
    assert shown("He left Tuesday weeks.") == ["Tuesday = 2025-11-25", "weeks = PXW"]


def test_days_cannot_be_counted_from_a_year() -> None:
    """ "Two days later" after a bare year has no calendar date."""
    found = times("It broke in 1990. Two days later it was mended.")[-1]
    assert (found.value, found.earliest) == ("XXXX-XX-XX", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke at 10 p.m. Wednesday.", ["10 p.m. Wednesday = 2025-11-26T22:00"]),
        ("He spoke Wednesday at 10 p.m.", ["Wednesday at 10 p.m. = 2025-11-26T22:00"]),
        ("He left at 9:30 a.m. EST on Friday.", ["9:30 a.m. EST on Friday = 2025-11-21T09:30"]),
        ("He left on Oct. 14 at 14:05.", ["Oct. 14 at 14:05 = 2025-10-14T14:05"]),
        ("He left at 0930 GMT.", ["0930 GMT = 2025-11-26T09:30"]),
        ("He left at 8.30 pm on Friday.", ["8.30 pm on Friday = 2025-11-21T20:30"]),
        ("He left at 8 o'clock on Friday.", ["8 o'clock on Friday = 2025-11-21T08:00"]),
        ("He left at 8 o'clock Friday night.", ["8 o'clock Friday night = 2025-11-21T20:00"]),
        ("He left Friday night.", ["Friday night = 2025-11-21TNI"]),
        ("He left at midnight Friday.", ["midnight Friday = 2025-11-21T24:00"]),
        ("He left at 25:00 and at 13 p.m. and 9:75.", []),
        ("In the morning he left.", []),
        ("He left at half past nine on Friday.", ["half past nine on Friday = 2025-11-21T09:30"]),
        (
            "It was found at 2.14 in the morning on 5 October.",
            ["2.14 in the morning on 5 October = 2025-10-05T02:14"],
        ),
        ("It closed at 1.28 on Monday.", ["Monday = 2025-11-24"]),
        (
            "He left at six in the evening on Friday.",
            ["six in the evening on Friday = 2025-11-21T18:00"],
        ),
        ("Of two, one in the evening, six are left.", []),
        ("He left at a quarter to six.", ["a quarter to six = 2025-11-26T05:45"]),
        ("He left on Friday at about 7.30pm.", ["Friday at about 7.30pm = 2025-11-21T19:30"]),
        ("On the night of Oct. 9 he left.", ["the night of Oct. 9 = 2025-10-09TNI"]),
        (
            "In the early hours of Friday morning he left.",
            ["the early hours of Friday morning = 2025-11-21TMO START"],
        ),
        (
            "The bridge closed on Friday from 11pm until 5am.",
            ["Friday = 2025-11-21", "11pm = 2025-11-21T23:00", "5am = 2025-11-22T05:00"],
        ),
    ],
)
def test_a_clock_time_joins_its_day(text: str, expected: list[str]) -> None:
    """A time next to a day is one expression; without a day it is on the day of publication."""
    assert shown(text) == expected


def test_a_clock_time_alone_is_on_the_day_spoken_of() -> None:
    """After a day was named, noon is that day's noon."""
    assert shown("They met on Oct. 14. At noon they left.")[-1] == "noon = 2025-10-14T12:00"


def test_a_year_that_is_not_the_calendars_has_wider_days() -> None:
    """A range covers all its years; when a fiscal year begins the words do not say."""
    [war] = times("The war of 1914–18 was long.")
    assert (war.value, war.earliest, war.latest) == ("1914", "1914-01-01", "1918-12-31")
    for text in ("Sales fell in fiscal 2024.", "Sales fell in FY2024."):
        [fiscal] = times(text)
        assert (fiscal.value, fiscal.earliest, fiscal.latest) == (
            "2024",
            "2023-01-01",
            "2025-12-31",
        )
        assert "its first month is not" in (fiscal.basis or "")


def test_a_weekday_may_count_from_the_day_last_mentioned() -> None:
    """ "The following Tuesday", "on that Friday" go by the story; "said that Friday" does not."""
    text = "The dam broke on May 8, 2024. "  # a Wednesday
    assert shown(text + "The following Tuesday it was mended.")[-1] == (
        "The following Tuesday = 2024-05-14"
    )
    assert shown(text + "On that Friday it held.")[-1] == "that Friday = 2024-05-10"
    assert shown(text + "The previous Tuesday was dry.")[-1] == "The previous Tuesday = 2024-05-07"
    assert shown(text + "He said that Friday was dry.")[-1] == "Friday = 2025-11-21"
    assert shown("On that Friday it held.") == ["that Friday = XXXX-WXX-5"]


def test_a_weekday_and_the_date_after_it_are_one_day() -> None:
    """The date says which Friday it is, and a Friday of which year the date is."""
    assert shown("It begins next Friday (Dec. 12).") == [
        "next Friday = 2025-12-12",
        "Dec. 12 = 2025-12-12",
    ]
    assert shown("It was set for next Wednesday (Dec. 3).")[-1] == "Dec. 3 = 2025-12-03"
    assert shown("It was on Friday, and on Dec. 2 it rained.")[0] == "Friday = 2025-11-21"


def test_a_score_before_a_date_is_no_day() -> None:
    """In a list of results the number before the month belongs to the result."""
    assert shown("Kansas City 14 Sept. 19, 2013: a win.") == ["Sept. 19, 2013 = 2013-09-19"]


def test_a_range_of_weekdays_does_not_run_backwards() -> None:
    """From Tuesday to Thursday is three days, whichever day the paper came out."""
    assert shown("It rained Tuesday to Thursday.") == [
        "Tuesday = 2025-11-25",
        "Thursday = 2025-11-27",
    ]


def test_the_first_day_of_a_range_takes_its_month_from_the_second() -> None:
    """ "Between 3 and 5 June" names two days; a score before a date names none."""
    expected = ["3 = 2025-06-03", "5 June = 2025-06-05"]
    assert shown("It rained between 3 and 5 June.") == expected
    assert shown("It rained 3-5 June.") == expected
    assert shown("It rained between the 3rd and 5th of June.")[0] == "3rd = 2025-06-03"
    assert not shown("They won 3-2 June 5.")[0].startswith("3 =")
    assert shown("They want 3 to 5 June balls.") == ["5 June = 2026-06-05"]


def test_a_range_shares_its_month_and_its_year() -> None:
    """The second day of a range takes the month of the first; the first month the year's end."""
    assert shown("It ran Oct. 14-16 and on Oct. 20 and 21.") == [
        "Oct. 14 = 2025-10-14",
        "16 = 2025-10-16",
        "Oct. 20 = 2025-10-20",
        "21 = 2025-10-21",
    ]
    assert shown("From March to May 2024 it ran.") == ["March = 2024-03", "May 2024 = 2024-05"]
    assert shown("On Oct. 3, 4 people died.") == ["Oct. 3 = 2025-10-03"]
    assert shown("On June 28 and 31 nothing happened.") == ["June 28 = 2025-06-28"]


def test_a_day_that_its_month_does_not_have_is_read_as_the_month() -> None:
    """There is no June 31: the month is kept, and the basis says what is wrong."""
    [found] = times("On June 31 they left.")
    assert (found.span.text, found.value) == ("June 31", "2025-06")
    assert "that month has no such day" in (found.basis or "")
    assert shown("In June 31 people died.") == ["June = 2025-06"]


def test_a_weekday_helps_to_find_the_year() -> None:
    """Where tense would choose a year in which the day is another weekday, the weekday decides."""
    assert shown("It opened on Sunday, Jan. 18.") == ["Sunday, Jan. 18 = 2026-01-18"]
    assert shown("It opened on Saturday, Jan. 18.") == ["Saturday, Jan. 18 = 2025-01-18"]
    assert shown("It met on Monday, Nov. 25.") == ["Monday, Nov. 25 = 2025-11-25"]


def test_a_quarter_is_compared_with_the_same_quarter_a_year_before() -> None:
    """In a report on a quarter, "a year earlier" and "the year-ago quarter" are that quarter's."""
    text = "Profit rose in the third quarter of 2025 from $3 million a year earlier. "
    assert shown(text)[-1] == "a year earlier = 2024-Q3"
    assert shown(text + "It had a year-earlier loss.")[-1] == "year-earlier = 2024-Q3"
    assert shown(text + "The year-ago quarter was weak.")[-1] == "The year-ago quarter = 2024-Q3"
    assert shown(text + "The quarter was good.")[-1] == "The quarter = 2025-Q3"
    assert shown(text + "The latest quarter was good.")[-1] == "The latest quarter = 2025-Q3"
    assert shown(text + "The 2023 quarter was good.")[-1] == "The 2023 quarter = 2023-Q3"
    assert shown("It fell from the year-ago quarter.") == ["the year-ago quarter = 2024-Q3"]
    assert shown("It fell in last year's second quarter.") == [
        "last year's second quarter = 2024-Q2"
    ]
    assert shown("It fell from the year-earlier third quarter.") == [
        "the year-earlier third quarter = 2024-Q3"
    ]
    assert shown("It fell in the 2023 quarter.") == ["the 2023 quarter = 2023-QX"]
    assert shown("It fell in the quarter.") == ["the quarter = 2025-Q3"]


def test_a_year_earlier_counts_from_the_date_before_it() -> None:
    """Outside of a report on a quarter it is a year before the date just named."""
    assert shown("He won on May 4, 2019. A year earlier he lost.")[-1] == "A year earlier = 2018"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council gave the owners until 9 a.m. Friday to leave.", "2025-11-28T09:00"),
        ("Voters have until 5 p.m. EST on Monday to register.", "2025-12-01T17:00"),
        ("The ferry sank at 9 a.m. Friday.", "2025-11-21T09:00"),
        ("Neither of the brothers could be reached Friday.", "2025-11-21"),
        ("The ferry could be repaired Friday.", "2025-11-28"),
        ("The bridge collapsed on 3 February.", "2025-02-03"),
        ("The club extended to 3 February its offer.", "2026-02-03"),
        ("In the fiscal year ended Jan. 31, sales rose.", "2025-01-31"),
        ("Pilgrims filled the town in Easter week.", "2025-W16"),
    ],
)
def test_the_words_around_a_day_tell_whether_it_is_to_come(text: str, expected: str) -> None:
    """The hour before a day, a "neither" and a year that "ended" do not hide what tense says."""
    assert expected in [each.value for each in times(text)]


@pytest.mark.parametrize(
    "text",
    ["On days when it rains the market is closed.", "It stays for the foreseeable future."],
)
def test_what_names_no_time_and_no_length_is_none(text: str) -> None:
    """A kind of day is not some days, and no end in sight is no time to come."""
    assert shown(text) == []


def test_what_lies_outside_the_calendar_has_no_date() -> None:
    """ "9000 years ago" is long ago, not an error."""
    assert shown("It froze 9000 years ago.") == ["9000 years ago = PAST_REF"]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_no_error(published: str) -> None:
    """A publication date at the very ends of the calendar breaks nothing."""
    text = (
        "He met her Friday, will leave Friday, last summer, next summer, on Christmas, Oct. 14, "
        "last year, next year, next week, last week, Tuesday week, yesterday, 2 hours ago."
    )
    assert times(text, published)
