"""How a number is told: a line and the place of a number in it in, what is beside it out.

"$4.3bn more than forecast" is no deficit of $4.3bn, and $76 a week are not $76 a month. It is its
own file because it reads the words around a number, and `amounts.py` the number.
"""

from __future__ import annotations

import re
from functools import cache

from onix.model import Span
from onix.reading.words import verb_forms, words_of
from onix.verify.facts.lines import Line

_PER = re.compile(
    r"(?:\s\w+)?(?:,?\s(?:an?|per|each|every)\s|/)(?P<per>[a-z]+)\b"
    r"(?!\s(?:ago|earlier|later|before|after|or)\b)"
)
_LEVEL = re.compile(
    r"\b(?:from|to|at|was|were|is|are)\s(?:about|around|almost|nearly|some|just\s\w+)?\s?$"
)
_OF = re.compile(r"\bof\s(?:about|around|almost|nearly|some|just\s\w+)?\s?$")
_BY = re.compile(r"\bby\s(?:about|around|almost|nearly|some|an?|just\s\w+|more\sthan)?\s?$")
_ANOTHER = frozenset({"more", "less", "fewer", "later", "earlier"})
_NEAR = 45  # characters before a number in which its verb stands
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _changing() -> frozenset[str]:
    return verb_forms("facts", "changing")


def per(line: Line, span: Span) -> str | None:
    """Give by what a number is counted: "week" for "$76 a week"."""
    found = _PER.match(line.behind(span.end, 30))
    return found["per"] if found and found["per"] in words_of("facts", "per") else None


def is_change(line: Line, span: Span) -> bool:
    """Does a number say by how much something is more or less?"""
    behind = _WORD.findall(re.split(r"[,.;]| or ", line.behind(span.end, 30))[0].lower())
    words = words_of("facts", "apart")
    for place, word in enumerate(behind[:2]):
        is_than = behind[place + 1 : place + 2] == ["than"]
        if word in words and (is_than or word not in _ANOTHER):  # "4,000 more were coming"
            return True
    before = line.before(span.start, _NEAR)
    near = [word.lower() for word in _WORD.findall(before)]
    if _OF.search(before):
        return not _changing().isdisjoint(near[-3:])
    if _LEVEL.search(before):
        return False
    if _BY.search(before):
        return not _changing().isdisjoint(near)
    is_time = any(span.overlaps(each.span) for each in line.times)
    return not is_time and near[-1:] in (["up"], ["down"])  # "turned down three months before"


def is_level(line: Line, span: Span) -> bool:
    """Does a number say how much there is: "came to $4.3bn", "the limit is 35"?"""
    return not is_change(line, span) and bool(_LEVEL.search(line.before(span.start, _NEAR)))
