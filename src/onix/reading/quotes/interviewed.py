"""Whom an interview is with: in come the words above its first question, out comes one name.

"We spoke with Ann Lee, a vet, about her book." It is its own file because an introduction tells it
in ways of its own, whether labels, questions or quote marks part the turns below it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from onix.reading.grammar.function_words import PREPOSITIONS
from onix.reading.names.namings import is_outlet
from onix.reading.names.origins import is_outlet_by_form
from onix.reading.speakers.cast import Cast

_MET = r"(?:spoke|speaks|talked|talks|chatted|chats|sat\sdown|sits\sdown|caught\sup|met(?:\sup)?)"
_OUTLET = r"(?P<outlet>(?:[Tt]he\s)?[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3})"
# "We spoke with |", "CNN asked |", "the Herald’s Tom Roe sat down with |"
_WE = re.compile(
    rf"\b(?:I|[Ww]e|{_OUTLET}(?:[’']s(?:\s[A-Za-z][\w.’'-]*){{1,4}})?)\s(?:[a-z]+ly\s|also\s|then\s)?"
    rf"(?:{_MET}\s(?:with|to)|interviewed|asked|put\s(?:[a-z]+\s){{1,3}}to)\s"
)
# "our conversation with |", "this is an edited interview with |"
_OURS = re.compile(
    r"\b(?:[Oo]ur|[Mm]y|[Tt]his|edited|condensed|excerpts\sfrom\san?)\s(?:[a-z-]+\s){0,2}"
    r"(?:interview|conversation|talk|chat|exchange|Q&A)\swith\s"
)
# "Q&A with |" stands in a headline only.
_HEADED = re.compile(
    r"\b(?:[Ii]nterview|[Cc]onversation|Q&A|[Tt]alk|[Qq]uestions)(?::|\s(?:with|for))\s"
)
# "| spoke to us", "| talked with the Herald", "| answered our questions"; "| told us" is less sure
_TO_US = rf"(?:us|me|our\s[a-z]+|{_OUTLET})\b"
_SPOKE = re.compile(
    rf"\s(?:[a-z]+ly\s|also\s)?(?:{_MET}\s(?:with|to)\s{_TO_US}|answers?\s(?:our|your)\s|"
    r"answered\s(?:our|your|readers[’'])\s)"
)
_TOLD = re.compile(rf"\s(?:tells|told)\s{_TO_US}")
_NAME = re.compile(r"(?:[A-Z][\w’'-]*\.?\s){0,6}[A-Z][\w’'-]*\Z")
_SHE = re.compile(r"(?:\A|[.!?\n]\s*)(?P<she>She|He)\Z")
_PLAIN = re.compile(r"[a-z]+")
_REACH = 160  # characters behind "with" in which a name stands
_BEFORE = 90
_LEAD = 6_000  # characters above a first question that introduce somebody


def find_interviewed(lead: str, title: str, cast: Cast, askers: Container[str]) -> str | None:
    """Give whom the words above an interview, or its headline, introduce as the one asked.

    The paragraph nearest to the first question counts that introduces anybody; where it introduces
    two, it is open who answers.

    Args:
        askers: Who asks for an outlet.
    """
    lines = lead[-_LEAD:].split("\n")
    opens = _opened_by(lead, cast)
    for line in reversed(lines):
        found = {*_met(line, cast), *_spoke(line, cast, _SPOKE, opens)} - {None}
        found = {name for name in found if name not in askers}
        if found:
            return found.pop() if len(found) == 1 else None
    for line in (title, *(each for each in lines if each[-1:] not in (".", ",", ":"))):
        for match in _HEADED.finditer(line):
            names = list(_behind(line, match.end(), cast))
            if names:
                return names[0] if len(names) == 1 else None
    told = {name for line in lines for name in _spoke(line, cast, _TOLD, opens)} - {None}
    return told.pop() if len(told) == 1 else None


def _met(line: str, cast: Cast) -> Iterator[str | None]:
    """Give who is named behind "we spoke with" and "our interview with"."""
    for match in _WE.finditer(line):
        if _is_ours(match):
            yield from _behind(line, match.end(), cast)
    for match in _OURS.finditer(line):
        yield from _behind(line, match.end(), cast)


def _spoke(
    line: str, cast: Cast, verbs: re.Pattern[str], opens: str | None
) -> Iterator[str | None]:
    """Give who is named before "spoke to us"; "she" is whom the lead opens with."""
    for match in verbs.finditer(line):
        if not _is_ours(match):
            continue
        before = line[max(0, match.start() - _BEFORE) : match.start()]
        she = _SHE.search(before)
        if she is not None:
            fits = cast.fitting("f" if she["she"] == "She" else "m")
            yield opens if opens in fits else None
        name = _NAME.search(before) or _NAME.search(before.partition(",")[0])
        yield _bearer(name.group(), cast) if name is not None and she is None else None


def _behind(line: str, start: int, cast: Cast) -> Iterator[str]:
    """Give who is named behind a preposition: one, or two with "and" between them.

    Words may stand before the name that say what somebody is ("the film’s director, |"), not
    others: who spoke "with farmers about Ann Lee" did not speak with her.
    """
    near = line[start : start + _REACH]
    named = sorted((near.find(name), name) for name in cast.people if " " in name and name in near)
    if not named:
        return
    at, name = named[0]
    between = near[:at]
    apposed = between.endswith(", ")
    if any(stop in between for stop in ".;:?!(") and not re.search(r"\b[A-Z][a-z]*\.\s\Z", between):
        return
    if not apposed and not PREPOSITIONS.isdisjoint(_PLAIN.findall(between)):
        return
    yield name
    end = at + len(name)
    yield from (other for place, other in named[1:] if near[end:place].strip(" ,") == "and")


def _is_ours(match: re.Match[str]) -> bool:
    """Is it we who met somebody, or an outlet?"""
    outlet = match["outlet"]
    return outlet is None or is_outlet(outlet) or is_outlet_by_form(outlet)


def _opened_by(lead: str, cast: Cast) -> str | None:
    """Give whom a lead names first, if it names nobody more often."""
    places = {name: lead.find(name) for name in cast.people if " " in name and name in lead}
    if not places:
        return None
    first = min(places, key=lambda name: places[name])
    most = max(lead.count(name) for name in places)
    return first if lead.count(first) == most else None


def _bearer(words: str, cast: Cast) -> str | None:
    """Give whose name words end with: "CNN Medical Analyst Dr. |Ann Lee|"."""
    parts = words.split()
    for first in range(len(parts)):
        bearers = cast.bearers(" ".join(parts[first:]))
        if len(bearers) == 1:
            return bearers.pop()
    return None
