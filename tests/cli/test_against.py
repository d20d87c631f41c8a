"""`--against` as it is typed: with all the names that a shell makes of a pattern."""

from __future__ import annotations

from pathlib import Path

import pytest

from onix.cli import main
from onix.cli.against import each_named

VALUED = {"--against", "--style", "--claims", "--draft"}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("d --against a b c", "d --against a --against b --against c"),
        ("--against a b d", "--against a --against b d"),
        ("--against a d", "--against a d"),
        ("--against=a b d", "--against=a --against b d"),
        ("--against a b --style ap d", "--against a --against b --style ap d"),
        ("--against a b --claims q", "--against a --against b --claims q"),
        ("--claims=q --against a b", "--claims=q --against a --against b"),
        ("--against a --style ap d", "--against a --style ap d"),
        ("--against a b -- d", "--against a --against b -- d"),
        ("- --against a b", "- --against a --against b"),
        ("--against a b -", "--against a --against b -"),
        ("--style ap d", "--style ap d"),
        ("d --against", "d --against"),
    ],
)
def test_every_name_after_against_is_one_to_hold_against(typed: str, read: str) -> None:
    """The draft is what stands elsewhere, or the last of the names when nothing does."""
    assert each_named(typed.split(), VALUED) == read.split()


def test_a_draft_is_held_against_all_that_a_shell_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--against tapes/*.txt` works as the shell hands it over, and a file goes by its name."""
    draft, first, second = (tmp_path / each for each in ("draft.txt", "one.txt", "two.txt"))
    draft.write_text("“The ferry will sail again on Sunday,” said Ida Holm.\n", encoding="utf-8")
    first.write_text("Nobody asked about the harbour in the first hour.\n", encoding="utf-8")
    second.write_text("We say that the ferry will sail again on Sunday.\n", encoding="utf-8")
    assert main(["check", str(draft), "--against", str(first), str(second)]) == 0
    shown = capsys.readouterr().out
    assert "checked against 2 documents" in shown
    assert "· two.txt\n" in shown


def test_an_option_that_prints_takes_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    """Who writes `--html page.html` is told where the page goes."""
    assert main(["check", "draft.md", "--record", "r", "--html", "page.html"]) == 2
    said = capsys.readouterr().err
    assert "--html prints, and takes no file: onix check … --html > page.html. See:" in said
    assert main(["check", "draft.md", "--html", "page.htm"]) == 2
    assert "--html prints, and takes no file" in capsys.readouterr().err
    assert main(["quotes", "--csv", "b.csv", "--record", "r"]) == 2
    assert "onix quotes … --csv > b.csv" in capsys.readouterr().err
    assert main(["compare", "old.md", "new.md", "--html", "out.html"]) == 2
    assert "onix compare … --html > out.html" in capsys.readouterr().err
    assert main(["check", "draft.md", "--html", "page"]) == 2
    assert "--html prints, and takes no file" in capsys.readouterr().err
    assert main(["check", "draft.md", "tape.vtt"]) == 2
    assert "Name with --against" in capsys.readouterr().err
