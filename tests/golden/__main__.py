"""Rewrites golden files: `python -m tests.golden read ask`. Read the diff before committing it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from tests.golden.ask import locate
from tests.golden.read import output

SETS: dict[str, Callable[[], list[Path]]] = {"ask": locate.rewrite, "read": output.rewrite}


def main(names: list[str]) -> int:
    """Rewrite the named sets and say which files they have; 2 when a set is not known."""
    unknown = sorted(set(names) - set(SETS))
    if unknown or not names:
        about = f"No golden set {', '.join(unknown)}." if unknown else "Name a golden set."
        sys.stderr.write(f"{about} There are: {', '.join(SETS)}.\n")
        return 2
    for name in names:
        for path in SETS[name]():
            sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
