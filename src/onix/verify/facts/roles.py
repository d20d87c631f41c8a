"""Is somebody what a draft calls them? Names with titles of a line in, what the record has out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from onix.model import Document, Span
from onix.reading.names.identities import behind_titles, may_be_one_given, person_key
from onix.reading.names.identities import words_of as words_of_name
from onix.reading.words import words_of
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line
from onix.verify.facts.names import plain
from onix.verify.facts.offices import contradicts, is_same_office
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.titles import Title, is_title, titles_of

Key = tuple[str, ...]
_TWO = 2  # words that a full name has at least


class Roles:
    """Everybody whom the sources name, with their titles and what stands beside them."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.held: dict[Key, list[tuple[Title, Line]]] = defaultdict(list)
        self.words: dict[Key, set[str]] = defaultdict(set)
        self._names: dict[Key, tuple[Line, Span]] = {}
        for line in shelf.lines:
            for name, key in people_of(line):
                self.words[key] |= line.stems
                self._names.setdefault(key, (line, name))
                self.held[key] += [(title, line) for title in titles_of(line, name)]
        for document in dict.fromkeys(line.document for line in shelf.lines):
            for label, name, title in _labelled(document):
                key = person_key(plain(name.text))
                if len(key) == 3:
                    self._names.setdefault(key, (label, name))
                    self.held[key].append((title, label))

    def is_of_another_time(self, line: Line, title: Title, held: Title) -> bool:
        """Is it only that who was something then is it no more, in what nobody gave?"""
        return self._shelf.is_looked_up(line) and title.ranks ^ held.ranks == {"former"}

    def people_in(self, line: Line) -> Iterator[tuple[Span, Key]]:
        """Give the people of a line, with names that are known to be people's from the sources."""
        found = list(people_of(line))
        yield from found
        for name in line.names:
            key = person_key(plain(name.text))
            if key in self.words and not any(name.overlaps(each) for each, _ in found):
                yield name, key

    def others(self, key: Key, title: Title) -> Iterator[tuple[Title, Line]]:
        """Give the same office where it is another's."""
        for other, titles in self.held.items():
            if other == key or _may_be_one(key, other):
                continue
            is_kin = key[:2] == other[:2]  # "Walter Pruitt Jr." and "Walter Pruitt III"
            for held, line in titles:
                if self._shelf.is_looked_up(line):
                    continue  # one after the other has it, and several have one like it
                is_one = is_same_office(held, title) and held.ranks == title.ranks
                if held.houses and title.houses and held.houses.isdisjoint(title.houses):
                    continue  # the Estonian prime minister is no other than the British one
                told = _is_within(title.fields, held.fields) or _is_within(
                    title.houses, held.houses
                )
                if is_one and (is_kin or told):
                    yield held, line

    def holders(self, key: Key, title: Title) -> Iterator[tuple[Title, Line]]:
        """Give a post told by its field where it is another's, and this person's by no source.

        "The race director" is one, and whoever is called the team's sports director is not.
        """
        own = [each for each, _ in self.held.get(key, [])]
        told = title.fields | title.houses
        if not title.fields or any(
            each.head == title.head
            and (title.fields <= each.fields | each.houses or not each.fields)
            for each in own
        ):
            return
        if not any(each.head in words_of("facts", "leading") for each in (title, *own)):
            return
        for other, titles in self.held.items():
            if other != key and not _may_be_one(key, other):
                for held, line in titles:
                    is_one = held.head == title.head and held.ranks == title.ranks
                    if is_one and (held.fields | held.houses) and told == held.fields | held.houses:
                        yield held, line

    def namesakes(self, key: Key, title: Title, told: str) -> Iterator[tuple[Span, Line]]:
        """Give who has one name of somebody unknown and the very title."""
        for other, titles in self.held.items():
            is_near = may_be_one_given(key[0], other[0]) != (key[1] == other[1])
            if (
                is_near
                and not _may_be_one(key, other)
                and any(_is_same(title, each) for each, _ in titles)
            ):
                line, name = self._names[other]
                if name.text != told and not _is_part(name.text, told):
                    yield name, line


def _is_within(one: frozenset[str], other: frozenset[str]) -> bool:
    """Has one set of words all of the other, and this some?

    The "House majority leader" and the "House GOP leader" are two.
    """
    return bool(one & other) and (one <= other or other <= one)


def _may_be_one(one: Key, other: Key) -> bool:
    """Is one given name the other's initial: "M Thackeray", "Miriam Thackeray"?"""
    return one[1] == other[1] and one[0] != other[0] and may_be_one_given(one[0], other[0])


def _is_part(one: str, other: str) -> bool:
    """Are all words of one name in the other: "Aurelio Quispe", "Aurelio Quispe Marín"?"""
    mine, theirs = (
        {part for word in words_of_name(each) for part in word.split("-")} for each in (one, other)
    )
    return mine <= theirs or theirs <= mine


def _is_same(one: Title, other: Title) -> bool:
    if one.head != other.head or one.ranks != other.ranks:
        return False
    return one.fields == other.fields or bool(one.houses & other.houses)


def people_of(line: Line) -> Iterator[tuple[Span, Key]]:
    """Give the people that a line names in full, and the key of each."""
    for mention in line.mentions:
        name = mention.name or mention.span.text
        words = name[behind_titles(name, 0, len(name)) :].split()
        while len(words) > _TWO and is_title(words[0]):
            words = words[1:]  # "Lead Investigator Sanjay Pruthi"
        key = person_key(plain(" ".join(words)))
        is_row = mention.span.text[:1].islower() and " and " in mention.span.text
        is_cut = words[-1:] != [] and words[-1][:1].islower()  # "Anna van der" of a longer name
        if mention.kind == "person" and len(key) == 3 and not (is_row or is_cut):
            yield mention.span, key


def _labelled(document: Document) -> Iterator[tuple[Line, Span, Title]]:
    """Give what the labels of a transcript say that people are: a label, a name, a title.

    "ANNA BERG, CHIEF FINANCIAL OFFICER" is read in small letters, as a sentence would have it.
    """
    for speaker in dict.fromkeys(turn.speaker for turn in document.turns if turn.speaker):
        name, comma, title = speaker.partition(", ")
        small = name.title() + comma + title.lower()
        at = document.text.find(f"{speaker}:") if comma else -1
        if at < 0 or len(small) != len(speaker):
            continue
        read = replace(document, text=document.text[:at] + small, turns=())
        line = Line(read, read.span(at, at + len(small)), -1, ())
        label = Line(document, document.span(at, at + len(small)), -1, ())
        for each in titles_of(line, read.span(at, at + len(name))):
            span = document.span(each.span.start, each.span.end)
            yield label, document.span(at, at + len(name)), replace(each, span=span, whole=None)


def verify_roles(roles: Roles, line: Line) -> Iterator[Found]:
    """Give what the record says of each title of a line; of many it says nothing."""
    for name, key in roles.people_in(line):
        if line.is_quoted(name):
            continue
        for title in titles_of(line, name):
            found = _verify(roles, line, name, key, title)
            if found is not None:
                yield found


def _has_in_full(line: Line, title: Title) -> bool:
    """Has the record a title of several words, word for word, where it names who has it?"""
    told = title.span.text.lower()
    is_of_something = bool(title.fields | title.houses)
    return bool(title.ranks) and is_of_something and told in line.span.text.lower()


def _verify(roles: Roles, line: Line, name: Span, key: Key, title: Title) -> Found | None:
    start, end = min(title.span.start, name.start), max(title.span.end, name.end)
    span = line.document.span(start, end)
    held = roles.held.get(key, [])
    own = [each for each, _ in held]
    if any(_has_in_full(where, title) for _, where in held):
        return None  # "Croft, the strategist and a former CIA analyst": she is both
    against = contradicts(title, own, frozenset(roles.words.get(key, ())))
    if against is not None:
        where = next(line for each, line in held if each is against)
        if roles.is_of_another_time(where, title, against):
            return None
        is_of_another = against.head == title.head and against.houses != title.houses
        if title.whole is not None and is_of_another:
            span = line.document.span(start, max(end, title.whole.end))
        return Found("name", span, "contradicted", where, against.span, "title")
    for each, where in roles.holders(key, title) if own else ():
        return Found("name", span, "contradicted", where, each.span, "title")
    for each, where in held:
        if is_same_office(title, each):
            return Found("name", span, "supported", where, each.span)
    if key in roles.held:
        for each, where in roles.others(key, title):
            return Found("name", span, "contradicted", where, each.span, "title")
        return None
    for named, where in roles.namesakes(key, title, name.text):
        return Found("name", name, "contradicted", where, named, "name")
    return None
