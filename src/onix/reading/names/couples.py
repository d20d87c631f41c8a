"""Two who share a family name: "Greg and Sharon Lund" in, "Greg Lund" out.

It is its own file because no full name of the first stands anywhere, and the words around have to
tell that the two are one family: "Madonna and Sean Lund" are not.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from onix.model import MentionKind
from onix.reading.names.persons import first_names

_NEAR = 120  # characters
_FAMILY = re.compile(
    r"\b(?:couple|husband|wife|spouses?|married|newlyweds|parents|brothers?|sisters?|siblings"
    r"|twins?|family|pair|relatives|[Tt]heir (?:sons?|daughters?|child(?:ren)?|baby|home|house))\b"
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? ([A-Z][\w’'-]*)")
_JOINED = (" and ", " & ")
_WORDS = re.compile(r"[A-Z][\w’'-]*")


def couples(
    text: str, found: Sequence[tuple[int, int, MentionKind]], people: Container[str]
) -> Iterator[str]:
    """Give the full names of those who stand before another of their family.

    Args:
        found: Where people and others are named, in order.
        people: Full names that stand in the text.
    """
    titled: set[str] | None = None
    for (start, end, kind), (after, last, other) in pairwise(found):
        if kind != "person" or other != "person" or text[end:after] not in _JOINED:
            continue
        first, whole = text[start:end], text[after:last].split(" ")
        if len(whole) != 2 or not _WORDS.fullmatch(first):
            continue
        known = first in first_names() and whole[0] in first_names()
        if not known and not _are_family(first, whole[1], text):
            continue
        name = f"{first} {whole[1]}"
        if titled is None:
            titled = set(_TITLED.findall(text))
        near = text[max(0, start - _NEAR) : last + _NEAR]
        if name not in people and (whole[1] in titled or _FAMILY.search(near)):
            yield name


def _are_family(first: str, family: str, text: str) -> bool:
    """Is a family spoken of by its name, "the Lunds", that is not the name of the first, too?"""
    called = re.search(rf"\b[Tt]he {re.escape(family)}(?:e?s|[’'] family| family| couple)\b", text)
    return called is not None and re.search(rf"[A-Z][\w.]* {re.escape(first)}\b", text) is None
