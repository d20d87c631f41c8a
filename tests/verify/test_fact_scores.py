"""Whether a result of a draft is the record's."""

from __future__ import annotations

import pytest

from onix.model import Marks
from onix.verify.facts.lines import lines_of
from onix.verify.facts.scores import Scores
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings
from tests.verify.test_facts import marks_of

MATCH = (
    "Ulvsund won the northern handball cup on Saturday, beating Port Asa 31-28 in front of 2,300 "
    "people.\n\n"
    "Port Asa led 16-13 at half-time.\n\n"
    "The council voted 7-4 for the new hall.\n"
)


@pytest.fixture(scope="module")
def match() -> list[Marks]:
    """A report of a match."""
    return [marks_of(MATCH, "match")]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Ulvsund beat Port Asa 31-26 in the northern handball cup on Saturday.", ["31-26"]),
        ("Port Asa lost to Ulvsund, 26–31, in the northern handball cup on Saturday.", ["26–31"]),
        ("Ulvsund beat Port Asa 31-28 in the northern handball cup on Saturday.", []),
        ("Port Asa lost to Ulvsund, 28–31, in the northern handball cup on Saturday.", []),
        ("Ulvsund trailed 12-16 and beat Port Asa in the northern cup on Saturday.", []),
        ("Ulvsund beat Port Asa in the northern cup; it had beaten Foss 31-20 in May.", []),
        ("The council voted 7-3 for the new hall.", ["7-3"]),
    ],
)
def test_a_result_with_one_number_right(match: list[Marks], text: str, results: list[str]) -> None:
    """One of two numbers is wrong; either may stand first, and half-time is no result."""
    mine = lines_of(marks_of(text, "draft"))
    shelf = Shelf([line for each in match for line in lines_of(each)], mine)
    scores = Scores(shelf, Tellings(shelf))
    assert [each.span.text for line in mine for each in scores.verify(line)] == results
