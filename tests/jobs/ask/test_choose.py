"""Which readings are chosen: plain yeses, and the words of whom and on what was asked."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.choose import says_plainly
from onix.record import Record
from tests.jobs.ask.asking import asked


@pytest.mark.parametrize(
    ("question", "sentence", "plain"),
    [
        ("Did Marsh call Orlenko?", "On Tuesday Marsh called Orlenko twice.", True),
        ("Did Marsh call Orlenko?", "Orlenko called Marsh on Tuesday.", False),
        ("Did Marsh call Orlenko?", "Marsh did not call Orlenko.", False),
        ("Did Marsh call Orlenko?", "Marsh denied that he had called Orlenko.", False),
        ("Did Marsh call Orlenko?", "Marsh may have called Orlenko.", False),
        ("Did Marsh never call Orlenko?", "Marsh called Orlenko.", False),
        ("Did Marsh?", "Marsh called Orlenko.", False),
    ],
)
def test_a_plain_yes_says_every_word_in_order(question: str, sentence: str, *, plain: bool) -> None:
    """Who did it to whom has to be the same, and nothing may stand in the way."""
    assert says_plainly(asked(question), sentence) is plain


@pytest.mark.parametrize(
    "question",
    [
        "What did Brandt say about the water?",  # Lindqvist spoke of it
        "What did Lindqvist say about her resignation?",  # nobody did
    ],
)
def test_words_of_another_or_on_something_else_are_no_answer(record: Record, question: str) -> None:
    """ "What did X say about Y" is refused rather than answered by Z, or by X on W."""
    answer = ask(record, question)
    for statement in answer.statements:
        assert "wait for the water" not in statement.text
