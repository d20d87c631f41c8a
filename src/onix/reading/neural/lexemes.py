"""What a network sees of a word: its norm, first and last letters and shape, each as a number.

A number is the hash of a string as spaCy keeps it, so that it leads to the row of weights that was
learned for it. Out of its context a word is nothing but these numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from onix.reading.neural.spacy_tables import read_norms, read_symbols
from onix.reading.neural.weights import UnexpectedModelError

Numbers = NDArray[np.uint64]

REMEMBERED = 65_536  # strings whose hash is kept
LONGEST_SHAPE = 100  # characters; spaCy calls the shape of longer words "LONG"

_KNOWN = frozenset({"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"})
_ALL = (1 << 64) - 1
_MULTIPLIER = 0xC6A4A7935BD1E995


class Lexemes:
    """Gives the numbers of words.

    Args:
        norms: The model's table of norms: the hash of a word, and what it is read as.
        attributes: Which numbers, in which order: "NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY"
            (a space follows), "IS_SPACE" (it is white space).

    Raises:
        OnixError: The installed spaCy does not have what marks are read as.
        UnexpectedModelError: An attribute is none of these.
    """

    def __init__(self, norms: Mapping[int, str], attributes: Sequence[str]) -> None:
        self._norms = norms
        self._marks = read_norms()
        self._attributes = tuple(attributes)
        if unknown := set(attributes) - _KNOWN:
            raise UnexpectedModelError(f"it sees {', '.join(sorted(unknown))} of a word")

    def numbers(self, text: str, norm: str | None, space: bool) -> tuple[int, ...]:
        """Give a word's numbers. `norm` is given where the word's norm is known."""
        return tuple(self._number(name, text, norm, space) for name in self._attributes)

    def _number(self, name: str, text: str, norm: str | None, space: bool) -> int:
        if name == "NORM":
            return string_id(norm if norm is not None else self._norm(text))
        if name == "PREFIX":
            return string_id(text[0])
        if name == "SUFFIX":
            return string_id(text[-3:])
        if name == "SHAPE":
            return string_id(shape(text))
        if name == "SPACY":
            return int(space)
        return int(text.isspace())

    def _norm(self, text: str) -> str:
        found = self._norms.get(string_id(text))
        return found if found is not None else self._marks.get(text) or text.lower()


def shape(text: str) -> str:
    """Give a word's shape: "Xxxx" for "Berlin", "dd" for "54"; four of a kind stand for more."""
    if len(text) >= LONGEST_SHAPE:
        return "LONG"
    found: list[str] = []
    run = 0
    for letter in text:
        if letter.isalpha():
            kind = "X" if letter.isupper() else "x"
        elif letter.isdigit():
            kind = "d"
        else:
            kind = letter
        run = run + 1 if found and kind == found[-1] else 1
        if run <= 4:
            found.append(kind)
    return "".join(found)


@lru_cache(REMEMBERED)
def string_id(text: str) -> int:
    """Give the number under which spaCy keeps a string: MurmurHash64A, or one of its own."""
    symbol = read_symbols().get(text)
    if symbol is not None:
        return symbol
    data = text.encode("utf-8", "replace")
    length = len(data)
    found = 1 ^ (length * _MULTIPLIER & _ALL)
    whole = length & ~7
    for at in range(0, whole, 8):
        block = int.from_bytes(data[at : at + 8], "little") * _MULTIPLIER & _ALL
        block = (block ^ (block >> 47)) * _MULTIPLIER & _ALL
        found = (found ^ block) * _MULTIPLIER & _ALL
    if whole != length:
        found = (found ^ int.from_bytes(data[whole:], "little")) * _MULTIPLIER & _ALL
    found = (found ^ (found >> 47)) * _MULTIPLIER & _ALL
    return found ^ (found >> 47)


def spread(numbers: Numbers, seed: int) -> NDArray[np.uint32]:
    """Give four 32-bit hashes of each number, as thinc's hash tables take them (MurmurHash3)."""
    one = np.uint64(seed ^ 8)
    first = numbers * np.uint64(0x87C37B91114253D5)
    first = (first << np.uint64(31)) | (first >> np.uint64(33))
    first = first * np.uint64(0x4CF5AD432745937F) ^ one
    first = first + one
    second = first + one
    first, second = _mix(first), _mix(second)
    first = first + second
    second = second + first
    low = np.uint64(0xFFFFFFFF)
    shift = np.uint64(32)
    hashes = np.stack([first & low, first >> shift, second & low, second >> shift], axis=1)
    return hashes.astype(np.uint32)


def _mix(numbers: Numbers) -> Numbers:
    for multiplier in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        numbers = numbers ^ (numbers >> np.uint64(33))
        numbers = numbers * np.uint64(multiplier)
    return numbers ^ (numbers >> np.uint64(33))
