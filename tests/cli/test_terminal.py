"""Whatever stands in a document, a terminal shows it as words and nothing else."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.cli.terminal import Piece, block, clean, is_terminal, plain, write


class Screen(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2Jb", "ab"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("a\x9b31mb", "ab"),
        ("one\r\ntwo\tthree", "one two three"),
        ("left\u202eright\u2066!", "leftright!"),
        ("“No,” she said — twice.", "“No,” she said — twice."),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
    ],
)
def test_nothing_that_steers_a_terminal_gets_through(text: str, shown: str) -> None:
    """Colours, titles, links and reversed text of a document never reach the terminal."""
    assert clean(text) == shown


@given(st.text())
def test_cleaned_text_has_no_control_characters(text: str) -> None:
    """However odd the text, no control character is left, and cleaning twice changes nothing."""
    cleaned = clean(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", cleaned)
    assert clean(cleaned) == cleaned


def test_plain_text_marks_the_answer_words() -> None:
    """In a file or a pipe the answer words stand between two pairs of asterisks, on one line."""
    made = block("It was ", Piece("Marta Olin", "answer"), " who called.", indent=2)
    assert plain(made) == "  It was **Marta Olin** who called."


def test_a_pipe_gets_one_line_a_block() -> None:
    """What is piped is not wrapped, so that it can be searched line by line."""
    stream = io.StringIO()
    write([block("word " * 60), block()], stream)
    assert stream.getvalue() == ("word " * 60).rstrip() + "\n\n"


def test_a_terminal_gets_wrapped_lines_with_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal long sentences wrap under their indent and the answer words stand out."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    screen = Screen()
    write([block("[1] ", Piece("Marta Olin", "answer"), " word" * 20, indent=2, hanging=4)], screen)
    lines = screen.getvalue().splitlines()
    assert len(lines) > 2
    assert "\x1b[1;4mMarta Olin\x1b[0m" in lines[0]
    assert all(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) <= 40 for line in lines)
    assert lines[1].startswith("      word")


def test_colours_go_when_the_reader_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR takes the colours away; the answer is still set in bold."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    screen = Screen()
    write([block(Piece("careful", "warning"), Piece("her", "answer"))], screen)
    assert "\x1b[33m" not in screen.getvalue()
    assert "\x1b[1;4mher" in screen.getvalue()


def test_a_dumb_terminal_gets_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """TERM=dumb shows no styles, so none are sent."""
    monkeypatch.setenv("TERM", "dumb")
    assert not is_terminal(Screen())
