"""Whom "Lund’s lawyer" means: a place in a text in, who was said to be Lund's lawyer or nobody out.

It is its own file because it asks for two people at once, and for what the text said of both where
it brought the one in: a lawyer may be anybody's.
"""

from __future__ import annotations

import re

from onix.reading.grammar.sentence_words import Region
from onix.reading.names.identities import words_of as words_of_name
from onix.reading.speakers.cast import Cast
from onix.reading.speakers.memory import Memory
from onix.reading.words import words_of

_AGENTS = "|".join(sorted(words_of("people", "for_others")))
# "|Odd Lund|’s defence |lawyer|"
_OF_NAMED = re.compile(rf"(?P<owner>[^’']+)[’']s?\s(?:[a-z-]+\s){{0,2}}(?P<noun>{_AGENTS})")
_TOLD = 4_000  # characters within which somebody is remembered to have been brought in
_BEFORE = 80  # characters
_BEHIND = 60


def agent(words: str, at: Region, owner: str | None, cast: Cast, memory: Memory) -> str | None:
    """Give the only one who was brought in as the lawyer, the aide, … of somebody who is named.

    Args:
        words: The words at the place: "Odd Lund’s lawyer".
        owner: The full name of whose lawyer it is.
    """
    match = _OF_NAMED.fullmatch(words)
    if match is None or owner is None:
        return None
    noun, people = match["noun"], cast.people
    agents = {
        name
        for name in cast.known_as(noun)
        if name in people and noun in people[name].nouns and name != owner
    }
    if not agents:
        return None
    found = {
        place.name
        for place in memory.between(max(0, at[0] - _TOLD), at[0])
        if place.name in agents and _is_brought_in(memory, place.start, place.end, noun, owner)
    }
    return found.pop() if len(found) == 1 else None


def _is_brought_in(memory: Memory, start: int, end: int, noun: str, owner: str) -> bool:
    """Is it said whose lawyer somebody is: "Lund’s lawyer, |Roe|", "|Roe|, a lawyer for Lund"?

    "His lawyer, |Roe|" is that of the one whom the text named last.
    """
    family = re.escape(words_of_name(owner)[-1])
    lead = memory.text(max(0, start - _BEFORE), start)
    tail = memory.text(end, end + _BEHIND)
    whose = rf"(?i:\b{family}[’']s?)\s(?:[\w-]+\s){{0,2}}{noun},?\s(?:[A-Z][a-z]+\.?\s)?\Z"
    whose_behind = rf",\s(?i:{family}[’']s?)\s(?:[\w-]+\s){{0,2}}{noun}\b"
    for_whom = rf"\b{noun}\s(?:for|of|to)\s(?:[\w.]+\s){{0,2}}(?i:{family})\b"
    if re.search(whose, lead) or re.match(whose_behind, tail):
        return True
    if re.search(rf"{for_whom},\s\Z", lead) or re.match(
        rf",\s(?:an?|the)\s(?:\w+\s){{0,2}}{for_whom}", tail
    ):
        return True
    own = re.search(rf"\b(?:[Hh]is|[Hh]er)\s(?:[\w-]+\s){{0,2}}{noun},\s\Z", lead)
    if own is None:
        return False
    said = max(0, start - _BEFORE) + own.start()
    before = [place.name for place in memory.between(said - 2 * _BEFORE, said) if place.name]
    return before[-1:] == [owner]
