"""Whom "his wife" means: the only one who may be, else nobody."""

from __future__ import annotations

import re

import pytest

from onix.model import Mention
from onix.reading.grammar.sentences import find_sentences
from onix.reading.quotes.quotes import find_speech
from tests.reading.speakers.test_families import said
from tests.reading.speech import document

NAMES = re.compile(r"(?:Paul|Anna|Ilse|Tom) (?:Rako|Lund)|\bRako\b")


def meant(text: str) -> dict[str, str | None]:
    """Give the words that stand for somebody, with the name."""
    read = document(text)
    mentions = [
        Mention(read.span(*found.span()), "person", found[0] if " " in found[0] else None)
        for found in NAMES.finditer(text)
    ]
    _, meant = find_speech(read, find_sentences(read), mentions)
    return {each.span.text: each.name for each in meant}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Rako sang. Paul Rako left on Friday. His wife has joined him.", "Anna Rako"),
        ("Anna Rako met Paul Rako at the pier. Anna Rako said her husband was late.", "Paul Rako"),
        ("His wife, Anna Lund, sang. Paul Rako left. His wife has joined him.", "Anna Lund"),
    ],
)
def test_a_partner_is_of_the_family_or_named_as_one(text: str, name: str) -> None:
    """The family name tells, or that nobody else is said to be a wife."""
    assert name in [meant(text).get("His wife"), meant(text).get("her husband")]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Rako and Ilse Rako sang. Paul Rako left. His wife has joined him.",
        "Anna Rako sang. Paul Rako left. His sister has joined him.",
        "Anna Rako sang. The inspector and his wife left Paul Rako.",
        "Anna Rako sang. Paul Lund left. His wife has joined him.",
    ],
)
def test_a_relative_who_may_be_another_is_left_open(text: str) -> None:
    """Two of the family, a sister nobody is said to be, another’s wife, another family."""
    assert not {"His wife", "his wife", "His sister"} & meant(text).keys()


def test_he_may_be_the_husband_of_whom_the_sentence_before_told() -> None:
    """A pronoun behind "her husband" means him."""
    text = "Anna Rako met Paul Rako. Anna Rako sang. Her husband was late. He came on Friday."
    assert meant(text)["He"] == "Paul Rako"


def test_his_wife_is_whom_the_text_says_he_is_married_to() -> None:
    """By no family name, and whatever her first name sounds like."""
    text = (
        "The captain, Wiremu Boyd, who is married to Vek Tarran, claims to have seen it. "
        "His wife disputes that. “He was making toast,” she says."
    )
    assert said(text)["she"] == "Vek Tarran"


def test_his_brother_goes_on() -> None:
    """The only brother of a text who had the word has it again, whoever told something since."""
    text = (
        "Odd Lund drew maps, his brother Jens Lund told us. The 40-year-old was late, Larch Radio "
        "reported. Jens Lund called him kind. He had just moved house, his brother added."
    )
    assert said(text)["his brother"] == "Jens Lund"
