"""What is fixed for a day: announced where the day is to come, and else no event of that day."""

from __future__ import annotations

import pytest

from tests.reading.events.test_events import events


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("A vigil is set for 7 p.m. Thursday at the church.", "2025-03-13T19:00"),
        ("The trial is scheduled for Monday.", "2025-03-17"),
        ("The trial has been set for 3 May.", "2025-05-03"),
        ("A vote on the bill is planned for next week.", "2025-W12"),
        ("A final report is due on 3 May.", "2025-05-03"),
    ],
)
def test_what_is_fixed_for_a_day_is_announced_for_it(text: str, when: str) -> None:
    """A court, a board or a family set the day."""
    (found,) = events(text)
    assert (found.kind, found.when and found.when.value) == ("announced", when)


@pytest.mark.parametrize(
    "text",
    [
        "The trial had been set for 3 February.",
        "The hearing was scheduled for Monday.",
        "The last lamp was to be cut off on 1 January 1990.",
        "The trial, scheduled for Monday, was put off.",
    ],
)
def test_what_had_been_fixed_did_not_surely_happen(text: str) -> None:
    """It may have been put off; what it was fixed for is not when it was."""
    assert all(each.when is None for each in events(text))


def test_what_was_in_a_week_of_a_month_has_the_days_of_that_week() -> None:
    """And no others of its month."""
    (found,) = events("The mill was sold in the first week of January.")
    assert found.days == ("2025-01-01", "2025-01-10")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Sales rose to $3 million from $2.5 million last year.", None),
        ("It won 300 seats, compared with 200 last year.", None),
        ("He moved from 12 Elm Street last year.", "2024"),
        ("He came from Spain a year ago.", "2024"),
    ],
)
def test_what_figures_are_compared_with_was_at_another_time(text: str, when: str | None) -> None:
    """A year ago they were others, and nothing that the verb tells was then."""
    assert [each.when and each.when.value for each in events(text)] == [when]
    assert not events("Sales were 21.9 billion crowns against 22.4 billion a year ago.")
