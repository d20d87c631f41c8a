"""Must two days be of two occurrences? Dates with their sentences in, yes or no out.

Asked of what was looked up alone, where nobody says that a text is of the draft's story: what was
given for a draft is, and another day there is a wrong one. It is its own file because it goes by
when both texts were written, and `other_days.py` by what they say.
"""

from __future__ import annotations

import re
from datetime import date

from onix.verify.facts.lines import Line
from onix.verify.facts.moments import share_numbers
from onix.verify.facts.shelf import clause_of
from onix.verify.facts.whens import When

_AHEAD = re.compile(
    r"\b(?:will|shall|would|could|may|might|due|expect(?:ed|s)?|plan(?:s|ned)\s(?:to|for)|scheduled|until"
    r"|going\sto|(?:is|are|was|were|set|likely)\sto)\b|[’']ll\b"
)
_MOST = 0.7  # of the words of the shorter of two sentences


def are_of_two_times(line: Line, one: When, where: Line, other: When) -> bool:
    """Can two dates not be of one occurrence, whichever of them is right?

    One is over when either text is written, and the other still to come: "met on Sunday" is no
    wrong "will meet on Wednesday", and "rose on Friday" not what a text of Thursday has risen. Of
    two years both are too vague to be one another's, unless all else is the same. A number that
    both sentences have ("a crack of 38 millimetres") says that they are of one occurrence.
    """
    if share_numbers(line, where):
        return False
    if one.length == other.length == "years":
        return not _are_alike(line, where)
    days = (line.document.day, where.document.day)
    return any(
        None not in sides and sides[0] != sides[1]
        for day in days
        if day is not None
        for sides in [(_is_over(line, one, day), _is_over(where, other, day))]
    )


def _is_over(line: Line, one: When, day: date) -> bool | None:
    """Does a time lie behind a day? None where the day is a part of a longer one."""
    if one.first == day == one.last:
        return _AHEAD.search((clause_of(line, one.span) or line.span).text) is None
    return True if one.last < day else False if one.first > day else None


def _are_alike(line: Line, where: Line) -> bool:
    """Do two sentences have most of their words in common, but for numbers and times?"""
    mine, theirs = (
        {word.stem for word in each.words if not word.is_value} for each in (line, where)
    )
    return len(mine & theirs) >= _MOST * max(1, min(len(mine), len(theirs)))
