"""Time expressions in texts of our own and in the sample article: values, days, basis.

    python -m evaluation.time_gold --data ../shared/bench/score_times.py [--json]

`--data` is the scorer. The gold stands in `evaluation/gold`: times.jsonl, whose even half is there
to develop on and whose odd half is to be reported, and sample_times.jsonl, which has offsets in
`../shared/sample/article.txt` (beside the benchmarks) and is left out where that is not there.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.quotes import JSON, Scorer, load_gold, load_scorer
from evaluation.times import evaluate

GOLD = Path(__file__).parent / "gold"


def measure(score: Scorer, article: Path, folder: Path = GOLD) -> dict[str, JSON]:
    """Give the figures of both halves and, where it is there, of the sample article."""
    whole = folder / "times.jsonl"
    found = {half: _figures(load_gold(whole, half=half), score) for half in ("even", "odd")}
    if article.exists():
        text = article.read_text(encoding="utf-8")
        gold = load_gold(folder / "sample_times.jsonl")
        found["sample"] = _figures([{**each, "text": text} for each in gold], score)
    return found


def _figures(gold: Sequence[JSON], score: Scorer) -> dict[str, Any]:
    found = evaluate(gold, score)
    return {**found["all"], "days": found["days"], "basis": found["basis"]}


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the gold of our own and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="score_times.py")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(arguments)
    article = options.data.resolve().parent.parent / "sample" / "article.txt"
    found = measure(load_scorer(options.data), article)
    if options.json:
        print(json.dumps(found, indent=1))
        return 0
    for name, each in found.items():
        print(f"{name}: " + " · ".join(f"{key} {value}" for key, value in each.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
