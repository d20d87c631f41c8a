"""What an outlet has taken back in a column of corrections is no answer any more."""

from __future__ import annotations

import pytest

from onix.jobs.ask import TAKEN_BACK, ask
from tests.jobs.ask.asking import record_of

STORY = (
    "Former clerk jailed for taking £310,000. "
    "A former clerk of the Larch Bank, Martin Oakes, was jailed for three years on Monday. "
    "The prosecutor said Oakes had spent £160,000 on online gambling."
)
COLUMN = (
    "Corrections and clarifications. "
    "An article on 18 March about the sentencing of Martin Oakes (Former clerk jailed, page 3) "
    "said that he had spent £160,000 on online gambling. The sum was £106,000. "
    "The article also said that he was jailed on Monday; he was jailed on Tuesday."
)


@pytest.mark.parametrize(
    ("question", "behind"),
    [
        ("How much did Martin Oakes spend on gambling?", "The sum was £106,000."),
        ("On which day was Martin Oakes jailed?", "he was jailed on Tuesday."),
    ],
)
def test_what_was_taken_back_is_refused_with_the_correction(question: str, behind: str) -> None:
    """What is right stands in what is shown instead."""
    told = ("The Courier", "2026-03-18", STORY), ("The Courier", "2026-03-24", COLUMN)
    with record_of(*told) as record:
        answer = ask(record, question)
        before = ask(record, question, as_of="2026-03-20")
    assert answer.abstained is not None and answer.abstained.says == TAKEN_BACK
    assert answer.abstained.nearest is not None
    assert answer.abstained.nearest.span.text.endswith(behind)
    assert before.statements


def test_another_outlet_takes_back_its_own_story_only() -> None:
    """What it had wrong may be right elsewhere: the two have to be held against one another."""
    told = ("The Courier", "2026-03-18", STORY), ("The Beacon", "2026-03-24", COLUMN)
    with record_of(*told) as record:
        answer = ask(record, "How much did Martin Oakes spend on gambling?")
    assert [each.answer and each.answer.text for each in answer.statements] == ["£160,000"]
