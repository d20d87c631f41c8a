"""Two versions side by side: what they are called, and that each side is its own text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onix.jobs.compare import compare
from onix.jobs.compare.page import page
from onix.jobs.compare.saying import names_of, side_runs
from tests.jobs.compare.plans import NEW, OLD, plan


def test_each_side_is_the_text_of_its_version() -> None:
    """To the character, also where a word before a full stop came, or a point was merged."""
    old = OLD.replace("4. Fees for fishing boats are", "4. Fees of all boats")
    found = compare(plan(old, "old"), plan(NEW, "new"))
    for change in found.changes:
        for side, span in enumerate((change.before, change.after)):
            told = "".join(text for _, text in side_runs(change, side))
            assert told == (span.text if span else "")


def test_what_only_one_side_has_is_marked_on_it() -> None:
    """Without the spaces around it, and without a stray one on the other side."""
    old, new = "1. Boats wait outside the mole.\n", "1. Boats wait outside the mole at night.\n"
    (change,) = compare(plan(old, "old"), plan(new, "new")).changes
    assert list(side_runs(change, 0))[-1] == ("same", ".")
    assert ("come", "at night") in list(side_runs(change, 1))
    assert "outside the mole.</td>" in page([compare(plan(old, "old"), plan(new, "new"))])


@pytest.mark.parametrize(
    ("addresses", "said"),
    [
        (("/plans/may.md", "/plans/june.md"), ("The plan (may.md)", "The plan (june.md)")),
        (("/may/plan.md", "/june/plan.md"), ("The plan (old)", "The plan (new)")),
        ((None, None), ("The plan (old)", "The plan (new)")),
    ],
)
def test_versions_with_one_title_are_told_apart(
    addresses: tuple[str | None, str | None], said: tuple[str, str]
) -> None:
    """By their files, else as the old and the new one; no folder is told."""
    old, new = (
        replace(plan(OLD, name), title="The plan", address=address)
        for name, address in zip(("old", "new"), addresses, strict=True)
    )
    assert names_of(old, new) == said
    assert names_of(old, replace(new, title="Another plan"))[1] == "Another plan"
