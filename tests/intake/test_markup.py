"""HTML fragments become lines, one a block."""

from __future__ import annotations

import json

import pytest

from onix.intake.markup import lines_of
from tests.intake.reading import why


def test_blocks_are_lines_and_what_is_inside_them_is_not() -> None:
    """Inline tags join, breaks divide, points stand with their numbers."""
    assert lines_of(
        "<p>One <b>two</b>three<br>four<!-- c --> five</p> tail "
        "<ol start=3><li>a<li><p>b</p><p>bb</p></ol><ol start=x><li>c</ol><ul><li>d</ul><li>e"
        "<pre>f\ng</pre>"
    ) == ["One twothree", "four five", "tail", "3. a", "4. b", "bb", "1. c", "d", "e", "f g"]


def test_points_with_letters_keep_them() -> None:
    """By the type of their list, as a browser draws them."""
    points = "<ol type={}><li>x<li>y</ol><ol type={} start=27><li>z</ol>"
    assert lines_of(points.format("a", "A")) == ["a. x", "b. y", "AA. z"]
    assert lines_of(points.format("I", "i")) == ["I. x", "II. y", "xxvii. z"]


def test_a_row_of_data_is_one_line_and_a_table_for_layout_is_none() -> None:
    """Results read across; columns of a page read down."""
    rows = "<tr><th>Party</th><th><p>Votes</p></th></tr><tr><td><b>Gr</b>eens<td>9<br>(2)</tr>"
    assert lines_of(f"<table>{rows}</table>") == ["Party | Votes", "Greens | 9 (2)"]
    layout = "<table><tr><td>Menu</td><td><p>One.</p><p>Two.</p><p>Three.</p></td></tr></table>"
    assert lines_of(layout) == ["Menu", "One.", "Two.", "Three."]
    assert lines_of(f"<table><tr><td>{'word ' * 99}<p>More.</p></td></tr></table>")[-1] == "More."


def test_scripts_forms_and_hidden_words_are_not_read() -> None:
    """A reader of the page does not see them either."""
    hidden = '<div hidden>a</div><p style="Display: none">b</p><i style="visibility:hidden">c</i>'
    assert lines_of(f"<p>Seen.</p><script>d()</script><form>e</form>{hidden}<p>Too.") == [
        "Seen.",
        "Too.",
    ]


def test_marks_that_a_browser_draws_are_written() -> None:
    """`<q>` is a quotation inside its sentence; one within it has single marks."""
    assert lines_of(
        "<p>It was <q>cold and <q>quite <b>dark</b></q></q>, she said. <q> Well,</q> he said: "
        "<q>“Go.”</q> <q></q>"
    ) == ["It was “cold and ‘quite dark’”, she said. “Well,” he said: “Go.”"]


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (
            "<p>She said:</p><blockquote>It is <b>late</b></blockquote>",
            ["She said:", "“It is late”"],
        ),
        (
            "<blockquote><p>It is late.</p><p>Go.</p><footer>— Ann Lee</footer></blockquote>",
            ["“It is late.", "“Go.”", "— Ann Lee"],
        ),
        (
            "<blockquote><p>It is late.</p><p>— Ann Lee</p></blockquote>",
            ["“It is late.”", "— Ann Lee"],
        ),
        ("<p>Read on.</p><blockquote><p>A tip.</p></blockquote>", ["Read on.", "A tip."]),
        ("<p>She said:</p><blockquote>“It is late.”</blockquote>", ["She said:", "“It is late.”"]),
        ("<blockquote>It is late. <cite>Ann Lee</cite></blockquote>", ["It is late. Ann Lee"]),
        ("<p>She said:</p><blockquote> </blockquote>", ["She said:"]),
    ],
)
def test_a_block_is_a_quotation_where_it_is_said_whose(block: str, lines: list[str]) -> None:
    """Above it, before a colon, or in it: its layout stands for the marks that it has not."""
    assert lines_of(block) == lines


EMPTY = ["", " \n", "<!-- a -->", "<?a?>", "\x00", "<p>\x01</p>", "<!doctype html><title>"]


@pytest.mark.parametrize("empty", [*EMPTY, "</body>", "<html><head><title>a</title></head></html>"])
def test_nothing_gives_nothing(empty: str) -> None:
    """An empty fragment, a comment, an instruction, controls."""
    assert lines_of(empty) == []


def test_one_large_json_value_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would have to be held at once; JSON Lines are read one by one."""
    monkeypatch.setattr("onix.intake.documents._LARGEST_JSON", 10)
    assert "Write it as JSON Lines" in why("a.json", json.dumps([{"text": "One."}]))
