"""How many a served record answers: 16 clients ask and read at once, with and without additions.

    python -m evaluation.serve_load --data CORPUS.jsonl.gz [--record FOLDER] [--minutes N] [--json]

Comes in: a record of the articles of RealtimeQA, of which a copy is served, and its questions.
Goes out: requests a second, waits, CPU seconds of the server a request, its memory, errors; of
what is asked for the first time, and of a hundred pages that many ask for ("again"). The server is
a process of its own; its clients share the cores with it, which is said, not taken off.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from evaluation.ask_speed import SEED, fill, percentile
from evaluation.running import run_script
from onix.record import open_record

CLIENTS = 16
PATIENCE = 60.0
FEW = 100  # questions, and stories, that are asked for again and again
REST = 5.0  # seconds between two additions
TICKS = os.sysconf("SC_CLK_TCK")
MINUTE = 60.0


@dataclass
class Load:
    """What became of requests: seconds each waited, and what went wrong."""

    waits: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def _fields(process: int) -> list[str]:
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()


def family(process: int) -> list[int]:
    """Give a process and those that it started and that run."""
    found = [process]
    for each in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if int(_fields(int(each.name))[1]) == process:
                found.append(int(each.name))
    return found


def cpu_seconds(process: int) -> float:
    """CPU seconds that a process and those it started have used so far, all threads."""
    return sum(sum(map(int, _fields(each)[11:13])) for each in family(process)) / TICKS


def megabytes(process: int) -> float:
    """Memory that a process and those it started hold, what they share counted once."""
    found = 0
    for each in family(process):
        with contextlib.suppress(OSError):  # one that has ended meanwhile
            rows = Path(f"/proc/{each}/smaps_rollup").read_text().splitlines()
            found += next(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
    return round(found * 1024 / 1e6, 1)


async def watching(process: int, until: float) -> list[float]:
    """Give the memory after each minute, and at the end."""
    found = []
    while time.monotonic() < until:
        await asyncio.sleep(min(MINUTE, max(0.0, until - time.monotonic())))
        found.append(megabytes(process))
    return found


@contextlib.contextmanager
def server(record: Path) -> Iterator[tuple[str, int]]:
    """Serve a record as its user would; give the address and the process."""
    typed = [sys.executable, "-m", "onix", "serve", "--port", "0", "--record", str(record)]
    process = subprocess.Popen(typed, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"at (http://\S+)/ ", line)
        if found is None:
            raise SystemExit(f"The server did not start: {line}")
        yield found[1], process.pid
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


async def press(client: httpx.AsyncClient, paths: Iterator[str], seconds: float) -> Load:
    """Let all clients get one path after the other until the time is up."""
    load, until = Load(), time.monotonic() + seconds

    async def one() -> None:
        while time.monotonic() < until:
            path, began = next(paths), time.perf_counter()
            try:
                answer = await client.get(path)
            except httpx.HTTPError as problem:
                load.errors.append(f"{path}: {problem!r}")
                continue
            load.waits.append(time.perf_counter() - began)
            if answer.status_code != 200:
                load.errors.append(f"{path}: {answer.status_code}")

    await asyncio.gather(*(one() for _ in range(CLIENTS)))
    return load


async def adding(record: Path, until: float) -> tuple[int, list[str]]:
    """Add a document by the command every few seconds; give how many, and what went wrong."""
    errors: list[str] = []
    for number in itertools.count():
        if time.monotonic() >= until:
            break
        text = (
            f"# Harbour {number}\n\nMayor Ada Brandt opened quay {number} in Port Talin on Monday."
        )
        typed = ["add", "-", "--format", "markdown", "--record", str(record)]
        made = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "onix", *typed,
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        _, says = await made.communicate(text.encode())
        if made.returncode:
            errors.append(says.decode())
        await asyncio.sleep(REST)
    return number - len(errors), errors


def said(name: str, load: Load, seconds: float, cpu: float) -> dict[str, Any]:
    """The figures of one kind of load."""
    waits, count = load.waits or [0.0], max(1, len(load.waits))
    return {
        f"{name}_requests": len(load.waits),
        f"{name}_per_second": round(len(load.waits) / seconds, 1),
        f"{name}_p50_ms": round(1000 * median(waits), 1),
        f"{name}_p95_ms": percentile(waits, 0.95),
        f"{name}_cpu_ms": round(1000 * cpu / count, 1),
        f"{name}_errors": len(load.errors),
    }


async def measure(
    record: Path, questions: Sequence[str], ids: Sequence[str], minutes: float, alone: float
) -> dict[str, Any]:
    """Ask alone and read stories alone for so many seconds, then both while documents are added."""
    ask = [str(httpx.URL("/ask", params={"question": each})) for each in questions]
    read = [f"/documents/{each}" for each in ids]
    asks, reads = itertools.cycle(ask), itertools.cycle(read)
    mixed = (next(asks if number % 3 else reads) for number in itertools.count())
    found: dict[str, Any] = {"clients": CLIENTS, "cores": len(os.sched_getaffinity(0))}
    wrong: list[str] = []
    with server(record) as (address, process):
        limits = httpx.Limits(max_connections=CLIENTS)
        async with httpx.AsyncClient(
            base_url=address, limits=limits, timeout=PATIENCE, follow_redirects=True
        ) as client:
            began = time.perf_counter()
            await client.get(next(asks))
            found["first_answer_s"] = round(time.perf_counter() - began, 2)
            found["memory_start_mb"] = megabytes(process)

            async def phase(name: str, paths: Iterator[str], seconds: float) -> None:
                cpu, began = cpu_seconds(process), time.perf_counter()
                load = await press(client, paths, seconds)
                took = time.perf_counter() - began
                found.update(said(name, load, took, cpu_seconds(process) - cpu))
                wrong.extend(load.errors)

            await phase("ask", asks, alone)
            await phase("story", reads, alone)
            await phase("ask_again", itertools.cycle(ask[:FEW]), alone)
            await phase("story_again", itertools.cycle(read[:FEW]), alone)
            found["memory_warm_mb"] = megabytes(process)
            until = time.monotonic() + 60 * minutes
            added = asyncio.create_task(adding(record, until))
            watched = asyncio.create_task(watching(process, until))
            await phase("mixed", mixed, 60 * minutes)
            found["added"], not_added = await added
            wrong.extend(not_added)
            found["memory_by_minute_mb"] = memory = await watched
            found["memory_end_mb"] = memory[-1]
            # Caches fill in the first half; what still grows afterwards is never given back.
            found["memory_growth"] = round(memory[-1] / memory[(len(memory) - 1) // 2], 3)
    return found | {"errors": len(wrong), "first_errors": wrong[:3]}


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="corpus_dev.jsonl.gz")
    parser.add_argument("--record", type=Path, help="a record that is there already")
    parser.add_argument("--documents", type=int, help="else, so many articles of the corpus only")
    parser.add_argument("--minutes", type=float, default=10, help="of mixed load")
    parser.add_argument("--alone", type=float, default=20, help="seconds of each load alone")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(argv)
    asked = json.loads(options.data.with_name("questions_dev.json").read_text("utf-8"))
    questions = [each["question"] for each in asked["questions"]]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "news.onix"
        if options.record is not None:
            shutil.copytree(options.record, path)
        with open_record(path, create=options.record is None, write=True) as record:
            if options.record is None:
                fill(record, options.data, options.documents)
            ids = list(record.ids())
        chance = random.Random(SEED)  # noqa: S311 - not for secrets
        chance.shuffle(questions)
        chance.shuffle(ids)
        found = asyncio.run(measure(path, questions, ids, options.minutes, options.alone))
    if options.json:
        print(json.dumps(found, indent=1))
    else:
        for name, value in found.items():
            print(f"{name:>20}  {value}")
    return 1 if found["errors"] else 0


if __name__ == "__main__":
    run_script(main)
