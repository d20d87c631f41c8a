"""`onix compare` as it is typed: text to read without colour, a page, JSON, and its exit codes."""

from __future__ import annotations

import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from onix.cli import main
from tests.jobs.compare.plans import NEW, OLD

ARTICLE = """VELL – The plan for the harbour found few friends.

Hanna Brekke, who leads the ferrymen, rejected point 5. “We need that crane,” she said.
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Two versions, as files."""
    for name, text in (("old.txt", OLD), ("new.txt", NEW), ("article.txt", ARTICLE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "old.txt"), str(tmp_path / "new.txt")]


def test_it_reads_without_colour(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Words that are gone and words that came are marked, and each change is named."""
    assert main(["compare", *files]) == 1
    shown = capsys.readouterr().out
    assert "The Port [-shall-]{+may+} dredge the north channel every spring." in shown
    assert "softened: “shall” → “may”" in shown
    assert "point 6 → 2: moved, renumbered" in shown
    assert "point 3 → 4: split" in shown
    assert "Ships must wait outside the mole.[…]" in shown
    assert "point 5: dropped" in shown
    assert "7 points → 7 points:" in shown
    assert "Outside the points:\n  [-CONFIDENTIAL DRAFT-]" in shown


def test_exit_codes_are_those_of_diff(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """0 the same, 1 different, 2 could not compare, with a sentence that says why."""
    assert main(["compare", files[0], files[0]]) == 0
    assert "The same: 7 points, nothing is different." in capsys.readouterr().out
    assert main(["compare", files[0], str(tmp_path / "none.md")]) == 2
    assert "Check the name" in capsys.readouterr().err
    assert main(["compare", files[0]]) == 2
    assert "Name two: onix compare OLD NEW" in capsys.readouterr().err
    assert main(["compare", *files, "--json", "--html"]) == 2
    assert main(["compare", "-", "-"]) == 2
    many = tmp_path / "many.jsonl"
    many.write_text('{"text": "One plan."}\n{"text": "Two plans."}\n', encoding="utf-8")
    assert main(["compare", files[0], str(many)]) == 2
    assert "holds 2 documents" in capsys.readouterr().err.splitlines()[-1]


def test_a_version_may_come_through_a_pipe(
    files: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """- is standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(NEW.encode())))
    assert main(["compare", files[0], "-"]) == 1
    assert "point 6 → 2: moved" in capsys.readouterr().out


def test_json_has_all_that_is_needed_to_rebuild_both(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The new text comes out of the old spans and the differences alone."""
    assert main(["compare", *files, "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["same"] is False
    pieces = {each["start"]: each["text"] for each in found["between"]["after"]}
    for change in (*found["changes"], *found["frames"]):
        if change["after"] is None:
            continue
        if change["before"] is None:
            pieces[change["after"]["start"]] = change["after"]["text"]
            continue
        begin, text, made, at = change["before"]["start"], change["before"]["text"], "", 0
        for edit in change["differences"]:
            made += text[at : edit["before"]["start"] - begin] + edit["after"]["text"]
            at = edit["before"]["end"] - begin
        pieces[change["after"]["start"]] = made + text[at:]
    assert "".join(pieces[start] for start in sorted(pieces)) == found["new"]["text"]


class Page(HTMLParser):
    """Collects tags, attributes and the words outside <style>."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and any address it would fetch."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.words += data


def test_the_page_needs_nothing_else_and_trusts_no_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No script, no address outside; a document's markup is shown and not obeyed."""
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    evil = "<script>alert(1)</script><img src=x>\x1b[31m"
    old.write_text(f"Plan\n\n1. Boats shall wait {evil}.\n2. Nets are dried.\n", encoding="utf-8")
    new.write_text(f"Plan\n\n1. Boats may wait {evil}.\n2. Nets are dried.\n", encoding="utf-8")
    assert main(["compare", str(old), str(new), "--html"]) == 1
    page = Page(capsys.readouterr().out)
    assert not {"script", "img", "link", "a"} & set(page.tags)
    assert page.links == []
    assert {"ins", "del"} <= set(page.tags)
    assert "<script>alert(1)</script>" in page.words
    assert "\x1b" not in page.words
    assert "softened: “shall” → “may”" in page.words


def test_who_objected_is_shown_with_where_it_stands(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In text, on the page and as JSON, from files and from a record."""
    coverage = ["--coverage", str(tmp_path / "article.txt")]
    newest = [files[1], files[0]]  # without dates the last is spoken of
    assert main(["compare", *newest, *coverage]) == 1
    shown = capsys.readouterr().out
    assert "Who objected:\n  Hanna Brekke · to new point 5 (by number)" in shown
    assert main(["compare", *newest, *coverage, "--html"]) == 1
    assert "<b>Hanna Brekke</b>" in capsys.readouterr().out
    record = str(tmp_path / "news.onix")
    assert main(["add", str(tmp_path / "article.txt"), "--record", record]) == 0
    capsys.readouterr()
    assert main(["compare", *newest, "--record", record, "--json"]) == 1
    (objection,) = json.loads(capsys.readouterr().out)["objections"][:1]
    assert (objection["who"], objection["by"]) == ("Hanna Brekke", "number")
    assert objection["points"][0]["text"].startswith("The crane")


def test_coverage_that_is_not_there_is_an_error(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says so, instead of finding no objection."""
    assert main(["compare", *files, "--coverage", str(tmp_path / "none")]) == 2
    assert "no such file" in capsys.readouterr().err
    assert main(["compare", *files, "--coverage", "https://news.example/story"]) == 2
    assert "nothing from the web" in capsys.readouterr().err


def test_articles_among_the_versions_are_refused(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the shell makes of a pattern without quotation marks; three versions are no mistake."""
    (tmp_path / "news").mkdir()
    articles = [str(tmp_path / "news" / f"{name}.txt") for name in "abc"]
    for each in articles:
        Path(each).write_text(ARTICLE, encoding="utf-8")
    assert main(["compare", *files, "--coverage", *articles]) == 2
    said = capsys.readouterr().err
    assert f"{articles[1]} stands among the versions" in said
    assert "Put a pattern in quotation marks" in said
    assert main(["compare", *files, files[0], "--coverage", articles[0]]) == 1
    beside = str(tmp_path / "article.txt")
    assert main(["compare", *files, files[0], "--coverage", beside]) == 1


def test_several_versions_show_each_points_way(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Step by step, and then in one line each."""
    last = tmp_path / "last.txt"
    last.write_text(NEW.replace("may dredge", "will not dredge"), encoding="utf-8")
    assert main(["compare", *files, str(last), "--all"]) == 1
    shown = capsys.readouterr().out
    assert "Version 2 → version 3" in shown
    assert "point 1 → point 1 (reworded) → point 1 (reworded)" in shown
    assert "point 5 → dropped" in shown
    assert main(["compare", *files, str(last), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert len(found["steps"]) == 2
    assert {len(way["points"]) for way in found["ways"]} == {3}


def test_it_says_that_nobody_objects(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else one cannot know that the articles were looked in."""
    silent = tmp_path / "silent.txt"
    silent.write_text("VELL - The plan for the harbour was read by all.\n", encoding="utf-8")
    assert main(["compare", *files, "--coverage", str(silent)]) == 1
    assert "Nobody was found who objects to a point in the article" in capsys.readouterr().err
    other = tmp_path / "other.txt"
    other.write_text("VELL - The herons are back on the mole, a warden said.\n", encoding="utf-8")
    assert main(["add", str(other), "--record", str(tmp_path / "news.onix")]) == 0
    assert main(["compare", *files, "--record", str(tmp_path / "news.onix")]) == 1
    assert "No article of the record is about this plan." in capsys.readouterr().err
