"""Who says it, put in behind a clause: one sentence in, who has said what out."""

from __future__ import annotations

import pytest

from tests.reading.speech import Attributed, attributed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The pier will be closed, the council fears, for two years.",
            [("the council", ["The pier will be closed", "for two years"])],
        ),
        (
            "The toll will rise by a fifth, Ann Sorel expects, because few barges came.",
            [("Ann Sorel", ["The toll will rise by a fifth", "because few barges came"])],
        ),
        (
            "It took the boat an hour to come, the service admits; the harbour was dark.",
            [("the service", ["It took the boat an hour to come"])],
        ),
        (
            "A valve broke, said Dunn; nobody was hurt, the harbour office insists.",
            [("Dunn", ["A valve broke"]), ("the harbour office", ["nobody was hurt"])],
        ),
        (
            "The wharf will earn forty million a year, Dunn told brokers, and the bid ignores it.",
            [("Dunn", ["The wharf will earn forty million a year"])],
        ),
        (
            "The lease should not have been sold, the minister, Tom Reyes, believes.",
            [("Tom Reyes", ["The lease should not have been sold"])],
        ),
        (
            "The pier, the union claims, has been rotten for years.",
            [("the union", ["The pier", "has been rotten for years"])],
        ),
        (
            "If it fails, the board believes, the firm will close.",
            [("the board", ["If it fails", "the firm will close"])],
        ),
        (
            "Payments came in June, Dunn said: the clerk had kept nineteen slips.",
            [("Dunn", ["Payments came in June", "the clerk had kept nineteen slips"])],
        ),
        (
            "The first barge sank; a third of the rest are sound, Ann Sorel retorted on air.",
            [("Ann Sorel", ["a third of the rest are sound"])],
        ),
        (
            "No rule could account for the queue, Dunn wrote in a report of that autumn.",
            [("Dunn", ["No rule could account for the queue"])],
        ),
    ],
)
def test_who_stands_behind_a_clause(text: str, wanted: Attributed) -> None:
    """A verb that has no object behind it, but a comma or a semicolon, has said what is before."""
    assert attributed(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "On Friday, the board believes, it will rain.",  # no clause stands before
        "He spoke of claims, reports, fears, and hopes.",  # a list
        "The pier is rotten and that, I think, is all.",  # the turn says who speaks
        "Reefs surround the port, the pride of the United States, on three sides.",
    ],
)
def test_no_clause_and_nobody(text: str) -> None:
    """A time is no clause, and a list names nobody."""
    assert attributed(text) == []


def test_what_is_told_behind_who_is_told_it() -> None:
    """Who was told, and what that one is, may stand before "that"."""
    text = "The call was late, and Dunn told Ann Sorel, the chief of the port, that it had failed."
    assert attributed(text)[0][1] == ["that it had failed"]
