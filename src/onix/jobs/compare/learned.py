"""What was learned of objections: `objections.json` in, out come weights and the bar.

`evaluation/fit_objections.py` writes that file, and tries others in its place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Learned:
    """How much each sign says, in logits, and how likely an objection that is shown has to be.

    Attributes:
        about: Of a sentence being about a point, by the names of `references.py`.
        against: Of its being against that, by the names of `stance.py`.
        sense: The same of each number of `stance.sense_of`.
        enough: 0 to 1.
    """

    about: Mapping[str, float]
    against: Mapping[str, float]
    sense: Sequence[float]
    enough: float


@cache
def learned() -> Learned:
    """Give what is shipped."""
    text = files("onix.jobs.compare").joinpath("objections.json").read_text(encoding="utf-8")
    return Learned(**json.loads(text))
