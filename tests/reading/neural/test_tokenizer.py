"""Stretches of text, cut as spaCy cuts them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onix.reading.neural.pipeline import NOT_NEEDED
from onix.reading.neural.tokenizer import LONGEST_PIECE, Token, Tokenizer
from onix.reading.neural.weights import ModelFiles, find_model

# In the manner of what stands in news, and of what breaks rules of cutting.
TEXT = """
don't can't won't I'm they've we'd she'll it's O'Brien's rock'n'roll 'em ma'am y'all o'clock
U.S. U.K.'s a.m. p.m., Jan. Nov.3 Ph.D. e.g., (i.e., Inc.'s Mr. St. Louis. etc.).
$3.5m €20bn £1,000 US$5 5km 30km/h 10% 3.5-4.5 1990s '90s 9/11 24/7 2-1 1,234.5. +44 5+ 7am 7pm.
well-known state-of-the-art mid-May Russia-Ukraine pro–EU — -- --- word—word either/or and/or
"quoted" “Quoted,” ‘single’ ''double'' «French» (bracketed) [sic] {x} <b> (U.S.) ("Yes?") ?!...
http://example.org/a?b=c https://www.example.org. www.example.com, me@example.org example.com's
@handle #tag C++ AT&T R&D B.C. 1.2.3.4 10.0.0.1 192.168.0.1 file.txt end.Start end,Start a.b
:) :-) ;-( <3 ^_^ (-: =) x:y 10:30 10:30pm a=b ~5 5~ °C 5°C. 20°F. €. …and and… ..... ....
été naïve ÉCOLE. Straße. Київ. дом-2 中文。 日本 🙂 👩‍👩‍👧 a\u00a0b I\u2019m don\u2019t can\u2019t.
Ms.Smith 3rd-place 20th-century cm³ km². 5GB 4K. _under_ *bold* ***** ######## a*b 2^3 x_y
"""


@pytest.fixture(scope="module")
def spacy_cuts() -> Any:
    """SpaCy's own tokenizer."""
    import spacy

    return spacy.load(find_model(), exclude=[*NOT_NEEDED, "ner"]).tokenizer


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """Ours, with the model's rules."""
    return Tokenizer(ModelFiles().read("tokenizer"))


def test_words_are_cut_as_spacy_cuts_them(tokenizer: Tokenizer, spacy_cuts: Any) -> None:
    """Contractions, abbreviations, figures, addresses: the same tokens and norms."""
    for piece in TEXT.split():
        expected = [(token.text, token.norm_) for token in spacy_cuts(piece)]
        found = tokenizer.cut(piece)
        assert [token.text for token in found] == [text for text, _ in expected], piece
        given_norms = [(token.norm, norm) for token, (_, norm) in zip(found, expected, strict=True)]
        assert all(norm is None or norm == wanted for norm, wanted in given_norms), piece


def test_every_special_word_is_cut_as_spacy_cuts_it(tokenizer: Tokenizer, spacy_cuts: Any) -> None:
    """All words that the model lists, alone and inside brackets and quotes."""
    for word in ModelFiles().read("tokenizer")["exceptions"]:
        for piece in (word, f"({word}", f"{word})", f"“{word}”", f"{word},", f"pre-{word}"):
            if not any(letter.isspace() for letter in piece):
                expected = [token.text for token in spacy_cuts(piece)]
                assert [token.text for token in tokenizer.cut(piece)] == expected, piece


@settings(max_examples=300)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(TEXT.split()),
            st.text(
                st.sampled_from("aAzZéß09.,-'’“\"()[]:;!?$€%/&@#_*~^+=<>|\\…—–°"),
                min_size=1,
                max_size=8,
            ),
            st.text(min_size=1, max_size=4),
        ),
        min_size=1,
        max_size=3,
    )
)
@example(["(", "a.m.", ")"])
def test_any_stretch_is_cut_as_spacy_cuts_it(
    tokenizer: Tokenizer, spacy_cuts: Any, parts: list[str]
) -> None:
    """Whatever stands between two spaces, the tokens are spaCy's and lose no character."""
    for piece in "".join(parts).split():
        found = [token.text for token in tokenizer.cut(piece)]
        assert "".join(found) == piece
        assert found == [token.text for token in spacy_cuts(piece)]


def test_a_special_word_brings_its_norm(tokenizer: Tokenizer) -> None:
    """What a contraction stands for is known from the list."""
    assert tokenizer.cut("won't") == (Token("wo", "will"), Token("n't", "not"))


def test_a_giant_stretch_is_one_token(tokenizer: Tokenizer) -> None:
    """What no tokenizer should look into is left whole."""
    piece = "(" * (LONGEST_PIECE + 1)
    assert tokenizer.cut(piece) == (Token(piece, None),)


def test_what_is_remembered_is_bounded(
    tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many different stretches do not fill the memory, and are cut all the same."""
    monkeypatch.setattr("onix.reading.neural.tokenizer.REMEMBERED", 5)
    assert all(tokenizer.cut(f"w{number},")[1].text == "," for number in range(20))
    assert len(tokenizer._known) <= 5
