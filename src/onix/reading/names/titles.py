"""Whom "the envoy" means: the titles by which people are introduced in, mentions by title out.

Only what is certain: one person of the document bears the title, and nobody else is given it,
not even without a name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from onix.model import Document, Mention
from onix.reading.words import one_of, sections

_GOES_ON = re.compile(
    r"[\s-]+(?:of|to|for|from|general|elect|designate|in|at|who|and|or)\b|-|\s+[A-Z]"
)


_QUALIFIER = re.compile(r"\b(the|former|ex|deputy)[\s-]$")


@cache
def _roles() -> tuple[dict[str, str], re.Pattern[str]]:
    """The description that each title gives, and the pattern that finds them in lower case."""
    roles = dict(entry.split(" = ") for entry in sections("people")["roles"])
    # Nothing before the words: only then are their first letters looked for at C speed.
    return roles, re.compile(rf"{one_of({*roles, *roles.values()})}\b")


def _titles(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Give start, end, the description and what qualifies it for every title in a text."""
    roles, pattern = _roles()
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose lower case is longer
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for place in pattern.finditer(lower):
        start, end = place.span()
        if start and (lower[start - 1].isalnum() or lower[start - 1] == "_"):
            continue
        qualifier = _QUALIFIER.search(lower, max(0, start - 8), start)
        written = place.group()
        if qualifier is not None:
            start = qualifier.start()
        yield (
            start,
            end,
            roles.get(written, written),
            "" if qualifier is None else qualifier.group(1),
        )


def find_descriptions(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Give the places where a title alone stands for the one person who bears it."""
    people = [mention for mention in mentions if mention.kind == "person"]
    if not people:
        return []
    text = document.text
    starts = [mention.span.start for mention in mentions]
    bearers: dict[str, set[str | None]] = defaultdict(set)
    alone: dict[str, list[tuple[int, int]]] = defaultdict(list)
    first: dict[str, int] = {}
    for start, end, role, before in _titles(text):
        if before == "deputy":
            continue
        number = bisect_right(starts, start)
        if number and mentions[number - 1].span.end > start:
            continue  # part of a name: "the President Hotel"
        following = mentions[number] if number < len(mentions) else None
        if following is not None and following.span.start < end:
            continue  # "the" before such a name
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
