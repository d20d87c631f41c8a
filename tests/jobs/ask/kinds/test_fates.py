"""How many died is neither how many are missing nor how many were hurt."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.fates import of_its_fate
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.model import Citation, Span
from tests.jobs.ask.asking import asked, seen


@pytest.mark.parametrize(
    ("question", "sentence", "words", "holds"),
    [
        ("How many people were killed?", "Nineteen people are still missing.", "Nineteen", False),
        ("How many people were killed?", "Nineteen people were hurt.", "Nineteen", False),
        ("How many people were killed?", "Nineteen people died.", "Nineteen", True),
        ("How many people were killed?", "Nineteen people were in the mill.", "Nineteen", True),
        ("How many people are missing?", "Nineteen people were rescued.", "Nineteen", False),
        ("How many people are missing?", "Nineteen people remain missing.", "Nineteen", True),
        ("How many people work there?", "Nineteen people were hurt.", "Nineteen", True),
        ("Where was Ada Lund born?", "Ada Lund died at home in Tarn.", "home in Tarn", False),
        ("Where was Ada Lund born?", "Born in Tarn, Ada Lund sang.", "Tarn", True),
        ("When did Ada Lund die?", "Ada Lund was born in 1937.", "1937", False),
        ("Where did the survivors go?", "They were evacuated to Tarn.", "Tarn", True),
        ("Who was killed?", "Police arrested Odd Lund.", "Odd Lund", False),
    ],
)
def test_a_number_of_another_fate_is_no_answer(
    question: str, sentence: str, words: str, *, holds: bool
) -> None:
    """By the verb, and by what stands beside it or the noun."""
    whole = Span("d", 0, len(sentence), sentence)
    understood = asked(question)
    window = Window(whole, (whole,), whole, Citation(whole), (1.0,) * len(understood.terms), 0)
    at = sentence.index(words)
    reading = Reading(window, whole, whole.part(at, at + len(words)), 0.5, ())
    (found,) = of_its_fate(understood, [reading], seen([window]))
    assert (found.score > 0.0) is holds
