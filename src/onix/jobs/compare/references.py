"""Which points of a plan a sentence speaks of: by number, by quotation, by subject, or of all.

In: a sentence of the coverage and the points of one version. Out: places in the points and how
they are meant, or nothing where the sentence does not speak of the plan.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import numpy as np

from onix.alignment import runs, tokenise
from onix.jobs.compare.likeness import Table, bags, shared
from onix.jobs.compare.points import Point
from onix.jobs.meaning import vectors
from onix.model import Reference
from onix.reading import lexicon
from onix.reading.numbers import number as value_of

MEANING = 0.6  # what meaning says of the subject; the rest is how many of its words are said
HUB = 0.5  # how much of that is taken off
# How like a point a sentence on its subject is at least, and where only one point is like it.
SUBJECT, PERHAPS, AHEAD = 0.3, 0.12, 0.05
AMOUNT = 0.15  # what a figure says that stands in this point only
QUOTED = 3  # words in a row, in quotation marks, that stand in a point
_MARKED = re.compile(r'[“"«„]([^“”"«»„]+)[”"»“]')
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+")
_LONGEST = 7  # words of a number: two hundred and forty-five million three
_WHOLE = re.compile(
    r"\b(?:whole|entire(?:ty)?|altogether|all (?:of )?(?:the )?(?:\w+ )?points)\b", re.I
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
         "nineteen")  # fmt: skip
_ODD = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}


class Plan:
    """The points of one version, ready to be looked for in sentences."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = points
        self._runs = [_runs(point.span.text) for point in points]
        self._amounts = [_amounts(point.span.text) for point in points]
        self._numbers = {point.number: at for at, point in enumerate(points) if point.number}

    def likeness(self, sentences: Sequence[str]) -> Table:
        """Give how like each sentence is to each point."""
        texts = [*sentences, *(point.span.text for point in self.points)]
        said, meant = slice(0, len(sentences)), slice(len(sentences), None)
        words = bags(texts)
        covered = shared(words, said, meant) / np.maximum(words.totals[meant], 1e-12)[None, :]
        found = vectors(texts).astype(np.float64)
        by_meaning = found[said] @ found[meant].T
        alike = MEANING * by_meaning + (1 - MEANING) * covered
        # A point that is a little like every sentence of an article says little by being so.
        alike = alike - HUB * alike.mean(axis=0, keepdims=True)
        for row, sentence in zip(alike, sentences, strict=True):
            for amount in _amounts(sentence):
                bearing = [at for at, own in enumerate(self._amounts) if amount in own]
                if len(bearing) == 1:
                    row[bearing[0]] += AMOUNT
        return np.asarray(alike, dtype=np.float64)

    def spoken_of(
        self, sentence: str, alike: Sequence[float]
    ) -> tuple[list[int], Reference] | None:
        """Give the points that a sentence speaks of, surest evidence first; none for all of them.

        Args:
            alike: How like the sentence is to each point.
        """
        if numbered := self._numbered(sentence):
            return numbered, "number"
        if (whole := _WHOLE.search(sentence)) and (
            names_plan(sentence) or whole[0].endswith("points")
        ):
            return [], "whole"
        marked = [_runs(each) for each in _MARKED.findall(sentence)]
        if quoted := [
            at for at, own in enumerate(self._runs) if any(not own.isdisjoint(m) for m in marked)
        ]:
            return quoted[:1], "quotation"
        return self.on_subject(alike)

    def on_subject(self, alike: Sequence[float]) -> tuple[list[int], Reference] | None:
        """Give the point that is most like what is said, where it is clear which."""
        best, second = sorted([0.0, 0.0, *alike])[-1:-3:-1]
        if best >= SUBJECT or (best >= PERHAPS and best - second >= AHEAD):
            return [int(np.argmax(alike))], "subject"
        return None

    def _numbered(self, sentence: str) -> list[int]:
        numbers = [number for found in _numbered().finditer(sentence) for number in _read(found)]
        return [self._numbers[each] for each in dict.fromkeys(numbers) if each in self._numbers]


def _amounts(text: str) -> set[float]:
    """Give the numbers of a text, in digits or words; one and two are in every text."""
    words, found, at = _NUMBER.findall(text), set(), 0
    while at < len(words):
        sizes = range(min(_LONGEST, len(words) - at), 0, -1)
        size = next((n for n in sizes if value_of(words[at : at + n]) is not None), 0)
        value = value_of(words[at : at + size])
        if value is not None and value > 2:
            found.add(value)
        at += size or 1
    return found


def _runs(text: str) -> frozenset[int]:
    return frozenset(map(int, runs(tokenise(text).ids, QUOTED)))


@cache
def _numbered() -> re.Pattern[str]:
    names = "|".join(lexicon.lines("articles.txt"))
    ordinals = "|".join(map(re.escape, sorted(_ordinals(), key=len, reverse=True)))
    words = "|".join(map(re.escape, sorted(_cardinals(), key=len, reverse=True)))
    one = rf"(?:\d{{1,3}}(?:\([a-z0-9]+\))*|{words})"
    row = rf"{one}(?:(?:,\s*|\s+and\s+|\s+or\s+|,\s+and\s+){one})*"
    ranks = rf"(?:{ordinals})(?:(?:,\s*|\s+and\s+|\s+or\s+)(?:the\s+)?(?:{ordinals}))*"
    return re.compile(
        rf"\b(?:(?:{names})s?\s+(?P<row>{row})\b|(?P<ranks>{ranks})\s+(?:{names})s?\b)",
        re.IGNORECASE,
    )


def _read(found: re.Match[str]) -> list[tuple[str, ...]]:
    if found["ranks"]:
        words = re.findall(r"[a-z]+(?:-[a-z]+)?", found["ranks"].lower())
        return [(str(_ordinals()[word]),) for word in words if word in _ordinals()]
    numbers = []
    for part in re.findall(r"\d+(?:\([a-z0-9]+\))*|[a-z]+(?:-[a-z]+)?", found["row"].lower()):
        if part[0].isdigit():
            pieces = re.findall(r"\d+|[a-z]+", part)
            numbers.append(
                tuple(p if p.isdigit() else str(ord(p[0]) - ord("a") + 1) for p in pieces)
            )
        elif part in _cardinals():
            numbers.append((str(_cardinals()[part]),))
    return numbers


@cache
def _cardinals() -> dict[str, int]:
    found = {word: number for number, word in enumerate(_ONES, start=1)}
    for number, word in enumerate(_TENS, start=2):
        found[word] = 10 * number
        found |= {f"{word}-{one}": 10 * number + at for at, one in enumerate(_ONES[:9], start=1)}
    return found


@cache
def _ordinals() -> dict[str, int]:
    found = {}
    for word, number in _cardinals().items():
        last = word.rpartition("-")[2]
        odd = next((rank for rank, value in _ODD.items() if value == _cardinals_of(last)), None)
        rank = odd or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
        found[word[: len(word) - len(last)] + rank] = number
    return found


def _cardinals_of(word: str) -> int:
    return _ONES.index(word) + 1 if word in _ONES else 0


def names_plan(sentence: str) -> bool:
    """Does a sentence speak of a plan, by whatever word the news has for one?"""
    names = frozenset(lexicon.lines("whole_plans.txt"))
    return any(word.lower() in names for word in _WORD.findall(sentence))
