"""Values that stand attached to what they are of: points of a plan, days of a call, ages."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.attached import attached
from onix.jobs.ask.windows import Window
from onix.model import Citation, Document, Marks, Span
from onix.reading.times.times import find_times
from tests.jobs.ask.asking import asked, seen


def found(question: str, sentence: str) -> str | None:
    """The words that answer, of a sentence in which all names of the question stand."""
    document = Document("d", "article", sentence, published="2025-06-05")
    whole = document.span(0, len(sentence))
    understood = asked(question)
    window = Window(whole, (whole,), whole, Citation(whole), (1.0,) * len(understood.terms), 0)
    marks = Marks(document, (whole,), times=find_times(document, (whole,)))
    told = attached(understood, seen([window], marks))
    return None if told is None or told.answer is None else told.answer.text


@pytest.mark.parametrize(
    ("question", "sentence", "answer"),
    [
        (
            "How many points did the draft proposal contain?",
            "Critics read the 28-point draft proposal.",
            "28-point",
        ),
        ("How many points has the treaty?", "Critics read the 28-point draft proposal.", None),
        ("How many pages has the proposal?", "Critics read the 28-point draft proposal.", None),
        ("How many games is Moe paid for?", "Moe got a six-game ban on Friday.", None),
        ("How many games is Moe banned for?", "Moe got a six-game ban on Friday.", "six-game"),
        ("How many games is Moe banned for?", "Initially Moe got a six-game ban.", None),
        ("When did the call take place?", "In the April 17 call they spoke of ice.", "April 17"),
        ("When was the call?", "The call on April 17 was short.", "April 17"),
        ("When was the call?", "The call had been made. On April 17 it rained.", None),
        (
            "When did the call take place?",
            "The leaked conversation, first told of by a paper, took place on April 17.",
            "April 17",
        ),
        ("When did the call take place?", "A strike took place on April 17, they say.", None),
        ("When was the second call?", "The first call on April 17 was short.", None),
        ("When did the dam break?", "In the April 17 break they ate.", None),
        ("Who was on the call?", "The call on April 17 was short.", None),
    ],
)
def test_what_stands_beside_a_thing_is_of_it(
    question: str, sentence: str, answer: str | None
) -> None:
    """The very thing or person asked about has to stand there, and nothing else is taken."""
    assert found(question, sentence) == answer


def test_the_sentence_is_cited_with_its_place() -> None:
    """The answer is a span of the record, half as sure as a reading that is sure."""
    sentence = "A 28-point plan was sent."
    document = Document("d", "article", sentence)
    whole = Span("d", 0, len(sentence), sentence)
    question = asked("How many points has the plan?")
    window = Window(whole, (whole,), whole, Citation(whole), (1.0,) * len(question.terms), 0)
    told = attached(question, seen([window], Marks(document, (whole,))))
    assert told is not None
    assert told.text == sentence == told.citations[0].span.text
    assert told.answer == Span("d", 2, 10, "28-point")
