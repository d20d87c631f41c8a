"""Is the start measured on the whole command, and is nothing heavy loaded for a question?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation import start_speed
from onix.model import Document
from onix.reading import NewsReader
from onix.record import open_record

# Each of these costs a good part of the second and a half that an answer may take.
HEAVY = "spacy thinc srsly trafilatura lxml httpx scipy markdown_it py3langid torch"
ASK = """
import sys
from pathlib import Path
from onix.jobs.ask import ask
from onix.record import open_record
with open_record(Path(sys.argv[1])) as record:
    answer = ask(record, "Who signed the treaty in Geneva?")
assert answer.statements, answer
print(*(name for name in sys.argv[2].split() if name in sys.modules))
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of one article."""
    text = "GENEVA — Foreign Minister Ana Ruiz signed the treaty in Geneva on Monday. Nobody spoke."
    article = Document("a", "article", text, title="Treaty", published="2025-03-03")
    path = tmp_path / "news.onix"
    with open_record(path, create=True, write=True) as opened:
        opened.keep(list(NewsReader().read([article])))
    return path


def test_a_question_loads_nothing_heavy(record: Path) -> None:
    """What takes long to import is not imported to answer from the record."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(record), HEAVY],
        capture_output=True, text=True, check=True, env=kept,
    )  # fmt: skip
    assert done.stdout.split() == []


def test_the_whole_process_is_measured(
    record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """CPU and clock of each command are there, and the median of the runs is said to be so."""
    asked = ["--record", str(record), "--question", "Who signed the treaty?", "--runs", "1"]
    monkeypatch.setattr(sys, "argv", ["start_speed", *asked, "--json"])
    assert start_speed.main() == 0
    found = json.loads(capsys.readouterr().out)
    assert found["runs"] == 1
    for name in ("ask", "help"):
        assert 0.02 < found[f"{name}_cpu_seconds"] < 60
        assert 0.02 < found[f"{name}_wall_seconds"] < 60
    assert found["help_cpu_seconds"] < found["ask_cpu_seconds"]


def test_the_story_is_asked_when_no_record_is_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a record the bundled story is read into one, and the figures are printed in words."""
    calls: list[tuple[str, ...]] = []

    def run(arguments: tuple[str, ...]) -> tuple[float, float]:
        calls.append(arguments)
        if arguments[0] == "ask":
            with open_record(Path(arguments[-1])) as opened:
                assert opened.outlets()
        return float(len(calls)), 0.5

    monkeypatch.setattr(start_speed, "run", run)
    monkeypatch.setattr(sys, "argv", ["start_speed", "--runs", "3"])
    assert start_speed.main() == 0
    assert [call[0] for call in calls] == ["ask"] * 4 + ["--help"] * 4
    # The first run of each does not count.
    assert "ask cpu seconds      3.0" in capsys.readouterr().out
