"""A thing or body that a text goes on about: "it", "the bridge", "the company"."""

from __future__ import annotations

import re

import pytest

from onix.model import Document, Marks
from onix.reading import NewsReader
from onix.reading.events.things import Things
from onix.reading.neural.syntax import Parser

PARSER = Parser()
READER = NewsReader()


def read(text: str) -> Marks:
    """Give the marks of a text."""
    document = Document("d", "article", text, published="2025-03-12", language="en")
    return next(iter(READER.read([document])))


def meant(text: str, name: str, things: Things | None = None) -> list[str]:
    """Give the words by which a text means what it has named."""
    marks = read(text)
    named = [marks.document.span(*each.span()) for each in re.finditer(name, text)]
    found = (things or Things(name)).meant(marks, PARSER.parse, named)
    assert all(each.name == name for each in found)
    return [each.span.text for each in found]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        # its own noun, also behind a sentence about something else
        ("The Tolm Bridge fell. Nobody was hurt. The bridge was new.", "Tolm Bridge", "The bridge"),
        # what the text says it is
        ("The ferry Selma sank. Rain fell. The ferry was old.", "Selma", "The ferry"),
        # what it may be, right after a sentence about it
        ("The Riva 3 sold well. The phone was cheap.", "Riva 3", "The phone"),
        ("The Tolm Bridge fell. It was closed in 1990.", "Tolm Bridge", "It"),
        ("Corvo Foods said it had sold a mill.", "Corvo Foods", "it"),
        ("Corvo Foods sold a mill. The company kept the land.", "Corvo Foods", "The company"),
        ("Workers have left the Tolm Mill since its sale.", "Tolm Mill", "its"),
    ],
)
def test_a_thing_is_followed_as_it_and_by_what_it_is(text: str, name: str, words: str) -> None:
    """As long as nothing else can be meant."""
    assert meant(text, name) == [words]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Tolm Bridge fell. The mayor came. It was a Monday.", "Tolm Bridge"),
        ("The Tolm Bridge fell. It was clear that rust was to blame.", "Tolm Bridge"),
        ("The Tolm Bridge fell. The Lenn Bridge held. The bridge was new.", "Tolm Bridge"),
        ("The Tolm Bridge fell. The old bridge had been better.", "Tolm Bridge"),
        ("The Riva 3 sold well. The company was glad.", "Riva 3"),
        ("Corvo hired a pilot. The country was poor.", "Corvo"),
        ("Corvo sold a Corvo jet. Two men died. The jet was new.", "Corvo"),
        ("Corvo hired a pilot. Norla Air grew and the company sold a jet.", "Corvo"),
        ("Corvo hired a pilot. Norlair has tried this; the company was fined.", "Corvo"),
        ("The Corvo board met. Two men died. The board was new.", "Corvo"),
        ("A phone rang. The Riva 3 sold well. The phone rang again.", "Riva 3"),
    ],
)
def test_what_may_be_something_else_is_left_open(text: str, name: str) -> None:
    """Another bridge, the maker of a phone, a day."""
    assert meant(text, name) == []


def test_what_one_text_calls_it_another_may_too() -> None:
    """A probe in one paper is a probe in the next."""
    things = Things("Selma 2")
    assert meant("The agency launched its Selma 2 probe.", "Selma 2", things) == []
    text = "Contact with Selma 2 was lost. Engineers found the probe."
    assert meant(text, "Selma 2", things) == ["the probe"]


def test_what_is_not_named_is_not_meant() -> None:
    """No name, no "it"."""
    assert meant("It fell.", "Tolm Bridge") == []
