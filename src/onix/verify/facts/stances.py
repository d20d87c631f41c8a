"""How the record stands to what the draft says: a statement and sentences in, how each stands out.

The reader of statements (`reading/neural/entailment.py`) is shown a sentence of the draft with a
fact marked in it, or a clause, and some sentences of the record. Of each it says whether it tells
of that at all and whether it bears it out, and of each place in it how likely that is what it has
of the fact. It is its own file because likeness of words finds what is told in the same words, and
this what is told in others.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onix.model import ClaimKind, Span
from onix.reading.neural.entailment import entailment, mark
from onix.verify.facts.asked import Place, weigh
from onix.verify.facts.lines import Line
from onix.verify.facts.shelf import Shelf

_LOWEST, _HIGHEST = -8.0, 8.0  # logits, beyond which they tell no more
SURELY = 6.0  # the same for a sentence
_NONE = 1e-4


class Stances(NamedTuple):
    """How the record stands to a statement, in logits.

    Attributes:
        fills: Of each place, how likely it is what the record has of what is marked.
        bears_out: How likely the sentence that does so most tells of it, and bears it out.
        contradicts: How likely another does so, and does not.
    """

    fills: list[float]
    bears_out: float
    contradicts: float


def marked(kind: ClaimKind, line: Line, fact: Span) -> str:
    """Give a draft's sentence with a fact in it as the reader reads it."""
    start = line.span.start
    return mark(kind, line.span.text, fact.start - start, fact.end - start)


def whole(kind: ClaimKind, text: str) -> str:
    """Give all of a sentence or clause of the draft as the reader reads it."""
    told = text.rstrip(".")
    return mark(kind, told, 0, len(told))


def stances(
    shelf: Shelf, statement: str, places: Sequence[Place], beside: Sequence[Line] = ()
) -> Stances:
    """Say how places of the record stand to a statement, and the sentences that they are in.

    Args:
        beside: Other sentences that may tell of it.
    """
    windows = [shelf.window(each) for each in (*(where for where, _ in places), *beside)]
    weights, read = weigh(entailment(), statement, places, windows)
    sides = [_sides(*each) for each in read]
    return Stances(
        [float(np.clip(each, _LOWEST, _HIGHEST)) for each in weights],
        max(min(tells, -against) for tells, against in sides),
        max(min(tells, against) for tells, against in sides),
    )


def _sides(none: float, bears: float, against: float) -> tuple[float, float]:
    """Say how much likelier it is that a text tells of a fact than not, and against it than for."""
    silent, favours, objects = np.log(np.array((none, bears, against)) + _NONE)
    sides = np.logaddexp(favours, objects) - silent, objects - favours
    tells, turned = (float(np.clip(each, -SURELY, SURELY)) for each in sides)
    return tells, turned
