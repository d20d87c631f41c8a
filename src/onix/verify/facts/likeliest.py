"""What of the record stands in the place of a draft's figure or date? Places in, signs out.

Of all places that may, one comes into question: the likeliest by words, by clauses and by what the
reader of statements makes of them. Whether it stands against the draft is weighed by signs; to
those given here figures (`rivals.py`) and dates (`other_days.py`) add their own. What a sign is
worth was fitted (`evaluation/fit_signs.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Generic, Literal, TypeVar

from onix.model import ClaimKind, Span
from onix.verify.facts.lines import Line
from onix.verify.facts.shelf import Shelf, key_of
from onix.verify.facts.stances import SURELY, marked, stances
from onix.verify.facts.tellings import Tellings

SURE = 0.3  # weighed, from which on it is: 17 in 20 of what it finds are right (left-out drafts)
# How likely the likeliest has to be, and how far it may be behind one that bears the draft out, to
# be read at all: by words and clauses alone nothing less came to anything.
_LEAST, _BEHIND = -5.5, 1.0
_CLAUSES, _EVEN = 0.35, 6.4  # what clauses count,
_READ = 0.3  # and what the reader says
_OTHERS, _OWN, _NEAREST = 3, 2, 3  # places and sentences that are read
_DIFFERS, _PLAUSIBLE = -1.0, 6.4  # odds and likelihood of what is told otherwise elsewhere
_ALONE = 8.0  # how far ahead it is at most, and where nothing bears the draft out

T = TypeVar("T")
Stand = Literal["same", "other"]
Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Place(Generic[T]):
    """A figure or a date of the record beside one of a draft.

    Attributes:
        told: The figure or date.
        odds: That both are of the same thing, by the words around them; `likely` by the clauses,
            `fills` by the reader, as far as it was asked.
        against: How surely it stands against the draft, by all signs, weighed.
    """

    where: Line
    told: T
    odds: float
    likely: float
    fills: float = 0.0
    against: float = inf

    @property
    def surely(self) -> float:
        """How likely both are of the same thing, by all that is known."""
        return self.odds + _CLAUSES * (self.likely - _EVEN) + _READ * self.fills


@dataclass(frozen=True, slots=True)
class Likeliest(Generic[T]):
    """Places that may stand for it, the likeliest first: those that differ, those that agree."""

    others: Sequence[Place[T]]
    own: Sequence[Place[T]]


def places(
    shelf: Shelf,
    tellings: Tellings,
    line: Line,
    slot: Span,
    told: Iterable[tuple[Line, T, Span, Stand]],
) -> Likeliest[T]:
    """Give all that may stand for a place of a draft, the likeliest first.

    Args:
        told: What the record tells: where, what, its place there, and whether it agrees.
    """
    others: list[Place[T]] = []
    own: list[Place[T]] = []
    for where, one, place, stand in told:
        odds = shelf.odds(line, slot, where, place)
        found = Place(where, one, odds, tellings.likely(line, slot, where, place))
        (own if stand == "same" else others).append(found)
    return Likeliest(_sorted(others), _sorted(own))


def weighed(
    shelf: Shelf,
    tellings: Tellings,
    line: Line,
    fact: Span,
    kind: ClaimKind,
    found: Likeliest[T],
    place: Callable[[T], Span],
) -> tuple[Place[T], dict[str, float]] | None:
    """Give the likeliest other place and the signs that it is what the draft's should be.

    Args:
        place: Gives where a figure or a date stands.

    Returns:
        None where nothing likely differs from the draft.
    """
    others, own = found.others[:_OTHERS], found.own[:_OWN]
    if not others or others[0].surely < _LEAST:
        return None
    if own and others[0].surely < own[0].surely - _BEHIND:
        return None
    asked = [(each.where, place(each.told)) for each in (*others, *own)]
    nearest = [where for _, where in tellings.nearest(line)[:_NEAREST]]
    read = stances(shelf, marked(kind, line, fact), asked, nearest)
    both = [
        replace(each, fills=fills) for each, fills in zip((*others, *own), read.fills, strict=True)
    ]
    others, own = _sorted(both[: len(others)]), _sorted(both[len(others) :])
    best = others[0]
    return best, {
        "always": 1.0,
        "likely": best.surely,
        "ahead": min(_ALONE, best.surely - own[0].surely) if own else _ALONE,
        "nearest": float(key_of(best.where) == key_of(nearest[0])),
        "contradicted": read.contradicts,
        "borne out": read.bears_out,
    }


def told_otherwise(found: Likeliest[T], best: Place[T]) -> list[Place[T]]:
    """Give the places that have it otherwise, likelier than the one that bears the draft out.

    A document that bears it out tells of something else where it has another number; of a sentence
    with several of its kind only the likeliest can be meant.
    """
    least = max(best.odds, _DIFFERS)
    likeliest: dict[tuple[str, int], Place[T]] = {}
    for each in found.others:
        where = each.where.document.id, each.where.number
        if (
            each.odds >= least
            and each.likely >= _PLAUSIBLE
            and each.where.document.id != best.where.document.id
            and (where not in likeliest or each.odds > likeliest[where].odds)
        ):
            likeliest[where] = each
    return list(likeliest.values())


def one_each(
    found: Sequence[Likeliest[T]], rivals: Sequence[Place[T] | None], place: Callable[[T], Span]
) -> list[tuple[Likeliest[T], Place[T] | None]]:
    """Let a place of the record stand against one fact of a sentence alone: the surest.

    Args:
        found: What was found of each fact of the sentence; `rivals` what stands against it.
    """
    taken: dict[Span, float] = {}
    for each in rivals:
        if each is not None:
            taken[place(each.told)] = max(each.against, taken.get(place(each.told), -inf))
    settled: list[tuple[Likeliest[T], Place[T] | None]] = []
    for likeliest, rival in zip(found, rivals, strict=True):
        if rival is not None and rival.against == taken[place(rival.told)]:
            settled.append((likeliest, rival))
        else:
            others = [each for each in likeliest.others if place(each.told) not in taken]
            settled.append((replace(likeliest, others=others), None))
    return settled


def surest(best: Place[T], signs: Signs, weights: Signs, doubt: float) -> Place[T] | None:
    """Give the likeliest other place where it surely stands against a draft."""
    if not is_sure(signs, weights, doubt):
        return None
    return replace(best, against=_weigh(signs, weights))


def is_sure(signs: Signs, weights: Signs, doubt: float, least: float = SURE) -> bool:
    """Does what speaks against a draft outweigh what speaks for it, so far that it is wrong?

    Args:
        doubt: How much less it counts, as it is of another time (`Shelf.doubt`).
        least: From what on it is sure.
    """
    return _weigh(signs, weights) >= least + doubt


def _weigh(signs: Signs, weights: Signs) -> float:
    return sum(weight * signs[name] for name, weight in weights.items())


def may_be_sure(signs: Signs, weights: Signs, doubt: float, least: float = SURE) -> bool:
    """May it be so, whatever the reader says, whose signs are not yet known?"""
    known = sum(weights.get(name, 0.0) * sign for name, sign in signs.items())
    unknown = SURELY * sum(abs(weights[name]) for name in weights.keys() - signs)
    return known + unknown >= least + doubt


def _sorted(found: Sequence[Place[T]]) -> list[Place[T]]:
    return sorted(found, key=lambda each: -each.surely)
