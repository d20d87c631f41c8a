"""Which body has the word where "it" or "the company" says something: memory in, a name out.

Where the words leave it open, `choices` weighs it; here is what settles it: a body that spoke last
and has not been interrupted, one that the sentence before is about, a text's only union, or the
company that a text is about. It is its own file because people are not spoken of so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Set
from functools import cached_property

from onix.reading.grammar.function_words import cue_classes
from onix.reading.grammar.plurals import PLURALS
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.namings import is_outlet
from onix.reading.names.origins import is_people
from onix.reading.names.persons import nouns_in
from onix.reading.speakers.cast import Cast, Person, alike
from onix.reading.speakers.descriptions import (
    Description,
    is_company,
    is_telling,
    may_be,
    more_words,
    words_with,
)
from onix.reading.speakers.memory import Memory

_KEPT = 1  # paragraphs within which whoever spoke has the word
_OFTEN = 3  # times that what a text is about is named
_RECENT = 1_000  # characters
_ANYTHING = frozenset({"company", "firm", "group", "business"})
_TOLD = 4_000  # characters within which a text's only company is remembered
_NAMES_ITSELF = re.compile(r", (?:the )?[A-Z]")  # "The supplier, Lund Glass, said"
_VERB = re.compile(
    r" (?:(?:also|has|had|did|does|would|will|could|not|since|later|then|[a-z]+ly) ){0,3}([a-z]+)"
)
_PLAIN = re.compile(r"[a-z]+")
_SAYING = frozenset({"say", "tell", "intend", "name", "judge"})
# A sentence that is about a body: "|The Danish group| raised its bid".
_ABOUT = re.compile(r"\s*(?:The|An?|Its|Their|One|Another)((?: [\w’'-]+){1,4})")
_DETERMINED = 2  # words of a description that says no more than what it is: "the company"


def keeps(memory: Memory, position: int, fits: Set[str] = frozenset()) -> str | None:
    """Give who spoke last, if no other has been spoken of since who may have the word.

    Whom they tell of themselves does not interrupt them.

    Args:
        fits: Who may be meant; where it is given, nobody else interrupts.
    """
    turns = memory.turns
    if not turns or memory.paragraph_at(position) - turns[-1].paragraph > _KEPT:
        return None
    last = turns[-1]
    for place in memory.between(last.position, position):
        other = place.name != last.name and (not fits or place.name in fits)
        told = last.said[0] <= place.start < last.said[1]
        if other and not told and (place.subject or place.opens):
            return None
    return last.name


def subject_before(memory: Memory, position: int) -> str | None:
    """Give whom the sentence so far is about or, if it names nobody, the one before.

    A sentence that is nothing but a quotation, or a line below a picture, is passed over.
    """
    unit = memory.unit_at(position)
    before = unit - 1
    while before > 0 and not memory.since(unit, before):
        before -= 1
    for number in (unit, before):
        places = list(memory.between(memory.begins(number), position))
        if places:
            return next((each.name for each in places if each.subject and each.opens), None)
    return None


class Bodies:
    """The organisations of one text, as "it" and "the company" stand for them.

    Args:
        masked: The text with what stands in quote marks masked.
    """

    def __init__(self, masked: str, cast: Cast, memory: Memory) -> None:
        self._masked = masked
        self._cast = cast
        self._memory = memory
        self._own = frozenset(name for name in cast.bodies if not is_outlet(name))
        self._fitting: dict[tuple[str, ...], Set[str]] = {}
        self._holders: dict[str, tuple[str, bool]] = {}

    def it(self, source: Region) -> str | None:
        """Give what "it" surely is where it says something; "it feels cold" is nobody."""
        verb = _VERB.match(self._masked, source[1])
        if verb is None or _SAYING.isdisjoint(cue_classes().get(verb.group(1), ())):
            return None
        name = keeps(self._memory, source[0]) or subject_before(self._memory, source[0])
        return name if name in self._own and not self._about_another(source[0]) else None

    def they(self, source: Region) -> str | None:
        """Give the body that "they" are where they say something: a club, a council, a band.

        The sentence before has to be about it, and nobody else may be meant who is several.
        """
        verb = _VERB.match(self._masked, source[1])
        if verb is None or _SAYING.isdisjoint(cue_classes().get(verb.group(1), ())):
            return None
        memory, at = self._memory, source[0]
        name = subject_before(memory, at)
        if name not in self._own or self._about_another(at):
            return None
        begin = memory.begins(memory.unit_at(at) - 1)
        others = {each.name for each in memory.between(begin, at)} - {name}
        words = _PLAIN.findall(self._masked[begin:at].lower())
        several = any(word in PLURALS or (is_people(word) and word[-1] == "s") for word in words)
        return None if len(others) > 1 or others & self._own or several else name

    def described(self, source: Region, description: Description) -> str | None:
        """Give what a description surely stands for."""
        # A government is seldom named, and an apposition says who it is.
        if description.head == "government" or _NAMES_ITSELF.match(self._masked, source[1]):
            return None
        at, fits = source[0], self._fits(description)
        name = keeps(self._memory, at, fits)
        if name not in fits:
            name = subject_before(self._memory, at)
        if name in fits:
            return name
        if (called := self._called(at, description)) is not None:
            return called
        if description.is_owned or not fits:
            return None
        begin = self._memory.begins(self._memory.unit_at(at) - 1)
        near = {
            place.name
            for place in self._memory.between(begin, at)
            if not (place.governed and is_company(description))
        } & fits
        if len(near) == 1 and self._cast.bodies[next(iter(near))].is_known_as(description.head):
            return next(iter(near))
        so = {each for each in fits if description.head in self._cast.bodies[each].nouns}
        if len(so) == 1 and is_telling(description) and self._is_near(next(iter(so)), at):
            return next(iter(so))
        only = self._only(description, at)
        return only or (self._topic(fits, at) if is_company(description) else None)

    def _called(self, at: int, description: Description) -> str | None:
        """Give whom the sentence before is about, where more is said: "The seed company said".

        Nothing else may be said of what it is, and no other body be named beside it.
        """
        memory, words = self._memory, description.words
        name = subject_before(memory, at)
        if name not in self._own or words[0] != "the" or len(words) == _DETERMINED:
            return None
        if description.is_owned or not is_company(description):
            return None
        body, unit = self._cast.bodies[name], memory.unit_at(at)
        if next(memory.between(memory.begins(unit), at), None) is not None:
            return None  # "Lund Glass is active in |the fuel business|"
        others = {place.name for place in memory.between(memory.begins(unit - 1), at)} - {name}
        plain = not body.nouns or body.is_known_as(description.head)
        return name if plain and others.isdisjoint(self._own) else None

    def _only(self, description: Description, at: int) -> str | None:
        """Give a text's only body that is said to be this, told of before: "the company"."""
        if len(description.words) > _DETERMINED or description.words[0] != "the":
            return None
        head, memory, bodies = description.head, self._memory, self._cast.bodies
        only, so = self._holder(head)
        if only not in self._own:
            return None
        before = {place.name for place in memory.between(at - _TOLD, at)}
        if only not in before or memory.is_another(only, head, at):
            return None
        if so and head not in _ANYTHING:
            return only
        # One of which nothing is said may be a company, too, and so may the Lund Group.
        plain = {name for name in before & self._own - {only} if bodies[name].nouns <= {"group"}}
        enough = memory.times(only) - (not so)
        return None if any(memory.times(name) > enough for name in plain) else only

    def _holder(self, head: str) -> tuple[str, bool]:
        """Give the only body that a noun is said of, "" for none or several, and if just that."""
        if head not in self._holders:
            bodies = self._cast.bodies
            known = [
                name
                for name in self._cast.known_as(head)
                if name in bodies and self._is_so(bodies[name], head)
            ]
            so = [name for name in known if head in bodies[name].nouns]
            found = known if head in _ANYTHING else so or known
            self._holders[head] = found[0] if len(found) == 1 else "", bool(so)
        return self._holders[head]

    def _is_so(self, body: Person, head: str) -> bool:
        """Is a body what the noun says by more than being a group or a company at all?"""
        own = body.nouns - ({"group"} if head in _ANYTHING - {"group"} else _ANYTHING - {head})
        return any(head in alike(noun) for noun in own)

    def _about_another(self, at: int) -> bool:
        """Is the sentence before about a body without a name, so that "it" may be that?"""
        memory = self._memory
        unit = memory.unit_at(at)
        begin = memory.begins(unit - 1)
        about = _ABOUT.match(self._masked, begin, memory.begins(unit)) if unit else None
        if about is None:
            return False
        if any(map(nouns_in, about[1].lower().split())):
            return False
        # "The operator, |Lund Glass|, said": it has a name.
        named = about.end() + len(", ")
        return not any(place.start <= named for place in memory.between(begin, at))

    def _fits(self, description: Description) -> Set[str]:
        key = description.words
        if key not in self._fitting:
            bodies = self._cast.bodies
            near = self._own
            for word in more_words(description):  # few bodies have them, and many are asked for
                near = near & self._by_word.get(word, frozenset())
            self._fitting[key] = {each for each in near if may_be(bodies[each], description)}
        return self._fitting[key]

    @cached_property
    def _by_word(self) -> dict[str, Set[str]]:
        """The organisations by the words of their names and by what is said of them."""
        found: dict[str, set[str]] = defaultdict(set)
        for name in self._own:
            for word in words_with(self._cast.bodies[name]):
                found[word].add(name)
        return {word: frozenset(names) for word, names in found.items()}

    def _topic(self, fits: Set[str], position: int) -> str | None:
        """Give which of some is named by far most often, where it is the last one named."""
        counted = sorted(((self._memory.times(name), name) for name in fits), reverse=True)
        count, name = counted[0]
        if count < _OFTEN or (len(counted) > 1 and count < 2 * counted[1][0]):
            return None
        near = list(self._memory.between(position - _RECENT, position))
        last = next((each.name for each in reversed(near) if each.name in fits), None)
        return name if last == name else None

    def _is_near(self, name: str, position: int) -> bool:
        near = self._memory.between(position - _RECENT, position)
        return any(place.name == name for place in near)
