"""A reason answers "why" where it is the reason of what was asked."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.reasons import of_a_reason
from tests.jobs.ask.asking import asked, seen
from tests.jobs.ask.test_edges import read


def lost(question: str, sentence: str, words: str, *others: str) -> float:
    """How far down a reading of these words goes, where others were found, too."""
    reading = read(sentence, words)
    windows = [read(each, each).window for each in others]
    (found,) = of_a_reason(asked(question), [reading], seen(windows))
    return reading.score - found.score


WORKING = "The driver was working because a ship was due."


def test_the_reason_of_something_else_is_no_answer() -> None:
    """Least of all where what was asked about is told in another sentence."""
    question, words = "Why was the crane moved?", "a ship was due"
    told = "Two men moved the crane in May."
    assert lost(question, WORKING, words, told) > lost(question, WORKING, words) > 0.0


def test_that_it_was_so_is_not_why_it_was() -> None:
    """What a late crew says of a locked gate does not say why it was locked."""
    late = "They were late because a gate was locked."
    assert lost("Why was the gate locked?", late, "because a gate was locked") > 1.0


def test_what_somebody_wants_is_not_why() -> None:
    """The object of the verb that is asked about is no reason."""
    assert lost("Why does Roth want the field?", "Roth wants the field.", "the field") > 1.0


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("Why was the driver working?", WORKING, "a ship was due"),
        ("Why did Roth resign?", "Roth resigned over undeclared flights.", "undeclared flights"),
        ("Why did Roth go?", "Roth stepped down because a ship sank.", "a ship sank"),
        ("Why did Roth refuse to play?", "Roth refused to play because he was ill.", "he was ill"),
        ("Why was the street shut?", "It was shut so that a wall could fall.", "a wall could fall"),
        ("When was the street shut?", WORKING, "a ship was due"),
    ],
)
def test_a_reason_of_the_same_is_left(question: str, sentence: str, words: str) -> None:
    """Of its verb, or of whom or what was asked about."""
    assert lost(question, sentence, words) == 0.0
