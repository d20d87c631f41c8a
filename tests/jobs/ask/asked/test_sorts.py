"""Which sort of value a question asks for is known by its words."""

from __future__ import annotations

import pytest

from onix.jobs.ask.asked.sorts import Sort, may_hold, sort_of
from tests.jobs.ask.asking import asked


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("What share of the members backed the merger?", "share"),
        ("What is the percentage of pupils who stay at home?", "share"),
        ("How many percent did the rents rise?", "share"),
        ("At what sum is the altar valued?", "money"),
        ("What was the fine for the yard?", "money"),
        ("How much is the jackpot?", "money"),
        ("How much is the county paying for the hall?", "money"),
        ("How much compensation do the tenants get?", "money"),
        ("How many euros does a ticket cost?", "money"),
        ("How many kwacha does a ticket cost?", "money"),
        ("How much of the bill does the county pay?", "amount"),
        ("By how much did the rents rise?", "amount"),
        ("How much water may the mill draw?", "amount"),
        ("How many kilometres long is the ditch?", "measure"),
        ("How deep was the ditch?", "size"),
        ("How tall is the mill?", "size"),
        ("How far is the mill?", None),
        ("How many pupils stayed at home?", "number"),
        ("How many shares of the yard did she buy?", "number"),
        ("How many times did the bell ring?", "number"),
        ("How many years did the repair take?", "length"),
        ("How much time did the repair take?", "length"),
        ("How long did the repair take?", "length"),
        ("How long is the ditch?", "extent"),
        ("How long were the pupils stuck in the mill?", "length"),
        ("How long was she ill?", "length"),
        ("How long were they in the ditch?", "length"),
        ("At what time did the bell ring?", "clock"),
        ("When did the bell ring?", "time"),
        ("On what day did the bell ring?", "day"),
        ("What is the date of the fair?", "time"),
        ("In which month did the bell ring?", "month"),
        ("In which year did the bell ring?", "year"),
        ("In which part of the hall did it burn?", None),
        ("What did the mayor say?", None),
        ("Who paid the fine?", None),
        ("What is the mayor afraid of?", None),
    ],
)
def test_a_question_asks_for_a_sort_of_value(question: str, sort: Sort | None) -> None:
    """By the noun asked for, by its unit, by a verb of paying; none where any words may answer."""
    assert sort_of(asked(question)) == sort


@pytest.mark.parametrize(
    ("sort", "text", "may"),
    [
        ("share", "A third of them stayed.", True),
        ("share", "Some 300 of them stayed.", False),
        ("clock", "The bell rang at 6.40.", True),
        ("clock", "The bell rang on 3 May.", False),
        ("number", "None of them stayed.", True),
        ("number", "The pupils stayed.", False),
        (None, "The pupils stayed.", True),
    ],
)
def test_a_text_without_such_words_holds_no_value_of_a_sort(
    sort: Sort | None, text: str, may: bool
) -> None:
    """Such a text need not be read."""
    assert may_hold(sort, text) == may


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("How long were the miners trapped in the shaft?", "length"),
        ("How long was Ann Lee minister?", "length"),
        ("How long is the bridge?", "extent"),
    ],
)
def test_how_long_asks_for_time_where_somebody_does_it(question: str, sort: Sort) -> None:
    """A bridge may be long in metres, a stay only in hours."""
    assert sort_of(asked(question)) == sort
