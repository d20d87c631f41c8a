"""The rows that the weighing of figures and dates is fitted on, and what is printed of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.fit_signs import main, of_drafts

RECORD = {
    "doc_id": "a",
    "title": "Ferry",
    "published": "2025-06-02",
    "outlet": "Tarn Courier",
    "text": "Six of the line's eighteen ships have been out of service since June 2021, when the "
    "regulator withdrew their papers.\n\nThe line lost 40 of its captains to the railway.\n",
}
TEXT = (
    "Eleven of the line's ships lie idle because the authority took away their papers in May "
    "2023. Some 40 captains went to the railway."
)
DRAFT = {
    "draft_id": "d",
    "published": "2025-06-04",
    "text": TEXT,
    "record": ["a"],
    "errors": [
        {"kind": "figure", "start": 0, "end": 6, "text": "Eleven"},
        {
            "kind": "date",
            "start": TEXT.index("May"),
            "end": TEXT.index("2023") + 4,
            "text": "May 2023",
        },
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story with a draft that has a wrong figure and a wrong date."""
    (tmp_path / "record.jsonl").write_text(json.dumps(RECORD) + "\n", "utf-8")
    (tmp_path / "drafts.jsonl").write_text(json.dumps(DRAFT) + "\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("kind", ["figure", "date"])
def test_a_row_says_what_speaks_for_it_and_whether_it_is_wrong(folder: Path, kind: str) -> None:
    """Every row has the same signs; the planted error is a wrong one."""
    found = [each for each in of_drafts(folder) if each.kind == kind]
    assert [each.is_wrong for each in found].count(True) == 1
    assert len({tuple(each.signs) for each in found}) == 1


def test_what_each_sign_is_worth_is_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what the weights would find where they are not fitted."""
    assert main(["--data", str(folder), str(folder), "--files"]) == 0
    printed = capsys.readouterr().out
    assert '"ahead": ' in printed
    assert "figure:" in printed
    assert " of drafts, 2 wrong" in printed


def test_a_date_that_is_wrong_anyway_is_no_row(tmp_path: Path) -> None:
    """What the calendar knows is not weighed: 2 June 2025 was a Monday."""
    text = "The authority took away the papers of six ships on Tuesday, 2 June 2025."
    error = {"kind": "date", "start": 0, "end": len(text), "text": text}
    draft = {**DRAFT, "text": text, "errors": [error]}
    (tmp_path / "record.jsonl").write_text(json.dumps(RECORD) + "\n", "utf-8")
    (tmp_path / "drafts.jsonl").write_text(json.dumps(draft) + "\n", "utf-8")
    assert not any(each.is_wrong for each in of_drafts(tmp_path))
