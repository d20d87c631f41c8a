"""Words cut into the encoder's pieces: the pieces of BERT, with offsets that give back the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.reading.neural.minilm import word_pieces
from onix.reading.neural.wordpiece import WordPieces

VOCABULARY = ["[UNK]", "[CLS]", "[SEP]", "cease", "##fire", "##s", "the", ",", "5", "##0", "a"]


@pytest.fixture
def small() -> WordPieces:
    """A way of cutting words with a vocabulary small enough to see through."""
    return WordPieces(VOCABULARY)


def shown(pieces: WordPieces, text: str) -> list[tuple[str, str]]:
    """Each piece by its name, with the text it stands for."""
    found = pieces.pieces(text)
    return [
        (VOCABULARY[number], text[start:end])
        for number, start, end in zip(found.ids, found.starts, found.ends, strict=True)
    ]


def test_a_word_is_cut_into_the_longest_pieces(small: WordPieces) -> None:
    """ "Ceasefires" is three pieces that the vocabulary has, lower-cased."""
    assert shown(small, "The Ceasefires") == [
        ("the", "The"), ("cease", "Cease"), ("##fire", "fire"), ("##s", "s"),
    ]  # fmt: skip


def test_marks_stand_alone(small: WordPieces) -> None:
    """A comma inside a number is a piece of its own, as in BERT."""
    assert shown(small, "5,50") == [("5", "5"), (",", ","), ("5", "5"), ("##0", "0")]


def test_a_word_that_cannot_be_cut_is_unknown_as_a_whole(small: WordPieces) -> None:
    """No part of an unknown word is guessed at."""
    assert shown(small, "cease xyz") == [("cease", "cease"), ("[UNK]", "xyz")]
    assert shown(small, "a" * 200) == [("[UNK]", "a" * 200)]


def test_accents_and_controls_are_left_out(small: WordPieces) -> None:
    """ "Thé" with a zero-width space in it is "the"; its offsets are those of the text."""
    assert shown(small, "T\u200bhé") == [("the", "T\u200bhé")]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # As the tokenizers library of Hugging Face cuts them (0.22, bert-base-uncased).
        ("Who leaked the call?", [2040, 15748, 1996, 2655, 1029]),
        ("São Paulo’s $5.3m", [7509, 9094, 1521, 1055, 1002, 1019, 1012, 1017, 2213]),
        ("日本", [1864, 1876]),
    ],
)
def test_the_pieces_are_those_of_bert(text: str, ids: list[int]) -> None:
    """With the model's own vocabulary the numbers are those its weights were learned with."""
    assert list(word_pieces().pieces(text).ids) == ids


@given(st.text(max_size=200))
def test_offsets_lie_in_the_text_in_order(text: str) -> None:
    """Whatever the text, pieces follow one another and none is empty."""
    found = word_pieces().pieces(text)
    assert all(
        0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=False)
    )
    assert list(found.starts) == sorted(found.starts)


@given(st.text("aA5 ,\u200b\x07é’日\n", max_size=30))
def test_a_word_is_the_same_beside_any_other(text: str) -> None:
    """What stands before or behind a word, with a space between, changes none of its pieces."""
    alone, beside = word_pieces().pieces(text), word_pieces().pieces(f"Talin {text} 50")
    before, behind = word_pieces().pieces("Talin "), word_pieces().pieces("50")
    assert beside.ids == (*before.ids, *alone.ids, *behind.ids)
    kept = beside.starts[len(before.ids) : len(before.ids) + len(alone.ids)]
    assert tuple(each - len("Talin ") for each in kept) == alone.starts


@given(st.text("abzAZ059", min_size=1, max_size=12), st.text("abzAZ059", min_size=1, max_size=12))
def test_what_is_left_out_does_not_part_a_word(one: str, other: str) -> None:
    """A zero-width space inside a word leaves its pieces as they are, and its offsets apart."""
    whole, parted = (word_pieces().pieces(f"{one}{sign}{other}") for sign in ("", "\u200b"))
    assert whole.ids == parted.ids
    assert parted.ends[-1] == whole.ends[-1] + 1
