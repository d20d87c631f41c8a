"""What the record leaves open is not told flatly, and nothing else is taken for told flatly."""

from __future__ import annotations

import pytest

from onix.model import Marks
from tests.verify.test_facts import found, marks_of, wrong

WEIR = (
    "Residents accuse the water board of opening the upper weir at night.\n\n"
    "The council has not said whether the rowing club will keep its boathouse.\n\n"
    "Inspectors believe the cracked gate was welded in a yard at Odda.\n\n"
    "Liv Aasen said she would appeal to the county court before the end of March.\n\n"
    "The barge was lifted by two cranes, so that the divers could reach the turbine hall.\n\n"
    "Nine months after he agreed to let engineers study whether the bedrock might hold a second "
    "tunnel, Mayor Olsvik lost the vote.\n\n"
    "The former keeper, Per Dahl, is not accused of neglecting the pumps.\n"
)


@pytest.fixture(scope="module")
def weir() -> list[Marks]:
    """A report of a weir of which much is not known."""
    return [marks_of(WEIR, "weir", "2025-06-03")]


@pytest.mark.parametrize(
    "text",
    [
        "The rowing club will keep its boathouse.",
        "The cracked gate was welded in a yard at Odda.",
        "Liv Aasen has appealed to the county court.",
    ],
)
def test_what_is_not_known_believed_or_to_come(weir: list[Marks], text: str) -> None:
    """It is not told as known, as a fact or as done."""
    assert list(wrong(found(weir, text, "hedge")))


@pytest.mark.parametrize(
    "text",
    [
        "Residents blame the water board for opening the upper weir at night.",
        "According to residents, the water board opened the upper weir at night.",
        "If the rowing club keeps its boathouse, the council will pay.",
        "The inspectors take the cracked gate for one welded in a yard at Odda.",
        "Liv Aasen will appeal to the county court.",
        "The divers reached the turbine hall after two cranes had lifted the barge.",
        "Mayor Olsvik lost the vote nine months after he let engineers study the bedrock.",
        "Per Dahl, the former keeper, is under no accusation.",
    ],
)
def test_no_alarm_at_what_is_in_order(weir: list[Marks], text: str) -> None:
    """A claim in other words, a condition, a plan, what was possible, what is known for sure."""
    assert not list(wrong(found(weir, text, "hedge")))


def test_a_noun_tells_nothing(weir: list[Marks]) -> None:
    """What stands beside a noun to say what it is leaves nothing open, and states nothing."""
    text = "Divers went down to it again, a cracked gate from a yard at Odda, on Sunday."
    assert not list(wrong(found(weir, text, "hedge")))
