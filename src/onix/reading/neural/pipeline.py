"""Texts in, names out: the model that finds them, run by our own network or by spaCy itself.

Our own network runs the model that it knows ten times faster, and without importing spaCy, which
takes longer to start than a short article takes to read. Any other model is run by spaCy.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache
from typing import Any, ClassVar, NamedTuple, Protocol

import numpy as np

from onix.reading.neural.encoder import PAD, WordVectors, one_thread
from onix.reading.neural.lexemes import Lexemes
from onix.reading.neural.network import NameNetwork
from onix.reading.neural.tokenizer import Tokenizer
from onix.reading.neural.tokens import Lexicon, mended
from onix.reading.neural.weights import ModelFiles, UnexpectedModelError, find_model

NOT_NEEDED = ("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")


class Entity(NamedTuple):
    """A named stretch of a text, half-open, with the model's label: "PERSON", "ORG", "GPE" …"""

    start: int
    end: int
    label: str


class NameFinder(Protocol):
    """Finds names in texts.

    Attributes:
        is_fast: Our own network runs the model; otherwise spaCy does, ten times slower.
    """

    is_fast: ClassVar[bool]

    def entities(
        self, texts: Sequence[str], sentence_starts: Sequence[Sequence[int]]
    ) -> list[list[Entity]]:
        """Give the names in each text, in order; none reaches over a sentence's start.

        Args:
            sentence_starts: For each text, the offsets at which its sentences begin.
        """
        ...


class Pipeline:
    """Finds names in texts, with our own network.

    Raises:
        OnixError: No model is installed, or the copy's files are not what they should be.
        UnexpectedModelError: The model is another than the one that our network knows.
    """

    is_fast: ClassVar[bool] = True

    def __init__(self, files: ModelFiles) -> None:
        self._lock = threading.Lock()
        self._network = NameNetwork(files)
        encoder = self._network.encoder
        norms = files.read("vocab/lookups.bin")["lexeme_norm"]
        self._lexicon = Lexicon(
            Tokenizer(files.read("tokenizer")),
            WordVectors(Lexemes(norms, encoder.attributes), encoder),
        )

    def entities(
        self, texts: Sequence[str], sentence_starts: Sequence[Sequence[int]]
    ) -> list[list[Entity]]:
        """Give the names in each text, in order; none reaches over a sentence's start."""
        with self._lock, one_thread():
            return self._find([mended(text) for text in texts], sentence_starts)

    def _find(
        self, texts: Sequence[str], sentence_starts: Sequence[Sequence[int]]
    ) -> list[list[Entity]]:
        tokens = self._lexicon.tokens(texts)
        counts = [len(each.rows) for each in tokens]
        firsts = PAD + np.cumsum([0, *(count + PAD for count in counts)])
        rows = np.zeros(firsts[-1], dtype=np.intp)
        # The padding is blank: no name begins there, and none goes on over it.
        blank = np.ones(len(rows), dtype=np.bool_)
        last = np.ones(len(rows), dtype=np.bool_)
        for each, first, starts in zip(tokens, firsts.tolist(), sentence_starts, strict=False):
            end = first + len(each.rows)
            rows[first:end] = each.rows
            blank[first:end] = each.blank
            last[first : end - 1] = False
            last[first + _first_tokens(each.starts, starts) - 1] = True
        vectors = self._network.encoder.encode(self._lexicon.vectors(rows))
        spans = self._network.spans(vectors, blank=blank, last=last)
        found: list[list[Entity]] = [[] for _ in texts]
        text = 0
        for start, end, label in spans:
            while start >= firsts[text + 1]:
                text += 1
            first = firsts[text]
            found[text].append(
                Entity(
                    int(tokens[text].starts[start - first]),
                    int(tokens[text].ends[end - 1 - first]),
                    label,
                )
            )
        return found


class SlowPipeline:
    """Finds names in texts, with spaCy."""

    is_fast: ClassVar[bool] = False

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        self._lock = threading.Lock()

    def entities(
        self, texts: Sequence[str], sentence_starts: Sequence[Sequence[int]]
    ) -> list[list[Entity]]:
        """Give the names in each text, in order; none reaches over a sentence's start."""
        with self._lock:
            return [
                self._find(mended(text), starts)
                for text, starts in zip(texts, sentence_starts, strict=True)
            ]

    def _find(self, text: str, sentence_starts: Sequence[int]) -> list[Entity]:
        with self._nlp.memory_zone():
            doc = self._nlp.make_doc(text)
            begins = set(_first_tokens(np.array([token.idx for token in doc]), sentence_starts))
            for token in doc:
                token.is_sent_start = token.i == 0 or token.i in begins
            doc = self._nlp.get_pipe("ner")(doc)
            return [Entity(each.start_char, each.end_char, each.label_) for each in doc.ents]


def _first_tokens(token_starts: Any, sentence_starts: Sequence[int]) -> Any:
    """Give the numbers of the tokens at which sentences begin, but for the text's first."""
    first = np.searchsorted(token_starts, np.asarray(sentence_starts, dtype=np.intp))
    return first[(first > 0) & (first < len(token_starts))]


@cache
def load_pipeline() -> NameFinder:
    """Give the one pipeline of this process, loaded at the first call.

    Raises:
        OnixError: No model is installed, or the copy's files are not what they should be.
    """
    try:
        return Pipeline(ModelFiles())
    except UnexpectedModelError:
        import spacy

        return SlowPipeline(spacy.load(find_model(), exclude=list(NOT_NEEDED)))
