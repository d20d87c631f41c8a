"""Quotations beside a peer: the same articles, the same scorer, a process of its own."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from evaluation import quote_peers, textacy_quotes
from evaluation.quote_peers import main

SCORER = """
def score(gold, predicted):
    found = sum(len(each["quotes"]) for each in predicted)
    whole = {"f1": found}
    return {"content_words": whole, "content_exact": whole, "marked_found": found,
            "speaker_right_of_found": found, "end_to_end": len(gold[0]["quotes"])}
"""
TEXT = "“We stay,” said Ilse Varga.\n\nTom Reyes said they would."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two articles, one of their two quotations in marks, and a scorer."""
    (tmp_path / "score_quotes.py").write_text(SCORER, encoding="utf-8")
    path = tmp_path / "gold.jsonl"
    quotes = [{"content": [[0, 10]], "quoted": [[1, 9]]}, {"content": [[44, 54]]}]
    rows = [{"doc_id": str(number), "text": TEXT, "quotes": quotes} for number in range(2)]
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    return path


def test_onix_alone_is_measured_without_peers(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Attributions in quote marks are scored, and words a second of CPU are given."""
    assert main(["--data", str(data), "--documents", "1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["documents"] == 1
    assert found["systems"]["Onix"]["end_to_end"] == 1
    assert found["systems"]["Onix"]["words_a_cpu_second"] > 0
    assert found["times_as_fast"] == {}


def test_a_peer_is_asked_in_a_process_of_its_own(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it prints and writes is scored like Onix's own, and its version is kept."""
    peer = tmp_path / "evaluation" / "textacy_quotes.py"
    peer.parent.mkdir()
    peer.write_text(
        "import json, sys\n"
        "rows = [json.loads(line) for line in open(sys.argv[2])]\n"
        "assert set(rows[0]) == {'doc_id', 'text'}\n"
        "with open(sys.argv[3], 'w') as out:\n"
        "    for row in rows:\n"
        "        print(json.dumps({'document': {'id': row['doc_id']}, 'quotes': []}), file=out)\n"
        "print(json.dumps({'version': '1', 'cpu_seconds': 1, 'refused': 3}))\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(quote_peers, "environment", lambda *_: Path(sys.executable))
    monkeypatch.setattr(quote_peers, "__file__", str(peer.with_name("quote_peers.py")))
    assert main(["--data", str(data), "--peers", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "textacy, by paragraph: content_words_f1 0" in shown
    assert "version 1 · refused 3" in shown
    peer.write_text("raise SystemExit('no such model')", encoding="utf-8")
    with pytest.raises(SystemExit, match="no such model"):
        main(["--data", str(data), "--peers", str(tmp_path)])


def test_paragraphs_keep_their_place() -> None:
    """A piece begins where it stands in the article."""
    cut = textacy_quotes.pieces(TEXT, "paragraph")
    assert [TEXT[base : base + len(text)] == text for base, text in cut] == [True, True]
    assert textacy_quotes.pieces(TEXT, "document") == [(0, TEXT)]
