"""Who is "the candidate" and "the Republican nominee": whoever near is said to run, a name out.

Each of those who stand against one another is a candidate, so the noun alone says nothing; that
somebody has a campaign, or is called so elsewhere, says who may be meant. It is its own file
because it asks who runs, where elsewhere what somebody is called tells.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Set

from onix.reading.grammar.sentence_words import Region
from onix.reading.speakers.cast import Cast
from onix.reading.speakers.descriptions import Description
from onix.reading.speakers.memory import Memory
from onix.reading.words import sections, words_of

_RUNS = words_of("roles", "races") - {"rival", "opponent", "underdog", "favorite", "favourite"}
_FIRST = frozenset({"frontrunner", "front-runner"})  # of all who run only one is
_POLITICIANS = frozenset({"senator", "governor", "congressman", "congresswoman", "representative"})
# "the vice presidential nominee", "the other candidate"
_ANOTHER = frozenset({"vice", "other", "next", "eventual", "new", "first", "only", "best", "ideal"})
_PARTIES = dict(entry.split(" = ") for entry in sections("roles")["party_words"])
_REACH = 500  # characters
_JOINED = re.compile(r"[,;]\s")


def runner(
    description: Description,
    source: Region,
    runs: Set[str],
    cast: Cast,
    memory: Memory,
    masked: str,
) -> str | None:
    """Give the only one who runs of those named so far in the sentence or else in the one before.

    Args:
        runs: Those whose campaign the text speaks of.
    """
    if description.head not in _RUNS - _FIRST or description.words[0] != "the":
        return None
    if not _ANOTHER.isdisjoint(description.words):
        return None
    at = source[0]
    unit = memory.unit_at(at)
    begin = max(memory.begins(unit), at - _REACH)
    scope = begin
    fits = _Fits(description, runs, cast)
    here = [place for place in memory.between(begin, at) if place.who(fits) in fits]
    if here:
        # "Lund said |the candidate| was late" is about another one.
        own = here[0].subject and here[0].opens
        if own and not _JOINED.search(masked, here[0].end, at):
            return None
    elif unit:
        scope = max(memory.begins(unit - 1), at - _REACH)
        here = [place for place in memory.between(scope, begin) if place.who(fits) in fits]
    names = {place.who(fits) for place in here}
    others = {place.name for place in memory.between(scope, at) if place.subject} - names
    rivals = any(_may_run_too(name, cast) for name in others)
    return names.pop() if len(names) == 1 and not rivals else None


class _Fits(Container[str]):
    """Those who may be the one who runs, for the party that is told if any."""

    def __init__(self, description: Description, runs: Set[str], cast: Cast) -> None:
        self._runs, self._people = runs, cast.people
        self._wanted = _parties_in(description.words)

    def __contains__(self, name: object) -> bool:
        person = self._people.get(name) if isinstance(name, str) else None
        if person is None or (name not in self._runs and person.nouns.isdisjoint(_RUNS)):
            return False
        told = _parties_in(person.words | person.nouns)
        return not self._wanted or not self._wanted.isdisjoint(told)


def _parties_in(words: Iterable[str]) -> set[str]:
    return {_PARTIES[word] for word in words if word in _PARTIES}


def _may_run_too(name: str, cast: Cast) -> bool:
    """Is nothing said of what somebody does that leaves no doubt that they do not run?"""
    person = cast.people.get(name)
    if person is None:
        return name == ""
    return not person.nouns or not person.nouns.isdisjoint(_RUNS | _POLITICIANS)
