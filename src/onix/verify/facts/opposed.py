"""Is what a draft says the opposite of what the record says: "admits" for "denies"?

A line of a draft in, the word that stands there in the record out. Which words are opposites says a
list. A word is wrong only where a sentence of the record most likely tells the same, none of those
that may has the word, and both are said of the same: who lost to a winner has not won.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.words import words_of
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, Word, words_in
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings

_SENTENCES = 3  # that may tell the same, at most,
_TOLD = 5.0  # and how likely each has to,
_MAY_TELL = 2.0  # and how likely one that has the draft's word may
_DENIED = 3  # words before a verb in which it is denied


class Opposed:
    """The words of the sources of which the opposite may be told."""

    def __init__(self, shelf: Shelf, tellings: Tellings) -> None:
        self._shelf, self._tellings = shelf, tellings
        self._known = frozenset[str]().union(*(line.stems for line in shelf.lines))

    def verify(self, line: Line) -> Iterator[Found]:
        """Give the words of a draft's line of which the record has the opposite."""
        if line.is_question:
            return
        for word in line.words:
            against = _of_one_thing(word.low)
            if word.is_value or against.isdisjoint(self._known):
                continue
            span = line.document.span(word.start, word.start + len(word.low))
            if not (line.is_quoted(span) or _is_denied(line, word) or _is_name(line, word)):
                yield from self._verify(line, word, span, against)

    def _verify(
        self, line: Line, word: Word, span: Span, against: frozenset[str]
    ) -> Iterator[Found]:
        nearest = self._tellings.nearest(line)
        if any(score >= _MAY_TELL and _has(where, word) for score, where in nearest):
            return
        for score, where in nearest[:_SENTENCES]:
            if score < _TOLD or self._shelf.is_looked_up(where) or where.is_question:
                continue
            other = _opposite(line, word, where, against)
            if other is not None:
                source = where.document.span(other.start, other.start + len(other.low))
                compared = "the record says the opposite"
                yield Found("name", span, "contradicted", where, source, "word", compared=compared)
                return


def _has(where: Line, word: Word) -> bool:
    """Has a sentence the word, or another for it?"""
    return word.stem in where.stems or not where.stems.isdisjoint(lexicon.relatives(word.low))


@cache
def _of_one_thing(word: str) -> frozenset[str]:
    """Give the opposites of a word, where only one of both holds of whoever it is said of."""
    is_one = lexicon.stem(word) in {lexicon.stem(each) for each in words_of("facts", "either")}
    return lexicon.opposites(word) if is_one else frozenset()


def _opposite(line: Line, word: Word, where: Line, against: frozenset[str]) -> Word | None:
    """Give the opposite of a word, where a sentence says it of the same."""
    return next(
        (
            other
            for other in where.words
            if other.stem in against
            and not _is_denied(where, other)
            and not _is_name(where, other)
            and _are_said_of_one(_around(line, word), _around(where, other))
        ),
        None,
    )


Around = tuple[frozenset[str], frozenset[str]]


def _around(line: Line, word: Word) -> Around:
    """Give the stems of the words before a word and, in its clause, behind it; no numbers or times.

    A subject may stand before an insertion.
    """
    clause = next((each for each in line.clauses if each.start <= word.start < each.end), line.span)
    words = [each for each in line.words if not each.is_value]
    before = (each.stem for each in words if each.start < word.start)
    behind = (each.stem for each in words if word.start < each.start < clause.end)
    return frozenset(before), frozenset(behind)


def _are_said_of_one(mine: Around, theirs: Around) -> bool:
    """Has it the same subject, and the same object where both have one, and not turned round?"""
    crossed = (mine[0] & theirs[1]) | (mine[1] & theirs[0])
    if not mine[0] & theirs[0] or crossed - (mine[0] & theirs[0]) - (mine[1] & theirs[1]):
        return False
    return bool(mine[1] & theirs[1]) or not (mine[1] and theirs[1])


def _is_denied(line: Line, word: Word) -> bool:
    """Is a word denied, or only thought of: "did not accept", "may accept", "to accept"?"""
    before = words_in(line.before(word.start))[-_DENIED:]
    denying = words_of("facts", "denying") | words_of("facts", "open") | {"to", "if", "would"}
    return any(each in denying or each.endswith("n't") for each in before)


def _is_name(line: Line, word: Word) -> bool:
    """Does a word stand in a name: "the Right to Win Fund"?"""
    return any(each.start <= word.start < each.end for each in line.names)
