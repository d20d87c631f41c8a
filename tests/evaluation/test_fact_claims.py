"""Drafts made of claims: what is made wrong stands where it is said to."""

from __future__ import annotations

import pytest

from evaluation.fact_claims import drafts, main


def test_what_is_wrong_stands_in_the_draft() -> None:
    """And what would be right stands in the claim as it was written."""
    made = list(drafts(["06"], 1))
    errors = [(draft, error) for draft in made for error in draft.errors]
    assert len(made) > 10
    assert len({error["kind"] for _, error in errors}) > 3
    for draft, error in errors:
        assert draft.text[error["start"] : error["end"]] == error["text"]
        assert error["source"] in draft.source.text
        assert error["text"] != error["right"]


def test_chance_falls_the_same_way_each_time() -> None:
    """The same seed makes the same drafts, another others."""
    first, again, other = ([each.text for each in drafts(["14"], seed)] for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_figures_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """For all kinds, and each."""
    assert main(["--files", "06"]) == 0
    printed = capsys.readouterr().out
    assert "all: " in printed
    assert "attribution: " in printed
