"""People's names in headings: spans in which every word has a capital in, the names out.

"Ruiz Warns Varga" and "Reveals Stunning Thing Ruiz" are no names, though a model that goes by
capitals takes them for some; as full names they would leave open whom "Ruiz" means everywhere. It
is its own file because only where all words have capitals do these say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from onix.reading.grammar.function_words import DETERMINERS, cue_classes
from onix.reading.names.kinds import Found
from onix.reading.names.persons import first_names

_NO_HEADING = re.compile(r"\b[a-z]{5,}|[.!?]\s")
_LOWER = re.compile(r"\b[a-z]+\b")
_WORDS = 4  # of a heading, at least
_FULL = 2  # words of a full name
# What a name may stand behind at the beginning of a heading or a sentence.
_OPENING = DETERMINERS | {"team", "real", "former", "top"}


def without_other_words(text: str, found: Sequence[Found]) -> list[Found]:
    """Leave out of people's names what headings and the beginnings of sentences say of them."""
    families = {
        written.rpartition(" ")[2]
        for start, end, kind in found
        if kind == "person" and " " in (written := text[start:end])
        if written.partition(" ")[0] in first_names()
    }
    lower: set[str] = set()
    kept = []
    for start, end, kind in found:
        if kind == "person" and " " in text[start:end]:
            if not lower:
                lower = set(_LOWER.findall(text))
            start = _behind_adjectives(text, start, end, families, lower)
            if _is_in_heading(text, start, end):
                start, end = _in_heading(text, start, end, families)
        kept.append((start, end, kind))
    return kept


def _behind_adjectives(text: str, start: int, end: int, families: Set[str], lower: Set[str]) -> int:
    """Give where a name begins behind what is said of somebody: "|Top| Ruiz aide quits".

    That is a word that is nobody's first name, before a name that the text has alone, too.
    """
    first, _, rest = text[start:end].partition(" ")
    while rest and first not in first_names() and first.isalpha():
        named = rest.partition(" ")[0] in first_names() and " " in rest
        plain = first.lower() in lower or first.lower() in _OPENING or first.endswith("ing")
        if not plain or not (named or rest in families):
            break
        if text.count(rest) == text.count(f"{first} {rest}"):
            break
        start += len(first) + 1
        first, _, rest = rest.partition(" ")
    return start


def _is_in_heading(text: str, start: int, end: int) -> bool:
    """Does a name stand in a line in which all longer words have capitals, and nowhere else?"""
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    if len(line.split()) < _WORDS or _NO_HEADING.search(line) is not None:
        return False
    return text.count(text[start:end]) == 1


def _tells(word: str) -> bool:
    """Is this what a heading says that somebody does: "Says", "Warns"?"""
    return word.endswith("s") and bool(cue_classes().get(word.lower()))


def _in_heading(text: str, start: int, end: int, families: Set[str]) -> tuple[int, int]:
    """Give where the name is in words of a heading: "|Ana Ruiz| Warns Varga", "|Ruiz| Speech"."""
    words = text[start:end].split(" ")
    if _tells(words[-1]):
        named = " ".join(words[:-1])
        if text.count(named) > text.count(text[start:end]):  # "|Ruiz| Says"
            words, end = words[:-1], start + len(named)
    if len(words) == 1:
        return start, end
    at = next((k for k, word in enumerate(words[:-1]) if word in first_names()), None)
    if at is not None:
        longer = at > 0 or (len(words) > _FULL + 1 and words[-1] in families)
        kept = words[at : at + _FULL] if longer else words
        start += len(" ".join(words[:at])) + (at > 0)
        return start, start + len(" ".join(kept))
    if words[-1] in families:
        return end - len(words[-1]), end
    if words[0] in families:
        return start, start + len(words[0])
    return start, end
