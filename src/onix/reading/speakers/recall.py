"""Whom a reader has in mind at a place in a text: a memory in, candidates with signs out.

Each candidate has a few signs that linguists agree on: how long ago they were named, whether as
the subject, who spoke last. What is remembered stands in `memory`; who of them is meant is chosen
in `choices`.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from onix.reading.grammar.quotemarks import MASK
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.genders import Gender
from onix.reading.speakers.choices import NOBODY, Signs
from onix.reading.speakers.memory import Memory, Place, start_of

# Somebody named longer ago than this many characters is not "he" without being named again.
_MEMORY = 3_000
_AHEAD = 6  # places behind that are looked at
_NEXT_REACH = 3  # sentences
_LAST_TURN = 2  # paragraphs within which somebody is remembered to have spoken
_TURNS = 20
_UNNAMED_REACH = 3  # sentences
_FIRST_REACH = 8  # sentences within which somebody is named who was "she" from the beginning
_MANY = 6  # people that a reader keeps in mind at once
_PLAIN = re.compile(r"\w")


def candidates(
    memory: Memory,
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
    unit, paragraph = memory.unit_at(position), memory.paragraph_at(position)
    return _Look(memory, position, unit, paragraph, fits, said, gender).candidates(far, spoken_of)


def add_most_named(memory: Memory, rows: dict[str, Signs]) -> None:
    """Add who of all is named most often: whom a text is about, it calls by many names."""
    most = max(memory.counts.values(), default=0)
    for name, signs in rows.items():
        if memory.counts.get(name) == most > 1:
            signs["most named"] = 1.0


@dataclass(slots=True)
class _Look:
    """A look for candidates at a place, and what was seen."""

    memory: Memory
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

    def candidates(self, far: Iterable[str], spoken_of: Iterable[str]) -> dict[str, Signs]:
        """Give those who may be meant, with their signs."""
        first = bisect_left(self.memory.places, self.position, key=start_of)
        self._look_back(first)
        self._look_ahead(first)
        rows = self.rows
        for name in far:
            if name not in rows and name in self.memory.counts and name in self.fits:
                rows[name] = {"far": 1.0}
        for name, signs in rows.items():
            if self.memory.order.get(name) == 0:  # a heading alone may have named them
                signs["first"] = 1.0
        for name in rows.keys() & set(spoken_of):
            rows[name]["spoken of"] = 1.0
        for sign, names in (
            ("alone", rows),
            ("alone near", self.near),
            ("alone here", self.here),
        ):
            if len(names) == 1:
                rows[next(iter(names))][sign] = 1.0
        for sign, name in (("opener", self.opener), ("last subject", self.last_subject)):
            if name:
                rows[name][sign] = 1.0
        self._add_bare(rows)
        nobody: Signs = {"nobody": 1.0}
        if self.near:
            nobody["many near"] = math.log(1 + len(self.near))
        else:
            nobody["nobody near"] = 1.0
        self._add_turns(rows, nobody)
        self._add_unnamed(nobody, first)
        rows[NOBODY] = nobody
        return rows

    def _look_back(self, first: int) -> None:
        """Go through the places before, the nearest first."""
        rows, position, paragraph = self.rows, self.position, self.paragraph
        for number in range(first - 1, -1, -1):
            place = self.memory.places[number]
            if position - place.start > _MEMORY or len(rows) > _MANY:
                break
            name = place.who(self.fits)
            if name not in self.fits:
                continue
            if self.said and self.is_said(place):
                self.memory.look_at(place)
                sign = "said subject" if place.subject and place.opens else "said"
                rows.setdefault(name, {})[sign] = 1.0
                continue
            self.memory.look_at(place)
            if place.subject and not self.last_subject:
                self.last_subject = name
            if place.paragraph >= paragraph - 1:
                self.near.add(name)
                if place.paragraph == paragraph:
                    self.here.add(name)
                    self.opener = name if place.subject or place.opens else self.opener
            signs = rows.get(name)
            if signs is None or "seen" not in signs:
                rows[name] = (signs or {}) | self._signs(place, len(rows))
            elif place.subject and place.unit == self.unit - 1:
                signs["before"] = 1.0

    def _add_bare(self, rows: dict[str, Signs]) -> None:
        """Add who is spoken of where nothing but a quotation stands before: "“…,” |she| said"."""
        lead = self.memory.lead(self.unit, self.position)
        if MASK in lead and _PLAIN.search(lead) is None:
            if self.last_subject:
                rows[self.last_subject]["bare subject"] = 1.0
            if self.memory.turns and self.memory.turns[-1].name in rows:
                rows[self.memory.turns[-1].name]["bare spoke"] = 1.0

    def _look_ahead(self, first: int) -> None:
        """Go through the next places: "When she came home, Ann Lee said"."""
        rows, later = self.rows, 0
        others = bool(rows)
        reach = _NEXT_REACH if rows else _FIRST_REACH
        for place in self.memory.places[first : first + _AHEAD]:
            apart = place.paragraph - self.paragraph
            if place.unit - self.unit > reach or (rows and apart > 1 + later):
                break
            name = place.who(self.fits)
            if name not in rows and name in self.fits and not self.is_said(place):
                rows[name] = {"later": 1.0, f"later {min(later, 1)}": 1.0}
                self.memory.look_at(place)
                if place.subject:
                    rows[name]["later subject"] = 1.0
                if others:
                    rows[name]["later than others"] = 1.0
                later += 1

    def _signs(self, place: Place, rank: int) -> Signs:
        back = self.memory.since(self.unit, place.unit)
        signs = {
            "seen": 1.0,
            f"units {back if back < 3 else '3-5' if back < 6 else '6+'}": 1.0,
            f"{self.memory.style}paragraphs {min(self.paragraph - place.paragraph, 3)}": 1.0,
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

    def _add_turns(self, rows: dict[str, Signs], nobody: Signs) -> None:
        """Add who spoke last, and who before."""
        last = self.memory.turns[-1] if self.memory.turns else None
        if last is None or self.paragraph - last.paragraph > _LAST_TURN:
            return
        apart = min(self.paragraph - last.paragraph, 2)
        if last.name is None:
            nobody[f"{self.memory.style}unnamed spoke {apart}"] = 1.0
        elif last.name in rows:
            rows[last.name][f"{self.memory.style}spoke {apart}"] = 1.0
            back = self.memory.since(self.unit, last.unit)
            rows[last.name][f"spoke units {min(back, 3)}"] = 1.0
        earlier = reversed(self.memory.turns[-_TURNS:])
        before = next((turn for turn in earlier if turn.name != last.name), None)
        if (
            before is not None
            and before.name in rows
            and self.paragraph - before.paragraph <= _LAST_TURN + 1
        ):
            rows[before.name][f"{self.memory.style}spoke before {apart}"] = 1.0

    def _add_unnamed(self, nobody: Signs, first: int) -> None:
        """Add how long ago a sentence was about somebody without a name, and if nobody has been."""
        number = bisect_left(self.memory.unnamed, self.position, key=start_of) - 1
        if number < 0 or self.paragraph - self.memory.unnamed[number].paragraph > 1:
            return
        last = self.memory.unnamed[number]
        back = self.memory.since(self.unit, last.unit)
        if back > _UNNAMED_REACH or (self.gender and last.gender not in (self.gender, None)):
            return
        sign = "definite" if last.definite else "unnamed"
        nobody[f"{sign} {back}"] = 1.0
        since = self.memory.places[
            bisect_left(self.memory.places, last.start, key=start_of) : first
        ]
        if not any(place.who(self.fits) in self.fits for place in since):
            nobody[f"{sign} last"] = 1.0
