"""`kill -9` at any moment of `add`: what was reported is there, and the index equals the record."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onix.record import open_record
from tests.jobs.light import story

ROUNDS = 20
DOCUMENTS = 120


def write(lines: Path, number: int) -> None:
    """Write articles that no other number has."""
    items = (
        {"doc_id": f"r{number}n{n}", "text": story(1000 * number + n)} for n in range(DOCUMENTS)
    )
    lines.write_text("".join(json.dumps(item) + "\n" for item in items))


@pytest.mark.slow
def test_nothing_reported_is_lost_when_it_is_killed(tmp_path: Path) -> None:
    """Twenty times killed while it adds to one record; after each, all that was told is kept."""
    chance = random.Random(20)  # noqa: S311 - moments, not secrets
    path = tmp_path / "news.onix"
    lines = tmp_path / "articles.jsonl"
    promised: set[str] = set()
    were_killed = 0
    for number in range(ROUNDS):
        write(lines, number)
        with subprocess.Popen(
            [sys.executable, "-m", "tests.jobs.crash_driver", str(path), str(lines)],
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            # Every fifth is killed while it starts, the others somewhere among their documents.
            if number % 5 == 4:
                time.sleep(chance.uniform(0.1, 1.2))  # any moment of its start: that is tested
            else:
                for _ in range(chance.randrange(1, DOCUMENTS)):
                    promised.add(process.stdout.readline().split()[-1])
                time.sleep(chance.uniform(0, 0.03))  # any moment of the next
            process.kill()
            # What it had printed by then was reported too; the last line may be cut off.
            rest = process.stdout.read()
            promised |= {line.split()[-1] for line in rest.splitlines(True) if line.endswith("\n")}
        were_killed += process.returncode == -signal.SIGKILL
        if path.exists():
            with open_record(path, create=True) as record:
                found = record.verify()
                assert found.is_sound, (number, found)
                missing = promised - set(record.ids())
                assert not missing, (number, missing)
    assert were_killed >= ROUNDS - 2
    assert len(promised) > 5 * DOCUMENTS


def test_ctrl_c_stops_at_once_and_quietly(tmp_path: Path) -> None:
    """Ctrl-C goes to every process of the terminal; none complains, and what was told is kept."""
    path, lines = tmp_path / "news.onix", tmp_path / "articles.jsonl"
    write(lines, 0)
    # Not measured: coverage takes a lock at each new function, and a process that Ctrl-C reaches
    # inside it waits for that lock for ever.
    unmeasured = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.jobs.crash_driver", str(path), str(lines)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=unmeasured,
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().split()[-1] for _ in range(10)]
        begun = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        rest, complaints = process.communicate(timeout=60)
        assert time.monotonic() - begun < 10
    *more, last = rest.split("\n")[:-1]
    told += [line.split()[-1] for line in more]
    assert (last, complaints, process.returncode) == ("stopped", "", 0)
    with open_record(path) as record:
        assert set(told) <= set(record.ids())
        assert len(record) < DOCUMENTS
        assert record.verify().is_sound
