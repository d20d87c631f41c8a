"""A clause that says just what a yes/no question asks is a yes, whatever stands about it."""

from __future__ import annotations

import pytest

from onix.jobs.ask.plainly import told_plainly
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.model import Citation, Span
from tests.jobs.ask.asking import asked, seen


def told(question: str, sentence: str, *, before: str = "") -> bool:
    """Is a reading that was taken for a no turned into a yes?"""
    text = f"{before} {sentence}".strip()
    whole = Span("d", 0, len(text), text)
    cut = whole.part(len(text) - len(sentence), len(text))
    understood = asked(question)
    window = Window(whole, (cut,), cut, Citation(cut), (0.8,) * len(understood.terms), 0)
    reading = Reading(window, cut, None, 0.2, ((cut, Citation(cut)),), "no")
    (found,) = told_plainly(understood, [reading], seen())
    assert found.sentence == cut
    return found.stance == "yes"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Will tickets be refunded?", "Tickets for all shows will be fully refunded on Friday."),
        ("Did Roth sell the mill?", "Roth, who is 70, sold the mill in May and left."),
        ("Has Roth sold the mill?", "Ann Lee said on Monday that Roth had sold the mill."),
    ],
)
def test_the_questions_own_words_in_one_clause_are_a_yes(question: str, sentence: str) -> None:
    """As a fact, past or to come as it is asked."""
    assert told(question, sentence)


def test_she_may_stand_for_a_name_that_stands_near() -> None:
    """ "Has Ann Lee filed a complaint?" — "She has filed a complaint"."""
    sentence = "She has filed a complaint, which has yet to be answered."
    assert told("Has Ann Lee filed a complaint?", sentence, before="Ann Lee lost her post.")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Roth sell the mill?", "Roth did not sell the mill."),
        ("Did Roth sell the mill?", "Roth denied that he had sold the mill."),
        ("Did Roth sell the mill?", "Roth may have sold the mill."),
        ("Did Roth sell the mill?", "Roth will sell the mill."),  # not yet
        ("Will Roth sell the mill?", "Roth sold the mill."),
        ("Did Roth plead guilty?", "Roth pleaded not guilty."),
        ("Did Roth sell the mill?", "Roth, whose mill burned, sold the boat."),
        ("Did Roth sell the mill?", "Lind sold the mill, and Roth wept."),
        ("Did Roth call Lind?", "Lind called Roth on Tuesday."),
        ("Did Roth sell the mill?", "Has Roth sold the mill?"),
        ("Did Roth not sell the mill?", "Roth sold the mill."),
        ("Who sold the mill?", "Roth sold the mill."),
    ],
)
def test_anything_less_is_left_as_it_was_read(question: str, sentence: str) -> None:
    """Denied, possible, at another time, of another, or in another clause."""
    assert not told(question, sentence)
