"""A nickname in marks is part of a name, and says nothing."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading import NewsReader
from onix.reading.names.nicknames import as_elsewhere, find_nicknamed


@pytest.mark.parametrize("name", ["Mark “Red” Lund", 'Mark "Red" Lund', "Mark A. ‘Big Red’ Lund"])
def test_a_name_goes_on_behind_a_nickname(name: str) -> None:
    """In whatever marks, and without what it owns."""
    text = f"They met {name}’s son."
    assert [text[start:end] for start, end in find_nicknamed(text)] == [name]


@pytest.mark.parametrize("text", ["Mark said “Red” Lund won.", "The “Red” Lund won.", "“Red” Lund"])
def test_other_words_in_marks_are_no_nickname(text: str) -> None:
    """A known first name has to stand before them."""
    assert list(find_nicknamed(text)) == []


def test_a_nickname_is_left_out_where_the_text_does_so() -> None:
    """As the same person then has one name; else it stays, as others know them by it."""
    assert as_elsewhere("Mark “Red” Lund. Mark Lund.", "Mark “Red” Lund") == "Mark Lund"
    assert as_elsewhere("Mark “Red” Lund.", "Mark “Red” Lund") == "Mark “Red” Lund"


def test_the_family_name_is_of_whoever_has_the_nickname() -> None:
    """With everything on."""
    text = "Mark “Red” Lund, 40, a farmer, said it was late. “It was,” Lund said."
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    assert {quote.speaker for quote in marks.quotes} == {"Mark “Red” Lund"}


@pytest.mark.parametrize("title", ["Goalkeeper", "Neighbor", "Captain", "The striker"])
def test_what_somebody_is_stands_before_the_name_with_the_nickname(title: str) -> None:
    """The model takes the two for a name, and the family name for another."""
    text = f"{title} Mark “Red” Lund saved two. “I was lucky,” Lund said."
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    assert {each.name for each in marks.mentions} == {"Mark “Red” Lund"}
    assert [quote.speaker for quote in marks.quotes] == ["Mark “Red” Lund"]
