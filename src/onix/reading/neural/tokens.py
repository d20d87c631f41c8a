"""Text in, tokens out: those of spaCy's tokenizer, each as a row of a table of word vectors.

A stretch of text between two spaces is always cut the same way, so every one is cut once and
remembered; the vector of a word before it meets its context is remembered with it.
Both tables are bounded and start anew when they are full.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from onix.reading.neural.encoder import SeenWord, WordVectors
from onix.reading.neural.tokenizer import Tokenizer
from onix.reading.neural.weights import Floats

Rows = NDArray[np.intp]
Flags = NDArray[np.bool_]

PIECES = 150_000  # different stretches remembered, some 30 MB

# White space that is more than one space between two words is a token of its own.
_GAP = re.compile(r"\A\s+|[^\S ]\s*| \s+")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text: their rows in the table, where they stand, which are white space."""

    rows: Rows
    starts: Rows
    ends: Rows
    blank: Flags


class Lexicon:
    """Remembers how stretches of text are cut, and the vectors of their tokens.

    Args:
        tokenizer: Cuts the stretches.
        vectors: Has the vectors of words; none of them may see whether a space follows.
    """

    def __init__(self, tokenizer: Tokenizer, vectors: WordVectors, *, pieces: int = PIECES) -> None:
        self._tokenizer = tokenizer
        self._vectors = vectors
        self._limit = pieces
        self._forget()

    def _forget(self) -> None:
        self._pieces: dict[str, int] = {}
        self._vectors.forget()
        # For piece i: its tokens are _first[i] up to _first[i + 1] of the lists behind.
        self._first: list[int] = [0]
        self._rows: list[int] = []
        self._offsets: list[int] = []
        self._lengths: list[int] = []
        self._blank: list[bool] = []
        self._arrays: tuple[Rows, Rows, Rows, Rows, Flags] | None = None

    def vectors(self, rows: Rows) -> Floats:
        """Give the vectors of the tokens with these rows. Rows last until the next `tokens`."""
        return self._vectors[rows]

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """Give the tokens of each text; rows stay good until the next call."""
        if len(self._pieces) > self._limit:
            self._forget()
        cut = [pieces_of(text) for text in texts]
        new = set(chain.from_iterable(pieces for pieces, _ in cut)).difference(self._pieces)
        if new:
            self._learn(sorted(new))
        return [self._assemble(pieces, joined) for pieces, joined in cut]

    def _assemble(self, pieces: list[str], joined: list[int]) -> Tokens:
        if self._arrays is None:
            self._arrays = (
                np.array(self._first, dtype=np.intp),
                np.array(self._rows, dtype=np.intp),
                np.array(self._offsets, dtype=np.intp),
                np.array(self._lengths, dtype=np.intp),
                np.array(self._blank, dtype=np.bool_),
            )
        first, rows, offsets, lengths, blank = self._arrays
        ids = np.fromiter(map(self._pieces.__getitem__, pieces), np.intp, len(pieces))
        sizes = np.fromiter(map(len, pieces), np.intp, len(pieces))
        sizes += 1
        sizes[joined] -= 1
        begins = np.cumsum(sizes) - sizes
        counts = first[ids + 1] - first[ids]
        total = int(counts.sum())
        # Token k of a piece stands in the table at the piece's first entry + k.
        ranks = np.arange(total) - np.repeat(np.cumsum(counts) - counts, counts)
        at = np.repeat(first[ids], counts) + ranks
        starts = np.repeat(begins, counts) + offsets[at]
        return Tokens(rows=rows[at], starts=starts, ends=starts + lengths[at], blank=blank[at])

    def _learn(self, pieces: list[str]) -> None:
        """Cut pieces that are new, and find the vectors of their words."""
        self._arrays = None
        words: list[SeenWord] = []
        for piece in pieces:
            self._pieces[piece] = len(self._first) - 1
            offset = 0
            for text, norm in self._tokenizer.cut(piece) if piece else ():
                words.append((text, norm, False))
                self._offsets.append(offset)
                self._lengths.append(len(text))
                self._blank.append(text.isspace())
                offset += len(text)
            self._first.append(len(self._offsets))
        self._rows += self._vectors.rows(words)


def pieces_of(text: str) -> tuple[list[str], list[int]]:
    """Give the stretches of a text, and which of them have no space of their own behind them."""
    pieces: list[str] = []
    joined: list[int] = []
    at = 0
    for gap in _GAP.finditer(text):
        start, end = gap.span()
        if start > at:
            pieces += text[at:start].split(" ")
            if text[start] != " ":
                joined.append(len(pieces) - 1)
        # The first space behind a word belongs to the word.
        pieces.append(text[start + (text[start] == " " and start > at) : end])
        joined.append(len(pieces) - 1)
        at = end
    if at < len(text):
        pieces += text[at:].split(" ")
    return pieces, joined


def mended(text: str) -> str:
    """A lone surrogate is no character, and no model knows it: its place is kept by another."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
