"""How long something has gone on, told by the last of it: a third straight day, a fifth in a row.

In come a rule's match and what is known, out comes a sense, as in counts.py. It is its own file
because what is written is an ordinal, as in a date, and what is meant is a length.
"""

from __future__ import annotations

from onix.reading.times.counts import LASTS, value_of
from onix.reading.times.found import Found
from onix.reading.times.sense import Known, Sense

_UNBROKEN = {"straight", "consecutive", "successive"}
_BEHIND = (["in", "a", "row"], ["running"])
_SEASONS = {"SP", "SU", "FA", "WI"}


def in_a_row(found: Found, known: Known) -> Sense | None:
    """A third straight day, the second quarter in a row, for the seventh year running."""
    unit = found.value("unit")
    nth = found.number("nth") or int(found.value("nth") or 0)
    if nth < 2 or unit in _SEASONS or found.plural:
        return None
    behind = any(found.words_after(len(words)) == words for words in _BEHIND)
    if found.text("extra").strip() not in _UNBROKEN and not (behind and not found.text("extra")):
        return None
    return Sense("DURATION", value_of(nth, "Q" if unit == "Q" else unit), LASTS)


RESOLVERS = {"in_a_row": in_a_row}
