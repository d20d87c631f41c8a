"""Time expressions in texts of our own and in the sample article: values, days, basis.

    python -m evaluation.time_gold --data ../shared/bench/score_times.py [--json]

`--data` is the scorer. The gold stands in `evaluation/gold`: times.jsonl, whose even half is there
to develop on and whose odd half is to be reported, and sample_times.jsonl, which has offsets in
`../shared/sample/article.txt` (beside the benchmarks) and is left out where that is not there.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.quotes import JSON, Scorer, load_gold, load_scorer
from evaluation.running import run_script
from evaluation.times import evaluate
from onix.model import Document
from onix.reading import NewsReader

GOLD = Path(__file__).parent / "gold"


def measure(score: Scorer, article: Path, folder: Path = GOLD) -> dict[str, JSON]:
    """Give the figures of both halves and, where it is there, of the sample article."""
    whole = folder / "times.jsonl"
    found = {half: _figures(load_gold(whole, half=half), score) for half in ("even", "odd")}
    if article.exists():
        text = article.read_text(encoding="utf-8")
        gold = load_gold(folder / "sample_times.jsonl")
        whole_gold = [{**each, "text": text} for each in gold]
        found["sample"] = {**_figures(whole_gold, score), **_contradictions(whole_gold)}
    return found


def _contradictions(gold: Sequence[JSON]) -> dict[str, int]:
    """Count the contradictions marked, those of them that reading reports, and its others."""
    marked, reported = set(), set()
    for number, each in enumerate(gold):
        document = Document(
            each["doc_id"], "article", each["text"], published=each["published"], language="en"
        )
        marked |= {(number, c["start"], c["other"]["start"]) for c in each["contradictions"]}
        (marks,) = NewsReader().read([document])
        reported |= {
            (number, c.span.start, c.other.start if c.other else -1) for c in marks.contradictions
        }
    return {
        "contradictions": len(marked),
        "contradictions found": len(marked & reported),
        "contradictions beside": len(reported - marked),
    }


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
    run_script(main)
