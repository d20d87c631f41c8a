"""Run the commands that README.md shows and compare what they print with what it shows.

Comes in: a Markdown file; its ```console blocks hold `$ command` lines, each followed by what it
prints. Goes out: exit code 1 and a diff where the two differ; `--write` puts the output into the
file instead. CI runs it against an installed wheel, from another folder.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """One command and what the page says that it prints."""

    command: str
    shown: str


def steps(block: str) -> Iterator[Step]:
    """Give the commands of a block; a line ending in a backslash goes on in the next."""
    command, shown = "", ""
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            if command:
                yield Step(command, shown)
            command, shown = line[2:].rstrip("\n"), ""
        elif command.endswith("\\"):
            command += "\n" + line.rstrip("\n")
        else:
            shown += line
    if command:
        yield Step(command, shown)


def run(step: Step, *, folder: Path, programs: Path) -> str:
    """Run one command in `folder` with `programs` first on the path; give all that it prints."""
    environment = {
        "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
    }
    done = subprocess.run(
        ["bash", "-c", step.command],  # noqa: S607 (the reader's own shell)
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def main() -> int:
    """Run the page's commands; give 1 when something differs."""
    parser = argparse.ArgumentParser(description="Run the commands that a page shows.")
    parser.add_argument("page", type=Path)
    parser.add_argument("--bin", type=Path, default=Path(sys.executable).parent)
    parser.add_argument("--folder", type=Path, required=True, help="an empty folder to run them in")
    parser.add_argument("--write", action="store_true", help="put what is printed into the page")
    options = parser.parse_args()
    text = options.page.read_text(encoding="utf-8")
    differ = 0
    for match in BLOCK.finditer(text):
        fresh = "```console\n"
        for step in steps(match[1]):
            printed = run(step, folder=options.folder, programs=options.bin.resolve())
            fresh += f"$ {step.command}\n{printed}"
            same = printed == step.shown
            differ += not same
            sys.stdout.write(f"{'same' if same else 'differs'}: {step.command}\n")
            sys.stdout.writelines(
                difflib.unified_diff(
                    step.shown.splitlines(keepends=True),
                    printed.splitlines(keepends=True),
                    "shown",
                    "printed",
                )
            )
        text = text.replace(match[0], f"{fresh}```", 1)
    if options.write:
        options.page.write_text(text, encoding="utf-8")
        return 0
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
