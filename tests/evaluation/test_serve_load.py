"""Is the load real: a server of its own, asked and read and added to?"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from evaluation import serve_load
from onix.record import open_record
from tests.record.making import article, marked


def test_a_served_record_is_asked_read_and_added_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every phase counts requests, none fails, and the record that was given stays as it was."""
    path = tmp_path / "news.onix"
    with open_record(path, create=True) as record:
        record.keep([marked(article(), "Ada Brandt")])
    (tmp_path / "questions_dev.json").write_text('{"questions": [{"question": "Who spoke?"}]}')
    typed = ["--data", str(tmp_path / "corpus.gz"), "--record", str(path)]
    typed += ["--minutes", "0.02", "--alone", "1"]
    with ThreadPoolExecutor(1) as pool:  # the browser tests keep an event loop in this thread
        assert pool.submit(serve_load.main, [*typed, "--json"]).result(120) == 0
    found = json.loads(capsys.readouterr().out)
    for name in ("ask", "story", "ask_again", "story_again", "mixed"):
        assert found[f"{name}_requests"] > 0
        assert found[f"{name}_p95_ms"] >= found[f"{name}_p50_ms"] > 0
    assert found["errors"] == 0
    assert found["added"] >= 1
    assert found["memory_by_minute_mb"][-1] > 50
    assert 0.5 < found["memory_growth"] < 2
    with open_record(path) as record:
        assert len(record) == 1
