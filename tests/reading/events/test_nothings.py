"""What is told with a date and is no event: figures, comparisons, what may never be."""

from __future__ import annotations

import pytest

from tests.reading.events.test_events import events, heads


@pytest.mark.parametrize(
    "text",
    [
        "The league was less than 15 years old in 1960.",
        "In 1960, there were more hits than misses.",
        "The firm had 300 workers in 2019.",
        "The town had the highest turnout in 2019.",
        "In 2019, just two of them did.",
        "Turnout is up compared with that in 2018.",
        "It is the driest it has ever been this year.",
        "She is a rival for a potential 2026 campaign.",
        "Few mind being off work come Monday.",
        "It is not clear what his fee had been last year.",
        "The feast is celebrated annually on March 17.",
        "The club meets every year on 3 May.",
        "This story has been updated with details on Thursday.",
        "April 24 was a Thursday.",
        "It was a slog yesterday.",
        "Asked whether he would say that the mayor travels to Oslo on 14 June, he said no.",
        "She recommended that the mayor travel to Oslo on 14 June.",
        "The inquiry is over, her office said on Saturday, disappointing those who had hoped.",
        "Odd Lund, reached by phone on Monday, was silent.",
        "She would not talk when a reporter contacted her on Monday.",
        "It is the second biggest fall since records began in 1964.",
        "It is the lowest score since the firm started tracking it in 2011.",
        "The bridge is safe, according to a March 4 news release.",
        "The gorge is steep, the park said in a release on Monday.",
    ],
)
def test_figures_comparisons_and_what_may_be_are_no_events(text: str) -> None:
    """Though the sentence gives a date, nothing happened then."""
    assert heads(text) == []


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The yard had a fire in 2019.", "fire"),
        ("It was the second attack on the yard in 2019.", "attack"),
        ("He was mayor of Halden in 1990.", "was"),
        ("There was a bigger fire in 2019.", "was"),
        ("She did it on Monday.", "did"),
        ("He compared the two on Monday.", "compared"),
        ("She had twins in May 2019.", "had"),
        ("The tide reached the quay on Monday.", "reached"),
        ("She was glad of the release of the seals on Monday.", "release"),
        ("She started tracking wolves in 2011.", "tracking"),
    ],
)
def test_what_somebody_did_or_was_stays_one(text: str, head: str) -> None:
    """An event that a verb only carries, an office, and a doer's verb."""
    assert heads(text) == [head]


def test_a_feast_that_is_spoken_of_dates_nothing() -> None:
    """It is who or what did it, and not when."""
    (found,) = events("Christmas has grown out of older feasts.")
    assert found.when is None
    (found,) = events("At Christmas the pier fell.")
    assert found.when is not None
