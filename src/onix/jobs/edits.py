"""What was changed between two versions of a document: texts in, the words that differ out.

Lines are laid along one another first, then the words of the lines that are not the same; case,
marks and the ways of writing one word do not count (see `alignment`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from onix.alignment import Tokens, align, gaps, tokenise
from onix.model import Document, Span

AROUND = 5  # words shown before and behind a change
_TOGETHER = 2  # words that are the same between two changes that are shown as one
_MOST = 200_000_000  # pairs of words, above which lines are compared as wholes


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that were changed: put in where `before` is empty, struck out where `after` is.

    Attributes:
        lead: The words that stand before them in both versions; `trail` those behind.
    """

    before: Span
    after: Span
    lead: str
    trail: str

    def touches(self, span: Span) -> bool:
        """Does it change words of this span of the older version?"""
        if self.before.start == self.before.end:
            return (
                span.document_id == self.before.document_id
                and span.start < self.before.start < span.end
            )
        return self.before.overlaps(span)


def edits(old: Document, new: Document) -> tuple[Edit, ...]:
    """Give the changes in the order of the text; none where only marks or capitals differ."""
    return tuple(
        edit for one, other in _parts(old.text, new.text) for edit in _edits(old, new, one, other)
    )


def _parts(old: str, new: str) -> Iterator[tuple[slice, slice]]:
    """Give the stretches of lines (as characters) that are not the same in both."""
    one, other = old.split("\n"), new.split("\n")
    starts = [
        list(accumulate((len(line) + 1 for line in each), initial=0)) for each in (one, other)
    ]
    for kind, low, high, first, last in SequenceMatcher(
        None, one, other, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            yield (
                slice(starts[0][low], max(starts[0][low], starts[0][high] - 1)),
                slice(starts[1][first], max(starts[1][first], starts[1][last] - 1)),
            )


def _edits(old: Document, new: Document, one: slice, other: slice) -> Iterator[Edit]:
    texts = old.text[one], new.text[other]
    was, now = tokenise(texts[0]), tokenise(texts[1])
    found: list[tuple[int, int, int, int]] = []
    if len(was) * len(now) > _MOST:
        found = [(0, len(was), 0, len(now))]
    else:
        blocks = align(was.ids.tolist(), now.ids.tolist())[0]
        for gap in gaps(blocks, len(was), len(now)):
            if found and gap[0] - found[-1][1] <= _TOGETHER:
                found[-1] = (found[-1][0], gap[1], found[-1][2], gap[3])
            else:
                found.append(gap)
    for low, high, first, last in found:
        yield Edit(
            _span(old, one.start, was, low, high),
            _span(new, other.start, now, first, last),
            _words(texts[0], was, low - AROUND, low),
            _words(texts[0], was, high, high + AROUND),
        )


def _span(document: Document, shift: int, tokens: Tokens, low: int, high: int) -> Span:
    """Give the words from token `low` up to `high`; where there are none, the place between."""
    if low < high:
        return document.span(shift + int(tokens.starts[low]), shift + int(tokens.ends[high - 1]))
    at = shift + (int(tokens.starts[low]) if low < len(tokens) else _end(tokens))
    return document.span(at, at)


def _end(tokens: Tokens) -> int:
    return int(tokens.ends[-1]) if len(tokens) else 0


def _words(text: str, tokens: Tokens, low: int, high: int) -> str:
    low, high = max(0, low), min(len(tokens), high)
    if low >= high:
        return ""
    return " ".join(text[int(tokens.starts[low]) : int(tokens.ends[high - 1])].split())
