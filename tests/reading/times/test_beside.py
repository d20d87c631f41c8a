"""What stands beside a date tells its year, its side, or that it is none."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        # A range does not go back, but one in which days are mixed up is a mistake.
        ("2021-09-14", "He asked for leave from Saturday through Jan. 15.", "Jan. 15 = 2022-01-15"),
        ("2021-09-14", "He has received leave until mid-January.", "mid-January = 2022-01 MID"),
        ("2021-09-14", "It ran from 5 to 3 June.", "3 June = 2021-06-03"),
        (
            "2022-10-05",
            "The streak from mid-June to Sept. 20 may be gone.",
            "Sept. 20 = 2022-09-20",
        ),
        ("2016-05-01", "It was as it had been in February and April.", "April = 2016-04"),
        # What will be on a day is to come, however far off.
        ("2020-01-08", "It will be shown through Sept. 20.", "Sept. 20 = 2020-09-20"),
        ("2020-01-08", "He will speak of the Sept. 20 vote.", "Sept. 20 = 2019-09-20"),
        ("2020-03-12", "They will go home for Thanksgiving.", "Thanksgiving = 2020-11-26"),
        # "Won't" is no "won", and what somebody is challenging for is to come.
        ("2022-11-14", "A board won’t be sworn in until January.", "January = 2023-01"),
        (
            "2022-07-31",
            "“It is so,” said Lund, who is challenging Orr in November.",
            "November = 2022-11",
        ),
        (
            "2023-03-01",
            "Sunday's Tarn Grand Prix marks the first of the races.",
            "Sunday = 2023-03-05",
        ),
        ("2022-02-25", "He will go on until the board begins in January.", "January = 2023-01"),
        ("2020-11-30", "On March 11, when it was called so, it spiked.", "March 11 = 2020-03-11"),
        ("2020-11-30", "It rose as early as January and again in February.", "February = 2020-02"),
        # What was announced to come lies after the day on which it was.
        (
            "2018-03-20",
            "The town had said on Feb. 13 that he would retire effective Dec. 31.",
            "Dec. 31 = 2018-12-31",
        ),
        # A story goes on into the year after.
        (
            "2022-04-21",
            "On Dec. 14, 2021, she won the cup. On Jan. 27, she left.",
            "Jan. 27 = 2022-01-27",
        ),
        (
            "2022-04-21",
            "On Dec. 14, 2021, she won the cup. She had begun on Jan. 27.",
            "Jan. 27 = 2021-01-27",
        ),
        # Seasons long gone and far ahead.
        ("2023-12-12", "It will open later this spring.", "later this spring = 2024-SP END"),
        ("2024-01-10", "The mill closed this fall.", "this fall = 2023-FA"),
        ("2022-12-02", "He sang over the winter.", "the winter = 2021-WI"),
        (
            "2021-11-08",
            "He fell in 2018. He rose the following summer.",
            "the following summer = 2019-SU",
        ),
        # Of the year that is told of.
        (
            "2026-02-02",
            "Lund founded it in 2004. By the end of the year, it had five shops.",
            "the end of the year = 2004 END",
        ),
        (
            "2026-02-02",
            "It sold its mill in 2004. By year's end, it was gone.",
            "year's end = 2004 END",
        ),
        (
            "2026-02-02",
            "It opened in 2004. By the end of the year, it will close.",
            "the end of the year = 2026 END",
        ),
        # What is agreed may lie ahead; what was agreed and why does not.
        (
            "2018-01-03",
            "It agreed to pay $2 million in August to settle a case.",
            "August = 2017-08",
        ),
        ("2022-12-08", "It came after the decision to close the pit in June.", "June = 2022-06"),
        # Verbs that are not the date's own.
        (
            "2022-06-25",
            "She is set to face Lund, ranked 43 places below her, in Tarn on Monday.",
            "Monday = 2022-06-27",
        ),
        (
            "2022-05-12",
            "The war will keep prices elevated over the summer.",
            "the summer = 2022-SU",
        ),
        (
            "2022-12-02",
            "It spent more in the run-up to its vote in Tarn on Tuesday.",
            "Tuesday = 2022-12-06",
        ),
        ("2022-12-02", "Ahead of the vote he spoke in Tarn on Tuesday.", "Tuesday = 2022-11-29"),
        (
            "2022-03-26",
            "He will like Tarn, which on Friday he called the best.",
            "Friday = 2022-03-25",
        ),
        # A picture shows what has been.
        ("2022-05-25", "Ada Lund/AFP People sing on July 1.", "July 1 = 2021-07-01"),
        # The day after the day of writing is not told of.
        (
            "2022-01-19",
            "He spoke on Wednesday. They woke the next day.",
            "the next day = XXXX-XX-XX",
        ),
        (
            "2022-02-18",
            "TARN — More than a month ago, in a hall, he sang.",
            "More than a month ago = 2022-01 MORE_THAN",
        ),
    ],
)
def test_on_which_side_and_of_which_year(published: str, text: str, expected: str) -> None:
    """The words around a date say so where its tense alone would not."""
    assert shown(text, published)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He knew it from the first day of 1975.", ["the first day of 1975 = 1975-01-01"]),
        ("It was wet on the last day of 2020.", ["the last day of 2020 = 2020-12-31"]),
        ("The first week of 2019 was dry.", ["The first week of 2019 = 2019-W01"]),
        ("The last month of 2019 was dry.", ["The last month of 2019 = 2019-12"]),
        ("He named her last year.", ["last year = 2024"]),
        ("She was in her last year.", []),
        ("He lost several late May Tarn races.", ["late May = 2025-05 END"]),
        ("It was so in the 1970s and 80s.", ["the 1970s = 197", "80s = 198"]),
        ("They were in their 70s and 80s.", []),
        ("It fell in the early '30s.", ["the early '30s = 193 START"]),
        ("It stays for 40+ years.", ["40+ years = P40Y EQUAL_OR_MORE"]),
        ("It has a two- or three-year plan.", ["two- or three-year = P2Y APPROX"]),
        ("It is for 2- to 5-year-olds.", []),
        ("It comes in early-to-mid March.", ["early-to-mid March = 2026-03 START"]),
        ("It meets on Thursday next.", ["Thursday next = 2025-11-27"]),
        ("Sales rose in 4Q24.", ["4Q24 = 2024-Q4"]),
        ("Sales rose in 1Q 2024 and 2H24.", ["1Q 2024 = 2024-Q1", "2H24 = 2024-H2"]),
        ("It took 2h.", []),
        ("They lose $2 billion per quarter.", ["per quarter = P1Q"]),
        ("It ends in 2026, a year later than planned.", ["2026 = 2026", "a year = P1Y"]),
        ("They met a man (Odd Lund), a day trip away.", []),
        ("They sang “Saturday Night’s Our Own”.", []),
        ("He told Tarn News Now of it.", []),
        ("They swam against the strong current, and lost.", []),
        ("It was a draft-night trade.", []),
        ("It was the deadliest weekend in Tarn.", []),
        ("It was an exciting weekend for all.", []),
        ("It was so in the Marvin Lund days.", []),
        ("Entry is free on rain-free days.", []),
        (
            "It was so in 2016, ’18, ‘20 and ‘22.",
            ["2016 = 2016", "’18 = 2018", "‘20 = 2020", "‘22 = 2022"],
        ),
        ("It led on its opening weekend.", []),
        ("It was Ukraine's Independence Day.", ["Independence Day = XXXX-XX-XX"]),
        ("The storm the week before in Tarn was worse.", []),
    ],
)
def test_what_is_a_time_and_how_far_it_goes(text: str, expected: list[str]) -> None:
    """Each has its words and its value, and what only looks like one has none."""
    assert shown(text) == expected


def test_two_dates_have_their_years_from_one_another() -> None:
    """Neither has one of its own, and the nearest two are meant."""
    assert shown("It may end the streak from mid-June to Sept. 20.", "2022-10-05") == [
        "mid-June = 2022-06 MID",
        "Sept. 20 = 2022-09-20",
    ]
    assert shown("Pickers worked from February through November.", "2021-09-14") == [
        "February = 2020-02",
        "November = 2020-11",
    ]
    assert shown("They hope to hunt from June 1 through Sept. 30.", "2018-05-16") == [
        "June 1 = 2018-06-01",
        "Sept. 30 = 2018-09-30",
    ]


def test_a_day_named_again_keeps_its_hour() -> None:
    """The date behind it says which day, and no less of when."""
    told = shown("He spoke on Wednesday morning, March 2.", "2022-03-07")
    assert told[0] == "Wednesday morning = 2022-03-02TMO"
    ahead = shown("It ends at 2 a.m. next Sunday (November 6).", "2022-10-30")
    assert ahead[0] == "2 a.m. next Sunday = 2022-11-06T02:00"


def test_the_end_of_a_year_stands_with_its_year() -> None:
    """ "Year-end 2015" is one time."""
    assert shown("It rose by year-end 2015.") == ["year-end 2015 = 2015 END"]


def test_an_hour_is_of_the_day_named_before_it_though_a_year_was_named_since() -> None:
    """ "The 2026 fair" is no day of which an hour could be."""
    text = "The fair is on Sunday, March 15. The 2026 fair has songs. The show begins at 6:30 p.m."
    assert shown(text, "2026-03-12")[-1] == "6:30 p.m. = 2026-03-15T18:30"
