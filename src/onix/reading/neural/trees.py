"""A parsed text: words with tag, label and head. Plain data that holds nothing of spaCy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})  # labels


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
