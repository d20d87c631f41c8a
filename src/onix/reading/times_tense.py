"""Whether the words around a date look ahead or back: tense, from simple cues in the clause.

In come the pieces of a sentence and where the date stands, out comes the tense and the word that
tells it. There is no parser here: the nearest cue before the date decides, else the nearest after.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from onix.reading.words import sections

Tense = Literal["past", "future", "unclear"]


@cache
def _cues() -> dict[str, Tense]:
    lists = sections("tense")
    cues: dict[str, Tense] = {}
    for section, tense in (("ahead", "future"), ("back", "past"), ("not_back", "unclear")):
        for entry in lists[section]:
            cues.update(dict.fromkeys(entry.split(), tense))  # type: ignore[arg-type]  # a literal
    return cues


def _first(words: Sequence[str], places: Iterable[int]) -> tuple[Tense, str] | None:
    cues = _cues()
    for place in places:
        small = words[place].lower()
        tense = cues.get(small)
        if tense is None and len(small) > 3 and small.endswith("ed"):
            tense = "past"
        if tense == "past" and place > 1 and words[place - 2].lower() == "be":
            continue  # "will be paid": the word before it tells
        if tense in {"past", "future"}:
            return tense, words[place]
    return None


def tense_at(words: Sequence[str], begins: int, ends: int) -> tuple[Tense, str]:
    """Give the tense around the pieces from `begins` to `ends`, and the word that tells it."""
    before = range(begins - 1, max(-1, begins - 41), -1)
    after = range(ends, min(len(words), ends + 40))
    return _first(words, before) or _first(words, after) or ("unclear", "")
