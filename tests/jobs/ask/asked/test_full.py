"""A question as people type it is asked as one in full."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.asked.full import in_full, recased
from tests.jobs.ask.asking import parser, record_of


def full(typed: str) -> str:
    """The question in full."""
    return in_full(typed, lambda text: parser().parse([text])[0])


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("What's the Larch plan?", "What is the Larch plan?"),
        ("Who’s resigned?", "Who has resigned?"),
        ("whats the toll?", "What is the toll?"),
        ("Can you tell me who was on the call?", "Who was on the call?"),
        ("Do we know when the vote is?", "When the vote is?"),
        ("Do we know whether Roth resigned?", "Is it true that Roth resigned?"),
        ("So who leaked it?", "Who leaked it?"),
        ("How come the vote was put off?", "Why the vote was put off?"),
        ("On what grounds was she freed?", "Why was she freed?"),
        ("What made Roth drop the clause?", "Why did Roth drop the clause?"),
        ("What led the minister to resign?", "Why did the minister resign?"),
        ("Has Roth ever been to Oslo?", "Has Roth ever visited Oslo?"),
        ("Death toll?", "What is the death toll?"),
        ("Cause of the crash?", "What is the cause of the crash?"),
        ("What did the pier cost?", "How much did the pier cost?"),
        ("For what sum was it sold?", "For how much was it sold?"),
        ("What is the age of Ann Roth?", "How old is Ann Roth?"),
        ("Any casualties?", "Were there any casualties?"),
        ("By whom was it written", "By whom was it written?"),
        ("did Roth resign", "Did Roth resign?"),
    ],
)
def test_it_asks_the_same_with_a_verb(typed: str, question: str) -> None:
    """Without what is said by the way, and with what is left out."""
    assert full(typed) == question


@pytest.mark.parametrize(
    "typed",
    [
        "Who took over and when?", "Who'd resign?", "What made the noise?", "What caused the fire?",
        "Had he been to prison?", "Does Roth know who left?", "harbour toll", "Ann Roth?",
        "Whose plan?", "", "What did the board put the cost of the work at?",
    ],
)  # fmt: skip
def test_what_says_something_else_stays(typed: str) -> None:
    """Also what only looks like one of these forms."""
    assert full(typed) == typed


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("who runs tri-rivers?", "Who runs Tri-Rivers?"),
        ("who is the cfo of it?", "Who is the CFO of it?"),
        ("may the bank tell us?", "May the bank tell us?"),
        ("who is finance minister?", "Who is finance minister?"),
        ("Who runs Tri-rivers?", "Who runs Tri-rivers?"),
    ],
)
def test_names_in_small_letters_are_written_as_the_passages_do(typed: str, question: str) -> None:
    """What they also write small is no name, nor is a word that only binds others."""
    passages = [
        "Tri-Rivers has a bank. In May the CFO of the Bank left for the US.",
        "Finance Minister Roe left, too.",
    ]
    assert recased(typed, passages) == question


def test_a_question_in_small_letters_is_answered() -> None:
    """With a name that the passages write with a capital letter."""
    with record_of(
        ("Post", "2026-03-03", "Larchfield is a pumping station on the Wenn.")
    ) as record:
        answer = ask(record, "what's larchfield")
    assert answer.question == "what's larchfield"
    assert answer.statements and answer.statements[0].answer is not None
    assert answer.statements[0].answer.text == "a pumping station on the Wenn"


def test_the_user_is_shown_what_was_typed() -> None:
    """And is answered as if it had been typed in full."""
    text = (
        "The harbour board met on Monday. The toll rose because the dredger broke, Ann Roth said."
    )
    with record_of(("Post", "2026-03-03", text)) as record:
        answer = ask(record, "So how come the toll rose?")
    assert answer.question == "So how come the toll rose?"
    assert answer.statements and answer.statements[0].answer is not None
    assert "dredger broke" in answer.statements[0].answer.text
