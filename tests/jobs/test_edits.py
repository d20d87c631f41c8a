"""What was changed between two versions of a text, in the words of both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.jobs.edits import Edit, edits
from onix.model import Document

PAGE = "The ferry leaves at 4.\nThe council met on Tuesday.\nNobody was hurt."


def between(old: str, new: str) -> tuple[Edit, ...]:
    """Give the edits between two versions of a page."""
    return edits(Document("a", "article", old), Document("a@2", "article", new))


def said(found: tuple[Edit, ...]) -> list[tuple[str, str]]:
    """Give the words before and after."""
    return [(each.before.text, each.after.text) for each in found]


def test_changed_words_are_given_with_what_stands_around() -> None:
    """Only the words that differ, each side with its own offsets."""
    (edit,) = between(PAGE, PAGE.replace("at 4", "at 5"))
    assert (edit.before.text, edit.after.text) == ("4", "5")
    assert (edit.lead, edit.trail) == ("The ferry leaves at", "")
    assert edit.before.document_id == "a"
    assert edit.after.document_id == "a@2"


def test_words_put_in_and_struck_out_have_a_place() -> None:
    """The empty side stands where the words would be."""
    (put_in,) = between(PAGE, PAGE.replace("was hurt", "was badly hurt"))
    assert (put_in.before.text, put_in.after.text) == ("", "badly")
    assert PAGE[put_in.before.start :].startswith("hurt")
    (out,) = between(PAGE, PAGE.replace("\nThe council met on Tuesday.", ""))
    assert said((out,)) == [("The council met on Tuesday", "")]
    (last,) = between(PAGE, PAGE + " So far.")
    assert said((last,)) == [("", "So far")]


def test_marks_and_capitals_are_no_edits() -> None:
    """A page that only changed its quote marks says what it said."""
    assert between("He said “Yes”, loudly.", "He said 'YES' loudly") == ()


def test_changes_close_together_are_one() -> None:
    """A reader sees a rewritten phrase and not its single words."""
    found = between("We will not cut the crossing.", "We may still end the crossing.")
    assert said(found) == [("will not cut", "may still end")]


def test_an_edit_touches_the_words_it_changes_and_no_others() -> None:
    """Words put in touch a passage only from within."""
    page = Document("a", "article", PAGE)
    ferry, council = page.span(0, 22), page.span(23, 50)
    (edit,) = between(PAGE, PAGE.replace("at 4", "at 5"))
    assert edit.touches(ferry)
    assert not edit.touches(council)
    (put_in,) = between(PAGE, PAGE.replace("council met", "council never met"))
    assert put_in.touches(council)
    assert not put_in.touches(ferry)
    (before,) = between(PAGE, PAGE.replace("The council", "Oddly, the council"))
    assert not before.touches(council)


def test_a_very_long_line_is_one_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory has an end; what differs is said all the same."""
    monkeypatch.setattr("onix.jobs.edits._MOST", 4)
    (edit,) = between("One two three four five.", "One two six four five.")
    assert edit.before.text == "One two three four five"


@given(st.lists(st.sampled_from(["bee", "Ant.", "\n", "cow,", "dog", "4"]), max_size=14), st.data())
def test_edits_turn_one_version_into_the_other(words: list[str], data: st.DataObject) -> None:
    """Every edit has the words of both, in order; what lies between them is the same words."""
    other = data.draw(st.lists(st.sampled_from([*words, "elk", "\n"]), max_size=14))
    old, new = " ".join(words), " ".join(other)
    rebuilt: list[str] = []
    at = 0
    for edit in between(old, new):
        assert old[edit.before.start : edit.before.end] == edit.before.text
        assert new[edit.after.start : edit.after.end] == edit.after.text
        rebuilt += [old[at : edit.before.start], f" {edit.after.text} "]
        at = edit.before.end
    rebuilt.append(old[at:])

    def plain(text: str) -> list[str]:
        return text.replace(".", " ").replace(",", " ").lower().split()

    assert plain("".join(rebuilt)) == plain(new)
