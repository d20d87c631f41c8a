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


def _first(words: Iterable[str]) -> tuple[Tense, str] | None:
    cues = _cues()
    for word in words:
        small = word.lower()
        tense = cues.get(small)
        if tense is None and len(small) > 3 and small.endswith("ed"):
            tense = "past"
        if tense in {"past", "future"}:
            return tense, word
    return None


def tense_at(words: Sequence[str], begins: int, ends: int) -> tuple[Tense, str]:
    """Give the tense around the pieces from `begins` to `ends`, and the word that tells it."""
    before = words[max(0, begins - 40) : begins]
    return _first(reversed(before)) or _first(words[ends : ends + 40]) or ("unclear", "")
