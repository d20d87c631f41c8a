"""Who had a story first is read from the ways in which the trade credits that."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.firsts import with_firsts
from onix.jobs.ask.windows import windows
from tests.jobs.ask.asking import asked
from tests.jobs.ask.test_windows import hit

QUESTION = "Which paper first reported the leak of the harbour plan?"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The leak of the harbour plan was first reported on Monday by the Quay Post.", "the Quay"),
        ("A leak of the harbour plan, first reported by Quay Post, is denied.", "Quay Post"),
        ("She told Radio Quay, which broke the story of the harbour plan's leak.", "Radio Quay"),
        ("The Quay Post first reported the leak of the harbour plan.", "The Quay Post"),
        ("The first to report the leak of the harbour plan was the Quay Post.", "the Quay Post"),
    ],
)
def test_who_is_credited_is_the_answer(told: str, who: str) -> None:
    """However it is put; nobody else who is named is meant."""
    question = asked(QUESTION)
    found = with_firsts(question, windows(question, [hit("d", told)], most=5), [])
    assert found and found[0].span is not None and who in found[0].span.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (QUESTION, "The leak of the harbour plan angered the Quay Post."),
        (QUESTION, "The ferry's new timetable was first reported by the Quay Post."),
        ("Who leaked the first harbour plan?", "The leak was first reported by the Quay Post."),
        ("Who signed the harbour plan?", "The harbour plan was first reported by the Quay Post."),
    ],
)
def test_other_sentences_and_other_questions_are_left_alone(question: str, told: str) -> None:
    """Without a credit, about something else, or where nobody asked who was first."""
    understood = asked(question)
    assert with_firsts(understood, windows(understood, [hit("d", told)], most=5), []) == []
