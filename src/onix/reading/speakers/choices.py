"""Who is likeliest: candidates with their signs in, names with their likelihood out.

How much each sign says is learned (`evaluation/fit_speakers.py`) and stands in `recall.json`; a
name is given where it is likely enough, and else it is left open. What the signs are is the
business of `recall` and `descriptions`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from onix.reading.grammar.sentence_words import Region

_POSSIBLE = 0.1  # as likely as this, somebody is told to be one of those meant
_CANDIDATES = 3
Kind = Literal["pronoun", "description", "body", "unled"]
Signs = dict[str, float]
# By kind of choice the weight of every sign, and under "enough" how likely a name has to be.
Learned = Mapping[str, Mapping[str, float]]
NOBODY = ""  # the candidate that stands for none of the others


@dataclass(slots=True)
class Choice:
    """The candidates at a place with their signs, and what was chosen."""

    kind: Kind
    at: Region
    rows: dict[str, Signs]


class Choices:
    """The choices made in one text, in order.

    Attributes:
        learned: How much the signs of a candidate say.
        made: Every choice, for those who learn from them.
        likelihood: How likely it was who was found likeliest, by place.
        open: Whom it may be where nobody is likely enough, by place.
    """

    def __init__(self, learned: Learned) -> None:
        self.learned = learned
        self.made: list[Choice] = []
        self.likelihood: dict[Region, float] = {}
        self.open: dict[Region, tuple[str, ...]] = {}

    def choose(self, kind: Kind, at: Region, rows: dict[str, Signs]) -> str | None:
        """Give who is likeliest, where that is likely enough and somebody."""
        choice = Choice(kind, at, rows)
        self.made.append(choice)
        found = likeliest(choice, self.learned)
        likelihood, name = found[0]
        self.likelihood[at] = likelihood
        if name != NOBODY and likelihood >= self.learned["enough"][kind]:
            return name
        may_be = (each for likely, each in found if each != NOBODY and likely >= _POSSIBLE)
        self.open[at] = tuple(may_be)[:_CANDIDATES]
        return None

    def last(self) -> list[tuple[float, str]]:
        """Give the candidates of the last choice with their likelihood, the likeliest first."""
        return likeliest(self.made[-1], self.learned)


@cache
def weights() -> Learned:
    """Give what was learned."""
    text = (files("onix.reading.speakers") / "recall.json").read_text(encoding="utf-8")
    found: Learned = json.loads(text)
    return found


def likeliest(choice: Choice, learned: Learned) -> list[tuple[float, str]]:
    """Give the candidates with their likelihood, the likeliest first; they sum to one."""
    weighed = learned.get(choice.kind, {})
    get = weighed.get
    scores = {
        name: sum([get(sign, 0.0) * value for sign, value in signs.items()])
        for name, signs in choice.rows.items()
    }
    highest = max(scores.values())
    powers = {name: math.exp(score - highest) for name, score in scores.items()}
    total = sum(powers.values())
    return sorted(((power / total, name) for name, power in powers.items()), reverse=True)
