"""Examples as pieces in flat arrays, and the batches that the reader's network takes.

In come examples (`reader_examples.py`), out come rows of about one length together, filled up.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from zlib import crc32

import numpy as np
import torch

from evaluation.reader_examples import Example
from evaluation.reader_network import Batch
from onix.reading.neural.comprehension import LONGEST_QUESTION
from onix.reading.neural.minilm import word_pieces

LONGEST: Final = 256  # pieces
STEP: Final = 16  # pieces by which rows are filled up: few different lengths
FOLDS: Final = 5
Numbers = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """Examples laid out.

    Attributes:
        ids: The pieces of all of them, one after the other: question, text.
        starts: Where each begins in `ids`, and how many pieces it has (`lengths`).
        begins: Where its text begins; `firsts` and `lasts` are the answer's pieces, 0 for none.
        stances: As in `Example`, -1 for None.
        folds: Which part of the questions it belongs to, 0 to `FOLDS` - 1.
    """

    ids: Numbers
    starts: Numbers
    lengths: Numbers
    begins: Numbers
    firsts: Numbers
    lasts: Numbers
    stances: Numbers
    folds: Numbers


def lay(examples: Iterable[Example], longest: int = LONGEST_QUESTION) -> Rows:
    """Lay examples out; those whose answer is cut off are left out.

    Args:
        longest: Pieces of a question that are read.
    """
    found = (_laid(each, longest) for each in examples)
    laid = [each for each in found if each is not None]
    lengths = np.array([len(ids) for ids, *_ in laid])
    ids = np.concatenate([np.array(ids, dtype=np.int32) for ids, *_ in laid])
    rest = np.array([each[1:] for each in laid]).T
    return Rows(ids, np.cumsum(lengths) - lengths, lengths, *rest)


def _laid(example: Example, longest: int) -> tuple[tuple[int, ...], int, int, int, int, int] | None:
    pieces = word_pieces()
    asked = pieces.pieces(example.question).ids[:longest]
    before = (pieces.begin, *asked, pieces.end)
    cut = pieces.pieces(example.text)
    room = LONGEST - len(before) - 1
    first = last = 0
    if example.answer is not None:
        start, end = example.answer
        inside = [
            n for n in range(min(room, len(cut.ids))) if cut.ends[n] > start and cut.starts[n] < end
        ]
        if not inside or end > cut.ends[inside[-1]] + 2:
            return None
        first, last = len(before) + inside[0], len(before) + inside[-1]
    stance = -1 if example.stance is None else example.stance
    fold = crc32((example.group or example.question).encode()) % FOLDS
    return (*before, *cut.ids[:room], pieces.end), len(before), first, last, stance, fold


def batches(rows: Rows, size: int, dice: random.Random) -> list[Numbers]:
    """Give the numbers of rows of about one length together, in any order."""
    order = sorted(range(len(rows.lengths)), key=lambda n: rows.lengths[n] + 8 * dice.random())
    found = [np.array(order[n : n + size]) for n in range(0, len(order), size)]
    dice.shuffle(found)
    return found


def stacked(rows: Rows, numbers: Sequence[int] | Numbers, device: torch.device) -> Batch:
    """Give rows filled up to the longest of them."""
    length = -(-int(rows.lengths[numbers].max()) // STEP) * STEP
    ids = np.zeros((len(numbers), length), dtype=np.int64)
    types, inside = np.zeros_like(ids), np.zeros(ids.shape, dtype=np.bool_)
    for row, number in enumerate(numbers):
        start, count = rows.starts[number], rows.lengths[number]
        ids[row, :count] = rows.ids[start : start + count]
        types[row, rows.begins[number] : count - 1] = 1
        inside[row, :count] = True
    whole = (ids, types, inside)
    each = (rows.firsts, rows.lasts, rows.stances, rows.folds)
    return Batch(
        *(torch.from_numpy(a).to(device, non_blocking=True) for a in whole),
        *(torch.from_numpy(a[numbers]).to(device, non_blocking=True) for a in each),
    )
