"""What an outlet took back is wrong in a draft, whoever else took it over."""

from __future__ import annotations

import pytest

from onix.model import Marks
from onix.verify.facts import verify_facts
from tests.verify.test_facts import found, marks_of, wrong

CORRECTED = (
    "The utility of Halm will pay every household 400 crowns, it said on Tuesday. "
    "Some 12,600 households are in line for the money.\n\n"
    "Correction: This article earlier gave the number of households as 16,200. It is 12,600. "
    "An earlier version of this article said that the well was closed on March 3, not March 13.\n"
)


@pytest.fixture(scope="module")
def record() -> list[Marks]:
    """An article that was corrected, and one that was not."""
    echo = "Some 16,200 households in Halm are to be paid by the utility, the Echo has learned.\n"
    return [
        marks_of(CORRECTED, "corrected", outlet="Halm Post"),
        marks_of(echo, "echo", outlet="Echo"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "mine", "right"),
    [
        ("About 16,200 households will be paid, it is understood.", "figure", "16,200", "12,600"),
        ("The well in Halm was closed on March 3.", "date", "March 3", "March 13"),
    ],
)
def test_what_was_taken_back_is_wrong(
    record: list[Marks], text: str, kind: str, mine: str, right: str
) -> None:
    """With what is right instead, and the correction itself."""
    assert list(wrong(found(record, text, kind))) == [(mine, right)]
    (verdict,) = (each for each in found(record, text, kind) if each.label == "contradicted")
    assert verdict.why == "the outlet took this back"
    assert verdict.evidence[0].span.document_id == "corrected"
    assert mine in verdict.evidence[0].span.text and right in verdict.evidence[0].span.text


@pytest.mark.parametrize(
    "text",
    [
        "Some 12,600 households in Halm will be paid.",
        "The dam holds 16,200 litres of oil, divers found.",
        "“We are 16,200 households,” said the mayor.",
    ],
)
def test_what_is_right_or_of_something_else_was_not_taken_back(
    record: list[Marks], text: str
) -> None:
    """The same number of other things is nobody's mistake."""
    verdicts = verify_facts(marks_of(text, "draft", "2025-06-04"), record)
    assert "the outlet took this back" not in {each.why for each in verdicts}
