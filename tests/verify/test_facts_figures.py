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
