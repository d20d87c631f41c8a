"""Names compared as people are: "President Biden", "Joe Biden" and "BIDEN" can be one.

In: a name as somebody types it, and names as documents have them. Out: whether they fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onix.reading.names.identities import (
    behind_titles,
    key_of,
    person_key,
    without_accents,
    words_of,
)
from onix.verify.facts.slips import is_slip_of_name

_LONG = 7  # letters of a family name that is hardly another's by a slip alone

Fit = Literal["yes", "perhaps", "no"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks: a person by full name or family name alone, or an organisation.

    Attributes:
        key: The same for every spelling: (first, family, generation), (family,) or ("", name).
    """

    name: str
    key: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """Has this person a first and a family name?"""
        return len(self.key) == 3

    @property
    def is_family(self) -> bool:
        """Is this a family name alone?"""
        return len(self.key) == 1

    @property
    def family(self) -> str | None:
        """The last word of the family name; None for an organisation."""
        return self.key[1] if self.is_full else self.key[0] if self.is_family else None


def person(name: str) -> Person:
    """Give the person of this name."""
    return Person(name, person_key(without_accents(name)))


def organisation(name: str) -> Person:
    """Give the organisation of this name."""
    return Person(name, ("", key_of(without_accents(name)).removeprefix("the ")))


def could_be_one(one: Person | None, other: Person | None) -> bool:
    """May these be the same: one left open, one key, or a family name and somebody who bears it?"""
    if one is None or other is None or one.key == other.key:
        return True
    return (one.is_family or other.is_family) and one.family == other.family


def are_one_misspelt(one: str, other: str) -> bool:
    """Are two names one but for a slip in one word: "Ana Lindquist", "Dr. Ana Lindqvist"?

    A family name alone has to be long, as short ones are easily another's: "Hansen", "Jansen".
    """
    words, others = (words_of(without_accents(Asked(each).name)) for each in (one, other))
    if min(len(words), len(others)) == 1:
        last = words[-1], others[-1]
        return min(map(len, last)) >= _LONG and is_slip_of_name(*last)
    if len(words) != len(others):
        return False
    changed = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return len(changed) == 1 and is_slip_of_name(*changed[0])


def _without_hyphens(words: tuple[str, ...]) -> list[str]:
    return " ".join(words).replace("-", " ").split()


class Asked:
    """A name as somebody types it: "President Biden", "Joe Biden", "BIDEN", "Biden"."""

    def __init__(self, name: str) -> None:
        self.name = name[behind_titles(name, 0, len(name)) :]
        self.words = words_of(without_accents(self.name))
        self._all_words = frozenset(words_of(without_accents(name)))
        self._key = person_key(without_accents(self.name[:1].upper() + self.name[1:]))
        self._organisation = organisation(self.name).key

    def fit(self, other: Person) -> Fit:
        """Is this who is asked for? "perhaps" where a document gives the family name only."""
        words = words_of(without_accents(other.name))
        if other.key == self._organisation or _without_hyphens(words) == _without_hyphens(
            self.words
        ):
            return "yes"
        if other.family is None:
            return "no"
        if other.key == self._key or words[-len(self.words) :] == self.words:
            return "yes"
        is_bearer = other.is_family and other.family == self.words[-1]
        return "perhaps" if is_bearer else "no"

    def may_be(self, name: str, kind: str) -> bool:
        """Can somebody of this name, of this kind of mention, be who is asked for?"""
        return self.fit(person(name) if kind == "person" else organisation(name)) != "no"

    def shares_word(self, name: str) -> bool:
        """Has a name any word of this one's? If not, it cannot fit, which is found out at once."""
        return not self._all_words.isdisjoint(words_of(without_accents(name)))
