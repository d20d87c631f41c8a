"""Does the measuring of times measure? On two articles written for it, marked by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation import times

SCORER = """
def score(gold, predicted):
    pairs = list(zip(gold, predicted, strict=True))
    right = sum(
        any(g["value"] == f["value"] for f in p["times"]) for a, p in pairs for g in a["times"]
    )
    return {
        "gold": sum(len(a["times"]) for a in gold),
        "found": sum(len(p["times"]) for p in predicted),
        **dict.fromkeys(("strict", "relaxed", "type", "value"), right),
    }
"""
GOLD = [
    {
        "doc_id": "1",
        "published": "2025-11-26",
        "text": "The mayor resigned on Friday.",
        "times": [{"start": 22, "end": 28, "type": "DATE", "value": "2025-11-21"}],
    },
    {
        "doc_id": "2",
        "published": "2025-11-26",
        "text": "The bridge opened 50 years ago.",
        "times": [{"start": 18, "end": 30, "type": "DATE", "value": "1975-XX"}],
    },
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder as the benchmarks have it: the data, and the scorer one folder above."""
    folder = tmp_path / "time"
    folder.mkdir()
    (tmp_path / "score_times.py").write_text(SCORER, encoding="utf-8")
    lines = "".join(json.dumps(each) + "\n" for each in GOLD)
    (folder / "gold.jsonl").write_text(lines, encoding="utf-8")
    return folder / "gold.jsonl"


def test_values_that_are_no_timex3_are_scored_apart(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """ "1975-XX" is no TIMEX3 value: it counts in "all" and is left out of "valid"."""
    assert times.main(["--data", str(data), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["all"]["gold"], figures["all"]["found"], figures["all"]["value"]) == (2, 2, 1)
    assert (figures["valid"]["gold"], figures["valid"]["found"]) == (1, 1)
    assert figures["words"] == 11


def test_a_half_is_every_second_article(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The even half holds the first article, the odd half the second; the table says so."""
    assert times.main(["--data", str(data), "--half", "even"]) == 0
    assert "1 documents, 5 words" in capsys.readouterr().out
    assert times.main(["--data", str(data), "--half", "odd"]) == 0
    assert "gold 0 · found 0" in capsys.readouterr().out


def test_a_basis_is_told_by_how_it_begins(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What has no calendar day has no basis that counts, whatever the words are."""
    row: dict[str, Any] = {
        "doc_id": "1",
        "published": None,
        "text": "On May 4, 2019, it rained. The next day and tomorrow it was dry.",
        "times": [
            {
                "start": s,
                "end": e,
                "type": "DATE",
                "value": v,
                "earliest": d,
                "latest": d,
                "basis": b,
            }
            for s, e, v, d, b in (
                (3, 14, "2019-05-04", "2019-05-04", "written"),
                (27, 39, "2019-05-05", "2019-05-05", "mention"),
                (44, 52, "XXXX-XX-XX", None, "none"),
            )
        ],
    }
    path = data.with_name("bases.jsonl")
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert times.main(["--data", str(path), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["days"], figures["basis"]) == (100.0, 100.0)
    row["times"][0] |= {"latest": "2019-05-05", "basis": "publication"}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert times.main(["--data", str(path)]) == 0
    assert "days right 66.67 %, basis right 66.67 %" in capsys.readouterr().out


def test_the_gold_of_our_own_has_offsets_and_values_that_fit() -> None:
    """Every mark stands in its text, and its days run forward."""
    folder = Path(times.__file__).parent / "gold"
    lines = (folder / "times.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert sum(len(row["times"]) for row in rows) > 150
    for row in rows:
        for each in row["times"]:
            words = row["text"][each["start"] : each["end"]]
            assert words == words.strip() != ""
            assert times.VALID.fullmatch(each["value"]) or each["value"].startswith("P")
            assert (each["earliest"] or "") <= (each["latest"] or "")
