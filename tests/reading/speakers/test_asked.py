"""Who answers: whoever was asked has the word next."""

from __future__ import annotations

import pytest

from tests.reading.speakers.test_families import said


@pytest.mark.parametrize(
    "question",
    [
        "A reporter asked Tom Reyes, who came third in May, about the plans of Mark Dunn.",
        "Mark Dunn was late. Sonia Gould pressed Mr. Reyes on it.",
    ],
)
def test_he_is_whom_the_sentence_before_says_was_asked(question: str) -> None:
    """Others who are named in the question do not answer it."""
    text = f"Tom Reyes and Mark Dunn met on the quay. {question} He said that he would wait."
    assert said(text)["He"] == "Tom Reyes"


def test_a_description_behind_a_question_is_whom_it_was_put_to() -> None:
    """ "When a reporter asked Lund, the clerk said", and not the reporter who asked."""
    text = (
        "Clerk Odd Lund met Mark Dunn. When Sonia Gould asked Lund about the plans of Dunn, "
        "{} said it was late."
    )
    assert said(text.format("the town clerk"))["the town clerk"] == "Odd Lund"
    assert said(text.format("the reporter"))["the reporter"] is None


def test_who_does_something_behind_a_question_may_be_he() -> None:
    """The question is over where somebody else does something."""
    text = (
        "Tom Reyes and Mark Dunn met. A reporter asked Tom Reyes about it and Mark Dunn laughed. "
        "He said it was late."
    )
    assert said(text)["He"] != "Tom Reyes"
