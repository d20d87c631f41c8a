"""How a number is told: a line and the place of a number in it in, what is beside it out.

"$4.3bn more than forecast" is no deficit of $4.3bn, and $76 a week are not $76 a month. It is its
own file because it reads the words around a number, and `amounts.py` the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onix.model import Span
from onix.reading.words import verb_forms, words_of
from onix.verify.facts.lines import Line

_PER = re.compile(
    r"(?:\sof)?(?:\s\w+)?(?:,?\s(?:for\s)?(?:an?|per|each|every)\s|/)(?P<per>[a-z]+)\b"
    r"(?!\s(?:ago|earlier|later|before|after|or)\b)"
)
# "Four children with a fever each day": "a day" so far behind may be something else.
_EACH_TIME = re.compile(
    r"(?:\s(?!and\b|or\b|to\b|in\b)[a-z-]+){2,5}?\s(?:per|each|every)\s(?P<per>[a-z]+)\b"
)
_AND_PER = re.compile(r"\sand\s(?P<per>[a-z]+)\b")  # "per family and week"
_LEVEL = re.compile(
    r"\b(?:from|(?<!up\s)to|at|was|were|is|are|be|been|after)\s(?:about|around|almost|nearly|some|just\s\w+)?\s?$"
)
_OF = re.compile(r"\bof\s(?:about|around|almost|nearly|some|just\s\w+)?\s?$")
_BY = re.compile(r"\bby\s(?:about|around|almost|nearly|some|an?|just\s\w+|more\sthan)?\s?$")
_ANOTHER = frozenset({"more", "less", "fewer", "later", "earlier"})
_NEAR = 45  # characters before a number in which its verb stands
_CLAUSE = 80  # characters before a number in which it may be denied
_DENIED = 6  # words before a limit, of which one turns it round
_ENDS = re.compile(r"[,;:.—–()]\s|\s(?:and|but|or|because|after|when|that)\s")
_DOTTED = re.compile(r"\d{1,2}[.:]\d\d")
_AT = re.compile(r"\b(?:at|around|about|after|before|by|until|till|since|from)\s$")
_CLOCK = re.compile(
    r"(?:\so.clock|\s?[ap]\.?m\b|\sminutes\s(?:to|past|before|after)\s(?:\w+|\d+)\b"
    r"|\s(?:to|past)\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight))"
)
_THAT_DAY = re.compile(
    r"\s(?:on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last\snight|tonight|yesterday|today"
    r"|this\s(?:morning|afternoon|evening))\b"
)
_OFFSET = re.compile(r"\s(?:before|after|ago|late|early|ahead|behind)\b")
_WHEN = re.compile(r"\s(?:before|after|ago|earlier|later|ahead\sof|prior\sto|from\snow)\b")
_YEAR = re.compile(r"1[0-9]{3}")
_IN_YEAR = re.compile(r"\b(?:of|in|from|since|about|around)\s$")
_THAN = re.compile(
    r"\s(?:[\w-]+\s)?(?:(?P<more>more|higher|larger|bigger|longer|later|above|taller|heavier)"
    r"|less|fewer|lower|smaller|shorter|earlier|below|lighter)\sthan\b"
)
_BESIDES = re.compile(r"\s(?:\w+\s)?(?:others?|more(?!\sthan)|further|additional)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:of|out\sof)\s(?:the|its|their|his|her|all|our)\s$|^(?:Out\sof|Of)\s$", re.IGNORECASE
)
_EACH = re.compile(r"(?:an?|per|each|every)\s", re.IGNORECASE)
_NEXT = re.compile(r"(?:\s[\w-]+){0,2}\s")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _changing() -> frozenset[str]:
    return verb_forms("facts", "changing")


def per(line: Line, span: Span) -> str | None:
    """Give by what a number is counted: "week" for "$76 a week".

    Of several the span of time: "25 litres per person a day" are told by the day.
    """
    found = [each["per"] for each in _pers(line, span)]
    times = [each for each in found if each not in words_of("facts", "per_piece")]
    return next(iter(times or found), None)


def with_per(line: Line, span: Span) -> Span:
    """Give a number with what it is counted by: "$76 a week"."""
    ends = [span.end + each.end() for each in _pers(line, span)]
    return line.document.span(span.start, max(ends, default=span.end))


def _pers(line: Line, span: Span) -> Iterator[re.Match[str]]:
    behind = line.behind(span.end, 50)
    match = _PER.match(behind) or _EACH_TIME.match(behind)
    while match and match["per"] in words_of("facts", "per"):
        yield match
        match = _PER.match(behind, match.end()) or _AND_PER.match(behind, match.end())


def is_clock(line: Line, span: Span) -> bool:
    """Is a number the time of day: "at 8.45", "two in the morning", "nine minutes to eight"?"""
    before, behind = line.before(span.start).lower(), line.behind(span.end)
    if _DOTTED.fullmatch(span.text) and _AT.search(before):
        return True
    return bool(_CLOCK.match(behind) or (_AT.search(before) and _THAT_DAY.match(behind)))


def is_rate(line: Line, span: Span) -> bool:
    """Is "a year" what a number before it is told by: "$76 a year"?"""
    if not _EACH.match(span.text):
        return False
    before = [each.span.end for each in line.figures if each.span.end <= span.start]
    gap = line.document.text[before[-1] : span.start] if before else ",,"
    return bool(_NEXT.fullmatch(gap))


def is_besides(line: Line, span: Span) -> bool:
    """Is it a number of others, beside some that are told of: "three other members"?"""
    return bool(_BESIDES.match(line.behind(span.end)))


def is_whole(line: Line, span: Span) -> bool:
    """Is it the number of all, of which some are told: "39 of the 48"?"""
    return bool(_WHOLE.search(line.before(span.start)))


def is_offset(line: Line, span: Span) -> bool:
    """Does it say how far from something else it is: "a year late", "three days before"?"""
    return bool(_OFFSET.match(line.behind(span.end)))


def says_when(line: Line, span: Span) -> bool:
    """Does a span of time say when something was: "eleven days before the start", "later"?"""
    return bool(_WHEN.match(line.behind(span.end)))


def is_year(line: Line, span: Span) -> bool:
    """Is a number a year long past that is read as no date: "the chronicle of 1598"?"""
    is_plain = _YEAR.fullmatch(span.text) is not None and _IN_YEAR.search(line.before(span.start))
    return (
        bool(is_plain) and re.match(r"\s?(?:[,.;:)–—]|and\b|$)", line.behind(span.end)) is not None
    )


def is_denied(line: Line, span: Span) -> bool:
    """Is what stands before a number denied: "nobody may draw more than", "not below"?"""
    before = _ENDS.split(line.before(span.start, _CLAUSE).lower().replace("’", "'"))[-1]
    return any(
        word in words_of("facts", "denying") or word.endswith("n't")
        for word in re.findall(r"[a-z']+", before)[-_DENIED:]
    )


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
    if is_time or near[-1:] not in (["up"], ["down"]):  # "turned down three months before"
        return False
    return verb_forms("facts", "phrasal").isdisjoint(near[-2:-1])  # "has put up 140 guests"


def way(line: Line, span: Span) -> int:
    """Say whether a number says how much more there is than before, 1, or less, -1; else 0."""
    found = _THAN.match(line.behind(span.end, 30))
    if found is None:
        return 0
    return 1 if found["more"] else -1


def is_level(line: Line, span: Span) -> bool:
    """Does a number say how much there is: "came to $4.3bn", "the limit is 35"?"""
    return not is_change(line, span) and bool(_LEVEL.search(line.before(span.start, _NEAR)))
