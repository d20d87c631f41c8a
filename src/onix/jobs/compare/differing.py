"""Word by word: an old point and what became of it in, the differences out, exact to the character.

Put into the old text they give the new one. What kind a difference is (a number, a negation, only
typography) is told as `onix check` tells it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast, get_args

from onix.alignment import Block, align, gaps, tokenise
from onix.model import Edit, EditKind, Span
from onix.reading.grammar.lexicon import stem
from onix.reading.words import words_of
from onix.verify.differences import Words, of_changed, of_left_out, of_put_in

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\w|[^\w\s]")
_PLAIN = re.compile(r"\w")
_AROUND = 8  # words looked at on either side
_MOST = 0.5  # of the words that stand in another part as well
_ENDS = frozenset({"and", "or", ",", ";", ".", ":"})
_STOPS = ".?!…:"

Place = tuple[int, int]


class _Text:
    """A text cut into words and marks."""

    def __init__(self, span: Span) -> None:
        self.span = span
        self.places = [match.span() for match in _TOKEN.finditer(span.text)]
        self.words = [span.text[start:end] for start, end in self.places]

    def between(self, first: int, last: int) -> Place:
        """Give where what lies between tokens starts and ends, spaces on both sides included."""
        start = self.places[first - 1][1] if first else 0
        end = self.places[last][0] if last < len(self.places) else len(self.span.text)
        return start, end


def differences(before: Span, after: Span) -> list[Edit]:
    """Give the differences of two texts in order."""
    old, new = _Text(before), _Text(after)
    found: list[Edit] = []
    numbers: dict[str, int] = {}
    one, other = (
        [numbers.setdefault(word, len(numbers)) for word in each.words] for each in (old, new)
    )
    blocks = _without_islands(align(one, other)[0], old, new)
    at = (0, 0)
    for first, last, start, end in gaps(blocks, len(one), len(other)):
        found += _spacing(old, new, at, (first, start))
        edit = _edit(old, new, (first, last), (start, end))
        if edit is not None:
            found.append(edit)
        at = (last, end)
    found += _spacing(old, new, at, (len(one), len(other)))
    return found


def _spacing(old: _Text, new: _Text, begin: Place, end: Place) -> list[Edit]:
    """Give the places within words that both have where the spaces between them differ."""
    found = []
    edges = range(end[0] - begin[0] + 1)
    for step in edges:
        # A gap before the first or behind the last word holds its own spaces.
        if (step == 0 and begin != (0, 0)) or (
            step == edges[-1] and end != (len(old.places), len(new.places))
        ):
            continue
        one = old.between(begin[0] + step, begin[0] + step)
        other = new.between(begin[1] + step, begin[1] + step)
        if old.span.text[slice(*one)] != new.span.text[slice(*other)]:
            found.append(Edit("typography", _cut(old.span, one), _cut(new.span, other)))
    return found


def _edit(old: _Text, new: _Text, gone: Place, come: Place) -> Edit | None:
    one, other = _without_shared_spaces(
        old.span.text, old.between(*gone), new.span.text, new.between(*come)
    )
    before, after = _cut(old.span, one), _cut(new.span, other)
    if not before.text and not after.text:
        return None
    return Edit(_kind(old, new, gone, come, before, after), before, after)


def _without_shared_spaces(one: str, at: Place, other: str, there: Place) -> tuple[Place, Place]:
    (start, end), (first, last) = at, there
    while start < end and first < last and one[start] == other[first] and one[start].isspace():
        start, first = start + 1, first + 1
    while (
        start < end and first < last and one[end - 1] == other[last - 1] and one[end - 1].isspace()
    ):
        end, last = end - 1, last - 1
    return (start, end), (first, last)


def _kind(old: _Text, new: _Text, gone: Place, come: Place, before: Span, after: Span) -> EditKind:
    is_last = gone[1] == len(old.places) and come[1] == len(new.places)
    rest = {word.lower() for word in old.words[slice(*gone)] + new.words[slice(*come)]}
    if is_last and rest <= _ENDS:
        return "typography"  # "; and" at the end of an item that is the last no more
    if list(tokenise(before.text).ids) == list(tokenise(after.text).ids):
        return "typography"
    ours, theirs = _words(old, gone), _words(new, come)
    if not ours.words:
        return _known(of_put_in(theirs)[0], "inserted")
    if not theirs.words:
        return _known(of_left_out(ours)[0], "cut")
    changed = of_changed(theirs, ours)
    return "typography" if changed is None else _known(changed[0], "word")


def _known(kind: str, otherwise: EditKind) -> EditKind:
    """Give a kind as comparing has it: nothing in a plan is a slip of the tongue."""
    return cast("EditKind", kind) if kind in get_args(EditKind) else otherwise


def _words(text: _Text, place: Place) -> Words:
    first, last = place
    inside = [word for word in text.words[first:last] if _PLAIN.search(word)]
    start, end = text.between(first, last)
    return Words(
        tuple(inside),
        text.span.text[start:end].strip(),
        opens=_opens_at(text.span.text, start),
        before=tuple(text.words[max(0, first - _AROUND) : first]),
        behind=tuple(text.words[last : last + _AROUND]),
    )


def _opens_at(text: str, start: int) -> bool:
    """Does a sentence begin there: at the very start, or behind a stop?"""
    at = start
    while at and text[at - 1].isspace():
        at -= 1
    return start == 0 or (at > 0 and text[at - 1] in _STOPS)


def _without_islands(blocks: Sequence[Block], old: _Text, new: _Text) -> list[Block]:
    """Leave out small words that happen to stand alone between two longer differences."""
    small = words_of("speech", "function")
    kept: list[Block] = []
    for number, block in enumerate(blocks):
        words = old.words[block.one : block.one + block.size]
        before = kept[-1] if kept else Block(0, 0, 0)
        is_inside = bool(kept) and number + 1 < len(blocks)
        if is_inside and all(not _PLAIN.search(word) or word.lower() in small for word in words):
            after = blocks[number + 1]
            left = block.one - before.one - before.size + block.other - before.other - before.size
            right = after.one - block.one + after.other - block.other - 2 * block.size
            if min(left, right) > block.size:
                continue
        kept.append(block)
    return kept


def with_elsewhere(
    edits: Sequence[Edit], other_befores: Sequence[Span], other_afters: Sequence[Span]
) -> list[Edit]:
    """Name what is only gone to another part of a split point, or come from one merged with it.

    Args:
        other_befores: The old points that the new one also comes from.
        other_afters: The new points that the old one also became.
    """
    gone, come = ({word for each in spans for word in _content(each.text)} for spans in
                  (other_afters, other_befores))  # fmt: skip
    found = []
    for each in edits:
        text, there = (each.before.text, gone) if each.before.text else (each.after.text, come)
        words = _content(text)
        is_one_sided = not (each.before.text.strip() and each.after.text.strip())
        if is_one_sided and words and sum(map(there.__contains__, words)) >= _MOST * len(words):
            each = replace(each, kind="elsewhere")
        found.append(each)
    return found


def _content(text: str) -> list[str]:
    small = words_of("speech", "function")
    words = (match[0].lower() for match in _TOKEN.finditer(text) if _PLAIN.search(match[0]))
    return [stem(word) for word in words if word not in small]


def _cut(span: Span, place: Place) -> Span:
    start, end = place
    return Span(span.document_id, span.start + start, span.start + end, span.text[start:end])
