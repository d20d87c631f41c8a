"""Texts in, trees out: the model's tagger and parser, computed in numpy.

It has the weights of spaCy's `tok2vec`, `tagger` and `parser` and gives the same trees, without
importing spaCy. All texts of one call go through every layer together.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from onix.reading.neural.arceager import ArcEager
from onix.reading.neural.encoder import PAD, Encoder, SeenWord, WordVectors, one_thread
from onix.reading.neural.lexemes import Lexemes
from onix.reading.neural.tokenizer import Tokenizer
from onix.reading.neural.tokens import pieces_of
from onix.reading.neural.trees import Tree, Word
from onix.reading.neural.weights import ModelFiles, UnexpectedModelError

WORDS = 50_000  # different words remembered, some 20 MB


class SyntaxNetwork:
    """The layers that make a tree of a text.

    Raises:
        OnixError: The files are not what they should be.
        UnexpectedModelError: The model is built otherwise than `en_core_web_sm` 3.8 is.
    """

    def __init__(self, files: ModelFiles) -> None:
        self._encoder = Encoder(files.nodes("tok2vec/model"))
        norms = files.read("vocab/lookups.bin")["lexeme_norm"]
        self._vectors = WordVectors(Lexemes(norms, self._encoder.attributes), self._encoder)
        self._tokenizer = Tokenizer(files.read("tokenizer"))
        self._tags: list[str] = json.loads(files.text("tagger/cfg"))["labels"]
        (softmax,) = files.nodes("tagger/model").named("softmax")
        self._tag_scores = np.ascontiguousarray(softmax["W"].T)
        self._tag_bias = softmax["b"]
        if len(self._tags) != len(self._tag_bias):
            raise UnexpectedModelError("its tagger has other labels")
        moves = json.loads(files.read("parser/moves")["moves"])
        self._arcs = ArcEager(files.nodes("parser/model"), moves)

    def parse(self, texts: Sequence[str]) -> list[Tree]:
        """Give the tree of each text, offsets counted in that text."""
        if len(self._vectors) > WORDS:
            self._vectors.forget()
        cut = [self._cut(text) for text in texts]
        words = [word for each in cut for word in each]
        if not words:
            return [Tree(()) for _ in texts]
        lengths = [len(each) for each in cut]
        # 1. Words to vectors, texts apart from one another.
        firsts = list(accumulate((length + PAD for length in lengths), initial=PAD))
        places = np.concatenate(
            [
                np.arange(first, first + length)
                for first, length in zip(firsts, lengths, strict=False)
            ]
        )
        rows = np.zeros(firsts[-1], dtype=np.intp)
        with one_thread():
            rows[places] = self._vectors.rows(words)
            vectors = self._encoder.encode(self._vectors[rows])[places]
            # 2. Vectors to tags, and to what hangs on what.
            tags = (vectors @ self._tag_scores + self._tag_bias).argmax(axis=1).tolist()
            heads, labels = self._arcs.parse(
                vectors, lengths, [text.isspace() for text, _, _ in words]
            )
        # 3. All of it as trees.
        trees: list[Tree] = []
        at = 0
        for each in cut:
            found: list[Word] = []
            start = 0
            for index, (text, _, space) in enumerate(each, start=at):
                end = start + len(text)
                tag = self._tags[tags[index]]
                found.append(Word(start, end, text, tag, labels[index], heads[index] - at))
                start = end + space
            trees.append(Tree(tuple(found)))
            at += len(each)
        return trees

    def _cut(self, text: str) -> list[SeenWord]:
        """Give the tokens of a text."""
        pieces, joined = pieces_of(text)
        without = {*joined, len(pieces) - 1}
        found: list[SeenWord] = []
        for index, piece in enumerate(pieces):
            if piece:
                *most, last = self._tokenizer.cut(piece)
                found += [(token.text, token.norm, False) for token in most]
                found.append((last.text, last.norm, index not in without))
        return found
