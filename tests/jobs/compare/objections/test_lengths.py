"""How long something takes is known in any words, and shows which point is meant."""

from __future__ import annotations

import pytest

from onix.jobs.compare.objections.lengths import lengths
from onix.jobs.compare.objections.references import Around, Plan
from onix.jobs.compare.points.points import find_points
from tests.jobs.compare.plans import plan


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("within 24 months of the sale", ("month", 24.0)),
        ("the two-year limit", ("month", 24.0)),
        ("a year and a half for the roof", ("month", 18.0)),
        ("half a year’s notice", ("month", 6.0)),
        ("within a fortnight", ("day", 14.0)),
        ("two weeks", ("day", 14.0)),
        ("an eleven-hour day", ("hour", 11.0)),
    ],
)
def test_a_length_in_any_words(words: str, length: tuple[str, float]) -> None:
    """Years are counted in months, weeks in days."""
    assert lengths(words) == {length}


def test_last_year_has_no_length() -> None:
    """Nor has a month by its name."""
    assert lengths("Last year, in May, the month of months, it rained.") == set()


def test_a_point_is_known_by_how_long_it_gives() -> None:
    """The two-year limit is the one of “within 24 months”; what two points have shows neither."""
    text = "1. The boathouse is bought within 24 months.\n2. Staff stay for 12 months.\n"
    points = Plan(find_points(plan(text + "3. Lamps are lit for 12 months.\n")).points)
    said = ["She rejects the two-year limit.", "A year is too short, she says."]
    evidence = points.evidence(said, [Around(), Around()])
    assert evidence["length"].tolist() == [[1.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
