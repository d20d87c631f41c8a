"""Family names that the model missed: in come the names found, out where else somebody is named.

Where a text has a full name, its family name alone is theirs, capital and all. Some family names
are words as well ("Grant", "Price") and are taken only where they cannot be.
"""

from __future__ import annotations

import re

from onix.reading.names.identities import Identities
from onix.reading.names.kinds import Found
from onix.reading.words import sections

_LISTS = sections("names")
_TITLES = frozenset(_LISTS["titles"])
_COMMON = frozenset(_LISTS["common"])
_COUNTED = frozenset(_LISTS["counted"])
_OWNER = re.compile(r"['’](?:s|S)?$")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]{2,}")
_GRAMMAR = sections("grammar")
_SMALL = frozenset(_GRAMMAR["prepositions"]) | frozenset(_GRAMMAR["determiners"])
_DOES = frozenset(_GRAMMAR["auxiliaries"]) | {"said", "says", "told", "tells", "left", "went"}
_WORD = re.compile(r"\s([a-z]+)\b")
_BEFORE = re.compile(r"\b([a-z]+),?\s\Z")
_LOWER = re.compile(r"[’']s\s[a-z]|[,.;:)]|\s[a-z]")
_LONGEST = 20  # characters of the word before


def find_missed(text: str, identities: Identities, found: list[Found]) -> list[Found]:
    """Give further places where the family name of a person found is written, capital and all."""
    people = {text[start:end] for start, end, kind in found if kind == "person"}
    short = identities.short_names(people)
    if not short:
        return []
    taken = bytearray(len(text))
    for start, end, _ in found:
        taken[start:end] = b"\x01" * (end - start)
    more: list[Found] = []
    for word in _CAPITALISED.finditer(text):
        written = word.group()
        owner = _OWNER.search(written)
        if owner is not None:
            written = written[: owner.start()]
        full = short.get(written)
        start, end = word.start(), word.start() + len(written)
        if full is None or taken[start]:
            continue
        if written.lower() in _COMMON and not _is_surely_a_name(text, start, end):
            continue
        before = full[: -len(written)] if full.endswith(written) else ""
        if before and text.endswith(before, max(0, start - len(before)), start):
            start -= len(before)
        elif _stands_in_a_longer_name(text, start, end):
            continue
        if not any(taken[start:end]):
            more.append((start, end, "person"))
    return more


def _stands_in_a_longer_name(text: str, start: int, end: int) -> bool:
    """Is a capitalised word joined to this one ("the Varga Institute", "Peter Varga")?"""
    after = text[end : end + 2]
    before = text[max(0, start - 40) : start]
    previous = before.split()[-1] if before.strip() and before[-1:] == " " else ""
    if after[:1] in ("-", "–") or before[-1:] in ("-", "–", "#", "@", "&"):
        return True
    if after[:1] == " " and after[1:].isupper() and after[1:].isalpha():
        return True
    return (
        previous[:1].isupper()
        and previous[-1:].isalpha()
        and previous.lower() not in _TITLES
        and len(before.split()) > 1
        and before.split()[-2][-1:] not in '.!?”"'
    )


def _is_surely_a_name(text: str, start: int, end: int) -> bool:
    """Is a family name that is also a word one here: "Police said |Grant| ran", "|Grant| told"?

    Inside a sentence by its capital, behind no article and no preposition, and at the head of one
    where a verb follows that a bare "grant" does not have.
    """
    word = text[start:end].lower()
    if word not in _COUNTED:
        return False
    behind = _WORD.match(text, end)
    does = behind is not None and (behind[1] in _DOES or behind[1].endswith("ed"))
    before = _BEFORE.search(text, max(0, start - _LONGEST), start)
    if before is None:
        return does
    return before[1] not in _SMALL and (does or _LOWER.match(text, end) is not None)
