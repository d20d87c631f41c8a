"""What of the record may stand for a figure or a date of a draft, the likeliest first.

Of all places that may, one comes into question: the likeliest by words and by clauses, beside those
that bear the draft out. Whether it stands against the draft is weighed by signs, which figures
(`rivals.py`) and dates (`other_days.py`) have each of their own; what a sign is worth was fitted
(evaluation/fit_figures.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from onix.model import Span
from onix.verify.facts.asked import answers
from onix.verify.facts.lines import Line
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings

SURE = 1.0  # weighed, from which on it is: nine in ten of what it finds are right (five folds)
_LEAST = -3.2  # how likely the likeliest has to be of the same thing, to be weighed at all,
_PLAUSIBLE = 6.2  # and the sources, and the clause, to tell of the same at all
_CLAUSES, _EVEN = 0.35, 6.4  # by the odds and by the clauses
_SAME = 6  # places at most that bear the draft out are asked

T = TypeVar("T")
Stand = Literal["same", "other"]
Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Place(Generic[T]):
    """A figure or a date of the record beside one of a draft.

    Attributes:
        told: The figure or date.
        odds: That both are of the same thing, by the words around them; `likely` by the clauses.
    """

    where: Line
    told: T
    odds: float
    likely: float

    @property
    def surely(self) -> float:
        """How likely both are of the same thing, by the odds and by the clauses."""
        return self.odds + _CLAUSES * (self.likely - _EVEN)


@dataclass(frozen=True, slots=True)
class Likeliest(Generic[T]):
    """Places that may stand for it, the likeliest first: those that differ, those that agree."""

    others: Sequence[Place[T]]
    own: Sequence[Place[T]]


def likeliest(
    shelf: Shelf,
    tellings: Tellings,
    line: Line,
    slot: Span,
    told: Iterable[tuple[Line, T, Span, Stand]],
) -> Likeliest[T] | None:
    """Give what may stand for a place of a draft; None where nothing likely differs from it.

    Args:
        told: What the record tells: where, what, its place there, and whether it agrees.
    """
    nearest = tellings.nearest(line)
    if not nearest or nearest[0][0] < _PLAUSIBLE:
        return None
    found = places(shelf, tellings, line, slot, told)
    others = found.others
    if not others or others[0].surely < _LEAST or others[0].likely < _PLAUSIBLE:
        return None
    return found


def places(
    shelf: Shelf,
    tellings: Tellings,
    line: Line,
    slot: Span,
    told: Iterable[tuple[Line, T, Span, Stand]],
) -> Likeliest[T]:
    """Give all that may stand for a place of a draft, however likely (`likeliest`)."""
    others: list[Place[T]] = []
    own: list[Place[T]] = []
    for where, one, place, stand in told:
        odds = shelf.odds(line, slot, where, place)
        found = Place(where, one, odds, tellings.likely(line, slot, where, place))
        (own if stand == "same" else others).append(found)
    others.sort(key=lambda each: -each.surely)
    own.sort(key=lambda each: -each.surely)
    return Likeliest(others, own)


def better(
    line: Line, slot: Span, asking: str, found: Likeliest[T], place: Callable[[T], Span]
) -> Signs:
    """Give how much likelier the likeliest is than what bears the draft out, and the better answer.

    Args:
        asking: What asks for it: "when", "how many".
        place: Gives where a figure or a date stands.
    """
    best, first = found.others[0], found.own[0] if found.own else None
    places = [(each.where, place(each.told)) for each in (best, *found.own[:_SAME])]
    answer, *rest = answers(line, slot, asking, places)
    ahead = answer - max(rest) if rest else 6.0
    return {
        "odds ahead": min(4.0, best.odds - first.odds) if first else 2.0,
        "answers better": max(-8.0, min(12.0, ahead)) / 4,
    }


def is_sure(signs: Signs, weights: Signs) -> bool:
    """Does what speaks against a draft outweigh what speaks for it, so far that it is wrong?"""
    return sum(weights.get(name, 0.0) * sign for name, sign in signs.items()) >= SURE
