"""Headings, fixtures and "until", which put a day ahead without any future tense."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown

# All against Wednesday, 26 November 2025.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor to visit Oslo on Friday", "Friday = 2025-11-28"),
        ("Council to vote on budget Monday", "Monday = 2025-12-01"),
        ("Minister to step down in July", "July = 2026-07"),
        ("Bridge shut until Friday", "Friday = 2025-11-28"),
        ("Bridge to stay shut until Friday", "Friday = 2025-11-28"),
        ("Police respond to crash Monday", "Monday = 2025-11-24"),
        ("Crowds came to vote Monday", "Monday = 2025-11-24"),
        # In a sentence there is a verb to tell.
        ("It was shut until Friday.", "Friday = 2025-11-21"),
        ("It stays shut until Friday.", "Friday = 2025-11-28"),
        ("He was remanded until Monday.", "Monday = 2025-12-01"),
        ("On Christmas Day they met.", "Christmas Day = 2024-12-25"),
        ("At Christmas he will go.", "Christmas = 2025-12-25"),
        ("Polls close at 8 p.m. Tuesday.", "8 p.m. Tuesday = 2025-12-02T20:00"),
        ("The storm is forecast to hit from Saturday.", "Saturday = 2025-11-29"),
        ("It crawls north through at least Friday.", "Friday = 2025-11-28"),
        ("We prepare the school for lessons starting on Monday.", "Monday = 2025-12-01"),
        # What is adjective, possessive or said on the day.
        ("She will make a long-awaited return on Friday.", "Friday = 2025-11-28"),
        ("Saturday's vote is a test of strength.", "Saturday = 2025-11-29"),
        ("Monday's ruling is a blow.", "Monday = 2025-11-24"),
        ("He will miss Saturday's match.", "Saturday = 2025-11-29"),
        ("It blocked a plan to pay, ruling Monday that it was void.", "Monday = 2025-11-24"),
        (
            "JACKSONVILLE (4-7) at DETROIT (4-7) Sunday, 1 p.m. EST, CBS",
            "Sunday, 1 p.m. EST = 2025-11-30T13:00",
        ),
        ("Pacers: Host L.A. Clippers on Saturday.", "Saturday = 2025-11-29"),
        ("The World Cup finally gets underway on Sunday.", "Sunday = 2025-11-30"),
        ("They are preparing for a game in Ohio on Monday.", "Monday = 2025-12-01"),
        ("On the eve of Tuesday's vote, they spoke.", "Tuesday = 2025-12-02"),
        ("A crew runs to put out flames on Friday.", "Friday = 2025-11-21"),
        ("It is the only state above $6 as of Friday.", "Friday = 2025-11-21"),
        ("His collapse due to a stroke on Monday shook them.", "Monday = 2025-11-24"),
        ("He is due to speak on Monday.", "Monday = 2025-12-01"),
        ("Tuesday’s fixtures: Wales v England.", "Tuesday = 2025-12-02"),
        ("They will pass a 2026 budget by the Dec. 16 deadline.", "Dec. 16 = 2025-12-16"),
        ("They vote before January’s runoff elections.", "January = 2026-01"),
        ("It will hold one of its most scripted rituals on Friday.", "Friday = 2025-11-28"),
        ("The town had to be evacuated Saturday.", "Saturday = 2025-11-22"),
        ("It honors appointments made through Dec. 7.", "Dec. 7 = 2025-12-07"),
        ("Some opened in May, but by Friday all will be open.", "Friday = 2025-11-28"),
        ("He has a role in the musical “Wish” (out Dec. 22).", "Dec. 22 = 2025-12-22"),
        ("It met Monday and Tuesday on plans that will fail.", "Tuesday = 2025-11-25"),
        ("The Fed will meet and the Fed on Friday will cut rates.", "Friday = 2025-11-28"),
        ("The channel has the game on Jan. 14.", "Jan. 14 = 2026-01-14"),
        ("Altars were set up in Seoul Monday.", "Monday = 2025-11-24"),
        ("The record was set Monday.", "Monday = 2025-11-24"),
        ("The trial was set for Friday.", "Friday = 2025-11-28"),
        ("Voters hit the polls Dec. 4 in Ohio.", "Dec. 4 = 2025-12-04"),
        ("Honolulu: At least seven were hurt Saturday.", "Saturday = 2025-11-22"),
        ("The tour begins on Jan. 3 and ends in Rome on Aug. 9.", "Aug. 9 = 2026-08-09"),
        ("Two men got in each other's faces Friday night.", "Friday night = 2025-11-21TNI"),
        ("If back in March you had said so, we would go.", "March = 2025-03"),
        ("Details: 7 p.m. Thursday and Friday.", "7 p.m. Thursday = 2025-11-27T19:00"),
        ("Lakers: At the Dallas Mavericks on Friday.", "Friday = 2025-11-28"),
        ("The series arrives on the service Friday.", "Friday = 2025-11-28"),
        ("They must have a shot by Dec. 1.", "Dec. 1 = 2025-12-01"),
        ("The plains will get hit Friday.", "Friday = 2025-11-28"),
        ("If approved in May, it will open.", "May = 2026-05"),
        ("They will play a late-night set on Friday.", "Friday = 2025-11-28"),
        ("All you should know about Sunday's awards.", "Sunday = 2025-11-30"),
        # Teams that play, and a play.
        ("Rovers face Celtic on Saturday.", "Saturday = 2025-11-29"),
        ("Tarn play Eastgate Rovers on Saturday at home.", "Saturday = 2025-11-29"),
        ("She saw Tarn play Celtic on Saturday.", "Saturday = 2025-11-22"),
        ("They won on 2 May and play their next game on Friday.", "Friday = 2025-11-28"),
        ("He praised the play on Saturday.", "Saturday = 2025-11-22"),
        ("Rain and play on Saturday were a pity.", "Saturday = 2025-11-22"),
        # The verb of a date that stands first may be far off.
        (
            "In January, a week after the feast of the old town and of all the villages around "
            "it in the hills above the lake, a bomb killed a guard.",
            "January = 2025-01",
        ),
    ],
)
def test_what_is_to_be_is_ahead(text: str, expected: str) -> None:
    """What a heading says is "to" be, and what holds "until" a day, has yet to come."""
    assert expected in shown(text)
