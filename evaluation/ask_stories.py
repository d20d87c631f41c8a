"""How many questions on running stories, each told by several outlets, are answered right.

    python -m evaluation.ask_stories [--data FILE …] [--show] [--json]

A line is a story of eight or nine documents and its questions, asked of a record of that story
alone, some as of a day in its middle. Scored as in `ask_gold.py`. `--show` prints each answer that
is wrong, but never those of `held_out.jsonl`, which nobody reads.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from evaluation.ask_gold import Scored, put, share, show
from evaluation.ask_questions import JSON, Gold, gold_of, rows_of, written_record
from evaluation.running import run_script

STORIES = Path(__file__).parent / "gold" / "stories"
HELD_OUT = "held_out"
DATA = (STORIES / "developed_on.jsonl", STORIES / f"{HELD_OUT}.jsonl")


def story_gold(row: JSON) -> Gold:
    """Give a question on a story; the words of each answer and reading are written out."""

    def worded(words: Sequence[str]) -> list[JSON]:
        return [{"text": each, "stance": row["stance"]} for each in words]

    spelt = {
        "id": row["question"],
        "kind": row["kind"].replace("unknown", "said to be unknown"),
        "answers": worded(row["answers"]),
        "superseded": worded(row["superseded"]),
        "readings": [worded(one) for one in row["readings"]],
    }
    return gold_of(row | spelt)


def score(path: Path) -> list[Scored]:
    """Ask the questions on each story of a file."""
    scored = []
    for story in rows_of(path):
        with written_record(story["articles"]) as record:
            scored += put(record, [story_gold(row) for row in story["questions"]])
    return scored


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the files and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, nargs="+", default=list(DATA), help="files of stories")
    parser.add_argument("--show", action="store_true", help="print each answer that is wrong")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)

    scored = {path.stem: score(path) for path in options.data}
    figures = {name: share(some) for name, some in scored.items()}
    if options.json:
        print(json.dumps(figures, indent=1, ensure_ascii=False))
        return 0
    for name, some in scored.items():
        show(name, figures[name], some, wrong=options.show and name != HELD_OUT)
    return 0


if __name__ == "__main__":
    run_script(main)
