"""Who is called by what they did, read with everything on."""

from __future__ import annotations

import pytest

from tests.reading.speakers.test_families import said


@pytest.mark.parametrize(
    ("deed", "noun"),
    [
        ("Karl Lind founded the firm with Ann Lee.", "the founder"),
        ("Karl Lind has since bought the mill. Ann Lee left.", "the owner"),
        ("Karl Lind, who wrote the book, met Ann Lee.", "the author"),
        ("Karl Lind wrote and directed it. Ann Lee left.", "the director"),
        ("Karl Lind was arrested in May. Ann Lee left.", "the suspect"),
        ("Police charged Karl Lind with theft. Ann Lee left.", "the defendant"),
        ("Karl Lind lives here. He founded the firm. Ann Lee left.", "the founder"),
    ],
)
def test_somebody_is_called_by_a_deed(deed: str, noun: str) -> None:
    """The text need not say what they are by it."""
    assert said(f"{deed}\n\n“It is late,” {noun} said.")[noun] == "Karl Lind"


@pytest.mark.parametrize(
    "told",
    [
        "Karl Lind founded the firm. Ann Lee founded the mill.",
        "The firm was founded by nobody. Karl Lind met Ann Lee.",
    ],
)
def test_it_is_left_open_where_it_may_be_another(told: str) -> None:
    """Two may have done the same, and what was done by nobody is nobody's deed."""
    assert said(f"{told}\n\n“It is late,” the founder said.")["the founder"] is None
