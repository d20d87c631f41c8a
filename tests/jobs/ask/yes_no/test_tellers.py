"""What somebody says, admits or denies is asked of the clause below, in the words of that one."""

from __future__ import annotations

import pytest

from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.jobs.ask.yes_no.plainly import told_plainly
from onix.model import Citation, Document, Marks, Mention, Quote
from tests.jobs.ask.asking import asked, seen
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
        ("Did Roth know that the lock failed?", "Roth did not know that the lock failed.", "no"),
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
        (
            "Did Roth know that the lock was failing?",
            "Roth said that nobody had shown him a warning about the lock that failed in May.",
        ),
    ],
)
def test_the_words_of_another_are_no_answer(question: str, sentence: str) -> None:
    """Nor is that it is so, nor that something else was said."""
    assert read(question, sentence, reader="yes").stance is None


@pytest.mark.parametrize(
    ("who", "side"), [("Roth", "no"), ("the mayor", "no"), ("the clerk", None)]
)
def test_i_is_whoever_speaks(who: str, side: Stance | None) -> None:
    """In a quotation, by name and by what the text calls that one, and nobody else."""
    text = "Mayor Ann Roth was heard on Monday. “I did not know that the lock was failing.”"
    document = Document("d", "article", text)
    name, said = text.index("Ann"), text.index("I did")
    whole = document.span(said, len(text) - 1)
    quote = Quote("direct", (whole,), speaker="Ann Roth")
    mention = Mention(document.span(name, name + len("Ann Roth")), "person", "Ann Roth")
    question = asked(f"Did {who} know that the lock was failing?")
    window = Window(whole, (whole,), whole, Citation(whole), (0.8,) * len(question.terms), 0)
    reading = Reading(window, whole, None, 0.2, ((whole, Citation(whole)),), None)
    marks = Marks(document, mentions=(mention,), quotes=(quote,))
    assert told_plainly(question, [reading], seen(marks=marks))[0].stance == side
