"""How old somebody is: an age beside the name, and no years of something else."""

from __future__ import annotations

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.kinds.ages import with_ages
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.model import Citation, Document, Marks, Span
from tests.jobs.ask.asking import asked, record_of, seen


def aged(question: str, sentence: str, words: str | None = None) -> str | None:
    """The words that answer, where the reader took these; None where nothing is good enough."""
    whole = Span("d", 0, len(sentence), sentence)
    understood = asked(question)
    window = Window(whole, (whole,), whole, Citation(whole), (1.0,) * len(understood.terms), 0)
    at = 0 if words is None else sentence.index(words)
    span = None if words is None else whole.part(at, at + len(words))
    reading = Reading(window, whole, span, 0.0 if words else -3.0, ())
    first = with_ages(
        understood, [reading], seen([window], Marks(Document("d", "article", sentence)))
    )[0]
    return first.span.text if first.span is not None and first.score >= 0.0 else None


def test_an_age_in_an_old_picture_or_of_ones_father_is_none() -> None:
    """What stands below a picture is told as now, and was then."""
    caption = "Ada Lund, 21, speaks with a friend in June 1986."
    with record_of(("Courier", "2025-05-02", f"Ada Lund resigned on Friday. {caption}")) as record:
        assert not ask(record, "How old is Ada Lund?").statements
    died = "Ada Lund was a girl when her father died at the age of 56."
    assert aged("How old is Ada Lund?", died, "56") is None


def test_an_age_is_not_of_a_name_that_only_says_who_is_asked_about() -> None:
    """Nobody asks how old Ada Lund is who asks it of the man accused of robbing her."""
    question = "How old is the man accused of robbing Ada Lund?"
    assert aged(question, "Ada Lund, 31, was robbed of a boat.") is None


@pytest.mark.parametrize(
    ("sentence", "age"),
    [
        ("Ada Lund, 31, a lawyer, was there.", "31"),
        ("The 31-year-old lawyer Ada Lund was there.", "31"),
        ("Ada Lund, 310 of whose boats sank, was there.", None),
        ("With Ada Lund, 31 boats sank.", None),
    ],
)
def test_an_age_stands_beside_the_name(sentence: str, age: str | None) -> None:
    """Behind it or before it, in years that somebody can reach."""
    assert aged("How old is Ada Lund?", sentence) == age


@pytest.mark.parametrize(
    ("question", "sentence", "words", "right"),
    [
        ("How old is Lund?", "Ada Lund, 31, faces 12 years in prison.", "12 years", "31"),
        ("How old is Lund?", "Lund faces up to 12 years in prison.", "12 years", None),
        ("How old is Lund?", "His daughter is seven years old.", "seven years", None),
        ("How old is Lund?", "The 31-year-old was not there.", "31-year-old", "31-year-old"),
        ("How old is Lund's daughter?", "His daughter is seven.", "seven", "seven"),
        ("How old is the bridge?", "The bridge is 30 years old.", "30 years", "30 years"),
        ("How long is the term?", "It is 12 years.", "12 years", "12 years"),
    ],
)
def test_years_of_something_else_are_no_age(
    question: str, sentence: str, words: str, right: str | None
) -> None:
    """Neither a prison term nor what is told of another."""
    assert aged(question, sentence, words) == right


def test_whoever_is_meant_by_he_is_so_old() -> None:
    """The name may stand in the sentence before, and the age is nobody else's."""
    text = "Odd Lund kept the light at Halm for 37 years. He is 63 and has lived alone since 2014."
    with record_of(("", "2026-01-02", text)) as record:
        answer = ask(record, "How old is Odd Lund?")
        other = ask(record, "How old is Ada Lund?")
    assert [each.answer and each.answer.text for each in answer.statements] == ["63"]
    assert not other.statements


@pytest.mark.parametrize("sentence", ["She was 88.", "Lund, 88, had a boat.", "It sank at 88."])
def test_an_age_counts_nothing(sentence: str) -> None:
    """Nobody has 88 children as she was 88."""
    is_age = not sentence.startswith("It")
    assert aged("How many children did Lund have?", sentence, "88") == (None if is_age else "88")
