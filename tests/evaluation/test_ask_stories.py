"""Stories with questions: the gold fits its texts, and the script counts what is right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.ask_questions import rows_of
from evaluation.ask_stories import DATA, main

STORY: dict[str, Any] = {
    "id": "mill",
    "articles": [
        {
            "id": "m1", "title": "Mill at Halm burns", "outlet": "Post", "published": "2026-03-02",
            "text": "The mill at Halm burned down on Sunday. Nobody was hurt.",
        },
        {
            "id": "m2", "title": "Mill is sold", "outlet": "Echo", "published": "2026-03-09",
            "text": "Jon Lind bought the mill at Halm on Friday, the town said.",
        },
    ],
    "questions": [
        {
            "question": "Who bought the mill at Halm?", "kind": "who", "unanswerable": False,
            "stance": None, "answers": ["Jon Lind"], "superseded": [], "readings": [],
            "as_of": None,
        },
        {
            "question": "Who bought the mill at Halm?", "kind": "who", "unanswerable": True,
            "stance": None, "answers": [], "superseded": [], "readings": [],
            "as_of": "2026-03-03",
        },
    ],
}  # fmt: skip


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_every_answer_stands_in_a_document_of_its_day(path: Path) -> None:
    """Word for word, in what was published by the day the question is asked as of."""
    for story in rows_of(path):
        assert len(story["questions"]) == 45
        for row in story["questions"]:
            texts = [
                each["text"]
                for each in story["articles"]
                if row["as_of"] is None or each["published"] <= row["as_of"]
            ]
            assert texts and bool(row["answers"]) >= (not row["unanswerable"])
            for answer in row["answers"]:
                assert any(answer in text for text in texts), (story["id"], row["question"])


def test_answers_are_counted_by_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One is answered, and as of an earlier day refused; both are right."""
    data = tmp_path / "few.jsonl"
    data.write_text(json.dumps(STORY) + "\n", encoding="utf-8")
    assert main(["--data", str(data), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["few"]["of"] == "2/2"
    assert main(["--data", str(data), "--show"]) == 0
    assert "few: 2/2 right" in capsys.readouterr().out
