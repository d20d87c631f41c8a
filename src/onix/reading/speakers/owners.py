"""Whose "his promise" and "her view" are: a text in, where they stand and whom they mean out.

Who promises is a source as much as who says; but "his" leans on its own sentence, where "he" leans
on the one before. It is its own file because no possessive is weighed: one person is in the
sentence, or the sentence goes on about one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from onix.reading.grammar.sentence_words import Region
from onix.reading.names.genders import Gender
from onix.reading.names.origins import is_people
from onix.reading.names.persons import nouns_in
from onix.reading.speakers.again import still_about
from onix.reading.speakers.memory import Memory
from onix.reading.words import words_of

OWNERS: dict[str, Gender] = {"his": "m", "her": "f"}
_CLAUSE = re.compile(r"(?:,|;|—|–) (?:and|but|while|as|though) \Z")  # "Lund left, but |his| plan"
_SOMEBODY = re.compile(r"\b(?:the|an?|every|each|another) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+)\b")
_BODIES = frozenset({"campaign"})  # "his campaign" is a body of its own
_REACH = 400  # characters of a sentence


@cache
def _owned() -> re.Pattern[str]:
    """Give what finds "his" before a noun for what is said, thought or planned."""
    nouns = "|".join(sorted(words_of("cues", "voice_noun") - _BODIES | words_of("cues", "owned")))
    return re.compile(
        rf"\b(?:[Hh]is|[Hh]er)(?= ((?:[a-z][\w-]*,? ){{0,3}})(?:{nouns})\b(?: ([a-z]+))?)"
    )


def find_owners(masked: str) -> Iterator[Region]:
    """Give the places of "his" and "her" whose noun somebody said, thought or planned.

    Args:
        masked: The text with what stands in quote marks masked.
    """
    for match in _owned().finditer(masked):
        between = match[1].replace(",", "").split()
        words = [*between, match[2] or "so"]
        if not any(map(_is_somebody, words)):  # "his |aides| claim", "her policy |adviser|"
            yield match.span()


def owner(source: Region, fits: Container[str], memory: Memory, masked: str) -> str | None:
    """Give whose it is: the only one of the sentence so far, or whom it goes on about.

    "Lund faulted Roe for his plan" leaves it open, "Lund faulted Roe, but his plan" does not.
    """
    at = source[0]
    begin = memory.sentence_to(at)[0]
    if at - begin > _REACH:
        return None
    places = [place for place in memory.between(begin, at) if place.who(fits) in fits]
    if not places:
        before = still_about(at, fits, memory, masked)
        return None if before is None else before.who(fits)
    first, names = places[0], {place.who(fits) for place in places}
    if len(names) == 1:
        since = _SOMEBODY.finditer(masked, places[-1].end, at)
        return None if any(nouns_in(each["noun"]) for each in since) else first.who(fits)
    if first.subject and first.opens and _CLAUSE.search(masked, begin, at):
        others = (each for each in places if each.who(fits) != first.who(fits))
        return None if any(each.subject for each in others) else first.who(fits)
    return None


def _is_somebody(word: str) -> bool:
    return word == "staff" or bool(nouns_in(word)) or (word[-1] == "s" and is_people(word))
