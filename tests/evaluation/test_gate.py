"""The gate says which figures are kept and which are not, and does not need the benchmarks."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from evaluation import figures, gate
from evaluation.gate import Reading, main, pick, readings

ENTRY: dict[str, Any] = {
    "name": "quotes",
    "script": "made_up",
    "needs": "quotes.jsonl",
    "sample": ["--limit", "2"],
    "floors": {"all.f1": 70},
    "ceilings": {"seconds": 2},
    "shows": {"F1": "all.f1", "recall": "all.recall"},
}


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of benchmarks with one file, a script that scores it, and floors for it."""
    (tmp_path / "quotes.jsonl").write_text("{}")
    (tmp_path / "made_up.py").write_text(
        "import json, sys\n"
        "assert sys.argv[1:3] == ['--data', sys.argv[2]] and sys.argv[-1] == '--json'\n"
        "print(json.dumps({'all': {'f1': 71.5}, 'seconds': len(sys.argv)}))\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "floors.json").write_text(json.dumps({"entries": [ENTRY]}))
    return tmp_path


def test_a_figure_is_found_at_its_path() -> None:
    """A dotted path leads through the JSON; what is not a number there is no figure."""
    assert pick({"all": {"f1": 70}}, "all.f1") == 70.0
    assert pick({"all": {"f1": "70"}}, "all.f1") is None
    assert pick(None, "all.f1") is None


def test_floors_and_ceilings_are_kept_or_not() -> None:
    """A figure on its floor is kept, one above its ceiling is not, and a missing one fails."""
    found = {"all": {"f1": 70}, "seconds": 2.5}
    assert [each.is_kept for each in readings(ENTRY, found)] == [True, False]
    assert [each.is_kept for each in readings(ENTRY, None)] == [False, False]
    assert str(Reading("quotes f1", 71.52, 70)) == "ok   quotes f1: 71.52 (≥ 70)"
    assert str(Reading("quotes f1", None, 70)) == "FAIL quotes f1: no such figure (≥ 70)"


def test_the_gate_fails_above_a_ceiling(bench: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One figure on the wrong side is enough for exit code 1, and both are printed."""
    assert main(["--data", str(bench), "--floors", str(bench / "floors.json")]) == 1
    shown = capsys.readouterr().out
    assert "ok   quotes all.f1: 71.5 (≥ 70)" in shown
    assert "FAIL quotes seconds: 6 (≤ 2)" in shown
    assert shown.endswith("gate: below a floor\nFAIL quotes seconds: 6 (≤ 2)\n")
    assert "quotes is measured again" in shown


def test_what_a_busy_machine_failed_once_is_measured_again(
    bench: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second reading counts, of all figures of the entry."""
    (bench / "made_up.py").write_text(
        "import json, pathlib\n"
        "at = pathlib.Path(__file__).with_suffix('.runs')\n"
        "runs = at.read_text() if at.exists() else ''\n"
        "at.write_text(runs + 'x')\n"
        "print(json.dumps({'all': {'f1': 71}, 'seconds': 1 if runs else 9}))\n"
    )
    assert main(["--data", str(bench), "--floors", str(bench / "floors.json")]) == 0
    shown = capsys.readouterr().out
    assert "FAIL quotes seconds: 9 (≤ 2)\n     quotes is measured again" in shown
    assert shown.endswith("gate: every floor is kept\n")


def test_a_script_that_breaks_fails_the_gate(
    bench: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a script says when it breaks is printed, and its figures count as missing."""
    (bench / "made_up.py").write_text("raise SystemExit('no gold here')\n")
    assert main(["--data", str(bench), "--floors", str(bench / "floors.json")]) == 1
    assert "no gold here" in capsys.readouterr().out


def test_without_benchmarks_the_gate_says_so(
    bench: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a bare machine what cannot be measured is left out by name, which is no failure."""
    monkeypatch.setenv("ONIX_BENCH", str(bench / "nowhere"))
    assert main(["--floors", str(bench / "floors.json")]) == 0
    shown = capsys.readouterr().out
    assert "Name the folder with --data or ONIX_BENCH" in shown
    assert "left out quotes: quotes.jsonl is not here" in shown


def test_every_entry_names_a_script_that_is_there() -> None:
    """floors.json holds only scripts of this project, each with a figure to show or to keep."""
    entries = json.loads(gate.FLOORS.read_text(encoding="utf-8"))["entries"]
    for entry in entries:
        assert (gate.HERE.parent / f"{entry['script'].replace('.', '/')}.py").is_file(), entry
        assert entry["shows"], entry
    assert len({entry["name"] for entry in entries}) == len(entries)


def test_figures_are_written_with_their_command(
    bench: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page says what was measured, when, on which machine, and how to measure it again."""
    monkeypatch.setattr(figures, "FLOORS", bench / "floors.json")
    page = bench / "figures.md"
    assert figures.main(["--data", str(bench), "--page", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert "`python -m made_up --data $BENCH/quotes.jsonl`" in text
    assert "| quotes | F1 | 71.5 | " in text
    assert "| quotes | recall | not measured | " in text
    assert f"Python {sys.version_info[0]}" in text


def test_what_cannot_be_measured_again_stays_on_the_page(
    bench: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A benchmark that is not here keeps the rows it had."""
    monkeypatch.setattr(figures, "FLOORS", bench / "floors.json")
    monkeypatch.setenv("ONIX_BENCH", str(bench / "nowhere"))
    page = bench / "figures.md"
    page.write_text("# Figures\n\n## quotes\n\n| quotes | F1 | 60 | once |\n", encoding="utf-8")
    assert figures.main(["--page", str(page)]) == 0
    assert "| quotes | F1 | 60 | once |" in page.read_text(encoding="utf-8")
