"""What sentences mean, as vectors: texts in, vectors out, near for what means the same.

The encoder is MiniLM as it was published (`reading/neural/minilm.py`), without an adapter: it was
trained for this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from onix.reading.neural.minilm import WIDTH, Floats, plain_encoder, word_pieces

LONGEST: Final = 256  # pieces, as long as the texts it was trained on
KEPT: Final = 4096  # vectors, some 6 MB


_known: dict[str, Floats] = {}  # of the last few thousand texts, as parts are asked for again


def vectors(texts: Sequence[str]) -> Floats:
    """Give a vector of length 1 for each text (texts × 384); of a long one its beginning counts."""
    if not texts:
        return np.zeros((0, WIDTH), dtype=np.float32)
    found = {text: _known[text] for text in texts if text in _known}
    found |= _encoded([text for text in dict.fromkeys(texts) if text not in found])
    if len(_known) + len(found) > KEPT:
        _known.clear()
    _known.update(found)
    return np.stack([found[text] for text in texts])


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text by their numbers, and what each means in it: pieces × 384, of length 1.

    Of a long text those of its beginning are there.
    """

    ids: tuple[int, ...]
    vectors: Floats


def pieces(texts: Sequence[str]) -> list[Pieces]:
    """Give what the pieces of each text mean in it; they are large, and nobody keeps them."""
    ids = [word_pieces().pieces(text).ids[: LONGEST - 2] for text in texts]
    return [
        Pieces(each, unit(states[1:-1])) for each, states in zip(ids, _states(ids), strict=True)
    ]


def unit(vectors: Floats) -> Floats:
    """Give vectors of length 1; one of length 0 stays."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)


def _encoded(texts: Sequence[str]) -> dict[str, Floats]:
    ids = [word_pieces().pieces(text).ids[: LONGEST - 2] for text in texts]
    states = _states(ids)
    return {text: unit(each.mean(axis=0)) for text, each in zip(texts, states, strict=True)}


def _states(texts: Sequence[Sequence[int]]) -> list[Floats]:
    """Give what the encoder makes of the pieces of each, between marks of beginning and end."""
    cut = word_pieces()
    rows = [[cut.begin, *ids, cut.end] for ids in texts]
    return plain_encoder().encode_each([(row, [0] * len(row)) for row in rows])
