"""The benchmark of facts counts hits of the right kind, and what hits nothing as an alarm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import facts
from onix.model import Claim, Verdict

DRAFT = "Anna Berg sold 12 boats."
ERRORS = [
    {"kind": "name", "start": 0, "end": 9, "text": "Anna Berg"},
    {"kind": "figure", "start": 15, "end": 17, "text": "12"},
]


def contradicted(kind: str, start: int, text: str) -> Verdict:
    """A finding on the draft."""
    return Verdict(Claim(kind, text, start=start), "contradicted", "")  # type: ignore[arg-type]


def test_hits_are_of_the_right_kind_and_place() -> None:
    """Another kind on the right words is a false alarm, a second finding on an error nothing."""
    verdicts = [
        contradicted("name", 5, "Berg"),
        contradicted("name", 0, "Anna"),
        contradicted("date", 15, "12"),
        Verdict(Claim("figure", "12", start=15), "not_in_record", ""),
    ]
    figures = facts.score([{"errors": ERRORS}], [verdicts])
    assert (figures["hit"], figures["planted"], figures["false_alarms"]) == (1, 2, 1)
    assert (figures["recall"], figures["precision"]) == (0.5, 0.5)
    assert figures["by_kind"]["figure"]["precision"] is None


def test_drafts_are_scored_from_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record, a draft, an error in it: found."""
    source = {
        "doc_id": "a",
        "title": "Boats",
        "published": "2025-03-01",
        "outlet": "Fjord News",
        "text": "Anna Bergman, a boat builder, sold 12 boats to the harbour last week.",
    }
    text = "Anna Bergmann, a boat builder, sold 12 boats to the harbour."
    error = {"kind": "name", "start": 0, "end": 13, "text": "Anna Bergmann"}
    draft = {
        "draft_id": "d",
        "published": "2025-03-02",
        "text": text,
        "record": ["a"],
        "errors": [error],
    }
    (tmp_path / "record.jsonl").write_text(json.dumps(source), encoding="utf-8")
    (tmp_path / "drafts.jsonl").write_text(json.dumps(draft), encoding="utf-8")
    assert facts.main(["--data", str(tmp_path), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["recall"], figures["precision"]) == (1.0, 1.0)
    assert facts.main(["--data", str(tmp_path)]) == 0
    assert "1 drafts, 1 planted errors" in capsys.readouterr().out
