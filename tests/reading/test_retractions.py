"""What a correction takes back is known from what else is said of versions."""

from __future__ import annotations

import pytest

from onix.reading.retractions import is_column, is_retraction, is_taken_back, still_holding


@pytest.mark.parametrize(
    "sentence",
    [
        "An earlier version of this article misstated the mayor’s age.",
        "Because of an editing error, a previous version of the story gave his age as 36.",
        "This report incorrectly said that the pool closed in March.",
        "This article earlier gave the number of homes as 16,200.",
    ],
)
def test_what_a_text_takes_back_is_known(sentence: str) -> None:
    """It says itself that it is of the text."""
    assert is_retraction(sentence, corrected=False)


def test_an_earlier_version_is_that_of_a_text_that_was_corrected() -> None:
    """Elsewhere it may be one of a plan, of which it is news what it said."""
    sentence = "An earlier version said the repair would cost £460,000; it is £640,000."
    assert is_retraction(sentence, corrected=True)
    assert not is_retraction(sentence, corrected=False)
    post = "Correction: An earlier post said that the dam was inspected in 2021. It was in 2017."
    end = post.index(" It was")
    assert is_taken_back(post, 0, end) and not is_taken_back(post, end + 1, len(post))
    assert not is_taken_back(post[12:], 0, end - 12)


@pytest.mark.parametrize(
    "sentence",
    [
        "Earlier versions of the plan said that the army would leave.",
        "The first edition of the book sold 300 copies, she said.",
        "This article was amended on 3 April 2025 to correct the cost.",
    ],
)
def test_other_versions_are_news(sentence: str) -> None:
    """And that there was a correction is no retraction yet."""
    assert not is_retraction(sentence, corrected=True)


def test_what_a_note_goes_on_to_take_back_does_not_hold_either() -> None:
    """A sentence of that kind alone may be of anything."""
    note = (
        "An earlier version of this article said the bridge was shut.",
        "It also described Ms Lee as the director; she is her deputy.",
        "The bridge is open.",
        "It also said that tolls would rise.",
    )
    assert still_holding(note, corrected=True) == [False, False, True, True]


def test_a_column_of_corrections_takes_back_what_other_stories_had() -> None:
    """Elsewhere "an article said" is news, and what is right holds."""
    note = (
        "An article on 18 March about the sale (The last ferry, page 3) said it cost £160,000.",
        "The price was £106,000.",
        "The article also gave the buyer's name as Philip Stroud.",
        "She is Philippa Stroud.",
        "In our report on the harbour we misspelt the name of the quay.",
        "The article should have said that the quay was sold.",
    )
    title = "Corrections and clarifications"
    assert still_holding(note, corrected=False, title=title) == [
        False,
        True,
        False,
        True,
        False,
        True,
    ]
    assert all(still_holding(note[:4], corrected=False, title="A ferry is sold"))
    assert is_taken_back(note[0], 0, len(note[0]), title=title)


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Corrections & clarifications", True),
        ("Corrections: March 24, 2026", True),
        ("For the record", True),
        ("Corrections officers strike in Halm", False),
        ("Correction: Ferry fares story", False),
        (None, False),
    ],
)
def test_a_column_of_corrections_is_known_by_its_title(title: str | None, is_one: bool) -> None:
    """One story that was corrected is none: its text is as it should have been."""
    assert is_column(title) is is_one
