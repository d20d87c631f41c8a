"""What is said in the turns of a transcript: a document in, its quotes out.

Whoever writes down what is said writes in brackets what is heard beside it: "(Laughter)". Nobody
says that, so it is no part of the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from onix.model import Document, Quote, Span
from onix.reading.grammar.matcher import words_of
from onix.reading.words import words_of as listed

_IN_BRACKETS: Final = re.compile(r"\s*(?:\([^()\[\]\n]{3,60}\)|\[[^()\[\]\n]{3,60}\])\s*")
_TWO: Final = 2
_STOPS: Final = ("", *'.?!…—”"')


def quotes_of_turns(document: Document) -> list[Quote]:
    """Give what each turn says, in parts where something is heard between them."""
    found = []
    for turn in document.turns:
        said = tuple(_said(turn.span))
        if said:
            found.append(Quote("direct", said, speaker=turn.speaker, confidence=1.0))
    return found


def _said(turn: Span) -> Iterator[Span]:
    """Give the parts of a turn that somebody says; one of nothing but "(Laughter)" has none."""
    start = 0
    for match in _IN_BRACKETS.finditer(turn.text):
        if _is_heard_beside(match[0], turn.text[: match.start()]):
            yield from _part(turn, start, match.start())
            start = match.end()
    yield from _part(turn, start, len(turn.text))


def _part(turn: Span, start: int, end: int) -> Iterator[Span]:
    if turn.text[start:end].strip():
        yield turn.part(start, end)


def _is_heard_beside(brackets: str, before: str) -> bool:
    """Is it how something is said, or what is heard, and not a word put in for another?"""
    words = words_of(brackets)
    heard = listed("stage_directions", "heard")
    if len(words) == 1 and before.rstrip()[-1:] in _STOPS:
        heard |= listed("stage_directions", "alone")
    return bool(words) and (words[0] in heard or (len(words) == _TWO and words[1] in heard))
