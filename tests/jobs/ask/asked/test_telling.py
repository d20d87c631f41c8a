"""Whose words a question asks for, with or without a verb of saying."""

from __future__ import annotations

import pytest

from onix.jobs.ask.asked.telling import whose_words
from tests.jobs.ask.asking import asked


@pytest.mark.parametrize(
    ("question", "head", "others"),
    [
        ("How did Ann Lee defend the bridge?", "lee", ()),
        ("How did the mayor of Sollen sum up the vote?", "mayor", ("sollen",)),
        ("What reason did the harbour master give for the delay?", "master", ("harbour",)),
        ("What was the club owner's reply to the fans?", "owner", ("club",)),
        ("Why, in the director's view, is the hall empty?", "director", ()),
        ("Why was the hall closed, in the words of the caretaker?", "caretaker", ()),
        ("Why was the hall closed, according to Oskar Brandt?", "brandt", ()),
        ("What did Brandt himself say about the hall?", "brandt", ()),
        ("Why did Karl Vogt leave the council?", "vogt", ()),  # he may have said himself
    ],
)
def test_whoever_answers_in_words(question: str, head: str, others: tuple[str, ...]) -> None:
    """The subject of a verb of saying, judging or defending, and the owner of a reply or view."""
    found = whose_words(asked(question).tree)
    assert found is not None
    assert (found.head, found.others) == (head, others)


@pytest.mark.parametrize(
    "question",
    [
        "What did the ferry hit?",
        "Why was the bridge closed?",
        "How did she defend the bridge?",
        "What was Ann Lee accused of?",
        "What is the opposition's account with the bank?",
    ],
)
def test_other_questions_ask_for_no_words(question: str) -> None:
    """What happened is told by anybody; and who "she" is, a question alone does not tell."""
    assert whose_words(asked(question).tree) is None
