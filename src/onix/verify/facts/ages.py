"""Whose an age is: a line and the place of an age in it, the name out.

"Ann Lee, 61," and "the 61-year-old engineer Ann Lee" tell the age of one person, whatever else
their sentences say; so ages are held against one another by the name.
"""

from __future__ import annotations

import re

from onix.model import Mention, Span
from onix.verify.facts.lines import Line

# What may stand between a name and its age, and between an age and its name: words of the person.
_AFTER_NAME = re.compile(
    r"(?:\sof\s[A-Z]\w+)?,?\s\(?(?!(?:and|whose|his|her|their|with|said|says)\b)"
    r"(?:(?!(?:and|whose|his|her|their|son|daughter|wife|husband|for|by|until|at|when|since|before)\b)[a-z-]+\s){0,6}"
)
_BEFORE_NAME = re.compile(
    r"(?:[-\s]years?[-\s]old|-old)?(?:\s(?!(?:and|of|by|to)\b)[a-z-]+){0,4}\s"
)


def owner_of(line: Line, span: Span) -> str | None:
    """Give the full name of the person whose age a number is, in lower case; None if unclear."""
    text = line.document.text
    for each in reversed([one for one in line.mentions if one.span.end <= span.start]):
        if each.kind == "person":
            gap = text[each.span.end : span.start]
            return _name(each) if _AFTER_NAME.fullmatch(gap) else _behind(line, span)
    return _behind(line, span)


def _behind(line: Line, span: Span) -> str | None:
    near = next((one for one in line.mentions if one.span.start >= span.end), None)
    if near is None or near.kind != "person":
        return None
    gap = line.document.text[span.end : near.span.start]
    return _name(near) if _BEFORE_NAME.fullmatch(gap) else None


def is_same_person(one: str | None, other: str | None) -> bool:
    """Is it the same name, or is one the family name of the other?"""
    if one is None or other is None:
        return False
    mine, theirs = one.split(), other.split()
    if mine[-1] != theirs[-1]:
        return False
    return mine[0] == theirs[0] or min(len(mine), len(theirs)) == 1


def _name(mention: Mention) -> str:
    return (mention.name or mention.span.text).casefold()
