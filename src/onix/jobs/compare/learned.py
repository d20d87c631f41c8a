"""What was learned: `objections.json` and `pairs.json` in, out come weights and bars.

`evaluation/fit_objections.py` and `evaluation/fit_plans.py` write these files, and try others in
their place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Learned:
    """How much each sign says, in logits, and how likely an objection that is shown has to be.

    Attributes:
        about: Of a sentence being about a point, by the names of `references.py`.
        against: Of its being against that, by the names of `stance.py` and `sides.py`.
        enough: 0 to 1.
    """

    about: Mapping[str, float]
    against: Mapping[str, float]
    enough: float


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign says of two points being a pair, in logits.

    Attributes:
        alike: What the two have in common, by the names of `signs.py`.
        standing: How they stand among all others, by the names of `standing.py`.
        part: Of one being a part of the other, by the names of `splitting.py`.
    """

    alike: Mapping[str, float]
    standing: Mapping[str, float]
    part: Mapping[str, float]


@cache
def learned() -> Learned:
    """Give what is shipped of objections."""
    return Learned(**_read("objections.json"))


@cache
def pair_weights() -> Weights:
    """Give what is shipped of pairs of points."""
    return Weights(**_read("pairs.json"))


def _read(name: str) -> Any:
    return json.loads(files("onix.jobs.compare").joinpath(name).read_text(encoding="utf-8"))
