"""The gold of our own for times is scored in halves, and the sample article where it is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import time_gold
from evaluation.quotes import load_scorer

SCORER = """
def score(gold, predicted):
    return {"gold": sum(len(each["times"]) for each in gold)}
"""
MARK = {"type": "DATE", "value": "2025-11-21", "earliest": "2025-11-21", "latest": "2025-11-21"}
TEXT = "He left on Friday."


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    """The benchmarks' folder with a scorer, and the sample beside it."""
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "score_times.py").write_text(SCORER, encoding="utf-8")
    return tmp_path / "bench"


def test_both_halves_and_the_sample_are_scored(bench: Path, tmp_path: Path) -> None:
    """Of the sample there are offsets only: its text is read from where it lies."""
    mark = {"start": 11, "end": 17, **MARK, "basis": "publication"}
    row = {"doc_id": "1", "published": "2025-11-26", "times": [mark]}
    (tmp_path / "times.jsonl").write_text(
        2 * (json.dumps({**row, "text": TEXT}) + "\n"), encoding="utf-8"
    )
    story = "Marsh was born on 3 May 1950 in Leeds. Marsh was born in Leeds on 5 May 1950."
    twice = {"start": len(TEXT) + 1 + story.index("3"), "end": 0}
    twice["end"] = twice["start"] + len("3 May 1950")
    second = len(TEXT) + 1 + story.index("5 May")
    beside = {"start": 0, "end": 2, "other": {"start": 3, "end": 7}}
    sample = {**row, "contradictions": [{**twice, "other": {"start": second, "end": 0}}, beside]}
    (tmp_path / "sample_times.jsonl").write_text(json.dumps(sample) + "\n", encoding="utf-8")
    (tmp_path / "sample").mkdir()
    (tmp_path / "sample" / "article.txt").write_text(f"{TEXT}\n{story}", encoding="utf-8")
    scored = time_gold.measure(
        load_scorer(bench / "score_times.py"), tmp_path / "sample" / "article.txt", tmp_path
    )
    expected = {"gold": 1, "days": 100.0, "basis": 100.0}
    contradictions = {
        "contradictions": 2, "contradictions found": 1, "contradictions beside": 0
    }  # fmt: skip
    of_sample = {**expected, **contradictions}
    assert scored == {"even": expected, "odd": expected, "sample": of_sample}


def test_without_the_sample_the_halves_are_scored(
    bench: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a machine without the sample article its line is left out."""
    assert time_gold.main(["--data", str(bench / "score_times.py")]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in shown] == ["even", "odd"]
    assert time_gold.main(["--data", str(bench / "score_times.py"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["even"]["gold"] + found["odd"]["gold"] > 150
