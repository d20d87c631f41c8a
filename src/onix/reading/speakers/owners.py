"""Whose "his promise" and "her view" are: a text in, where they stand and whom they mean out.

Who promises is a source as much as who says; but "his" leans on its own sentence, where "he" leans
on the one before. It is its own file because a possessive is hardly weighed: one person is in the
sentence, or the sentence goes on about one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Set
from functools import cache

from onix.reading.grammar.sentence_words import Region
from onix.reading.names.genders import Gender
from onix.reading.names.origins import is_people
from onix.reading.names.persons import nouns_in
from onix.reading.speakers.again import still_about
from onix.reading.speakers.cast import Cast
from onix.reading.speakers.choices import Choices
from onix.reading.speakers.descriptions import add_gender_signs
from onix.reading.speakers.memory import Memory
from onix.reading.speakers.recall import candidates
from onix.reading.words import one_of, words_of

OWNERS: dict[str, Gender] = {"his": "m", "her": "f"}
_CLAUSE = re.compile(r"(?:,|;|—|–) (?:and|but|while|as|though) \Z")  # "Lund left, but |his| plan"
_SOMEBODY = re.compile(r"\b(?:the|an?|every|each|another) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+)\b")
_BODIES = frozenset({"campaign"})  # "his campaign" is a body of its own
# "After he met Roe, Lund |turned to| his plan": it is of whoever does it.
_DOES = re.compile(r"\s(?:(?!and\s|or\s|but\s)[a-z]+\s){1,3}")
_OPENS = re.compile(r"\s*(?:(?:And|But|Yet|Still|So|Then)\s)?(?:[Tt]he [a-z]+ of )?")
# "|In| his speech, Lund said", "|Despite| her doubts, Lund stayed"
_LED = re.compile(
    r"\s*(?:(?:And|But)\s)?(?:After|Along with|As part of|At|Before|Beside|Beyond|Despite|During"
    r"|For|From|In|On|Since|Through|Throughout|Until|Upon|With|Within|Without)\s[^,;:\x01]*"
)
_THEN = re.compile(r", (?:(?:the )?[A-Z][\w.]*\s){0,3}\Z")
_SURELY = 0.9
_REACH = 400  # characters of a sentence


@cache
def _owned() -> re.Pattern[str]:
    """Give what finds "his" before a noun for what is said, thought or planned."""
    nouns = one_of(words_of("cues", "voice_noun") - _BODIES | words_of("cues", "owned"))
    return re.compile(
        rf"\b(?:[Hh]is|[Hh]er)(?= ((?:[a-z][\w-]*,? ){{0,3}})({nouns})\b(?: ([a-z]+))?)"
    )


def find_owners(masked: str) -> Iterator[Region]:
    """Give the places of "his" and "her" whose noun somebody said, thought or planned.

    Args:
        masked: The text with what stands in quote marks masked.
    """
    for match in _owned().finditer(masked):
        if not _is_of_somebody(match):
            yield match.span()


def own_words(masked: str, source: Region) -> Region | None:
    """Give where "his" stands in a source that is what somebody says: "|his| recent comments"."""
    match = _owned().match(masked, source[0])
    if match is None or match.end(2) != source[1] or _is_of_somebody(match):
        return None
    return match.span()


def whose(
    source: Region,
    gender: Gender | None,
    fits: Set[str],
    cast: Cast,
    memory: Memory,
    masked: str,
    choices: Choices,
) -> str | None:
    """Give whom "his" or "her" means; where a sentence opens with it, also who is surely "he"."""
    name = owner(source, fits, memory, masked)
    if name is not None or gender is None or not _opens(source[0], memory, masked):
        return name
    rows = candidates(memory, source[0], fits, gender=gender)
    add_gender_signs(rows, cast, gender)
    name = choices.choose("pronoun", source, rows)
    return name if choices.likelihood[source] >= _SURELY else None


def owner(source: Region, fits: Container[str], memory: Memory, masked: str) -> str | None:
    """Give whose it is: the only one of the sentence so far, or whom it goes on about.

    "Lund faulted Roe for his plan" leaves it open, "Lund faulted Roe, but his plan" does not.
    """
    at = source[0]
    begin = memory.sentence_to(at)[0]
    if at - begin > _REACH:
        return None
    named = list(memory.between(begin, at))
    if any(not place.who(fits) and any(each in fits for each in place.bearers) for place in named):
        return None  # "Lund", who may be any of a family
    places = [place for place in named if place.who(fits) in fits]
    if not places:
        ahead = _of_main_clause(source, fits, memory, masked)
        if ahead is not None:
            return ahead
        before = still_about(at, fits, memory, masked)
        return None if before is None else before.who(fits)
    first, names = places[0], {place.who(fits) for place in places}
    if len(names) == 1:
        since = _SOMEBODY.finditer(masked, places[-1].end, at)
        return None if any(nouns_in(each["noun"]) for each in since) else first.who(fits)
    last = places[-1]
    if (
        last.subject
        and not (last.pronoun or last.governed)
        and _DOES.fullmatch(masked, last.end, at)
    ):
        return last.who(fits)
    if first.subject and first.opens and _CLAUSE.search(masked, begin, at):
        others = (each for each in places if each.who(fits) != first.who(fits))
        return None if any(each.subject for each in others) else first.who(fits)
    return None


def _of_main_clause(
    source: Region, fits: Container[str], memory: Memory, masked: str
) -> str | None:
    """Give whom a sentence is about that opens with their own: "In |her| speech, Lund said"."""
    begin = memory.sentence_to(source[0])[0]
    if _LED.fullmatch(masked, begin, source[0]) is None:
        return None
    ends = memory.begins(memory.unit_at(source[0]) + 1) or len(masked)
    behind = memory.between(source[1], min(ends, source[1] + _REACH))
    first = next((place for place in behind if place.who(fits)), None)
    if first is None or not first.subject or first.who(fits) not in fits:
        return None
    lead = masked[source[1] : first.start]
    return first.who(fits) if _THEN.search(lead) and lead.count(",") == 1 else None


def _opens(at: int, memory: Memory, masked: str) -> bool:
    """Does a sentence open with what is somebody's, who was told of before: "But |his| plan"?"""
    return _OPENS.fullmatch(masked, memory.sentence_to(at)[0], at) is not None


def _is_of_somebody(match: re.Match[str]) -> bool:
    """Is it somebody beside who is "his": "his |aides| claim", "her policy |adviser|"?"""
    between = match[1].replace(",", "").split()
    return any(map(_is_somebody, [*between, match[3] or "so"]))


def _is_somebody(word: str) -> bool:
    return word == "staff" or bool(nouns_in(word)) or (word[-1] == "s" and is_people(word))
