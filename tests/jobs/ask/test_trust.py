"""How far a reading is trusted: what speaks for it raises the odds, what is missing lowers them."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.trust import WEIGHTS, features, trust
from onix.jobs.ask.windows import Window
from onix.model import Citation, Span
from onix.reading.neural.comprehension import Stretch
from tests.jobs.ask.asking import asked

NEITHER = (1.0, 0.0, 0.0)


def window(question: Question, text: str, *, strength: float = 1.0) -> Window:
    """A window of one sentence that bears out each word of the question so well."""
    span = Span("a", 0, len(text), text)
    return Window(span, (span,), span, Citation(span), (strength,) * len(question.terms), 0)


def score(question: Question, text: str, stretch: Stretch, *, strength: float = 1.0) -> float:
    """The score of one reading."""
    return trust(question, [window(question, text, strength=strength)], [stretch])[0]


WHO = "Who leaked the call?"
TEXT = "Marsh leaked the call in May."


def test_what_the_reader_is_sure_of_scores_higher() -> None:
    """A larger margin means better odds."""
    sure, unsure = (Stretch(0, 5, margin, NEITHER) for margin in (6.0, -6.0))
    assert score(asked(WHO), TEXT, sure) > score(asked(WHO), TEXT, unsure)


def test_words_that_are_missing_lower_the_odds() -> None:
    """A sentence without the names that were asked about is trusted less."""
    question = asked("When did Orlenko meet Marsh?")
    stretch = Stretch(24, 28, 2.0, NEITHER)
    assert score(question, TEXT, stretch) > score(question, TEXT, stretch, strength=0.0)


@pytest.mark.parametrize(
    ("question", "fitting", "unfit"),
    [
        ("When did it happen?", "in May", "the call"),
        ("How many were there?", "eleven", "Marsh"),
        ("Who was it?", "Marsh", "1961"),
    ],
)
def test_words_of_another_sort_are_unfit(question: str, fitting: str, unfit: str) -> None:
    """ "When" is not answered by a thing."""
    both = asked(question)
    for words, expected in ((fitting, 0.0), (unfit, 1.0)):
        whole = Stretch(0, len(words), 1.0, NEITHER)
        (named,) = features(both, [window(both, words)], [whole])
        assert named.get("other: unfit", 0.0) == expected


def test_a_yes_or_no_goes_by_its_stance() -> None:
    """For a yes/no question it counts whether the text takes a side at all."""
    question = asked("Did Marsh leak the call?")
    takes, leaves = Stretch(0, 5, 0.0, (0.1, 0.8, 0.1)), Stretch(0, 5, 0.0, (0.9, 0.05, 0.05))
    assert score(question, TEXT, takes) > score(question, TEXT, leaves)


def test_what_bears_out_less_speaks_against_a_reading_less() -> None:
    """Another name that is read far from the question's words hardly counts."""
    question = asked("Who leaked the call in May?")
    windows = [window(question, TEXT), window(question, "Lee wrote a letter.", strength=1.0)]
    far = [windows[0], window(question, "Lee wrote a letter.", strength=0.5)]
    read = [Stretch(0, 5, 4.0, NEITHER), Stretch(0, 3, 4.0, NEITHER)]
    assert trust(question, far, read)[0] > trust(question, windows, read)[0]


def test_every_weight_has_its_feature() -> None:
    """No weight is left of a feature that is gone."""
    texts = ["Did Marsh leak 3 old calls?", "Who leaked 3 old calls to Marsh?", "When?"]
    names = set()
    for text in texts:
        question = asked(text)
        found = features(question, [window(question, TEXT, strength=0.0)],
                         [Stretch(0, 5, 0.0, NEITHER)])  # fmt: skip
        names |= set(found[0])
    weights = json.loads(files("onix.jobs.ask").joinpath(WEIGHTS).read_text("utf-8"))["weights"]
    assert set(weights) - {"other: unfit"} <= names
