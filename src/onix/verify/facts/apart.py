"""Is one thing put for another of its sort: the east wing for the west, a bus for a tram?

A word of a draft's line in, the word that stands there in the record out. Which things are of one
sort, and none the other, says a list. A word is wrong only where the record has it nowhere, and
the other where the same is told, beside the same words; what was looked up says nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.words import sections
from onix.verify.facts.amounts import amounts_of
from onix.verify.facts.asked import answers
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, Word
from onix.verify.facts.quantities import Amount
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings

_SENTENCES = 3  # that may tell the same, at most,
_TOLD = 5.0  # and how likely each has to
_NEAR = 5  # words on either side of both things
_SHARED = 0.8  # of which so much is the same, of the weight of a word the record hardly has
_ANSWERS = -5.0  # how well the other has to answer what it was, in logits
_CLOSE = 30  # characters from a number to what it counts
_NAMED = frozenset({"countries"})
_IN_NAMES = frozenset({"countries", "parts_of_government"})

_VERB = re.compile(r"(?:ed|ing)$")

Sorts = Mapping[str, int]


@cache
def _sorts() -> Mapping[str, Sorts]:
    """Give each word, by its stem, the sections it stands in and in which line of each."""
    found: dict[str, dict[str, int]] = {}
    for section, entries in sections("apart").items():
        for number, entry in enumerate(entries):
            for word in entry.split():
                found.setdefault(lexicon.stem(word.lower()), {})[section] = number
    return found


@cache
def _listed() -> frozenset[str]:
    """Give the words as they are listed: "wooden", and not "handed"."""
    entries = (entry for each in sections("apart").values() for entry in each)
    return frozenset(word.lower() for entry in entries for word in entry.split())


class Things:
    """The things of the sources that are of some sort."""

    def __init__(self, shelf: Shelf, tellings: Tellings) -> None:
        self._shelf, self._tellings = shelf, tellings
        self._known = frozenset[str]().union(*(line.stems for line in shelf.lines))
        self._sorts = frozenset(
            each for stem in self._known for each in _sorts().get(stem, {}).items()
        )

    def verify(self, line: Line) -> Iterator[Found]:
        """Give the things of a draft's line in whose place the record has another of the sort."""
        for word in line.words:
            sorts = _sorts_of(line, word)
            if sorts and not self._is_known(word, sorts):
                span = _span(line, word)
                found = None if line.is_quoted(span) else self._verify(line, word, span, sorts)
                if found is not None:
                    yield found

    def _is_known(self, word: Word, sorts: Sorts) -> bool:
        """Has the record the thing anywhere, by this word or by another for it?"""
        return (
            word.stem in self._known
            or not self._known.isdisjoint(lexicon.relatives(word.low))
            or not self._sorts.isdisjoint(sorts.items())
        )

    def _verify(self, line: Line, word: Word, span: Span, sorts: Sorts) -> Found | None:
        places = [
            (where, _span(where, other))
            for score, where in self._tellings.nearest(line)[:_SENTENCES]
            if score >= _TOLD and not self._shelf.is_looked_up(where)
            for other in where.words
            if self._is_apart(line, word, sorts, where, other)
        ]
        if not places:
            return None
        weights = answers(line, span, "what", places)
        weight, place = max(zip(weights, places, strict=True), key=lambda each: each[0])
        if weight < _ANSWERS:
            return None
        counted = _counted(line, span, *place)
        if counted is not None:  # "24 actors" for 24 dancers: it is what is counted that is wrong
            return Found("figure", counted, "contradicted", *place, "word")
        return Found("name", span, "contradicted", *place, "word")

    def _is_apart(self, line: Line, word: Word, sorts: Sorts, where: Line, other: Word) -> bool:
        """Are two things of one sort and two, and do they stand beside the same words?"""
        theirs = _sorts_of(where, other)
        if sorts.keys().isdisjoint(theirs) or _are_one(sorts, theirs):
            return False
        if other.stem in lexicon.relatives(word.low) or any(
            stem == other.stem or _are_one(theirs, _sorts().get(stem, {})) for stem in line.stems
        ):
            return False  # it means the same, or the draft tells of it, too
        needed = _SHARED * self._shelf.weight("")
        return self._shared(line, word, where, other) >= needed

    def _shared(self, line: Line, word: Word, where: Line, other: Word) -> float:
        """Give the weight of the words beside one that are beside the other, too."""
        theirs = [each for each in where.words if 0 < abs(each.place - other.place) <= _NEAR]
        return sum(
            self._shelf.weight(mine.stem)
            for mine in line.words
            if 0 < abs(mine.place - word.place) <= _NEAR
            and any(
                mine.stem == each.stem
                or (not mine.is_value and lexicon.match(mine.low, each.low) > 0)
                for each in theirs
            )
        )


def _sorts_of(line: Line, word: Word) -> Sorts:
    """Give the sorts a word is of here: none where it is written as a name."""
    found = _sorts().get(word.stem)
    if found is None or word.is_value or (_VERB.search(word.low) and word.low not in _listed()):
        return {}
    has_capital = line.document.text[word.start].isupper()
    is_name = has_capital and word.start != line.span.start
    return {
        section: number
        for section, number in found.items()
        if (section in _NAMED) <= has_capital and (section in _IN_NAMES or not is_name)
    }


def _counted(line: Line, thing: Span, where: Line, other: Span) -> Span | None:
    """Give a number with the thing it counts, where the record has the other so many times."""
    return next(
        (
            line.document.span(mine.span.start, thing.end)
            for mine in amounts_of(line)
            for theirs in amounts_of(where)
            if mine.value == theirs.value
            and _counts(line, mine, thing)
            and _counts(where, theirs, other)
        ),
        None,
    )


def _counts(line: Line, amount: Amount, thing: Span) -> bool:
    """Does an amount count a thing that stands close behind it?"""
    head = "" if amount.head is None else lexicon.stem(amount.head)
    between = thing.start - amount.span.end
    return head == lexicon.stem(thing.text.lower()) and 0 < between <= _CLOSE


def _are_one(one: Sorts, other: Sorts) -> bool:
    """Do two words stand for one another in some sort?"""
    return any(other.get(section) == number for section, number in one.items())


def _span(line: Line, word: Word) -> Span:
    return line.document.span(word.start, word.start + len(word.low))
