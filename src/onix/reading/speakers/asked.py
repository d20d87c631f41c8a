"""Who answers: "Asked by a reporter, he said", "When Roe asked Lund, the mayor said", a name out.

It is its own file because a question hands the word on: whoever was asked has it next, however
often others were named, and whoever asked has not.
"""

from __future__ import annotations

import re
from collections.abc import Container

from onix.reading.grammar.function_words import PREPOSITIONS
from onix.reading.grammar.quotemarks import MASK
from onix.reading.names.genders import Gender
from onix.reading.speakers.cast import Cast
from onix.reading.speakers.memory import Memory
from onix.reading.words import one_of

# "Roe |asked| Lund", "pressed Mr. |Lund|"
_ASKED = re.compile(
    r"\b(?:asked|asks|pressed|questioned|quizzed|challenged)\s(?:(?:[a-z]+\s){0,3}[A-Z][a-z]*\.\s)?\Z"
)
# "Roe| asked Lund about it", "|pressed her on that", "|has asked her for it"
_PUTS = re.compile(
    r",?\s(?:has\s|had\s|then\s|also\s)?(?:asked|asks|pressed|questioned|quizzed|challenged)\s"
    r"(?:him|her|them|(?:(?:[a-z]+\s){0,3}[A-Z][\w.’'-]*\s?)+)\s?"
    r"(?:(?P<request>for)\b|about|on|over|why|whether|if|how|what|when|where|who|which|[:,])"
)
# "Was |Lund| satisfied?", "Did that mean |Lund| would go?"
_WONDERS = re.compile(
    r"\s*(?:(?:And|But|So)\s)?(?:[Aa]re|[Cc]an|[Cc]ould|[Dd]id|[Dd]o|[Dd]oes|[Hh]ad|[Hh]as|[Ii]s|[Ss]hould|[Ww]as|[Ww]ill"
    r"|[Ww]ould)\s(?:(?:that|this|it)\s[a-z]+\s(?:that\s)?)?"
)
_CLAUSES = frozenset({"that", "to", "so", "when", "why", "how"})
# "Roe| has told her as much", but not "|told her lawyer"
_DOES_TO = re.compile(
    r",?\s(?:(?:has|had|then|also|later|once|often|never)\s)*(?!(?:and|but|or|with|to|of|for|by|from)\s)"
    rf"[a-z]+\s(?P<whom>him|her)(?=[.,;:]|\s{one_of(PREPOSITIONS | _CLAUSES)}\b)"
)
_WHOM: dict[str, Gender] = {"him": "m", "her": "f"}
_PLAIN = re.compile(r"\w")
_LONGEST = 600  # characters of a sentence
_REACH = 40  # characters before a name
_OPENS = re.compile(r"\s*(?:(?:And|But|Then)\s)?\Z")
_BEHIND_COMMA = re.compile(r",\s\Z")
_LED = re.compile(r"(?:\A\s*|[,;]\s(?:and|but)\s)(?:(?:And|But)\s)?(?:[Ww]hen|[Aa]fter)\s")


def asked(at: int, fits: Container[str], memory: Memory, masked: str) -> str | None:
    """Give whom the sentence so far, or the one before, says that somebody asked.

    In the one before nobody may be named behind who fits, too.
    """
    unit = memory.unit_at(at)
    begin = memory.begins(unit)
    lead = masked[begin:at] if at - begin <= _LONGEST else "…"
    led = _LED.search(lead)
    if led is not None and _BEHIND_COMMA.search(lead):
        first, end = begin + led.start(), at
    elif _OPENS.fullmatch(lead) and unit:
        first, end = memory.begins(unit - 1), begin
    else:
        return None
    places = [each for each in memory.between(first, end) if each.who(fits)]
    if not places or places[-1].who(fits) not in fits:
        return None
    for place in places:
        if _ASKED.search(masked, max(first, place.start - _REACH), place.start) is None:
            continue
        behind = {each.who(fits) for each in places if each.start > place.start and each.subject}
        name = place.who(fits)
        return name if name in fits and behind <= {name} else None
    return None


def wondered_at(at: int, fits: Container[str], memory: Memory, masked: str) -> str | None:
    """Give of whom a text itself asks what they then answer: "Was Lund glad? ¶ “No,” |he| said"."""
    unit = memory.unit_at(at)
    lead = memory.lead(unit, at)
    if not unit or MASK not in lead or _PLAIN.search(lead):
        return None
    before, begin = memory.begins(unit - 1), memory.begins(unit)
    opens = _WONDERS.match(masked, before, begin)
    first = next(memory.between(before, begin), None)
    if opens is None or first is None or masked[before:begin].rstrip()[-1:] != "?":
        return None
    return first.who(fits) if opens.end() == first.start and first.who(fits) in fits else None


def asking(at: int, fits: Container[str], memory: Memory, masked: str) -> set[str]:
    """Give who asked somebody something: "Roe asked him why. ¶ “It fell,” |he| said".

    It is not Roe who answers, even where whoever was asked has no name that is known.
    """
    unit = memory.unit_at(at)
    lead = memory.lead(unit, at)
    if not unit or MASK not in lead or _PLAIN.search(lead):
        return set()
    before = memory.begins(unit - 1)
    apart = memory.paragraph_at(before) != memory.paragraph_at(at)
    return {
        place.who(fits)
        for place in memory.between(before, memory.begins(unit))
        if place.subject
        and (puts := _PUTS.match(masked, place.end)) is not None
        and (apart or puts["request"])  # in one paragraph it may be what Roe asked
    }


def facing(at: int, gender: Gender, cast: Cast, memory: Memory, masked: str) -> set[str]:
    """Give who did something to her in the sentence before: "Roe told her so. “…,” |she| said".

    It is not Roe who is "she", unless Roe is known for a woman: then it may be either.
    """
    unit = memory.unit_at(at)
    lead = memory.lead(unit, at)
    if not unit or not (_OPENS.fullmatch(lead) or (MASK in lead and not _PLAIN.search(lead))):
        return set()
    return {
        place.name
        for place in memory.between(memory.begins(unit - 1), memory.begins(unit))
        if place.subject
        and place.name in cast.people
        and cast.people[place.name].gender is None
        and (does := _DOES_TO.match(masked, place.end)) is not None
        and _WHOM[does["whom"]] == gender
    }
