"""`onix serve`, `onix token` and `onix log` as they are typed, with real processes."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import socket
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from onix.cli import main
from onix.serve.keys import Keys
from onix.serve.private import FILE, Private
from tests.record.making import article, marked

PASSWORD = "a heron on the east quay"  # noqa: S105 - made up for tests


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a record of one story."""
    from onix.record import open_record

    with open_record(tmp_path / "news.onix", create=True) as record:
        record.keep([marked(article(), "Ada Brandt")])
    return tmp_path / "news.onix"


@contextmanager
def started(
    *typed: str, cwd: Path | None = None, **variables: str
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start `onix serve`, give its address and its process; stop it with Ctrl-C."""
    process = subprocess.Popen(
        [sys.executable, "-m", "onix", "serve", "--port", "0", *typed],
        stderr=subprocess.PIPE,
        text=True,
        cwd=cwd,
        env={**os.environ, **variables},
    )
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"at (http://\S+)/ ", line)
        assert found, line
        yield found[1], process
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def get(address: str, **options: object) -> httpx.Response:
    """Ask, also while the server is still starting."""
    until = time.monotonic() + 20
    while True:
        try:
            return httpx.get(address, **options)  # type: ignore[arg-type]
        except httpx.ConnectError:
            assert time.monotonic() < until
            time.sleep(0.1)  # until the server answers; it says by nothing else that it does


def test_serve_opens_the_record_and_ends_with_ctrl_c(folder: Path) -> None:
    """On this machine the record is open at once, on the port that was found."""
    with started("--record", str(folder)) as (address, process):
        assert get(f"{address}/").status_code == 200
    assert process.returncode in (0, 130, -signal.SIGINT)


def test_serve_does_not_open_a_record_to_the_network(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beyond this machine it says what to do instead of starting; so it does before a proxy."""
    for typed in (["--host", "0.0.0.0"], ["--behind-proxy", "127.0.0.1"], ["--login"]):  # noqa: S104
        assert main(["serve", "--record", str(folder), "--port", "0", *typed]) == 2
        assert "onix serve --set-password" in capsys.readouterr().err
    assert main(["serve", "--record", str(folder), "--behind-proxy", "*", "--public"]) == 2
    assert "address of the proxy" in capsys.readouterr().err


def test_public_and_the_limit_are_options(folder: Path) -> None:
    """--public lets anybody read by the names that were given, up to --rate."""
    typed = ("--record", str(folder), "--host", "0.0.0.0", "--public", "--rate", "2")  # noqa: S104
    with started(*typed, "--name", "ask.paper.example") as (address, _):
        place = address.replace("0.0.0.0", "127.0.0.1")  # noqa: S104
        named = {"Host": "ask.paper.example"}
        seen = [get(f"{place}/", headers=named).status_code for _ in range(3)]
        assert seen == [200, 200, 429]


def test_a_password_in_a_file(folder: Path, tmp_path: Path) -> None:
    """ONIX_PASSWORD_FILE sets the password at the start, and again when it has changed."""
    file = tmp_path / "password"
    for password in (PASSWORD, "another heron altogether"):
        file.write_text(password + "\n", encoding="utf-8")
        with started("--login", "--record", str(folder), ONIX_PASSWORD_FILE=str(file)) as (at, _):
            assert get(f"{at}/").status_code == 303
            sent = httpx.post(f"{at}/enter", data={"password": password})
            assert sent.headers["location"] == "/"


def test_setting_a_password_by_file(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is kept, or the sentence says why not: too short, or no such file."""
    file = tmp_path / "password"
    monkeypatch.setenv("ONIX_PASSWORD_FILE", str(file))
    typed = ["serve", "--set-password", "--record", str(folder)]
    assert main(typed) == 2
    assert "Could not read the password in" in capsys.readouterr().err
    file.write_text("short", encoding="utf-8")
    assert main(typed) == 2
    assert "has 5 characters. Take 12 or more" in capsys.readouterr().err
    file.write_text(PASSWORD, encoding="utf-8")
    assert main(typed) == 0
    assert Keys(Private(folder)).is_password(PASSWORD)
    monkeypatch.delenv("ONIX_PASSWORD_FILE")
    assert main(typed) == 2
    assert "no terminal" in capsys.readouterr().err


def test_a_password_is_asked_for_twice_and_never_shown(folder: Path) -> None:
    """At a terminal it is typed twice, without an echo; a slip is asked for again."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "onix", "serve", "--set-password", "--record", str(folder)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown = b""

    def until(words: bytes) -> None:
        nonlocal shown
        begun = len(shown)
        while words not in shown[begun:]:
            shown += os.read(ours, 1024)
        patience = time.monotonic() + 20
        while termios.tcgetattr(ours)[3] & termios.ECHO:
            assert time.monotonic() < patience, "the echo is on"
            time.sleep(0.01)  # until the echo is off, which a terminal says by a flag alone

    until(b"New password: ")
    os.write(ours, PASSWORD.encode() + b"\n")
    until(b"confirmation: ")
    os.write(ours, b"something else entirely\n")
    until(b"New password: ")
    os.write(ours, PASSWORD.encode() + b"\n")
    until(b"confirmation: ")
    os.write(ours, PASSWORD.encode() + b"\n")
    assert process.wait(timeout=30) == 0
    os.close(ours)
    assert b"heron" not in shown
    assert Keys(Private(folder)).is_password(PASSWORD)


def test_a_port_that_is_taken_is_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback: what is in the way, and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--record", str(folder), "--port", port]) == 2
    assert "Choose another port with --port" in capsys.readouterr().err


def test_tokens_are_made_listed_and_revoked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A token is printed alone, once; the list says what it may do; revoked, it is gone."""
    record = ["--record", str(folder)]
    assert main(["token", "list", *record]) == 0
    assert "No program has a token" in capsys.readouterr().err
    assert not (folder / FILE).exists()
    assert main(["token", "add", "cms", "--may", "add", "--may", "check", *record]) == 0
    secret = capsys.readouterr().out
    assert re.fullmatch(r"onix_[\w-]{43}\n", secret)
    found = Keys(Private(folder)).token(secret.strip())
    assert found is not None
    assert found.scopes == ("read", "check", "add")
    assert main(["token", "list", *record]) == 0
    assert re.search(r"^cms +read, check, add +\S+Z +\S+Z$", capsys.readouterr().out, re.M)
    assert main(["token", "list", "--json", *record]) == 0
    listed = json.loads(capsys.readouterr().out)["tokens"]
    assert [(each["name"], each["may"]) for each in listed] == [("cms", ["read", "check", "add"])]
    assert secret.strip() not in str(listed)
    assert main(["token", "add", "cms", *record]) == 2
    assert "There is a token named 'cms'" in capsys.readouterr().err
    assert main(["token", "add", "x", "--may", "own", *record]) == 2
    assert "cannot be for 'own'" in capsys.readouterr().err
    assert main(["token", "add", "site", "--json", *record]) == 0
    assert json.loads(capsys.readouterr().out)["token"].startswith("onix_")
    assert main(["token", "revoke", "cms", *record]) == 0
    assert main(["token", "revoke", "cms", *record]) == 2
    assert "no token named 'cms'" in capsys.readouterr().err
    assert Keys(Private(folder)).token(secret.strip()) is None


def test_the_log_is_a_table_or_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was done is there newest first, and steers no terminal."""
    record = ["--record", str(folder)]
    assert main(["log", *record]) == 0
    assert "Nothing was done yet" in capsys.readouterr().err
    main(["token", "add", "one", *record])
    main(["token", "revoke", "one", *record])
    capsys.readouterr()
    assert main(["log", *record]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["when", "who", "from", "did", "with"]
    assert "token one revoked" in lines[1]
    assert "token one made" in lines[2]
    assert main(["log", "--json", "--limit", "1", *record]) == 0
    entries = json.loads(capsys.readouterr().out)["entries"]
    assert [each["about"] for each in entries] == ["token one revoked"]
    from onix.serve.audit import Log

    Log(Private(folder)).write("a\x1b[31mb", "add", "c\nd")
    assert main(["log", *record]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_a_file_of_keys_that_cannot_be_read_is_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Damaged, or of a newer Onix: what it is, and what to do."""
    (folder / FILE).write_bytes(b"not a database at all" * 100)
    assert main(["token", "list", "--record", str(folder)]) == 2
    assert "cannot be used" in capsys.readouterr().err
    (folder / FILE).unlink()
    main(["token", "add", "x", "--record", str(folder)])
    Private(folder).run("PRAGMA user_version = 99")
    capsys.readouterr()
    assert main(["token", "list", "--record", str(folder)]) == 2
    assert "newer version of Onix" in capsys.readouterr().err


def test_the_bundled_story_is_served_without_a_record(tmp_path: Path) -> None:
    """--demo needs nothing, leaves nothing behind, and goes with no other record."""
    process = subprocess.Popen(
        [sys.executable, "-m", "onix", "serve", "--demo", "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    try:
        assert process.stderr is not None
        assert "bundled story" in process.stderr.readline()
        found = re.search(r"at (http://\S+)/ ", process.stderr.readline())
        assert found
        assert "Meridian Wire" in get(f"{found[1]}/").text
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
    assert not list(tmp_path.glob("onix-demo-*"))


def test_the_story_and_a_record_are_not_served_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which of them was meant is asked."""
    assert main(["serve", "--demo", "--record", str(folder)]) == 2
    assert "Leave one of them out" in capsys.readouterr().err


def test_the_browser_is_opened_when_asked(folder: Path, tmp_path: Path) -> None:
    """--open calls the browser of this machine with the address, and nothing does without it."""
    called = tmp_path / "called"
    browser = tmp_path / "xdg-open"
    browser.write_text(f'#!/bin/sh\necho "$1" > {called}\n', encoding="utf-8")
    browser.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    with started("--record", str(folder), PATH=path) as (address, _):
        assert get(f"{address}/").status_code == 200
        assert not called.exists()
    with started("--open", "--record", str(folder), PATH=path) as (address, _):
        assert get(f"{address}/").status_code == 200
        assert called.read_text(encoding="utf-8").strip() == f"{address}/"


def test_what_another_terminal_adds_is_found_without_a_restart(folder: Path) -> None:
    """`onix add` while the record is served; a story without a date is found as of today."""
    story = (
        "# Lantern fair\n\nThe lantern fair of Ostrava Bay opened with forty boats on the water."
    )
    asked = {"question": "What opened with forty boats?"}
    with started("--record", str(folder)) as (address, _):
        before = get(f"{address}/ask", params=asked, follow_redirects=True, timeout=60)
        assert "lantern fair" not in before.text
        subprocess.run(
            [sys.executable, "-m", "onix", "add", "-", "--format", "markdown",
             "--record", str(folder)],
            input=story, text=True, check=True, capture_output=True,
        )  # fmt: skip
        after = get(f"{address}/ask", params=asked, follow_redirects=True, timeout=60)
        assert "lantern fair" in after.text
        gone = get(f"{address}/ask", params={**asked, "as_of": "2025-06-01"}, timeout=60)
        assert "lantern fair" not in gone.text
        assert "1 document without a date left out" in gone.text


def test_a_server_of_no_record_answers_once_there_is_one(tmp_path: Path) -> None:
    """It starts, says how to make one, and does not have to be started again."""
    path = tmp_path / "new.onix"
    with started("--record", str(path)) as (address, process):
        assert "There is no record yet" in get(f"{address}/").text
        subprocess.run(
            [sys.executable, "-m", "onix", "demo", "--record", str(path)],
            check=True, capture_output=True,
        )  # fmt: skip
        assert "In this record" in get(f"{address}/").text
        began = time.monotonic()
    assert time.monotonic() - began < 5
    assert process.returncode in (0, 130, -signal.SIGINT)


def test_the_boxes_are_named_when_the_server_starts(folder: Path, tmp_path: Path) -> None:
    """What each answers from and where, and a name that leads to nothing, before anybody asks."""
    (tmp_path / "onix.toml").write_text(
        '[[box]]\nname = "quay"\norigins = ["https://Courier.example:443"]\n'
        'outlets = ["Lunmouth Courier", "Lunmuth Post"]\n'
    )
    with started("--record", str(folder), cwd=tmp_path) as (address, process):
        assert process.stderr is not None
        said = [process.stderr.readline() for _ in range(2)]
        found = get(f"{address}/embed/v1/quay", headers={"Origin": "https://courier.example"})
        assert found.json()["freshness"]["documents"] == 1
    assert said == [
        "onix: box quay answers from 1 document, on https://courier.example\n",
        "onix: box quay names 'Lunmuth Post', of which the record has nothing\n",
    ]


def test_a_box_for_no_site_keeps_the_server_from_starting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong stands in a sentence with the file and the box."""
    monkeypatch.chdir(tmp_path)
    Path("onix.toml").write_text('[[box]]\nname = "quay"\norigins = []\noutlets = ["Courier"]\n')
    assert main(["serve"]) == 2
    assert "No site may show box 1 (quay) in onix.toml" in capsys.readouterr().err
