"""What speaks for two points being one: texts of both versions in, a table of old × new signs out.

Each sign is the same from either side. How much it says was learned (`pairs.json`): no sign tells
two points on one matter from two that only sound alike, all of them together mostly do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onix.jobs.compare.pairs.likeness import by_runs, small_stems
from onix.jobs.meaning import Pieces, pieces, unit
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.minilm import Floats

Table = NDArray[np.float64]

SIGNS: Final = ("words", "runs", "meaning", "pieces", "number", "another number", "names")
TWINS: Final = 60  # of those that need no weighing, as reading each takes some milliseconds
_SMALL: Final = 0.25  # what a word of grammar counts of what its rareness gives it
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_NAME: Final = re.compile(r"(?<=[a-z,;] )[A-Z][\w’']+")


def signs(old: Sequence[str], new: Sequence[str], twins: Sequence[str] = ()) -> Table:
    """Give what two points have in common, by the names of `SIGNS`: old × new × signs.

    Args:
        old: Texts with at least a word each, one or more.
        new: The same.
        twins: What stands in both versions besides, and makes common what is common there.
    """
    some = list(twins[:: 1 + len(twins) // TWINS])
    before, after = [*old, *some], [*new, *some]
    texts = list(dict.fromkeys([*before, *after]))
    read = dict(zip(texts, pieces(texts), strict=True))
    ours, theirs = [read[text] for text in before], [read[text] for text in after]
    weights = _weights([*ours, *theirs])
    means = np.stack(
        [weight @ each.vectors for weight, each in zip(weights, [*ours, *theirs], strict=True)]
    ).astype(np.float32)
    mine, its = means[: len(before)], means[len(before) :]
    number, another = _numbers(old, new)
    found = (
        _by_words(before, after),
        by_runs(before, after),
        apart(mine) @ apart(its).T,
        _by_pieces(ours, theirs, weights),
    )
    rest = (number, another, _names(old, new))
    return np.stack([*(each[: len(old), : len(new)] for each in found), *rest], axis=-1)


def apart(vectors: Floats, others: Floats | None = None) -> Floats:
    """Take from vectors what the points of a version have in common: they are of one matter.

    Of a few points less is taken, as what is common to them is most of what they mean.

    Args:
        vectors: Of the points of a version.
        others: What it is taken from where that is not the points themselves.
    """
    points = unit(vectors)
    common = points.sum(axis=0) / (len(points) + 1)
    return unit((points if others is None else unit(others)) - common)


def _weights(read: Sequence[Pieces]) -> list[Table]:
    """Give what each piece counts in its text, together 1: the rarer the more."""
    counts = Counter(number for each in read for number in set(each.ids))
    found = []
    for each in read:
        worth = np.array([0.05 + log((len(read) + 1) / counts[number]) for number in each.ids])
        found.append(worth / worth.sum())
    return found


def _by_pieces(old: Sequence[Pieces], new: Sequence[Pieces], weights: Sequence[Table]) -> Table:
    """Say how near the nearest piece of the other is to the pieces of each, in the mean of both."""
    common = np.concatenate([each.vectors for each in (*old, *new)]).mean(axis=0)
    theirs = unit(np.concatenate([each.vectors for each in new]) - common).T
    starts = np.cumsum([0, *(len(each.ids) for each in new[:-1])])
    worth = np.concatenate(weights[len(old) :])
    found = np.zeros((len(old), len(new)))
    for at, each in enumerate(old):
        near = unit(each.vectors - common) @ theirs
        mine = weights[at] @ np.maximum.reduceat(near, starts, axis=1)
        found[at] = (mine + np.add.reduceat(near.max(axis=0) * worth, starts)) / 2
    return found


def _by_words(old: Sequence[str], new: Sequence[str]) -> Table:
    """Say how much of the weight of each one's words the other has, or words like them: mean."""
    rows = [list(dict.fromkeys(words_of(text))) for text in (*old, *new)]
    counts = Counter(stem for row in rows for stem in {lexicon.stem(word) for word in row})
    weights = [np.array([_worth(lexicon.stem(word), counts, len(rows)) for word in row])
               for row in rows]  # fmt: skip
    ours, theirs = range(len(old)), range(len(old), len(rows))
    return (_held(rows, weights, ours, theirs) + _held(rows, weights, theirs, ours).T) / 2


def _worth(stem: str, counts: Counter[str], texts: int) -> float:
    return log(1 + texts / counts[stem]) * (_SMALL if stem in small_stems() else 1.0)


def _held(rows: Sequence[list[str]], weights: Sequence[Table], ours: range, theirs: range) -> Table:
    found = np.zeros((len(ours), len(theirs)))
    for at, one in enumerate(ours):
        matcher = Matcher(rows[one])
        strengths = np.array([matcher.strengths(rows[other]) for other in theirs])
        found[at] = strengths @ weights[one] / weights[one].sum()
    return found


def _numbers(old: Sequence[str], new: Sequence[str]) -> tuple[Table, Table]:
    """Say which texts have a number in common, and which have others."""
    ours, theirs = ([_numbers_in(text) for text in side] for side in (old, new))
    same = np.array([[bool(one & other) for other in theirs] for one in ours])
    another = np.array([[bool(one and other and not one & other) for other in theirs]
                        for one in ours])  # fmt: skip
    return same.astype(np.float64), another.astype(np.float64)


def _numbers_in(text: str) -> frozenset[str]:
    """Give the numbers of a text, those in words as figures."""
    words = (lexicon.stem(word) for word in words_of(text))
    return frozenset([*_NUMBER.findall(text), *(word for word in words if word.isdigit())])


def _names(old: Sequence[str], new: Sequence[str]) -> Table:
    """Count the words with a capital within a sentence that two texts share."""
    ours, theirs = ([frozenset(_NAME.findall(text)) for text in side] for side in (old, new))
    return np.array([[len(one & other) for other in theirs] for one in ours], dtype=np.float64)
