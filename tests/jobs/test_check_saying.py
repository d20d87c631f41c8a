"""A difference is told in words that show it."""

from __future__ import annotations

import pytest

from onix.jobs.check.saying import described
from onix.model import Claim, Difference, Evidence, Span, Verdict


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("It cost the town £9,000 a week.", "“£9,000 a week”"),
        ("It cost the town £9,000 per head.", "“£9,000 per head”"),
        ("It cost the town £8,000 a week.", "“£8,000”"),
    ],
)
def test_the_same_figure_is_shown_with_what_it_is_told_by(told: str, shown: str) -> None:
    """Else "the draft has £9,000, the record £9,000" tells nobody what is wrong."""
    sentence = Span("d", 100, 100 + len(told), told)
    start = told.index("£")
    difference = Difference("unit", 0, 6, "£9,000", sentence.part(start, start + len("£9,000")))
    verdict = Verdict(
        Claim("figure", "£9,000"), "contradicted", "otherwise", None, False,
        (Evidence(sentence),), (difference,),
    )  # fmt: skip
    assert described(verdict) == [f"another unit: the draft has “£9,000”, the record {shown}"]
