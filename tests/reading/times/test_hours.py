"""Hours without a day beside them, and the day that they are of."""

from __future__ import annotations

import pytest

from tests.reading.times.test_times import shown, times

# All against Wednesday, 26 November 2025.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 2.14 in the morning.", ["2.14 in the morning = 2025-11-26T02:14"]),
        ("It ended at 9.30 at night.", ["9.30 at night = 2025-11-26T21:30"]),
        ("It rose 2.14 in the morning session.", []),
        ("He paid $2.14 in the evening.", []),
        ("It was about ten to four and dark.", ["ten to four = 2025-11-26T03:50"]),
        ("Police came at 11:40 last night.", ["11:40 last night = 2025-11-25T23:40"]),
        ("Police came at 2:10 last night.", ["2:10 last night = 2025-11-25T02:10"]),
        ("It was about ten to four people.", []),
        ("They voted ten to one.", []),
        (
            "Visitation will be 4-7 p.m. Friday.",
            ["4 = 2025-11-28T16:00", "7 p.m. Friday = 2025-11-28T19:00"],
        ),
        (
            "It fell between 11 and 1 p.m. on Monday.",
            ["11 = 2025-11-24T11:00", "1 p.m. on Monday = 2025-11-24T13:00"],
        ),
        ("It was 57-56 with 7:18 to go.", []),
        ("The minutes of the last council meeting were approved.", []),
        ("The minutes show that he left.", []),
        ("He left in the minutes before the vote.", ["minutes = PTXM"]),
        ("He hit two threes with 2:44 and 2:21 left.", []),
        ("She scored at the 8:24 mark.", []),
        ("He left at 7:18 to go home.", ["7:18 = 2025-11-26T07:18"]),
        (
            "Streets are shut between 10 p.m. and 5 a.m.",
            ["10 p.m. = 2025-11-26T22:00", "5 a.m. = 2025-11-27T05:00"],
        ),
        # How long a film is, and one hour in two zones.
        ("Lisa continues to strengthen 02:31 - Source: CNN", []),
        ("She told of the call 01:58 and more.", []),
        (
            "It airs on Friday (8 p.m. ET/5 PT).",
            ["Friday = 2025-11-28", "8 p.m. ET = 2025-11-28T20:00", "5 PT = 2025-11-28T17:00"],
        ),
        (
            "It burned in a January fire. The Jan. 12 blaze was large.",
            ["January = 2025-01", "Jan. 12 = 2025-01-12"],
        ),
        ("They won 4-7 on Monday.", ["Monday = 2025-11-24"]),
        # Zones by their names, the time of a place, and hours that America counts to twelve.
        (
            "The call is at 10 a.m. Eastern time on Friday.",
            ["10 a.m. Eastern time on Friday = 2025-11-28T10:00"],
        ),
        ("It airs at 8 p.m. Pacific.", ["8 p.m. Pacific = 2025-11-26T20:00"]),
        ("They took an 8 p.m. Eastern Airlines flight.", ["8 p.m. = 2025-11-26T20:00"]),
        ("Trade opens at 9 a.m. Tokyo time.", ["9 a.m. Tokyo time = 2025-11-26T09:00"]),
        ("She rang at 9 a.m. Prison time awaits him.", ["9 a.m. = 2025-11-26T09:00"]),
        ("They rang at 9 a.m. some time later.", ["9 a.m. = 2025-11-26T09:00"]),
        ("Kickoff is at 1 ET Sunday.", ["1 ET Sunday = 2025-11-30T13:00"]),
        ("The debate is at 8 ET tonight.", ["8 ET tonight = 2025-11-26T20:00"]),
        ("It struck at 4 ET.", ["4 ET = 2025-11-26T04:00"]),
        # An hour that is told of is of no day to come, and one to come of no day gone.
        (
            "The bridge will open on Friday. The gantry fell at 4 a.m.",
            ["Friday = 2025-11-28", "4 a.m. = 2025-11-26T04:00"],
        ),
        (
            "It closed on Monday. It will open at 6 p.m.",
            ["Monday = 2025-11-24", "6 p.m. = 2025-11-26T18:00"],
        ),
        (
            "It closed on Monday. Police came at 6 p.m.",
            ["Monday = 2025-11-24", "6 p.m. = 2025-11-24T18:00"],
        ),
        # A day of the month just named with its year.
        (
            "In May 2006 five died there. The blast came on May 20.",
            ["May 2006 = 2006-05", "May 20 = 2006-05-20"],
        ),
        (
            "In October 2006 five died there. The mine shut on Oct. 20.",
            ["October 2006 = 2006-10", "Oct. 20 = 2025-10-20"],
        ),
    ],
)
def test_an_hour_has_its_day(text: str, expected: list[str]) -> None:
    """The last day named, where the hour can be of it; else the day of publication."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She will speak at 8 o'clock this evening.",
            ["8 o'clock this evening = 2025-11-26T20:00"],
        ),
        ("He fell at 4:20 this morning.", ["4:20 this morning = 2025-11-26T04:20"]),
        ("They met at 10 p.m. the night before.", ["10 p.m. = 2025-11-26T22:00"]),
        ("The gate was shut shortly before midnight.", ["midnight = 2025-11-25T24:00"]),
        ("The gate will be shut at midnight.", ["midnight = 2025-11-26T24:00"]),
        ("He sang in “Midnight Harvest” there.", []),
        ("Fire broke out on the morning of May 3.", ["the morning of May 3 = 2025-05-03TMO"]),
    ],
)
def test_an_hour_is_of_the_part_of_the_day_beside_it(text: str, expected: list[str]) -> None:
    """In the evening it is after noon; a midnight that is over began the day of writing."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Few such mills were left at the turn of the century.", "1998-03-12", "19"),
        ("The mill will be shut by the turn of the century.", "1998-03-12", "20"),
        ("Few such mills were left at the turn of the century.", "2013-03-12", "20"),
    ],
)
def test_the_turn_of_the_century_is_the_last_or_the_one_to_come(
    text: str, published: str, expected: str
) -> None:
    """It is the nearest, but a clause in the past tells of none to come."""
    assert shown(text, published) == [f"the turn of the century = {expected} START"]


def test_without_a_day_of_its_own_an_hour_has_that_of_its_paragraph() -> None:
    """One named further up may lie ahead of it: what is to be done by May, and then the end."""
    near = "It sat on 1 May 2026. The meeting closed at 9.40 pm."
    assert shown(near, None)[-1] == "9.40 pm = 2026-05-01T21:40"
    far = "Selwyn takes over on 1 May 2026.\nThe meeting closed at 9.40 pm."
    assert shown(far, None)[-1] == "9.40 pm = XXXX-XX-XXT21:40"


def test_the_hours_of_a_live_blog_are_of_its_day() -> None:
    """Each stands in a line of its own, and hours told below it are of that day, too."""
    text = (
        "12:42\nBridge to stay shut until Friday\n\nIt closed on Monday.\n\n"
        "11:15\nThe gantry fell at 03:52.\n\n10:20\nGood morning\n"
    )
    assert [each for each in shown(text) if "T" in each] == [
        "12:42 = 2025-11-26T12:42",
        "11:15 = 2025-11-26T11:15",
        "03:52 = 2025-11-26T03:52",
        "10:20 = 2025-11-26T10:20",
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("He was freed on Monday. Hours later he fled.", ("2025-11-24", "2025-11-25")),
        ("He was freed on Wednesday. Minutes later he fled.", ("2025-11-26", "2025-11-26")),
        ("He was freed on Monday. Hours earlier he had wept.", ("2025-11-23", "2025-11-24")),
        ("He was freed in May. Hours later he fled.", (None, None)),
        ("Hours later he fled.", (None, None)),
    ],
)
def test_hours_later_is_on_that_day_or_the_next(
    text: str, days: tuple[str | None, str | None]
) -> None:
    """How many is not said, so the value is a length; the days are those that it can mean."""
    found = times(text)[-1]
    assert found.value in {"PTXH", "PTXM"}
    assert (found.earliest, found.latest) == days
