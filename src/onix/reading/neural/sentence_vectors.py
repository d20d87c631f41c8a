"""What places in sentences mean: texts in, vectors of length one out; alike ones point alike.

The encoder of `minilm.py` as its authors published it, without an adapter. A place is the mean of
its pieces in their sentence, and that of the pieces around it, and so
tells "9 percent over two years" from "62 percent of the shares".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from onix.reading.neural.minilm import WIDTH, Floats, plain_encoder, word_pieces
from onix.reading.neural.wordpiece import Pieces

LONGEST: Final = 160  # pieces; what stands behind them in a very long sentence is not read
AROUND: Final = 5  # pieces on either side of a place

Place = tuple[int, int]  # half-open, in code points of the text


def place_vectors(texts: Sequence[tuple[str, Sequence[Place]]]) -> list[tuple[Floats | None, ...]]:
    """Give for each text a vector for each place asked for; None behind `LONGEST`.

    The first 384 are of what stands in the place, the others of what stands around it.
    """
    words = word_pieces()
    cuts = [words.pieces(text) for text, _ in texts]
    rows = [[words.begin, *cut.ids[:LONGEST], words.end] for cut in cuts]
    states = plain_encoder().encode_each([(row, [0] * len(row)) for row in rows])
    return [
        tuple(_place(cut, state, each) for each in places)
        for cut, state, (_, places) in zip(cuts, states, texts, strict=True)
    ]


def word_vectors(words: Sequence[str]) -> Floats:
    """Give a vector of length one for each word out of any sentence; nothing for unknown signs."""
    cut = word_pieces()
    found = np.zeros((len(words), WIDTH), dtype=np.float32)
    for row, word in enumerate(words):
        ids = cut.pieces(word).ids
        if ids:
            found[row] = _unit(plain_encoder().alone(ids).mean(axis=0))
    return found


def _place(pieces: Pieces, state: Floats, place: Place) -> Floats | None:
    last = len(state) - 2
    inside = [
        number
        for number, (start, end) in enumerate(zip(pieces.starts, pieces.ends, strict=True))
        if end > place[0] and start < place[1] and number < last
    ]
    if not inside:
        return None
    one, other = inside[0], inside[-1] + 1
    around = [*range(max(0, one - AROUND), one), *range(other, min(last, other + AROUND))]
    own = _unit(state[1:-1][one:other].mean(axis=0))
    beside = _unit(state[1:-1][around].mean(axis=0)) if around else np.zeros_like(own)
    return np.asarray(np.concatenate([own, beside]) / np.sqrt(2), dtype=np.float32)


def _unit(vector: Floats) -> Floats:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), dtype=np.float32)


def alike(one: Floats | None, other: Floats | None) -> float:
    """Say how alike two vectors are, from 0 to 1; nothing is like what could not be read."""
    return 0.0 if one is None or other is None else max(0.0, float(one @ other))
