"""What ties a quotation to somebody without a listed verb: in comes a sentence, out comes who.

Headlines and labels ("Name: …"), any verb at all beside a quotation ("…,” barked the mayor"), and
the one whom a clause that leads up to a quotation is about.
It is its own file because these ties are weaker than those of `attribution`, and asked for later.
"""

from __future__ import annotations

import re

from onix.reading.attribution import Attribution
from onix.reading.phrases import Region, Sentence

_LOOK_BACK = 400


def subject_before(masked: str, start: int, end: int, position: int) -> Region | None:
    """Give the words the clause before `position` is about: who a lead-in leads to."""
    sentence = Sentence(masked, max(start, position - _LOOK_BACK), min(end, position + 1))
    before = next((k for k, at in enumerate(sentence.starts) if at >= position), len(sentence))
    opening = sentence.opening(before) if before else None
    return sentence.offsets(opening) if opening else None


_OWNER = re.compile(
    r"((?:[A-Z][\w.-]*\s+){0,3}[A-Z][\w-]*[’']s|\b(?:[Hh]is|[Hh]er|[Tt]heir))\s+(?:\w+\s+){0,2}"
    r"(?:words|answer|reply|response|message|remark|comment|statement|warning|line|question|slogan|"
    r"motto|chants?|tweet|post|note|advice|verdict)\b[^.!?\x01]{0,40}$"
)


def owner_before(masked: str, start: int, position: int) -> Region | None:
    """Give whose words a clause leads up to: "the mayor’s answer was “…”"."""
    match = _OWNER.search(masked, max(start, position - _OWNER_REACH), position)
    return match.span(1) if match else None


_OWNER_REACH = 120
_PERSON = (
    r"(?:(?:[Tt]he|[Aa]n?)\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+"
    r"|(?:[A-Z][\w.’'-]*\s+){0,4}[A-Z][\w’'-]*|[Hh]e|[Ss]he)"
)
_VERB_OF_ANY = r"(?:[a-z]{3,}ed|[a-z]{3,}(?<!s)s|went\s+on|shot\s+back|began|laughed)"
_END = (
    r"(?=\s*(?:[,.;\x01]|$)"
    r"|\s+(?:of|in|on|at|who|as|to|from|with|when|while|after|before|during|about)\b)"
)
_BESIDE = re.compile(
    rf"\s*(?:(?P<verb>{_VERB_OF_ANY})\s+(?P<after>{_PERSON}){_END}"
    rf"|(?P<before>{_PERSON})\s+(?P<last>{_VERB_OF_ANY})(?=[\s,.;]))"
)
_BESIDE_REACH = 100


def beside(masked: str, start: int, end: int) -> tuple[Region, Region] | None:
    """Give cue and source where any verb stands beside a quotation: “…,” barked the mayor."""
    match = _BESIDE.match(masked, start, min(end, start + _BESIDE_REACH))
    if match is None:
        return None
    if match.group("verb"):
        return match.span("verb"), match.span("after")
    return match.span("last"), match.span("before")


_HEADING = re.compile(r"\s*((?:[A-Z][\w.’'-]*\s+){0,4}[A-Z][\w.’'-]*):\s+(?=\S)")
_LONGEST_HEADING = 180


def heading(masked: str, start: int, end: int, *, first: bool) -> Attribution | None:
    """Give the attribution of a headline or a labelled line: "Name: what they say".

    Args:
        first: It is the first line of the document, where a headline stands.
    """
    match = _HEADING.match(masked, start, min(end, start + 80))
    if match is None:
        return None
    label = match.group(1)
    if not (label.isupper() and len(label) > 3) and not (
        first and end - start <= _LONGEST_HEADING and masked[end - 1] != ";"
    ):
        return None
    colon = (match.end(1), match.end(1) + 1)
    return Attribution(colon, match.span(1), ((match.end(), end),), None, 0.7)
