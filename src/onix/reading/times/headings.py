"""Whether a heading, which has no finite verb to tell it, looks ahead: "Council to vote on Friday".

In come the pieces of a sentence and where its date begins, out comes the word that looks ahead. It
is its own file because headings have a grammar of their own: "to vote" is what will be, and "shut
until Friday" is how things stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onix.reading.words import words_of

_STOPS = frozenset(".!?…”\"'’;:")
_UNTIL = {"until", "till"}
_NEAR = 40  # pieces before the date


def is_heading(words: Sequence[str]) -> bool:
    """Does a line end without a stop?"""
    last = next((word for word in reversed(words) if not word.isspace()), "")
    return bool(last) and last not in _STOPS


def is_next(words: Sequence[str], begins: int, *, tells_nothing: bool) -> bool:
    """Does a line of fixtures stand before a date: "Pacers: Host Clippers on Saturday"?

    Args:
        tells_nothing: No word there tells a tense: "Lakers: At Dallas on Friday".
    """
    near = words[max(0, begins - _NEAR) : begins]
    return any(
        one == ":" and (other in _FIXTURES or (tells_nothing and other == "At"))
        for one, other in zip(near, near[2:], strict=False)
    )


_FIXTURES = {"Visit", "Host", "Face", "Play", "Visits", "Hosts"}


def looks_ahead(words: Sequence[str], begins: int, *, is_past: bool) -> str:
    """Give the words of a heading that put the date after them ahead; nothing where none do.

    Args:
        is_past: A past form stands there, which may be a participle ("Road shut until Friday").
    """
    before = [word for word in words[max(0, begins - _NEAR) : begins] if not word.isspace()]
    if before and before[-1].lower() in _UNTIL:
        return before[-1]
    if is_past:
        return ""
    for to, verb in pairwise(before[1:]):
        if to == "to" and verb in words_of("tense", "to_be_done"):
            return f"to {verb}"
    return ""
