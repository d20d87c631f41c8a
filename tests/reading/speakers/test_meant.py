"""Whom pronouns and descriptions outside quote marks mean: told where it is sure, else not."""

from __future__ import annotations

import pytest

from onix.reading.grammar.sentences import find_sentences
from onix.reading.quotes.quotes import find_speech
from tests.reading.speech import document, mentions


def meant(text: str) -> list[tuple[str, str | None]]:
    """Give the words that stand for somebody, with the name."""
    read = document(text)
    _, found = find_speech(read, find_sentences(read), mentions(read))
    assert all(read.text[m.span.start : m.span.end] == m.span.text for m in found)
    return [(each.span.text, each.name) for each in found]


def test_he_and_the_engineer_are_whom_the_text_names() -> None:
    """They need not say anything for it."""
    text = (
        "Tom Reyes, the chief engineer of the pier, warned the board.\n\n"
        "He resigned on Monday. The engineer now lives in Riga."
    )
    assert meant(text) == [("He", "Tom Reyes"), ("The engineer", "Tom Reyes")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The new engineer starts in May.",
        "The engineer of the bridge was not asked.",
        "Nobody wants to be the engineer.",
        "The engineer exam is hard.",
        "The carpenter was not asked.",
        "“The engineer was right,” it says.",
    ],
)
def test_what_may_be_somebody_else_is_left_open(sentence: str) -> None:
    """Another engineer, what somebody is to be, part of another noun, the words of others."""
    assert meant(f"Tom Reyes, the chief engineer, warned the board.\n\n{sentence}") == []


def test_he_is_nobody_where_two_may_be_meant() -> None:
    """Leaving it open is better than guessing."""
    assert meant("Those at the pier were Tom Reyes and Mark Dunn. He resigned on Monday.") == []


def test_a_word_before_another_noun_is_no_description() -> None:
    """ "The engineer" has to be the whole of it: "the engineer jobs" is something else."""
    lead = "Tom Reyes, the chief engineer, warned the board.\n\n"
    assert meant(f"{lead}It was about the engineer jobs of the port.") == []
    assert meant(f"{lead}The engineer wants more time.") == [("The engineer", "Tom Reyes")]


def test_a_contraction_is_a_pronoun_as_any_other() -> None:
    """ "He’s late" is told of him."""
    assert meant("Tom Reyes warned the board. He’s late.") == [("He", "Tom Reyes")]


def test_who_behind_what_somebody_is_goes_back_to_them() -> None:
    """ "Dunn is a roofer who" is about Dunn; "a friend of a man who" is about that man."""
    assert ("who", "Mark Dunn") in meant("Mark Dunn is a retired roofer who lives in Riga.")
    assert meant("Mark Dunn is a friend of a man who lives in Riga.") == []
