"""What something is, and how, is not told by a lone verb."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.kinds.shapes import of_its_shape
from tests.jobs.ask.asking import asked, record_of, seen
from tests.jobs.ask.test_edges import read


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("What is the Anna?", "The Anna struck a rock.", "struck a rock"),
        ("What is the plan?", "The bank's plan for next year is on hold.", "plan for next year"),
        ("How was the poll done?", "The editors deliberated for days.", "deliberated"),
        ("What stands in point four?", "That stands in point four.", "That"),
        ("What caused the fire?", "The rope was hot, and this caused the fire.", "this"),
        ("What is the word of the year?", "The Lund word of the year is long.", "Lund"),
        ("Where was he seen?", "He was seen in a photograph on Monday.", "in a photograph"),
        ("Who will host it?", "It follows another row: Roth slapping Lee.", "Roth slapping Lee"),
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


def test_how_it_was_done_is_told_with_what_was_done() -> None:
    """What else he did answers nothing where a sentence tells how he was caught."""
    text = (
        "Clerk jailed. Odd Lund, 52, of Vale Road, Halm, had admitted fraud by abuse of position "
        "at an earlier hearing. He had made 173 transfers. He was caught when the son of one of "
        "his victims asked why his father had bought a motorcycle."
    )
    with record_of(("", "2026-03-18", text)) as record:
        answer = ask(record, "How was Odd Lund caught?")
    assert not any("admitted" in each.text for each in answer.statements)


@pytest.mark.parametrize(
    ("question", "sentence", "words", "is_lost"),
    [
        ("Who opened the email?", "It was opened on Eva Holm's account.", "Eva Holm", True),
        ("Who opened the email?", "The email was opened by Eva Holm.", "Eva Holm", False),
        ("Who won the race?", "Eva Holm's victory in the race was the first.", "Eva Holm", False),
        ("Who resigned?", "Eva Holm's resignation came after two ministers resigned.", "Eva Holm",
         False),
        ("Who killed Odd Lund?", "Eva Holm for TNN A car with the body of Odd Lund.", "Eva Holm",
         True),
        ("Who killed Odd Lund?", "Eva Holm/Getty Images A car carries Odd Lund.", "Eva Holm", True),
        ("Who killed Odd Lund?", "Eva Holm killed Odd Lund for Tarn.", "Eva Holm", False),
        ("Where did the ferry sink?", "The sinking of the ferry Anna shook Tarn.", "Anna", True),
        ("Where did the ferry sink?", "The ferry sank off Tarn Head.", "Tarn Head", False),
    ],
)  # fmt: skip
def test_a_name_that_only_says_whose_or_which_is_no_answer(
    question: str, sentence: str, words: str, *, is_lost: bool
) -> None:
    """On whose account it was opened is not who opened it, and a ferry's name is no place."""
    reading = read(sentence, words)
    (found,) = of_its_shape(asked(question), [reading], seen())
    assert (found.score < reading.score) is is_lost


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Is Karl Roth back in Lund?", "Is Karl Roth coming back to Lund?"),
        ("Who signed it?", "Mr Roth, who signed it?"),
    ],
)
def test_a_question_in_a_story_is_no_answer(question: str, told: str) -> None:
    """It asks what is asked, and tells nothing."""
    other = "Roth is in Lund."
    found = of_its_shape(asked(question), [read(told, told), read(other, other)], seen())
    assert [each.sentence.text for each in found] == [other]
