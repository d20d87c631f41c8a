"""Whom "Lund's lawyer" means, once the text has said who that is."""

from __future__ import annotations

import pytest

from tests.reading.speakers.test_families import said


@pytest.mark.parametrize(
    "brought_in",
    [
        "Peter Ash was charged on Monday. His lawyer, Anna Sorel, said he was innocent.",
        "Peter Ash’s lawyer, Anna Sorel, said he was innocent.",
        "A lawyer for Peter Ash, Anna Sorel, said he was innocent.",
        "Anna Sorel, a lawyer for Peter Ash, said he was innocent.",
        "The town knew Peter Ash. Anna Sorel, Ash’s defence lawyer, said he was innocent.",
    ],
)
@pytest.mark.parametrize("words", ["Ash’s lawyer", "Mr Ash’s lawyer"])
def test_whoever_was_brought_in_as_his_lawyer_is_his_lawyer(brought_in: str, words: str) -> None:
    """By whatever words the text has said whose lawyer she is."""
    text = f"{brought_in} Mark Dunn was silent.\n\n“He was at home,” {words} said."
    assert said(text)[words] == "Anna Sorel"


@pytest.mark.parametrize(
    ("brought_in", "words"),
    [
        ("Peter Ash’s lawyer, Anna Sorel, said he was innocent. Mark Dunn left.", "Dunn’s lawyer"),
        ("Peter Ash was there. Anna Sorel, a lawyer, said he was innocent.", "Ash’s lawyer"),
        ("Peter Ash was there. Mark Dunn left. His lawyer, Anna Sorel, left.", "Ash’s lawyer"),
    ],
)
def test_a_lawyer_may_be_anybody_s(brought_in: str, words: str) -> None:
    """Somebody else's lawyer, or one of whom it is not said whose, is not meant."""
    assert said(f"{brought_in}\n\n“He was at home,” {words} said.")[words] is None
