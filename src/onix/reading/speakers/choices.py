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
