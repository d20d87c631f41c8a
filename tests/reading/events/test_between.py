"""Dates that stand further off: between two days, and when somebody was the first to do it."""

from __future__ import annotations

import pytest

from tests.reading.events.test_events import events


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The contracts were signed between 2021 and 2023.", ("2021-01-01", "2023-12-31")),
        ("The letters were sent between May and July 2024.", ("2024-05-01", "2024-07-31")),
        ("The crew was freed between 6 a.m. and 9 a.m. on Monday.", ("2025-03-10", "2025-03-10")),
        ("The strike lasted from Monday to Tuesday.", ("2025-03-10", "2025-03-11")),
        ("He led the mill from 1998 until 2004.", ("1998-01-01", "2004-12-31")),
        ("The fair will run from 3 to 5 May.", ("2025-05-03", "2025-05-05")),
    ],
)
def test_what_was_between_two_days_is_of_all_of_them(text: str, days: tuple[str, str]) -> None:
    """Nobody says of which; both bounds may be."""
    (found,) = events(text)
    assert found.when is not None
    assert (found.when.earliest, found.when.latest) == days


def test_days_between_which_something_else_was_are_not_its_own() -> None:
    """Who was jailed for "fraud between 2010 and 2012" was jailed at another time."""
    (found,) = events("He was jailed for fraud between 2010 and 2012.")
    assert found.when is None


@pytest.mark.parametrize(
    "text", ["The vote was moved from Monday to Tuesday.", "Prices rose from January to February."]
)
def test_what_was_moved_from_a_day_did_not_last_so_long(text: str) -> None:
    """Nor did what is held against another month."""
    assert [each.when for each in events(text)] == [None]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Ada Brandt became the first child to get the vaccine on Monday.", "2025-03-10"),
        ("She became the youngest woman to win the prize in 2019.", "2019"),
    ],
)
def test_who_was_the_first_to_do_it_was_so_when_they_did(text: str, when: str) -> None:
    """The date hangs on what they did."""
    assert when in [each.when.value for each in events(text) if each.when]


def test_who_came_to_fame_is_not_quoted() -> None:
    """ "Became known when" tells of nobody who knows it."""
    (found,) = events("Lund first became known when he rescued two fishermen in 2019.")
    assert found.speaker is None
