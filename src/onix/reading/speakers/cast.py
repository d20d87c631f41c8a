"""Who the people of a text are: mentions in, people with gender and what they are said to be out.

"The notary, Odd Lund, 61," is a notary of 61 years and a man; "Lund’s sister, Petra" is a sister.
It is its own file because this is known of the whole text before anybody is looked for in it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from functools import cache

from onix.model import Mention
from onix.reading.grammar.function_words import AUXILIARIES, DETERMINERS, PAST, PREPOSITIONS
from onix.reading.grammar.quotemarks import MASK
from onix.reading.names.genders import Gender, gender_of_name, gendered_nouns
from onix.reading.names.identities import words_of as words_of_name
from onix.reading.names.persons import callings, is_called, nouns_in, people_nouns
from onix.reading.speakers.beside_story import is_credit
from onix.reading.speakers.body_nouns import nouns_of_body, words_of_body
from onix.reading.speakers.counsel import callings_in_court
from onix.reading.words import one_of, sections, words_of

_LISTS = sections("people")
ROLES = dict(entry.split(" = ") for entry in _LISTS["roles"])
_GODS = frozenset(_LISTS["gods"])  # who are "he" of no sentence about what happened
# Some outlets call women so, too.
_OFFICES = frozenset({"chairman", "spokesman"})
_BEFORE = 70  # characters before a name within which it is said what somebody is
_INSERTIONS = re.compile(rf",\s([^,.;:!?\n()“”\"{MASK}]{{2,90}})|\s\(([^()\n]{{1,30}})\)")
_INTRODUCED = 5  # times somebody is named within which the text says what they are
OF_FIRST_NAME = 2  # signs of a gender that a first name is
_SURE = 2  # signs of a gender that tell it
_MET = 2  # times that somebody with one name is named who may be "he"
_ADDRESSED = re.compile(r",\s(Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Dr|Prof)\.?\s$")
_AGE = re.compile(r"(?:aged\s)?(\d{1,3})$")
_PARTY = re.compile(r"([RD])-[A-Z]")
_IS = re.compile(
    r"(?:,\swho)?\s(?:is|was|has\sbeen|had\sbeen|became|remains|works\sas|worked\sas|serves\sas|"
    r"served\sas|(?:was|been)\s(?:named|elected|appointed|sworn\sin\sas))\s"
    rf"([^,.;:!?\n“”\"{MASK}]{{3,60}})"
)
_LEADS = re.compile(r",?\swho\s(?:leads|led|heads|headed|chairs|chaired)\b")
# "Ann Lee, |Lund Glass’s| chief executive"
_OWNED = re.compile(r"\A(?:[A-Z][\w.&’'-]*\s){0,3}[A-Z][\w.&-]*(?:[’']s|s[’'])\s(?=[a-z])")
_WORDS = re.compile(r"\w[\w’'-]*")
# Not "asked |her| for it", which is somebody else.
_OWN = re.compile(
    r"\b(she|he|hers|his|herself|himself"
    rf"|her(?=\s(?!(?:{one_of(PREPOSITIONS | AUXILIARIES)}|that|when|why|how)\b)\w))\b",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"[A-Z]\.?")
_ENDS = frozenset(sections("grammar")["noun_prepositions"] + sections("grammar")["noun_clauses"])
_NOT_A_ROLE = PREPOSITIONS | AUXILIARIES | {"and", "but", "or"}


@cache
def alike(noun: str) -> frozenset[str]:
    """Give the nouns by which somebody or something that is a `noun` may be spoken of, too.

    A virologist and an epidemiologist may both be "the scientist", and neither is the other; a
    mayor may be "the leader", but a leader of whom nothing else is told is no mayor.
    """
    found = {noun}
    for section in ("alike", "bodies"):
        for entry in sections("roles")[section]:
            words = entry.split()
            if noun in words:
                found.update(words)
    if noun in words_of("roles", "wide"):
        found &= words_of("roles", "positions") | {noun}
    if is_field(noun):
        found = {word for word in found if word == noun or not is_field(word)}
    return frozenset(found)


def is_field(noun: str) -> bool:
    """Is somebody called so by what they have studied: "the oncologist"?"""
    return noun in words_of("roles", "fields") or noun.endswith(("ologist", "ographer"))


@dataclass(slots=True)
class Person:
    """Somebody named in a text.

    Attributes:
        gender: None where the text does not tell, or tells both.
        nouns: What they are said to be, in lower case: "notary".
        words: All words of these descriptions.
        ages: In years, as written.
        signs: Of each gender, how many there are and how strong.
        times: How often they are named.
        credits: How often they are named only as who wrote or took a picture.
        speaks: Is something they say told under that name?
    """

    name: str
    gender: Gender | None = None
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)
    signs: Counter[Gender] = field(default_factory=Counter)
    times: int = 0
    credits: int = 0
    speaks: bool = False

    @property
    def is_sure(self) -> bool:
        """Is there any sign that this is a person, beside the name?"""
        return bool(self.speaks or self.nouns or self.ages or self.signs.total() > 1)

    def is_known_as(self, noun: str) -> bool:
        """Are they said to be this, or something that may be called so?"""
        return noun in self.nouns or noun in self.callings

    @property
    def callings(self) -> Set[str]:
        """Give by what they may be spoken of, going by what they are said to be."""
        found = frozenset().union(*map(alike, self.nouns))
        parties = words_of("roles", "parties")
        return found - parties | self.nouns if self.nouns & parties else found


class Cast:
    """The people and organisations of one text, by their names, as full as the text gives them.

    Args:
        masked: The text with what stands in quote marks masked.

    Attributes:
        families: The people of each family name, in lower case.
        aged: The people of each age, in years.
    """

    def __init__(self, masked: str, mentions: Sequence[Mention]) -> None:
        self._masked = masked
        self.people: dict[str, Person] = {}
        self.bodies: dict[str, Person] = {}
        self.families: dict[str, set[str]] = defaultdict(set)
        self.aged: dict[str, set[str]] = defaultdict(set)
        self._fitting: dict[Gender | None, frozenset[str]] = {}
        self._known_as: dict[str, list[str]] | None = None
        for mention in mentions:
            if mention.kind == "organisation" and mention.name is not None:
                body = self.bodies.setdefault(mention.name, Person(mention.name))
                body.nouns |= nouns_of_body(masked, mention)
                body.words |= words_of_body(masked, mention)
        places = [each for each in mentions if each.kind == "person" and each.name is not None]
        for number, mention in enumerate(places):
            name = mention.name or ""
            person = self.people.get(name)
            if person is None:
                person = self.people[name] = Person(name)
                first = gender_of_name(name)
                if first is not None:
                    person.signs[first] += OF_FIRST_NAME
                elif " " in name:
                    self._lean(person)
            person.times += 1
            if person.times > _INTRODUCED:
                continue
            start, end = mention.span.start, mention.span.end
            person.credits += is_credit(masked, start, end)
            self._read_before(person, start, end)
            self._read_behind(person, end)
            person.nouns |= callings_in_court(masked, start, end)
            following = places[number + 1].span.start if number + 1 < len(places) else len(masked)
            if person.signs.total() < _SURE:
                self._read_own(person, end, following)
        for person in self.people.values():
            person.gender = _decide(person.signs)
            if " " in person.name:
                self.families[words_of_name(person.name)[-1]].add(person.name)
            for age in person.ages:
                self.aged[age].add(person.name)

    def _lean(self, person: Person) -> None:
        """Note what the end of a first name hints at that no list knows: Rosalia, Gonzalo."""
        first = person.name.partition(" ")[0]
        if first.endswith("a"):
            person.signs["f"] += 1
        elif first.endswith("o") and not first.endswith("ko"):
            person.signs["m"] += 1

    def fitting(self, gender: Gender | None) -> frozenset[str]:
        """Give who may be "he" or "she", or of a noun that tells no gender."""
        if gender not in self._fitting:
            self._fitting[gender] = frozenset(
                name for name, person in self.people.items() if _fits(person, gender)
            )
        return self._fitting[gender]

    def _fit_again(self, person: Person) -> None:
        """Take in what was learnt about somebody."""
        for gender, names in self._fitting.items():
            left = names - {person.name}
            self._fitting[gender] = left | {person.name} if _fits(person, gender) else left

    def known_as(self, noun: str) -> Sequence[str]:
        """Give the people and organisations that are, or may be called, this."""
        if self._known_as is None:
            self._known_as = defaultdict(list)
            for name, each in [*self.people.items(), *self.bodies.items()]:
                for word in each.callings:
                    self._known_as[word].append(name)
        return self._known_as.get(noun, ())

    def bearers(self, words: str) -> set[str]:
        """Give who bears a name, family or full, in whatever letters it is written."""
        found = words_of_name(words)
        family = self.families.get(found[-1], ())
        return {name for name in family if set(found) <= set(words_of_name(name))}

    def meet(self, name: str) -> None:
        """Take in somebody who speaks under one name, who may be "he" from now on."""
        if name in self.bodies:
            return
        person = self.people.setdefault(name, Person(name, times=_MET))
        if not person.speaks:
            person.speaks = True
            self._fit_again(person)

    def learn(self, name: str, gender: Gender) -> None:
        """Note that somebody was surely "she" or "he" once."""
        person = self.people[name]
        if person.gender is None:
            person.signs[gender] += 1
            person.gender = _decide(person.signs)
            self._fit_again(person)

    def tell(self, name: str, end: int) -> None:
        """Take in what somebody is said to be behind a pronoun that ends there: "She is a vet"."""
        told = _IS.match(self._masked, end)
        if told is not None and self._describes(self.people[name], told.group(1)):
            self._known_as = None

    def grow(self, name: str, age: str) -> None:
        """Note how old somebody is, in years."""
        self.people[name].ages.add(age)
        self.aged[age].add(name)

    def _note(self, person: Person, words: Iterable[str]) -> None:
        """Take the words of a description whose head is a noun for people."""
        plain = [word for word in words if word]
        stop = next((k for k, word in enumerate(plain) if word in _ENDS), len(plain))
        head = plain[:stop]
        nouns = callings([ROLES.get(word, word) for word in head])
        if not nouns or not _nouns_in(head[-1]):
            return
        person.nouns.update(nouns)
        person.words.update(plain)
        for noun in nouns:
            gender = gendered_nouns().get(noun)
            if gender is not None:
                person.signs[gender] += 1 if noun in _OFFICES else 3

    def _read_before(self, person: Person, start: int, end: int) -> None:
        """Read "the mayor of Riga, Ann Lee," and "Rep. Ann Lee" back from the name."""
        text = self._masked
        near = text[max(0, start - 24) : start].split()
        named = is_called(text, start, end)  # "a foreman named |Odd Lund|"
        near = near[:-1] if named else near
        if not near or not (near[-1][-1] == "," or _is_title(near[-1].lower().strip(".'’"))):
            return
        lead = text[max(0, start - _BEFORE) : start]
        lead = lead.rstrip().rpartition(" ")[0] + " " if named else lead
        lead = lead[max(lead.rfind(stop) for stop in "\n\x01;:(!?") + 1 :]
        addressed = _ADDRESSED.search(lead)
        if addressed is not None:  # "the chairman, |Sir| Ann Lee, …"
            gender = gendered_nouns().get(addressed.group(1).lower())
            if gender is not None:
                person.signs[gender] += 3
            lead = lead[: addressed.start(1)]
        apposed = lead.endswith(", ")
        if apposed:
            lead = lead[:-2]
            if (
                text[end : end + 1] not in tuple(",.;:)—-")
                and lead.rpartition(",")[2].count(" ") > 4
            ):
                return
        lead = lead.rpartition(", ")[2]
        words = [word.lower().strip(".'’") for word in lead.split()]
        raw = lead.split()
        title: list[str] = []
        for number in range(len(words) - 1, max(-1, len(words) - 9), -1):
            word = words[number]
            inner = apposed and number > 0 and words[number - 1] in _ENDS  # "mayor of |the| town"
            if raw[number].endswith(("’s", "'s", "s’")) and not inner:
                break
            if word in DETERMINERS - PREPOSITIONS and not inner:
                break
            if raw[number].endswith(".") and word not in ROLES and word not in gendered_nouns():
                break
            if not apposed and word in _NOT_A_ROLE and word not in _ENDS:
                break
            if not apposed and word in _ENDS:
                break
            title.append(word)
        else:
            title = _known_only(title)
        title.reverse()
        for word in title[-2:]:
            if word in gendered_nouns() and word not in _OFFICES:
                person.signs[gendered_nouns()[word]] += 3
        self._note(person, [ROLES.get(word, word) for word in title])

    def _read_behind(self, person: Person, end: int) -> None:
        """Read ", 61, a notary from Ghent," and "is the mayor" on from the name."""
        text = self._masked
        if text[end : end + 1] not in (",", " "):
            return
        if _LEADS.match(text, end):
            person.nouns.update(("leader", "head", "chair"))
        told = _IS.match(text, end)
        for _ in range(3):
            inserted = _INSERTIONS.match(text, end)
            if inserted is None:
                break
            words = inserted.group(1) or inserted.group(2)
            end = inserted.end()
            age = _AGE.match(words)
            party = _PARTY.match(words)
            if age is not None:
                person.ages.add(age.group(1))
            elif party is not None:
                person.nouns.add("republican" if party.group(1) == "R" else "democrat")
            elif not self._describes(person, words):
                break
        told = told or _IS.match(text, end + (text[end : end + 1] == ","))
        if told is not None:
            self._describes(person, told.group(1))

    def _describes(self, person: Person, words: str) -> bool:
        words = _OWNED.sub("", words)
        plain = [word.lower() for word in _WORDS.findall(words)]
        if len(plain) > 1 and plain[1] in DETERMINERS - PREPOSITIONS and _is_verb(plain[0]):
            return False  # "the mayor, Ann Lee, |fired the coach|, Odd Lund"
        if not plain or (words[0].isupper() and plain[0] not in people_nouns()):
            return False
        if plain[0] == "whose" or plain[0] in AUXILIARIES:
            return False  # "Ann Lee, |whose son|, Odd, came": she is nobody's son
        if plain[0] in DETERMINERS:
            plain = plain[1:]
        known = len(person.nouns)
        self._note(person, plain[:9])
        return len(person.nouns) > known

    def _read_own(self, person: Person, end: int, following: int) -> None:
        """Count "she" and "his" in the rest of a sentence that a name opens, alone in it."""
        text = self._masked
        stop = min(following, end + 160)
        for sign in ".\n\x01":
            found = text.find(sign, end, stop)
            stop = found if found >= 0 else stop
        own = _OWN.search(text, end, stop)
        if own is not None:
            word = own.group().lower()
            person.signs["f" if word[0] == "s" or word.startswith("her") else "m"] += 1


def _known_only(title: list[str]) -> list[str]:
    """Keep of the words right before a name, last first, those that may be a title."""
    for number, word in enumerate(title):
        if not _is_title(word):
            return title[: number + (number > 0)]
    return title


def _is_title(word: str) -> bool:
    return word in ROLES or word in gendered_nouns() or bool(_nouns_in(word))


def _nouns_in(word: str) -> tuple[str, ...]:
    return nouns_in(ROLES.get(word, word))


def _is_verb(word: str) -> bool:
    return word.endswith("ed") or word in PAST


def _fits(person: Person, gender: Gender | None) -> bool:
    """May somebody be "he" or "she", or of a noun that tells no gender?"""
    name = person.name
    if gender is not None and person.gender not in (gender, None):
        return False
    if person.credits >= person.times or name in _GODS:
        return False
    met = name[0].isupper() and (" " in name or person.times >= _MET)
    return met or person.is_sure or bool(person.signs)


def _decide(signs: Counter[Gender]) -> Gender | None:
    female, male = signs["f"], signs["m"]
    if female >= _SURE and female >= 2 * male:
        return "f"
    return "m" if male >= _SURE and male >= 2 * female else None
