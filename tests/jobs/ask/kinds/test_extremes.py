"""Which of "the oldest" and "the youngest" something is told of."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.extremes import of_its_extreme
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.model import Citation, Span
from tests.jobs.ask.asking import asked, seen


def read(question: str, sentence: str, words: str) -> str | None:
    """The words that answer, where the reader took these; None where they are worth little."""
    whole = Span("d", 0, len(sentence), sentence)
    understood = asked(question)
    window = Window(whole, (whole,), whole, Citation(whole), (1.0,) * len(understood.terms), 0)
    at = sentence.index(words)
    reading = Reading(window, whole, whole.part(at, at + len(words)), 0.5, ())
    (found,) = of_its_extreme(understood, [reading], seen([window]))
    return found.span.text if found.span is not None and found.score > 0.0 else None


TOLD = "The youngest victim was six weeks old and the oldest was 91."


@pytest.mark.parametrize(
    ("question", "sentence", "words", "right"),
    [
        ("How old was the oldest victim?", TOLD, "six weeks old", "91"),
        ("How old was the youngest victim?", TOLD, "six weeks old", "six weeks old"),
        ("How old was the first victim?", TOLD, "six weeks old", "six weeks old"),
        (
            "How much was the largest fine?",
            "The smallest fine was £40 and the largest was £900.",
            "£40",
            "£900",
        ),
        (
            "Where is the oldest mill?",
            "The tallest mill stands in Tarn and the oldest stands in Riga.",
            "in Tarn",
            None,
        ),
        (
            "How old was the oldest victim?",
            "The oldest of them, 91, fell, while the youngest swam.",
            "91",
            "91",
        ),
    ],
)
def test_an_answer_is_told_of_the_extreme_that_is_asked_for(
    question: str, sentence: str, words: str, right: str | None
) -> None:
    """The one number of its own clause is taken; without one the other's is worth little."""
    assert read(question, sentence, words) == right
