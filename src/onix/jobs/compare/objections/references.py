"""Which points of a plan a sentence speaks of: by number, by quotation, by subject, or of all.

In: sentences of the coverage and the points of one version. Out: how likely each speaks of each
point, places in the points and how they are meant, or nothing where it does not speak of the plan.
How much each kind of evidence says is learned by `evaluation/fit_objections.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

import numpy as np

from onix.alignment import runs, tokenise
from onix.jobs.compare.learned import Learned, learned
from onix.jobs.compare.objections.lengths import lengths
from onix.jobs.compare.pairs.likeness import Table, bags, shared, small_stems, stems
from onix.jobs.compare.points.points import Point
from onix.jobs.meaning import vectors
from onix.model import Reference
from onix.reading.grammar import lexicon
from onix.reading.grammar.numbers import number as value_of
from onix.reading.words import one_of, sections

# How the likeness is mixed by which places before and behind are held against a point.
MEANING, COVERED, AMOUNT, RARE = 0.6, 0.4, 0.15, 0.1
MOST_RARE = 2.0
LEAST = 0.25  # how likely it is at least that a sentence on a subject is about a point
PERHAPS = 0.64  # how likely it is that a plan is named and meant as a whole
ALSO = 0.5  # and about a second one
QUOTED = 3  # words in a row, in quotation marks, that stand in a point
TELLING = 2  # of these that say more than "of any such"
_MARKED = re.compile(r'[“"«„]([^“”"«»„]+)[”"»“]')
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+")
_LONGEST = 7  # words of a number: two hundred and forty-five million three
# "The whole thing", "all eleven pages", "none of it", "from the first to the last line".
_WHOLE = re.compile(
    # "The best sentence in the whole bill" is of one.
    r"(?<!\bin )(?<!\bin the )\b(?:(?:the )?whole(?: (?:thing|lot|package))?|the thing|"
    r"entire(?:ty)?|altogether|"
    r"all (?:of )?(?:(?:the|its) )?(?:\w+ )?(?:points|pages|articles|clauses|sections|lines)|"
    r"(?:none|any|all|every (?:line|word|page)) of (?:it|this)|"
    r"not (?:a|one) (?:single )?(?:line|word|point|page)|(?:the )?first to (?:the )?last)\b",
    re.IGNORECASE,
)
_THINGS = ("points", "pages", "thing", "lot", "package", "it", "this")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
         "nineteen")  # fmt: skip
_ODD = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}


@dataclass(frozen=True, slots=True)
class Around:
    """The numbers of the sentence before and of the next of the same voice; -1 for none."""

    before: int = -1
    onward: int = -1


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a sentence speaks of: places in the points (none: all of them), how likely, and how."""

    points: tuple[int, ...]
    likely: tuple[float, ...]
    by: Reference

    @property
    def is_loose(self) -> bool:
        """Is it only that some plan is named?"""
        return not self.points and self.likely[0] < 1.0


class Plan:
    """The points of one version, ready to be looked for in sentences."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = points
        self.texts = [point.span.text for point in points]
        self._runs = [_runs(text) for text in self.texts]
        self._amounts = [amounts(text) for text in self.texts]
        self._lengths = [lengths(text) for text in self.texts]
        self._words = [frozenset(stems(text)) - small_stems() for text in self.texts]
        self._having = Counter(word for each in self._words for word in each)
        self._numbers = {point.number: at for at, point in enumerate(points) if point.number}

    def evidence(self, sentences: Sequence[str], around: Sequence[Around]) -> dict[str, Table]:
        """Give what speaks for each sentence being about each point, a table for each kind."""
        texts = [*sentences, *self.texts]
        said, meant = slice(0, len(sentences)), slice(len(sentences), None)
        words = bags(texts)
        both = shared(words, said, meant)
        covered = both / np.maximum(words.totals[meant], 1e-12)[None, :]
        used = both / np.maximum(words.totals[said], 1e-12)[:, None]
        found = vectors(texts).astype(np.float64)
        meaning = found[said] @ found[meant].T
        # A point that is a little like every sentence of an article says little by being so.
        own = meaning - meaning.mean(axis=0, keepdims=True)
        amount, rare = self._amount(sentences), self._rare(sentences)
        # "The two-year limit" is the one of "within 24 months".
        length = _bearing([lengths(each) for each in sentences], self._lengths)
        alike = MEANING * own + COVERED * covered + AMOUNT * amount + RARE * rare
        nothing = np.zeros(len(self.points))
        before = [alike[each.before] if each.before >= 0 else nothing for each in around]
        onward = [alike[each.onward] if each.onward >= 0 else nothing for each in around]
        return {
            "always": np.ones_like(alike),
            "amount": amount,
            "length": length,
            "meaning": meaning,
            "own meaning": own,
            "covered": covered,
            "used": used,
            "rare words": rare,
            "ahead": _ahead(alike),
            "ahead in meaning": _ahead(meaning),
            "before": np.reshape(before, alike.shape),
            "onward": np.reshape(onward, alike.shape),
        }

    def _amount(self, sentences: Sequence[str]) -> Table:
        """Give 1 where a sentence has a figure that this point alone has."""
        return _bearing([amounts(each) for each in sentences], self._amounts)

    def _rare(self, sentences: Sequence[str]) -> Table:
        """Give how rare the words are that both have, in the plan and in the article."""
        said = [frozenset(stems(each)) for each in sentences]
        used = Counter(word for each in said for word in each)
        found = np.zeros((len(sentences), len(self.points)))
        for row, mine in zip(found, said, strict=True):
            for at, own in enumerate(self._words):
                row[at] = sum(used[each] ** -0.5 / self._having[each] for each in mine & own)
        return np.asarray(np.minimum(found, MOST_RARE), dtype=np.float64)

    def spoken_of(self, sentence: str, likely: Sequence[float]) -> Spoken | None:
        """Give the points that a sentence speaks of, surest evidence first; none for all of them.

        Args:
            likely: How likely it speaks of each point by its subject (`about`).
        """
        if numbered := self.numbered(sentence):
            return Spoken(tuple(numbered), (1.0,) * len(numbered), "number")
        if (whole := _WHOLE.search(sentence)) and (
            names_plan(sentence) or whole[0].lower().endswith(_THINGS)
        ):
            return Spoken((), (1.0,), "whole")
        marked = [_runs(each) for each in _MARKED.findall(sentence)]
        if quoted := [
            at for at, own in enumerate(self._runs) if any(not own.isdisjoint(m) for m in marked)
        ]:
            return Spoken((quoted[0],), (1.0,), "quotation")
        best = int(np.argmax(likely)) if len(likely) else 0
        if len(likely) and likely[best] >= LEAST:
            places = [at for at, each in enumerate(likely) if at == best or each >= ALSO]
            return Spoken(tuple(places), tuple(float(likely[at]) for at in places), "subject")
        if (part := self._part(sentence)) is not None:
            return Spoken((part,), (PERHAPS,), "subject")
        return Spoken((), (PERHAPS,), "whole") if names_plan(sentence) else None

    def _part(self, sentence: str) -> int | None:
        """Give the point that a sentence names as a part: "drop the toll from its air plan".

        A word of it stands in no other point.
        """
        for named in _part_of().finditer(sentence):
            stems_ = set(stems(named[1])) - small_stems()
            places = {at for at, own in enumerate(self._words) for each in stems_ & own
                      if self._having[each] == 1}  # fmt: skip
            if len(places) == 1:
                return places.pop()
        return None

    def numbered(self, sentence: str) -> list[int]:
        """Give the places of the points that a sentence names by their numbers."""
        numbers = [number for found in _numbered().finditer(sentence) for number in _read(found)]
        return [self._numbers[each] for each in dict.fromkeys(numbers) if each in self._numbers]


def about(evidence: Mapping[str, Table], known: Learned | None = None) -> Table:
    """Give how likely each sentence speaks of each point (sentences × points, 0 to 1)."""
    weights = (known or learned()).about
    odds = sum(weights.get(name, 0.0) * table for name, table in evidence.items())
    return np.asarray(1 / (1 + np.exp(-np.asarray(odds))), dtype=np.float64)


def amounts(text: str) -> set[float]:
    """Give the numbers of a text, in digits or words; one and two are in every text."""
    words, found, at = _NUMBER.findall(text), set[float](), 0
    while at < len(words):
        sizes = range(min(_LONGEST, len(words) - at), 0, -1)
        size = next((n for n in sizes if value_of(words[at : at + n]) is not None), 0)
        value = value_of(words[at : at + size])
        if value is not None and value > 2:
            found.add(value)
        at += size or 1
    return found


def _bearing(said: Sequence[Set[Hashable]], own: Sequence[Set[Hashable]]) -> Table:
    """Give 1 where a sentence has something that this point alone has (sentences × points)."""
    found = np.zeros((len(said), len(own)))
    for row, values in zip(found, said, strict=True):
        for value in values:
            bearing = [at for at, each in enumerate(own) if value in each]
            if len(bearing) == 1:
                row[bearing[0]] = 1.0
    return found


def _ahead(table: Table) -> Table:
    """Give how far each is ahead of the best other of its row, or behind it."""
    if table.shape[1] < 2:
        return table
    ordered = np.sort(table, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    return np.asarray(np.where(table >= best, table - second, table - best), dtype=np.float64)


def _runs(text: str) -> frozenset[int]:
    """Give the rows of words that show whence they are: "of any such" stands anywhere."""
    words = tokenise(text)
    places = zip(words.starts.tolist(), words.ends.tolist(), strict=True)
    small = frozenset(sections("stopwords")["english"])
    telling = [text[start:end].lower() not in small for start, end in places]
    return frozenset(
        int(run)
        for at, run in enumerate(runs(words.ids, QUOTED))
        if sum(telling[at : at + QUOTED]) >= TELLING
    )


@cache
def _numbered() -> re.Pattern[str]:
    names = "|".join(lexicon.lines("articles.txt"))
    ordinals = one_of(_ordinals())
    one = rf"(?:\d{{1,3}}(?:\([a-z0-9]+\))*|{one_of(_cardinals())})"
    row = rf"{one}(?:(?:,\s*|\s+and\s+|\s+or\s+|,\s+and\s+){one})*"
    ranks = rf"{ordinals}(?:(?:,\s*|\s+and\s+|\s+or\s+)(?:the\s+)?{ordinals})*"
    return re.compile(
        rf"\b(?:(?:{names})s?\s+(?P<row>{row})\b|(?P<ranks>{ranks})\s+(?:{names})s?\b)",
        re.IGNORECASE,
    )


@cache
def _part_of() -> re.Pattern[str]:
    names = "|".join(lexicon.lines("whole_plans.txt"))
    whose = r"(?:the|its|their|his|her|this|that|[\w-]+[’']s?)"
    return re.compile(
        rf"\b(?:the|a|an|its|their|any|all)\s+((?:[\w-]+\s+){{1,3}})(?:from|in|of)\s+{whose}\s+"
        rf"(?:[\w-]+\s+){{0,3}}(?:{names})s?\b"
    )


def without_references(text: str) -> str:
    """Give a text without the numbers of points, as in "point 14", which count nothing."""
    return _numbered().sub(" ", text)


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
