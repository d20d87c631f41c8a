"""Whom a sentence goes on about by what they are: "Lund left. |The Ohio senator| said", a name out.

A description that opens a sentence is of whom the sentence before is about, if they are that or
nothing is said of what they are; and the only judge of a text is "the judge". It is its own file
because grammar settles it, where `again` asks what fits and `choices` weighs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onix.reading.grammar.sentence_words import Region
from onix.reading.names.persons import nouns_in
from onix.reading.speakers.again import still_about
from onix.reading.speakers.bodies import keeps
from onix.reading.speakers.cast import Cast, Person
from onix.reading.speakers.choices import NOBODY, Signs
from onix.reading.speakers.descriptions import (
    Description,
    is_by_people,
    is_epithet,
    is_just_so,
    is_of_before,
    read_description,
)
from onix.reading.speakers.memory import Memory
from onix.reading.words import words_of

_CLOSE_BY = 1_500  # characters within which nobody else may be what somebody is called
_TOLD = 3_000  # characters within which the only one who is so is remembered
_JUST = 1  # paragraphs within which somebody was just named
_WORD = re.compile(r"[\w’'-]+")
_AND = re.compile(r"\b[Tt]he (?:[\w’-]+ ){0,3}(?P<noun>[a-z-]+) and \Z")
_AND_REACH = 60  # characters
# "the lawyer|, who left,|": not part of what somebody is called
_CLAUSE = re.compile(r",? (?:who|whose) ")
_ARE_SEVERAL = re.compile(r"\s(?:are|were|have|do)\b")
# One who is brought in so is another.
_NEW = frozenset({"new", "other", "another", "next", "second", "two"})
_LIKELY, _MAY_BE = 0.45, 0.2
_FAR = frozenset(f"{style}paragraphs {n}" for style in ("", "short ") for n in (2, 3))
_FROM = re.compile(r"\b(?:of|from)\s(?:the\s)?\Z")


class Epithets:
    """The people of one text, as what they are stands for them.

    Args:
        masked: The text with what stands in quote marks masked.
    """

    def __init__(self, masked: str, cast: Cast, memory: Memory) -> None:
        self._masked, self._cast, self._memory = masked, cast, memory
        self._holders: dict[str, str] = {}

    def of(self, source: Region, *, placed: bool) -> str | None:
        """Give whom a description means: whom the sentence before is about, or a text's only one.

        Args:
            placed: A place tells which one: "the Ohio senator", "the senator from Ohio".
        """
        described = list(self._read(source))
        if not described or _ARE_SEVERAL.match(self._masked, source[1]):
            return None
        at, first = source[0], described[0]
        return (
            self._before(at, described, placed=placed)
            or self._only(at, first)
            or self._only_so_far(at, first)
            or self._only_here(at, first)
        )

    def _read(self, source: Region) -> Iterator[Description]:
        """Read a description, in parts where it says two things: "the senator and candidate"."""
        words = _CLAUSE.split(self._masked[slice(*source)].lower(), maxsplit=1)[0]
        first, *more = words.split(" and ")
        if not first.startswith("the "):
            return
        for part in (first, *(f"the {each}" for each in more)):
            found = read_description(_WORD.findall(part), opens_text=False)
            if found is None or found.is_owned or not _NEW.isdisjoint(found.words):
                return
            if found.is_of_body or found.head in _nobodies():
                return
            yield found

    def _before(self, at: int, described: list[Description], *, placed: bool) -> str | None:
        """Give whom the sentence before is about, if this may be of them."""
        cast, memory = self._cast, self._memory
        place = still_about(at, cast.fitting(described[0].gender), memory, self._masked)
        if place is None:
            return None
        name = place.who(cast.fitting(described[0].gender))
        if any(memory.is_another(name, each.head, at) for each in described):
            return None
        person = cast.people[name]
        age = described[0].age
        if age is not None and (person.ages or cast.aged.get(age)) and age not in person.ages:
            return None
        if any(person.is_known_as(each.head) for each in described):
            so = any(is_just_so(each, person) for each in described)
            begin = place.start if not placed else at
            return name if so and self._nobody_since(name, begin, at, described) else None
        if any(each.head in words_of("roles", "races") for each in described):
            return None  # the other one is as near
        if keeps(memory, at, cast.fitting(described[0].gender)) not in (None, name):
            return None
        by_people = any(is_by_people(each) for each in described)
        if person.nouns and not (by_people and placed):
            return None
        if placed or (by_people and place.paragraph == memory.paragraph_at(at)):
            return name
        if by_people:
            return None  # a new paragraph may be about another who was named long before
        # "The driver" may be anybody; somebody who is known is called "the justice" untold.
        begin = place.start if not place.pronoun else self._named_at(name, place.start)
        alone = all(
            each.name in (name, "") or (place.pronoun and self._is_otherwise(each.name, described))
            for each in memory.between(begin, at)
        )
        is_office = any(each.head in words_of("roles", "offices") for each in described)
        if not (alone and is_office):
            return None
        return name if self._nobody_since(name, at - _CLOSE_BY, at, described) else None

    def _named_at(self, name: str, at: int) -> int:
        """Give where somebody was named last who is "he" at a place."""
        before = self._memory.between(at - _CLOSE_BY, at)
        named = [each.start for each in before if each.name == name and not each.pronoun]
        return named[-1] if named else at - _CLOSE_BY

    def _is_otherwise(self, name: str, described: list[Description]) -> bool:
        """Is somebody said to be what leaves no doubt that they are nobody who is called this?"""
        person = self._cast.people.get(name) or self._cast.bodies.get(name)
        if person is None:
            return False
        return bool(person.nouns) and not any(person.is_known_as(each.head) for each in described)

    def _nobody_since(self, name: str, begin: int, at: int, described: list[Description]) -> bool:
        """Has nobody else been named since who is said to be that?"""
        since = {place.name for place in self._memory.between(begin, at)} - {name}
        return all(since.isdisjoint(self._cast.known_as(each.head)) for each in described)

    def _only(self, at: int, description: Description) -> str | None:
        """Give the only one of a text who is said to be just that: "the judge", "the envoy"."""
        head = description.head
        extra = set(description.words[1:]) - {head}
        if description.age is not None:
            extra = {word for word in extra if not word.startswith(description.age)}
        holder = self._holder(head)
        if holder not in self._cast.fitting(description.gender):
            return None
        person: Person = self._cast.people[holder]
        if description.age is not None and person.ages - {description.age}:
            return None
        if not extra <= person.words or not is_just_so(description, person):
            return None
        if self._memory.is_another(person.name, description.head, at):
            return None
        if head in words_of("roles", "races"):
            # Nothing may be said of what the other one is.
            return person.name if person.name in last_named(at, self._memory) else None
        near = self._memory.between(at - _TOLD, at)
        return person.name if any(place.name == person.name for place in near) else None

    def _only_so_far(self, at: int, description: Description) -> str | None:
        """Give the only one so far who is said to be just that, if a reader has just met them.

        A text that names another one further on cannot mean that one yet.
        """
        cast, memory, head = self._cast, self._memory, description.head
        met = [name for name in cast.known_as(head) if memory.is_named_before(name, at)]
        if len(met) != 1 or met[0] not in cast.fitting(description.gender):
            return None
        name = met[0]
        person = cast.people[name]
        extra = set(description.words[1:]) - {head}
        said = head in person.nouns and extra <= person.words and is_just_so(description, person)
        if not said or head in words_of("roles", "races") or memory.is_another(name, head, at):
            return None
        if name.rpartition(" ")[2] in cast.people:
            return None  # "Mr. Lund" is another than "Ann Lund", and may be the president
        last = memory.paragraph_of(name, at)
        return name if last is not None and memory.paragraph_at(at) - last <= _JUST else None

    def _only_here(self, at: int, description: Description) -> str | None:
        """Give the only one of the paragraph so far who is said to be this: "the governor".

        A text may go from one governor to the next, a paragraph each.
        """
        cast, memory, head = self._cast, self._memory, description.head
        here = memory.paragraph_at(at)
        near = {each.name for each in memory.between(at - _CLOSE_BY, at) if each.paragraph == here}
        known = near.intersection(cast.known_as(head)) & cast.fitting(description.gender)
        if len(known) != 1 or head not in _held_by_one():
            return None
        (name,) = known
        person = cast.people[name]
        said = head in person.nouns and is_just_so(description, person)
        return name if said and not memory.is_another(name, head, at) else None

    def _holder(self, head: str) -> str:
        """Give the only one who is said to be that; "" for none or several."""
        if head not in self._holders:
            holders = self._cast.known_as(head)
            if head not in words_of("roles", "only"):
                # What others may be called, too, they are said to be: an actor may be "the star".
                people = self._cast.people
                holders = [
                    each for each in holders if each in people and head in people[each].nouns
                ]
            self._holders[head] = holders[0] if len(holders) == 1 else ""
        return self._holders[head]


def most_spoken_of(
    description: Description, rows: Mapping[str, Signs], found: Sequence[tuple[float, str]]
) -> str | None:
    """Give whom a text speaks of most, where it calls nobody else so and hardly another is near.

    That "the former president" or "the mogul" is Lund, it takes for known.

    Args:
        rows: The candidates with their signs.
        found: How likely each is, the likeliest first.
    """
    known = description.head in words_of("roles", "known")
    named_so = is_epithet(description) and not is_of_before(description)  # "the former colleague"
    if description.words[0] != "the" or not (known or named_so):
        return None
    (likely, name), *others = [each for each in found if each[1] != NOBODY] or [(0.0, NOBODY)]
    signs = {sign for sign, value in rows[name].items() if value}
    besides = description.age is not None or is_by_people(description)
    if "seen" not in signs or ("called otherwise" in signs and not besides):
        return None
    if "alone" in signs and likely >= _LIKELY:
        return name if " " in name or "most named" in signs else None
    if "most named" not in signs:
        return None
    runs = description.head in words_of("roles", "races")  # the other one is as near
    if "alone near" in signs and likely >= _LIKELY and not runs:
        return name
    last = {"plain", "rank 0"} <= signs and _FAR.isdisjoint(signs)
    beside = others[0][0] if others else 0.0
    return name if known and last and likely >= _MAY_BE and beside < likely / 4 else None


def last_named(at: int, memory: Memory) -> Sequence[str]:
    """Give who was named last before a place, if anybody was within what a reader remembers."""
    return [each.name for each in memory.named(at - _TOLD, at) if each.name][-1:]


def whole_of(masked: str, source: Region) -> Region:
    """Give all that one is called: "|the senator and |candidate", which is nobody else's calling.

    A second person would have an article.
    """
    joined = _AND.search(masked, max(0, source[0] - _AND_REACH), source[0])
    if joined is None or not nouns_in(joined["noun"]):
        return source
    return joined.start(), source[1]


def names_its_place(masked: str, source: Region, held: int) -> bool:
    """Does a place or body that a description ends with say where somebody is from?

    Args:
        held: Where that begins: "the senator from |Ohio|".
    """
    return _FROM.search(masked, source[0], held) is not None


def _held_by_one() -> frozenset[str]:
    """Give the nouns for what one person is at a time: not "the king", whose family is near."""
    return words_of("roles", "offices") | (words_of("roles", "only") - {"king", "queen"})


def _nobodies() -> frozenset[str]:
    """Give the nouns that somebody who was just named is not called again by."""
    return (
        words_of("people", "for_others") | words_of("roles", "kin") | words_of("roles", "anybody")
    )
