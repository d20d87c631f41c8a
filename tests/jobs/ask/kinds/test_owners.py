"""Whose something is: who has it, and not what it is called or who stands near."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.owners import with_owners
from tests.jobs.ask.asking import asked, seen
from tests.jobs.ask.test_edges import read


@pytest.mark.parametrize(
    ("question", "sentence", "words", "right"),
    [
        ("Whose deputy resigned?", "Roth's deputy, Eva Lind, resigned.", "Eva Lind", "Roth"),
        ("Whose deputy resigned?", "The deputy of Ann Roth resigned.", "The deputy", "Ann Roth"),
        ("Whose deputy resigned?", "Lind, Dahl's friend, resigned.", "Lind", "Lind"),
        ("Whose deputy resigned?", "Ann Roth said her deputy had.", "Ann Roth", "Ann Roth"),
        ("Which deputy resigned?", "Roth's deputy, Eva Lind, resigned.", "Eva Lind", "Eva Lind"),
    ],
)
def test_whoever_has_it_is_the_answer(question: str, sentence: str, words: str, right: str) -> None:
    """Of the very thing that is asked about."""
    (found,) = with_owners(asked(question), [read(sentence, words)], seen())
    assert found.span is not None
    assert found.span.text == right
