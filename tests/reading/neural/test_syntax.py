"""Sentences and questions as trees: those that spaCy makes, without spaCy."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onix.reading.neural import lexemes
from onix.reading.neural.arceager import ArcEager
from onix.reading.neural.encoder import Encoder
from onix.reading.neural.lexemes import Lexemes, shape, string_id
from onix.reading.neural.network import NameNetwork
from onix.reading.neural.parsing import SyntaxNetwork
from onix.reading.neural.syntax import Parser, Tree
from onix.reading.neural.weights import ModelFiles, Nodes, UnexpectedModelError

# Written for this test in the manner of news and of what is asked of it; all are combined.
WHO = [
    "The envoy", "Foreign Minister Ana Ruiz", "A spokesman for the port of Lisbon", "Nobody",
    "Paul R. Holt, 54, who led the talks", "The U.N.'s two envoys", "“Our side,” Moss said, and it",
    "Acme Corp. and its 1,200 workers", "What the court called a “sham”",
]  # fmt: skip
DID = [
    "told reporters on Monday that the deal was dead", "didn't fly to Peru until May 3, 2024",
    "will be questioned about the $3.5 million (€3m) that went missing", "resigned",
    "had been asked by whom the call was leaked, and why", "won 52-48 in a recount -- again",
    "said: “We won't sign. Not now.”", "is the man the police have been looking for",
    "gave the committee a list of those it had paid, officials said",
]  # fmt: skip
WHEN = [
    "", ", according to two people familiar with the matter", " after a long night in Geneva",
    ", he added", " – a first since 1998", ", though few believed it; the markets fell 2%",
    " because, as the minister put it, there was nothing left to talk about",
]  # fmt: skip
SENTENCES = [
    f"{who} {did}{when}." for who, did, when in itertools.product(WHO, DID, WHEN)
]  # 567 sentences
ASKED = ["Who", "What", "When", "Where", "Why", "How many people", "Which of the two outlets"]
QUESTIONS = [
    f"{asked} {rest}"
    for asked, rest in itertools.product(
        ASKED,
        [
            "was on the call?", "did Witkoff say about the plan?", "leaked the recordings",
            "is the deal worth?", "were the prisoners exchanged in and by whom?",
            "does Ms. Ruiz's office say it's paying for, and didn't it know?",
        ],
    )
]  # fmt: skip
ODD = [
    "",
    " ",
    "\n",
    "Yes",
    "?!",
    "  two  spaces \n\n and\tlines ",
    "a" * 400 + " b",
    "🙂 ok",
    "\u00a0x",
]


@pytest.fixture(scope="module")
def slow() -> Parser:
    """The same model, run by spaCy."""
    return Parser(fast=False)


@pytest.fixture(scope="module")
def fast() -> Parser:
    """The model, run by our own network."""
    return Parser()


def test_trees_are_those_that_spacy_makes(fast: Parser, slow: Parser) -> None:
    """Words, tags, labels and heads of 600 sentences and questions are spaCy's."""
    texts = [*SENTENCES, *QUESTIONS]
    found, expected = fast.parse(texts), slow.parse(texts)
    assert fast.is_fast
    assert not slow.is_fast
    same = [one == other for one, other in zip(found, expected, strict=True)]
    # Sums in another order may tip a choice that hangs in the balance.
    assert sum(same) >= 0.995 * len(texts), [
        text for text, is_same in zip(texts, same, strict=True) if not is_same
    ]


def test_odd_texts_have_the_trees_that_spacy_makes(fast: Parser, slow: Parser) -> None:
    """Nothing, white space, marks and giants: a tree for each, in order."""
    texts = [text for text in ODD if len(text) < 300]
    assert fast.parse(texts) == slow.parse(texts)
    assert [len(tree.words) for tree in fast.parse(ODD)][-3:] == [2, 2, 2]
    assert fast.parse(["", ""]) == [Tree(()), Tree(())]
    assert fast.parse([]) == []


_WORDS = sorted({word for sentence in (*SENTENCES, *QUESTIONS) for word in sentence.split()})


@settings(max_examples=60)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(_WORDS),
            st.sampled_from(["\n", "  ", "dep", "X", "_", "ORG", "..", "can't", "(", ")", "U.S."]),
            st.text(min_size=1, max_size=5),
        ),
        max_size=25,
    )
)
@example(["dep", "\n\n", "X", "nsubj", "LAW", "_"])
def test_any_words_get_the_tree_that_spacy_makes(
    fast: Parser, slow: Parser, words: list[str]
) -> None:
    """However little sense a text makes, it is read as spaCy reads it."""
    text = " ".join(words)
    assert fast.parse([text]) == slow.parse([text])


def test_several_texts_at_once_give_what_each_gives_alone(fast: Parser) -> None:
    """No text sees over its end into another."""
    texts = [*SENTENCES[:5], "", *QUESTIONS[:5]]
    assert fast.parse(texts) == [fast.parse([text])[0] for text in texts]


def test_a_tree_tells_what_hangs_on_what(fast: Parser) -> None:
    """Children, reach, way up and distance of a word follow from the heads."""
    (tree,) = fast.parse(["The envoy left. Nobody knew."])
    words = [word.text for word in tree.words]
    left, knew = words.index("left"), words.index("knew")
    assert [word.text for word in tree.words if word.label == "ROOT"] == ["left", "knew"]
    assert tree.children[left] == (1, 3)
    assert tree.edges[left] == (0, 3)
    assert tree.path(0) == [0, 1, 2]
    assert tree.distance(0, 3) == 3
    assert tree.distance(0, knew) == 20
    assert all("The envoy left. Nobody knew."[w.start : w.end] == w.text for w in tree.words)


def test_words_forgotten_are_found_again(fast: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of words is bounded; starting it anew changes nothing."""
    before = fast.parse(SENTENCES[:20])
    monkeypatch.setattr("onix.reading.neural.parsing.WORDS", 0)
    assert fast.parse(SENTENCES[:20]) == before
    many = " ".join(f"Holt{number}" for number in range(1500))
    assert len(fast.parse([many])[0].words) == 1500


def test_vectors_are_those_that_spacy_computes() -> None:
    """A word's numbers and its vector out of context are spaCy's."""
    import spacy

    from onix.reading.neural.weights import find_model

    nlp: Any = spacy.load(find_model(), exclude=["ner", "lemmatizer", "attribute_ruler"])
    files = ModelFiles()
    encoder = Encoder(files.nodes("tok2vec/model"))
    table = Lexemes(files.read("vocab/lookups.bin")["lexeme_norm"], encoder.attributes)
    doc = nlp.make_doc(" ".join((*SENTENCES[::20], "X LAW dep “ € colour Realise 9th É")))
    expected = doc.to_array(list(encoder.attributes)).astype(np.uint64)
    found = np.array(
        [table.numbers(word.text, word.norm_, bool(word.whitespace_)) for word in doc],
        dtype=np.uint64,
    )
    assert (found == expected).all()
    bare = [word for word in doc if word.norm_ == nlp.vocab[word.text].norm_]
    assert len(bare) > 200
    assert all(table.numbers(word.text, None, False)[0] == word.norm for word in bare)
    vectors = nlp.get_pipe("tok2vec").model.get_ref("embed").predict([doc])[0]
    assert np.abs(encoder.embed(found) - vectors).max() < 1e-4


@given(st.text(max_size=40))
def test_a_string_has_the_number_that_spacy_gives_it(text: str) -> None:
    """Strings are known to the weights by spaCy's numbers."""
    from spacy.lang.lex_attrs import word_shape
    from spacy.strings import get_string_id

    assert string_id(text) == get_string_id(text)
    assert string_id("nsubj") == get_string_id("nsubj")
    assert shape(text) == word_shape(text)
    assert shape("x" * lexemes.LONGEST_SHAPE) == "LONG"


def test_a_model_that_sees_something_else_is_left_to_spacy() -> None:
    """An attribute that we do not know is not guessed at."""
    with pytest.raises(UnexpectedModelError, match="LEMMA"):
        Lexemes({}, ["NORM", "LEMMA"])


@pytest.mark.parametrize(
    ("network", "name", "layer", "weight", "part"),
    [
        (SyntaxNetwork, "tok2vec/model", "maxout", "W", np.s_[:, :2]),
        (SyntaxNetwork, "tok2vec/model", "maxout", "W", np.s_[:, :, :5]),
        (SyntaxNetwork, "parser/model", "precomputable_affine", "W", np.s_[:3]),
        (SyntaxNetwork, "tagger/model", "softmax", "b", np.s_[:2]),
        (NameNetwork, "ner/model", "precomputable_affine", "W", np.s_[:2]),
    ],
)
def test_a_model_built_otherwise_is_left_to_spacy(
    network: Callable[[ModelFiles], object],
    name: str,
    layer: str,
    weight: str,
    part: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Weights of another form are not made to fit: spaCy runs the model."""
    true_nodes = ModelFiles.nodes

    def nodes(files: ModelFiles, asked: str) -> Nodes:
        found = true_nodes(files, asked)
        if asked == name:
            params: Any = found.named(layer)[-1]
            params[weight] = params[weight][part]
        return found

    monkeypatch.setattr(ModelFiles, "nodes", nodes)
    with pytest.raises(UnexpectedModelError):
        network(ModelFiles())


def test_a_parser_with_other_moves_is_left_to_spacy() -> None:
    """A move more or less than there are scores cannot be right."""
    with pytest.raises(UnexpectedModelError):
        ArcEager(ModelFiles().nodes("parser/model"), {"0": {"": 1}})


def test_asking_starts_without_heavy_libraries() -> None:
    """A question is parsed without importing spaCy and what it brings; it would take a second."""
    code = """
import sys
from onix.jobs.ask import ask
from onix.record import open_record
from onix.reading.neural.syntax import Parser
from onix.reading.neural.pipeline import load_pipeline
(tree,) = Parser().parse(["Who was on the call?"])
assert tree.words[0].tag == "WP"
assert load_pipeline().entities(["Joe Holt of Microsoft flew to Berlin."], [[0]])[0]
heavy = {"spacy", "thinc", "trafilatura", "httpx", "pydantic", "scipy", "srsly", "torch"}
print(*sorted(heavy & set(sys.modules)))
"""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.split() == []
