"""The fit of what a reading is to be trusted: what goes with being right gets weight."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import fit_trust
from evaluation.fit_trust import Asked, best_limit, fit

ARTICLE = {
    "id": "x", "title": "Ferry sinks", "outlet": "The Post", "published": "2025-03-01",
    "text": "The ferry Alma sank off Norway on Monday. Its captain, Jonas Reed, was rescued.",
    "questions": [
        {
            "question": "Who was the captain of the Alma?", "kind": "who", "unanswerable": False,
            "sentence": "Its captain, Jonas Reed, was rescued.", "answers": ["Jonas Reed"],
            "stance": None,
        },
        {
            "question": "Was the captain rescued?", "kind": "yes/no", "unanswerable": False,
            "sentence": "Its captain, Jonas Reed, was rescued.", "answers": ["was rescued"],
            "stance": "yes",
        },
        {
            "question": "Who built the Alma?", "kind": "near miss", "unanswerable": True,
            "sentence": None, "answers": [], "stance": None,
        },
    ],
}  # fmt: skip


def test_weights_follow_what_goes_with_being_right() -> None:
    """A feature of the right ones gets a weight above 0, one of the wrong ones below."""
    rows = [{"": 1.0, "good": 1.0}] * 30 + [{"": 1.0, "bad": 2.0}] * 30
    weights = fit(rows, [True] * 30 + [False] * 30)
    assert weights["good"] > 0 > weights["bad"]


def test_the_limit_is_where_answering_beats_refusing() -> None:
    """Right readings score 2 and wrong ones -1: the limit lies between."""
    right = Asked([{"x": 2.0}], [True], unanswerable=False)
    wrong = Asked([{"x": -1.0}], [False], unanswerable=True)
    limit, share = best_limit([right, wrong] * 10, {"x": 1.0})
    assert -1.0 < limit <= 2.0
    assert share == 1.0


def test_articles_become_weights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command asks every question and writes the weights."""
    data, out = tmp_path / "articles.jsonl", tmp_path / "trust.json"
    data.write_text(json.dumps(ARTICLE))
    assert fit_trust.main(["--data", str(data), "--out", str(out)]) == 0
    weights = json.loads(out.read_text())["weights"]
    assert "other: margin" in weights and "yes/no: margin" in weights
    # Each of the three is asked of a record of its article, and of one of all articles.
    assert "of 6 questions" in capsys.readouterr().out
