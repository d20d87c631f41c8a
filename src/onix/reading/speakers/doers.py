"""Who is called by what they did: "Lund founded the firm. |The founder| said", a name out.

It is its own file because everywhere else a text says what somebody is, and here what they did, or
what was done to them. That is taken only where the text calls nobody so.
"""

from __future__ import annotations

import re
from functools import cache

from onix.reading.speakers.cast import Cast
from onix.reading.speakers.descriptions import Description
from onix.reading.speakers.memory import Memory, Place
from onix.reading.words import forms_of, sections

_TOLD = 3_000  # characters within which a deed is remembered
_LEAD, _TAIL = 40, 80  # characters looked at on either side of a name
_HAVING = r"(?:,?\swho)?(?:\s(?:has|had|have|also|later|since|then|once|now|first|[a-z]+ly))*"
_JOINED = r"(?:[a-z]+\sand\s)?"  # "wrote and |directed|"
_BEING = r"(?:,?\swho)?\s(?:(?:has|had)\sbeen|was|is|were|being)\s(?:[a-z]+ly\s)?"
_TITLE = r"(?:[A-Z][a-z]*\.?\s)?"


class Doers:
    """The people of one text, by what they did.

    Args:
        masked: The text with what stands in quote marks masked.
    """

    def __init__(self, masked: str, cast: Cast, memory: Memory) -> None:
        self._masked, self._cast, self._memory = masked, cast, memory

    def of(self, description: Description, at: int) -> str | None:
        """Give the only one so far who did what makes one this."""
        head, cast, memory = description.head, self._cast, self._memory
        if len(description.words) != 2 or description.words[0] != "the":
            return None
        patterns = _patterns(head)
        if not patterns or any(each in cast.people for each in cast.known_as(head)):
            return None
        fits = cast.fitting(description.gender)
        found = {
            place.name
            for place in memory.between(max(0, at - _TOLD), at)
            if place.name in fits and not place.owned and self._did(place, patterns)
        }
        if len(found) != 1:
            return None
        (name,) = found
        return None if memory.is_another(name, head, at) else name

    def _did(self, place: Place, patterns: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
        """Does the text say so around a name: "|Lund| founded", "|Lund| was charged"?"""
        behind, before = patterns
        start, end = place.start, place.end
        return bool(
            behind.match(self._masked[end : end + _TAIL])
            or before.search(self._masked[max(0, start - _LEAD) : start])
        )


@cache
def _patterns(noun: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Give what stands behind a name and before it where the noun is somebody's by a deed."""
    does, undergoes = (_forms(section, noun) for section in ("does", "undergoes"))
    if not does and not undergoes:
        return None
    never = r"(?!)"
    active = rf"{_HAVING}\s{_JOINED}(?:{'|'.join(does) or never})\b"
    passive = rf"{_BEING}(?:{'|'.join(undergoes) or never})\b"
    return re.compile(f"{active}|{passive}"), re.compile(
        rf"\b(?:{'|'.join(undergoes) or never})\s{_TITLE}\Z"
    )


def _forms(section: str, noun: str) -> list[str]:
    """Give the forms of the verbs that make one this, those in -ing left out."""
    found: set[str] = set()
    for line in sections("doers")[section]:
        nouns, _, verbs = line.partition(" = ")
        if noun in nouns.split():
            found.update(form for verb in verbs.split(";") for form in forms_of(verb.strip()))
    return sorted(form for form in found if not form.endswith("ing"))
