"""How long one waits for the command from a cold start: `onix ask` and `onix --help`.

    python -m evaluation.start_speed [--record FOLDER] [--question WORDS] [--runs N] [--json]

Comes in: a record (the bundled story's when left out) and a question. Goes out: seconds of the
whole process, from the shell's call to its end, CPU (all threads) and wall clock, the median of
the runs. A process run before the others has files in the system's cache and bytecode written.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from evaluation.running import run_script
from onix.jobs.demo import QUESTIONS, add_story
from onix.record import open_record


def run(arguments: Sequence[str]) -> tuple[float, float]:
    """Give the seconds of CPU and of the clock that one call of the command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    # Bytecode is kept, as where Onix is installed for use.
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    subprocess.run(
        [sys.executable, "-m", "onix", *arguments], check=True, capture_output=True, env=environment
    )
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def measure(record: Path, *, question: str = QUESTIONS[0], runs: int = 7) -> dict[str, Any]:
    """Give the median seconds of each command, after one run that does not count."""
    found: dict[str, Any] = {"runs": runs, "cores": len(os.sched_getaffinity(0))}
    for name, arguments in (
        ("ask", ("ask", question, "--record", str(record))),
        ("help", ("--help",)),
    ):
        run(arguments)
        seconds = [run(arguments) for _ in range(runs)]
        found[f"{name}_cpu_seconds"] = round(median(cpu for cpu, _ in seconds), 3)
        found[f"{name}_wall_seconds"] = round(median(wall for _, wall in seconds), 3)
    return found


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--record", type=Path, help="a record; the bundled story's when left out")
    parser.add_argument("--question", default=QUESTIONS[0], help="what to ask")
    parser.add_argument("--runs", type=int, default=7, help="runs of each command")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.record
        if path is None:
            path = Path(folder) / "story.onix"
            with open_record(path, create=True, write=True) as record:
                list(add_story(record))
        found = measure(path, question=arguments.question, runs=arguments.runs)
    if arguments.json:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name.replace('_', ' '):20} {value}")
    return 0


if __name__ == "__main__":
    run_script(main)
