"""What a reader of a text keeps in mind: places of names in, who was named where and who spoke out.

Whom of these somebody means at a place is for `recall` to see.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Container, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate

from onix.reading.grammar.quotemarks import MASK
from onix.reading.grammar.sentence_words import Region
from onix.reading.grammar.units import Unit
from onix.reading.names.genders import Gender
from onix.reading.speakers.standing import (
    is_governed,
    is_heading,
    is_subject,
    is_topic,
    opens_clause,
)

_BYLINE = 3  # lines
_SHORT = 1.9  # sentences a paragraph
_CLOSE_BY = 1_500  # characters within which somebody else may have been called the same
# "Ann Lee, 45, |a vet|", "Ann Lee, who is |a vet|"
_IS_ONE = re.compile(
    r",\s(?:\d+,\s)?|(?:,\swho)?\s(?:(?:is|was|(?:has|had)\sbeen|became)|work(?:s|ed)\sas)"
    r"\s(?:[a-z]+\s)?"
)
_PLAIN = re.compile(r"\w")


@dataclass(slots=True)
class Place:
    """Where somebody is named or meant outside quote marks.

    Attributes:
        name: "" where a family name alone leaves open which of its `bearers` it means.
        seen: Was it looked at closely, so that what follows is known?
    """

    start: int
    end: int
    name: str
    unit: int
    paragraph: int
    pronoun: bool = False
    bearers: Set[str] = frozenset()
    seen: bool = False
    subject: bool = False
    opens: bool = False
    owned: bool = False
    governed: bool = False

    def who(self, fits: Container[str]) -> str:
        """Give who this is; of a family the only one who fits: "Lund frowned. |She| left"."""
        if self.name or not self.bearers:
            return self.name
        found = [name for name in self.bearers if name in fits]
        return found[0] if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Where a sentence is about somebody without a name.

    Attributes:
        gender: As the noun tells: "her husband" is not "she".
        definite: "The actress" may be somebody who was named, "an actress" is not.
    """

    start: int
    unit: int
    paragraph: int
    gender: Gender | None
    definite: bool


@dataclass(slots=True)
class Turn:
    """Who said something: None when that is somebody without a name, who may be told by a noun.

    Attributes:
        described: The noun for one person that is left open, as in "the mother of three".
        said: Where what they say begins and ends.
    """

    name: str | None
    position: int
    unit: int
    paragraph: int
    noun: str = ""
    described: str = ""
    said: Region = (0, 0)


class Memory:
    """What a reader of a text keeps in mind: who was named where, and who spoke.

    Args:
        masked: The text with what stands in quote marks masked.
        units: Its sentences, in order.
        captions: Where lines below pictures begin and end, in turn.
    """

    def __init__(self, masked: str, units: Sequence[Unit], captions: Sequence[int] = ()) -> None:
        self._masked = masked
        self._units = units
        self._starts = [unit.start for unit in units]
        # Sentences that are nothing but a quotation do not count in how long ago something was.
        plain = [
            _PLAIN.search(masked, unit.start, unit.end) is not None
            and bisect_right(captions, unit.start) % 2 == 0
            for unit in units
        ]
        self._numbers = [0, *accumulate(plain)]
        # Where paragraphs are hardly longer than a sentence, their ends say little.
        last = units[-1].paragraph + 1 if units else 1
        self.style = "short " if len(units) < _SHORT * last else ""
        self._headings = {
            number for number, unit in enumerate(units) if is_heading(masked[unit.start : unit.end])
        }
        self.places: list[Place] = []
        self.counts: dict[str, int] = {}
        self.order: dict[str, int] = {}
        self._first: dict[str, int] = {}
        self.unnamed: list[Unnamed] = []
        self.turns: list[Turn] = []

    def unit_at(self, position: int) -> int:
        """Give the number of the sentence at a place."""
        return max(0, bisect_right(self._starts, position) - 1)

    def text(self, start: int, end: int) -> str:
        """Give a stretch of the text, with quotations masked."""
        return self._masked[start:end]

    def sentence_to(self, position: int) -> Region:
        """Give the sentence at a place up to there."""
        return (self._starts[self.unit_at(position)] if self._starts else 0), position

    def paragraph_at(self, position: int) -> int:
        """Give the number of the paragraph at a place."""
        return self._units[self.unit_at(position)].paragraph if self._units else 0

    def paragraph_of(self, name: str, position: int) -> int | None:
        """Give the paragraph in which somebody was named or meant last before a place."""
        first = bisect_left(self.places, position, key=start_of)
        before = (place for place in reversed(self.places[:first]) if place.name == name)
        last = next(before, None)
        return None if last is None else last.paragraph

    def note(self, start: int, end: int, name: str, *, pronoun: bool = False) -> None:
        """Remember that somebody is named or meant at a place."""
        unit = self.unit_at(start)
        if self._masked[start] == MASK or unit in self._headings or self._is_byline(unit, name):
            return
        paragraph = self._units[unit].paragraph if self._units else 0
        place = Place(start, end, name, unit, paragraph, pronoun)
        if pronoun:
            place.seen = place.subject = place.opens = True
        if self.places and self.places[-1].start > start:
            insort(self.places, place, key=start_of)
        else:
            self.places.append(place)
        self.counts[name] = self.counts.get(name, 0) + 1
        self.order.setdefault(name, len(self.order))
        self._first[name] = min(start, self._first.get(name, start))

    def note_family(self, start: int, end: int, bearers: Set[str]) -> None:
        """Remember that one of a family is named at a place, before any place is asked for."""
        unit = self.unit_at(start)
        if self._masked[start] != MASK and unit not in self._headings:
            paragraph = self._units[unit].paragraph if self._units else 0
            self.places.append(Place(start, end, "", unit, paragraph, bearers=bearers))

    def name_family(self, start: int, end: int, name: str) -> None:
        """Remember whom a family name means that was noted as one of several."""
        first = bisect_left(self.places, start, key=start_of)
        if first < len(self.places) and self.places[first].end == end:
            self.places[first].name = name
            self.counts[name] = self.counts.get(name, 0) + 1

    def note_meant(self, start: int, end: int, name: str) -> None:
        """Remember that a description means somebody: its sentence is about no unnamed person."""
        self.unnamed = [each for each in self.unnamed if each.start != start]
        if not any(place.name == name for place in self.between(start, end)):
            self.note(start, end, name)

    def _is_byline(self, unit: int, name: str) -> bool:
        """Does one of the first lines hold a name and nothing else: whose article it is?"""
        if not unit < min(_BYLINE, len(self._units)):
            return False
        line = self._masked[self._units[unit].start : self._units[unit].end].strip()
        return line == name or line.removeprefix("By ") == name

    def note_unnamed(self, start: int, gender: Gender | None, definite: bool) -> None:
        """Remember, in order, that a sentence is about somebody without a name: "A roofer"."""
        unit = self.unit_at(start)
        self.unnamed.append(Unnamed(start, unit, self._units[unit].paragraph, gender, definite))

    def spoke(
        self,
        position: int,
        name: str | None,
        noun: str = "",
        described: str = "",
        *,
        said: Region = (0, 0),
    ) -> None:
        """Remember who said something last, by name or by what they are, and where."""
        unit = self.unit_at(position)
        paragraph = self._units[unit].paragraph if self._units else 0
        self.turns.append(Turn(name, position, unit, paragraph, noun, described, said))

    def between(self, start: int, end: int) -> Iterator[Place]:
        """Give where somebody is named or meant in a stretch of the text, each looked at.

        One at a time, as most who ask need but the first, and a stretch may be the whole text.
        """
        first = bisect_left(self.places, start, key=start_of)
        for number in range(first, bisect_left(self.places, end, key=start_of)):
            self.look_at(self.places[number])
            yield self.places[number]

    def named(self, start: int, end: int) -> Sequence[Place]:
        """Give where somebody is named or meant in a stretch of the text, unlooked at."""
        first = bisect_left(self.places, start, key=start_of)
        return self.places[first : bisect_left(self.places, end, key=start_of)]

    def is_another(self, name: str, noun: str, at: int) -> bool:
        """Was one without a name called so since a name came up: "an executive there said"?"""
        new = re.compile(rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[a-z-]+ ){{0,2}}{re.escape(noun)}\b")
        found = (match.start() for match in new.finditer(self._masked, max(0, at - _CLOSE_BY), at))
        return any(
            self.is_named_before(name, start) and not self._introduces(name, start)
            for start in found
        )

    def _introduces(self, name: str, at: int) -> bool:
        """Is it said of themselves: "Ann Lee, |a vet|, left", "she was |a vet|"?"""
        first = bisect_left(self.places, at, key=start_of)
        last = self.places[first - 1] if first else None
        said = last is not None and _IS_ONE.fullmatch(self._masked, last.end, at)
        return bool(said) and last is not None and last.name == name

    def is_named_before(self, name: str, at: int) -> bool:
        """Is somebody named or meant anywhere before a place?"""
        return self._first.get(name, at) < at

    def begins(self, unit: int) -> int:
        """Give where a sentence begins."""
        return self._starts[unit] if 0 <= unit < len(self._starts) else 0

    def times(self, name: str) -> int:
        """Give how often somebody was named or meant so far, and is named in what follows."""
        return self.counts.get(name, 0)

    def since(self, unit: int, earlier: int) -> int:
        """Give how many sentences back one is, those left out that are but a quotation."""
        return self._numbers[unit] - self._numbers[earlier]

    def lead(self, unit: int, position: int) -> str:
        """Give what stands before a place in its sentence, with quotations masked."""
        return self._masked[self.begins(unit) : position]

    def look_at(self, place: Place) -> None:
        """Look closely at a place, once: most are never asked for."""
        if place.seen:
            return
        place.seen = True
        place.owned = self._masked[place.end : place.end + 2] in ("’s", "'s")
        begin = self._starts[place.unit] if self._starts else 0
        if is_topic(self._masked, begin, place.start, place.end):
            place.subject = place.opens = True
            return
        place.governed = is_governed(self._masked, begin, place.start)
        free = not (place.owned or place.governed)
        place.subject = free and is_subject(self._masked, place.start, place.end)
        place.opens = opens_clause(self._masked, begin, place.start)


def start_of(place: Place | Unnamed) -> int:
    """Give where a place begins."""
    return place.start
