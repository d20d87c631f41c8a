"""Names: found fast, with the result that spaCy gives."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onix.reading.grammar.sentences import split
from onix.reading.neural.encoder import PAD, WordVectors
from onix.reading.neural.lexemes import Lexemes
from onix.reading.neural.network import NameNetwork
from onix.reading.neural.pipeline import NOT_NEEDED, Entity, SlowPipeline, load_pipeline
from onix.reading.neural.tokenizer import Tokenizer
from onix.reading.neural.tokens import Lexicon
from onix.reading.neural.weights import ModelFiles, find_model

ARTICLE = """LISBON (AP) — Foreign Minister Ana Ruiz of Peru didn't say on Monday if she'd meet \
Gen. Paul R. Holt's envoy, Dana Moss, in Geneva.

“We won't,” Moss told the Global Energy Forum (GEF) -- twice.  The U.N. wasn't amused; Acme Corp. \
paid $3.5 million (€3m) on Nov. 3, 2024…

\tDr. O'Neill, 54, of the University of Porto's law school: "No comment." http://example.org/a?b=c
"""


@pytest.fixture(scope="module")
def nlp() -> Any:
    """SpaCy with the model, and all that finding names needs."""
    import spacy

    return spacy.load(find_model(), exclude=list(NOT_NEEDED))


@pytest.fixture(scope="module")
def slow(nlp: Any) -> SlowPipeline:
    """The same model, run by spaCy."""
    return SlowPipeline(nlp)


@pytest.fixture
def network() -> NameNetwork:
    """Our own network, whose weights may be changed."""
    return NameNetwork(ModelFiles())


def lexicon_of(network: NameNetwork, **options: int) -> Lexicon:
    """The table of words that a network reads."""
    files = ModelFiles()
    lexemes = Lexemes(files.read("vocab/lookups.bin")["lexeme_norm"], network.encoder.attributes)
    vectors = WordVectors(lexemes, network.encoder)
    return Lexicon(Tokenizer(files.read("tokenizer")), vectors, **options)


def test_names_are_found() -> None:
    """The people, organisations and places of a plain sentence come with their labels."""
    text = "Joe Holt of Microsoft flew to Berlin."
    assert load_pipeline().is_fast
    assert load_pipeline().entities([text], [[0]]) == [
        [Entity(0, 8, "PERSON"), Entity(12, 21, "ORG"), Entity(30, 36, "GPE")]
    ]


def test_several_texts_at_once_give_what_each_gives_alone() -> None:
    """No text sees over its end into another, and an empty one has no names."""
    texts = [ARTICLE, "", "Ana", " \n", ARTICLE[:100], "Ana Ruiz", ARTICLE * 3]
    starts = [[start for start, _ in split(text)] for text in texts]
    alone = [
        load_pipeline().entities([text], [begins])[0]
        for text, begins in zip(texts, starts, strict=True)
    ]
    assert load_pipeline().entities(texts, starts) == alone
    assert load_pipeline().entities([], []) == []


def test_names_are_those_that_spacy_finds(slow: SlowPipeline) -> None:
    """The fast way changes nothing about what is found."""
    starts = [start for start, _ in split(ARTICLE)]
    expected = slow.entities([ARTICLE], [starts])
    assert not slow.is_fast
    assert len(expected[0]) > 8
    assert load_pipeline().entities([ARTICLE], [starts]) == expected


@settings(max_examples=40)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(ARTICLE.split()),
            st.text(max_size=6),
            st.sampled_from(
                [" ", "  ", "\n", "\n\n", "\t", "\u00a0", "'s", "can't", "U.S.", "(", ":-)"]
            ),
        ),
        max_size=30,
    ),
    st.sampled_from([" ", ""]),
)
@example(["Ana", "\n\n", " Ruiz", "  of ", "Peru"], "")
def test_any_text_is_read_as_spacy_reads_it(
    slow: SlowPipeline, words: list[str], between: str
) -> None:
    """Whatever a text is made of, cutting and naming are spaCy's."""
    text = between.join(words)
    starts = [start for start, _ in split(text)]
    assert load_pipeline().entities([text], [starts]) == slow.entities([text], [starts])


def test_vectors_are_those_that_spacy_computes(nlp: Any, network: NameNetwork) -> None:
    """Every token's vector in its context equals spaCy's to a ten-thousandth."""
    lexicon = lexicon_of(network)
    docs = [nlp.make_doc(text) for text in (ARTICLE, "Ana Ruiz", ARTICLE * 8)]
    expected = nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0].predict(docs)
    tokens = lexicon.tokens([doc.text for doc in docs])
    pad = np.zeros(PAD, dtype=np.intp)
    rows = np.concatenate([pad, *(part for each in tokens for part in (each.rows, pad))])
    found = network.encoder.encode(lexicon.vectors(rows))
    at = PAD
    for vectors in expected:
        assert np.abs(found[at : at + len(vectors)] - vectors).max() < 1e-4
        at += len(vectors) + PAD


def test_tokens_are_those_that_spacy_cuts(nlp: Any, network: NameNetwork) -> None:
    """Every token stands where spaCy has it, white space included."""
    lexicon = lexicon_of(network, pieces=20)
    many = " ".join(f"Holt{number} {number}th" for number in range(900))
    for text in (ARTICLE, "  a  b \n c ", "", " ", "x\n", many, ARTICLE):  # tables start anew
        (found,) = lexicon.tokens([text])
        doc = nlp.make_doc(text)
        assert found.starts.tolist() == [token.idx for token in doc]
        assert found.ends.tolist() == [token.idx + len(token) for token in doc]
        assert found.blank.tolist() == [token.is_space for token in doc]


def test_a_giant_word_is_one_token() -> None:
    """What no tokenizer should look into is passed over; the names around it are found."""
    text = "((" * 100_000 + " Joe Holt of Microsoft " + "x" * 100_000 + "\n" * 5000
    assert [text[each.start : each.end] for each in load_pipeline().entities([text], [[0]])[0]] == [
        "Joe Holt",
        "Microsoft",
    ]


def test_a_name_does_not_go_over_a_sentence() -> None:
    """Where a sentence begins, a name begins anew."""
    text = "Joe Holt Microsoft"
    (found,) = load_pipeline().entities([text], [[0, 4]])
    assert all(each.start >= 4 or each.end <= 4 for each in found)


def test_a_name_without_an_end_is_none(network: NameNetwork) -> None:
    """What the model would go on with for ever is given up, and what follows is read."""
    network._score_bias[network._continue[network._begins]] += 1000
    lexicon = lexicon_of(network)
    (tokens,) = lexicon.tokens(["Joe Holt met Ana Ruiz. " * 40])
    pad = np.zeros(PAD, dtype=np.intp)
    vectors = network.encoder.encode(lexicon.vectors(np.concatenate([pad, tokens.rows, pad])))
    no = np.zeros(len(vectors), dtype=np.bool_)
    last = no.copy()
    last[-PAD:] = True
    spans = network.spans(vectors, blank=no, last=last)
    assert all(end - start <= 65 for start, end, _ in spans)
