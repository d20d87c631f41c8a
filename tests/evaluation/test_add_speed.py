"""Does the measurement of `add` measure: figures of a small file, memory of all processes."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

from evaluation.add_speed import family, measure, resident
from tests.jobs.light import story


def test_a_small_file_gives_every_figure(tmp_path: Path) -> None:
    """Documents and words are counted, and what it took is more than nothing."""
    data = tmp_path / "a.jsonl.gz"
    with gzip.open(data, "wt") as lines:
        for number in range(3):
            lines.write(json.dumps({"doc_id": f"d{number}", "text": story(number)}) + "\n")
    found = measure(data, documents=2, workers=1)
    assert found["documents"] == 2
    assert found["words"] == sum(len(story(number).split()) for number in range(2))
    for name in ("words_per_second", "cpu_microseconds_per_word", "record_to_text"):
        value = found[name]
        assert isinstance(value, int | float) and value > 0, name


def test_memory_counts_the_processes_that_were_started() -> None:
    """A child belongs to the family, and a process that has ended holds nothing."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert child.pid in family(os.getpid())
        assert resident(child.pid) > 0
        child.kill()
    assert resident(child.pid) == 0
