"""How a text stands to a statement: one of its facts, or a point of a plan, marked in; how, out.

The reader of `comprehension.py` with another adapter, `entailment.npz`, which
`evaluation/train_entailment.py` learned from claims and stances written for Onix. Of each text it
gives the words that say it or say otherwise, and how likely the text does not speak of it at all,
bears it out and stands against it (`Stretch.stance`, in this order).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from onix.reading.neural.comprehension import Comprehension

ADAPTER: Final = "entailment.npz"
LONGEST_STATEMENT: Final = 96  # pieces
POINT: Final = "point"  # as a kind: a point of a plan, and which side of it a text takes
BESIDE: Final = 28  # words on either side of what is marked; a longer sentence is cut
_WORD: Final = re.compile(r"\S+")


def mark(kind: str, text: str, start: int, end: int) -> str:
    """Give a statement as it is read: what kind of thing is asked about, and it between marks."""
    before = [each.start() for each in _WORD.finditer(text, 0, start)][-BESIDE:]
    behind = [each.end() for each in _WORD.finditer(text, end)][:BESIDE]
    first, last = (before or [start])[0], (behind or [end])[-1]
    return f"{kind}: {text[first:start]}« {text[start:end]} »{text[end:last]}"


@cache
def entailment() -> Comprehension:
    """Give the reader of statements that ships with Onix."""
    return Comprehension(ADAPTER, LONGEST_STATEMENT)
