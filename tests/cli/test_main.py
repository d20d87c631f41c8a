"""What is typed wrong is answered with what would be right; exit codes mean the same everywhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onix.cli import application, looking, main
from onix.errors import RecordError


def test_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """`onix --version` prints one line and is done."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("onix ")


def test_without_anything_typed_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """`onix` alone says what there is, as `onix --help` does."""
    assert main([]) == 0
    assert "Commands:" in capsys.readouterr().out


@pytest.mark.parametrize("columns", ["40", "80"])
def test_what_a_command_does_is_said_to_the_end(
    columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a narrow window, too, and for commands of commands."""
    monkeypatch.setenv("COLUMNS", columns)
    for command in (["--help"], ["token", "--help"], ["watch", "--help"], ["record", "--help"]):
        assert main(command) == 0
        assert "..." not in capsys.readouterr().out.partition("Commands:")[2]


@pytest.mark.parametrize(
    "name",
    sorted(
        str(each.name or each.callback.__name__)
        for each in application().registered_commands
        if each.callback
    ),
)
def test_every_command_has_help_with_examples(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The help of each command ends with lines that can be typed as they stand."""
    assert main([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Examples:" in shown
    assert f"onix {name}" in shown


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (["setings"], "Did you mean 'settings'? See: onix --help"),
        (["settings", "--jsno"], "Did you mean --json? See: onix settings --help"),
        (["--vrsion"], "Did you mean --version?"),
        (["settings", "--workers", "x"], "--workers"),
        (["settings", "--workers", "-2"], "Give a number from 0 up"),
    ],
)
def test_a_slip_is_answered_with_the_nearest(
    typed: list[str], wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A typo in a command or an option is one sentence that names the right one, exit code 2."""
    assert main(typed) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("onix: ")
    assert wanted in shown.err
    assert shown.err.count("\n") == 1


def test_an_error_is_json_where_json_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """With --json a program reads the error in the one shape it has everywhere."""
    assert main(["settings", "--json", "--workers", "-2"]) == 2
    shown = capsys.readouterr()
    found = json.loads(shown.out)
    assert found["ok"] is False
    assert found["status"] == 400
    assert "workers" in found["error"]


def test_debug_shows_the_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    """--debug shows where an error was raised, and the sentence after it."""
    assert main(["settings", "--debug", "--workers", "-2"]) == 2
    shown = capsys.readouterr().err
    assert "Traceback" in shown
    assert "onix: --workers sets" in shown


def test_settings_say_where_each_value_comes_from(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`onix settings` shows values with their origins, as text and as JSON."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONIX_RECORD", "mine.onix")
    assert main(["settings"]) == 0
    assert "record = mine.onix (ONIX_RECORD)" in capsys.readouterr().out
    assert main(["settings", "--json", "--workers", "2"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["record"] == {"value": "mine.onix", "origin": "ONIX_RECORD"}
    assert found["workers"] == {"value": 2, "origin": "--workers"}


def test_an_error_of_a_document_cannot_steer_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control characters in an error's text (a file name, a title) are not printed."""

    def fail(*_: object) -> None:
        raise RecordError("No record at \x1b[31mred\x1b[0m\x07.")

    monkeypatch.setattr(looking, "load", fail)
    assert main(["settings"]) == 2
    assert capsys.readouterr().err == "onix: No record at red.\n"


def test_stopping_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C ends with one line and exit code 130, no traceback."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(looking, "load", stop)
    assert main(["settings"]) == 130
    assert capsys.readouterr().err == "onix: stopped.\n"


def test_stopping_while_a_library_is_imported_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library in C makes an ImportError of Ctrl-C, which is no bug of ours."""

    def stop(*_: object) -> None:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt as stopped:
            raise ImportError("initialization failed") from stopped

    monkeypatch.setattr(looking, "load", stop)
    assert main(["settings"]) == 130
    assert capsys.readouterr().err == "onix: stopped.\n"


def test_stopping_before_there_is_a_command_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C while modules are loaded shows no traceback."""

    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("onix.cli.application", stop)
    assert main(["--version"]) == 130
    assert capsys.readouterr().err == "onix: stopped.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_full_disk_is_no_fault_of_onix(form: list[str], tmp_path: Path) -> None:
    """What cannot be written is said in words."""
    story = tmp_path / "story.txt"
    story.write_text("The ferry is late. The mayor has said nothing of it.", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "onix", "read", str(story), *form],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.returncode == 2
    says = ended.stderr.decode()
    assert says.startswith("onix: Could not write: No space left on device.")


def test_a_reader_that_has_gone_is_no_error(tmp_path: Path) -> None:
    """`onix … | head -1` ends quietly, whatever is left unread."""
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "onix", "settings"],
            stdout=pipe,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_asking_leaves_nothing_in_the_home_of_its_user(tmp_path: Path) -> None:
    """No library keeps a number for the machine there, or reports for its makers to be sent."""
    home, story = tmp_path / "home", tmp_path / "story.txt"
    home.mkdir()
    story.write_text("The mayor, Ada Brandt, opened the new bridge on Monday.", encoding="utf-8")
    # Where tests run for a project such reports are often held back: here they are not.
    suppressed = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "ORT_DISABLE_TELEMETRY")
    environment = {name: value for name, value in os.environ.items() if name not in suppressed}
    environment |= {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    for typed in (["add", str(story)], ["ask", "Who opened the bridge?"]):
        done = subprocess.run(
            [sys.executable, "-m", "onix", *typed, "--record", str(tmp_path / "r.onix")],
            env=environment,
            capture_output=True,
            check=True,
        )
    assert b"Ada Brandt" in done.stdout
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_any_locale_reads_and_writes_utf8(tmp_path: Path) -> None:
    """In an old locale quotation marks are no failure, and a name that is no UTF-8 is escaped."""
    name = os.fsencode(str(tmp_path)) + b"/no\xffname.txt"
    environment = os.environ | {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [os.fsencode(sys.executable), b"-m", b"onix", b"read", name],
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "no such file" in json.loads(done.stdout)["error"]
    assert b"inside Onix" not in done.stderr


def test_what_is_no_number_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody who types has to know what parsing a string is."""
    assert main(["search", "x", "--limit", "many"]) == 2
    assert "for '--limit': write a number. See: onix search --help" in capsys.readouterr().err
