"""Somebody whom something is from: a voice, and how words become one.

It is its own file because a voice is found in many ways: by what is said, by who found something
out, by in whose view it is so.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.names.identities import words_of as words_of_name
from onix.reading.words import words_of
from onix.verify.facts.lines import Line, words_in
from onix.verify.facts.slips import is_slip_of_name

_LONG = 9  # words of what is no name of somebody any more
_CALLING = re.compile(r"\w{3}(?:er|or|ist|ian|man|woman)$")
_SHORT_LANDS = frozenset({"us", "uk", "un", "eu"})
_PERSONS = frozenset({"he", "she"})
_ANY_OUTLETS = frozenset({"outlets", "media", "newspapers", "papers", "reporters", "journalists"})
_AFTER_NOUN = re.compile(
    r"[,(]|\s(?:of|from|at|in|with|who|that|which|seen|obtained|for|by|to|on|close|familiar"
    r"|briefed|involved|aware|present)\s"
)

Kind = Literal["person", "body", "role", "outlet", "document"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a line has something from.

    Attributes:
        span: The words that name the voice.
        keys: The words of its name, or the stem of its noun; none where it is anybody.
        content: What of the line is from it.
        kind: None for people without a name, as "a lawyer" may be anybody who has one.
        is_named: It has a name, and is not "the ministry".
        is_told: An outlet that found nothing out and was told it.
        is_first: An outlet that is said to have had it first.
    """

    span: Span
    keys: frozenset[str]
    content: Span
    kind: Kind | None
    is_named: bool = True
    is_told: bool = False
    is_first: bool = False

    @property
    def is_own(self) -> bool:
        """Is it "this newspaper"?"""
        return self.kind == "outlet" and not self.is_named

    def is_other(self, voice: Voice) -> bool:
        """Are both known, and surely two: a person of another name, an outlet and the police?"""
        kinds = {self.kind, voice.kind}
        if kinds & {None, "document", "role"} or not (self.keys and voice.keys):
            return False
        if len(kinds) > 1 and "outlet" not in kinds:
            return False  # who speaks for a body
        # "The company" may be Norrline, and "the club" no union.
        is_open = kinds == {"body"} and not (self.is_named and voice.is_named)
        if is_open and (
            not all(each.keys & bodies() for each in (self, voice))
            or all(each.keys & words_of("facts", "any_bodies") for each in (self, voice))
        ):
            return False
        if any(_is_short_for(*pair) for pair in ((self, voice), (voice, self))):
            return False
        if kinds == {"outlet"} and self._is_namesake(voice):
            return True
        if "outlet" in kinds and any(_are_any_outlets(each) for each in (self, voice)):
            return False
        return not any(
            lexicon.match(one, two) > 0 or is_slip_of_name(one, two)
            for one in self.keys
            for two in voice.keys
        )

    def _is_namesake(self, voice: Voice) -> bool:
        """Are both outlets of one place or house, and two: the Norland Eye, the Norland Mercury?"""
        mine, theirs = self.keys - voice.keys, voice.keys - self.keys
        shared = self.keys & voice.keys
        if not (self.is_named and voice.is_named and shared and len(mine) == len(theirs) == 1):
            return False
        return not any(
            lexicon.match(one, two) > 0 or is_slip_of_name(one, two)
            for one in mine
            for two in theirs
        )


def _are_any_outlets(voice: Voice) -> bool:
    """Is it no outlet by name, but several: "news outlets", "media reports", "reporters"?"""
    is_lower = not any(word[:1].isupper() for word in voice.span.text.split()[1:])
    return is_lower and bool(_ANY_OUTLETS & set(words_in(voice.span.text)))


def _is_short_for(one: Voice, other: Voice) -> bool:
    """May a name in capitals be the other's initials: "the EPA" of an agency of the "US"?"""
    shorts = [each.strip(".,’'") for each in one.span.text.split()]
    letters = Counter("".join(e if e in _SHORT_LANDS else e[0] for e in other.keys))
    return any(
        len(each) > 1 and each.isupper() and Counter(each.lower()) <= letters for each in shorts
    )


@cache
def bodies() -> frozenset[str]:
    """Give the nouns that say what a body is, and those of bodies without a name."""
    return words_of("roles", "bodies") | words_of("facts", "forces")


def voice_named(line: Line, span: Span, content: Span) -> Voice | None:
    """Give the voice that words stand for: a name, a body, people by what they are."""
    noun = noun_of(span.text)
    for each in line.mentions:
        # "Dunn's board" is no Dunn.
        if each.kind != "place" and span.covers(each.span) and noun in words_in(each.span.text):
            name = each.name or each.span.text
            kind: Kind = "person" if each.kind == "person" else "body"
            return Voice(span, key_of_name(name), content, kind)
    if noun in bodies():
        owners = (e for e in line.mentions if e.kind != "place" and span.covers(e.span))
        owner = next((each for each in owners if span.start == each.span.start), None)
        keys = key_of_name(owner.name or owner.span.text) if owner else frozenset[str]()
        return Voice(span, keys | {noun}, content, "body", is_named=owner is not None)
    if noun and is_somebody(span.text, noun):
        return Voice(span, frozenset({noun}), content, "role", is_named=False)
    return None


def is_somebody(text: str, noun: str) -> bool:
    """Is this people by what they are: "a lawyer", "the insurers", "two voters"?"""
    people = (
        words_of("people", "roles")
        | words_of("people", "sources")
        | words_of("roles", "alike")
        | words_of("facts", "affected")
    )
    singular = noun.removesuffix("s")
    return (
        text.lower().split()[0] not in _PERSONS
        and len(words_in(text)) < _LONG
        and bool({noun, singular} & people or _CALLING.search(singular))
    )


def noun_of(text: str) -> str:
    """Give the noun of a phrase: "auditors" of "two auditors close to the firm"."""
    words = words_in(_AFTER_NOUN.split(text.strip())[0])
    return words[-1] if words else ""


def key_of_name(name: str) -> frozenset[str]:
    """Give the words by which a name is compared."""
    return frozenset(words_of_name(name)) - {"the", "of"}
