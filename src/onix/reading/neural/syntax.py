"""Sentences as trees: words with tag, dependency label and head, for the few that need them.

Reading marks every sentence without a parser; a question and the handful of sentences that may
answer it are parsed when they are asked. Our own network runs the model without importing spaCy,
which takes longer to start than an answer may; a model that it does not know is run by spaCy.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from onix.reading.grammar.openings import opening
from onix.reading.neural.tokens import mended
from onix.reading.neural.trees import Tree, Word
from onix.reading.neural.weights import ModelFiles, UnexpectedModelError, find_model

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Parser", "Tree", "Word"]


class Parser:
    """The model's tagger and parser behind `Tree`; loaded when first used.

    Args:
        fast: Let our own network run the model if it knows it; otherwise spaCy does.
    """

    def __init__(self, *, fast: bool = True) -> None:
        self._fast = fast
        self._lock = threading.Lock()
        self._run: Callable[[Sequence[str]], list[Tree]] | None = None

    @property
    def is_fast(self) -> bool:
        """Does our own network run the model, as far as is known?"""
        return self._fast

    def parse(self, texts: Sequence[str]) -> list[Tree]:
        """Give the tree of each text, offsets counted in that text.

        What stands before its first sentence ("11.55 BREAKING: ") has no words in the tree.

        Raises:
            OnixError: No model is installed, or the copy's files are not what they should be.
        """
        with self._lock:
            if self._run is None:
                self._run = self._load()
            begins = [opening(text) for text in texts]
            trees = self._run([mended(t[at:]) for t, at in zip(texts, begins, strict=True)])
        return [_moved(tree, at) for tree, at in zip(trees, begins, strict=True)]

    def _load(self) -> Callable[[Sequence[str]], list[Tree]]:
        if self._fast:
            from onix.reading.neural.parsing import SyntaxNetwork

            try:
                return SyntaxNetwork(ModelFiles()).parse
            except UnexpectedModelError:
                self._fast = False
        return partial(_parse_slowly, load())


def _moved(tree: Tree, by: int) -> Tree:
    """Give a tree whose words stand so many characters further on."""
    if not by:
        return tree
    return Tree(tuple(replace(w, start=w.start + by, end=w.end + by) for w in tree.words))


def _parse_slowly(language: Language, texts: Sequence[str]) -> list[Tree]:
    return [
        Tree(
            tuple(
                Word(
                    token.idx,
                    token.idx + len(token),
                    token.text,
                    token.tag_,
                    token.dep_,
                    token.head.i,
                )
                for token in doc
            )
        )
        for doc in language.pipe(texts)
    ]


def load() -> Language:
    """Give spaCy's pipeline with tagger and parser only. Raises OnixError where there is none."""
    import spacy
    from thinc.api import NumpyOps, get_current_ops

    ops = get_current_ops()
    if isinstance(ops, NumpyOps):
        # numpy's BLAS multiplies the small matrices of this model twice as fast as BLIS does.
        ops.use_blis = False
    return spacy.load(find_model(), exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
