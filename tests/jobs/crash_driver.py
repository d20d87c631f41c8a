"""Adds a file to a record and prints each id as soon as it is reported; made to be killed.

python -m tests.jobs.crash_driver RECORD FILE.jsonl
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from onix.jobs import keeping
from onix.jobs.add import add
from onix.record import open_record
from tests.jobs.light import light_reader


def main() -> None:
    """Run until the end, or until killed."""
    # A shell that starts CI in the background has Ctrl-C ignored, and children inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # Small batches and other processes from the start, so that there is much to be killed in.
    keeping.PARALLEL_WORDS, keeping.BATCH_WORDS, keeping.COMMIT_WORDS = 500, 400, 800
    with open_record(Path(sys.argv[1]), create=True) as record:
        try:
            for added in add(record, [sys.argv[2]], workers=2, reader=light_reader):
                # In one piece: print would write each word alone, and Ctrl-C come between them.
                sys.stdout.write(f"{added.outcome} {added.document_id}\n")
                sys.stdout.flush()
        except KeyboardInterrupt:
            print("stopped")


if __name__ == "__main__":
    main()
