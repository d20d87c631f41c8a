"""Figures told in other words are borne out; an age is held against that of the person."""

from __future__ import annotations

import pytest

from tests.verify.test_facts import found, marks_of, wrong


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mayor has put up 140 guests in the gym.", "The mayor took 140 guests into the gym."),
        ("Nobody may draw more than 900 lei a day.", "The daily limit on cash is 900 lei."),
        (
            "The officer faces just over four years in prison.",
            "The officer was sentenced to four years and two months in prison.",
        ),
        (
            "The port paid every request within a month.",
            "Every request was paid by the port within 30 days.",
        ),
        (
            "The mine has to deliver 25 litres a day for each inhabitant.",
            "The mine has to deliver 25 litres per person a day.",
        ),
        (
            "The bureau wants the sale of six to nine stores in Ulvsund.",
            "The bureau wants the sale of between six and nine stores in Ulvsund.",
        ),
    ],
)
def test_a_figure_in_other_words_is_borne_out(text: str, source: str) -> None:
    """Limits told by a no, spans in two units or another, what is told by the head and the day."""
    assert not list(wrong(found([marks_of(source, "one")], text, "figure")))


def test_the_age_of_a_person_goes_by_the_name() -> None:
    """Whatever else the sentences say; the age of another is no matter."""
    sources = [marks_of("The 61-year-old pilot Gerrit Dol shared a flat with Ana Moe, 40.", "one")]
    draft = "Gerrit Dol, {}, could go to court over the money."
    assert list(wrong(found(sources, draft.format(71), "figure")))
    assert not list(wrong(found(sources, draft.format(61), "figure")))


MILL = (
    "The mill at Sundby shut on Friday after a boiler burst, and 38 of its hands went home without "
    "pay.\n\n"
    "Its owner, Jonas Thule, had been told by inspectors that the boiler could stand another eight "
    "months of steam.\n\n"
    "The works were founded in 1902. Three flour stores on the quay belong to it.\n"
)


@pytest.mark.parametrize(
    ("text", "mine", "right"),
    [
        (
            "According to inspectors the boiler would last for five more months, its owner says.",
            "five more months",
            "eight months",
        ),
        ("When the boiler burst, 25 mill hands were sent away unpaid.", "25", "38"),
        ("The mill owns five stores for flour on the quay.", "five", "Three"),
    ],
)
def test_a_figure_that_does_not_answer_how_many(text: str, mine: str, right: str) -> None:
    """In other words than the record's the other figure is found by asking how many it was."""
    assert (mine, right) in list(wrong(found([marks_of(MILL, "mill")], text, "figure")))


@pytest.mark.parametrize(
    "text",
    [
        "According to inspectors the boiler would last for eight more months, its owner says.",
        "When the boiler burst, nearly 40 mill hands were sent away unpaid.",
        "The mill, which is run by two brothers, has stores for flour on the quay.",
    ],
)
def test_a_figure_that_answers_how_many(text: str) -> None:
    """Told in other words or of something else it is not held against the draft."""
    assert not list(wrong(found([marks_of(MILL, "mill")], text, "figure")))
