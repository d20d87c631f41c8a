"""The bar is for someone who watches: nothing of it gets into a pipe or a log."""

from __future__ import annotations

import io
import sys

import pytest

from onix.cli.show_progress import progress, rate, shortened
from onix.jobs.report import Progress
from tests.cli.test_terminal import Screen


def test_nobody_watching_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a log there is no bar, nor where JSON was asked for."""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress() as report:
        assert report is None
    monkeypatch.setattr(sys, "stderr", Screen())
    with progress(quiet=True) as report:
        assert report is None


def test_the_bar_shows_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the bar says how many are done and what is being read."""
    screen = Screen()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", screen)
    with progress() as report:
        assert report is not None
        report(Progress(done=3, total=12, words=900, current="a\x1b[2Jb.html", kept=3, left_out=0))
    assert "3/12" in screen.getvalue()
    assert "ab.html" in screen.getvalue()


def test_the_rate_is_words_a_second() -> None:
    """The rate is said once there is one."""
    assert rate(36_000, 2.0) == "18,000 words/s"
    assert rate(0, 2.0) == rate(100, 0.0) == ""


def test_a_long_address_keeps_its_end() -> None:
    """What tells pages apart is the end of their address."""
    assert shortened("https://paper.example/" + "x" * 80 + "/story") == "…" + "x" * 53 + "/story"
