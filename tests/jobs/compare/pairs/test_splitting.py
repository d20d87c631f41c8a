"""A point that returns as half a clause of another is found where nothing else is as like it."""

from __future__ import annotations

import pytest

from onix.jobs.compare import compare
from onix.model import Comparison
from tests.jobs.compare.plans import plan

OLD = """1. The choir sings in the chapel every Sunday.
2. Complaints about noise are settled by the parish council, which meets twice a year.
3. New singers are heard by the choirmaster, who decides alone.
4. The organ may be played after nine in the evening.
"""
NEW = """1. The choir sings in the chapel every Sunday.
2. The parish council meets every month.
3. A neighbour who is disturbed by noise may complain to the parish council.
4. New singers are heard by the choirmaster.
5. The organ may be played after nine in the evening.
"""


def kinds(found: Comparison, words: str) -> list[str]:
    """What is said of the new point that begins with these words."""
    return [each.kind for each in found.changes if each.after and each.after.text.startswith(words)]


def test_half_a_clause_in_other_words_is_a_part() -> None:
    """One new point has the complaints, the other how often the council meets."""
    found = compare(plan(OLD, "old"), plan(NEW, "new"))
    assert kinds(found, "A neighbour who") == ["split"]
    assert kinds(found, "The parish council") == ["split"]
    assert kinds(found, "New singers") == ["reworded"]


@pytest.mark.parametrize("added", ["Robes are washed in spring.", "The roof will be mended."])
def test_another_rule_is_no_part(added: str) -> None:
    """What is on another matter is new."""
    found = compare(plan(OLD, "old"), plan(f"{NEW}6. {added}\n", "new"))
    assert kinds(found, added) == ["new"]


def test_the_same_pairs_are_found_from_either_side() -> None:
    """What was split one way is merged the other way."""
    there = compare(plan(OLD, "old"), plan(NEW, "new"))
    back = compare(plan(NEW, "new"), plan(OLD, "old"))
    pairs = {
        (each.before.text, each.after.text) for each in there.changes if each.before and each.after
    }
    assert pairs == {
        (each.after.text, each.before.text) for each in back.changes if each.before and each.after
    }
    merged = [each for each in back.changes if each.kind == "merged"]
    split = [each for each in there.changes if each.kind == "split"]
    assert len(merged) == len(split) == 2
