"""Which of a family a family name alone means: mentions of "Lund" in, "Petra Lund" or nobody out.

It is its own file because only here two people bear one name; who bears it alone is settled before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import chain

from onix.model import Mention
from onix.reading.grammar.quotemarks import MASK
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.genders import Gender, gender_of_noun
from onix.reading.speakers.cast import ROLES, Cast, Person
from onix.reading.speakers.memory import Memory
from onix.reading.words import words_of

# "Lund said |he|": the one of the family who is a man.
_GOES_ON = re.compile(
    r"\s(?:has\s|had\s|also\s|later\s)?[a-z]+(?:\s[A-Z]\w+)?(?:\sthat)?\s(s?he)\b"
)
# "For her part, |Lund| said", "For his part in the row, |Lund| said"
_PART = re.compile(r"[Ff]or (his|her) part(?: in [^,.;\n\x01]{1,40})?, \Z")
_KIN = re.compile(
    r",? (?:whose|(?:and|with|by|to|beside) (?:his|her|their)) (?:[a-z-]+ ){1,3}(?=[A-Z])"
)
_CHILDREN = frozenset({"son", "stepson", "grandson", "nephew"})
_KIN_NOUNS = "|".join(sorted(words_of("roles", "kin")))
# "his wife, |Ann Lund|", "Lund’s brother |Odd|", "first lady |Ann Lund|", "the son of the surgeon
# |Fred Lund|": somebody who comes in by whose relative they are.
_COMES_IN_BY = re.compile(
    r"(?:(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|whose)|[’']s|s[’'])\s(?:[a-z]+[\s-]){0,2}"
    rf"(?:{_KIN_NOUNS}),?|\b[Ff]irst [Ll]ady"
    rf"|\b(?:{_KIN_NOUNS})\sof\s(?:[a-z-]+\s){{0,4}}[a-z-]+)\s\Z"
)
_IS_KIN = re.compile(
    r",?\s(?:his|her|their|(?:[A-Z]\w+\s)?[A-Z]\w+[’']s?|the\s[a-z]+[’']s)\s(?:[a-z]+[\s-]){0,2}"
    rf"(?:{_KIN_NOUNS})\b"
)
_LEAD = 60  # characters before a name that tell whose relative it is
_TITLED = re.compile(r"([A-Za-z]+)\.?\s\Z")
_TITLE = 20  # characters
_MANY = 2  # times that a family name alone tells whose it is
_HEADLINE = 150  # characters
_CLOSE_BY = 400  # characters
_NEVER = -1_000_000


@dataclass(frozen=True, slots=True)
class _Bearer:
    """Whom a family name alone means from a place on.

    Attributes:
        other: Where another of the family was named last.
        full: Who was named in full last.
    """

    name: str | None
    other: int = _NEVER
    full: str | None = None


class Families:
    """The families of one document.

    Args:
        text: Of the document.
        masked: The text with what stands in quote marks masked.
        mentions: In the order of the text.
    """

    def __init__(self, text: str, masked: str, mentions: Sequence[Mention], cast: Cast) -> None:
        self._text = text
        self._masked = masked
        self._called: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self._called[mention.name or mention.span.text].append(mention)
        self._cast = cast
        self._chiefs: dict[str, str | None] = {}
        self._told: dict[str, tuple[list[int], list[_Bearer]]] = {}

    def bearers(self, source: Region, words: Sequence[str]) -> Set[str]:
        """Give those who bear the family name that a source is, where there are several."""
        if not 0 < len(words) < 3 or not self._text[source[1] - 1].isalpha():
            return frozenset()
        bearers = self._cast.families.get(words[-1], set())
        if len(bearers) < 2 or not self._text[source[1] - len(words[-1])].isupper():
            return frozenset()
        return bearers

    def fitting(self, bearers: Set[str], source: Region, words: Sequence[str]) -> Set[str]:
        """Give those of a family whom a source fits: "Mr Lund said", "Lund said she"."""
        gender = gender_of_noun(words[0]) or self._part(source[0])
        own = None if gender else _GOES_ON.match(self._masked, source[1])
        if own is not None:
            gender = "f" if own.group(1) == "she" else "m"
        return self._of_gender(bearers, gender)

    def _of_gender(self, bearers: Set[str], gender: Gender | None) -> Set[str]:
        """Give those of a family who may be "Ms. Lund".

        Of several, that is the only one who is known for a woman (a first name that tells nothing
        is a man's as a rule), or the only one who is no son who is named in passing.
        """
        fit = bearers & self._cast.fitting(gender)
        if gender is None or len(fit) < 2:
            return fit
        people = self._cast.people
        women = {name for name in fit if people[name].gender == "f"}
        told = women or {name for name in fit if not self._is_a_son(people[name])}
        return told if len(told) == 1 else fit

    def _is_a_son(self, person: Person) -> bool:
        return person.times == 1 and not person.nouns.isdisjoint(_CHILDREN)

    def all_of(self, mention: Mention) -> Set[str]:
        """Give the people of whom a family name alone may mean any, if it is one."""
        bearers = self._cast.families.get(mention.span.text.lower(), set())
        return frozenset(bearers) if mention.kind == "person" else frozenset()

    def alone(self, mention: Mention) -> str | None:
        """Give whom a family name means that stands alone and that several bear."""
        bearers = self._cast.families.get(mention.span.text.lower(), set())
        if len(bearers) < 2:
            return None
        title = self._title(mention.span.start)
        chief = self._chief(bearers)
        if chief is not None and title in self._cast.people[chief].nouns:
            return chief
        gender = gender_of_noun(title) or self._part(mention.span.start)
        fit = self._of_gender(bearers, gender) - self._kin_behind(bearers, mention.span.end)
        return next(iter(fit)) if len(fit) == 1 else self.bearer(bearers, mention.span.start)

    def _kin_behind(self, bearers: Set[str], end: int) -> Set[str]:
        """Give whose relative a family name is, who is named behind it: "|Lund|, whose son Odd"."""
        kin = _KIN.match(self._masked, end)
        if kin is None:
            return frozenset()
        near = (each for name in bearers for each in self._called.get(name, ()))
        return {each.name or "" for each in near if each.span.start == kin.end()}

    def bearer(self, bearers: Set[str], position: int) -> str | None:
        """Give whom a family name alone means before `position` that several bear.

        That is the only one named so far; else the one whose office stands before the name alone
        elsewhere ("President Lund"), or the first, where the name alone was used for them before
        another of the family came in; in both cases only where no other is named close by.
        """
        told = self._before(bearers, position)
        return told.name if position - told.other > _CLOSE_BY else None

    def last_of(self, bearers: Set[str], position: int) -> str | None:
        """Give who of a family was named in full last before a position."""
        return self._before(bearers, position).full

    def speaks_again(
        self, fit: Set[str], bearers: Set[str], position: int, memory: Memory
    ) -> str | None:
        """Give who of a family spoke last of all, or alone has spoken, if no other was named since.

        Args:
            fit: Those of them who may be meant.
        """
        last = self.last_of(bearers, position)
        if last is None or last not in fit or not memory.turns:
            return None
        if memory.turns[-1].name == last:
            return last
        if any(memory.times(name) > memory.times(last) for name in bearers):
            return None
        first = last.partition(" ")[0]
        if any(
            mention.span.text == first and self._masked[mention.span.start] != MASK
            for mention in self._called.get(last, ())
        ):
            return None  # whom a text calls Freddy is not its Mr. Lund
        spoken = {turn.name for turn in memory.turns if turn.name in bearers}
        named = [
            (mention.span.start, name)
            for name in bearers
            for mention in self._called.get(name, ())
            if mention.span.start < position
        ]
        return last if spoken == {last} and max(named)[1] == last else None

    def head(self, bearers: Set[str], position: int, memory: Memory) -> str | None:
        """Give the only one of a family who did not come in as somebody's relative.

        An outlet that calls somebody by the family name alone calls a relative so where it is the
        relative who speaks, or right behind the full name.
        """
        places = [each for each in self._places(bearers) if each[0] < position]
        alone = sum(name is None for _, name in self._places(bearers))
        named = {name: start for start, name in places if name is not None}
        kin = {name for name in bearers if self._comes_in_as_kin(name)}
        heads = bearers - kin
        if alone < _MANY or len(heads) != 1 or not heads <= named.keys():
            return None
        near = [named[name] for name in kin & named.keys() if position - named[name] < _CLOSE_BY]
        if any(place.subject for start in near for place in memory.between(start, start + 1)):
            return None
        spoken = [turn.name in kin for turn in memory.turns if turn.name in bearers]
        return None if 2 * sum(spoken) > len(spoken) else next(iter(heads))

    def _comes_in_as_kin(self, name: str) -> bool:
        """Is somebody told of as another's relative where they are named first?"""
        first = next(iter(self._called.get(name, ())), None)
        if first is None:
            return False
        start, end = first.span.start, first.span.end
        lead = _COMES_IN_BY.search(self._masked, max(0, start - _LEAD), start)
        return lead is not None or _IS_KIN.match(self._masked, end) is not None

    def _before(self, bearers: Set[str], position: int) -> _Bearer:
        key = " ".join(sorted(bearers))
        if key not in self._told:
            self._told[key] = self._tell(bearers)
        starts, told = self._told[key]
        number = bisect_left(starts, position)
        return told[number - 1] if number else _Bearer(self._chief(bearers))

    def _tell(self, bearers: Set[str]) -> tuple[list[int], list[_Bearer]]:
        """Go through the places of a family once, and note whom its name means behind each."""
        chief = self._chief(bearers)
        last: dict[str, int] = {}  # in the order in which they were first named
        full: str | None = None
        alone = [0, 0]  # how often by the number of bearers named by then
        starts: list[int] = []
        told: list[_Bearer] = []
        headline = self._masked.find("\n", 0, _HEADLINE)  # it names nobody in full
        for start, name in self._places(bearers):
            if name is None and start < headline:
                continue
            if name is None:
                alone[min(len(last), 1)] += len(last) < 2
            else:
                last[name] = start
                full = name
            first = next(iter(last), None)
            starts.append(start)
            if len(last) == 1 and chief in (None, first):
                told.append(_Bearer(first, full=full))
                continue
            used = alone[1] >= _MANY and not alone[0]
            meant = chief or (first if used else None)
            other = max((place for each, place in last.items() if each != meant), default=_NEVER)
            told.append(_Bearer(meant, other, full))
        return starts, told

    def _chief(self, bearers: Set[str]) -> str | None:
        """Give the only one of a family whose title stands before the family name alone."""
        key = " ".join(sorted(bearers))
        if key not in self._chiefs:
            titles = {self._title(start) for start, name in self._places(bearers) if name is None}
            holders = [
                each for each in bearers if not titles.isdisjoint(self._cast.people[each].nouns)
            ]
            self._chiefs[key] = holders[0] if len(holders) == 1 else None
        return self._chiefs[key]

    def _part(self, start: int) -> Gender | None:
        """Give the gender that "For her part, |Lund|" tells."""
        part = _PART.search(self._masked, max(0, start - _LEAD), start)
        return None if part is None else "f" if part[1] == "her" else "m"

    def _title(self, start: int) -> str:
        """Give the word before a name, a short form in full: "senator" for "Sen. |Lund|"."""
        word = _TITLED.search(self._masked, max(0, start - _TITLE), start)
        title = "" if word is None else word.group(1).lower()
        return ROLES.get(title, title)

    def _places(self, bearers: Set[str]) -> list[tuple[int, str | None]]:
        """Give where an outlet itself names people of a family, and where their name is alone."""
        family = min(bearers).rpartition(" ")[2]
        alone = (each for each in self._called.get(family, ()) if each.name is None)
        own = chain(alone, *(self._called.get(name, ()) for name in bearers))
        starts = ((each.span.start, each.name) for each in own)
        return sorted(each for each in starts if self._masked[each[0]] != MASK)
