"""What the reader found becomes words of the record, with a yes or no only where it is sure."""

from __future__ import annotations

import pytest

from onix.jobs.ask.readings import reading_of
from onix.jobs.ask.windows import Window
from onix.model import Citation, Span
from onix.reading.neural.comprehension import Stretch
from tests.jobs.ask.asking import asked

TEXT = "The board stopped short of selling the mill. It meets in May."


@pytest.mark.parametrize(
    ("shares", "stance"),
    [
        ((0.05, 0.90, 0.05), "yes"),
        ((0.05, 0.15, 0.80), "no"),
        ((0.05, 0.55, 0.40), None),
        ((0.90, 0.09, 0.01), "yes"),  # how far it is on what was asked is for trust to say
    ],
)
def test_what_leaves_yes_or_no_in_doubt_is_shown_without_either(
    shares: tuple[float, float, float], stance: str | None
) -> None:
    """The sentence is there to be read; half of such answers were wrong."""
    question = asked("Did the board sell the mill?")
    whole = Span("d", 0, len(TEXT), TEXT)
    cut = whole.part(0, TEXT.index(" It"))
    window = Window(whole, (cut,), cut, Citation(cut), (1.0,) * len(question.terms), 0)
    found = reading_of(question, window, Stretch(10, 43, 3.0, shares), 0.7)
    assert found.stance == stance
    assert found.span is not None and found.sentence == cut
