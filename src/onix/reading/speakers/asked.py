"""Who answers: "Asked by a reporter, he said", "When Roe asked Lund, the mayor said", a name out.

It is its own file because a question hands the word on: whoever was asked has it next, however
often others were named, and whoever asked has not.
"""

from __future__ import annotations

import re
from collections.abc import Container

from onix.reading.speakers.memory import Memory

# "Roe |asked| Lund", "pressed Mr. |Lund|"
_ASKED = re.compile(
    r"\b(?:asked|asks|pressed|questioned|quizzed|challenged)\s(?:(?:[a-z]+\s){0,3}[A-Z][a-z]*\.\s)?\Z"
)
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
