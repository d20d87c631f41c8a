"""Who was there: all of them, and nobody who only stands near."""

from __future__ import annotations

import pytest

from tests.jobs.ask.asking import asked
from tests.jobs.ask.kinds.test_roles import answered


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        (
            "Who was on the call?",
            "Aides said little. On the call were Roth, Lee and a third man.",
            "Roth, Lee and a third man",
        ),
        (
            "Who was on the call?",
            "The Post has a tape of an April 17 call in which Roth urged Lund to wait. Lund asked "
            "for it, an aide said. An aide called the plan a gift.",
            "Roth urged Lund",
        ),
        (
            "Who was at the meeting?",
            "The meeting between Anna Roth and Karl Lund took place in May. A friend paid.",
            "Anna Roth and Karl Lund",
        ),
        (
            "Who was in the lifeboat?",
            "“Somebody sang,” said Mona Lind, a nurse, who was in the lifeboat.",
            "Mona Lind, a nurse",
        ),
        (
            "Who was on the train?",
            "There were about 350 people on the train. Nobody told them anything.",
            "about 350 people",
        ),
        # Nobody is said to have been there.
        ("Who was at the talks?", "The chief pilot, Eva Moe, wasn't at the talks.", None),
        ("Who was on the ship?", "The driver worked on because a ship was due at noon.", None),
        ("Who was on the call?", "Petra Laan called the plan a gift to a friend.", None),
    ],
)
def test_those_whom_grammar_puts_there_are_the_answer(
    question: str, text: str, words: str | None
) -> None:
    """Together, and not one of them against another."""
    assert answered(question, text) == words


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("Who was on the second call?", "call"),
        ("Who was in charge of the harbour?", None),
        ("Who is at the head of the inquiry?", None),
        ("Who was in the air when the jet went down?", None),
        ("Who was the captain?", None),
        ("Who called?", None),
    ],
)
def test_an_occasion_is_told_from_a_post(question: str, noun: str | None) -> None:
    """Who is in charge is one person, on whom outlets may differ."""
    found = asked(question)
    assert (None if found.occasion is None else found.tree.words[found.occasion].text) == noun
    assert found.is_exclusive == (noun is None)
