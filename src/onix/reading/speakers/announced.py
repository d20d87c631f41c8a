"""Who says what the sentence before announces: "Roe disagreed. “…,” the vet said", a name out.

A writer who has just said that somebody posts, disagrees or is angry goes on with their words, by
whatever they are called. It is its own file because it may give a name to whom nothing of the kind
was told of, where all others need it to be known or likely.
"""

from __future__ import annotations

import re
from functools import cache

from onix.reading.grammar.quotemarks import MASK
from onix.reading.speakers.cast import Cast
from onix.reading.speakers.descriptions import Description
from onix.reading.speakers.memory import Memory
from onix.reading.words import one_of, sections

_FURTHEST = 120  # characters behind whom a sentence is about


def announced(
    description: Description, at: int, cast: Cast, memory: Memory, masked: str
) -> str | None:
    """Give whom the sentence before, of the same paragraph, is about and announces words of.

    Nobody else may do anything in it or be called that, nor anything like it close by.
    """
    unit = memory.unit_at(at)
    begin, before = memory.begins(unit), memory.begins(unit - 1) if unit else 0
    if not unit or masked[begin] != MASK or MASK in masked[before:begin]:
        return None
    if memory.paragraph_at(before) != memory.paragraph_at(at) or description.words[0] != "the":
        return None
    places = [place for place in memory.between(before, begin) if place.name in cast.people]
    if not places or not (places[0].subject and places[0].opens):
        return None
    name = places[0].name
    acts = {place.name for place in places if place.subject}
    near = {place.name for place in memory.between(before, at)}
    known = {each for each in cast.known_as(description.head) if each in cast.people}
    named = {each for each in known if description.head in cast.people[each].nouns}
    if not acts.union(known & near, named) <= {name}:
        return None
    end = min(begin, places[0].end + _FURTHEST)
    return name if _announces().search(masked, places[0].end, end) else None


@cache
def _announces() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(sections('cues')['announces'])}\b")
