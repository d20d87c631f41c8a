"""Where the words of a claim may stand: runs of three words in, the best stretches of tape out.

A run that stands in many places says little, so the rarest are looked up first and the look-up
ends after so many places: a claim costs the same on a large shelf of tapes as on a small one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onix.alignment import Ids, runs
from onix.verify.making import RUN
from onix.verify.tapes import Tapes
from onix.verify.wordings import Wording

_MOST_PLACES = 1000
_MOST_OF_FEW = 4000  # places of a claim of few words, of which many stand everywhere
_MOST_OF_ONE = 20_000  # places of a claim that has only runs as common as "a lot of"
_WORTH = 0.25  # of the weight of the best; other places are not looked at
_FEW_RUNS = 6  # a claim with no more is short
FEW_TOKENS = 500_000  # on all tapes
_KEPT = 8  # places
_KEPT_OF_FEW = 16
_FEW = 4  # places; of more it is seen which have further words of the claim
_AGREES = 4.0  # what such a word weighs, about a third of a rare run of three
_ASTRAY = 3  # tokens that a further word may stand before or behind its place
_DRIFT = 40  # tokens that may be left out or put in between two runs of one place
_SPEAKER = 1.05  # what the claimed speaker counts among places, and the claimed day
DAYS = 14  # between what is said and what is printed of it
_NEAR = 600  # tokens within which a further piece is likelier the one meant
_CLOSE = 1.5  # what that counts


@dataclass(frozen=True, slots=True)
class Meant:
    """Whose words a claim says they are, as numbers of speakers, and the day it goes by."""

    voices: frozenset[int] = frozenset()
    said: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a tape that has runs of the claim.

    Attributes:
        tape: Number of the tape.
        low: Token (counted through all tapes) at which the claim begins if nothing is left out
            before the first run; `high` likewise for the last.
        first: First token of the claim that a run found; `last` is behind the last one.
        weight: How much it says that these runs are there.
        most: As many tokens of the claim can be the same there, if none is left out or put in.
        favour: More than 1 where the claimed speaker talks there, or on the claimed day.
    """

    tape: int
    low: int
    high: int
    first: int
    last: int
    weight: float
    favour: float
    most: int


def find_places(
    tapes: Tapes,
    wording: Wording,
    meant: Meant,
    *,
    first: int = 0,
    last: int | None = None,
) -> list[Place]:
    """Give the places of tokens `first` up to `last` of a claim, the best first.

    Args:
        meant: Who is claimed to speak, and when.
    """
    found = runs(wording.ids[first:last], RUN)
    apart = [each - first for each in wording.breaks]
    if not len(found) or not tapes.all:
        return []
    is_short = len(found) <= _FEW_RUNS
    ids = wording.ids[first:last]
    counts = tapes.counts(found)
    can_stand = counts > 0
    for each in apart:
        can_stand[max(0, each - RUN + 1) : max(0, each)] = False
    rarest = np.argsort(counts, kind="stable")
    rarest = rarest[can_stand[rarest]]
    most = _MOST_OF_FEW if is_short else _MOST_PLACES
    looked_up = rarest[: max(1, np.searchsorted(np.cumsum(counts[rarest]), most, "right"))]
    hits, which = tapes.places(found[looked_up], _MOST_OF_ONE)
    which = looked_up[which]
    is_there = tapes.have_run(ids, hits, which)
    hits, which = hits[is_there], which[is_there]
    if is_short and tapes.tokens <= FEW_TOKENS:
        # Perhaps no three words in a row are left: on few tapes every place can be looked at.
        middle = len(found) // 2
        every = tapes.mostly_agreeing(ids) + middle
        hits = np.append(hits, every)
        which = np.append(which, np.full(len(every), middle, np.int64))
    if not len(hits):
        return []
    weights = np.log((tapes.tokens + 2.0) / (counts + 1.0))
    clusters = _clusters(tapes, ids, hits, which, weights, meant)
    if not first:
        return clusters
    return [
        replace(
            each,
            low=each.low - first,
            high=each.high - first,
            first=each.first + first,
            last=each.last + first,
        )
        for each in clusters
    ]


def _clusters(
    tapes: Tapes,
    ids: Ids,
    hits: NDArray[np.int64],
    which: NDArray[np.int64],
    weights: NDArray[np.float64],
    meant: Meant,
) -> list[Place]:
    shifts = hits - which
    stands_in = tapes.tapes_at(hits)
    order = np.lexsort((shifts, stands_in))
    shifts, which, stands_in = shifts[order], which[order], stands_in[order]
    voices = tapes.voices(shifts + which)
    opens = np.ones(len(shifts), bool)
    opens[1:] = np.diff(shifts) > _DRIFT
    opens[1:] |= (np.diff(stands_in) > 0) | (np.diff(voices) != 0)
    cluster = np.cumsum(opens) - 1
    once = np.sort(cluster * len(weights) + which)
    once = once[np.append(True, np.diff(once) > 0)]
    total = np.bincount(once // len(weights), weights[once % len(weights)]).astype(np.float64)
    is_strong = total >= _WORTH * total.max()
    strong = np.flatnonzero(is_strong)
    at = np.flatnonzero(opens)
    highs = shifts[np.append(at[1:], len(shifts)) - 1][strong]
    firsts, lasts = np.minimum.reduceat(which, at)[strong], np.maximum.reduceat(which, at)[strong]
    at = at[strong]
    lows = shifts[at]
    total = total[strong]
    favour = np.where(np.isin(voices[at], list(meant.voices)), _SPEAKER, 1.0)
    favour *= np.where(tapes.timely(lows + which[at], meant.said, DAYS), _SPEAKER, 1.0)
    most = np.full(len(strong), len(ids), np.int64)
    if len(strong) > _FEW:
        # At each row: the words may stand in the middle of what is one place with their heading.
        inside = is_strong[cluster] & (opens | (np.diff(shifts, prepend=-1) != 0))
        rows = np.flatnonzero(opens[inside])
        there, near = tapes.agreeing(ids, shifts[inside], _ASTRAY)
        total = total + _AGREES * np.maximum.reduceat(there, rows)
        most = np.where(lows == highs, np.maximum.reduceat(near, rows), most)
    best = np.argsort(-(total * favour), kind="stable")[
        : _KEPT_OF_FEW if len(weights) <= _FEW_RUNS else _KEPT
    ]
    return [
        Place(
            int(stands_in[at[each]]),
            int(lows[each]),
            int(highs[each]),
            int(firsts[each]),
            int(lasts[each]) + RUN,
            float(total[each]),
            float(favour[each]),
            int(most[each]),
        )
        for each in best.tolist()
    ]


def nearest_place(places: list[Place], near: int) -> Place | None:
    """Give the best place of a piece whose neighbour stands at a token of the tape."""

    def worth(place: Place) -> float:
        is_near = abs(place.low - near) < _NEAR
        return place.weight * (_CLOSE if is_near else 1.0) * place.favour

    return max(places, key=worth, default=None)
