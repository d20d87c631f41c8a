"""Fitting the signs of candidates: what right answers have in common gets weight."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import fit_speakers
from evaluation.fit_speakers import Marked, enough, fit, shortened
from onix.reading.speakers.choices import NOBODY, Choice

TEXT = (
    "Mayor Margaret Holt opened the bridge on Monday. “It will hold,” she said. "
    "A neighbour was not asked. “Never,” he said."
)


def choice(right: str) -> Marked:
    """A choice between two, where the right one was named as the subject."""
    rows = {"A B": {"seen": 1.0}, "C D": {"seen": 1.0}, NOBODY: {"nobody": 1.0}}
    rows[right]["subject"] = 1.0
    return Marked(Choice("pronoun", (0, 2), rows), right, "a")


def test_what_the_right_ones_share_gets_weight() -> None:
    """Signs that tell get a weight, those that do not stay where they are expected."""
    weights = fit([choice("A B"), choice("C D")] * 5, 1.0, {"seen": 0.5})
    assert weights["subject"] > 1 and weights["nobody"] < 0
    assert fit([choice("A B")], 1e9, {"seen": 0.5})["seen"] == 0.5


@pytest.mark.parametrize(
    ("scored", "limit"),
    [
        ([(0.9, True)] * 50, 0.65),
        ([(0.9, True)] * 50 + [(0.8, False)] * 5, 0.81),
        ([(0.99, False)] * 5, 0.99),
    ],
)
def test_names_have_to_be_as_likely_as_keeps_wrong_ones_few(
    scored: list[tuple[float, bool]], limit: float
) -> None:
    """The least likelihood is taken from which few names are wrong."""
    assert enough(scored, "pronoun") == pytest.approx(limit, abs=0.011)


def test_shorter_paragraphs_keep_every_offset() -> None:
    """Only spaces between sentences become line ends."""
    row = {"id": "x", "text": TEXT * 5}
    short = shortened(row)["text"]
    assert short.replace("\n", " ") == row["text"] and "\n" in short


def test_marks_are_read_and_weights_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From marked texts to a file of weights of every kind."""
    quotes = [
        {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), "speaker": speaker}
        for words, speaker in (("It will hold", "Margaret Holt"), ("Never", None))
    ]
    rows = [{"id": f"{k}", "text": TEXT, "quotes": quotes, "sources": []} for k in range(5)]
    data, out = tmp_path / "marks.jsonl", tmp_path / "recall.json"
    data.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert fit_speakers.main(["--data", str(data), "--out", str(out)]) == 0
    learned = json.loads(out.read_text("utf-8"))
    assert learned.keys() == {*fit_speakers.KINDS, "enough"}
    assert learned["pronoun"]["gender leans"] > 0
    assert "pronoun: 20 marked" in capsys.readouterr().out
