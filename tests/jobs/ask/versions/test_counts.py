"""What another counts otherwise, in the same text: both numbers stand side by side."""

from __future__ import annotations

import pytest

from tests.jobs.ask.asking import disputed


@pytest.mark.parametrize(
    ("question", "text", "sides"),
    [
        (
            "How many people stayed away from work in Halm?",
            "The union says that 1,400 people stayed away from work in Halm on Monday. "
            "The firm says it was fewer than 900.",
            {"1,400 people", "fewer than 900"},
        ),
        (
            "How many people marched in Halm?",
            "About 12,000 people, by the count of the police, and 30,000, by that of the unions, "
            "marched in Halm on Saturday.",
            {"About 12,000 people", "30,000"},
        ),
        (
            "How many houses in Halm have no water?",
            "The firm says that 310 houses in Halm have no water, but the mayor puts it at 600.",
            {"310 houses", "600"},
        ),
        (
            "How much will the new bridge at Halm cost?",
            "The new bridge at Halm will cost 11 million crowns, the council says. "
            "The ministry speaks of 16 million.",
            {"11 million crowns", "16 million"},
        ),
        (
            "How many protesters were at the march in Halm on Saturday?",
            "Between 9,000 people, by the count of the police, and 20,000, by that of the unions, "
            "marched in Halm on Saturday.",
            {"9,000", "20,000"},
        ),
        (
            "How many homes in Halm are flooded?",
            "How many homes in Halm are flooded is disputed. The utility speaks of 310, but the "
            "mayor, Eva Dorn, says that it’s nearer to 600.",
            {"310", "600"},
        ),
    ],
)
def test_a_number_put_against_another_stands_beside_it(
    question: str, text: str, sides: set[str]
) -> None:
    """Each by whoever holds it, in the words of one text."""
    assert disputed(question, ("Post", "2026-03-11", text)) == sides


@pytest.mark.parametrize(
    "text",
    [
        "The union says that 1,400 people stayed away from work in Halm. It says it was a record.",
        "The union says that 1,400 people stayed away from work in Halm. It says it was 900 then.",
        "The union says that 1,400 people stayed away from work in Halm. "
        "The firm says it was about 1,400.",
        "The union says that 1,400 people stayed away from work in Halm. "
        "The firm speaks of 3 million crowns lost.",
    ],
)
def test_another_number_is_not_put_against_the_first(text: str) -> None:
    """The same voice going on, the same number, or one of something else."""
    asked = "How many people stayed away from work in Halm?"
    assert not disputed(asked, ("Post", "2026-03-11", text))
