"""Is what a draft has somebody say another's? Statements of a line in, what the record has out.

What stands in quotation marks is checked word for word elsewhere; here it is what is told in other
words. The record has to give nearly the same to somebody who surely is another: a person of another
name for a person, a body of another name for a body.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from onix.model import Quote, Span
from onix.model.marks import MentionKind
from onix.reading.identities import words_of as words_of_name
from onix.verify.facts.amounts import amounts_of
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line
from onix.verify.facts.shelf import Shelf

_SAME = 0.6  # how alike two statements have to be to say the same
_SHARED = 0.45  # and how much of the weight of the draft's words has to be in the source's
_MAYBE = 0.45  # how alike one has to be that may be what is meant, if it is the same speaker's,
_BEHIND = 0.25  # and how much less alike than the likest it may be
_PRONOUNS = frozenset({"he", "she"})


class Statements:
    """What the sources have somebody say, and who it is."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        found = (
            (line, quote, said)
            for line in shelf.lines
            for quote in line.quotes
            if (said := line.said_in(quote)) is not None and shelf.has(line, said)
        )
        self._all = list(found)
        rows = [shelf.vector(line, said) for line, _, said in self._all]
        self._matrix = np.array(rows) if rows else None

    def like(self, line: Line, said: Span) -> list[tuple[float, Line, Quote, Span]]:
        """Give the statements that may be the same, best first, by how alike they are."""
        if self._matrix is None or not self._shelf.has(line, said):
            return []
        scores = self._matrix @ self._shelf.vector(line, said)
        order = [at for at in scores.argsort()[::-1] if scores[at] >= _MAYBE]
        return [(float(scores[at]), *self._all[at]) for at in order]


def verify_speakers(shelf: Shelf, statements: Statements, line: Line) -> Iterator[Found]:
    """Give the statements of a line that the record gives to somebody else."""
    for quote in line.quotes:
        said, kind = line.said_in(quote), _kind(line, quote)
        if said is None or kind is None or quote.marked or not quote.source:
            continue
        alike = statements.like(line, said)
        if any(
            _may_be_one(quote, other) and likeness >= alike[0][0] - _BEHIND
            for likeness, _, other, _ in alike
        ):
            continue
        for likeness, where, other, place in alike[:1]:
            if (
                likeness >= _SAME
                and _kind(where, other) == kind
                and shelf.shared(said.text, place.text) >= _SHARED
                and not _other_numbers(line, said, where, place)
            ):
                source = other.source[0] if other.source else place
                yield Found(
                    "attribution", quote.source[0], "contradicted", where, source, "attribution"
                )


def _kind(line: Line, quote: Quote) -> MentionKind | None:
    """Say what a speaker is who is named; None where that is not sure."""
    if quote.speaker is None:
        return None
    if not quote.source:
        return "person" if line.document.turns else None
    words = quote.source[0]
    if words.text.lower() in _PRONOUNS:
        return "person"
    named = (
        each.kind
        for each in line.mentions
        if each.span.overlaps(words) and each.name and _words(each.name) & _words(quote.speaker)
    )
    kind = next(named, None)
    return kind if kind in ("person", "organisation") else None


def _may_be_one(one: Quote, other: Quote) -> bool:
    """May two statements be the same speaker's: who shares a name, or is left open?"""
    if other.speaker is None:
        return True
    return bool(_words(one.speaker or "") & _words(other.speaker))


def _words(name: str) -> frozenset[str]:
    return frozenset(words_of_name(name)) - {"the", "of"}


def _other_numbers(line: Line, said: Span, where: Line, place: Span) -> bool:
    """Do both have numbers, and none in common? Then they may be two statements."""
    mine = [each for each in amounts_of(line) if said.overlaps(each.span)]
    theirs = [each for each in amounts_of(where) if place.overlaps(each.span)]
    return bool(mine and theirs) and not any(a.agrees(b) for a in mine for b in theirs)
