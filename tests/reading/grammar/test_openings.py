"""What stands before a sentence on its line makes no word of its tree."""

from __future__ import annotations

import pytest

from onix.reading.grammar.openings import opening
from onix.reading.neural.syntax import Parser


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("11.55 BREAKING: ", "Ann Lund has resigned."),
        ("[9:07 am] – ", "Ann Lund has resigned."),
        ("UPDATE: ", "The mill is open again."),
        ("7. ", "The owner shall pay a fine."),
        ("Q: ", "Did she know?"),
        ("HOST: ", "She did know."),
        ("(TNN) ", "The mill is open again."),
        ("9:10 pm ET April 12, 2026 Share this update ", "The mill is open again."),
        ("8:05 p.m. ET, April 12, 2026 ", "Waves take the pier."),
        ("Ann Lund/AP ", "Waves take the pier."),
        ("Odd Lund/Harbour Post/Getty Images ", "The mill is open again."),
        ("Ann Lund via Reuters ", "Waves take the pier."),
        ("", "AFP/Getty Images said so."),
        ("", "Ann Lund: we stay"),
        ("", "12.5 metres were sold."),
        ("", "BREAKING waves took the pier."),
    ],
)
def test_hours_rubrics_numbers_labels_and_credits_open_a_line(before: str, sentence: str) -> None:
    """A name before a colon may be a headline's, and a figure the subject."""
    assert opening(before + sentence) == len(before)


def test_the_words_of_a_tree_keep_their_places() -> None:
    """The subject of what is reported is who did it, and not the rubric."""
    text = "11.55 BREAKING: Ann Lund has resigned."
    (tree,) = Parser().parse([text])
    assert [text[each.start : each.end] for each in tree.words] == [w.text for w in tree.words]
    subjects = [each.text for each in tree.words if each.label == "nsubj"]
    assert subjects == ["Lund"]
