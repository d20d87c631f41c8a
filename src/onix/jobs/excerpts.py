"""Where in a passage words stand: a passage and the words in, the part that has most of them out.

A passage is some hundred words long and a list shows three lines of it. Those that begin it seldom
have the words for which it was found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onix.reading.grammar.lexicon import stem
from onix.reading.words import sections

SHOWN = 240  # characters: three lines of a list
LEAD = 100  # characters that the first of the words may have before it
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE = re.compile(r"[.!?…][\"”’')]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a passage, to its end.

    Attributes:
        start: The character of the passage with which it begins, a sentence's first or a word's.
        words: Where the words looked for stand in it, counted from the beginning of the passage.
    """

    start: int
    text: str
    words: tuple[tuple[int, int], ...]


def excerpt(passage: str, looked_for: str) -> Excerpt:
    """Give a passage from where most of the words stand together; all of it where none does."""
    wanted = {stem(each.lower()) for each in _WORD.findall(looked_for)}
    wanted = (wanted - _small()) or wanted
    found = [
        (place.start(), place.end(), word)
        for place in _WORD.finditer(passage)
        if (word := stem(place.group().lower())) in wanted
    ]
    start = _start(passage, found)
    words = tuple((begins, ends) for begins, ends, _ in found if begins >= start)
    return Excerpt(start, passage[start:], words)


def _start(passage: str, found: list[tuple[int, int, str]]) -> int:
    """Give where the sentence of the best stretch begins, or a word shortly before it."""
    if not found or found[-1][1] <= SHOWN:
        return 0

    def has(first: int) -> int:
        """Count the different words of a stretch that begins here."""
        return len({word for at, end, word in found if first <= at and end <= first + SHOWN - LEAD})

    best = max((at for at, _, _ in found), key=lambda at: (has(at), -at))
    if best <= LEAD:
        return 0
    sentences = [place.end() for place in _SENTENCE.finditer(passage, 0, best)]
    if sentences and sentences[-1] >= best - LEAD:
        return sentences[-1]
    # A long sentence: from a word in it on. The first may be cut.
    words = [place.start() for place in _WORD.finditer(passage, best - LEAD, best)]
    return words[1] if len(words) > 1 else best


@cache
def _small() -> frozenset[str]:
    return frozenset(stem(word) for word in sections("stopwords")["english"])
