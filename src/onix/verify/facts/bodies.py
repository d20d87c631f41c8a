"""Is somebody of the body that a draft says: an institute, a union? A line in, what there is out.

A body that the record has nowhere, beside somebody whom the record has of another, or nearly the
name of one: "the Volta Centre for Policy". It is its own file because a spelling is held against
one name (`names.py`), and here a name is held against whose it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from onix.model import Span
from onix.reading.names.identities import person_key
from onix.reading.names.identities import words_of as words_of_name
from onix.reading.words import words_of
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, small_words
from onix.verify.facts.names import Names, plain
from onix.verify.facts.roles import Key, people_of
from onix.verify.facts.shelf import Shelf

Words = frozenset[str]
_NEARLY = 0.5  # how alike two names and what is around them are, where one is nearly the other
# "Anna Berg of the", "Anna Berg, an economist at the"
_BEHIND = re.compile(r"(?:,\s(?:[a-z-]+\s){1,6}?|\s)(?:of|at|from|with)\s(?:the\s)?")
_BEFORE = re.compile(r"['’]s?\s(?:[a-z-]+\s){1,5}")  # "the institute's chief economist Anna Berg"
_ITS = re.compile(r"(?:Its|Their)\s(?:[a-z-]+\s?){1,5},?\s")  # of what the sentence before names
_OF = frozenset({"of", "for"})  # behind what it is: "the Volta Centre for Policy"
_INITIALS = 2  # letters of a short form, at least


class Bodies:
    """The bodies that the sources name, and who is of which."""

    def __init__(self, shelf: Shelf, names: Names) -> None:
        self._shelf, self._names = shelf, names
        self._all = [(body, line) for line in shelf.lines for body in _bodies(line)]
        self._of: dict[Key, list[tuple[Span, Line]]] = defaultdict(list)
        for before, line in zip([None, *shelf.lines], shelf.lines, strict=False):
            same = before if before and before.document.id == line.document.id else None
            for key, body in _members(line, same):
                self._of[key].append((body, same if same and body not in _bodies(line) else line))

    def verify(self, line: Line, before: Line | None, known: frozenset[Words]) -> Iterator[Found]:
        """Give the bodies of a draft's line in whose place the record has another.

        Whom texts name that nobody gave for the draft may be of several.

        Args:
            known: The bodies of the draft: what it names itself is meant nowhere else.
        """
        members = {body: key for key, body in _members(line, before, self._of)}
        for body in _bodies(line):
            words = _words(body)
            if line.is_quoted(body) or self._is_known(body, words):
                continue
            own = self._of.get(members.get(body, ("", "", "")), [])
            own = [each for each in own if not self._shelf.is_looked_up(each[1])]
            others = own if own else self._nearly(line, body, words)
            if others and not any(_may_be_one(words, _words(each)) for each, _ in others):
                place, where = others[0]
                if _words(place) not in known:
                    yield Found("name", body, "contradicted", where, place, "name")

    def _is_known(self, body: Span, words: Words) -> bool:
        return self._names.holding(words_of_name(plain(body.text))) is not None or any(
            words <= _words(each) for each, _ in self._all
        )

    def _nearly(self, line: Line, body: Span, words: Words) -> list[tuple[Span, Line]]:
        """Give the body of the record of which this one has most of the words."""
        found = []
        for each, where in self._all:
            others = _words(each)
            shared = words & others - words_of("roles", "bodies") - words_of("facts", "bodies")
            if shared and words - others and 2 * len(words & others) >= len(others):
                likeness = self._shelf.likeness(line, body, where, each)
                if likeness >= _NEARLY:
                    found.append((likeness, each, where))
        found.sort(key=lambda each: -each[0])
        return [(each, where) for _, each, where in found[:1]]


def bodies_of(lines: Sequence[Line]) -> frozenset[Words]:
    """Give the bodies that lines name, each by its words."""
    return frozenset(_words(body) for line in lines for body in _bodies(line))


def _bodies(line: Line) -> list[Span]:
    """Give the names of a line that end in what a body is, or begin with it: "University of"."""
    return [each for each in line.names if _is_body(words_of_name(plain(each.text)))]


def _is_body(words: Sequence[str]) -> bool:
    nouns = words_of("roles", "bodies") | words_of("facts", "bodies")
    ends = {words[0], words[-1], *(one for one, behind in pairwise(words) if behind in _OF)}
    return len(words) > 1 and not nouns.isdisjoint(ends)


def _members(
    line: Line, before: Line | None, known: Collection[Key] = ()
) -> Iterator[tuple[Key, Span]]:
    """Give who is of which body by a line; names that are `known` to be people's are, too."""
    text = line.document.text
    bodies = _bodies(line)
    people = dict(people_of(line))
    people |= {each: key for each in line.names if (key := person_key(each.text)) in known}
    for name, key in people.items():
        for body in bodies:
            behind = text[name.end : body.start] if body.start >= name.end else ""
            ahead = text[body.end : name.start] if body.end <= name.start else ""
            if _BEHIND.fullmatch(behind) or _BEFORE.fullmatch(ahead):
                yield key, body
        if before is not None and _ITS.fullmatch(text[line.span.start : name.start]):
            yield from ((key, body) for body in _bodies(before)[:1])


def _words(body: Span) -> Words:
    return frozenset(word for word in words_of_name(plain(body.text)) if word not in small_words())


def _may_be_one(one: Words, other: Words) -> bool:
    """Has one all words of the other, or is it short for it?"""
    if one <= other or other <= one:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and len(next(iter(short))) >= _INITIALS and len(long) > 1
