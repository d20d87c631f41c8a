"""The name behind a noun: in come masked text and a noun, out comes whether it is named there.

"a spokesman, Al Roe," is no source without a name. It is its own file because whoever looks for
sources asks it.
"""

from __future__ import annotations

import re

from onix.reading.names.origins import CAPITAL, DAYS, head_of, is_people
from onix.reading.words import sections, words_of

_PARTICLES = r"(?:van|von|der|den|ter|ten|de|da|di|dos|del|della|la|le|el|al|bin|ibn)\b"
_SAYS_MORE = (
    r"(?:\s+(?:in|at|of|for|from|that|who|which)\s"
    r"(?:[^,;.\x01]|(?<=\b(?:Mr|Ms|Dr|St))\.|(?<=\bMrs)\.){1,60}?(?=,))?"
)
# Shortened ones; in full they are names as far as they matter here.
_TITLE = (
    r"(?:Sen|Rep|Gov|Lt|Dr|Mr|Mrs|Ms|Prof|Rev|Hon|Fr|St|Capt|Cmdr|Col|Gen|Maj|Sgt|Cpl|Det|Insp|Supt"
    r"|Cllr|Coun)\."
)
_SAYS_MORE_OF = re.compile(r"\s+(?:who|which|that)\s")
# "a spokesman, Al Roe,", "the maker, Lyle & Sons,", "a roofer who gave his name as Kirk"
NAME_BEHIND = re.compile(
    rf"{_SAYS_MORE}"
    rf"(?:,?\s+(?:(?:state|city)\s+)?(?:{_TITLE}\s+){{0,2}}|,\s+(?:the|an?|then|former|retired|\d+-year-old)\s+(?:(?!(?:in|at|on|from|near)\s)[\w’'-]+\s+){{0,4}}?)"
    rf"(?P<name>(?!{DAYS}){CAPITAL}(?:\s+(?:&\s+)?(?:\x01+|{_PARTICLES}|{CAPITAL}))*)(?=[,.;:)(—–]|\s*$|\s(?:of|in|at)\s)"
    r"|,?\s[^,.\x01]{1,60}\bgave\s+(?:his|her)\s+name"
)
# "spokeswoman |Carly Brandt| said"
_ITS_NAME = re.compile(rf"\s(?!{DAYS}){CAPITAL}\s(?!{DAYS}){CAPITAL}(?=\s[a-z]|,)")
# "a passenger, |student Leah Quigg|,"
_CALLED = re.compile(
    rf"{_SAYS_MORE},\s+(?:(?:[\w-]+)\s+)?(?P<calling>[a-z-]+)\s+{CAPITAL}(?:\s+{CAPITAL}){{1,2}}(?=[,.;:)(—–]|\s*$)"
)
# "a spokesman for |the mayor|, Al Roe,", who is the mayor
_FOR_WHOM = re.compile(
    rf"\s(?:for|of|to)\s+(?:[\w-]+\s+){{1,3}}?(?P<whom>[a-z]+),\s+{CAPITAL}\s+{CAPITAL},"
)
_ROLES = frozenset(entry.rpartition(" ")[2] for entry in sections("people")["roles"])
_FOR_OTHERS = words_of("people", "for_others")
_PERIODICALS = frozenset(sections("outlets")["own"])
_BODY_NAME = re.compile(rf",\s+(?:{CAPITAL}\s+){{0,3}}{CAPITAL},\s+[a-z]")


def is_periodical(masked: str, start: int, end: int) -> bool:
    """Is it no document but who prints: "|The journal|, Acta Nova, says it opened an inquiry"?"""
    named = _BODY_NAME.match(masked, end) is not None
    return named and head_of(masked[start:end]) in _PERIODICALS


def is_named_behind(masked: str, start: int, end: int) -> bool:
    """Does a name follow that tells who somebody is: "a spokesman, Al Roe,"?"""
    if head_of(masked[start:end]).endswith(("s", "people")) and _SAYS_MORE_OF.match(masked, end):
        return False  # "two people who work for the envoy, Al Roe,"
    whom = _FOR_WHOM.match(masked, end)
    if whom and head_of(masked[start:end]) in _FOR_OTHERS and whom["whom"] in _ROLES:
        return False
    called = _CALLED.match(masked, end)
    named = NAME_BEHIND.match(masked, end) or _ITS_NAME.match(masked, end)
    return named is not None or (called is not None and is_people(called["calling"]))
