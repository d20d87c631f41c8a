"""Whom a description means whose name is still to come: "a judge ruled. Judge Ann Lee said".

A story often opens with what somebody is and gives the name with the next sentence. It is its own
file because everywhere else a name comes before what stands for it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Container, Set

from onix.reading.speakers.cast import Cast
from onix.reading.speakers.descriptions import Description, is_just_so
from onix.reading.speakers.memory import Memory

# "|the mayor, |Ann Lee, said"
_POST = re.compile(r"\b[Tt]he\s[a-z][^,.;:\n\x01]{2,50},\s$")
_POST_REACH = 60  # characters
_AHEAD = 6  # sentences within which somebody is brought in
_LEAD = 2  # paragraphs
_REACH = 3  # sentences within which the name has to come
_NEW = frozenset({"the", "a", "an"})


def named_next(
    description: Description, of: Set[str], at: int, cast: Cast, memory: Memory
) -> str | None:
    """Give who is named for the first time soon behind, is the subject there, and is that.

    "The mayor" is none who is still to come where a mayor was named before.

    Args:
        of: Names in the description, in small letters: "a |Tarn Council| clerk" is a clerk of it.
    """
    if description.words[0] not in _NEW or description.is_owned:
        return None
    known = cast.known_as(description.head) if description.words[0] == "the" else ()
    if any(memory.is_named_before(name, at) for name in known):
        return None
    unit = memory.unit_at(at)
    behind = memory.between(at, memory.begins(unit + 1 + _REACH) or sys.maxsize)  # of the text
    first = next((place for place in behind if place.name in cast.people), None)
    if first is None or not (first.subject and first.opens) or first.unit == unit:
        return None
    person = cast.people[first.name]
    if person.name not in cast.fitting(description.gender):
        return None
    if memory.is_named_before(first.name, at) or not of <= person.words:
        return None
    if description.age is not None and person.ages and description.age not in person.ages:
        return None
    return person.name if is_just_so(description, person) else None


def opens_story(at: int, fits: Container[str], memory: Memory) -> str | None:
    """Give whom "she" means where a story opens: "“We stay,” |she| says. Ann Lee was born here".

    That is whom the next sentence about somebody is about, in the same paragraph.
    """
    if memory.paragraph_at(at) >= _LEAD:
        return None
    if any(place.who(fits) in fits for place in memory.between(0, at)):
        return None
    end = memory.begins(memory.unit_at(at) + 1 + _REACH) or sys.maxsize  # of the text
    behind = memory.between(at, end)
    first = next((place for place in behind if place.who(fits) in fits), None)
    if first is None or not (first.subject and first.opens):
        return None
    return first.who(fits) if first.paragraph == memory.paragraph_at(at) else None


def brought_in(at: int, memory: Memory, masked: str) -> set[str]:
    """Give who is brought in behind by a post: "the mayor, Ann Lee" was no "woman on the quay"."""
    end = memory.begins(memory.unit_at(at) + _AHEAD) or len(masked)
    return {
        place.name
        for place in memory.between(at, end)
        if _POST.search(masked, max(0, place.start - _POST_REACH), place.start)
    }
