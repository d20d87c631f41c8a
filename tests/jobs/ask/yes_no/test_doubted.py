"""What is only asked, not believed, denied or not told is no yes."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.jobs.saying import yes_or_no
from onix.model import Statement
from tests.jobs.ask.asking import record_of

TEXT = """The ferry Kestrel ran aground off Talin on Tuesday with 40 people on board.
"We have no reason to believe that anyone was asleep on the bridge," said Ana Ruiz of the inquiry.
Martin Lowe, the harbour master, declined to say whether he had been asked to go.
The engineer Dina Hall denied that the design was flawed. "The design was tested twice," she said.
Police said there was no evidence that the ferry was overloaded."""


def first(question: str) -> Statement | None:
    """Give the best statement to a question put to the story."""
    with record_of(("Post", "2026-03-11", TEXT)) as record:
        return next(iter(ask(record, question).statements), None)


@pytest.mark.parametrize(
    "question", ["Was anyone asleep on the bridge?", "Was the ferry overloaded?"]
)
def test_no_reason_to_believe_it_is_no_yes(question: str) -> None:
    """Nor is it a no; the sentence is shown, with the words that leave it open marked."""
    found = first(question)
    assert found is None or found.stance is None
    if found is not None:
        assert found.answer is not None and "no " in found.answer.text


def test_a_plain_yes_stays_one() -> None:
    """What hangs on nothing that leaves it open is told as before."""
    found = first("Was the design tested?")
    assert found is not None and found.stance == "yes"


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("What did Martin Lowe say?", "declined to say"),
        ("What did Dina Hall say about the flawed design?", "denied that"),
    ],
)
def test_what_is_denied_is_not_told_as_said(question: str, begins: str) -> None:
    """The verb goes with the words: without it they are the opposite."""
    with record_of(("Post", "2026-03-11", TEXT)) as record:
        answers = [each.answer for each in ask(record, question).statements]
    assert any(each is not None and each.text.startswith(begins) for each in answers)


def test_a_question_of_the_record_is_no_yes() -> None:
    """ "Did you know?", an interviewer asks; what was answered counts."""
    text = (
        "Mia Brand: Did you know of the cracks in the wall, Ms Hall?\n\n"
        "Dina Hall: I said what I had to say to the police.\n\n"
        "Mia Brand: Thank you for your time."
    )
    with record_of(("Post", "2026-03-12", text)) as record:
        found = ask(record, "Did Dina Hall know of the cracks in the wall?").statements
    assert not any(each.stance for each in found)


SOLD = """The Tarn rowing club was bought on Friday by the brewer Ada Pell for £3 million.
Two people close to the club said that Pell had fired the coach.
A spokesman for the club said that Pell had kept the cook."""


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Has Pell fired the coach?", "Yes, according to “Two people close to the club”"),
        ("Has Pell kept the cook?", "Yes"),
    ],
)
def test_what_only_nameless_people_say_is_a_yes_of_theirs(question: str, says: str) -> None:
    """A spokesman speaks for somebody."""
    with record_of(("Post", "2026-03-13", SOLD)) as record:
        found = ask(record, question).statements
    assert found and yes_or_no(found[0]) == says and "said that Pell" in found[0].text


def test_what_nobody_will_promise_is_left_open() -> None:
    """ "I cannot promise May" is no yes; to "did he promise May" it is a no."""
    text = "“I cannot promise May,” said Martin Lowe, the harbour master. The ferry Kestrel waits."
    with record_of(("Post", "2026-03-11", text)) as record:
        assert all(each.stance is None for each in ask(record, "Will it sail in May?").statements)
        found = ask(record, "Did Martin Lowe promise May?").statements
    assert all(each.stance != "yes" for each in found)
