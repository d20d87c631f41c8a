"""Which quotations are the same words: in they come one by one, out they go in groups.

The longest comes first and gathers the shorter ones that carry its words, so the order in which
documents were read changes nothing, and two long ones are not joined because both contain a
slogan.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onix.jobs.quotes.people import Person, could_be_one
from onix.model import Quote, Span

FEWEST = 5  # words; fewer are the same only where the speaker is, and every word
IN_ORDER = 0.8  # of the words of the longer
RUN = 3  # words in a row that two forms share: with IN_ORDER, from six words on they must

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
    """

    quote: Quote
    span: Span
    person: Person | None
    pieces: tuple[Words, ...]
    score: float = 0.0

    @property
    def words(self) -> Words:
        """All its words in a row."""
        return tuple(word for piece in self.pieces for word in piece)


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
    found = (tuple(_WORD.findall(part.casefold().replace("’", "'"))) for part in cut)
    return tuple(piece for piece in found if piece)


def join(said: Iterable[Said]) -> list[Group]:
    """Give the quotations in groups of the same words, in an order that is always the same."""
    groups: list[Group] = []
    exact: dict[Words, list[int]] = defaultdict(list)
    sharing: dict[Words, list[int]] = defaultdict(list)
    words_of = [(each.words, each) for each in said]
    for words, each in sorted(words_of, key=lambda pair: _order(*pair)):
        number = _home(each, words, groups, exact, sharing)
        if number is not None:
            groups[number].add(each)
            continue
        exact[words].append(len(groups))
        for run in _runs(words):
            sharing[run].append(len(groups))
        groups.append(Group([each], each.person, words))
    return groups


def _home(
    said: Said,
    words: Words,
    groups: Sequence[Group],
    exact: dict[Words, list[int]],
    sharing: dict[Words, list[int]],
) -> int | None:
    """Give the number of the group whose words these are: all of them, a part, or nearly all."""
    is_short = len(words) < FEWEST
    for number in exact.get(words, ()):
        if _is_said_by(said, groups[number], strictly=is_short):
            return number
    if is_short:
        return None
    shared = Counter(number for run in _runs(words) for number in sharing.get(run, ()))
    inside = sum(max(0, len(piece) - RUN + 1) for piece in said.pieces)
    near = None
    for number in sorted(shared):
        group = groups[number]
        if not _is_said_by(said, group, strictly=False):
            continue
        if shared[number] >= inside and is_part(said.pieces, group.text):
            return number
        is_named = said.person is not None and group.person is not None
        if near is None and is_named and are_near(words, group.words):
            near = number
    return near


def _is_said_by(said: Said, group: Group, *, strictly: bool) -> bool:
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


def _runs(words: Words) -> Iterator[Words]:
    return iter(dict.fromkeys(words[at : at + RUN] for at in range(len(words) - RUN + 1)))


def _rank(person: Person | None) -> int:
    return 2 if person is None else 1 if person.is_family else 0


def _order(words: Words, said: Said) -> tuple[object, ...]:
    """The longest first; after that anything, as long as it is always the same."""
    key = () if said.person is None else said.person.key
    place = said.span.document_id, said.span.start, said.span.end, said.quote.kind
    return -len(words), words, _rank(said.person), key, place
