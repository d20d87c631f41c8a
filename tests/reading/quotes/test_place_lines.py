"""A story's place before a colon says nothing: "TORBURY: A ferry will run again …"."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading.reader import NewsReader


def sources(text: str) -> list[str]:
    """Give the words that name who is quoted in an article, in order."""
    (marks,) = NewsReader().read([Document("d", "article", text, published="2025-10-19")])
    return [each.source[0].text for each in marks.quotes if each.source]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("TORBURY: A ferry will run again from Monday, the council said.", ["the council"]),
        ("A ferry again\n\nTORBURY: “It will run again,” Ann Lee said.", ["Ann Lee"]),
        ("NEW SOLLEN: The court closed the road on Friday.", []),
    ],
)
def test_the_place_of_a_story_says_nothing(text: str, named: list[str]) -> None:
    """Whoever is named behind it does."""
    assert sources(text) == named


def test_those_who_speak_by_labels_do() -> None:
    """A second label shows that the first is no place."""
    found = sources("SMITH: It rained on the bridge.\n\nJONES: It rained all day.")
    assert found == ["SMITH", "JONES"]
