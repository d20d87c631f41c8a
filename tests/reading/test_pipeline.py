"""The model: found, checked, and run fast with the result that spaCy gives."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onix.errors import OnixError
from onix.reading import pipeline as module
from onix.reading.network import PAD, NameNetwork, UnexpectedModelError
from onix.reading.pipeline import Entity, Pipeline, check_sums, find_model, load_pipeline
from onix.reading.sentences import split
from onix.reading.tokens import Lexicon

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

    return spacy.load(find_model(), exclude=list(module.NOT_NEEDED))


@pytest.fixture(scope="module")
def slow(nlp: Any) -> Pipeline:
    """The same model, run by spaCy."""
    return Pipeline(nlp, fast=False)


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


def test_names_are_those_that_spacy_finds(slow: Pipeline) -> None:
    """The fast way changes nothing about what is found."""
    starts = [start for start, _ in split(ARTICLE)]
    expected = slow.entities([ARTICLE], [starts])
    assert not slow.is_fast
    assert len(expected[0]) > 8
    assert load_pipeline().entities([ARTICLE], [starts]) == expected


@settings(max_examples=40, deadline=None)
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
def test_any_text_is_read_as_spacy_reads_it(words: list[str], between: str) -> None:
    """Whatever a text is made of, cutting and naming are spaCy's."""
    text = between.join(words)
    starts = [start for start, _ in split(text)]
    assert load_pipeline().entities([text], [starts]) == [
        load_pipeline()._find_slowly(text, starts)
    ]


def test_vectors_are_those_that_spacy_computes(nlp: Any) -> None:
    """Every token's vector in its context equals spaCy's to a ten-thousandth."""
    ner = nlp.get_pipe("ner")
    network = NameNetwork(ner)
    lexicon = Lexicon(nlp, attributes=network.attributes, embed=network.embed, width=network.width)
    docs = [nlp.make_doc(text) for text in (ARTICLE, "Ana Ruiz", ARTICLE * 8)]
    expected = ner.model.get_ref("tok2vec").layers[0].predict(docs)
    tokens = lexicon.tokens([doc.text for doc in docs])
    pad = np.zeros(PAD, dtype=np.intp)
    rows = np.concatenate([pad, *(part for each in tokens for part in (each.rows, pad))])
    found = network.encode(lexicon.vectors(rows))
    at = PAD
    for vectors in expected:
        assert np.abs(found[at : at + len(vectors)] - vectors).max() < 1e-4
        at += len(vectors) + PAD


def test_tokens_are_those_that_spacy_cuts(nlp: Any) -> None:
    """Every token stands where spaCy has it, white space included."""
    network = NameNetwork(nlp.get_pipe("ner"))
    lexicon = Lexicon(
        nlp, attributes=network.attributes, embed=network.embed, width=network.width, pieces=20
    )
    many = " ".join(f"Holt{number} {number}th" for number in range(900))
    for text in (ARTICLE, "  a  b \n c ", "", " ", "x\n", many, ARTICLE):  # tables start anew
        (found,) = lexicon.tokens([text])
        doc = nlp.make_doc(text)
        assert found.starts.tolist() == [token.idx for token in doc]
        assert found.ends.tolist() == [token.idx + len(token) for token in doc]
        assert found.blank.tolist() == [token.is_space for token in doc]


def test_a_giant_word_is_one_token(nlp: Any) -> None:
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


def test_a_name_without_an_end_is_none(nlp: Any) -> None:
    """What the model would go on with for ever is given up, and what follows is read."""
    network = NameNetwork(nlp.get_pipe("ner"))
    network._score_bias[network._continue[network._begins]] += 1000
    lexicon = Lexicon(nlp, attributes=network.attributes, embed=network.embed, width=network.width)
    (tokens,) = lexicon.tokens(["Joe Holt met Ana Ruiz. " * 40])
    pad = np.zeros(PAD, dtype=np.intp)
    vectors = network.encode(lexicon.vectors(np.concatenate([pad, tokens.rows, pad])))
    no = np.zeros(len(vectors), dtype=np.bool_)
    last = no.copy()
    last[-PAD:] = True
    spans = network.spans(vectors, blank=no, last=last)
    assert all(end - start <= 65 for start, end, _ in spans)


class _Changed:
    """A part of a model, some of whose parts are others."""

    def __init__(self, part: Any, **changed: Any) -> None:
        self._part = part
        self.__dict__.update(changed)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._part, name)


def test_another_model_is_left_to_spacy(nlp: Any) -> None:
    """A model built otherwise, or one that gives other names, is run by spaCy itself."""
    ner = nlp.get_pipe("ner")
    beam = _Changed(ner, cfg={**ner.cfg, "beam_width": 8})
    bare = _Changed(ner, model=_Changed(ner.model, layers=[]))
    for other in (beam, bare):
        with pytest.raises(UnexpectedModelError):
            NameNetwork(other)
        assert not Pipeline(_Changed(nlp, get_pipe=lambda _, other=other: other)).is_fast


def test_a_network_that_finds_other_names_is_not_used(
    nlp: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The probe at loading notices what the look at the parts did not."""
    monkeypatch.setattr(NameNetwork, "spans", lambda *_, **__: [])
    assert not Pipeline(nlp).is_fast


def test_the_official_model_is_taken_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where both are installed, the official package is read, and none of its code is run."""
    package = tmp_path / "en_core_web_sm"
    (package / "en_core_web_sm-3.8.0").mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit('imported')")
    monkeypatch.syspath_prepend(tmp_path)
    assert find_model().name == module.COPY_DATA  # the official one has no model in it
    (package / "en_core_web_sm-3.8.0" / "config.cfg").write_text("")
    assert find_model() == package / "en_core_web_sm-3.8.0"


def test_without_a_model_the_remedy_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no model is told how to get one."""
    monkeypatch.setattr(module, "_package_folder", lambda name: None)
    with pytest.raises(OnixError, match=r"(?s)No model.*pip install"):
        find_model()


def test_no_code_of_the_copy_is_run() -> None:
    """The package of the copy is never imported."""
    load_pipeline()
    assert module.COPY not in sys.modules


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda folder: (folder / "ner" / "model").write_bytes(b"other"), "ner/model.*published"),
        (lambda folder: (folder / "tokenizer").unlink(), "tokenizer.*missing"),
        (lambda folder: (folder / "extra.py").write_text(""), "extra.py.*does not belong"),
    ],
)
def test_a_changed_file_is_refused(tmp_path: Path, change: Any, said: str) -> None:
    """A file that is other, gone or added stops the model from being loaded, with the remedy."""
    folder = tmp_path / "model"
    package = module._package_folder(module.COPY)
    assert package is not None
    shutil.copytree(package / module.COPY_DATA, folder)
    check_sums(folder)
    change(folder)
    with pytest.raises(OnixError, match=rf"(?s)not loaded.*{said}.*pip install"):
        check_sums(folder)
