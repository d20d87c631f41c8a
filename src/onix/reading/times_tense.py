"""Whether the words around a date look ahead or back: tense, from simple cues in the clause.

In come the pieces of a sentence and where the date stands, out comes the tense and the word that
tells it. There is no parser here: the nearest cue before the date decides, else the nearest after.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

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


class Clause(NamedTuple):
    """The tense around a date, the word that tells it, and whether a sure one is close."""

    tense: Tense
    cue: str = ""
    close: bool = False

    @property
    def says(self) -> str:
        """How a basis says it."""
        if self.tense == "unclear":
            return "no tense tells"
        past = self.tense == "past"
        return f'past tense ("{self.cue}")' if past else f'the clause looks ahead ("{self.cue}")'


CLOSE = 6  # pieces, spaces counted: "was born in early"
REACH = 40


def _first(words: Sequence[str], places: Sequence[int]) -> Clause | None:
    cues = _cues()
    for away, place in enumerate(places):
        small = words[place].lower()
        tense = listed = cues.get(small)
        if tense is None and len(small) > 3 and small.endswith("ed"):
            tense = "past"
        if tense == "past" and place > 1 and words[place - 2].lower() == "be":
            continue  # "will be paid": the word before it tells
        if tense in {"past", "future"}:
            return Clause(tense, words[place], listed is not None and away < CLOSE)
    return None


def tense_at(words: Sequence[str], begins: int, ends: int) -> Clause:
    """Give the tense around the pieces from `begins` to before `ends`."""
    before = range(begins - 1, max(-1, begins - 1 - REACH), -1)
    if clause := _first(words, before):
        return clause
    after = _first(words, range(ends, min(len(words), ends + REACH)))
    return after._replace(close=False) if after else Clause("unclear")
