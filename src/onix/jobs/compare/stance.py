"""Is somebody against what they speak of? A sentence in, how much speaks for a no, and which words.

Words that reject, criticise, doubt or stand up for something are data
(`reading/words/objecting.txt`); what no list can hold is held by its meaning against sentences of
either kind (`stances.txt`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from onix.jobs.meaning import vectors
from onix.reading import lexicon
from onix.reading.minilm import Floats
from onix.reading.words import words_of

LEAST = 0.1
MEANING, RIDGE = 0.5, 0.002  # how much the meaning says beside a word
NEGATED = 3  # words before one that turns it round
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Stance:
    """How much a sentence speaks against what it is about, and the words by which it does."""

    score: float
    start: int
    end: int

    @property
    def objects(self) -> bool:
        """Is it an objection rather than not?"""
        return self.score >= LEAST


def stances(sentences: Sequence[str]) -> list[Stance]:
    """Give the stance of each sentence; its words are the whole of it where none shows it."""
    if not sentences:
        return []
    way, middle = _parting()
    meanings = vectors(sentences) @ way - middle
    return [
        _of(sentence, float(meaning)) for sentence, meaning in zip(sentences, meanings, strict=True)
    ]


def _of(sentence: str, meaning: float) -> Stance:
    score = MEANING * meaning
    places: list[tuple[int, int]] = []
    words = list(_WORD.finditer(sentence))
    stems = [lexicon.stem(word[0].lower()) for word in words]
    taken = -1
    for at in range(len(words)):
        found = _longest(stems, at)
        if found is None or at <= taken:
            continue
        size, is_against = found
        taken = at + size - 1
        before = [word[0].lower() for word in words[max(0, at - NEGATED) : at]]
        is_turned = size == 1 and any(word in words_of("speech", "negations") for word in before)
        is_against ^= is_turned
        # What a sentence means is hardly another with "not" in it, so the word has to outweigh it.
        score += (1.0 if is_against else -1.0) * (3 if is_turned else 1)
        if is_against:
            places.append((words[at].start(), words[taken].end()))
    start, end = places[0] if places else (0, len(sentence))
    return Stance(score, start, end)


def _longest(stems: Sequence[str], at: int) -> tuple[int, bool] | None:
    """Give how many words from here are an entry of the list, and of which side."""
    for size in range(min(5, len(stems) - at), 0, -1):
        side = _entries().get(tuple(stems[at : at + size]))
        if side is not None:
            return size, side
    return None


@cache
def _entries() -> dict[tuple[str, ...], bool]:
    """Give the entries by their stems, and whether they are against."""
    found = {}
    for line in lexicon.lines("objecting.txt"):
        kind, _, phrase = line.partition(" ")
        found[tuple(lexicon.stem(word) for word in phrase.split())] = kind != "for"
    return found


@cache
def _parting() -> tuple[Floats, float]:
    """Give what parts the sentences of both sides best, and where it passes between them.

    Fisher's linear discriminant over their vectors, with a little weight on no direction at all, as
    there are fewer sentences than dimensions. One step of it is the spread within a side.
    """
    sides: dict[str, list[str]] = {"-": [], "+": []}
    for line in lexicon.lines("stances.txt"):
        sides[line[0]].append(line[2:])
    against, standing = vectors(sides["-"]), vectors(sides["+"])
    ours, theirs = against.mean(axis=0), standing.mean(axis=0)
    rest = np.concatenate([against - ours, standing - theirs])
    spread = rest.T @ rest / len(rest)
    way = np.linalg.solve(spread + RIDGE * np.eye(len(spread)), ours - theirs)
    way /= max(float(np.sqrt(way @ spread @ way)), 1e-12)
    return np.asarray(way, dtype=np.float32), float(way @ (ours + theirs) / 2)
