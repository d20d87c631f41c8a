"""What the first of somebody's names tells of whether they are "he" or "she"."""

from __future__ import annotations

import pytest

from onix.reading.names.genders import gender_of_name
from onix.reading.words import words_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Meghan", "f"),
        ("Phillip Lund", "m"),
        ("Ann-Marie Lund", "f"),
        ("LaTonya Lund", "f"),
        ("S. Donald Lund", "m"),
        ("Dawn Lund", "f"),
        ("Clinton Lund", "m"),
    ],
)
def test_a_first_name_tells(name: str, expected: str) -> None:
    """Also a doubled one, and one with a capital inside."""
    assert gender_of_name(name) == expected


@pytest.mark.parametrize("name", ["Dawn", "Clinton", "Jackson", "Hope"])
def test_a_word_alone_may_be_anything(name: str) -> None:
    """Clinton said so, and is no man for that."""
    assert gender_of_name(name) is None


def test_a_family_name_that_stands_first_tells_nothing() -> None:
    """A Kim of Korea is no woman by that name."""
    assert gender_of_name("Kim Jong Un") is None
    assert gender_of_name("Kim Yo-jong") is None
    assert gender_of_name("Kim Lund") == "f"


def test_no_first_name_tells_both() -> None:
    """Each stands in one list."""
    kinds = ("female", "male", "either", "female_or_word", "male_or_word")
    lists = [words_of("first_names", kind) for kind in kinds]
    assert sum(map(len, lists)) == len(frozenset().union(*lists))
