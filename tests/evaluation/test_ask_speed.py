"""The measurement of `ask`: it asks what it is given and counts in milliseconds."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from evaluation import ask_speed

TEXT = (
    "Energy Minister Hanna Lindqvist ordered a review of the dam on Tuesday. "
    "Inspectors found 14 cracks in its northern wall, the ministry said. "
)


def test_times_are_given_for_every_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A corpus and its questions give a median and a 95th percentile of both clocks."""
    corpus = tmp_path / "corpus.jsonl.gz"
    lines = [{"doc_id": f"n{n}", "text": TEXT * 2 + f"Report {n}."} for n in range(3)]
    corpus.write_bytes(gzip.compress("".join(json.dumps(x) + "\n" for x in lines).encode()))
    questions = [{"question": "Who ordered a review of the dam?"}] * 14
    (tmp_path / "questions_dev.json").write_text(json.dumps({"questions": questions}))
    assert ask_speed.main(["--data", str(corpus), "--documents", "2", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["documents"] == 2
    assert found["questions"] == 4
    assert 0 < found["wall_p50_ms"] <= found["wall_p95_ms"]
    assert 0 < found["cpu_p50_ms"] <= found["cpu_p95_ms"]
