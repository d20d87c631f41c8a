"""A name that the record has otherwise is asked back, and not guessed."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from tests.jobs.ask.asking import record_of

TEXT = (
    "OSLO - Harbour master Karin Solberg shut the Wenn locks on Monday. Solberg told the Post that "
    "the dredger Petrel had broken down. Solberge, a village, was cut off."
)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("What did Solburg say about the tunnel?", "Did you mean “Solberg”"),
        ("who is solborg", "Did you mean “Solberg”"),
    ],
)
def test_a_name_written_much_like_it_is_asked_back(question: str, meant: str) -> None:
    """In the refusal, beside what the record lacks."""
    with record_of(("Post", "2026-03-03", TEXT)) as record:
        answer = ask(record, question)
    assert answer.abstained is not None
    assert meant in answer.abstained.says


@pytest.mark.parametrize(
    "question", ["What did Solberg say about the tunnel?", "Did Hansen resign?", "Who ate the cod?"]
)
def test_what_stands_in_the_record_or_is_like_nothing_there_is_not(question: str) -> None:
    """A word that is known is spelt right, and no other name is meant by any odd one."""
    with record_of(("Post", "2026-03-03", TEXT)) as record:
        answer = ask(record, question)
    assert answer.abstained is not None
    assert "Did you mean" not in answer.abstained.says
