"""How long a question takes in a process that has answered some before.

    python -m evaluation.ask_speed --data CORPUS.jsonl.gz [--record PATH] [--documents N] [--json]

The questions are those of `questions_dev.json` beside the corpus. The record is made of the first
articles of the corpus, or is the one given. Wall time is what a reader waits; CPU time is steadier
where other things run on the machine.
"""

from __future__ import annotations

import argparse
import gzip
import io
import itertools
import json
import random
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.running import run_script
from onix.jobs.add import add
from onix.jobs.ask import ask
from onix.record import Record, open_record

WARM_UP = 10
SEED = 7


def fill(record: Record, corpus: Path, documents: int | None) -> None:
    """Put the first articles of the corpus into a record."""
    with gzip.open(corpus, "rb") as lines:
        data = b"".join(itertools.islice(lines, documents))
    for _ in add(record, ["-"], stdin=io.BytesIO(data), format="jsonl"):
        pass


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all are not above, in milliseconds."""
    ordered = sorted(values)
    return round(1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1)


def measure(record: Record, questions: Sequence[str]) -> dict[str, Any]:
    """Ask each question once, after a few that do not count; times in milliseconds."""
    for question in questions[:WARM_UP]:
        ask(record, question)
    clocks: dict[str, Callable[[], float]] = {"wall": time.perf_counter, "cpu": time.process_time}
    taken: dict[str, list[float]] = {name: [] for name in clocks}
    abstained = 0
    for question in questions[WARM_UP:]:
        before = {name: clock() for name, clock in clocks.items()}
        answer = ask(record, question)
        for name, clock in clocks.items():
            taken[name].append(clock() - before[name])
        abstained += answer.abstained is not None
    found: dict[str, Any] = {"documents": len(record), "questions": len(taken["wall"])}
    for name, values in taken.items():
        found |= {
            f"{name}_p50_ms": round(1000 * statistics.median(values), 1),
            f"{name}_p95_ms": percentile(values, 0.95),
        }
    return found | {"abstained": abstained}


def main(argv: Sequence[str] | None = None) -> int:
    """Print how long questions take."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="corpus_dev.jsonl.gz")
    parser.add_argument("--record", type=Path, help="a record that is there already")
    parser.add_argument("--documents", type=int, help="so many articles of the corpus only")
    parser.add_argument("--questions", type=int, default=110)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    asked = json.loads(options.data.with_name("questions_dev.json").read_text("utf-8"))
    questions = [each["question"] for each in asked["questions"]]
    random.Random(SEED).shuffle(questions)  # noqa: S311  # not for secrets
    with TemporaryDirectory() as folder:
        path = options.record or Path(folder) / "news.onix"
        with open_record(path, create=options.record is None, write=False) as record:
            if options.record is None:
                fill(record, options.data, options.documents)
            found = measure(record, questions[: options.questions])
    if options.json:
        print(json.dumps(found, indent=1))
    else:
        for name, value in found.items():
            print(f"{name:>16}  {value}")
    return 0


if __name__ == "__main__":
    run_script(main)
