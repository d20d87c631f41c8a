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


def test_who_asked_does_not_answer() -> None:
    """Whoever was asked may be told by a name that is misspelt: it is not the one who asked."""
    text = (
        "The skier Tom Reyes spoke on Monday. Mark Dunn asked Reyse about the race and the snow."
        "\n\n“I saw that it was late, and I had to stop at the gate,” he said."
    )
    assert said(text)["he"] != "Mark Dunn"


def test_what_somebody_asks_may_stand_behind() -> None:
    """In the same paragraph it may be the question."""
    text = (
        "Ann Gould pressed Tom Reyes on the race, citing a report of the club. "
        "“It seems so odd to have so many people in one race,” she said."
    )
    assert said(text)["she"] == "Ann Gould"


def test_who_only_adds_something_in_a_sentence_spoke_last_in_it() -> None:
    """ "Reyes told Dunn, who soothed him by saying …, though he added …" is Dunn."""
    text = (
        "“We agree to nothing at all,” Tom Reyes told Mark Dunn, who tried to soothe him by saying "
        "that the club had “made a huge step last year,” though he added that “much is undone.”"
    )
    assert said(text) == {"Tom Reyes": "Tom Reyes", "who": "Mark Dunn", "he": "Mark Dunn"}


@pytest.mark.parametrize(
    "question", ["Was Dunn happy with Reyes’s answer?", "Did that mean Dunn would vote for Reyes?"]
)
def test_of_whom_a_text_asks_something_answers(question: str) -> None:
    """The text's own question is about Dunn, whoever is named behind."""
    text = (
        "The engineer Mark Dunn spoke to Tom Reyes. Reyes talked of reforms at the plant, and "
        f"Reyes explained them.\n\n{question}\n\n“To a point,” he said. “He sort of went on.”"
    )
    assert said(text)["he"] == "Mark Dunn"


def test_who_asks_her_for_something_is_not_she() -> None:
    """She has it, and answers; in one paragraph, too, as a request is told whole."""
    text = (
        "Sonia Gould sold the ovens. The bank’s chairman, T.R. Vaddaman, has asked her for one. "
        "“I said no,” she says."
    )
    assert said(text)["she"] == "Sonia Gould"


def test_who_tells_her_something_is_not_she() -> None:
    """Unless that one is known for a woman, who may have told another."""
    text = "Sonia Gould ran the mill. Vek Tarran told her that it was lost. “I laughed,” she said."
    assert said(text)["she"] == "Sonia Gould"
    assert said(text.replace("Vek Tarran", "Petra Tarran"))["she"] != "Sonia Gould"
