"""Text in, tokens out: those of spaCy's tokenizer, each as a row of a table of word vectors.

A stretch of text between two spaces is always cut the same way, so every one is cut once and
remembered; the vector of a word before it meets its context is remembered with it.
Both tables are bounded and start anew when they are full.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onix.reading.network import Flags, Floats, Rows

PIECES = 150_000  # different stretches remembered, some 30 MB
LONGEST_PIECE = 300  # characters; beyond it the stretch is one token without a vector

# White space that is more than one space between two words is a token of its own.
_GAP = re.compile(r"\A\s+|[^\S ]\s*| \s+")


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
        nlp: The spaCy pipeline whose tokenizer cuts.
        attributes: The lexical attributes that a vector is made of.
        embed: Gives the vectors of rows of such attributes.
    """

    def __init__(
        self,
        nlp: Any,
        *,
        attributes: tuple[str, ...],
        embed: Callable[[NDArray[np.uint64]], Floats],
        width: int,
        pieces: int = PIECES,
    ) -> None:
        self._nlp = nlp
        self._attributes = attributes
        self._embed = embed
        self._width = width
        self._limit = pieces
        self._forget()

    def _forget(self) -> None:
        self._pieces: dict[str, int] = {}
        self._words: dict[bytes, int] = {}
        self._vectors = np.zeros((1024, self._width), dtype=np.float32)  # row 0: no word
        self._used = 1
        # For piece i: its tokens are _first[i] up to _first[i + 1] of the lists behind.
        self._first: list[int] = [0]
        self._rows: list[int] = []
        self._offsets: list[int] = []
        self._lengths: list[int] = []
        self._blank: list[bool] = []
        self._arrays: tuple[Rows, Rows, Rows, Rows, Flags] | None = None

    def vectors(self, rows: Rows) -> Floats:
        """Give the vectors of the tokens with these rows. Rows last until the next `tokens`."""
        found: Floats = self._vectors[rows]
        return found

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """Give the tokens of each text; rows stay good until the next call."""
        if len(self._pieces) > self._limit:
            self._forget()
        cut = [_pieces(text) for text in texts]
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
        """Cut pieces that are new, all in one text, and find the vectors of their words."""
        self._arrays = None
        words = [piece for piece in pieces if 0 < len(piece) <= LONGEST_PIECE]
        for is_blank in (False, True):
            of_kind = [piece for piece in words if piece.isspace() is is_blank]
            # Words may share one text; two stretches of white space would become one.
            for together in [of_kind] if not is_blank else [[piece] for piece in of_kind]:
                if together:
                    self._cut(together)
        for piece in pieces:
            if len(piece) > LONGEST_PIECE:
                self._add_token(0, 0, len(piece), piece.isspace())
            if not 0 < len(piece) <= LONGEST_PIECE:
                self._add_piece(piece)

    def _cut(self, pieces: list[str]) -> None:
        with self._nlp.memory_zone():
            doc = self._nlp.tokenizer(" ".join(pieces))
            features = doc.to_array([*self._attributes, "IS_SPACE", "LENGTH", "SPACY"])
        rows = self._find_rows(np.ascontiguousarray(features[:, : len(self._attributes)]))
        blank, lengths, space = features[:, -3:].astype(np.intp).T
        starts = np.cumsum(lengths + space) - lengths - space
        sizes = np.array([len(piece) + 1 for piece in pieces])
        begins = np.cumsum(sizes) - sizes
        owners = np.searchsorted(begins, starts, side="right") - 1
        offsets = (starts - begins[owners]).tolist()
        at = 0
        for piece, count in zip(
            pieces, np.bincount(owners, minlength=len(pieces)).tolist(), strict=True
        ):
            for token in range(at, at + count):
                self._add_token(
                    rows[token], offsets[token], int(lengths[token]), bool(blank[token])
                )
            at += count
            self._add_piece(piece)

    def _add_token(self, row: int, offset: int, length: int, is_blank: bool) -> None:
        self._rows.append(row)
        self._offsets.append(offset)
        self._lengths.append(length)
        self._blank.append(is_blank)

    def _add_piece(self, piece: str) -> None:
        self._pieces[piece] = len(self._first) - 1
        self._first.append(len(self._rows))

    def _find_rows(self, attributes: NDArray[np.uint64]) -> list[int]:
        keys = [row.tobytes() for row in attributes]
        new: dict[bytes, int] = {}
        for i, key in enumerate(keys):
            if key not in self._words:
                new.setdefault(key, i)
        if new:
            self._grow(self._used + len(new))
            self._vectors[self._used : self._used + len(new)] = self._embed(
                attributes[list(new.values())]
            )
            for key in new:
                self._words[key] = self._used
                self._used += 1
        return [self._words[key] for key in keys]

    def _grow(self, rows: int) -> None:
        if rows > len(self._vectors):
            larger = np.zeros((max(rows, 2 * len(self._vectors)), self._width), dtype=np.float32)
            larger[: self._used] = self._vectors[: self._used]
            self._vectors = larger


def _pieces(text: str) -> tuple[list[str], list[int]]:
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
