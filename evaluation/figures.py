"""Write docs/figures.md: every figure with the command that prints it, the day and the machine.

Comes in: the entries of `floors.json` and the benchmarks (`--data`, ONIX_BENCH or
../shared/bench). Goes out: the page; a benchmark that is not here keeps the rows it had.
No figure is typed by hand.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evaluation.gate import FLOORS, HERE, Entry, arguments_of, bench, is_here, measure, pick
from evaluation.running import run_script

PAGE = HERE.parent / "docs" / "figures.md"
HEAD = """# Figures

<!-- Written by `make bench` from what the scripts in evaluation/ print; do not edit. -->

Each row says what was measured, on what, when, and on which machine; the command prints it again.
`$BENCH` is the folder of the benchmarks.
Speed depends on the machine; compare ratios, or measure both on yours.

"""
COLUMNS = "| Benchmark | Figure | Value | Measured |\n|---|---|---|---|\n"


def machine() -> str:
    """Give the machine in a few words: cores, processor, Python."""
    processor = platform.processor() or platform.machine()
    try:
        about = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        about = ""
    named = re.search(r"^model name\s*: (.+)$", about, re.MULTILINE)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{cores} cores of {named[1] if named else processor}, Python {platform.python_version()}"
    )


def commit() -> str:
    """Give the commit that is measured, marked where files differ from it."""
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=HERE.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or "no commit"


def section(entry: Entry, data: Path | None, found: Any, when: str) -> str:
    """Give the part of the page for one entry."""
    name = entry["name"]
    command = " ".join(["python", *arguments_of(entry, data, full=True)])
    command = command.removesuffix(" --json").replace(str(data), "$BENCH")
    rows = "".join(
        f"| {name} | {label} | {value} | {when} |\n" for label, value in shown(entry, found)
    )
    return f"## {name}\n\n`{command}`\n\n{COLUMNS}{rows}"


def shown(entry: Entry, found: Any) -> Iterator[tuple[str, str]]:
    """Give each figure that the entry shows, with its label."""
    for label, path in entry["shows"].items():
        value = pick(found, path)
        number = "not measured" if value is None else f"{value:.4g}"
        yield label, f"{value:,.0f}" if value is not None and abs(value) >= 1000 else number


def kept(text: str) -> dict[str, str]:
    """Give the sections that the page has already, by their names."""
    parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)[1:]
    return {part.splitlines()[0].removeprefix("## "): part.rstrip() + "\n" for part in parts}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what can be measured here, print it and write the page."""
    parser = argparse.ArgumentParser(description="Write docs/figures.md.")
    parser.add_argument("--data", type=Path, help="folder of the benchmarks")
    parser.add_argument("--only", action="append", help="only the entry with this name")
    parser.add_argument("--page", type=Path, default=PAGE)
    options = parser.parse_args(arguments)
    entries = json.loads(FLOORS.read_text(encoding="utf-8"))["entries"]
    data = bench(options.data)
    if data is None:
        sys.stdout.write("../shared/bench is not here: name its folder with --data or ONIX_BENCH\n")
    before = options.page.read_text(encoding="utf-8") if options.page.exists() else ""
    sections = kept(before)
    when = f"{datetime.now(UTC):%Y-%m-%d}, {commit()}, {machine()}"
    for entry in entries:
        if not is_here(entry, data) or (options.only and entry["name"] not in options.only):
            continue
        found = measure(entry, data, full=True)
        if found is not None:
            sections[entry["name"]] = section(entry, data, found, when)
            sys.stdout.write(sections[entry["name"]] + "\n")
    order = [entry["name"] for entry in entries]
    text = HEAD + "\n".join(sections[name] for name in order if name in sections)
    options.page.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    run_script(main)
