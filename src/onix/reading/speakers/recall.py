"""Whom a reader has in mind at a place in a text: places of names in, candidates with signs out.

Each candidate has a few signs that linguists agree on: how long ago they were named, whether as
the subject, who spoke last. Who of them is meant is chosen in `choices`.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Container, Iterable, Sequence, Set
from dataclasses import dataclass, field
from itertools import accumulate

from onix.reading.grammar.quotemarks import MASK
from onix.reading.grammar.sentence_words import Region
from onix.reading.grammar.units import Unit
from onix.reading.speakers.cast import Gender
from onix.reading.speakers.choices import NOBODY, Signs
from onix.reading.speakers.standing import is_governed, is_heading, is_subject, opens_clause

# Somebody named longer ago than this many characters is not "he" without being named again.
_MEMORY = 3_000
_AHEAD = 6  # places behind that are looked at
_NEXT_REACH = 3  # sentences
_LAST_TURN = 2  # paragraphs within which somebody is remembered to have spoken
_TURNS = 20
_UNNAMED_REACH = 3  # sentences
_FIRST_REACH = 8  # sentences within which somebody is named who was "she" from the beginning
_MANY = 6  # people that a reader keeps in mind at once
_BYLINE = 3  # lines
_SHORT = 1.9  # sentences a paragraph
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
    """Who said something: None when that is somebody without a name, who may be told by a noun."""

    name: str | None
    position: int
    unit: int
    paragraph: int
    noun: str = ""


@dataclass(slots=True)
class _Look:
    """A look for candidates at a place, and what was seen."""

    position: int
    unit: int
    paragraph: int
    fits: Container[str]
    said: Sequence[Region]
    gender: Gender | None = None
    rows: dict[str, Signs] = field(default_factory=dict)
    near: set[str] = field(default_factory=set)  # in this paragraph and the one before
    here: set[str] = field(default_factory=set)
    opener: str = ""
    last_subject: str = ""

    def is_said(self, place: Place) -> bool:
        return any(start <= place.start < end for start, end in self.said)


class Memory:
    """What a reader of a text keeps in mind: who was named where, and who spoke.

    Args:
        masked: The text with what stands in quote marks masked.
        units: Its sentences, in order.
    """

    def __init__(self, masked: str, units: Sequence[Unit]) -> None:
        self._masked = masked
        self._units = units
        self._starts = [unit.start for unit in units]
        # Sentences that are nothing but a quotation do not count in how long ago something was.
        plain = [_PLAIN.search(masked, unit.start, unit.end) is not None for unit in units]
        self._numbers = [0, *accumulate(plain)]
        # Where paragraphs are hardly longer than a sentence, their ends say little.
        last = units[-1].paragraph + 1 if units else 1
        self._style = "short " if len(units) < _SHORT * last else ""
        self._headings = {
            number for number, unit in enumerate(units) if is_heading(masked[unit.start : unit.end])
        }
        self._places: list[Place] = []
        self._counts: dict[str, int] = {}
        self._order: dict[str, int] = {}
        self._unnamed: list[Unnamed] = []
        self.turns: list[Turn] = []

    def unit_at(self, position: int) -> int:
        """Give the number of the sentence at a place."""
        return max(0, bisect_right(self._starts, position) - 1)

    def sentence_to(self, position: int) -> Region:
        """Give the sentence at a place up to there."""
        return (self._starts[self.unit_at(position)] if self._starts else 0), position

    def paragraph_at(self, position: int) -> int:
        """Give the number of the paragraph at a place."""
        return self._units[self.unit_at(position)].paragraph if self._units else 0

    def paragraph_of(self, name: str, position: int) -> int | None:
        """Give the paragraph in which somebody was named or meant last before a place."""
        first = bisect_left(self._places, position, key=_start)
        before = (place for place in reversed(self._places[:first]) if place.name == name)
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
        if self._places and self._places[-1].start > start:
            insort(self._places, place, key=_start)
        else:
            self._places.append(place)
        self._counts[name] = self._counts.get(name, 0) + 1
        self._order.setdefault(name, len(self._order))

    def note_family(self, start: int, end: int, bearers: Set[str]) -> None:
        """Remember that one of a family is named at a place, before any place is asked for."""
        unit = self.unit_at(start)
        if self._masked[start] != MASK and unit not in self._headings:
            paragraph = self._units[unit].paragraph if self._units else 0
            self._places.append(Place(start, end, "", unit, paragraph, bearers=bearers))

    def note_meant(self, start: int, end: int, name: str) -> None:
        """Remember that a description means somebody: its sentence is about no unnamed person."""
        self._unnamed = [each for each in self._unnamed if each.start != start]
        if not any(place.name == name for place in self.between(start, end)):
            self.note(start, end, name)

    def _is_byline(self, unit: int, name: str) -> bool:
        """Does one of the first lines hold a name and nothing else: whose article it is?"""
        if not unit < min(_BYLINE, len(self._units)):
            return False
        line = self._masked[self._units[unit].start : self._units[unit].end].strip()
        return line == name or line.removeprefix("By ") == name

    def note_unnamed(self, start: int, gender: Gender | None, *, definite: bool) -> None:
        """Remember, in order, that a sentence is about somebody without a name: "A roofer"."""
        unit = self.unit_at(start)
        self._unnamed.append(Unnamed(start, unit, self._units[unit].paragraph, gender, definite))

    def spoke(self, position: int, name: str | None, noun: str = "") -> None:
        """Remember who said something last, by name or by what they are."""
        unit = self.unit_at(position)
        paragraph = self._units[unit].paragraph if self._units else 0
        self.turns.append(Turn(name, position, unit, paragraph, noun))

    def between(self, start: int, end: int) -> list[Place]:
        """Give where somebody is named or meant in a stretch of the text, each looked at."""
        first = bisect_left(self._places, start, key=_start)
        found = self._places[first : bisect_left(self._places, end, key=_start)]
        for place in found:
            self._see(place)
        return found

    def begins(self, unit: int) -> int:
        """Give where a sentence begins."""
        return self._starts[unit] if 0 <= unit < len(self._starts) else 0

    def candidates(
        self,
        position: int,
        fits: Container[str],
        said: Sequence[Region] = (),
        *,
        far: Iterable[str] = (),
        gender: Gender | None = None,
        spoken_of: Iterable[str] = (),
    ) -> dict[str, Signs]:
        """Give those who may be meant at a place, named before it or soon behind, with their signs.

        Args:
            fits: Who may be a candidate at all.
            said: What they say; somebody named in it is seldom the one who says it.
            far: Those of them who are candidates however far away they are named.
            gender: That of the words that mean them, where they tell one.
            spoken_of: Those whom they name in what they say, in marks.
        """
        unit, paragraph = self.unit_at(position), self.paragraph_at(position)
        look = _Look(position, unit, paragraph, fits, said, gender)
        first = bisect_left(self._places, position, key=_start)
        self._look_back(look, first)
        self._look_ahead(look, first)
        rows = look.rows
        for name in far:
            if name not in rows and name in self._counts and name in fits:
                rows[name] = {"far": 1.0}
        for name, signs in rows.items():
            if self._order[name] == 0:
                signs["first"] = 1.0
        for name in rows.keys() & set(spoken_of):
            rows[name]["spoken of"] = 1.0
        for sign, names in (
            ("alone", rows),
            ("alone near", look.near),
            ("alone here", look.here),
        ):
            if len(names) == 1:
                rows[next(iter(names))][sign] = 1.0
        for sign, name in (("opener", look.opener), ("last subject", look.last_subject)):
            if name:
                rows[name][sign] = 1.0
        self._add_bare(rows, look)
        nobody: Signs = {"nobody": 1.0}
        if look.near:
            nobody["many near"] = math.log(1 + len(look.near))
        else:
            nobody["nobody near"] = 1.0
        self._add_turns(rows, nobody, look)
        self._add_unnamed(nobody, look, first)
        rows[NOBODY] = nobody
        return rows

    def times(self, name: str) -> int:
        """Give how often somebody was named or meant so far, and is named in what follows."""
        return self._counts.get(name, 0)

    def add_most_named(self, rows: dict[str, Signs]) -> None:
        """Add who of all is named most often: whom a text is about, it calls by many names."""
        most = max(self._counts.values(), default=0)
        for name, signs in rows.items():
            if self._counts.get(name) == most > 1:
                signs["most named"] = 1.0

    def _look_back(self, look: _Look, first: int) -> None:
        """Go through the places before, the nearest first."""
        rows, position, paragraph = look.rows, look.position, look.paragraph
        for number in range(first - 1, -1, -1):
            place = self._places[number]
            if position - place.start > _MEMORY or len(rows) > _MANY:
                break
            name = place.who(look.fits)
            if name not in look.fits:
                continue
            if look.said and look.is_said(place):
                self._see(place)
                sign = "said subject" if place.subject and place.opens else "said"
                rows.setdefault(name, {})[sign] = 1.0
                continue
            self._see(place)
            if place.subject and not look.last_subject:
                look.last_subject = name
            if place.paragraph >= paragraph - 1:
                look.near.add(name)
                if place.paragraph == paragraph:
                    look.here.add(name)
                    look.opener = name if place.subject or place.opens else look.opener
            signs = rows.get(name)
            if signs is None or "seen" not in signs:
                rows[name] = (signs or {}) | self._signs(place, look, len(rows))
            elif place.subject and place.unit == look.unit - 1:
                signs["before"] = 1.0

    def _add_bare(self, rows: dict[str, Signs], look: _Look) -> None:
        """Add who is spoken of where nothing but a quotation stands before: "“…,” |she| said"."""
        begin = self._starts[look.unit] if self._starts else 0
        lead = self._masked[begin : look.position]
        if MASK in lead and _PLAIN.search(lead) is None:
            if look.last_subject:
                rows[look.last_subject]["bare subject"] = 1.0
            if self.turns and self.turns[-1].name in rows:
                rows[self.turns[-1].name]["bare spoke"] = 1.0

    def _look_ahead(self, look: _Look, first: int) -> None:
        """Go through the next places: "When she came home, Ann Lee said"."""
        rows, later = look.rows, 0
        others = bool(rows)
        reach = _NEXT_REACH if rows else _FIRST_REACH
        for place in self._places[first : first + _AHEAD]:
            apart = place.paragraph - look.paragraph
            if place.unit - look.unit > reach or (rows and apart > 1 + later):
                break
            name = place.who(look.fits)
            if name not in rows and name in look.fits and not look.is_said(place):
                rows[name] = {"later": 1.0, f"later {min(later, 1)}": 1.0}
                self._see(place)
                if place.subject:
                    rows[name]["later subject"] = 1.0
                if others:
                    rows[name]["later than others"] = 1.0
                later += 1

    def _signs(self, place: Place, look: _Look, rank: int) -> Signs:
        back = self._numbers[look.unit] - self._numbers[place.unit]
        signs = {
            "seen": 1.0,
            f"units {back if back < 3 else '3-5' if back < 6 else '6+'}": 1.0,
            f"{self._style}paragraphs {min(look.paragraph - place.paragraph, 3)}": 1.0,
            f"rank {min(rank, 2)}": 1.0,
        }
        if place.subject:
            signs["subject"] = signs[f"subject {min(back, 2)}"] = 1.0
        if place.opens:
            signs["opens"] = signs[f"opens {min(back, 2)}"] = 1.0
        for sign, holds in (
            ("owned", place.owned),
            ("governed", place.governed),
            ("meant", place.pronoun),
        ):
            if holds:
                signs[sign] = 1.0
        return signs

    def _add_turns(self, rows: dict[str, Signs], nobody: Signs, look: _Look) -> None:
        """Add who spoke last, and who before."""
        last = self.turns[-1] if self.turns else None
        if last is None or look.paragraph - last.paragraph > _LAST_TURN:
            return
        apart = min(look.paragraph - last.paragraph, 2)
        if last.name is None:
            nobody[f"{self._style}unnamed spoke {apart}"] = 1.0
        elif last.name in rows:
            rows[last.name][f"{self._style}spoke {apart}"] = 1.0
            back = self._numbers[look.unit] - self._numbers[last.unit]
            rows[last.name][f"spoke units {min(back, 3)}"] = 1.0
        earlier = reversed(self.turns[-_TURNS:])
        before = next((turn for turn in earlier if turn.name != last.name), None)
        if (
            before is not None
            and before.name in rows
            and look.paragraph - before.paragraph <= _LAST_TURN + 1
        ):
            rows[before.name][f"{self._style}spoke before {apart}"] = 1.0

    def _add_unnamed(self, nobody: Signs, look: _Look, first: int) -> None:
        """Add how long ago a sentence was about somebody without a name, and if nobody has been."""
        number = bisect_left(self._unnamed, look.position, key=_start) - 1
        if number < 0 or look.paragraph - self._unnamed[number].paragraph > 1:
            return
        last = self._unnamed[number]
        back = self._numbers[look.unit] - self._numbers[last.unit]
        if back > _UNNAMED_REACH or (look.gender and last.gender not in (look.gender, None)):
            return
        sign = "definite" if last.definite else "unnamed"
        nobody[f"{sign} {back}"] = 1.0
        since = self._places[bisect_left(self._places, last.start, key=_start) : first]
        if not any(place.who(look.fits) in look.fits for place in since):
            nobody[f"{sign} last"] = 1.0

    def _see(self, place: Place) -> None:
        """Look closely at a place, once: most are never asked for."""
        if place.seen:
            return
        place.seen = True
        place.owned = self._masked[place.end : place.end + 2] in ("’s", "'s")
        place.governed = is_governed(self._masked, place.start)
        free = not (place.owned or place.governed)
        place.subject = free and is_subject(self._masked, place.start, place.end)
        begin = self._starts[place.unit] if self._starts else 0
        place.opens = opens_clause(self._masked, begin, place.start)


def _start(place: Place | Unnamed) -> int:
    return place.start
