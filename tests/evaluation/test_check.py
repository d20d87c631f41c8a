"""The benchmark of checking reads transcripts, checks quotations and hands both to the scorer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import check

SCORER = """
def score(items, predicted, documents):
    assert [each["id"] for each in predicted] == [each["id"] for each in items]
    right = sum(a["expected"]["verdict"] == b["label"] for a, b in zip(items, predicted))
    row = {"n": len(items), "place": 1.0, "label": right / len(items), "meaning": 1.0}
    return {"quotes": len(items), "place": 1.0, "label": right / len(items),
            "false_alarms": f"0/{len(items)}", "by_class": {"number": row}}
"""
TEXT = "We will build the pier for 14 million crowns before the winter comes."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """One transcript, four quotations and a scorer."""
    (tmp_path / "score_check.py").write_text(SCORER, encoding="utf-8")
    turns = [{"speaker": "Ann Roe", "start": 0, "end": len(TEXT)}]
    tape = {"doc_id": "t", "date": "2025-03-01", "text": TEXT, "turns": turns}
    (tmp_path / "transcripts.jsonl.gz").write_text(json.dumps(tape), encoding="utf-8")
    kinds = ((TEXT, "verbatim"), (TEXT.replace("14", "15"), "altered"))
    lines = [
        {
            "id": f"q{number}",
            "cls": "number",
            "quote": kinds[number % 2][0],
            "claimed_speaker": "Ann Roe",
            "expected": {"verdict": kinds[number % 2][1], "doc_id": "t"},
        }
        for number in range(4)
    ]
    path = tmp_path / "quotes.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def test_the_scorer_gets_what_the_command_line_writes(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Verdicts come in the order of the quotations, with what each cost."""
    assert check.main(["--data", str(data), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["quotes"], found["label"], found["alarms"]) == (4, 1.0, 0)
    assert found["meaning_right"] == 1.0
    assert found["cpu_ms_a_quotation"] > 0


def test_halves_do_not_overlap(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines are counted from one; what rules are made on is not what they are scored on."""
    items = check.load(data)
    even = [each["id"] for each in check.halve(items, "even", real=False)]
    odd = [each["id"] for each in check.halve(items, "odd", real=False)]
    assert (even, odd) == (["q1", "q3"], ["q0", "q2"])
    assert check.main(["--data", str(data), "--half", "odd"]) == 0
    assert "2 quotations, 1 transcripts" in capsys.readouterr().out


def test_real_pairs_are_scored_by_their_marks() -> None:
    """The marks say where and what, the file of pairs has the words; a splice has two places."""
    marks: list[check.JSON] = [
        {
            "id": "a",
            "label": "spliced",
            "doc_id": "t",
            "start": 0,
            "end": 4,
            "second": {"start": 9},
        },
        {"id": "b", "label": "not_found", "doc_id": "t", "start": None, "end": None},
    ]
    pair = {"quote": "We will", "article": {"date": "2025-03-02"}}
    first, second = check.real_items(marks, {"a": pair, "b": pair})
    assert first["expected"]["second"] == {"doc_id": "t", "start": 9}
    assert second["expected"]["doc_id"] is None
    assert check.claims_of([first])[0].said == "2025-03-02"


def test_the_marks_of_real_pairs_hold_together() -> None:
    """Two hundred marks, each with a label and, unless it was not found, a place."""
    marks = check.load(check.GOLD)
    assert len({each["id"] for each in marks}) == len(marks) == 200
    for each in marks:
        assert each["label"] in {"verbatim", "trimmed", "altered", "spliced", "not_found"}
        assert (each["start"] is None) == (each["label"] == "not_found")
        assert each["label"] != "spliced" or each["second"]
        assert not each.keys() & {"quote", "text"}


def test_a_missing_scorer_is_named(tmp_path: Path) -> None:
    """Without the scorer beside the data, the message says where it was looked for."""
    with pytest.raises(SystemExit, match=r"score_check\.py"):
        check.load_scorer(tmp_path / "check" / "quotes.jsonl")
