"""What is only written another way is the same; what is another word is not."""

from __future__ import annotations

import pytest

from onix.reading.words import sections
from onix.verify.spellings import are_drawn_together, are_same, is_number


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("neighbour", "neighbor"),
        ("organised", "organized"),
        ("centre", "center"),
        ("travelling", "traveling"),
        ("defence", "defense"),
        ("grey", "gray"),
        ("500", "five hundred"),
        ("5 hundred", "500"),
        ("twenty-five", "25"),
        ("a hundred and ten".removeprefix("a "), "110"),
        ("3 million", "3,000,000"),
        ("nineteen eighty-four", "1984"),
        ("7%", "7 percent"),
        ("7 per cent", "7%"),
        ("seven per cent", "7 percent"),
        ("$5 million", "5 million dollars"),
        ("No. 1", "number one"),
        ("3rd", "third"),
        ("21st", "twenty-first"),
        ("102nd", "hundred and second"),
        ("pre-existing", "preexisting"),
        ("U.S.", "US"),
        ("Gov.", "Governor"),
        ("OK", "okay"),
        ("’em", "them"),
        ("they’re", "there"),
        ("recieve", "receive"),
    ],
)
def test_these_are_written_another_way(one: str, other: str) -> None:
    """Spelling, digits, signs, hyphens and usual abbreviations change no word."""
    assert are_same(one, other)
    assert are_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("500", "600"),
        ("3 million", "3 billion"),
        ("no", "now"),
        ("want", "wants"),
        ("Iran", "Iraq"),
        ("dollars", "euros"),
        ("don’t", "do not"),
        ("filled", "filed"),
        ("four", "for"),
        ("1.5", "15"),
        ("21st", "22nd"),
        ("3rd", "3"),
        ("320,000", "330,000"),
    ],
)
def test_these_are_other_words(one: str, other: str) -> None:
    """Another number, form, name or unit is a difference."""
    assert not are_same(one, other)
    assert not are_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("don’t", "do not"),
        ("they’ll", "they will"),
        ("gonna", "going to"),
        ("whos", "who is"),
        ("will", "I’ll"),
    ],
)
def test_contractions_are_told_from_other_words(one: str, other: str) -> None:
    """Drawn together or written out, it is the same sense, though not the same words."""
    assert are_drawn_together(one, other)


@pytest.mark.parametrize(("one", "other"), [("not", "don’t"), ("would", "I’ll"), ("is", "Marsh’s")])
def test_the_rest_of_a_word_is_not_the_word(one: str, other: str) -> None:
    """Only a verb behind its pronoun stands alone where a sentence is quoted from there on."""
    assert not are_drawn_together(one, other)


@pytest.mark.parametrize("word", ["7", "seven", "1,000", "third", "Million", "hundreds"])
def test_numbers_are_known(word: str) -> None:
    """In digits or in words."""
    assert is_number(word)


@pytest.mark.parametrize("name", ["speech", "spelling"])
def test_the_lists_are_not_empty(name: str) -> None:
    """Every section has entries, and every pair has two sides."""
    assert all(sections(name).values())
    pairs = [each for entries in sections(name).values() for each in entries if "=" in each]
    assert all(len([side for side in each.split("=") if side.strip()]) == 2 for each in pairs)
