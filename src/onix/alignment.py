"""How one text lies along another: words as numbers that can be compared, with where they stand.

In: texts. Out: tokens, whose ids are the same for the same word however it is written (case,
accents, apostrophes, commas in numbers), and the blocks that two rows of tokens share.
The text itself is never changed; every token leads back to its code points.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.uint64]
Offsets = NDArray[np.int64]

_APART, _WORD, _DIGIT, _ALONE, _NOTHING = range(5)
# Below it lie all alphabets and the punctuation of Europe; above it signs that are words alone.
_TABLE = 0x2500
_ALONE_CHARACTERS = "%$€£¥°"
_NOTHING_CHARACTERS = "'’‘ʼ‛`´\u00ad\u200b\u200c\u200d\u2060"
_LONGEST = 64  # characters of a word until its factors repeat
_MIX = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text in their order: what each is, and where it starts and ends in it."""

    ids: Ids
    starts: Offsets
    ends: Offsets

    def __len__(self) -> int:
        return len(self.ids)


class Block(NamedTuple):
    """So many tokens in a row that are the same in both: from `one` in the first, `other`."""

    one: int
    other: int
    size: int


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """Give what each code point below `_TABLE` is, and the one it is compared as."""
    kinds = np.zeros(_TABLE, np.uint8)
    folded = np.arange(_TABLE, dtype=np.uint32)
    for code in range(_TABLE):
        kinds[code], folded[code] = _character(chr(code))
    return kinds, folded


def _character(character: str) -> tuple[int, int]:
    category = unicodedata.category(character)
    if character in _NOTHING_CHARACTERS or category in ("Mn", "Cf"):
        return _NOTHING, 0
    if character in _ALONE_CHARACTERS:
        return _ALONE, ord(character)
    if category == "Nd":
        return _DIGIT, ord(str(unicodedata.digit(character)))
    if category[0] not in "LNM":
        return _APART, 0
    base = unicodedata.normalize("NFKD", character)[0] if category[0] == "L" else character
    lower = base.lower()
    return _WORD, ord(lower) if len(lower) == 1 else ord(base)


@cache
def _factors() -> Ids:
    factors = np.empty(_LONGEST, np.uint64)
    value = _MIX
    for place in range(_LONGEST):
        factors[place] = value
        value = value * 0x2545F4914F6CDD1D % (1 << 64)
    return factors


def tokenise(text: str) -> Tokens:
    """Give the words of a text.

    A word is a run of letters and digits; apostrophes within it and commas between digits do not
    count, a point between digits does. "%" and signs of money are words, other marks are none.
    """
    kinds_of, fold = _tables()
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    high = codes >= _TABLE
    if high.any():
        kinds, folded = _with_signs(codes, high)
    else:
        kinds, folded = kinds_of[codes], fold[codes]
    digits = kinds == _DIGIT
    between = np.zeros(len(codes), bool)
    between[1:-1] = digits[:-2] & digits[2:]
    kinds[between & (codes == ord("."))] = _DIGIT
    kinds[between & (codes == ord(","))] = _NOTHING
    counts = np.flatnonzero(kinds != _NOTHING)
    kinds, folded = kinds[counts], folded[counts]
    places = np.flatnonzero(kinds)
    if not len(places):
        nothing = np.empty(0, np.int64)
        return Tokens(np.empty(0, np.uint64), nothing, nothing)
    alone = kinds[places] == _ALONE
    opens = np.ones(len(places), bool)
    opens[1:] = (np.diff(places) > 1) | alone[1:] | alone[:-1]
    first = np.flatnonzero(opens)
    last = np.append(first[1:], len(places)) - 1
    inside = (np.arange(len(places)) - np.repeat(first, last - first + 1)) % _LONGEST
    values = (folded[places].astype(np.uint64) + np.uint64(1)) * _factors()[inside]
    values ^= values >> np.uint64(29)
    ids = np.add.reduceat(values, first)
    return Tokens(ids, counts[places[first]], counts[places[last]] + 1)


def _with_signs(
    codes: NDArray[np.uint32], high: NDArray[np.bool_]
) -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """Give kinds and folded codes where a text has code points that the tables do not hold."""
    kinds_of, fold = _tables()
    low = np.where(high, 0, codes)
    kinds, folded = kinds_of[low], fold[low]
    signs, which = np.unique(codes[high], return_inverse=True)
    # A sign of Chinese or Japanese is a word alone, as nothing there parts words.
    made = [_character(chr(sign)) if sign < 0xD800 or sign > 0xDFFF else (0, 0) for sign in signs]
    kinds[high] = np.array([_ALONE if kind == _WORD else kind for kind, _ in made], np.uint8)[which]
    folded[high] = np.array([code for _, code in made], np.uint32)[which]
    return kinds, folded


def runs(ids: Ids, size: int = 3) -> Ids:
    """Give a number for each run of `size` tokens: the same for the same words in a row."""
    if len(ids) < size:
        return np.empty(0, np.uint64)
    found = np.zeros(len(ids) - size + 1, np.uint64)
    for place in range(size):
        found = (found ^ ids[place : place + len(found)]) * np.uint64(_MIX | 1)
        found ^= found >> np.uint64(32)
    return found * np.uint64(0xD6E8FEB86659FD93)


def align(one: list[int], other: list[int]) -> list[list[Block]]:
    """Give two ways to find the blocks that two rows of ids share, as many tokens as can be.

    Of all such ways the first takes words as early in `other` as it can, the second as late.
    What was cut out lies in as few pieces as can be, and the first and the last block stand as
    close to the others as they can. Where both ways are the same, there is one.
    """
    early = _gathered(_shared(one, other), one, other)
    if len(early) < 2:
        return [early]
    last, end = len(one), len(other)
    late = [
        Block(last - block.one - block.size, end - block.other - block.size, block.size)
        for block in reversed(_shared(one[::-1], other[::-1]))
    ]
    late = _gathered(late, one, other)
    return [early] if late == early else [early, late]


def _shared(one: list[int], other: list[int]) -> list[Block]:
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.editops(one, other).as_matching_blocks()
    return [Block(each.a, each.b, each.size) for each in blocks if each.size]


def _gathered(blocks: list[Block], one: list[int], other: list[int]) -> list[Block]:
    """Move blocks next to a neighbour where their words stand there, too.

    1. To the one behind, from the last to the first.
    2. To the one before, from the first to the last.
    3. The first and the last, whose other side is open, at least as near as can be.
    """
    if len(blocks) < 2:
        return blocks
    # 1.
    kept = [blocks[-1]]
    for block in reversed(blocks[:-1]):
        after = kept[-1]
        nearest = after.other - block.size
        if block.one + block.size == after.one and _stands(block, nearest, one, other):
            kept[-1] = Block(block.one, nearest, block.size + after.size)
        else:
            kept.append(block)
    # 2.
    blocks, kept = kept[::-1], kept[-1:]
    for block in blocks[1:]:
        before = kept[-1]
        nearest = before.other + before.size
        if before.one + before.size == block.one and _stands(block, nearest, one, other):
            kept[-1] = Block(before.one, before.other, before.size + block.size)
        else:
            kept.append(block)
    # 3.
    if len(kept) > 1:
        block, after = kept[0], kept[1]
        places = range(max(block.other, after.other - after.one + block.one), block.other - 1, -1)
        low = next(at for at in places if _stands(block, at, one, other))
        kept[0] = Block(block.one, low, block.size)
        before, block = kept[-2], kept[-1]
        places = range(min(block.other, before.other + block.one - before.one), block.other + 1)
        high = next(at for at in places if _stands(block, at, one, other))
        kept[-1] = Block(block.one, high, block.size)
    return kept


def _stands(block: Block, at: int, one: list[int], other: list[int]) -> bool:
    """Do the words of a block stand at a place of the other row, too?"""
    return other[at : at + block.size] == one[block.one : block.one + block.size]


def gaps(blocks: Sequence[Block], one: int, other: int) -> Iterator[tuple[int, int, int, int]]:
    """Give what lies between the blocks of rows of `one` and `other` tokens, ends included.

    Each gap is start and end in the first row, start and end in the second; empty ones are left
    out.
    """
    at = (0, 0)
    for block in (*blocks, Block(one, other, 0)):
        if block.one > at[0] or block.other > at[1]:
            yield at[0], block.one, at[1], block.other
        at = block.one + block.size, block.other + block.size
