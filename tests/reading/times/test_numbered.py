"""Days named by their number alone are those of the month that weekday, tense or context tell."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading.grammar.sentences import find_sentences
from onix.reading.times.times import find_times
from tests.reading.times.test_times import times

SUNDAY = "2025-10-19"


def days(text: str, published: str | None = SUNDAY) -> list[str]:
    """Give the times of a text as words and value."""
    document = Document("d", "article", text, published=published)
    found = find_times(document, find_sentences(document))
    return [f"{each.span.text} = {each.value}" for each in found]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He rang on the Sunday, the twenty-eighth.", "Sunday, the twenty-eighth = 2025-09-28"),
        ("He rang on Sunday the 28th, and left.", "Sunday the 28th = 2025-09-28"),
        ("It will meet on Sunday, the second.", "Sunday, the second = 2025-11-02"),
        ("They met on the 28th.", "the 28th = 2025-09-28"),
        ("They will meet on the 28th at noon.", "the 28th at noon = 2025-10-28T12:00"),
        ("They met on the twenty-first, as agreed.", "the twenty-first = 2025-09-21"),
    ],
)
def test_the_number_of_a_day(text: str, day: str) -> None:
    """The last one that it can be, or the next where the clause looks ahead."""
    assert days(text)[0] == day


def test_a_day_just_mentioned_tells_the_month() -> None:
    """In a chronicle the 28th is that of the month told of, not the last one."""
    told = days("The siege began on 3 May 2025. On the 28th the walls fell. They left on the 2nd.")
    assert told[1:] == ["the 28th = 2025-05-28", "the 2nd = 2025-06-02"]


def test_no_month_without_a_day_of_publication() -> None:
    """Which month it is cannot be known then."""
    assert days("They met on the 28th.", None) == ["the 28th = XXXX-XX-28"]
    assert days("He rang on Sunday the 28th.", None) == ["Sunday the 28th = XXXX-WXX-7"]


@pytest.mark.parametrize(
    "text",
    [
        "They live on the 28th floor.",
        "She fell on the second.",
        "Her ball lay on the 15th green.",
        "It was the 40th.",
        "He ran by the third bridge.",
    ],
)
def test_what_is_counted_is_no_day(text: str) -> None:
    """Floors, holes and places in a race are counted, too."""
    assert days(text) == []


def test_a_place_in_a_race_does_not_hide_the_weekday() -> None:
    """ "Sunday, the second in the race" is Sunday."""
    assert days("She ran on Sunday, the second in the race.") == ["Sunday = 2025-10-19"]
    assert days("On Saturday, the second he saw it, he ran.") == ["Saturday = 2025-10-18"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saturday 29\n\nA market.", "2025-11-29"),
        ("Monday 1\n\nA market.", "2025-12-01"),
        ("Saturday 29 people came.", "2025-11-22"),
        ("Monday 45\n\nA market.", "2025-11-24"),
    ],
)
def test_the_heading_of_a_list_is_a_day_by_name_and_number(text: str, expected: str) -> None:
    """Where it stands alone: the nearest day that is both."""
    assert times(text)[0].value == expected
