"""What a text answers in few words: to its own question, or to what another has said."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.versions.replies import asks_alike
from tests.jobs.ask.asking import asked, disputed, record_of


def test_an_explainer_that_gives_another_day_is_shown() -> None:
    """ "When did they speak? On 1 June." disputes that they spoke on 3 June."""
    assert disputed(
        "When did Falk and Dorn speak on the telephone?",
        ("Post", "2025-06-05", "Falk and Dorn spoke on the telephone on 3 June. It was short."),
        (
            "Herald",
            "2025-06-08",
            "Who rang whom? Falk rang Dorn, who runs the locks.\n"
            "When did they speak? On 1 June, a Sunday. Dorn was in his garden.",
        ),
    ) == {"3 June", "1 June"}


def test_a_number_put_against_another_is_shown() -> None:
    """ "They write that twelve are left. “Fourteen,” said Mr Dorn." """
    assert disputed(
        "How many clauses does the Orre harbour contract have?",
        ("Post", "2025-05-20", "The Orre harbour contract has 12 clauses. It is to be signed."),
        (
            "Herald",
            "2025-05-21",
            "Jon Dorn came back from Orre. In the capital they write that the harbour contract "
            "has twelve clauses.\n“Fourteen,” said Mr Dorn. “They have forgotten the cranes.”",
        ),
    ) == {"12 clauses", "Fourteen"}


def test_what_one_received_another_gave() -> None:
    """That he received it contradicts that she never gave it."""
    found = disputed(
        "Did Lena Roth give Dorn a letter?",
        ("Post", "2025-02-04", "Lena Roth denied that she had given Dorn a letter. It rained."),
        ("Herald", "2025-02-19", "Dorn told the court that he had received a letter from Roth."),
    )
    assert len(found) == 2


@pytest.mark.parametrize(
    ("question", "text", "behind", "alike"),
    [
        ("When did they speak?", "When did the two talk?", "On 1 June.", True),
        ("When did they speak?", "When did they speak?", "On 1 June.", True),
        ("When did they have the call?", "When did they talk?", "The call was on 1 June.", True),
        ("When was the tape published?", "When did they talk?", "On 1 June. The tape hums.", False),
        ("When did they speak?", "Where did they speak?", "In Orre.", False),
        ("When did they speak?", "They spoke when it rained.", "On 1 June.", False),
    ],
)
def test_a_text_asks_the_same(question: str, text: str, behind: str, *, alike: bool) -> None:
    """By the same question word, and by the verb that is asked about, else by the thing."""
    assert asks_alike(asked(question), text, behind) is alike


def test_a_question_of_the_text_is_answered_by_what_is_said_to_it() -> None:
    """ "Did the alarm ring? “Of course it rang,” said Dahl.": his words say so."""
    text = (
        "The hotel in Brask burned down on Monday. Nobody was hurt.\n"
        "Did the alarm ring in the hotel? “Of course it rang,” said Jon Dahl, who owns it."
    )
    with record_of(("Echo", "2026-03-11", text)) as record:
        (told,) = ask(record, "Did the alarm in the hotel ring?").statements
    assert told.stance == "yes"
    assert told.answer is not None
    assert told.answer.text == "Of course it rang"
