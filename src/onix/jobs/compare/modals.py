"""How binding a point is: words of obligation on both sides in, softened and hardened ones out.

How much a word binds is data (`reading/words/modals.txt`). Two are compared where their clauses
speak of the same; one whose whole clause is new or gone is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from onix.model import ModalChange, Span
from onix.reading.grammar import lexicon
from onix.reading.words import sections

_CLAUSE = re.compile(r"[.;:?!]|,\s+(?:and|but|or|unless|until|while|which|who)\b|\s[–—]\s")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# "Should the talks fail" says if, and a question asks.
_IF = re.compile(r"Should\b|should (?:the|an?|any|this|that|these|those|it|they|he|she|we|no)\b")
_OF_SOMEBODY = re.compile(r"\b(?:his|her|its|their|our|my|own|free) $", re.IGNORECASE)
_FORBIDS = re.compile(r"\b(?:no|nobody|no one|none|neither|nor|nothing)\b", re.IGNORECASE)
_BACK = 300  # characters before "may" that a "no one" of its clause stands in
_BINDS, _LESS = 4, 0.5
# Verbs that may be nouns as well.
_VERBS = frozenset({"guarantees", "guarantee", "pledges", "pledge", "promises", "promise"})
_TAKE_A_NOUN = frozenset({"demands", "demand"})  # "we demand an end to it", "demand is high"
_LEAST = 0.12  # of the words of two clauses that both have
_REACH = 100  # modals either way: one that stands further off is hardly what became of it
# From here on "must" bound as much as "will" did: only in nearly the same words is one the other.
_DUTY, _NEAR = 3, 0.7
_KEPT = 0.6  # of the words of two clauses, where one is still in the other


@dataclass(frozen=True, slots=True)
class Modal:
    """A word of obligation.

    Attributes:
        span: Where it stands.
        strength: How much it binds, 1 to 4.
        clause: The words of its clause.
        is_denied: Does "not" stand behind it?
    """

    span: Span
    strength: float
    clause: frozenset[str]
    is_denied: bool


def modal_changes(pairs: Sequence[tuple[Span, Span]]) -> list[list[ModalChange]]:
    """Give for each pair of points what is less or more binding.

    Args:
        pairs: Points that were split or merged together, or one pair alone. Each modal is
            compared once, with the one whose clause is most like its own.
    """
    found: list[list[ModalChange]] = [[] for _ in pairs]
    likely: list[tuple[float, int, Modal, Modal]] = []
    for number, (before, after) in enumerate(pairs):
        ours, theirs = modals_of(before), modals_of(after)
        alone = len(ours) == len(theirs) == 1 and len(pairs) == 1
        for place, one in enumerate(ours):
            middle = place * len(theirs) // len(ours)
            for other in theirs[max(0, middle - _REACH) : middle + _REACH + 1]:
                same = _same(one, other)
                if same >= _LEAST or alone:
                    likely.append(
                        (same + 0.01 * (one.strength == other.strength), number, one, other)
                    )
    likely.sort(key=lambda each: (-each[0], each[2].span.start, each[3].span.start))
    taken: set[tuple[int, int]] = set()
    for _, number, one, other in likely:
        places = (0, one.span.start), (1, other.span.start)
        if len(taken & set(places)) == 1 and _is_kept(one, other):
            taken.update(places)  # two points with "shall" that became one with "shall"
        if taken.isdisjoint(places):
            taken.update(places)
            is_told_anew = min(one.strength, other.strength) >= _DUTY and _same(one, other) < _NEAR
            if one.strength != other.strength and not is_told_anew:
                softer = other.strength < one.strength
                change = ModalChange(one.span, other.span, "softened" if softer else "hardened")
                found[number].append(change)
    return [sorted(each, key=lambda change: change.before.start) for each in found]


def modals_of(point: Span) -> list[Modal]:
    """Give the words of obligation in a point, each with its clause."""
    text = point.text
    matches = [match for match in _phrases().finditer(text) if not _is_noun(match, text)]
    matches = [match for match in matches if not _IF.match(text, match.start())]
    found = []
    for number, match in enumerate(matches):
        start, end = match.span()
        earlier = matches[number - 1].end() if number else 0
        later = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        opening = max([earlier, *(each.end() for each in _CLAUSE.finditer(text, earlier, start))])
        closing = min([later, *(each.start() for each in _CLAUSE.finditer(text, end, later))])
        strength = _strength(match)
        if _only_permits(match[0]) and _is_forbidden(text, start):
            strength = _BINDS
        words = _WORD.findall(f"{text[opening:start]} {text[end:closing]}".lower())
        clause = frozenset(lexicon.stem(word) for word in words if word not in _small())
        span = Span(point.document_id, point.start + start, point.start + end, match[0])
        found.append(Modal(span, strength, clause, text.startswith(" not ", end)))
    return found


def _is_forbidden(text: str, start: int) -> bool:
    """Does the clause of "may" say before it of whom: "No ship may leave"?"""
    near = text[max(0, start - _BACK) : start]
    begins = max(near.rfind(stop) + 1 for stop in ".;:")
    return _FORBIDS.search(near, begins) is not None


def _strength(match: re.Match[str]) -> float:
    strength = _strengths()[_plain(match["modal"])]
    softener = match["soft"]
    return strength if not softener else min(strength, _softeners()[_plain(softener)]) - _LESS


def _only_permits(words: str) -> bool:
    return _low(words) in ("may", "can")


def _is_noun(match: re.Match[str], text: str) -> bool:
    """Is it "guarantees" as in "guarantees for the ports", or a will, and no verb?"""
    phrase = _low(match["modal"])
    if phrase == "will":  # "against his will"
        return _OF_SOMEBODY.search(text, 0, match.start()) is not None
    following = _WORD.match(text, match.end() + 1)
    if phrase in _TAKE_A_NOUN:
        return following is None or following[0].lower() not in _determiners()
    if phrase not in _VERBS:
        return False
    return following is None or following[0].lower() in _prepositions()


def _same(one: Modal, other: Modal) -> float:
    least = min(len(one.clause), len(other.clause))
    return len(one.clause & other.clause) / least if least else 0.0


def _is_kept(one: Modal, other: Modal) -> bool:
    """Do both bind alike and say much the same, so that nothing else became of the one?"""
    alike = one.strength == other.strength and one.is_denied == other.is_denied
    return alike and _same(one, other) >= _KEPT


def _low(words: str) -> str:
    return " ".join(words.lower().split())


@cache
def _lists() -> tuple[dict[str, int], dict[str, int]]:
    """Give what binds how much, and what softens it from behind."""
    strengths: dict[str, int] = {}
    softeners: dict[str, int] = {}
    for line in lexicon.lines("modals.txt"):
        mark, _, phrase = line.partition(" ")
        (softeners if mark.startswith("~") else strengths)[phrase] = int(mark[-1])
    return strengths, softeners


def _strengths() -> dict[str, int]:
    return _lists()[0]


def _softeners() -> dict[str, int]:
    return _lists()[1]


def _plain(words: str) -> str:
    """Give a phrase as it is listed: who "undertakes not to" do something undertakes something."""
    return _low(words).replace(" not to", " to")


def _either(phrases: Iterable[str]) -> str:
    longest = sorted(phrases, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest)
    return re.sub(r"\\s\+to(?=\||$)", r"\\s+(?:not\\s+)?to", either)


@cache
def _phrases() -> re.Pattern[str]:
    modals, softeners = map(_either, _lists())
    # "May" with a capital within a text is the month.
    return re.compile(
        rf"\b(?P<modal>(?!(?-i:(?<!^)May\b))(?:{modals}))\b"
        rf"(?:(?:\s+not)?\s+(?P<soft>{softeners})\b)?",
        re.IGNORECASE,
    )


@cache
def _small() -> frozenset[str]:
    return frozenset(sections("grammar")["small"])


@cache
def _determiners() -> frozenset[str]:
    return frozenset(sections("grammar")["determiners"])


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(sections("grammar")["prepositions"])
