"""Whose words stand beneath a question: "What did Lund say?" above "That it was late", a name out.

It is its own file because in explainers a heading is the clause that the paragraph only ends:
whoever is named behind "that" is whom the words are about.
"""

from __future__ import annotations

import re
from collections.abc import Container

from onix.reading.speakers.memory import Memory

_QUESTION = re.compile(r"\bWhat\s(?:did|does|do|has|have|had)\s[^?\n\x01]{3,80}\?\s*\Z")
_LONGEST = 120  # characters of a heading


def asked_above(at: int, fits: Container[str], memory: Memory, masked: str) -> str | None:
    """Give whom the heading above a paragraph asks about that opens with "That"."""
    begin = masked.rfind("\n", 0, at) + 1
    if not masked.startswith("That ", begin):
        return None
    above = _QUESTION.search(masked, max(0, begin - _LONGEST), begin)
    if above is None:
        return None
    names = {place.name for place in memory.between(*above.span()) if place.name in fits}
    return names.pop() if len(names) == 1 else None
