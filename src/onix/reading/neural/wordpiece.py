"""Words cut into the pieces that the encoder knows, each with where it stands in the text.

In comes text, out come piece numbers and offsets: lower-cased, accents left out, each mark of
punctuation alone, then the longest piece that fits, again and again (the WordPiece of BERT).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

UNKNOWN: Final = "[UNK]"
LONGEST_WORD: Final = 100  # characters; a longer one is unknown as a whole


@dataclass(frozen=True, slots=True)
class Pieces:
    """Pieces of a text: their numbers, and the half-open offsets of each in the text."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class WordPieces:
    """Cuts text by a vocabulary, one piece a line, the number of a piece being its line."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._numbers[UNKNOWN]
        self.begin, self.end = self._numbers["[CLS]"], self._numbers["[SEP]"]
        self._cut = lru_cache(maxsize=50_000)(self._cut_word)

    def pieces(self, text: str) -> Pieces:
        """Give the pieces of a text in order."""
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        for word, places in _words(text):
            cut = self._cut(word)
            if isinstance(places, int):
                for number, first, last in cut:
                    ids.append(number)
                    starts.append(places + first)
                    ends.append(places + last)
            else:
                for number, first, last in cut:
                    ids.append(number)
                    starts.append(places[first])
                    ends.append(places[last - 1] + 1)
        return Pieces(tuple(ids), tuple(starts), tuple(ends))

    def _cut_word(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """Give (number, first, behind last) for the longest pieces of a word, from its front."""
        found: list[tuple[int, int, int]] = []
        begin = 0
        while begin < len(word) <= LONGEST_WORD:
            for end in range(len(word), begin, -1):
                piece = word[begin:end] if begin == 0 else f"##{word[begin:end]}"
                if piece in self._numbers:
                    found.append((self._numbers[piece], begin, end))
                    begin = end
                    break
            else:
                break
        return tuple(found) if found and begin == len(word) else ((self._unknown, 0, len(word)),)


_PLAIN_OR_ONE: Final = re.compile(r"([A-Za-z0-9]+)|[^ A-Za-z0-9]")


def _words(text: str) -> Iterator[tuple[str, int | list[int]]]:
    """Give the words of a text, lower-cased, with the offset of the first character.

    Where the characters do not stand in a row, with an accent left out, of each of them.
    """
    plain, first, last = "", 0, 0  # a word of which nothing else is known yet, as most are
    letters: list[str] = []
    places: list[int] = []
    for found in _PLAIN_OR_ONE.finditer(text):
        place, char = found.start(), found.group()
        kind = "letter" if found.lastindex else _kind(char)
        if place != last or kind in ("space", "alone"):  # a word is over
            if plain:
                yield plain.lower(), first
                plain = ""
            elif letters:
                yield "".join(letters), places
                letters, places = [], []
        last = found.end()
        if kind == "alone":
            yield char.lower(), place
        elif found.lastindex and not letters:
            plain, first = char, place
        elif kind != "space":
            if plain:
                letters, places = list(plain.lower()), list(range(first, first + len(plain)))
                plain = ""
            for at, each in enumerate(char if kind == "letter" else "", start=place):
                for one in unicodedata.normalize("NFD", each.lower()):
                    if unicodedata.category(one) != "Mn":
                        letters.append(one)
                        places.append(at)
    if plain:
        yield plain.lower(), first
    elif letters:
        yield "".join(letters), places


# Blocks of characters that are words of their own, as BERT has them.
_ALONE: Final = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


@lru_cache(maxsize=4096)
def _kind(char: str) -> Literal["space", "alone", "left out", "letter"]:
    category = unicodedata.category(char)
    if char in "\t\n\r" or category == "Zs":
        return "space"
    if char in "\0\ufffd" or category in {"Cc", "Cf", "Cs", "Co", "Cn"}:
        return "left out"
    if category[0] == "P" or (char.isascii() and not char.isalnum()):
        return "alone"
    if any(first <= ord(char) <= last for first, last in _ALONE):
        return "alone"
    return "letter"
