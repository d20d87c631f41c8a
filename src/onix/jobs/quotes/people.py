"""Who speaks, across documents: names as documents give them in, people to compare out.

Two documents mean one person only on strong evidence: the same full name, a family name alone in a
document whose own words give the full one, or in one of the story of the only bearer whom the
record has (`namesakes.py`). Otherwise they stay apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from onix.jobs.quotes.namesakes import Namesakes
from onix.model import Marks, MentionKind, Quote
from onix.reading.names.identities import Identities, behind_titles, speaker_name, without_accents
from onix.verify.people import Person, organisation, person

_ONE_NAME = re.compile(r"[A-Z][\w’'-]*[a-z][\w’'-]*")


class Known:
    """The names that a record knows: what kind each is, and which people bear a family name.

    Args:
        names: Each with its kind, those that stand in most documents first.
    """

    def __init__(self, names: Iterable[tuple[str, MentionKind]]) -> None:
        self._kinds: dict[str, MentionKind] = {}
        for name, kind in names:
            self._kinds.setdefault(name, kind)
        self._spelled: dict[tuple[str, ...], Person] = {}

    def is_person(self, name: str) -> bool:
        """Is this a person's name, as far as the record knows?"""
        return self._kinds.get(name, "person") == "person"

    def bearers(self, family: str) -> Iterator[Person]:
        """Give the people of this family name (its last word) by their full names."""
        return map(person, self._by_last_word.get(family, ()))

    def spelled(self, given: Person) -> Person:
        """Give the person by the spelling that stands in most documents of the record."""
        if given.key not in self._spelled:
            same = (each for each in self.bearers(given.family or "") if each.key == given.key)
            self._spelled[given.key] = next(same, given)
        return self._spelled[given.key]

    @cached_property
    def _by_last_word(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name, kind in self._kinds.items():
            first, space, last = name.rpartition(" ")
            if kind == "person" and space and not first.islower():
                found[without_accents(last).lower()].append(name)
        return found


class Speakers:
    """The speakers of one document.

    Args:
        marks: Of an article, its names are not needed.
        namesakes: Who may be meant by a family name that nobody in the document bears in full.
    """

    def __init__(self, marks: Marks, known: Known, namesakes: Namesakes) -> None:
        self._marks = marks
        self._known = known
        self._namesakes = namesakes
        self._found: dict[str, Person | None] = {}

    def of(self, quote: Quote) -> Person | None:
        """Give who the speaker of a quote is; None for nobody, and for "Host" in a transcript.

        "Penhale said" tells nobody by itself; in the story of Ruth Penhale it is her.
        """
        if quote.speaker is not None:
            return self.person(quote.speaker)
        if len(quote.source) != 1 or _ONE_NAME.fullmatch(quote.source[0].text) is None:
            return None
        return self._written_out(person(quote.source[0].text))

    def person(self, speaker: str) -> Person | None:
        """Give who is called so in the document; None for nobody, as "Host" in a transcript."""
        if speaker not in self._found:
            self._found[speaker] = self._person(speaker)
        return self._found[speaker]

    def _person(self, speaker: str) -> Person | None:
        name: str | None = speaker
        if self._marks.document.turns:
            name = speaker_name(speaker)
            if name is None:
                return None
            name = name[behind_titles(name, 0, len(name)) :]
            name = self._identities.name(name, "person") or name
            name = name[behind_titles(name, 0, len(name)) :]  # "Dr Ana Ruiz", by her label
        elif not self._known.is_person(speaker):
            return organisation(speaker)
        else:
            name = speaker[behind_titles(speaker, 0, len(speaker)) :]
        found = person(name)
        return self._known.spelled(self._written_out(found) or found)

    def _written_out(self, family: Person) -> Person | None:
        """Give the one full name with this family name of the text, or of its story, if any."""
        if not family.is_family or family.family is None:
            return None
        document = self._marks.document
        bearers: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        for each in self._known.bearers(family.family):
            if each.is_full:
                bearers[each.key].append(each)
        here = [
            some[0]
            for some in bearers.values()
            if any(_stands_in(each.name, document.text) for each in some)
        ]
        if here or len(bearers) != 1:
            return here[0] if len(here) == 1 else None
        ((bearer, *others),) = bearers.values()
        spellings = [each.name for each in (bearer, *others)]
        return bearer if self._namesakes.in_story(document, bearer, spellings) else None

    @cached_property
    def _identities(self) -> Identities:
        found = [(each.span.start, each.span.end, each.kind) for each in self._marks.mentions]
        return Identities(self._marks.document, found)


def _stands_in(name: str, text: str) -> bool:
    return name in text and re.search(rf"\b{re.escape(name)}\b", text) is not None
