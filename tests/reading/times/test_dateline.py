"""The dateline: where it is found, and what is read against it."""

from __future__ import annotations

import pytest

from onix.model import Document, TimeExpression
from onix.reading.grammar.sentences import find_sentences
from onix.reading.times.dateline import find_dateline, is_only_dateline
from onix.reading.times.times import find_times


def times(text: str, published: str | None) -> list[TimeExpression]:
    """The time expressions of a text."""
    document = Document("d", "article", text, published=published)
    return list(find_times(document, find_sentences(document)))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("LISBON, March 3 (Newswire) - The cabinet fell.", "March 3"),
        ("Cabinet falls\n\nNEW YORK, March 3, 2025 — It fell.", "March 3, 2025"),
        ("ST. JOHN'S, Newfoundland, 3 Mar 2025 (NW) -- It fell.", "3 Mar 2025"),
        ("March 3 (NW) -- The cabinet fell.", "March 3"),
        ("LISBON (Newswire) - The cabinet fell on March 3.", None),
        ("He met Ann, March 3 - as it was - and left.", None),
        ("NATO, March 3 and other things.", None),
    ],
)
def test_a_dateline_is_a_place_in_capitals_and_a_date(text: str, date: str | None) -> None:
    """It stands at the head of a line and ends in a dash."""
    found = find_dateline(text)
    assert (text[slice(*found)] if found else None) == date


def test_today_is_the_day_of_the_dateline() -> None:
    """A story published a day after it was filed says "today" of the day of filing."""
    text = "Cabinet falls, Sunday\n\nLISBON, March 3 (NW) - It fell today. It meets on Friday."
    headline, date, today, friday = times(text, "2025-03-04")
    assert [headline.value, date.value] == ["2025-03-02", "2025-03-03"]
    assert (today.value, friday.value) == ("2025-03-03", "2025-03-07")
    assert "read against publication" in (date.basis or "")
    assert "read against the dateline, 2025-03-03 (Monday)" in (today.basis or "")


def test_a_whole_date_in_the_dateline_stands_in_for_publication() -> None:
    """Where nobody says when a story was published, its dateline does, if it gives the year."""
    assert times("LISBON, March 3, 2025 - It fell today.", None)[1].value == "2025-03-03"
    assert times("LISBON, March 3 - It fell today.", None)[1].value == "XXXX-XX-XX"


def test_a_dateline_of_long_ago_is_left_alone() -> None:
    """A story that reprints an old one is read against its own publication."""
    assert times("LISBON, Feb. 3 (NW) - It fell today.", "2025-03-04")[1].value == "2025-03-04"


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("LISBON, March 3 - The number hurt in the fire rose on Sunday.", True),
        ("LISBON, March 3 - The number hurt in the fire rose again.", False),
        ("The number hurt on March 3 rose on Sunday.", False),
    ],
)
def test_the_day_of_a_dateline_is_of_nothing_that_has_its_own(text: str, *, only: bool) -> None:
    """What is told to have been on Sunday is no news of the day in the dateline."""
    found = times(text, "2025-03-03")
    whole = Document("d", "article", text).span(0, len(text))
    assert is_only_dateline(found[0], whole, found) is only
