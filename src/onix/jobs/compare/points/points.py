"""The points of a plan: a document in, out come its points, and the frames that are none.

A point is what can be struck out or agreed to alone: a numbered item, an item of a list, a
paragraph of a text without numbers. Titles, headings, preambles, stamps, page numbers and
signatures are frames. Which is which is told by layout and by how the lines begin and end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from onix.intake.text import day_of_line
from onix.jobs.compare.points.blocks import LONGEST_STOPPED, Block, blocks_of
from onix.jobs.compare.points.markers import Number
from onix.jobs.compare.points.numbers import Numbers, form_of, is_division, numbers_of
from onix.model import Document, Span
from onix.reading.grammar.lexicon import lines
from onix.reading.words import one_of, words_of

_LONGEST_HEADING = 12  # words
_ENDS = re.compile(r"[.;:!?,—–][\"'”’)\]*_]*$")
_SENTENCE_END = re.compile(r"[.!?;][\"'”’)\]*_]*$")
_LEADS = re.compile(r"[:—–-]\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PAGE = re.compile(
    r"(?:page|p\.)?\s*[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_ITALIC = re.compile(r"([*_]).+\1|\(.+\)|\[.+\]", re.DOTALL)
_NAMED = 3  # marked items that make a text one with numbers or bullets


@dataclass(frozen=True, slots=True)
class Point:
    """One point.

    Attributes:
        written: Its number as one would cite it ("14.", "Section 5(2)"); "" for none.
        number: The parts of the number with those of the article it stands under; () for none.
    """

    span: Span
    written: str = ""
    number: Number = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A document taken apart."""

    document: Document
    points: tuple[Point, ...]
    frames: tuple[Span, ...]


def find_points(document: Document) -> Plan:
    """Take a document apart into points and frames.

    1. Lay it out in blocks and read their numbers.
    2. Tell frames from points.
    3. Give a title's number to the paragraph under it that has none.
    """
    # 1.
    blocks = _over_pages(document.text, blocks_of(document.text))
    numbers = numbers_of(blocks)
    # 2.
    kept = [not _is_frame(blocks, at, numbers) for at in range(len(blocks))]
    items = [at for at, each in enumerate(blocks) if _is_item(each)]
    # Three bullets in a long statement make no preamble of what stands before them.
    if len(items) >= _NAMED and 2 * len(items) >= sum(kept):
        marked = [at for at, each in enumerate(blocks) if _is_item(each) or each.marker.number]
        first, last = marked[0], marked[-1]
        for at, each in enumerate(blocks):
            if not _is_item(each) and (at < first or (at > last and kept[last])):
                kept[at] = False  # the preamble and the closing
    # 3.
    points: list[Point] = []
    frames: list[Span] = []
    for at, each in enumerate(blocks):
        if not each.text:
            continue
        span = document.span(each.start, each.end)
        if not kept[at]:
            frames.append(span)
            continue
        written, number = numbers.cited[at], numbers.whole[at]
        if not _is_item(each) and (title := _title_of(blocks, at, kept)) is not None:
            written, number = numbers.cited[title], numbers.whole[title]
        points.append(Point(span, written, number))
    return Plan(document, tuple(points), tuple(frames))


def _over_pages(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Put together what the end of a page cut apart in the midst of a sentence."""
    found: list[Block] = []
    for block in blocks:
        pages = found and _PAGE.fullmatch(found[-1].text.strip())
        above = found[-2] if pages and len(found) > 1 else None
        begins = block.marker.kind == "none" and block.text[:1].islower()
        if above is not None and begins and above.text and not _ENDS.search(above.text):
            found[-2:] = [replace(above, end=block.end, text=text[above.start : block.end])]
        else:
            found.append(block)
    return found


def _is_item(block: Block) -> bool:
    return block.marker.kind in ("number", "article", "bullet")


def _is_frame(blocks: Sequence[Block], at: int, numbers: Numbers) -> bool:
    """Is a block no point, by itself and by what follows it?"""
    block = blocks[at]
    text = block.text.strip()
    words = _WORD.findall(text)
    if block.marker.kind == "heading" or not words or _PAGE.fullmatch(text):
        return True
    if _leads_in(text, words):
        return True
    if _is_item(block):
        return block.marker.kind != "bullet" and _is_title(blocks, at, words, numbers)
    if _is_titular(text, words) or day_of_line(text) is not None:
        return True
    if text[0].islower() or text.endswith(","):
        return True  # a stretch of an opening that runs over several lines
    return bool(_ITALIC.fullmatch(text)) or _is_paper(text)


def _is_titular(text: str, words: Sequence[str]) -> bool:
    """Is it set as a title or a signature: short, and no sentence?"""
    return len(words) <= _LONGEST_HEADING and not _SENTENCE_END.search(text)


def _is_title(blocks: Sequence[Block], at: int, words: Sequence[str], numbers: Numbers) -> bool:
    """Is a numbered line the title of what follows, as in "Section 2. Rent"?"""
    block = blocks[at]
    is_capitals = block.text.isupper() and any(len(word) > 1 for word in words)
    if len(words) > _LONGEST_HEADING:
        return False
    if _ENDS.search(block.text) and not is_capitals and not _is_stopped_title(blocks, at, words):
        return False
    if is_division(block):
        return True
    if at + 1 == len(blocks):
        return False
    below = blocks[at + 1]
    if below.marker.kind == "none":
        is_text = not _is_titular(below.text, _WORD.findall(below.text))
        return is_text or bool(_LEADS.search(below.text))
    return numbers.parents[at + 1] == at


def _is_stopped_title(blocks: Sequence[Block], at: int, words: Sequence[str]) -> bool:
    """Is it a title as acts have them: "Section 2. Tugs." on a line of its own, and no sentence?"""
    block = blocks[at]
    if block.marker.kind != "article" or not block.text.endswith("."):
        return False
    if len(words) > LONGEST_STOPPED or any(
        word.lower() in words_of("grammar", "auxiliaries") for word in words
    ):
        return False
    return at + 1 < len(blocks) and form_of(blocks[at + 1].marker) != form_of(block.marker)


def _leads_in(text: str, words: Sequence[str]) -> bool:
    """Does it only open a list, without saying anything alone: "A tenant shall—"?"""
    if not _LEADS.search(text) or not words:
        return False
    return words[-1].lower() in _list("lead_ins.txt") or len(words) < 4


def _is_paper(text: str) -> bool:
    """Does it speak of the paper and not of what the paper lays down: stamps, signatures?"""
    return bool(_opening().match(text)) or "____" in text or "....." in text


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(lines(name))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\W*{one_of(lines('frames.txt'))}\b", re.IGNORECASE)


def _title_of(blocks: Sequence[Block], at: int, kept: Sequence[bool]) -> int | None:
    """Give the numbered title above a paragraph, where that is the first under it."""
    above = at - 1
    while above >= 0 and not kept[above]:
        if blocks[above].marker.number:
            return above
        above -= 1
    return None
