"""Which quotations are the same words: in they come one by one, out they go in groups.

The longest comes first and gathers the shorter ones that carry its words, so the order in which
documents were read changes nothing, and two long ones are not joined because both contain a
slogan.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil
from sys import intern

import numpy as np

from onix.model import Quote, Span
from onix.verify.people import Person, could_be_one

FEWEST = 5  # words; fewer are the same only where the speaker is, and every word
FEWEST_HEADED = 3  # words, of which a document has the rest elsewhere
IN_ORDER = 0.8  # of the words of the longer
RUN = 3  # words in a row that two forms share: if IN_ORDER and six words or more, they must
FEW_RUNS = 6  # one such run in so many words, or the two are not worth comparing

Words = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BREAK = re.compile(r"…|\.\s?\.\s?\.")


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation of one document, ready to be compared.

    Attributes:
        span: From its first word to its last, with what may stand between its pieces.
        pieces: Its words, those inside quote marks where there are any, without case and marks.
        score: How much it is about what was asked; 0 for not at all.
        day: When it was said (ISO), where its text tells another day than that of publication.
        words: All of `pieces` in a row.
    """

    quote: Quote
    span: Span
    person: Person | None
    pieces: tuple[Words, ...]
    score: float = 0.0
    day: str | None = None

    words: Words = field(init=False)

    def __post_init__(self) -> None:
        words = tuple(word for piece in self.pieces for word in piece)
        object.__setattr__(self, "words", words)

    @property
    def sentence(self) -> Words:
        """All words of its content, those outside quote marks, too."""
        return tuple(word for each in self.quote.content for word in compared(each.text))


@dataclass(slots=True)
class Group:
    """The same words, the longest form first, and whoever is named as their speaker."""

    members: list[Said]
    person: Person | None
    words: Words
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = _joined(self.words)

    def add(self, said: Said) -> None:
        """Put a further form in; a full name says more than a family name, that more than none."""
        self.members.append(said)
        if _rank(said.person) < _rank(self.person):
            self.person = said.person


def pieces(quote: Quote) -> tuple[Words, ...]:
    """Give the words of a quotation as they are compared, a piece for each unbroken stretch."""
    cut = [part for span in quote.marked or quote.content for part in _BREAK.split(span.text)]
    return tuple(piece for part in cut if (piece := compared(part)))


def compared(text: str) -> Words:
    """Give the words of a text without case and marks."""
    # The same few thousand words make up all the quotations of a record: each is kept once.
    return tuple(map(intern, _WORD.findall(text.casefold().replace("’", "'"))))


def join(said: Iterable[Said]) -> list[Group]:
    """Give the quotations in groups of the same words, in an order that is always the same."""
    groups = _Groups()
    ordered = sorted(said, key=_order)
    for each, runs in zip(ordered, shared_runs([each.words for each in ordered]), strict=True):
        home = groups.home(each, runs)
        if home is None:
            home = groups.found(each, runs)
        else:
            home.add(each)
        groups.note(each.span.document_id, home)
    return groups.all


def shared_runs(rows: Sequence[Words]) -> Iterator[list[int]]:
    """Give, for each row of words, numbers of the runs in it that stand in another row, too.

    A record has millions of runs, and most stand in one quotation alone: those join nothing. A row
    that is too short to be looked for by its runs has none.
    """
    known: dict[str, int] = {}
    numbers = np.array(
        [known.setdefault(word, len(known)) for row in rows for word in row], dtype=np.int64
    )
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    of_row = np.repeat(np.arange(len(rows)), lengths)
    if len(numbers) < RUN:
        return iter([[] for _ in rows])
    ends = len(numbers) - RUN + 1
    whole = (of_row[:ends] == of_row[RUN - 1 :]) & (lengths[of_row[:ends]] >= FEWEST)
    keys = np.zeros(ends, dtype=np.int64)
    for at in range(RUN):
        keys = keys * len(known) + numbers[at : at + ends]
    _, runs = np.unique(keys[whole], return_inverse=True)
    pairs = np.unique(runs * len(rows) + of_row[:ends][whole])  # each run once a row
    run, row = np.divmod(pairs, len(rows))
    many = np.bincount(run)[run] > 1 if len(run) else np.zeros(0, dtype=np.bool_)
    run, row = run[many], row[many]
    order = np.argsort(row, kind="stable")
    bounds = np.searchsorted(row[order], np.arange(len(rows) + 1))
    found = run[order]
    return (found[start:end].tolist() for start, end in pairwise(bounds.tolist()))


class _Groups:
    """The groups so far, to be found by their words."""

    def __init__(self) -> None:
        self.all: list[Group] = []
        self._by_words: dict[Words, list[Group]] = defaultdict(list)
        self._by_sentence: dict[Words, list[Group]] = defaultdict(list)
        self._by_run: dict[int, list[int]] = defaultdict(list)
        self._by_document: dict[str, list[Group]] = defaultdict(list)

    def note(self, document_id: str, group: Group) -> None:
        """Remember that a document has words of a group."""
        if self._by_document[document_id][-1:] != [group]:
            self._by_document[document_id].append(group)

    def found(self, said: Said, runs: Iterable[int]) -> Group:
        """Make a new group, of which this is the longest form, to be found by these runs."""
        self._by_words[said.words].append(group := Group([said], said.person, said.words))
        self._by_sentence[said.sentence].append(group)
        for run in runs:
            self._by_run[run].append(len(self.all))
        self.all.append(group)
        return group

    def home(self, said: Said, runs: Iterable[int]) -> Group | None:
        """Give the group whose words these are: all of them, a part of them, or nearly all.

        Args:
            runs: Those of its words that may stand in a group.
        """
        is_short = len(said.words) < FEWEST
        for group in self._by_words.get(said.words, ()):
            if _is_said_by(said, group, strictly=is_short):
                return group
        if not is_short:
            return self._longer(said, runs)
        if len(said.sentence) >= FEWEST:
            for group in self._by_sentence.get(said.sentence, ()):
                if _is_said_by(said, group):
                    return group
        return self._headed(said)

    def _headed(self, said: Said) -> Group | None:
        """Give the group whose words a headline of the same document has a few of."""
        if len(said.words) < FEWEST_HEADED:
            return None
        for group in self._by_document.get(said.span.document_id, ()):
            if _is_said_by(said, group, strictly=True) and is_part(said.pieces, group.text):
                return group
        return None

    def _longer(self, said: Said, runs: Iterable[int]) -> Group | None:
        """Give the first group that has all these words in a row, else the first that is near."""
        places = sorted((found for run in runs if (found := self._by_run.get(run))), key=len)
        if not places:
            return None
        inside = len({run for piece in said.pieces for run in _runs(piece)})
        least = max(1, ceil(min(inside, len(said.words) / FEW_RUNS)))
        # Who shares so many of them shares some of all but the commonest: "one of the" stands in
        # thousands of groups, which are not worth counting.
        common = min((least - 1) // 2, len(places))
        few, rest = places[: len(places) - common], places[len(places) - common :]
        counted = Counter(number for found in few for number in found)
        shared = {
            number: count + sum(_holds(found, number) for found in rest)
            for number, count in counted.items()
            if count >= least - common
        }
        near = None
        for number in sorted(number for number, runs in shared.items() if runs >= least):
            group = self.all[number]
            if not _is_said_by(said, group):
                continue
            if shared[number] >= inside and is_part(said.pieces, group.text):
                return group
            is_named = said.person is not None and group.person is not None
            if near is None and is_named and are_near(said.words, group.words):
                near = group
        return near


def _is_said_by(said: Said, group: Group, *, strictly: bool = False) -> bool:
    """May one person have said both? Strictly: only where both name the same one."""
    if strictly:
        return said.person is not None and (
            group.person is not None and said.person.key == group.person.key
        )
    return could_be_one(said.person, group.person)


def is_part(pieces: Sequence[Words], text: str) -> bool:
    """Do all pieces stand in a text of joined words, each unbroken, in this order?"""
    at = 0
    for piece in pieces:
        wanted = _joined(piece)
        found = text.find(wanted, at)
        if found < 0:
            return False
        at = found + len(wanted) - 1
    return True


def are_near(one: Words, other: Words) -> bool:
    """Have two rows of words nearly all words in common, in the same order?"""
    from rapidfuzz.distance import LCSseq

    longest = max(len(one), len(other))
    if min(len(one), len(other)) < max(FEWEST, IN_ORDER * longest):
        return False
    return LCSseq.similarity(one, other) >= IN_ORDER * longest


def _joined(words: Words) -> str:
    return f" {' '.join(words)} "


def _holds(numbers: Sequence[int], number: int) -> bool:
    """Is it one of these, which are in order?"""
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number


def _runs(words: Words) -> Iterator[Words]:
    return (words[at : at + RUN] for at in range(len(words) - RUN + 1))


def _rank(person: Person | None) -> int:
    return 2 if person is None else 1 if person.is_family else 0


def _order(said: Said) -> tuple[object, ...]:
    """The longest first; after that anything, as long as it is always the same."""
    key = () if said.person is None else said.person.key
    place = said.span.document_id, said.span.start, said.span.end, said.quote.kind
    return -len(said.words), said.words, _rank(said.person), key, place
