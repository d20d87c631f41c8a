"""How fast `onix add` is, how much memory it takes, and how large the record becomes.

    python -m evaluation.add_speed --data corpus.jsonl.gz [--documents N] [--record PATH] [--json]

Words are what `str.split` gives. CPU is that of this process and of all that read for it; it is
what tells, because the wall clock also measures whatever else the machine is doing. Memory is the
largest sum of the resident sets of these processes (pages they share count in each), looked at
ten times a second. The record is measured after it is closed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import shutil
import tempfile
import threading
import time
from collections import Counter
from itertools import islice
from pathlib import Path

from evaluation.running import run_script
from onix.jobs.add import add
from onix.record import open_record

MEGABYTE = 1_000_000


class Memory(threading.Thread):
    """Watches the memory of this process and of those it started; read `peak` after `stop`."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._stopped = threading.Event()

    def run(self) -> None:
        """Look ten times a second."""
        while not self._stopped.wait(0.1):
            self.peak = max(self.peak, sum(map(resident, family(os.getpid()))))

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
        self.join()


def family(process: int) -> list[int]:
    """Give a process and all that it has started, as /proc knows them now."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            # The name in brackets may hold anything; what follows it is fixed.
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue  # It ended just now.
        children.setdefault(parent, []).append(int(folder.name))
    found = [process]
    for each in found:
        found += children.get(each, [])
    return found


def resident(process: int) -> int:
    """Give the bytes a process holds in memory; 0 when it has ended."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def processor_seconds() -> float:
    """Give the CPU seconds of this process and of its children that have ended."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def size_on_disk(folder: Path) -> int:
    """Give the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def first_lines(data: Path, count: int | None, into: Path) -> int:
    """Copy the first lines of a (packed) JSON Lines file; give the bytes of text in them."""
    opener = gzip.open if data.suffix == ".gz" else open
    size = 0
    with opener(data, "rt", encoding="utf-8") as lines, into.open("w", encoding="utf-8") as out:
        for line in islice(lines, count):
            size += len(json.loads(line)["text"].encode())
            out.write(line)
    return size


def measure(
    data: Path, *, documents: int | None, workers: int | None, keep: Path | None = None
) -> dict[str, object]:
    """Add the documents to a fresh record, at `keep` where that is given; give the figures."""
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder, "documents.jsonl")
        text = first_lines(data, documents, lines)
        path = keep or Path(folder, "news.onix")
        if (path / "record.sqlite").exists():
            shutil.rmtree(path)  # the record of the run before
        memory = Memory()
        memory.start()
        began, used = time.perf_counter(), processor_seconds()
        words = 0
        outcomes: Counter[str] = Counter()
        with open_record(path, create=True, write=True) as record:
            for added in add(record, [str(lines)], workers=workers):
                outcomes[added.outcome] += 1
                words += added.words
        wall, cpu = time.perf_counter() - began, processor_seconds() - used
        memory.stop()
        on_disk = size_on_disk(path)
    return {
        "documents": sum(outcomes.values()),
        "outcomes": dict(outcomes),
        "words": words,
        "cores": len(os.sched_getaffinity(0)),
        "wall_seconds": round(wall, 2),
        "words_per_second": round(words / wall),
        "cpu_seconds": round(cpu, 2),
        "cpu_microseconds_per_word": round(1e6 * cpu / words, 1),
        "peak_memory_megabytes": round(memory.peak / MEGABYTE),
        "text_megabytes": round(text / MEGABYTE, 2),
        "record_megabytes": round(on_disk / MEGABYTE, 2),
        "record_to_text": round(on_disk / text, 2),
    }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="JSON Lines, gzip or not")
    parser.add_argument("--documents", type=int, help="only the first so many")
    parser.add_argument("--record", type=Path, help="keep the record there, made anew")
    parser.add_argument("--workers", type=int, help="processes that read; one a core by default")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    arguments = parser.parse_args()
    found = measure(
        arguments.data,
        documents=arguments.documents,
        workers=arguments.workers,
        keep=arguments.record,
    )
    if arguments.json:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name.replace('_', ' '):28} {value}")
    return 0


if __name__ == "__main__":
    run_script(main)
