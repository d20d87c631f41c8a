"""What somebody says, admits or denies is asked of the clause below, in the words of that one."""

from __future__ import annotations

import pytest

from tests.jobs.ask.yes_no.test_plainly import Stance, read


@pytest.mark.parametrize(
    ("question", "sentence", "side"),
    [
        ("Did Roth say he was resigning?", "Roth said he was not resigning.", "no"),
        ("Did Roth say he had sold the mill?", "Roth said that he had sold the mill.", "yes"),
        ("Has Roth admitted that the memo is genuine?", "Roth admits the memo is real.", "yes"),
        ("Did Roth deny that he had left?", "Roth denied that he had left.", "yes"),
        ("Did Roth deny that he had left?", "Roth said that he had left.", "no"),
        ("Does Roth admit having sold the mill?", "Roth denies that he sold the mill.", "no"),
        ("Did Roth say he would not sell the mill?", "Roth said he would not sell it.", "yes"),
        ("Did Roth say that he had no plan?", "Roth said that he had no plan.", "yes"),
        ("Did Roth confirm what Lind reported?", "Roth denied what Lind reported.", "no"),
        ("Did Roth rule out using soldiers?", "Roth ruled out using soldiers.", "yes"),
        ("Did Roth say when he knew?", "Roth declined to say when he knew.", "no"),
    ],
)
def test_what_somebody_says_is_asked_of_what_is_said(
    question: str, sentence: str, side: Stance
) -> None:
    """Not whether somebody spoke."""
    assert read(question, sentence, reader="no" if side == "yes" else "yes").stance == side


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Roth say he had sold the mill?", "Lind said that Roth had sold the mill."),
        ("Did Roth say he had sold the mill?", "Roth sold the mill on Friday."),
        ("Did Roth say whether he knew?", "Roth said that it was late and that he was tired."),
    ],
)
def test_the_words_of_another_are_no_answer(question: str, sentence: str) -> None:
    """Nor is that it is so, nor that something else was said."""
    assert read(question, sentence, reader="yes").stance is None
