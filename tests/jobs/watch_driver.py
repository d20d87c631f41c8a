"""Watches a saved check and says so as soon as it is durable; made to be killed.

python -m tests.jobs.watch_driver RECORD CHECK.json
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from onix.jobs.check.saved import read_saved
from onix.jobs.watch import add
from onix.record import open_record


def main() -> None:
    """Watch under one name after another until killed."""
    saved = read_saved(Path(sys.argv[2]).read_bytes(), sys.argv[2])
    with open_record(Path(sys.argv[1]), write=True) as record:
        for number in range(20):
            add(record, saved, f"check {number}", added="2025-05-06T12:00:00+00:00")
            sys.stdout.write(f"check {number}\n")
            sys.stdout.flush()
        time.sleep(60)


if __name__ == "__main__":
    main()
