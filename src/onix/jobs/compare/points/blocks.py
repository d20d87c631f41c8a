"""The blocks a plan is laid out in: its text in, out come paragraphs and items with their marks.

Lines that were only wrapped are one block. What is a point among the blocks is decided in
`points.py`; here is only the layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onix.jobs.compare.points.markers import Marker, marker_of
from onix.jobs.compare.points.rows import markers_of

_USUAL = 0.9  # of the lines that another follows are no wider than lines are made
_FULL = 0.8
_NARROWEST, _WIDEST = 45, 120  # a longer line was not wrapped by hand or by a mail program
LONGEST_STOPPED = 6  # words of a title that ends as a sentence does
_LINE = re.compile(r"[^\n]+")
_ENDS = re.compile(r"[.;:!?—–][\"'”’)\]*_]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item or a heading.

    Attributes:
        start: Where the block's own words begin, its mark left out; `end` where they end.
        marked: Where the mark begins.
        text: Its own words.
        apart: An empty line stands before it.
    """

    marker: Marker
    marked: int
    start: int
    end: int
    text: str
    indent: int
    apart: bool


def blocks_of(text: str) -> list[Block]:
    """Give the blocks of a text in order; none is empty, and none overlaps another."""
    lines = [match for match in _LINE.finditer(text) if match[0].strip()]
    markers = markers_of([line[0] for line in lines])
    wrapped = _width(lines, markers)
    found: list[Block] = []
    last = ""
    previous_end = 0
    for match, marker in zip(lines, markers, strict=True):
        line = match[0]
        apart = text.count("\n", previous_end, match.start()) > 1 or not found
        if found and not apart and _goes_on(found[-1], last, line, marker, wrapped):
            end = match.start() + len(line.rstrip())
            block = found[-1]
            # Behind a number alone on its line the words begin where the next line's do.
            start = block.start if block.text else match.start() + len(line) - len(line.lstrip())
            found[-1] = replace(block, start=start, end=end, text=text[start:end])
        else:
            found.extend(_made(text, match.start(), line, marker, apart))
        last, previous_end = line.rstrip(), match.end()
    return found


def _width(lines: Sequence[re.Match[str]], markers: Sequence[Marker]) -> int:
    """Give how wide the lines are that were wrapped; 0 where none were."""
    above = [
        line[0].rstrip()
        for (line, below), marker in zip(pairwise(lines), markers[1:], strict=False)
        if line.end() + 1 == below.start() and marker.kind == "none"
    ]
    widths = sorted(map(len, above))
    width = widths[int(len(widths) * _USUAL)] if len(widths) > 1 else 0
    # Of lines that are a paragraph each nearly all end as sentences do, full or not.
    full = [line for line in above if len(line) > _FULL * width]
    open_ended = sum(not _ENDS.search(line) for line in full)
    is_wrapped = _NARROWEST <= width <= _WIDEST and 2 * open_ended > len(full)
    return width if is_wrapped else 0


def _made(text: str, at: int, line: str, marker: Marker, apart: bool) -> Iterator[Block]:
    start, end = at + marker.length, at + len(line.rstrip())
    indent = len(line) - len(line.lstrip())
    start = min(start, end)
    inner = marker_of(text[start:end])
    if marker.kind in ("number", "article") and inner.written.startswith("("):  # "2. (a) …"
        yield Block(marker, at + indent, start, start, "", indent, apart)
        marker, indent, apart = inner, indent + marker.length, False
        yield Block(marker, start, start + marker.length, end, text[start + marker.length : end],
                    indent, apart)  # fmt: skip
        return
    yield Block(marker, at + indent, start, end, text[start:end], indent, apart)


def _goes_on(block: Block, last: str, line: str, marker: Marker, wrapped: int) -> bool:
    """Does a line go on with the block above it, rather than begin one?"""
    if marker.kind != "none" or block.marker.kind == "heading":
        return False
    if not block.text:  # a number alone on its line
        return len(block.marker.written) > 0 and block.marker.kind != "article"
    is_title = block.text.endswith(".") and len(block.text.split()) <= LONGEST_STOPPED
    if block.marker.kind == "article" and is_title and not line.lstrip()[0].islower():
        return False  # "Section 5. Penalties.", with its text set in below
    word = line.split()[0]
    if wrapped and len(last) + 1 + len(word) > wrapped and len(last) > 0.6 * wrapped:
        return True
    indent = len(line) - len(line.lstrip())
    if block.marker.kind != "none" and indent > block.indent:
        return True
    begins = word[0].islower() or word[0].isdigit()
    return begins and block.marked > 0 and not _ENDS.search(last)
