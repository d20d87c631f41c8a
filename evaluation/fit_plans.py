"""Fit how much each sign says of two points of a plan being a pair, on marked pairs of plans.

    python -m evaluation.fit_plans [--out src/onix/jobs/compare/pairs.json]

`evaluation/gold/plans/development.jsonl`, the released halves of `written.jsonl` and `later.jsonl`
and some made pairs teach three logistic regressions, one after the other: how alike two points are,
how they stand among all others, and whether a point without a partner is a part of another. First
it is done once for each written pair of plans without that, and scored on it: what carries over is
known before any held-out text is looked at. Without `--out` nothing is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.compare import COUNTED, find_point, score_all
from evaluation.halves import ODD, of_half
from evaluation.logistic import newton
from evaluation.plan_pairs import GOLD, make_pairs
from onix import wire
from onix.jobs.compare import told
from onix.jobs.compare.learned import Weights
from onix.jobs.compare.pairs.pairing import (
    Open,
    open_points,
    pair_off,
    paired,
    parts_left,
    standing_of,
    weigh,
)
from onix.jobs.compare.pairs.signs import SIGNS
from onix.jobs.compare.pairs.splitting import PART
from onix.jobs.compare.pairs.standing import STANDING
from onix.jobs.compare.points.points import Plan, find_points
from onix.model import Document

JSON = dict[str, Any]
Floats = NDArray[np.float64]
MADE, SEED = 54, 1  # made pairs, of another seed than those that are reported
RIDGE = 1.0  # how strongly weights are held near 0, signs scaled to spread 1


@dataclass(frozen=True, slots=True)
class Read:
    """A pair of plans made ready.

    Attributes:
        right: Which open points are pairs: old × new.
    """

    gold: JSON
    before: Plan
    after: Plan
    left: Open
    right: Floats


def read(gold: JSON) -> Read:
    """Make a pair of plans ready."""
    before, after = (find_points(Document(name, "plan", gold[name])) for name in ("old", "new"))
    left = open_points(before.points, after.points)
    rows = {(tuple(row["old"]), tuple(row["new"])) for row in gold["pairs"]}
    sides = [
        [
            find_point({"start": plan.points[at].span.start, "end": plan.points[at].span.end},
                       [tuple(each) for each in (*(row[name] for row in gold["pairs"]), *alone)])
            for at in places
        ]
        for name, alone, plan, places in (
            ("old", gold["dropped"], before, left.ours),
            ("new", gold["new_points"], after, left.theirs),
        )
    ]  # fmt: skip
    right = np.array([[(one, other) in rows for other in sides[1]] for one in sides[0]])
    return Read(gold, before, after, left, right.astype(float))


def fit(plans: Sequence[Read]) -> Weights:
    """Give what these plans teach."""
    able = [each for each in plans if each.left.ours and each.left.theirs]
    right = np.concatenate([each.right.ravel() for each in able])
    # How alike two are.
    alike = _fitted(SIGNS, [each.left.signs for each in able], right)
    odds = [weigh(each.left.signs, alike) for each in able]
    # How they stand.
    stand = [standing_of(each.left, table) for each, table in zip(able, odds, strict=True)]
    standing = _fitted(STANDING, stand, right)
    # Which is a part of another.
    rows, are_parts = [], []
    for each, table, signs in zip(able, odds, stand, strict=True):
        found = pair_off(weigh(signs, standing))
        for part in parts_left(each.left, table, found):
            rows.append(part.signs)
            are_parts.append(each.right[part.pair])
    part_weights = _fitted(PART, rows, np.array(are_parts))
    return Weights(alike, standing, part_weights)


def _fitted(names: Sequence[str], tables: Sequence[Floats], right: Floats) -> dict[str, float]:
    rows = np.concatenate([table.reshape(-1, len(names)) for table in tables])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled = np.concatenate([np.ones((len(rows), 1)), (rows - mean) / spread], axis=1)
    always, *found = newton(scaled, right, np.ones(len(rows)), RIDGE)
    weights = np.array(found) / spread
    return {
        "always": round(float(always - weights @ mean), 3),
        **{name: round(float(each), 3) for name, each in zip(names, weights, strict=True)},
    }


def score(plans: Sequence[Read], learned: Sequence[Weights]) -> JSON:
    """Score each pair of plans with its weights."""
    found = [
        wire.comparison(told(each.before, each.after, paired(each.left, weights)))
        for each, weights in zip(plans, learned, strict=True)
    ]
    return score_all([each.gold for each in plans], found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how well it carries over from plan to plan, and write what all of them teach."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=GOLD / "development.jsonl")
    parser.add_argument("--out", type=Path, help="where the weights are written")
    parser.add_argument("--made", type=int, default=MADE, help="made pairs that teach as well")
    options = parser.parse_args(arguments)
    lines = options.data.read_text(encoding="utf-8").splitlines()
    for name in ("written.jsonl", "later.jsonl"):
        lines += of_half((GOLD / name).read_text(encoding="utf-8").splitlines(), ODD)
    plans = [read(json.loads(line)) for line in lines]
    made = [read(each) for each in make_pairs(options.made, seed=SEED)]
    without = [fit([*(each for each in plans if each is not one), *made]) for one in plans]
    for name, end in (("the last twelve", slice(-12, None)), ("all", slice(None))):
        figures = score(plans[end], without[end])
        print(f"each without itself, {name}: kinds right {figures['kinds_right']}")
        print("  " + " · ".join(f"{each} {figures[each]['f1']}" for each in COUNTED))
    weights = fit([*plans, *made])
    figures = score(plans, [weights] * len(plans))
    print("all, as fitted on: " + " · ".join(f"{each} {figures[each]['f1']}" for each in COUNTED))
    if options.out:
        options.out.write_text(json.dumps(asdict(weights), indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
