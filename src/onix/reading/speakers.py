"""Who a source is: in come the words that name it and the names found in the document, out a name.

A name is given only when the text bears it out; where two people fit, it is left open.
It is its own file because it keeps what a reader keeps in mind: who spoke and who was named last.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from onix.model import Document, Mention
from onix.reading.quotemarks import MASK
from onix.reading.words import sections

Gender = Literal["f", "m"]
Region = tuple[int, int]

_PEOPLE = sections("people")
_MALE = frozenset(_PEOPLE["male_titles"])
_FEMALE = frozenset(_PEOPLE["female_titles"])
_TITLES = _MALE | _FEMALE
_FIRST_NAMES: dict[str, Gender] = {
    **dict.fromkeys(_PEOPLE["female"], "f"),
    **dict.fromkeys(_PEOPLE["male"], "m"),
}
_ROLES = dict(entry.split(" = ") for entry in _PEOPLE["roles"])
_SOURCES = frozenset(_PEOPLE["sources"])
_OUTLETS = frozenset(name.lower() for name in sections("outlets")["outlets"])
_DOCUMENTS = frozenset(sections("documents")["nouns"])
_WORD = re.compile(r"[\w’'-]+")
# Somebody named longer ago than this many characters is not "he" without being named again.
_MEMORY = 3_000
_PRONOUN_GENDER: dict[str, Gender] = {"he": "m", "him": "m", "she": "f", "her": "f"}
_FOR_ANOTHER = re.compile(r"\b(?:of|for|to|by|from|with|against)\s+(?:[\w’']+\.?\s+){0,2}$", re.I)


def is_outlet(words: str) -> bool:
    """Is this the name of a news outlet or an agency?"""
    name = words.strip().lower().removeprefix("the ")
    return name in _OUTLETS


def is_document(words: str) -> bool:
    """Do these words name a document ("the transcript", "court records") rather than somebody?"""
    return _head(words) in _DOCUMENTS


def is_unnamed(words: str) -> bool:
    """Do these words stand for people who are not named ("two senior officials", "a diplomat")?"""
    head = _head(words)
    return head in _SOURCES and head not in _INSTITUTIONS


def short_name(words: str) -> str:
    """Give a noun without the clause behind it: "a memo obtained by the board" is "a memo"."""
    matches = list(_WORD.finditer(words))
    ends = (match.start() for match in matches[1:] if match.group().lower() in _CLAUSES)
    return words[: next(ends, len(words))].rstrip()


def _head(words: str) -> str:
    found = _WORD.findall(words.lower())
    end = next((k for k, word in enumerate(found) if word in _NOUN_ENDS), len(found))
    return found[end - 1] if end else ""


_INSTITUTIONS = frozenset({"police", "authorities", "people", "member", "members"})
# What may stand between the beginning of a sentence and the name it is about.
_OPENING = re.compile(
    rf"(?:^|[.!?{MASK}]\s+|\n\s*)(?:[A-Z][\w ’']{{0,30}},\s+)?(?:(?:But|And|Yet|Then)\s+)?"
    r"(?:(?!(?:That|When|While|If|After|Before|As|Because|Since|Although|Though|With|For|In|On|By|To|"
    r"At|Of|From|Like|Unlike)\s)(?:[A-Z][\w.’'-]*|[Tt]he|[Ff]ormer)\s+){0,4}$"
)
_CLAUSES = frozenset(sections("grammar")["noun_clauses"])
_NOUN_ENDS = _CLAUSES | frozenset(sections("grammar")["noun_prepositions"])


class Speakers:
    """Names for the sources of one document, asked for in the order of the text.

    Args:
        masked: The text with what stands in quote marks masked.
    """

    def __init__(self, document: Document, mentions: Sequence[Mention], masked: str) -> None:
        self._text = document.text
        self._masked = masked
        self._mentions = sorted(mentions, key=lambda mention: mention.span.start)
        self._starts = [mention.span.start for mention in self._mentions]
        self._people: set[str] = set()
        self._gender: dict[str, Gender | None] = {}
        self._by_role: dict[str, set[str]] = defaultdict(set)
        self._last_person: tuple[str, int] | None = None  # who spoke last, and where that stood
        self._read_titles()

    def _read_titles(self) -> None:
        for mention in self._mentions:
            if mention.kind != "person" or mention.name is None:
                continue
            self._people.add(mention.name)
            words = mention.span.text.split()
            self._note_gender(mention.name, _FIRST_NAMES.get(mention.name.split()[0].strip("[]()")))
            before = self._text[max(0, mention.span.start - 28) : mention.span.start]
            leading = [*before.rpartition(",")[2].split()[-2:], *words[:2]]
            leading = " ".join(leading).lower().replace(".", "").split()
            for title in [*leading, *map(" ".join, pairwise(leading))]:
                if title in _TITLES:
                    self._note_gender(mention.name, "m" if title in _MALE else "f")
                if title in _ROLES:
                    self._by_role[_ROLES[title]].add(mention.name)

    def _note_gender(self, name: str, gender: Gender | None) -> None:
        known = self._gender.get(name)
        if gender is not None and known is None:
            self._gender[name] = gender
        elif gender is not None and known != gender:
            self._gender[name] = None

    def inside(self, region: Region) -> list[Mention]:
        """Give the mentions that overlap a stretch of the text, in order."""
        first = bisect_left(self._starts, region[0])
        while first > 0 and self._mentions[first - 1].span.end > region[0]:
            first -= 1
        return self._mentions[first : bisect_right(self._starts, region[1] - 1)]

    def resolve(self, source: Region, said: Sequence[Region] = ()) -> str | None:
        """Give the name of whoever `source` stands for, or None when that is open.

        Args:
            said: What they say; nobody who is named in it is the "he" who says it.
        """
        words = self._text[source[0] : source[1]]
        lowered = words.lower()
        if lowered in _PRONOUN_GENDER:
            name = self._pronoun(source[0], _PRONOUN_GENDER[lowered], said)
        else:
            name = self._named(source) or self._described(lowered)
        if name is not None and name in self._people:
            self._last_person = (name, source[0])
        return name

    def _named(self, source: Region) -> str | None:
        """Take the person the words name, else the organisation, never one who is only owned."""
        text = self._text
        organisation = None
        people = []
        for mention in self.inside(source):
            span = mention.span
            owned = text[span.end : span.end + 2] in ("’s", "'s") and span.end + 2 < source[1]
            lead = text[source[0] : span.start]
            if mention.name is None or owned or _FOR_ANOTHER.search(lead):
                continue
            if mention.kind == "person":
                people.append(mention.name)
            elif mention.kind == "organisation" and organisation is None:
                organisation = mention.name
        if len(set(people)) == 1:
            return people[0]
        if people or organisation is None or is_outlet(organisation) or is_document(organisation):
            return None
        words = {word.lower() for word in _WORD.findall(text[source[0] : source[1]])}
        return None if words & (_SOURCES | _DOCUMENTS) else organisation

    def _described(self, words: str) -> str | None:
        """Take "the senator" for a name when only one senator is named in the document."""
        head, _, role = words.partition(" ")
        if head not in ("the", "this", "that", "our"):
            return None
        holders = self._by_role.get(role, set())
        return next(iter(holders)) if len(holders) == 1 else None

    def _pronoun(self, position: int, gender: Gender, said: Sequence[Region]) -> str | None:
        """Take whom the latest sentence opened with, else who spoke last, else the only one named.

        What stands in quote marks does not count, and with two that fit nobody is taken.
        """
        recent = [
            mention
            for mention in self.inside((max(0, position - _MEMORY), position))
            if mention.kind == "person"
            and mention.name is not None
            and self._masked[mention.span.start] != MASK
            and self._fits(mention.name, gender)
            and not any(start <= mention.span.start < end for start, end in said)
        ]
        last, where = self._last_person or ("", -1)
        named = [mention for mention in recent if mention.span.start > where]
        paragraph = self._masked.rfind("\n", max(0, position - _MEMORY), position) + 1
        near = {mention.name for mention in named if mention.span.start >= paragraph}
        for mention in reversed(named):
            if self._opens_sentence(mention):
                alone = mention.span.start >= paragraph or near <= {mention.name}
                return mention.name if alone else None
        if last and self._fits(last, gender):
            return last if where >= paragraph or near <= {last} else None
        names = {mention.name for mention in named}
        if not names:  # only those who were named before the last speaker, who does not fit
            names = {each.name for each in recent if self._gender.get(each.name or "") == gender}
        return names.pop() if len(names) == 1 else None

    def _fits(self, name: str, gender: Gender) -> bool:
        return self._gender.get(name) in (gender, None)

    def _opens_sentence(self, mention: Mention) -> bool:
        start, end = mention.span.start, mention.span.end
        owned = self._masked[end : end + 2] in ("’s", "'s")
        return not owned and _OPENING.search(self._masked, max(0, start - 50), start) is not None
