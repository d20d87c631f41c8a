"""Who a family name alone is, by the other articles of its story: a document in, a person out.

"Ms Penhale" of Thursday's article is the Ruth Penhale of Tuesday's where nobody else of that name
is in the record, and the two name others in common. One name in common is chance: half of a
country's news names its parliament.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from onix.model import Document, Mention
from onix.reading.names.genders import Gender, gender_of_name, gender_of_noun
from onix.reading.names.identities import without_accents
from onix.record import Record
from onix.verify.people import Person

SHARED: Final = 2  # names of others, in full, that make two articles of one story
APART: Final = 45  # days between them at most
LOOKED_AT: Final = 20  # documents that have the full name
_COMMON: Final = 0.2  # of all documents: a name that stands in more tells of no one story
_FEW: Final = 25  # documents in which a record may be one story


class Namesakes:
    """Who bears a family name in a record, and in whose story a document is."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._naming = cache(lambda name, kind: frozenset(record.naming(name, kind)))
        self._most = max(_FEW, int(_COMMON * len(record)))

    def in_story(self, document: Document, bearer: Person, spellings: list[str]) -> bool:
        """Is a bearer of a family name, the only one in the record, who is meant in a document?

        Args:
            spellings: Full names of the bearer.
        """
        family = bearer.family or ""
        theirs = frozenset[str]().union(*(self._naming(each, "person") for each in spellings))
        mine = self._others(document.id, family)
        for other in sorted(theirs)[:LOOKED_AT]:
            shared = {name for name, kind in mine if other in self._naming(name, kind)}
            if len(shared) < SHARED:
                continue
            beside = self._record.document(other)
            if _are_near(document, beside) and _may_be(bearer, family, document, beside):
                return True
        return False

    def _others(self, document_id: str, family: str) -> set[tuple[str, str]]:
        """Give the names of more than a word in a document that tell its story, without its own."""
        mentions: tuple[Mention, ...] = self._record.marks(document_id, only=["mentions"]).mentions
        return {
            (each.name, each.kind)
            for each in mentions
            if each.name is not None
            and each.kind in {"person", "organisation"}
            and " " in each.name
            and family not in without_accents(each.name).lower().split()
            and len(self._naming(each.name, each.kind)) <= self._most
        }


def _are_near(one: Document, other: Document) -> bool:
    days = [date.fromisoformat(each.published[:10]) for each in (one, other) if each.published]
    return len(days) == 2 and abs((days[0] - days[1]).days) <= APART


def _may_be(bearer: Person, family: str, *documents: Document) -> bool:
    """Is nobody "Mr" here and "Ms" there, or by the first name?"""
    told = {gender for each in documents for gender in _genders(family, each.text)}
    first = gender_of_name(bearer.name)
    return len(told | ({first} if first else set())) <= 1


def _genders(family: str, text: str) -> Iterator[Gender]:
    for found in re.finditer(
        rf"\b([A-Z][a-z]+)\.?\s(?i:{re.escape(family)})\b", without_accents(text)
    ):
        gender = gender_of_noun(found[1].lower())
        if gender is not None:
            yield gender
