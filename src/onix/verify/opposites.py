"""Is one word the opposite of another: "illegal" for "legal", "after" for "before"?

Words in, yes or no out; which are opposites say two lists and the prefixes of English. Its own file
because such a change turns the sense round without a "not" in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from onix.reading.grammar import lexicon
from onix.reading.words import sections

_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non")
_SHORTEST: Final = 4  # letters of a word that one of them turns round: "able", and not "to"


def are_opposite(one: Iterable[str], other: Iterable[str]) -> bool:
    """Has one side a word whose opposite the other has in its place? In lower case."""
    mine, theirs = set(one), set(other)
    return any(_is_opposite(a, b) for a in mine - theirs for b in theirs - mine)


@cache
def _is_opposite(one: str, other: str) -> bool:
    """Does one word say that the other is not so?"""
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST and any(long == prefix + short for prefix in _PREFIXES):
        return True
    stem = lexicon.stem(other)
    return stem in lexicon.opposites(one) or stem in _listed().get(lexicon.stem(one), ())


@cache
def _listed() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in sections("speech")["opposites"]:
        one, other = ([*map(lexicon.stem, side.split())] for side in line.split(":"))
        for mine, theirs in ((one, other), (other, one)):
            for word in mine:
                found.setdefault(word, set()).update(theirs)
    return found
