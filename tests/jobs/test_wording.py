"""Which words differ between two texts: nothing is lost, and what is the same is not shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.jobs import wording
from onix.jobs.wording import Run, differences, is_same


def words(runs: list[wording.Paragraph], *kinds: str) -> list[str]:
    """Give the words of the runs of these kinds."""
    text = "\n".join("".join(each.text for each in some if each.kind in kinds) for some in runs)
    return text.split()


def test_a_changed_word_is_taken_out_and_put_in() -> None:
    """What stands around it is the same, and the paragraphs after it are not touched."""
    found = differences("He came five times.\n\nThe end.", "He came three times.\n\nThe end.")
    assert found == [
        (Run("same", "He came "), Run("out", "five"), Run("in", "three"), Run("same", " times.")),
        (Run("same", "The end."),),
    ]
    assert [is_same(each) for each in found] == [False, True]


def test_a_paragraph_that_was_added_stands_alone() -> None:
    """A correction note is one insertion, and the text before it is the same."""
    found = differences("One.\nTwo.", "One.\nTwo.\nCorrection: it was three.")
    assert found[-1] == (Run("in", "Correction: it was three."),)
    assert [is_same(each) for each in found] == [True, True, False]


def test_small_words_between_two_changes_are_part_of_them() -> None:
    """A change is read as a phrase, not as single words with an "of" in between."""
    (found,) = differences("the mayor of Calder spoke", "the head of Sorrin spoke")
    assert found == (
        Run("same", "the "),
        Run("out", "mayor of Calder"),
        Run("in", "head of Sorrin"),
        Run("same", " spoke"),
    )


def test_blanks_are_no_difference() -> None:
    """Texts that only break their lines otherwise are the same."""
    assert all(map(is_same, differences("One  two.\n\n\nThree.", "One two.\nThree. ")))
    assert differences("", "") == []


def test_texts_too_long_to_compare_are_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are there, the old one first."""
    monkeypatch.setattr(wording, "MOST", 3)
    (found,) = differences("a long day", "a short day")
    assert found == (
        Run("same", "a "), Run("out", "long"), Run("in", "short"), Run("same", " day")
    )  # fmt: skip


SENTENCES = st.text("ab .\n", max_size=60)


@given(SENTENCES, SENTENCES)
def test_both_texts_can_be_read_off(before: str, after: str) -> None:
    """What is the same and taken out is the old text; what is the same and put in the new one."""
    found = differences(before, after)
    assert "".join(words(found, "same", "out")) == "".join(before.split())
    assert "".join(words(found, "same", "in")) == "".join(after.split())
