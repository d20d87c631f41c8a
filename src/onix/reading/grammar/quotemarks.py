"""Marked strings: in comes a text, out come the quotations between quote marks.

Only marks and paragraphs are looked at, never words; who said it is decided elsewhere.
It is its own file because a missing mark must never cost more than its paragraph, and that is
easiest to see where nothing else happens.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

MASK = "\x01"
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_NEWLINE = re.compile(r"\n\s*")
# Longer lines than this are not wrapped by hand, so each newline ends a paragraph.
_WRAPPED = 100
_LONG_LINE = re.compile(rf"[^\n]{{{_WRAPPED + 1}}}")

# Apostrophes and straight single marks are left alone: 'tis, rock 'n' roll, the ’90s, o’clock.
# Of three typewriter apostrophes the last two are the double mark: ''Who said 'No?''' closes so.
_DOUBLE_GLYPH = re.compile('["“”„‟«»]')
_DOUBLE = re.compile("[\"“”„‟«»]|``|‘‘|’’|''(?!'(?!\\w))")
_TWICE = ("``", "''", "‘‘", "’’")
_OPENS = frozenset(["“", "„", "‟", "«", "``", "‘‘", "‘"])
_CLOSES = frozenset(["”", "»", "’’", "’"])
_INCHES = re.compile(r"\d['’]\d{1,2}$")
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u2009\u202f([{—–-:/‘'")
_BEHIND_CLOSING = frozenset(",.;:!?)[]—–")
_LEADS_IN = frozenset(",:—–")

# British houses mark speech with ‘…’ or '…'. An opening one is hardly ever an apostrophe; of the
# closing ones, those at the end of a word come into question.
# The mark itself stands first in the pattern: that is what makes the search fast.
_SINGLE = re.compile(
    r"[‘’'](?:(?P<opens>(?<=[‘'])(?<![^\s(\[{“\"«—–:/-].)(?=[^\W\d]|[“\"…]|[£$€\d]+(?!\d*s\b)\S*\s)"
    r"(?!(?:em|tis|twas|til|cause|n)\b))|(?<=[’'])(?<![\s'].)(?![\w']))",
    re.DOTALL,
)
_ENDS_SPEECH = frozenset(",.?!…—")
_LONGEST_HEADING = 160
_ENDS_LINE = frozenset('.,;:!"”')  # "?" may end a heading
_ENDS_CLAUSE = frozenset(",.;:!?)—\n")


class _Mark(NamedTuple):
    start: int
    end: int
    glyph: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One marked string: `start` to `end` inside the marks, `outer_start` to `outer_end` with them.

    Attributes:
        reopens: It goes on with the quotation that the paragraph before left open.
        headed: It stands in single marks in a heading, as in: Mayor ‘never knew’, court hears.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    reopens: bool = False
    headed: bool = False


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Give the start and end of each paragraph: blank lines part them, or newlines if unwrapped."""
    wrapped = _BLANK_LINE.search(text) is not None and _LONG_LINE.search(text) is None
    found = []
    start = 0
    for gap in (_BLANK_LINE if wrapped else _NEWLINE).finditer(text):
        if text[start : gap.start()].strip():
            found.append((start, gap.start()))
        start = gap.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def find_pieces(text: str, parts: Sequence[tuple[int, int]]) -> list[Piece]:
    """Give the marked strings of `text`, in order, paired inside the paragraphs `parts`.

    A mark that stays open to the end of its paragraph counts when it opens a sentence and the next
    paragraph opens again, or when it stands where speech begins; any other odd mark is left out.
    Single marks count in a text where they stand outermost more often than double ones.
    """
    by_part, house = _marks(text, parts)
    found: list[Piece] = []
    left_open = False
    for number, (part, marks) in enumerate(zip(parts, by_part, strict=True)):
        follows = by_part[number + 1] if number + 1 < len(parts) else []
        reopened = bool(follows) and follows[0].start == parts[number + 1][0]
        reopens = left_open and bool(marks) and marks[0].start == part[0]
        left_open = False
        for piece, closed in _pair(text, part, marks, reopened=reopened):
            first = reopens and piece.outer_start == part[0]
            single = text[piece.outer_start : piece.start] in ("‘", "'")
            headed = single and _is_heading(text, part, house=house)
            found.append(replace(_trim(text, piece, reopens=first), headed=headed))
            left_open = not closed
    return [piece for piece in found if piece.start < piece.end]


def find_inner(text: str, part: tuple[int, int]) -> list[Piece]:
    """Give the strings in marks of the other style inside a marked string, in order.

    Args:
        part: Where the marked string stands, its marks left out.
    """
    if text[: part[0]].rstrip()[-1:] in ("‘", "'") and not text.endswith(_TWICE, 0, part[0]):
        marks = [_Mark(*each.span(), each.group()) for each in _DOUBLE_GLYPH.finditer(text, *part)]
    else:
        found = list(_SINGLE.finditer(text, *part))
        either = [_Mark(*each.span(), "’" if each["opens"] is None else "‘") for each in found]
        opened = next((k for k, mark in enumerate(either) if mark.glyph == "‘"), len(either))
        marks = list(_without_apostrophes(text, either[opened:]))
    pairs = _pair(text, part, marks, reopened=False) if marks else ()
    pieces = (_trim(text, piece, reopens=False) for piece, _ in pairs)
    return [piece for piece in pieces if piece.start < piece.end]


def _marks(text: str, parts: Sequence[tuple[int, int]]) -> tuple[list[list[_Mark]], str]:
    """Give the marks of each paragraph, in the style of the house, and which that is.

    Its style is that of the marks that more often stand outermost. Where those are single ones,
    double ones count outside them only; in the other style single ones count in headings only.
    """
    double = _DOUBLE if any(twice in text for twice in _TWICE) else _DOUBLE_GLYPH
    doubles = _in_parts(
        [_Mark(*match.span(), match.group()) for match in double.finditer(text)], parts
    )
    found = list(_SINGLE.finditer(text))
    if not any(match["opens"] is not None for match in found):
        return doubles, "double"
    either = [_Mark(*match.span(), "’" if match["opens"] is None else "‘") for match in found]
    singles = [list(_without_apostrophes(text, marks)) for marks in _in_parts(either, parts)]
    in_doubles, in_singles = (_Covered(text, parts, marks) for marks in (doubles, singles))
    if in_doubles.count_outside(in_singles) >= in_singles.count_outside(in_doubles):
        return [
            others if others and not marks and _are_headed(text, part, others) else marks
            for part, marks, others in zip(parts, doubles, singles, strict=True)
        ], "double"
    return [
        sorted([*marks, *(mark for mark in others if mark.start not in in_singles)])
        for marks, others in zip(singles, doubles, strict=True)
    ], "single"


def _is_heading(text: str, part: tuple[int, int], *, house: str) -> bool:
    """Is a paragraph one short line that ends like no sentence?

    Where speech stands in double marks, a headline may end with words and their full stop: They
    call it ‘a mess.’

    Args:
        house: The marks of the house: "single" or "double".
    """
    line = text[slice(*part)].strip()
    if len(line) > _LONGEST_HEADING or "\n" in line or line[-1:] in _ENDS_LINE:
        return False
    return house == "double" or line.rstrip("’'")[-1:] not in _ENDS_SPEECH | {"."}


def _are_headed(text: str, part: tuple[int, int], singles: Sequence[_Mark]) -> bool:
    """Do the single marks of a paragraph all close, and is it a heading?"""
    pairs = _pair(text, part, singles, reopened=False)
    return _is_heading(text, part, house="double") and all(closed for _, closed in pairs)


def _in_parts(marks: Sequence[_Mark], parts: Sequence[tuple[int, int]]) -> list[list[_Mark]]:
    """Give the marks of each paragraph."""
    starts = [start for start, _ in parts]
    by_part: list[list[_Mark]] = [[] for _ in parts]
    for mark in marks:
        number = bisect_right(starts, mark.start) - 1
        if number >= 0 and mark.end <= parts[number][1]:
            by_part[number].append(mark)
    return by_part


class _Covered:
    """The places that marks of one kind cover when nothing else is looked at."""

    def __init__(
        self,
        text: str,
        parts: Sequence[tuple[int, int]],
        by_part: Sequence[Sequence[_Mark]],
    ) -> None:
        paired = (
            _pair(text, part, marks, reopened=False)
            for part, marks in zip(parts, by_part, strict=True)
        )
        self._pieces = [piece for found in paired for piece, _ in found]
        self._starts = [piece.outer_start for piece in self._pieces]

    def __contains__(self, place: int) -> bool:
        number = bisect_right(self._starts, place) - 1
        return number >= 0 and place < self._pieces[number].outer_end

    def count_outside(self, other: _Covered) -> int:
        """Count the marked strings that do not begin within one of the `other` kind."""
        return sum(piece.outer_start not in other for piece in self._pieces)


def _without_apostrophes(text: str, marks: Sequence[_Mark]) -> Iterator[_Mark]:
    """Of all that could close a single mark, keep the one that most likely does."""
    openings = [k for k, mark in enumerate(marks) if mark.glyph == "‘"]
    for k, after in pairwise([*openings, len(marks)]):
        yield marks[k]
        closing = marks[k + 1 : after]
        sure = [
            mark
            for mark in closing
            if text[mark.start - 1] in _ENDS_SPEECH
            or (text[mark.end : mark.end + 1] or "\n") in _ENDS_CLAUSE
        ]
        likely = [mark for mark in closing if text[mark.start - 1] != "s"]  # not "the workers’"
        curly = [mark for mark in closing[-1:] if text[mark.start] == "’"]
        if best := (sure or likely or curly):
            yield best[0]


def _pair(
    text: str, part: tuple[int, int], marks: Sequence[_Mark], *, reopened: bool
) -> Iterator[tuple[Piece, bool]]:
    """Give each pair of marks, and at the end one that stays open, with whether it was closed."""
    opened: _Mark | None = None
    for mark in marks:
        opening, closing = _direction(text, part, mark, opened)
        if opened is not None and closing:
            yield Piece(opened.end, mark.start, opened.start, mark.end), True
            opened = None
        elif opening:
            opened = mark  # an earlier one was never closed: odd marks are left out
    if opened is None:
        return
    end = part[0] + len(text[part[0] : part[1]].rstrip())
    before = text[part[0] : opened.start].rstrip()
    goes_on = reopened and not text[opened.end : opened.end + 1].islower()  # no “new start
    if opened.end < end and (goes_on or not before or before[-1] in _LEADS_IN):
        yield Piece(opened.end, end, opened.start, end), not reopened


def _direction(
    text: str, part: tuple[int, int], mark: _Mark, opened: _Mark | None
) -> tuple[bool, bool]:
    """Tell whether a mark can open and whether it can close, from its shape or its place."""
    if mark.glyph == "“" and opened is not None and _slipped(text, part, mark):
        return False, True
    if mark.glyph in _OPENS:
        return True, opened is not None and opened.glyph == "„"
    if mark.glyph in _CLOSES:
        return False, True
    before = text[max(part[0], mark.start - 4) : mark.start]
    if before.endswith("=") or _INCHES.search(before):  # an HTML attribute, a height
        return False, False
    spaced_before = not before or before[-1] in _BEFORE_OPENING
    spaced_after = mark.end >= part[1] or text[mark.end].isspace()
    if spaced_before == spaced_after:  # nothing to tell it by: take turns
        return opened is None and mark.end < part[1], opened is not None
    return spaced_before, not spaced_before


def _slipped(text: str, part: tuple[int, int], mark: _Mark) -> bool:
    """Is an opening mark a slip of the key for a closing one: “Why?“ he asked, “I left. “

    Then nothing begins behind it, and something ends before it.
    """
    after = text[mark.end : min(mark.end + 1, part[1])]
    if after and not (after.isspace() or after in _BEHIND_CLOSING):
        return False
    before = text[max(part[0], mark.start - 4) : mark.start]
    touches = before[-1:] not in _BEFORE_OPENING
    return touches or before.rstrip()[-1:] in _ENDS_SPEECH


def _trim(text: str, piece: Piece, *, reopens: bool) -> Piece:
    inner = text[piece.start : piece.end]
    start = piece.start + len(inner) - len(inner.lstrip())
    end = max(start, piece.end - len(inner) + len(inner.rstrip()))
    return Piece(start, end, piece.outer_start, piece.outer_end, reopens)


_WITHIN = re.compile(r"(?<=\w)\w")  # all letters of a word but the first


def mask(text: str, pieces: Sequence[Piece], *, names: Container[Piece] = ()) -> str:
    """Give the text with each marked string and its marks replaced by as many `MASK` characters.

    Args:
        names: Those of `pieces` of which only the marks go, as they are part of a sentence. No verb
            in them is one of it, "We Found Love", so that their capitals alone are left.
    """
    parts = []
    end = 0
    for piece in pieces:
        parts.append(text[end : piece.outer_start])
        if piece in names:
            parts.append(" " * (piece.start - piece.outer_start))
            parts.append(_WITHIN.sub("x", text[piece.start : piece.end]))
            parts.append(" " * (piece.outer_end - piece.end))
        else:
            parts.append(MASK * (piece.outer_end - piece.outer_start))
        end = piece.outer_end
    return "".join([*parts, text[end:]])


def mask_quotations(text: str) -> str:
    """Give the text with everything in quote marks masked: what is left is the outlet's own."""
    return mask(text, find_pieces(text, paragraphs(text)))


def find_stems(text: str, stems: Iterable[str]) -> list[int]:
    """Give the places of all stems, in order: much faster than a pattern of many words."""
    found = []
    for stem in stems:
        place = text.find(stem)
        while place >= 0:
            found.append(place)
            place = text.find(stem, place + 1)
    return sorted(found)
