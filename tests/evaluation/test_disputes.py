"""Is the scorer of disputes fair: what counts as both sides, and what as a false one?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation import disputes
from evaluation.disputes import Case, Scored, cases, figures, main, rgb_cases
from onix.model import Answer, Citation, Disagreement, Span, Statement


def said(text: str, *, corrected: bool = False) -> Statement:
    """A statement with one source."""
    span = Span("d", 0, len(text), text)
    return Statement(text, span, (Citation(span, corrected=corrected),))


def scored(
    *sides: str, shown: tuple[str, ...] = (), corrected: bool = False, told: bool = False
) -> Scored:
    """A case with these sides to be shown, and an answer that shows those."""
    case = Case("c", "?", (), sides, corrected)
    readings = tuple(said(each, corrected=told) for each in shown)
    apart = (Disagreement("?", readings),) if len(readings) > 1 else ()
    return Scored(case, Answer("?", statements=readings[:1], disagreements=apart))


def test_both_sides_have_to_stand_side_by_side() -> None:
    """One side is half of it, and so are two that are not those marked."""
    assert scored("9 died", "11 died", shown=("Then 9 died.", "In all 11 died.")).is_right
    assert not scored("9 died", "11 died", shown=("Then 9 died.",)).is_right
    assert not scored("9 died", "11 died", shown=("Then 9 died.", "In all 12 died.")).is_right


def test_where_nobody_differs_any_disagreement_is_false() -> None:
    """A refusal and one answer are both free of it."""
    assert scored(shown=("9 died.",)).is_right
    assert scored().is_right
    assert not scored(shown=("9 died.", "About nine died.")).is_right


def test_a_correction_has_to_be_told() -> None:
    """The corrected words, cited as corrected, and nothing against them."""
    assert scored("420", shown=("420 jobs",), corrected=True, told=True).is_right
    assert not scored("420", shown=("420 jobs",), corrected=True).is_right
    assert not scored("420", shown=("240 jobs",), corrected=True, told=True).is_right
    assert not scored("420", corrected=True).is_right


def test_the_figures_count_each_sort_apart() -> None:
    """Sides shown, corrections told, and false disputes."""
    found = figures(
        [
            scored("9", "11", shown=("9", "11")),
            scored("9", "11"),
            scored("420", shown=("420",), corrected=True, told=True),
            scored(shown=("9", "10")),
        ]
    )
    assert (found["both_shown"], found["differ"]) == (1, 2)
    assert (found["correction_told"], found["corrected"]) == (1, 1)
    assert (found["false_disputes"], found["alike"]) == (1, 1)


def test_what_is_marked_stands_in_the_articles() -> None:
    """Twenty cases where somebody differs or corrects, twenty where it only looks so."""
    some = cases()
    assert len(some) == 40
    assert sum(bool(each.readings) for each in some) == 20
    for case in some:
        texts = [each["text"] for each in case.articles]
        assert all(any(side in text for text in texts) for side in case.readings), case.id


def test_rgb_gives_a_true_text_with_a_false_one_and_two_true_ones(tmp_path: Path) -> None:
    """Its objects stand one after the other, and an answer may be told in several ways."""
    row: dict[str, Any] = {
        "id": 7,
        "query": "Who won?",
        "answer": [["Ann Lee", "Lee"]],
        "fakeanswer": "Eva Lund",
        "positive": ["Ann Lee won.", "Lee won it."],
        "positive_wrong": ["Eva Lund won."],
    }
    path = tmp_path / "rgb.json"
    path.write_text(json.dumps(row) + "\n" + json.dumps(row | {"id": 8}) + "\n", encoding="utf-8")
    found = rgb_cases(path)
    assert [each.id for each in found] == ["7-differ", "7-agree", "8-differ", "8-agree"]
    assert found[0].readings == ("Ann Lee", "Eva Lund")
    assert not found[1].readings


def test_the_script_prints_what_it_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A line for a case where it is wanted, and the figures, or one JSON document."""
    line = disputes.DATA.read_text(encoding="utf-8").splitlines()[1]
    data = tmp_path / "cases.jsonl"
    data.write_text(line + "\n", encoding="utf-8")
    given = ["--data", str(data), "--rgb", str(tmp_path / "none.json")]
    assert main([*given, "--show"]) == 0
    shown = capsys.readouterr().out
    assert "4 March ↔ Wednesday, 5 March" in shown
    assert "cases: both sides shown 1/1" in shown
    assert "rgb: left out" in shown
    assert main([*given, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["cases"]["both_shown"] == 1
