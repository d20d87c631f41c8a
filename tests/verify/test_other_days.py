"""Another date of the record is the one meant where it answers when that was, and is likelier."""

from __future__ import annotations

import pytest

from onix.verify.facts import verify_facts
from onix.verify.facts.dates import dates_told
from onix.verify.facts.lines import lines_of
from onix.verify.facts.other_days import OtherDays
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.whens import when
from tests.verify.test_facts import found, marks_of, wrong

RECORD = (
    "Odd Moe's daughter Kirsten, who kept the books, went to trial on the same charges and was "
    "acquitted in August.\n\nThe line put up its fares in April.\n"
)
DRAFT = (
    "Kirsten, who was in charge of the books and stood trial on identical charges, was acquitted "
    "in {}."
)


def _against(text: str, source: str) -> str | None:
    mine = lines_of(marks_of(text, "draft", "2025-06-04"))
    lines = lines_of(marks_of(source, "one"))
    shelf = Shelf(lines, mine)
    days = OtherDays(shelf, Tellings(shelf), dates_told(lines))
    times = [one for each in mine[0].times if (one := when(each)) is not None]
    found = days.against(mine[0], times[0], days.beside(mine[0], times[0], times))
    return None if found is None else found.told.span.text


@pytest.mark.parametrize(
    ("month", "source", "expected"),
    [
        ("April", RECORD, "August"),
        ("August", RECORD, None),
        ("April", "Fares in Ulvsund rose by a tenth in August, the operator said.\n", None),
    ],
)
def test_the_date_that_is_told_of_the_same(month: str, source: str, expected: str | None) -> None:
    """Not one of another story, nor where the record has the draft's for it."""
    assert _against(DRAFT.format(month), source) == expected


def test_rows_of_a_table_have_each_their_own_day() -> None:
    """The same words beside several dates are rows, of which no sentence tells one."""
    rows = "Average price on March 30: $3.95\n\nAverage price on March 6: $2.99\n"
    marks = marks_of(rows, "draft", "2025-04-04")
    record = [marks_of("Average price on March 13: $3.63\n", "one")]
    assert not [each for each in verify_facts(marks, record) if each.label == "contradicted"]


def test_before_a_year_is_by_the_end_of_the_one_before() -> None:
    """One limit is told from its two sides."""
    source = [marks_of("“I want the debt under nine million by the end of 2028,” she said.", "one")]
    told = "She wanted the debt under nine million before {}."
    assert not list(wrong(found(source, told.format(2029), "date")))
    assert list(wrong(found(source, told.format(2031), "date")))
