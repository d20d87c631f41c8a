"""On which side of its verb a topic stands: in comes an event, out comes whether the topic does it.

Of a name grammar says so; a topic is words, so here words say it: "shot down the |balloon|", "the
|balloon| was downed". It is its own file because who joins events need not know how.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Final, Literal

from onix.model import Event
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of

Side = Literal["does", "undergoes"]

# What stands between a verb and a noun that is not its object, or before one that is not a subject.
_BREAKS: Final = "about after against and as at before behind but by for from in into near of on or"
_MORE: Final = (
    "over than that to toward towards under until since when which while who with between"
)
_PARTS: Final = frozenset(f"{_BREAKS} {_MORE}".split())
_BE: Final = frozenset({"was", "were", "been", "being", "be", "is", "are", "got"})
_MANY: Final = 6  # words that a noun phrase has before its noun, at most


def side_of(event: Event, topic: Set[str]) -> Side | None:
    """Say whether what a topic's words name does the event or undergoes it; None where neither.

    Args:
        topic: The stems of its words.
    """
    if event.head is None or event.is_named:
        return None
    at = event.head.start - event.what.start
    before = words_of(event.what.text[:at])
    after = words_of(event.what.text[at + len(event.head.text) :])
    if _first(after[:_MANY], topic):
        return "undergoes"
    if not _first(list(reversed(before)), topic, within=_MANY):
        return None
    helpers = [word for word in before[-2:] if not word.endswith("ly")]
    return "undergoes" if helpers[-1:] and helpers[-1] in _BE else "does"


def _first(words: list[str], topic: Set[str], *, within: int | None = None) -> bool:
    """Does a word of the topic come before any that parts it from the verb?

    Args:
        within: So many words on, none parts what is named from the beginning of its own phrase:
            "debris from the balloon was found".
    """
    for number, word in enumerate(words):
        if lexicon.stem(word) in topic:
            rest = words[number + 1 : number + 1 + within] if within else []
            return _PARTS.isdisjoint(rest)
        if word in _PARTS:
            return False
    return False
