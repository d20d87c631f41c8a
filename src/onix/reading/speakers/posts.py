"""Who takes a post and who gives it up: names in their text in, "the incoming chief" out as a name.

"Halden named |Ann Lee| chief executive. She succeeds |Bo Lind|": the new chief executive and the
outgoing one are told apart by this alone, and "her predecessor" is by it somebody with a name.
It is its own file because a post is of two people here, where all else is of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from onix.model import Mention
from onix.reading.names.persons import callings, nouns_in
from onix.reading.speakers.cast import Cast, alike
from onix.reading.speakers.descriptions import GONE, Description
from onix.reading.speakers.memory import Memory
from onix.reading.words import sections, verb_forms

_GIVEN = "|".join(sorted(verb_forms("successions", "given")))
_SUCCEED = "|".join(sorted(verb_forms("successions", "replaces")))
_TAKEN_OVER = "tak(?:e|es|ing)|took|taken"
_FROM = rf"(?:{_SUCCEED}|(?:{_TAKEN_OVER})\sover\sfrom)"
_POST = (
    r"(?:as\s|to\sbe\s)?(?:(?:its|their|the|an?|his|her)\s)?(?P<post>[a-z][^,.;:!?\n\x01]{2,60})"
)
# "|Ann Lee| will become chief executive", "|Ann Lee|, who took over as coach,"
_TAKES = re.compile(
    r"(?:,?\swho)?\s(?:(?:will|to)\sbecome|becomes?|became|has\sbecome|(?:is|are)\s(?:set\s)?to\s"
    rf"become|(?:will\s)?(?:{_TAKEN_OVER})\sover\sas|(?:was|is|has\sbeen|had\sbeen|will\sbe)\s"
    rf"(?:{_GIVEN}))\s{_POST}"
)
_IS_GIVEN = re.compile(rf"\b(?:{_GIVEN})\s(?:[A-Z][a-z]*\.?\s)?\Z")  # "named |Ann Lee| |chief"
_AS = re.compile(rf"\s{_POST}")
_SUCCEEDS = re.compile(rf"\b{_FROM}\s(?:[\w’'-]+\s){{0,4}}\Z")  # "succeeds |Bo Lind|"
_IS_SUCCEEDED = re.compile(rf"\b(?:be|was|is|been)\s(?:{_SUCCEED})\sby\s(?:[\w’'-]+\s){{0,4}}\Z")
_RELATED = re.compile(
    r"(?:\b[Hh]is|\b[Hh]er|\b[Tt]heir|[’']s?)\s(?:\w+\s)?(?P<noun>predecessor|successor),?\s\Z"
)
_LEAD, _TAIL = 80, 90  # characters looked at on either side of a name
_NEAR = 300  # characters within which the other one is named
_BEFORE, _BEHIND = 3_000, 600  # characters within which whoever is meant is named
_COMING = frozenset({"new", "incoming", "next"})
_ENDS = frozenset(sections("grammar")["noun_prepositions"] + sections("grammar")["noun_clauses"])
_WORD = re.compile(r"[\w’'-]+")


class Posts:
    """The posts of one text that go from one person to another.

    Args:
        masked: The text with what stands in quote marks masked.
    """

    def __init__(
        self, masked: str, mentions: Sequence[Mention], cast: Cast, memory: Memory
    ) -> None:
        self._masked, self._mentions, self._cast = masked, mentions, cast
        self._memory = memory
        self._read: _Changes | None = None

    def of(self, description: Description, at: int) -> str | None:
        """Give who takes or gives up a post, where a description says so and of one alone."""
        head, words = description.head, {*description.words[1:-1]}
        is_related = head in ("predecessor", "successor")
        is_gone = head == "predecessor" or not words.isdisjoint(GONE)
        if not (is_related or is_gone or words & _COMING):
            return None
        if self._read is None:
            self._read = _Changes(self._masked, self._mentions, self._cast)
        near = {place.name for place in self._memory.between(at - _BEFORE, at + _BEHIND)}
        people, extra = self._cast.people, words - GONE - _COMING
        times = GONE if is_gone else _COMING
        found = {
            name
            for name, post in (self._read.given_up if is_gone else self._read.taken).items()
            if name in near
            and (is_related or head in _called(post))
            and extra <= post | people[name].words
        }
        told = {name for name in self._cast.known_as(head) if name in people}
        others = {name for name in told - found if not people[name].words.isdisjoint(times)}
        found &= self._cast.fitting(description.gender)
        return next(iter(found)) if len(found) == 1 and near.isdisjoint(others) else None


class _Changes:
    """The words for the posts that people take, and that they give up, by their names."""

    def __init__(self, masked: str, mentions: Sequence[Mention], cast: Cast) -> None:
        self._people = cast.people
        self.taken: dict[str, Set[str]] = {}
        self.given_up: dict[str, Set[str]] = {}
        before: tuple[str, int] | None = None
        for mention in mentions:
            name = mention.name
            if mention.kind != "person" or name is None:
                continue
            start, end = mention.span.start, mention.span.end
            lead, tail = masked[max(0, start - _LEAD) : start], masked[end : end + _TAIL]
            told = _TAKES.match(tail) or (_AS.match(tail) if _IS_GIVEN.search(lead) else None)
            if told is not None and (post := _post(told["post"])):
                self.taken[name] = self.taken.get(name, set()) | post
            if before is not None and start - before[1] < _NEAR and before[0] != name:
                self._hand_over(before[0], name, lead)
            before = name, end

    def _hand_over(self, one: str, other: str, lead: str) -> None:
        """Read whether the other, who is named last, comes before or after the one."""
        related = _RELATED.search(lead)
        if _IS_SUCCEEDED.search(lead) or (related and related["noun"] == "successor"):
            old, new, post = one, other, self._told(one)
        elif _SUCCEEDS.search(lead) or related:
            old, new, post = other, one, self.taken.get(one) or self._told(one)
        else:
            return
        self.taken[new] = self.taken.get(new, set()) | post
        self.given_up[old] = self.given_up.get(old, set()) | post

    def _told(self, name: str) -> Set[str]:
        person = self._people[name]
        return person.nouns | person.words


def _called(post: Set[str]) -> Set[str]:
    """Give by what somebody is called who has a post."""
    return {calling for word in post for noun in nouns_in(word) for calling in alike(noun)}


def _post(words: str) -> Set[str]:
    """Give the words of "chief executive officer on 1 October", up to what follows the post."""
    found = _WORD.findall(words.lower())
    stop = next((n for n, word in enumerate(found) if word in _ENDS), len(found))
    nouns = callings(found[:stop])
    return {*found[:stop], *nouns} if nouns else set()
