"""Whose "his promise" is: the only one of the sentence, or whom it goes on about."""

from __future__ import annotations

import pytest

from tests.reading.speakers.test_families import said
from tests.reading.speakers.test_meant import meant
from tests.reading.speech import quotes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Reyes won much support with his promise of a wall.", "Tom Reyes"),
        ("Tom Reyes met Mark Dunn, but his recent remarks were dull.", "Tom Reyes"),
        ("Tom Reyes met Mark Dunn. His harsh attacks had ended.", "Tom Reyes"),
        ("Tom Reyes faulted Mark Dunn for his proposal.", None),
        ("Tom Reyes has spent, by his own reckoning, three years there.", "Tom Reyes"),
        ("Tom Reyes met Ilse Varga and liked her view of it.", "Ilse Varga"),
        ("Tom Reyes waited until the mayor broke his promise.", None),
        ("Tom Reyes met Mark Dunn. In his speech, Dunn said it was over.", "Mark Dunn"),
        ("After Mark Dunn had left, Tom Reyes turned to his plan to sell.", "Tom Reyes"),
        ("Tom Reyes faces a vote. The tide has turned. But his reluctance is new.", "Tom Reyes"),
        ("Tom Reyes left with his hat.", None),
        ("Tom Reyes waited until his aides call for him.", None),
        ("Tom Reyes waited until his campaign ended.", None),
    ],
)
def test_his_promise_is_that_of_the_only_one_in_the_sentence(text: str, name: str | None) -> None:
    """Where two may be meant it is left open, and a hat is nothing that anybody says."""
    found = [name for words, name in meant(text) if words.lower() in ("his", "her")]
    assert found == ([] if name is None else [name])


def test_his_comments_are_his() -> None:
    """Whose comments say something has said it."""
    text = "Tom Reyes has not left. His recent comments suggest that it is late."
    assert quotes(text)[-1].speaker == "Tom Reyes"


def test_a_claim_is_of_the_only_one_of_its_sentence() -> None:
    """Where nothing before makes it likely enough whose it is."""
    text = (
        "Tom Roe and Jim Hale met. Roe said it was over. Hale agreed.\n\nThe roots are hotly "
        "debated, and Odd Lund is not alone in his contention that the war led to it."
    )
    assert said(text)["his"] == "Odd Lund"
