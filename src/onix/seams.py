"""Where other parts plug in: the shapes that a replacement must have, and nothing else.

A seam is here so that another package can serve it: an OpenSearch index, another reader, a
reranker, a local language model. What Onix ships is the first implementation of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from onix.model import Document, Hit, Marks, Passage


class Intake(Protocol):
    """Turns bytes into documents."""

    def read(self, data: bytes, *, address: str | None) -> Iterator[Document]:
        """Give the documents in `data`. Raises InputError with the place and the remedy."""
        ...


class Reader(Protocol):
    """Marks documents: sentences, names, times, quotes, hedges, provenance, figures."""

    def read(self, documents: Iterable[Document]) -> Iterator[Marks]:
        """Give the marks of each document, in order and lazily. Never raises for a text."""
        ...


class Index(Protocol):
    """Finds passages by words. Derived from the store, disposable, with no truth of its own."""

    def add(self, passages: Sequence[tuple[Passage, Document]]) -> None:
        """Put passages in; they are found after `commit`."""
        ...

    def remove(self, document_id: str) -> None:
        """Take a document's passages out; they are gone after `commit`."""
        ...

    def commit(self, sequence: int) -> None:
        """Make all of it durable, with the number of the last change of the store that it holds."""
        ...

    def sequence(self) -> int:
        """The number given to the last `commit`; 0 for an empty index."""
        ...

    def search(self, words: str, *, limit: int) -> list[tuple[str, int, float]]:
        """Give (document id, passage number, score), best first."""
        ...


class Ranker(Protocol):
    """Puts hits in a better order for a question."""

    def rank(self, question: str, hits: Sequence[Hit]) -> list[Hit]:
        """Give the same hits, best first, with new scores."""
        ...


class LanguageModel(Protocol):
    """An optional local model. What it says is kept only where the record bears it out."""

    def complete(self, prompt: str, *, maximum_tokens: int) -> str:
        """Give the model's words."""
        ...
