"""A value of another sort than the one asked for is no answer, and the right one beside it is."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.fitting import able, of_their_sort
from onix.jobs.ask.windows import Window
from onix.model import Citation, Marks, Span
from onix.reading import NewsReader
from onix.reading.neural.comprehension import Stretch
from tests.jobs.ask.asking import asked
from tests.record.making import article


def window_of(text: str) -> tuple[Window, Marks]:
    """A window of one sentence, and the marks of its document."""
    (marks,) = NewsReader().read([article(text, published="2025-03-15")])
    whole = Span(marks.document.id, 0, len(text), text)
    return Window(whole, (whole,), whole, Citation(whole), (), 0), marks


def mended(question: str, text: str, read: str) -> tuple[str, float]:
    """Give the words that answer where the reader has read these, and their margin."""
    window, marks = window_of(text)
    start = text.index(read)
    stretch = Stretch(start, start + len(read), 5.0, (1.0, 0.0, 0.0))
    (found,) = of_their_sort(asked(question), [window], [stretch], lambda _: marks)
    return text[found.start : found.end], found.margin


@pytest.mark.parametrize(
    ("question", "text", "read", "right"),
    [
        (
            "What is the top speed of the train?",
            "The train has a range of 120 kilometres and runs at 160 km/h.",
            "120 kilometres",
            "160 km/h",
        ),
        (
            "What is the top speed of the train?",
            "The train runs 120 kilometres at up to 90 miles an hour.",
            "120 kilometres",
            "90 miles an hour",
        ),
        (
            "At what sum is the altar of Dunmore valued?",
            "The altar of Dunmore, which weighs 90 kilos, is valued at 40,000 euros.",
            "90 kilos",
            "40,000 euros",
        ),
        (
            "What share of the growers backed the walkout?",
            "The growers backed the walkout with a large majority, 71% of them for it.",
            "a large majority",
            "71%",
        ),
        (
            "What portion of the fees goes to the parish?",
            "Of the fees, which came to 12,000 crowns, a fifth goes to the parish.",
            "12,000 crowns",
            "a fifth",
        ),
        (
            "What price per share is Corrin offering?",
            "Corrin is offering 12.50 euros a share, which values the mill at 90 million euros.",
            "90 million euros",
            "12.50 euros",
        ),
        (
            "How much does the union want for each driver?",
            "The union wants 900,000 crowns, so that each driver gets 150 crowns.",
            "900,000 crowns",
            "150 crowns",
        ),
        (
            "How many patients have died?",
            "One more patient has died, which brings the number of deaths to three.",
            "One more",
            "three",
        ),
        (
            "How many patients have died?",
            "A fourth patient, of 58, has died in one of the two wings.",
            "fourth patient",
            "fourth patient",
        ),
        (
            "How many years was the bridge closed?",
            "The bridge, used by 400 cars, was closed for six years.",
            "400",
            "six years",
        ),
        (
            "At what time did the siren sound?",
            "The siren, which is tested every Friday, sounded at 6.40 am.",
            "Friday",
            "6.40 am",
        ),
        (
            "On what date did the mill close?",
            "The mill, which was idle in April, closed on 3 May.",
            "April",
            "3 May",
        ),
        (
            "On which day did the mill close?",
            "The mill closed at 8 a.m. because the council had said so on Friday.",
            "8 a.m.",
            "Friday",
        ),
        (
            "In which year was the mill built?",
            "The mill, closed on Friday, was built in 1911.",
            "Friday",
            "1911",
        ),
        (
            "When was the mill burned down?",
            "The mill was burned down on Monday night, and a march was held.",
            "a march",
            "Monday night",
        ),
    ],
)
def test_the_value_of_the_right_sort_takes_the_place_of_another(
    question: str, text: str, read: str, right: str
) -> None:
    """A sum is no weight, a share no number, and a price per share no total."""
    assert mended(question, text, read)[0].startswith(right)
    assert mended(question, text, right) == (right, 5.0)


@pytest.mark.parametrize(
    ("question", "text", "read", "right"),
    [
        (
            "How many pupils stayed at home?",
            "Eleven of the 26 pupils stayed at home.",
            "Eleven of the 26 pupils",
            "Eleven",
        ),
        (
            "How much does the roofer demand besides his fees?",
            "The roofer demands $5 million and the return of the $220,000 in fees.",
            "$5 million and the return of the $220,000",
            "$5 million",
        ),
        (
            "How many lorries crossed the bridge?",
            "Between 40 and 60 lorries crossed the bridge.",
            "40 and 60 lorries",
            "40 and 60 lorries",
        ),
    ],
)
def test_of_several_values_that_were_read_one_answers(
    question: str, text: str, read: str, right: str
) -> None:
    """But the two ends of a range belong together."""
    assert mended(question, text, read) == (right, 5.0)


@pytest.mark.parametrize(
    ("question", "text", "read"),
    [
        ("How many of the pupils stayed?", "None of the pupils stayed at home.", "None"),
        ("How long was the mill closed?", "The mill was closed indefinitely.", "indefinitely"),
        ("How long was the mill closed?", "It was closed for the best part of a year.", "a year"),
        ("What sum must the mill pay?", "The mill has to pay Rs 15 lakh by May.", "Rs 15 lakh"),
        ("What share backed Lee?", "The first survey put Lee at 40.", "40"),
        ("At what hour did it ring?", "The bell rang at about four.", "about four"),
        ("When did the mill close?", "It closed once the ice broke.", "once the ice broke"),
        ("When did the mill close?", "It closed at 11.20, as planned.", "11.20"),
        ("On what day did the mill close?", "It closed on the 19th, a Sunday.", "the 19th"),
        ("Who closed the mill?", "Ann Lee closed the mill for 40,000 euros.", "Ann Lee"),
    ],
)
def test_what_answers_without_a_figure_is_left_alone(question: str, text: str, read: str) -> None:
    """ "None" says how many, and "indefinitely" how long."""
    assert mended(question, text, read) == (read, 5.0)


def test_where_no_value_of_the_sort_stands_nothing_is_sure() -> None:
    """Words that cannot answer are no answer, whatever the reader thinks of them."""
    text = "The altar of Dunmore weighs 90 kilos."
    assert mended("At what sum is the altar valued?", text, "90 kilos")[1] < -10


def test_only_windows_that_hold_such_a_value_are_read() -> None:
    """So that the next one is, where the best by its words tells no price."""
    question = asked("At what sum is the altar valued?")
    for text, holds in (
        ("The altar of Dunmore weighs 90 kilos.", False),
        ("Experts value it at 40,000 euros.", True),
    ):
        window, marks = window_of(text)
        found = able(question, [window], lambda _, marks=marks: marks)  # type: ignore[misc]
        assert bool(found) == holds
