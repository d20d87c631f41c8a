"""`onix add` and `onix update` at the command line: outcomes, sums, and what stops them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

import onix.jobs.add
from onix.cli import main
from onix.cli.show_added import added_block
from onix.cli.terminal import plain
from onix.jobs.report import Added, Counts, summary
from onix.record import open_record

STORY = "The harbour bridge will close on Monday, the mayor said. Repairs take a week.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with one story."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def test_what_is_added_is_said_and_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each input has one line with its outcome; the sum goes to standard error."""
    assert main(["add", "bridge.txt"]) == 0
    shown = capsys.readouterr()
    assert shown.out == "kept: bridge.txt\n"
    assert shown.err == "1 kept; 14 words.\n"
    assert main(["add", "bridge.txt"]) == 0
    assert capsys.readouterr().out.startswith("already kept")
    assert (folder / "news.onix").is_dir()


def test_a_new_record_into_which_nothing_came_leaves_no_folder(folder: Path) -> None:
    """A misspelt file or option makes none; a record that was there stays, empty or not."""
    assert main(["add", "brigde.txt"]) == 1
    assert main(["add", "bridge.txt", "--format", "vtt"]) == 1
    assert not (folder / "news.onix").exists()
    open_record(folder / "news.onix", create=True).close()
    assert main(["add", "brigde.txt"]) == 1
    assert (folder / "news.onix" / "record.sqlite").is_file()


def test_a_date_that_is_given_later_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever adds a file again with what nobody knew has that, under the same id."""
    main(["add", "bridge.txt"])
    capsys.readouterr()
    given = ["--published", "2025-05-01", "--outlet", "The Port Courier"]
    assert main(["add", "bridge.txt", *given]) == 0
    says = " ".join(capsys.readouterr().out.split())
    assert says.startswith("amended: bridge.txt (Its date 2025-05-01 and outlet The Port Courier")
    assert main(["add", "bridge.txt", "--published", "2025-05-02"]) == 0
    assert capsys.readouterr().out.endswith("(The text has not changed.)\n")


def test_one_bad_file_leaves_the_others_in(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The bad one is named with its reason and the exit code is 1; the rest is kept."""
    (folder / "empty.txt").write_text("")
    assert main(["add", ".", "--record", "r.onix"]) == 1
    shown = capsys.readouterr()
    assert "kept: bridge.txt" in shown.out
    assert "left out: " in shown.err
    assert "empty.txt" in shown.err
    assert "1 kept, 1 left out" in shown.err


def test_outcomes_are_json_where_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--json gives all outcomes with a count of each, --jsonl a line each."""
    assert main(["add", "bridge.txt", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["added"][0]["outcome"] == "kept"
    assert found["counts"]["kept"] == 1
    assert main(["add", "bridge.txt", "--jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "already kept"


def test_lines_of_a_pipe_are_added(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`onix add --jsonl < articles.jsonl` keeps each line under its id."""
    line = json.dumps({"doc_id": "b1", "text": STORY}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert main(["add", "--jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["document_id"] == "b1"


def test_nothing_named_says_what_to_name(capsys: pytest.CaptureFixture[str]) -> None:
    """`onix add` alone is answered with an example."""
    assert main(["add"]) == 2
    assert "Nothing to add. Name files" in capsys.readouterr().err


def test_ctrl_c_says_what_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped in the middle, the command says what is kept and how to go on; exit code 130."""

    def stopped(*_: object, **__: object) -> Iterator[Added]:
        yield Added("bridge.txt", "kept", "b1", words=14)
        raise KeyboardInterrupt

    monkeypatch.setattr(onix.jobs.add, "add", stopped)
    assert main(["add", "bridge.txt"]) == 130
    shown = capsys.readouterr()
    assert shown.out == "kept: bridge.txt\n"
    assert "stopped. 1 kept; 14 words. What is reported as kept is kept" in shown.err


def test_update_without_a_record_says_how_to_make_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing record is exit code 2 with the command that makes one."""
    assert main(["update"]) == 2
    assert "Make one with: onix add" in capsys.readouterr().err


def test_update_of_a_record_without_feeds_has_nothing_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record of files has nothing to fetch, and that is said, with what would."""
    assert main(["add", "bridge.txt"]) == 0
    capsys.readouterr()
    assert main(["update"]) == 0
    said = capsys.readouterr().err
    assert said.startswith("Nothing to fetch again")
    assert "Add one with: onix add ADDRESS" in said


def test_what_is_kept_already_goes_by_its_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its id helps nobody; the same text under another name says under which."""
    (folder / "copy.txt").write_text((folder / "bridge.txt").read_text("utf-8"), encoding="utf-8")
    assert main(["add", "bridge.txt"]) == 0
    capsys.readouterr()
    assert main(["add", "bridge.txt", "copy.txt"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "already kept: bridge.txt (The text has not changed.)"
    assert said[1] == "already kept: copy.txt (The same text is kept as bridge.txt.)"


def test_a_misspelt_document_is_guessed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a misspelt option is."""
    assert main(["add", "bridge.txt"]) == 0
    capsys.readouterr()
    assert main(["search", "bridge", "--in", "brigde.txt"]) == 2
    assert "Did you mean 'bridge.txt'?" in capsys.readouterr().err
    assert main(["search", "bridge", "--in", "zeppelin"]) == 2
    assert "Did you mean" not in capsys.readouterr().err


def test_an_outcome_names_what_it_is_like() -> None:
    """A near-duplicate says of what, and why."""
    added = Added("b.txt", "near-duplicate", "b", of="a", why="Most of it stands in a.")
    assert plain(added_block(added)) == "near-duplicate: b.txt (Most of it stands in a.)"


def test_what_is_left_out_is_named() -> None:
    """Also where the reason would fit any other address."""
    left_out = Added("b.txt", "left out", why="It was taken out of the record.")
    assert plain(added_block(left_out)) == "left out: b.txt: It was taken out of the record."
    told = Added("b.txt", "left out", why="Could not read b.txt: it is empty.")
    assert plain(added_block(told)) == "left out: Could not read b.txt: it is empty."


def test_the_sum_counts_each_outcome() -> None:
    """The closing sentence has every outcome that occurred, largest numbers readable."""
    counts = Counts({"kept": 1200, "left out": 2, "words": 80000})
    assert summary(counts) == "1,200 kept, 2 left out; 80,000 words."


def test_a_mail_goes_by_its_file_and_what_hangs_on_it_by_both(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that everybody sees what became of the file that was named."""
    message = EmailMessage()
    message["From"], message["Subject"] = "Press <press@harbour.example>", "Bridge"
    message["Message-ID"] = "<1@harbour.example>"
    message.set_content("The port regrets the delay.")
    message.add_attachment(STORY, filename="story.txt")
    message.add_attachment(b"MZ\0", maintype="application", subtype="x-exe", filename="a.exe")
    (folder / "release.eml").write_bytes(bytes(message))
    assert main(["add", "release.eml"]) == 1
    said = capsys.readouterr()
    assert said.out.splitlines() == ["kept: release.eml", "kept: release.eml/story.txt"]
    assert "release.eml/a.exe: it is a program" in said.err
