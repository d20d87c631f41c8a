"""Whom "the governor" goes on about: a description in, whoever was just spoken of or nobody out.

And whether "she" is a spokeswoman without a name who goes on speaking, and so nobody who is named.

It is its own file because nothing is weighed here: it is whom the sentence before is about or who
spoke last, if they are that, or may be, and nobody else near is.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Set
from functools import cache

from onix.reading.grammar.quotemarks import MASK
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.genders import Gender, gender_of_noun
from onix.reading.names.origins import head_of
from onix.reading.names.persons import nouns_in
from onix.reading.speakers.bodies import keeps, subject_before
from onix.reading.speakers.cast import OF_FIRST_NAME, Cast, Person, is_field
from onix.reading.speakers.descriptions import (
    Description,
    is_by_people,
    is_epithet,
    is_just_so,
    is_of_before,
    peoples,
)
from onix.reading.speakers.memory import Memory, Place
from onix.reading.speakers.standing import is_said_by
from onix.reading.words import words_of

# "In an interview with Ann Lee, |the minister|", "Pressed by Odd Lund, |the chief|"
_LED_IN = re.compile(
    r"\s*(?:At|By|During|In|On|To|With|[A-Z][a-z]+(?:ed|ing))\s"
    r"(?:(?!\bs?he\b)[^,;:!?\x01“”])+,\s"
    # "In a short message to them |she|", "Outside the court |he|"
    r"|\s*(?:After|At|By|During|From|In|Inside|On|Outside)\s(?:(?!s?he\b)[\w’'-]+\s){1,8}"
)
# "But |he|", "Then |he|"
_GOES_ON = re.compile(r"\s*(?:(?:And|But|Then|Still|Yet|Later|Instead)\s)?")
# "Lund|’s lawyer, the former judge| Odd Roe"
_OWN = re.compile(
    r"[’']s?\s(?:[a-z-]+\s){0,2}([a-z-]+),?\s(?:(?:(?:an?|the)\s)?(?:[a-z-]+\s){1,3})?"
)
_PLAIN = re.compile(r"\w")
_INSERTED = re.compile(r", (?:he|she) (?:has |had )?[a-z]+[,.;]")  # "The pier, |she| said, …"
_ADDS_BEHIND = re.compile(r"\s(?:also\s[a-z]+|added|adds|continued|continues)\b")
_ADDED_BEFORE = re.compile(r"\b(?:added|adds|continued|continues)\s\Z")
_ADDED = 20  # characters
_KEEPS_IT = 2  # paragraphs within which somebody has the word
_GOES_ON_FOR = 8  # paragraphs
_OFTEN = 3  # times that a text about a race names somebody who runs
_BESIDE = 300  # characters within which no other is what somebody from a place is called
_CLOSE_BY = 1_500  # characters within which nobody else may be what somebody is called


def called_again(
    description: Description, at: int, cast: Cast, memory: Memory, masked: str, *, placed: bool
) -> str | None:
    """Give whom a description goes on about: the only one near who is, or may be, one.

    Where nobody was said to be one, an epithet ("the actress") may be of somebody of whom nothing
    else is told but a post; a reader learns it only then.

    Args:
        placed: A place tells which one: "the Riga senator".
    """
    head = description.head
    by_people = is_by_people(description)
    besides = (
        by_people
        or head.endswith("year-old")
        or head in words_of("roles", "positions")
        or is_of_before(description)
    )
    begin = _begin(memory, at)
    name = subject_before(memory, begin) or keeps(memory, at)
    if name is None or name not in cast.fitting(description.gender):
        return None
    if memory.is_another(name, head, at):
        return None
    person = cast.people[name]
    known = cast.known_as(head)
    # "Lund said |the mayor| was late" is about another mayor; "the mayor’s car" may be his.
    within = next(memory.between(memory.begins(memory.unit_at(at)), begin), None)
    if within is not None and within.name == name and "," not in masked[within.end : begin]:
        end = at + len(" ".join(description.words))
        if not masked.startswith(("’s", "'s"), end):
            return None
    if name in known:
        near = memory.between(at - _CLOSE_BY, at)
        last, here = memory.turns[-1] if memory.turns else None, memory.paragraph_at(at)
        if last is not None and (last.name, last.paragraph) == (name, here):
            near = (each for each in near if each.paragraph == here)  # who has the word
        others = {each.name for each in near} - {name}
        sure = not description.is_owned and others.isdisjoint(known)
        return name if sure and is_just_so(description, person) else None
    if head in words_of("roles", "races") and not _may_run(name, cast, memory):
        return None
    placed = placed or not peoples().isdisjoint(description.words[:-1])
    # Where it opens its sentence or ends a quotation that does, others who are it may be far away.
    lead = memory.lead(memory.unit_at(at), at)
    opens = begin == memory.begins(memory.unit_at(at)) or (MASK in lead and not _PLAIN.search(lead))
    opens = opens and head not in words_of("roles", "offices")
    if (known and not (placed or besides or opens)) or not is_epithet(description):
        return None
    # In the sentence that is about him, he is "he".
    if within is not None and (placed or besides) and not description.age:
        return None
    reach = _BESIDE if placed else _CLOSE_BY
    if not {each.name for each in memory.between(at - reach, at)}.isdisjoint(known):
        return None
    if by_people and not placed and memory.paragraph_of(name, at) != memory.paragraph_at(at):
        return None  # a new paragraph may be about another who has been named long before
    callings = set() if besides else person.nouns - _besides()
    if is_field(head):
        callings -= words_of("roles", "learned")  # a doctor may be "the oncologist"
    if callings or not (person.is_sure or " " in name):
        return None
    if description.age is not None and (person.ages or cast.aged.get(description.age)):
        return None
    near = memory.between(memory.begins(memory.unit_at(at) - 1), at)
    others = {each.name for each in near if (each.subject and each.opens) or not placed} - {name}
    if opens and name == subject_before(memory, begin) == keeps(memory, at):
        others = set()  # who has the word goes on
    may_be = (each for each in others if each in cast.people)
    return None if any(besides or not _is_otherwise(cast.people[each]) for each in may_be) else name


def _is_otherwise(person: Person) -> bool:
    """Is somebody said to be what tells who they are, and not just a leader or a cousin?"""
    return bool(person.nouns - _besides())


@cache
def _besides() -> frozenset[str]:
    """Give what somebody may be besides what a text calls them: a leader, a cousin."""
    return words_of("roles", "positions") | words_of("roles", "kin")


def _may_run(name: str, cast: Cast, memory: Memory) -> bool:
    """May somebody be "the Green nominee": a text names such often, and as no spokesman or aide?"""
    politics = (words_of("roles", section) for section in ("offices", "parties", "races"))
    if not cast.people[name].nouns <= frozenset().union(*politics) - {"president"}:
        return False  # of a firm, too
    named = memory.times(name)
    others = (memory.times(each) for each in cast.people if each != name)
    return named >= _OFTEN or named > max(others, default=0)


def led_in_by(at: int, memory: Memory) -> Set[str]:
    """Give who is named in what leads up to a place: "Asked by |Ann Lee|, the mayor": not her."""
    begin = memory.begins(memory.unit_at(at))
    return {place.name for place in memory.between(begin, at) if place.governed}


def _begin(memory: Memory, at: int) -> int:
    """Give where a sentence begins of which no more than "Asked by Ann Lee, " stands before."""
    unit = memory.unit_at(at)
    return memory.begins(unit) if _LED_IN.fullmatch(memory.lead(unit, at)) else at


def nobody_goes_on(
    at: int, gender: Gender, fits: Container[str], memory: Memory, *, adds: bool
) -> bool:
    """Does somebody without a name go on: "A spokeswoman said so. |She| said it was over"?

    So it is in the paragraph in which they spoke last, as long as no sentence behind is about
    somebody else who fits.

    Args:
        adds: Here they only add something, so that their noun need not tell a gender; nor need it
            in their own sentence ("A consultant told us more: a third, he said, was spent").
    """
    last = memory.turns[-1] if memory.turns else None
    if last is None or not last.noun or last.paragraph != memory.paragraph_at(at):
        return False
    told = gender_of_noun(last.noun)
    same = adds or last.unit == memory.unit_at(at)
    if told != gender and not (told is None and same):
        return False
    behind = memory.between(memory.begins(last.unit + 1), at)
    return not any(place.subject and place.name in fits for place in behind)


def is_of_them(at: int, gender: Gender, memory: Memory) -> bool:
    """Does she go on who has no name, and a noun for a woman: "Her mother came. |She| said so"?

    So it is where the sentence before is about nobody else and what stands at `at` opens its own,
    or ends a quotation that does.
    """
    unit = memory.unit_at(at)
    last = next((each for each in reversed(memory.unnamed) if each.start < at), None)
    if last is None or last.definite or last.gender != gender or memory.since(unit, last.unit) != 1:
        return False
    lead = memory.lead(unit, at)
    opens = _GOES_ON.fullmatch(lead) or (MASK in lead and _PLAIN.search(lead) is None)
    if memory.paragraph_at(at) != last.paragraph or not opens:
        return False
    return not any(each.name for each in memory.between(last.start, at))


def adds_to(source: Region, cast: Cast, memory: Memory, masked: str) -> str | None:
    """Give who just spoke where a description only adds something: "Lund said. |The vet| added"."""
    start, end = source
    words = masked[start:end]
    head = head_of(words.lower())
    if not words.lower().startswith("the ") or not nouns_in(head):
        return None
    if (
        _ADDS_BEHIND.match(masked, end) is None
        and _ADDED_BEFORE.search(masked, max(0, start - _ADDED), start) is None
    ):
        return None
    last = memory.turns[-1] if memory.turns else None
    if last is None or last.name not in cast.people or head in words_of("people", "for_others"):
        return None
    apart = memory.paragraph_at(start) - last.paragraph
    if apart > 1 or memory.since(memory.unit_at(start), last.unit) > 1:
        return None
    since = memory.between(last.position, start)
    if any(each.subject and each.name not in (last.name, "") for each in since):
        return None
    person = cast.people[last.name]
    besides = (words_of("roles", section) for section in ("positions", "offices", "races"))
    if not (person.is_known_as(head) or person.nouns <= frozenset().union(*besides)):
        return None
    gender = gender_of_noun(head)
    others = {each for each in cast.known_as(head) if each in cast.people} - {last.name}
    return last.name if not others and last.name in cast.fitting(gender) else None


def has_the_word(at: int, gender: Gender, cast: Cast, memory: Memory) -> str | None:
    """Give who spoke last, where nobody else has been named since: "|Lund| said. “…,” he said".

    They are known for a man or a woman, so that no outlet is taken for somebody.
    """
    last = memory.turns[-1] if memory.turns else None
    person = None if last is None or last.name is None else cast.people.get(last.name)
    if last is None or person is None or person.gender != gender:
        return None
    if memory.paragraph_at(at) - last.paragraph > _KEEPS_IT:
        return None
    if any(each.start > last.position for each in memory.unnamed):
        return None
    since = memory.named(last.position, at)
    if any(each.name != last.name for each in since) or (since and since[0].pronoun):
        return None  # whom a pronoun means is less sure than a name
    return last.name


def goes_on_speaking(
    at: int, gender: Gender, fits: Container[str], cast: Cast, memory: Memory
) -> str | None:
    """Give who said something last before a quotation that stands alone: "“…,” |she| said".

    Bodies may have spoken since, but nobody who fits was named, nor anybody without a name told of.
    """
    lead = memory.lead(memory.unit_at(at), at)
    if MASK not in lead or _PLAIN.search(lead) is not None:
        return None
    people = (turn for turn in reversed(memory.turns) if turn.noun or turn.name in cast.people)
    last = next(people, None)
    if last is None or last.name is None or last.name not in fits:
        return None
    if cast.people[last.name].gender not in (gender, None):
        return None
    if memory.paragraph_at(at) - last.paragraph > _GOES_ON_FOR:
        return None
    new = any(
        each.start > last.position and each.gender in (gender, None) for each in memory.unnamed
    )
    since = memory.named(last.position, at)
    others = (each.name for each in since if each.name != last.name)
    return None if new or any(name in fits or not name for name in others) else last.name


def nearer(
    at: int, name: str, fits: Container[str], cast: Cast, memory: Memory, masked: str
) -> str | None:
    """Give whom the sentence before is about, where nothing but a first name is against it.

    A first name may be a man's in one country and a woman's in another.
    """
    place = still_about(at, cast.people, memory, masked)
    who = "" if place is None else place.who(cast.people)
    paragraph = memory.paragraph_at(at)
    if place is None or who in fits or who == name or place.paragraph != paragraph:
        return None
    only_by_name = cast.people[who].signs.total() == OF_FIRST_NAME
    return who if only_by_name and memory.paragraph_of(name, at) != paragraph else None


def is_of_other(at: int, gender: Gender, name: str, memory: Memory) -> bool:
    """Is she rather the one described beside somebody: "Asked by Lee, the nurse spoke. |She| left"?

    Whoever is named in the sentence that tells what the nurse said is not the nurse.
    """
    last = memory.turns[-1] if memory.turns else None
    if last is None or last.name is not None or not last.described:
        return False
    if last.paragraph != memory.paragraph_at(at) or memory.since(memory.unit_at(at), last.unit) > 1:
        return False
    if gender_of_noun(last.described) not in (None, gender):
        return False
    begin = memory.begins(last.unit)
    beside = any(each.name == name for each in memory.between(begin, last.position))
    about = (each.name for each in memory.between(begin, at) if each.subject and each.opens)
    return beside and name not in about


def still_about(at: int, fits: Container[str], memory: Memory, masked: str) -> Place | None:
    """Give where the sentence before names or means whom it is about: "|Lund| left. He said".

    What stands at `at` has to open its sentence or end a quotation that does; a quotation may stand
    between the two, and a few words that name nobody.
    """
    found = _before(at, fits, memory, masked)
    first = next((each for each in found if each.who(fits) in fits), None)
    if first is None or memory.paragraph_at(at) - first.paragraph > 1:
        return None
    said = is_said_by(masked, first.start)  # "“…,” said |Lund|, who has a mill"
    return first if first.subject and (first.opens or said) else None


def whose_own(at: int, fits: Container[str], memory: Memory, masked: str) -> str | None:
    """Give whom the sentence before is about, told by whose they are: "Lund’s aide, |Roe|, left".

    It is not about Lund, though Lund opens it.
    """
    places = list(_before(at, fits, memory, masked))
    first = places[0] if places else None
    if first is None or not (first.owned and first.opens):
        return None
    for each in places[1:]:
        own = _OWN.fullmatch(masked, first.end, each.start)
        if own is not None and each.subject and nouns_in(own.group(1)):
            return each.who(fits) if each.who(fits) in fits else None
    return None


def about_family(at: int, fits: Set[str], memory: Memory, masked: str) -> Set[str]:
    """Give of whom a family name alone may be that the sentence before is about: "|Lund| left."."""
    for each in _before(at, fits, memory, masked):
        if each.who(fits) in fits:
            return frozenset()
        if each.bearers and each.subject and each.opens:
            return each.bearers & fits
    return frozenset()


def _before(at: int, fits: Container[str], memory: Memory, masked: str) -> Iterator[Place]:
    """Give who is named in the sentence before, where what stands at `at` goes on with it."""
    unit = memory.unit_at(at)
    lead = memory.lead(unit, at)
    begin = memory.begins(unit)
    opens = _GOES_ON.fullmatch(lead) or _LED_IN.fullmatch(lead) or _INSERTED.match(masked, at - 2)
    quotation = MASK in lead and _PLAIN.search(lead) is None
    if not (opens or quotation) or any(each.who(fits) for each in memory.between(begin, at)):
        return
    before = unit - 1
    while before >= 0 and not memory.since(unit, before):
        before -= 1
    if before >= 0:
        yield from memory.between(memory.begins(before), memory.begins(before + 1))
