"""Whom "the director", "his wife" and "the company" fit: a description in, signs of candidates out.

It is its own file because what somebody is called has nothing to do with when they were named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from onix.reading.grammar.function_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    cue_classes,
)
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.genders import Gender, gender_of_noun
from onix.reading.names.identities import words_of as name_words
from onix.reading.names.origins import head_of
from onix.reading.names.persons import nouns_in, people_nouns
from onix.reading.speakers.cast import Cast, Person, is_field
from onix.reading.speakers.choices import NOBODY, Signs
from onix.reading.words import one_of, sections, words_of

_WORD = re.compile(r"[\w’'-]+")
CLAUSES = frozenset(sections("grammar")["noun_clauses"])
NOUN_ENDS = CLAUSES | frozenset(sections("grammar")["noun_prepositions"])
_DEFINITE = frozenset({"the", "this", "that", "our", "his", "her", "their", "my"})
_OWNERS = frozenset({"his", "her", "their", "my", "our"})
_YEARS = "-year-old"
_BEFORE = frozenset({"former", "retired", "ex"})
# "the mum-of-two", "the father of four"
_PARENT = re.compile(
    r"the (mum|mom|mother|dad|father|grand(?:mother|father|ma|pa))[ -]of[ -]"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
)
_DESCRIBED = re.compile(r"\b[Tt]he((?: [\w-]+){1,4})")
# "the new mayor" may be another than the mayor, and "the mayor of Riga" another than Riga’s last.
_NO_QUALITY = (
    frozenset({"other", "next", "new", "late", "previous", "first", "second", "own"})
    | PREPOSITIONS
    | DETERMINERS
    | AUXILIARIES
)
_RANKS = frozenset({"vice", "deputy", "assistant", "associate"})
# Whoever is called so has had a post, or gives it up.
GONE = frozenset({"former", "ex", "outgoing", "previous", "departing", "retiring"})
_TIMES = frozenset({"former", "ex", "late", "acting", "interim", "incoming", "outgoing"})
# Nobody who is something like it is called so.
_EXACT = frozenset({"president", "director", "prosecutor", "governor", "general", "secretary"})
# What says nothing of which one it is.
_SAME = frozenset({"central", "whole", "entire"})
_PLAIN = frozenset({"agency", "organization", "organisation", "association", "body"})
_IS_WHAT = re.compile(
    r"(?:\b(?:is|was|be|been|became|becom(?:e|es|ing)|as)(?: also| now| still)?|\w,) \Z"
)
_BESIDE = 14
# "the university plans" is over, "the university presidents" is not.
_PRESENT = frozenset(word for word in cue_classes() if word.endswith("s")) | words_of(
    "grammar", "present"
)
_PAST = frozenset(sections("grammar")["past"])
_AGED = re.compile(
    r"\b[Tt]he \d{1,3}-year-old\b(?=[,.] |\n| (?:has|had|was|is|also|then|[a-z]+(?:ed|s))\b)"
)
# What follows a noun phrase that is over: not "the official |app|".
_ENDS = re.compile(
    r"[,.;:!?’'”)\n\x01]|\Z| (?:and|but|or|to|on|by|with|after|before|when|while|as|not|also|then|"
    rf"{one_of(ADVERBS | AUXILIARIES | _PRESENT | _PAST)}|[a-z]+(?:ed|ly|self)"
    r"|[a-z]{2,}s (?:an?|the|its|his|her|their|\d+))\b"  # "the company |employs 840|"
)


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase without a name.

    Attributes:
        words: In lower case, the article first.
        head: The noun it is about.
        age: In years, where it gives one.
    """

    words: tuple[str, ...]
    head: str
    age: str | None

    @property
    def is_of_body(self) -> bool:
        """Is it one of an organisation: "the council"?"""
        return self.head in _body_nouns()

    @property
    def gender(self) -> Gender | None:
        """The gender that its noun tells."""
        return gender_of_noun(self.head)

    def may_be(self, person: Person) -> bool:
        """May this be somebody: a spokeswoman or a lawyer is nobody who is said to be otherwise?

        Where it is somebody’s ("the mayor’s spokeswoman"), the text has to say that they are one.
        Nor is a Republican "the Oregon Democrat", a Democrat from Ohio neither, nor the minister
        "the former minister"; but a president is called "the former president" without more ado.
        """
        parties = words_of("roles", "parties")
        if self.head in parties and person.nouns & parties and self.head not in person.nouns:
            return False
        own, theirs = (_state_words() & each for each in ({*self.words}, person.words))
        if own and theirs and not own <= theirs:
            return False
        gone = GONE.intersection(self.words) and self.head not in words_of("roles", "offices")
        if gone and self.head in person.nouns and person.words.isdisjoint(GONE):
            return False
        if self.head not in words_of("people", "for_others"):
            return True
        return person.is_known_as(self.head) or not (self.is_owned or person.nouns)

    @property
    def is_owned(self) -> bool:
        """Is it somebody's or something's: "his lawyer", "the mayor’s office"?"""
        return self.words[0] in _OWNERS or any(word.endswith(("’s", "'s")) for word in self.words)


def find_descriptions(masked: str, cast: Cast) -> Iterator[Region]:
    """Give the places of "the engineer" where somebody is said to be an engineer.

    Args:
        masked: The text with what stands in quote marks masked.
    """
    roles = _role_nouns()
    for match in _AGED.finditer(masked):
        if not _IS_WHAT.search(masked, max(0, match.start() - _BESIDE), match.start()):
            yield match.span()
    for match in _DESCRIBED.finditer(masked):
        written = match.group(1).split()
        words = [word.lower() for word in written]
        if roles.isdisjoint(words):
            continue
        if _IS_WHAT.search(masked, max(0, match.start() - _BESIDE), match.start()):
            continue
        for last, word in enumerate(words):
            # "the |New| Jersey governor" is no new one.
            if word in _NO_QUALITY and word not in roles and written[last].islower():
                break
            if word not in roles or not (written[last][0].islower() or word in peoples()):
                continue
            end = match.start() + len(" ".join(["The", *words[: last + 1]]))
            if _ENDS.match(masked, end):
                known = word not in words_of("roles", "anybody") and cast.known_as(word)
                if known or _may_be_epithet(word):
                    yield match.start(), end
                break


def read_description(words: Sequence[str], *, opens_text: bool) -> Description | None:
    """Read the words, in lower case, of what may be a description of somebody who is named.

    Args:
        opens_text: Here "a vet" may be somebody whose name comes later.
    """
    if len(words) < 2 or not (words[0] in _DEFINITE or (opens_text and words[0] in ("a", "an"))):
        return None
    head = head_of(" ".join(words))
    if (parent := _PARENT.fullmatch(" ".join(words))) is not None:
        head = parent[1]
    age = next((word[: -len(_YEARS)] for word in words if word.endswith(_YEARS)), None)
    if head not in _body_nouns() and not nouns_in(head) and age is None and head not in peoples():
        return None
    return Description(tuple(words), head, age)


def is_company(description: Description) -> bool:
    """Is it one that seldom says so in its name: "the company", "the insurer"?"""
    return description.head in words_of("roles", "companies")


def is_telling(description: Description) -> bool:
    """Does its noun stand in most names of what it is, so that it tells which: "the union"?"""
    return description.head in words_of("roles", "telling")


def is_by_people(description: Description) -> bool:
    """Is somebody called by a people or a party, whatever else they are: "the Swede"?"""
    return description.head in peoples()


def is_epithet(description: Description) -> bool:
    """Is somebody called so who was just named: "the actress", and not "the driver"?"""
    if description.is_owned:
        return False
    if is_by_people(description) or is_of_before(description):
        return True
    if _PARENT.fullmatch(" ".join(description.words)) is not None:
        return True
    return description.age is not None or _may_be_epithet(description.head)


def is_of_before(description: Description) -> bool:
    """Does it say what somebody was, whatever they are now: "the former miner"?

    Not "the former president", who may be known to everybody.
    """
    if description.head in words_of("roles", "offices") | words_of("roles", "only") | {"minister"}:
        return False
    return not _BEFORE.isdisjoint(description.words[1:-1])


@cache
def _may_be_epithet(noun: str) -> bool:
    return noun in words_of("roles", "epithets") or is_field(noun)


def is_just_so(description: Description, person: Person) -> bool:
    """Is somebody said to be this, or what may be called so, of no other rank or time?

    "The president" is no vice president, "the former mayor" not the mayor, and "the Green nominee"
    not the Labour one.
    """
    head, words = description.head, set(description.words)
    if head in words_of("roles", "races") and not set(description.words[1:-1]) <= person.words:
        return False
    if (_RANKS | _TIMES) & person.words & words != (_RANKS | _TIMES) & words:
        return False
    if _RANKS & person.words != _RANKS & words:
        return False
    return head in person.nouns or (person.is_known_as(head) and head not in _EXACT)


def may_be(body: Person, description: Description) -> bool:
    """May an organisation be what is described, going by its name and what it is said to be?

    "The left-wing party" may be another than the party: words before the noun have to be said of
    it, too.
    """
    if body.nouns:
        fits = body.is_known_as(description.head)
    else:
        fits = is_company(description) or description.head in _PLAIN
    return fits and more_words(description) <= words_with(body)


def more_words(description: Description) -> Set[str]:
    """Give the words of a description before its noun that have to be said of whom it means."""
    return set(description.words[1:-1]) - _SAME


def words_with(body: Person) -> Set[str]:
    """Give the words of a body's name, and those by which it is told of."""
    return body.words | set(name_words(body.name))


def add_people_signs(
    rows: Mapping[str, Signs], cast: Cast, description: Description, last: str | None
) -> None:
    """Add which of the candidates the description of a person fits.

    Args:
        last: Who spoke last.
    """
    _add_roles(rows, cast.people, description)
    qualified = set(description.words[1:]) - {description.head}
    is_kin = description.head in words_of("roles", "kin")
    age = description.age
    for name, signs in rows.items():
        if name == NOBODY:
            continue
        person = cast.people[name]
        gender = description.gender
        signs["of that gender"] = float(gender is not None and person.gender == gender)
        signs["words"] = len(qualified & person.words) / max(1, len(qualified))
        signs["same family"] = float(is_kin and last is not None and _are_family(name, last))
        if age is not None:
            signs["of that age"] = float(age in person.ages)
            signs["of another age"] = float(bool(person.ages) and age not in person.ages)
    nobody = rows[NOBODY]
    nobody["anybody"] = float(description.head in words_of("roles", "anybody"))
    nobody["of another"] = float(description.words[0] in _OWNERS)
    nobody["new"] = float(description.words[0] in ("a", "an"))
    nobody["by age"] = float(age is not None)


def add_body_signs(rows: Mapping[str, Signs], cast: Cast, description: Description) -> None:
    """Add which of the candidates the description of an organisation fits."""
    _add_roles(rows, cast.bodies, description)
    company = description.head in words_of("roles", "companies")
    for name, signs in rows.items():
        if name != NOBODY:
            signs["plain company"] = float(company and not cast.bodies[name].nouns)
    if company:
        firms = [
            name
            for name in rows
            if name != NOBODY
            and (not (nouns := cast.bodies[name].nouns) or nouns & words_of("roles", "companies"))
        ]
        if len(firms) == 1:
            rows[firms[0]]["alone company"] = 1.0
    nobody = rows[NOBODY]
    nobody["of another"] = float(description.is_owned)
    nobody["no company"] = float(not company)
    nobody["qualified"] = float(len(description.words) > 2)


def add_gender_signs(rows: Mapping[str, Signs], cast: Cast, gender: Gender) -> None:
    """Add how well the candidates' gender is known to be that of a pronoun."""
    other: Gender = "m" if gender == "f" else "f"
    for name, signs in rows.items():
        if name != NOBODY:
            person = cast.people[name]
            signs["gender"] = float(person.gender == gender)
            signs["gender leans"] = float(person.signs[gender] > person.signs[other])
            signs["gender leans away"] = float(person.signs[gender] < person.signs[other])
            signs["full name"] = float(" " in name)
            signs["surely a person"] = float(person.is_sure)


def _add_roles(
    rows: Mapping[str, Signs], people: Mapping[str, Person], description: Description
) -> None:
    """Add which of the candidates are said to be what they are called here."""
    head, rank = description.head, _RANKS.intersection(description.words)
    known = [name for name in rows if name != NOBODY]
    # "the president" is no vice president.
    ranked = [name for name in known if _RANKS.intersection(people[name].words) == rank]
    so = [name for name in ranked if head in people[name].nouns]
    alike = [name for name in ranked if people[name].is_known_as(head)]
    for name in known:
        signs = rows[name]
        signs["called so"] = float(name in so)
        signs["may be called so"] = float(name in alike and name not in so)
        signs["called otherwise"] = float(bool(people[name].nouns) and name not in alike)
        signs["plain"] = float(not people[name].nouns)
        signs["alone so"] = float([name] == so)
        signs["alone alike"] = float(not so and [name] == alike)
    rows[NOBODY]["nobody so"] = float(not alike)


def _are_family(name: str, other: str) -> bool:
    return name != other and name.split()[-1] == other.split()[-1]


@cache
def peoples() -> frozenset[str]:
    """Give what one of a people, a town or a party is called, in lower case: "swede"."""
    demonyms = {word.lower() for word in sections("kinds")["demonyms"]}
    return words_of("roles", "peoples") | demonyms


@cache
def _state_words() -> frozenset[str]:
    words = {word for state in sections("kinds")["states"] for word in state.lower().split()}
    return frozenset(words - words_of("kinds", "place_words"))  # "new", "north"


@cache
def _role_nouns() -> frozenset[str]:
    return people_nouns() | _body_nouns()


@cache
def _body_nouns() -> frozenset[str]:
    return words_of("roles", "bodies") - people_nouns()
