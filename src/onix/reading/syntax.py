"""Sentences as trees: words with tag, dependency label and head, for the few that need them.

Reading marks every sentence without a parser; a question and the handful of sentences that may
answer it are parsed when they are asked. What comes out is plain data that holds nothing of spaCy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Word:
    """One token: `start` and `end` count characters of the parsed text, `head` is an index."""

    start: int
    end: int
    text: str
    tag: str
    label: str
    head: int


@dataclass(frozen=True)
class Tree:
    """A parsed text. A root is its own head; a text of several sentences has several roots."""

    words: tuple[Word, ...]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The indices of the words that hang directly on each word, in order."""
        found: list[list[int]] = [[] for _ in self.words]
        for index, word in enumerate(self.words):
            if word.head != index:
                found[word.head].append(index)
        return tuple(map(tuple, found))

    @cached_property
    def edges(self) -> tuple[tuple[int, int], ...]:
        """For each word the first and last index of all that hangs on it, itself included."""
        lo = list(range(len(self.words)))
        hi = list(range(len(self.words)))
        for index in range(len(self.words)):
            for above in self.path(index)[1:]:
                lo[above] = min(lo[above], index)
                hi[above] = max(hi[above], index)
        return tuple(zip(lo, hi, strict=True))

    def path(self, index: int) -> list[int]:
        """The way from a word up to its root, the word itself first."""
        way = [index]
        while self.words[way[-1]].head != way[-1]:
            way.append(self.words[way[-1]].head)
        return way

    def distance(self, one: int, other: int) -> int:
        """How many arcs lie between two words; 20 when they are in different trees."""
        steps = {word: count for count, word in enumerate(self.path(one))}
        for count, word in enumerate(self.path(other)):
            if word in steps:
                return steps[word] + count
        return 20


class Parser:
    """spaCy's tagger and parser behind `Tree`; loaded when first used."""

    def __init__(self) -> None:
        self._language: Language | None = None

    def parse(self, texts: Sequence[str]) -> list[Tree]:
        """Give the tree of each text, offsets counted in that text."""
        if self._language is None:
            self._language = load()
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
            for doc in self._language.pipe(texts)
        ]


def load() -> Language:
    """Give spaCy's pipeline with tagger and parser only. Raises OnixError where there is none."""
    import spacy
    from thinc.api import NumpyOps, get_current_ops

    from onix.reading.pipeline import find_model

    ops = get_current_ops()
    if isinstance(ops, NumpyOps):
        # numpy's BLAS multiplies the small matrices of this model twice as fast as BLIS does.
        ops.use_blis = False
    return spacy.load(find_model(), exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
