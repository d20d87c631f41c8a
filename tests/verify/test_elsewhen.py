"""How much less a document counts against a draft, the further it is from it in time."""

from __future__ import annotations

from math import inf, log2

import pytest

from onix.verify.facts.elsewhen import doubts_of
from tests.verify.test_facts import marks_of

TOLD = "“We had candles in every room of the town hall,” the clerk told the hearing."


def test_doubt_grows_with_the_days_between() -> None:
    """Two days are of one story; each doubling counts; two months are another time."""
    draft = marks_of("The clerk spoke of candles.", "draft", "2025-06-04")
    days = ("2025-06-05", "2025-06-02", "2025-05-30", "2025-05-05", "2025-03-01")
    near, nearly, week, month, spring = doubts_of(
        draft, [marks_of(TOLD, day, day) for day in days]
    ).values()
    assert (near, nearly, spring) == (0, 0, inf)
    assert month / week == pytest.approx(log2(30 / 2) / log2(5 / 2))


def test_what_is_quoted_is_not_doubted() -> None:
    """Whoever prints the very words of a hearing tells of that hearing."""
    draft = marks_of(f"It was dark. {TOLD}", "draft", "2025-06-04")
    assert doubts_of(draft, [marks_of(TOLD, "old", "2020-06-04")]) == {"old": 0}
