"""What tells whether somebody is "he" or "she": a noun, a title or a first name in, "f" or "m" out.

It is its own file because names and those who speak are told apart by it, too.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from onix.reading.words import sections, words_of

Gender = Literal["f", "m"]
# Before a name: "|Mr| Lund", "|Coun.| Lund".
COURTESIES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Sir", "Dame", "Prof", "Cllr", "Coun")
COURTESY = rf"\b(?P<courtesy>{'|'.join(COURTESIES)})\.?\s"
_INITIAL = re.compile(r"[A-Z]\.?")


@cache
def gendered_nouns() -> dict[str, Gender]:
    """Give the nouns and titles, in lower case, that tell a gender."""
    lists = sections("people")
    female = {*lists["female_titles"], *words_of("roles", "female")}
    male = {*lists["male_titles"], *words_of("roles", "male")}
    return {**dict.fromkeys(female, "f"), **dict.fromkeys(male, "m")}


@cache
def _first_names() -> dict[str, Gender]:
    lists = sections("people")
    female = {*words_of("first_names", "female"), *lists["female"]}
    male = {*words_of("first_names", "male"), *lists["male"]}
    return {**dict.fromkeys(female, "f"), **dict.fromkeys(male, "m")}


def gender_of_noun(noun: str) -> Gender | None:
    """Give the gender that a noun tells: "chairwoman", "widower"."""
    return gendered_nouns().get(noun)


@cache
def _words() -> dict[str, Gender]:
    """Give the first names that are also a word, a place or a family name: "Dawn", "Carter"."""
    female = words_of("first_names", "female_or_word")
    male = words_of("first_names", "male_or_word")
    return {**dict.fromkeys(female, "f"), **dict.fromkeys(male, "m")}


def gender_of_name(name: str) -> Gender | None:
    """Give the gender that the first of somebody's names tells; None where it tells none."""
    if _puts_family_first(name):
        return None
    first = _first_of(name)
    for written in (first, first.capitalize(), first.partition("-")[0]):  # "LaToya", "Ann-Marie"
        if written in _first_names():
            return _first_names()[written]
    return _words().get(first) if " " in name else None


def _puts_family_first(name: str) -> bool:
    """Is the first of the names a family's: "Kim Jong Un", "Kim Yo-jong", but not "Kim Lund"?"""
    first, *given = name.split()
    known = first in words_of("people", "family_first")
    return known and (len(given) == 2 or "-" in "".join(given))


def _first_of(name: str) -> str:
    """Give the first name by which somebody is known: "S. Donald Lund" is a Donald."""
    words = name.split()
    if len(words) > 2 and _INITIAL.fullmatch(words[0]):
        return words[1]
    return words[0].strip("[]()")
