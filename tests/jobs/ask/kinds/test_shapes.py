"""What something is, and how, is not told by a lone verb."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.shapes import of_its_shape
from tests.jobs.ask.asking import asked, seen
from tests.jobs.ask.test_edges import read


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("What is the Anna?", "The Anna struck a rock.", "struck a rock"),
        ("What is the plan?", "The bank's plan for next year is on hold.", "plan for next year"),
        ("How was the poll done?", "The editors deliberated for days.", "deliberated"),
        ("What stands in point four?", "That stands in point four.", "That"),
        ("What caused the fire?", "The rope was hot, and this caused the fire.", "this"),
        ("Who signed it?", "Mr Roth, who signed it?", "Mr Roth"),
    ],
)
def test_what_cannot_answer_is_worth_little(question: str, sentence: str, words: str) -> None:
    """A predicate, the thing itself again, one finite verb."""
    reading = read(sentence, words)
    (found,) = of_its_shape(asked(question), [reading], seen())
    assert found.score < reading.score - 1.0


@pytest.mark.parametrize(
    ("question", "sentence", "words", "right"),
    [
        ("What is the Anna?", "The Anna is a ferry.", "a ferry", "a ferry"),
        ("What is the plan?", "They have a plan to drain the lake.", "drain", "to drain the lake"),
        ("What was the fine?", "Lee paid a fine of 40 crowns.", "40 crowns", "40 crowns"),
        ("What is the eel quota?", "The quota for farmed eel is 90 tonnes.", "farmed", "90 tonnes"),
        ("What is the eel quota?", "The eel quota is 90 tonnes.", "90", "90"),
        ("What is the eel quota?", "The quota for cod is 90 tonnes.", "cod", "cod"),
        ("How did Lee react?", "Lee wept and left.", "wept and left", "wept and left"),
        ("Who is Lee?", "Lee struck a rock.", "struck a rock", "struck a rock"),
    ],
)
def test_what_can_answer_is_left(question: str, sentence: str, words: str, right: str) -> None:
    """Of "a plan to do something" the whole of what is to be done."""
    reading = read(sentence, words)
    (found,) = of_its_shape(asked(question), [reading], seen())
    assert found.score == reading.score
    assert found.span is not None and found.span.text == right
