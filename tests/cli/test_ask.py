"""`onix ask` and `onix demo` at the command line, on a small record and on the bundled story."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from onix.cli import main, show_demo

BRIDGE = (
    "The harbour bridge will close on Monday, Mayor Laura Bennett said on Friday.\n\n"
    "Repairs will take six weeks, according to the port authority.\n"
)


@pytest.fixture
def record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    """A folder with a record of one story."""
    monkeypatch.chdir(tmp_path)
    line = {"doc_id": "bridge", "text": BRIDGE, "title": "Bridge to close"}
    line |= {"published": "2025-02-28", "outlet": "The Port Courier"}
    Path("a.jsonl").write_text(json.dumps(line))
    assert main(["add", "a.jsonl"]) == 0
    capsys.readouterr()
    return tmp_path


def test_an_answer_is_shown_with_its_source(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence that answers is shown with the outlet and the day."""
    assert main(["ask", "Who said the harbour bridge will close?"]) == 0
    text = capsys.readouterr().out
    assert "The harbour bridge will close on Monday" in text
    assert "[1] The Port Courier · 28 February 2025 · Bridge to close" in text


def test_a_question_may_be_typed_without_quotes(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words that the shell has taken apart are one question; --json has the wire's shape."""
    assert main(["ask", "How", "long", "will", "repairs", "take?", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["question"] == "How long will repairs take?"
    assert {"as_of", "abstained", "statements", "disagreements", "origins", "looked_at"} <= set(
        found
    )
    for statement in found["statements"]:
        for span in statement["citations"]:
            assert BRIDGE[span["start"] : span["end"]] == span["text"]


def test_footnotes_are_markdown(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--footnotes prints Markdown that cites the source."""
    assert main(["ask", "Who said the harbour bridge will close?", "--footnotes"]) == 0
    assert "[^1]: Bridge to close, The Port Courier, 28 February 2025." in capsys.readouterr().out


def test_what_was_published_later_does_not_answer(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--as-of and the other filters leave documents out; a refusal is done, exit code 0."""
    assert main(["ask", "Who said the bridge will close?", "--as-of", "2025-01-01", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["as_of"] == "2025-01-01"
    assert found["abstained"]["says"]
    assert found["statements"] == []
    assert main(["ask", "Who said the bridge will close?", "--in", "Bridge to close"]) == 0
    assert main(["ask", "Who said it?", "--in", "no such story"]) == 2
    assert "no such story" in capsys.readouterr().err


def test_many_questions_are_answered_in_their_order(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each line has one line, under its id; one that holds no question says so in its place."""
    asked: list[dict[str, object]] = [
        {"id": "a", "question": "Who said the harbour bridge will close?"},
        {"id": 7, "question": ""},
        {"id": "c", "question": "How long will repairs take?", "as_of": "2025-01-01"},
        {"id": "d", "question": "When?", "as_of": 2025},
    ]
    Path("q.jsonl").write_text("\n".join(json.dumps(each) for each in asked) + "\n\nno json\n")
    assert main(["ask", "--questions", "q.jsonl", "--jsonl"]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["id"] for each in found] == ["a", "7", "c", "d", None]
    assert found[0]["question"] == asked[0]["question"]
    assert found[1]["ok"] is False
    assert "Line 2 of q.jsonl has no question" in found[1]["error"]
    assert found[2]["as_of"] == "2025-01-01"
    assert "no date" in found[3]["error"]


def test_many_questions_are_shown_under_their_headings(
    record: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --jsonl a person reads each question over its answer."""
    lines = '{"question": "How long will repairs take?"}\n{}\n'
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    assert main(["ask", "--questions", "-"]) == 1
    shown = capsys.readouterr()
    assert shown.out.startswith("? How long will repairs take?\n")
    assert "Line 2 of standard input has no question" in shown.err


@pytest.mark.parametrize("typed", [["ask"], ["ask", "Who?", "--questions", "q.jsonl"]])
def test_one_question_or_a_file_of_them(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither or both is answered with an example of each."""
    assert main(typed) == 2
    assert "onix ask 'Who was on the call?'" in capsys.readouterr().err


@pytest.mark.parametrize("data", [None, b"\xff\xfe"])
def test_questions_that_cannot_be_read_are_said(
    record: Path, data: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing file or one that is no UTF-8 is named."""
    if data is not None:
        Path("q.jsonl").write_bytes(data)
    assert main(["ask", "--questions", "q.jsonl", "--jsonl"]) == 2
    assert "the questions in q.jsonl" in json.loads(capsys.readouterr().out)["error"]


def test_one_form_of_an_answer_at_a_time(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON and footnotes together are refused, and so is one document of many answers."""
    assert main(["ask", "Who?", "--json", "--footnotes"]) == 2
    assert "Cannot print --json and --footnotes at once" in capsys.readouterr().out
    Path("many.jsonl").write_text('{"question": "Who?", "as_of": "soon"}\n', encoding="utf-8")
    assert main(["ask", "--questions", "many.jsonl", "--json"]) == 2
    assert "one a line, with --jsonl" in capsys.readouterr().out
    assert main(["ask", "--questions", "many.jsonl"]) == 1
    assert "Line 1 of" in (said := capsys.readouterr().err) and '"as_of" that is no date' in said


def test_the_demo_answers_two_questions_and_refuses_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The bundled story is loaded and asked; a kept record can be asked again."""
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "--record", "my story.onix"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("The bundled story, invented for Onix: 17 kept")
    assert text.count("\n? ") == 3
    assert text.count("\nNot in the record. ") == 1
    assert "onix ask 'Who leaked the calls?' --record 'my story.onix'\n" in text
    assert text.endswith("in the browser: onix serve --open --record 'my story.onix'\n")
    assert main(["demo", "--record", "my story.onix", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["ok"] is False
    assert main(["record", "--record", "my story.onix"]) == 0


def test_the_demo_says_what_to_type_where_onix_is_not_found_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind `make demo` nobody has an environment open: it is ".venv/bin/onix" there."""
    script = tmp_path / ".venv" / "bin" / "onix"
    script.parent.mkdir(parents=True)
    script.write_text("", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [str(script), "demo"])
    monkeypatch.setenv("PATH", "")
    assert show_demo.command() == ".venv/bin/onix"
    monkeypatch.chdir(script.parent.parent)
    assert show_demo.command() == "bin/onix"
    monkeypatch.chdir("/")
    monkeypatch.setenv("PATH", str(script.parent))
    assert show_demo.command() == "onix"
    monkeypatch.setattr(sys, "argv", ["pytest"])
    assert show_demo.command() == "onix"


def test_the_demo_is_json_where_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program reads the same: what was added, and the three answers."""
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["record"] is None
    assert len(found["answers"]) == 3
    assert list(tmp_path.iterdir()) == []


def test_what_may_not_be_opened_is_no_bug(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is closed to the user is said as that, by name."""

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "vault/r.onix")

    monkeypatch.setattr("onix.cli.looking.load", closed)
    assert main(["settings"]) == 2
    assert capsys.readouterr().err.startswith("onix: Permission denied: vault/r.onix. Check")


def test_a_bug_is_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no fault of the user's is said as such, and --debug shows the place."""

    def broken(*_: object, **__: object) -> None:
        raise ValueError("seven")

    monkeypatch.setattr("onix.cli.looking.load", broken)
    assert main(["settings"]) == 2
    assert "Something went wrong inside Onix (ValueError: seven)" in capsys.readouterr().err
    assert main(["settings", "--debug"]) == 2
    assert "in broken" in capsys.readouterr().err
