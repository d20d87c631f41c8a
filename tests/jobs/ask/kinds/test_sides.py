"""Who did it is not to whom it was done."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.sides import on_their_side
from onix.jobs.ask.readings import Reading
from tests.jobs.ask.asking import asked, seen
from tests.jobs.ask.kinds.test_roles import answered
from tests.jobs.ask.test_edges import read


def mended(question: str, sentence: str, words: str) -> Reading:
    """A reading of these words, on the side that is asked for."""
    reading = read(sentence, words)
    (found,) = on_their_side(asked(question), [reading], seen())
    return found


@pytest.mark.parametrize(
    ("question", "sentence", "words", "right"),
    [
        ("Who was arrested?", "Two guards arrested Jon Roth.", "Two guards", "Jon Roth"),
        ("Who arrested Jon Roth?", "Jon Roth was arrested by Ann Lee.", "Jon Roth", "Ann Lee"),
        ("Who hired a lawyer?", "She hired a lawyer, Jon Roth.", "Jon Roth", "She"),
        ("Which team was beaten?", "Rovers beaten by Town", "Rovers", "Rovers"),
        ("Who was arrested?", "Two guards arrested Jon Roth.", "Jon Roth", "Jon Roth"),
        ("Who was arrested?", "Two guards saw Jon Roth.", "Two guards", "Two guards"),
        ("Who arrested Roth?", "Lee spoke when the army arrested Roth.", "Lee", "the army"),
        ("Who arrested Roth?", "Lee wept when he arrested Roth.", "Lee", "Lee"),
        ("When was Roth arrested?", "Two guards arrested Roth in May.", "May", "May"),
    ],
)
def test_a_name_on_the_other_side_of_the_verb_is_taken_instead(
    question: str, sentence: str, words: str, right: str
) -> None:
    """Only of the question's own verb, and only where it stands on the wrong side."""
    found = mended(question, sentence, words)
    assert found.span is not None and found.span.text == right
    assert found.score == 1.0


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("Who signed the deal?", "Tarn deal signed, without the ban", "Tarn"),
        ("Who named Lund?", "The board named Eva Lund on Friday.", "Eva"),
    ],
)
def test_the_first_word_of_what_is_asked_about_is_nobody(
    question: str, sentence: str, words: str
) -> None:
    """It only says which deal, or which Lund."""
    assert mended(question, sentence, words).score < 0


def test_where_nobody_stands_on_the_other_side_nothing_answers() -> None:
    """ "They arrested him": nobody knows who "him" is."""
    found = mended("Who was arrested?", "Two guards arrested him.", "Two guards")
    assert found.score < 0


def test_whom_the_question_names_is_no_answer() -> None:
    """Who beat Tarn was not Tarn."""
    text = "Tarn beat Lenn in the final. In the first round Tarn lost to Orre."
    assert answered("Who beat Tarn?", text) != "Tarn"
