"""Whom "the envoy" means: the titles by which people are introduced in, mentions by title out.

Only what is certain: one person of the document bears the title, and nobody else is given it,
not even without a name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from onix.model import Document, Mention, Span
from onix.reading.words import sections

_GOES_ON = re.compile(
    r"[\s-]+(?:of|to|for|from|general|elect|designate|in|at|who|and|or)\b|-|\s+[A-Z]"
)


@cache
def _roles() -> tuple[dict[str, str], re.Pattern[str]]:
    """The description that each title gives, and the pattern that finds them all."""
    roles = dict(entry.split(" = ") for entry in sections("people")["roles"])
    longest_first = sorted({*roles, *roles.values()}, key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first))
    pattern = re.compile(rf"\b(?:(the|former|ex|deputy)[\s-])?({words})\b", re.IGNORECASE)
    return roles, pattern


def find_descriptions(
    document: Document, sentences: Sequence[Span], mentions: Sequence[Mention]
) -> list[Mention]:
    """Give the places where a title alone stands for the one person who bears it."""
    people = [mention for mention in mentions if mention.kind == "person"]
    if not people:
        return []
    roles, pattern = _roles()
    text = document.text
    starts = [mention.span.start for mention in mentions]
    bearers: dict[str, set[str | None]] = defaultdict(set)
    alone: dict[str, list[tuple[int, int]]] = defaultdict(list)
    first: dict[str, int] = {}
    for place in pattern.finditer(text):
        written = place.group(2).lower()
        role = roles.get(written, written)
        before = (place.group(1) or "").lower()
        if before == "deputy":
            continue
        start, end = place.span()
        number = bisect_right(starts, start)
        if number and mentions[number - 1].span.end > start:
            continue  # part of a name: "the President Hotel"
        following = mentions[number] if number < len(mentions) else None
        if (
            following is not None
            and following.kind == "person"
            and following.span.start - end <= 3
            and not text[end : following.span.start].strip(" .,")
        ):
            bearers[role].add(None if before in ("former", "ex") else following.name)
            first.setdefault(role, end)
            continue
        previous = mentions[number - 1] if number else None
        if (
            before == "the"
            and previous is not None
            and previous.kind == "person"
            and text[previous.span.end : start] == ", "
        ):
            bearers[role].add(previous.name)
            first.setdefault(role, end)
        elif before == "the" and _GOES_ON.match(text, end) is None:
            alone[role].append((start, end))
        else:
            bearers[role].add(None)
    found = []
    for role, places in alone.items():
        named = bearers[role]
        if len(named) != 1:
            continue
        name = next(iter(named))
        if name is None:
            continue
        found += [
            Mention(document.span(start, end), "person", name)
            for start, end in places
            if start > first[role]
        ]
    return found
