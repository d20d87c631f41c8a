"""Is each point paired with what became of it, though a look-alike stands beside it?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.jobs.compare import compare
from onix.jobs.compare.learned import pair_weights
from onix.jobs.compare.pairs.signs import SIGNS, apart, signs
from onix.jobs.compare.pairs.splitting import PART
from onix.jobs.compare.pairs.standing import NOBODY, STANDING, across, ahead, neighbours, usual
from onix.model import Comparison
from tests.jobs.compare.plans import plan

OLD = """Rules of the museum

1. The museum is open from ten to five, except on Mondays.
2. Dogs are not admitted.
3. Visitors leave umbrellas and bags at the cloakroom.
4. Pictures may be photographed without a flash.
5. School classes are shown round free of charge.
6. The restorer decides which pictures may be lent.
"""
NEW = """Rules of the museum

1. Classes pay nothing for a guided tour.
2. Taking photographs is permitted as long as no flash is used.
3. The café closes an hour before the museum.
4. Guests hand in what they carry, bags and umbrellas above all, on arrival.
5. On loans of paintings, the restorer has the last word.
6. Opening hours are from eleven to six, Tuesday to Sunday.
"""


def became(found: Comparison) -> dict[str, str]:
    """The beginning of each old point with that of what became of it."""
    return {
        each.before.text[:10]: each.after.text[:10] if each.after else ""
        for each in found.changes
        if each.before
    }


def test_points_told_anew_in_another_order_are_found() -> None:
    """Hardly a word is shared, and no point stands where it stood; dogs are gone."""
    found = became(compare(plan(OLD, "old"), plan(NEW, "new")))
    assert found == {
        "The museum": "Opening ho",
        "Dogs are n": "",
        "Visitors l": "Guests han",
        "Pictures m": "Taking pho",
        "School cla": "Classes pa",
        "The restor": "On loans o",
    }


def test_pairs_are_the_same_from_either_side() -> None:
    """Who compares the new version with the old one finds the same points to be one."""
    there = compare(plan(OLD, "old"), plan(NEW, "new")).changes
    back = compare(plan(NEW, "new"), plan(OLD, "old")).changes
    assert {(each.before, each.after) for each in there} == {
        (each.after, each.before) for each in back
    }


def test_a_short_point_put_behind_a_long_one_is_merged() -> None:
    """The long one is all but the same, and has the short one nevertheless."""
    long = (
        "The warden keeps a book of all boats that lie on the lake in winter, with their owners, "
        "the day on which they were laid up, the place and what was paid for it, and shows it to "
        "everybody who asks for it at the boathouse on a Sunday morning."
    )
    old = f"1. Oars are kept dry.\n2. {long}\n3. A copy costs a crown.\n4. Swans are fed.\n"
    new = f"1. Oars are kept dry.\n2. {long} A copy costs a crown.\n3. Swans are fed.\n"
    found = compare(plan(old, "old"), plan(new, "new")).changes
    assert [each.kind for each in found] == ["unchanged", "merged", "merged", "renumbered"]


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("1. The bell is rung at noon.", "1. The bell is rung at one.", ["reworded"]),
        ("1. The bell is rung at noon.", "1. Herrings are sold by weight.", ["dropped", "new"]),
    ],
)
def test_a_lone_point_is_not_paired_for_want_of_others(
    old: str, new: str, kinds: list[str]
) -> None:
    """That nothing else is as like it makes two points of different matters no pair."""
    found = compare(plan(f"{old}\n", "old"), plan(f"{new}\n", "new")).changes
    assert sorted(each.kind for each in found) == kinds


def test_every_sign_has_its_weight() -> None:
    """The weights that are shipped are of the signs that the code has, in their order."""
    weights = pair_weights()
    assert list(weights.alike) == ["always", *SIGNS]
    assert list(weights.standing) == ["always", *STANDING]
    assert list(weights.part) == ["always", *PART]


def test_signs_are_the_same_from_either_side() -> None:
    """Numbers in words and names count as such, whichever version is the old one."""
    old = ["The port of Marl pays nine crowns.", "No anchor is dropped."]
    new = ["We owe Marl 9 crowns.", "Ten pilots are hired.", "Anchors stay up."]
    there, back = signs(old, new, ["It rains."]), signs(new, old, ["It rains."])
    assert np.allclose(there, back.transpose(1, 0, 2), atol=1e-5)
    named = dict(zip(SIGNS, there[0, 0], strict=True))
    assert (named["number"], named["another number"], named["names"]) == (1, 0, 1)
    assert there[0, 1, SIGNS.index("another number")] == 1


def test_what_points_have_in_common_is_taken_away() -> None:
    """Vectors that all lean one way point apart afterwards; a lone one still points its way."""
    leaning = np.array([[1, 0.1, 0], [1, -0.1, 0], [1, 0, 0.1]], dtype=np.float32)
    assert (leaning @ leaning.T).min() > 0.98
    after = apart(leaning)
    assert (after @ after.T).min() < 0.8
    lone = np.array([[0.6, 0.8, 0]], dtype=np.float32)
    assert np.allclose(apart(lone), lone, atol=1e-6)


ODDS = st.lists(st.lists(st.floats(-12, 12), min_size=3, max_size=3), min_size=1, max_size=5)


@given(ODDS)
def test_only_the_best_of_a_row_is_ahead(rows: list[list[float]]) -> None:
    """Every other is behind it by what it lacks, and none is ahead of less than nobody."""
    odds = np.array(rows)
    found = ahead(odds)
    for row, values in zip(odds, found, strict=True):
        best = int(row.argmax())
        assert all(value <= 0 for at, value in enumerate(values) if at != best)
        assert values[best] <= row[best] - NOBODY


def test_what_lies_across_two_points_speaks_against_them() -> None:
    """Three pairs in order: a pair of the first and the last goes across all that is between."""
    table = np.expm1(across([(1, 1), (2, 2), (3, 3)], [0, 4], [0, 4]))
    assert table.round().tolist() == [[0, 3], [3, 0]]
    assert pair_weights().standing["across"] < 0


def test_neighbours_count_on_the_same_side_only() -> None:
    """A pair before both points speaks for them; one before the one, behind the other does not."""
    table = neighbours([(0, 4), (2, 6)], [1, 3], [3, 5])
    assert table[0, 1] == pytest.approx(2.0)
    assert table[1, 0] == 0.0
    assert 0.0 < table[0, 0] == table[1, 1] < 1.0  # on the same side, but farther on one


def test_how_alike_pairs_usually_are_counts_twins() -> None:
    """With many twins the usual pair is very like; without any pair there is nothing usual."""
    odds = np.array([[2.0, 0.0], [0.0, 40.0]])
    assert usual(odds, [(0, 0)], 0) == 2.0
    assert usual(odds, [(0, 0), (1, 1)], 2) == pytest.approx(8.0)
    assert usual(odds, [], 0) == 0.0
