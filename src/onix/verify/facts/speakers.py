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
from onix.verify.facts.asked import asked
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line
from onix.verify.facts.shelf import Shelf

_SAME = 0.6  # how alike two statements have to be to say the same
_SHARED = 0.45  # and how much of the weight of the draft's words has to be in the source's
_MAYBE = 0.45  # how alike one has to be that may be what is meant, if it is the same speaker's,
_BEHIND = 0.25  # and how much less alike than the likest it may be
_ASKED = 4.0  # how likely two sentences tell of the same thing, for one to be asked who said it,
_ANSWERS = 5.0  # how well a speaker then has to answer
_BETTER = 5.0  # and how much better than any who may be the draft's
_PRONOUNS = frozenset({"he", "she"})
_KNOWN = _PRONOUNS | {"they", "it", "the", "his", "her", "its", "this", "that"}


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
        found = _verify(shelf, statements, line, quote)
        if found is not None:
            yield found


def _verify(shelf: Shelf, statements: Statements, line: Line, quote: Quote) -> Found | None:
    said, kind = line.said_in(quote), _kind(line, quote)
    if said is None or kind is None or quote.marked or not quote.source:
        return None
    alike = statements.like(line, said)
    if any(
        _may_be_one(quote, other) and likeness >= alike[0][0] - _BEHIND
        for likeness, _, other, _ in alike
    ):
        return _answered(shelf, line, quote, said)
    for likeness, where, other, place in alike[:1]:
        if (
            likeness >= _SAME
            and _kind(where, other) == kind
            and shelf.shared(said.text, place.text) >= _SHARED
            and not _other_numbers(line, said, where, place)
        ):
            source = other.source[0] if other.source else place
            return Found(
                "attribution", quote.source[0], "contradicted", where, source, "attribution"
            )
    return _answered(shelf, line, quote, said)


def _answered(shelf: Shelf, line: Line, quote: Quote, said: Span) -> Found | None:
    """Give who is said to have said it where the record is asked, if it surely is another."""
    kind = _kind(line, quote)
    if kind is None or quote.source[0].text.lower() in _PRONOUNS:
        return None
    told = [
        (where, other, other.source[0])
        for score, where in shelf.counterparts(line)
        if score >= _ASKED
        for other in where.quotes
        if other.source and other.source[0].overlaps(where.span)
    ]
    text = said.text.strip(' ,.“”"').removeprefix("that ")
    weights = asked(f"Who said that {text}?", [(where, source) for where, _, source in told])
    all_told = list(zip(weights, told, strict=True))
    others = [each for each in all_told if not _may_be_one(quote, each[1][1])]
    best = max(others, key=lambda each: each[0], default=None)
    own = max((weight for weight, each in all_told if _is_or_means(quote, each[1])), default=0.0)
    if best is None or best[0] < max(_ANSWERS, own + _BETTER):
        return None
    where, other, source = best[1]
    if _kind(where, other) != kind or shelf.shared(text, where.span.text) < _SHARED:
        return None
    return Found("attribution", quote.source[0], "contradicted", where, source, "attribution")


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


def _is_or_means(one: Quote, other: Quote) -> bool:
    """May two statements be the same speaker's, and not of somebody new: "a review", "auditors"?"""
    first = other.source[0].text.lower().split()[0]
    return _may_be_one(one, other) and (other.speaker is not None or first in _KNOWN)


def _words(name: str) -> frozenset[str]:
    return frozenset(words_of_name(name)) - {"the", "of"}


def _other_numbers(line: Line, said: Span, where: Line, place: Span) -> bool:
    """Do both have numbers, and none in common? Then they may be two statements."""
    mine = [each for each in amounts_of(line) if said.overlaps(each.span)]
    theirs = [each for each in amounts_of(where) if place.overlaps(each.span)]
    return bool(mine and theirs) and not any(a.agrees(b) for a in mine for b in theirs)
