"""Hold the scores of the benchmarks against the floors that Onix must not fall below.

Comes in: `floors.json`, which also says how large a sample is measured here, and the benchmarks, in
`--data`, ONIX_BENCH or ../shared/bench.
Goes out: one line a figure, and exit code 1 when one is below its floor, those named once more at
the end. What fails is measured a second time first, as machines are noisy. Where the benchmarks are
not there, that is said and is no failure: a clone on a bare machine has none.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.running import run_script

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"

Entry = dict[str, Any]


@dataclass(frozen=True)
class Reading:
    """One figure that was measured, and the floor or ceiling it is held against."""

    name: str
    value: float | None
    limit: float
    highest: bool = False

    @property
    def is_kept(self) -> bool:
        """Is the figure there, and on the right side of its limit?"""
        if self.value is None:
            return False
        return self.value <= self.limit if self.highest else self.value >= self.limit

    def __str__(self) -> str:
        """Give the line that the gate prints."""
        sign = "≤" if self.highest else "≥"
        found = "no such figure" if self.value is None else f"{self.value:g}"
        return f"{'ok  ' if self.is_kept else 'FAIL'} {self.name}: {found} ({sign} {self.limit:g})"


def pick(found: Any, path: str) -> float | None:
    """Give the number at a dotted path of a JSON value, or None."""
    for step in path.split("."):
        if not isinstance(found, dict) or step not in found:
            return None
        found = found[step]
    return float(found) if isinstance(found, int | float) else None


def readings(entry: Entry, found: Any) -> Iterator[Reading]:
    """Hold one script's figures against the floors and ceilings of its entry."""
    name = entry["name"]
    for path, floor in entry.get("floors", {}).items():
        yield Reading(f"{name} {path}", pick(found, path), floor)
    for path, ceiling in entry.get("ceilings", {}).items():
        yield Reading(f"{name} {path}", pick(found, path), ceiling, highest=True)


def arguments_of(entry: Entry, data: Path | None, *, full: bool = False) -> list[str]:
    """Give what is typed after `python` to run the entry: a sample, or all of it."""
    given = entry.get("full" if full else "sample", [])
    place = ["--data", str(data / entry["needs"])] if data and entry.get("needs") else []
    return ["-m", entry["script"], *place, *given, "--json"]


def is_here(entry: Entry, data: Path | None) -> bool:
    """Is there what the entry is measured on?"""
    return not entry.get("needs") or (data is not None and (data / entry["needs"]).exists())


def measure(entry: Entry, data: Path | None, *, full: bool = False) -> Any:
    """Run one evaluation script and give the JSON it prints; a script that fails gives None."""
    command = [sys.executable, *arguments_of(entry, data, full=full)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=HERE.parent, check=False)
    try:
        return json.loads(done.stdout)
    except ValueError:
        sys.stdout.write(f"{entry['name']} printed no JSON:\n{done.stdout}{done.stderr}\n")
        return None


def bench(given: Path | None) -> Path | None:
    """Give the folder of the benchmarks, or None where there is none."""
    named = given or os.environ.get("ONIX_BENCH") or HERE.parent.parent / "shared" / "bench"
    return Path(named) if Path(named).is_dir() else None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every entry that can be run here; give 1 when a figure is below its floor."""
    parser = argparse.ArgumentParser(description="Hold the benchmarks against their floors.")
    parser.add_argument("--data", type=Path, help="folder of the benchmarks")
    parser.add_argument("--floors", type=Path, default=FLOORS)
    options = parser.parse_args(arguments)
    entries = json.loads(options.floors.read_text(encoding="utf-8"))["entries"]
    data = bench(options.data)
    if data is None:
        sys.stdout.write(
            "gate: ../shared/bench is not here, so only what the project carries is scored. "
            "Name the folder with --data or ONIX_BENCH.\n"
        )
    failed: list[Reading] = []
    for entry in entries:
        if not is_here(entry, data):
            sys.stdout.write(f"left out {entry['name']}: {entry['needs']} is not here\n")
            continue
        began = time.monotonic()
        found = list(readings(entry, measure(entry, data)))
        if not all(each.is_kept for each in found):
            sys.stdout.writelines(f"{each}\n" for each in found if not each.is_kept)
            sys.stdout.write(f"     {entry['name']} is measured again\n")
            found = list(readings(entry, measure(entry, data)))
        sys.stdout.writelines(f"{each}\n" for each in found)
        failed += [each for each in found if not each.is_kept]
        sys.stdout.write(f"     {entry['name']} took {time.monotonic() - began:.0f} s\n")
    sys.stdout.write("gate: below a floor\n" if failed else "gate: every floor is kept\n")
    sys.stdout.writelines(f"{each}\n" for each in failed)
    return 1 if failed else 0


if __name__ == "__main__":
    run_script(main)
