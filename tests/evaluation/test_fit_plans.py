"""Does learning which points are a pair carry over to plans it has not seen?"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from evaluation.fit_plans import fit, main, read, score
from evaluation.logistic import newton
from evaluation.plan_pairs import GOLD, make_pairs

WRITTEN = [
    json.loads(line)
    for line in (GOLD / "development.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_marks_are_read_into_open_points_and_twins() -> None:
    """Each pair that is marked is either one of twins or one of open points, and none else is."""
    for gold in make_pairs(9, seed=2):
        made = read(gold)
        assert made.right.shape == (len(made.left.ours), len(made.left.theirs))
        assert made.right.sum() + len(made.left.fixed) == len(gold["pairs"])


def test_what_is_learned_carries_over() -> None:
    """From some plans to others, by another hand, points are paired far better than by chance."""
    weights = fit([read(each) for each in (*WRITTEN[:7], *make_pairs(6, seed=3))])
    others = [read(each) for each in WRITTEN[-4:]]
    assert score(others, [weights] * 4)["pairs"]["f1"] > 0.9


def test_weights_are_written_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report says how it carries over; the file has weights for every sign."""
    data, out = tmp_path / "plans.jsonl", tmp_path / "pairs.json"
    data.write_text("".join(json.dumps(each) + "\n" for each in WRITTEN[4:7]), encoding="utf-8")
    assert main(["--data", str(data), "--made", "3"]) == 0
    assert not out.exists()
    assert main(["--data", str(data), "--made", "3", "--out", str(out)]) == 0
    assert set(json.loads(out.read_text("utf-8"))) == {"alike", "standing", "part"}
    assert "each without itself, all" in capsys.readouterr().out


def test_a_regression_finds_what_made_its_answers() -> None:
    """Answers drawn by known weights lead back to them, near enough; a ridge holds them back."""
    chance = np.random.default_rng(5)
    rows = np.column_stack([np.ones(4000), chance.normal(size=(4000, 2))])
    weights = np.array([-1.0, 2.0, -0.5])
    right = chance.random(4000) < 1 / (1 + np.exp(-rows @ weights))
    assert newton(rows, right, np.ones(4000), 0.1) == pytest.approx(weights, abs=0.2)
    assert np.abs(newton(rows, right, np.ones(4000), 2000.0)[1:]).max() < 1.0
