"""`onix read` as other programs call it: JSON in, JSON out, a line a document."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from onix.cli import main

STORY = (
    "The harbour bridge will close on Monday, the mayor said.\n\n"
    "“We have no choice,” Mayor Laura Bennett told reporters.\n"
)


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put these bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_lines_in_lines_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each line's marks come out under its id; every span gives back its text."""
    lines = [{"doc_id": "a", "text": STORY}, {"id": "b", "text": STORY, "date": "2025-03-01"}]
    feed(monkeypatch, "\n".join(json.dumps(each) for each in lines).encode())
    assert main(["read", "--jsonl"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["document"]["id"] for each in found] == ["a", "b"]
    assert found[0]["document"]["text"] == STORY
    assert found[1]["document"]["published"] == "2025-03-01"
    for each in found:
        assert each["sentences"]
        for span in each["sentences"] + each["mentions"]:
            assert STORY[span["start"] : span["end"]] == span["text"]
        assert any(mention["name"] == "Laura Bennett" for mention in each["mentions"])
        assert any("no choice" in span["text"] for q in each["quotes"] for span in q["content"])


def test_one_file_is_one_json_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--json prints the marks of one file as one document, those of several as a list."""
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    assert main(["read", str(file), "--json", "--outlet", "The Port Courier"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["document"]["outlet"] == "The Port Courier"
    assert main(["read", str(file), str(file), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_what_cannot_be_read_keeps_its_place_and_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bad line gives empty lists and the reason, the next one is read, the exit code is 1."""
    feed(monkeypatch, b"not json\n" + json.dumps({"doc_id": "b", "text": STORY}).encode())
    assert main(["read", "-"]) == 1
    shown = capsys.readouterr()
    bad, good = (json.loads(line) for line in shown.out.splitlines())
    assert "line 1 is not JSON" in bad["error"]
    assert bad["quotes"] == bad["sentences"] == []
    assert good["document"]["id"] == "b"
    assert "line 1 is not JSON" in shown.err


def test_a_pipe_may_bring_an_article(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`curl … | onix read -` is read as the same page in a file is, and as `onix add -` has it."""
    piped = io.TextIOWrapper(io.BufferedReader(io.BytesIO(STORY.encode())))
    monkeypatch.setattr(sys, "stdin", piped)
    assert main(["read", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["document"]["text"] == STORY.strip()


def test_nothing_named_says_what_to_name(capsys: pytest.CaptureFixture[str]) -> None:
    """`onix read` alone does not wait for a terminal to type JSON."""
    assert main(["read"]) == 2
    assert "Nothing to read" in capsys.readouterr().err
