"""Which sentences a timeline is made of: in comes what is asked for, out come documents to look in.

A name is looked for where it stands and where "he" or "she" means it; a topic in the passages that
search finds, and there in the sentences that bear out its words. Asked for nothing, every sentence
with a date comes into question.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.quotes.reading import names_like
from onix.model import Event, Marks, Mention, Span
from onix.reading.events.events import Parse
from onix.reading.events.things import Things
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.words import sections
from onix.record import KnownName, Query, Record
from onix.verify.people import Asked, organisation, person

PASSAGES: Final = 200  # looked at for a topic
BORNE_OUT: Final = 0.6  # of a topic's words, by the sentence, less by what stands around it
SHOWN: Final = 5  # names that a note gives
TITLE: Final = 0.6  # what a word counts that stands in the title only
BESIDE: Final = 0.5  # and in the sentence before
FIELDS: Final = ("sentences", "mentions", "times", "hedges", "quotes", "meant")


class Everything:
    """Asked for nothing: every sentence that holds a date."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def ids(self, query: Query) -> list[str]:
        """Give the documents to look in, in the order of keeping."""
        return self._record.passing(query)

    def places(self, marks: Marks, parse: Parse) -> tuple[Mention, ...]:
        """Give where what is asked for is named or meant: nothing is asked for."""
        return ()

    def wanted(self, marks: Marks, places: Sequence[Mention]) -> tuple[int, ...]:
        """Give the numbers of the sentences to look in."""
        dated = [each.span for each in marks.times if each.earliest]
        return tuple(sorted(_numbers(marks.sentences, dated)))

    def fits(self, event: Event, told: str) -> bool:
        """Is the event one that is asked for? Without a date, of all there is, it says little."""
        return event.when is not None

    def called(self, event: Event) -> Event:
        """Give the event as it is: no name is asked for."""
        return event

    def notes(self) -> tuple[str, ...]:
        """Say what a reader should know of the choice."""
        return ()


class Named:
    """Asked for a name, in any form of it.

    Args:
        names: What the record knows that may be it.
        typed: What was asked for, where the name is only a part of it.
    """

    def __init__(
        self,
        record: Record,
        asked: Asked,
        names: Sequence[KnownName],
        *,
        typed: str | None = None,
    ) -> None:
        self._record = record
        self._typed = typed
        self._asked = asked
        self._names = names
        # "iTunes Music Store" is the "iTunes store": of things a name may be said more fully.
        more = "" if any(each.kind == "person" for each in names) else r"(?:\W+(?-i:[A-Z])\w+)?"
        between = rf"(?:['’]s?)?{more}\W+"
        words = between.join(map(re.escape, re.findall(r"\w+", asked.name)))
        self._written = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
        people = sum(each.documents for each in names if each.kind == "person")
        self._is_person = 2 * people > sum(each.documents for each in names)
        likest = max(names, key=lambda each: each.documents, default=None)
        self._things = Things(likest.name if likest else asked.name)
        full = (each.name for each in names if each.name.lower() == asked.name.lower())
        self._called = next(full, asked.name)
        self._numbers = _numbers_in(asked.name)
        self._fit: dict[tuple[str, str], bool] = {}

    def ids(self, query: Query) -> list[str]:
        """Give the documents to look in, in the order of keeping."""
        named = {each for name in self._names for each in self._record.naming(name.name, name.kind)}
        if not any(each.kind == "person" for each in self._names):
            named |= set(_found(self._record, self._asked.name, query))
        return [each for each in self._record.passing(query) if each in named]

    def places(self, marks: Marks, parse: Parse) -> tuple[Mention, ...]:
        """Give where a thing or body is named or meant, also where reading knows no name.

        People are known from reading, "he" and "she" among them.
        """
        if self._is_person:
            return ()
        text = marks.document.text
        others = [each.span for each in marks.mentions if not self._is_it(each.name, each.kind)]
        written = [
            span
            for found in self._written.finditer(text)
            for span in (marks.document.span(*found.span()),)
            if not any(each.covers(span) and each != span for each in others)
        ]
        short = self._short(marks, written)
        named = sorted((*written, *short), key=lambda each: each.start)
        meant = self._things.meant(marks, parse, named)
        places = (*(Mention(each, "organisation", self._things.name) for each in named), *meant)
        return tuple(sorted(places, key=lambda each: each.span.start))

    def wanted(self, marks: Marks, places: Sequence[Mention]) -> tuple[int, ...]:
        """Give the numbers of the sentences that name it, or mean it."""
        marked = (*marks.mentions, *marks.meant, *places)
        found = [each.span for each in marked if self._is_it(each.name, each.kind)]
        found += [
            quote.content[0] for quote in marks.quotes if self._is_it(quote.speaker, "person")
        ]
        return tuple(sorted(_numbers(marks.sentences, found)))

    def _short(self, marks: Marks, written: Sequence[Span]) -> list[Span]:
        """Give where the first word of a longer name stands for it: "Orbis" for "Orbis Steel".

        Not where another of that name is spoken of, a place is called so, or it is a plain word.
        """
        first, *more = self._asked.name.split()
        text = marks.document.text
        if not more or not written or not first[:1].isupper() or not first.isalpha():
            return []
        others = {each.name for each in marks.mentions if each.name} - {first}
        is_another = any(
            each.split()[0] == first and not self._is_it(each, "organisation") for each in others
        )
        if is_another or re.search(rf"\b{first.lower()}\b", text):
            return []
        alone = re.compile(rf"(?<![\w’'-])(?<![A-Z]\w )\b{first}\b(?!\W+[A-Z]\w|\W+\d|\w|-)")
        found = [marks.document.span(*each.span()) for each in alone.finditer(text)]
        places = [each.span for each in marks.mentions if each.kind == "place"]
        return [
            each
            for each in found
            if each.start > written[0].end and not any(place.overlaps(each) for place in places)
        ]

    def fits(self, event: Event, told: str) -> bool:
        """Does it take part, or own what does?"""
        return any(self.is_it(name) for name in (*event.who, *event.owners))

    def is_it(self, name: str) -> bool:
        """Is this a name of what is asked for?"""
        return self._is_it(name, "person")

    def called(self, event: Event) -> Event:
        """Give the event with one name for what is asked for: "Ian" is "Hurricane Ian"."""
        return replace(
            event,
            who=self._once(event.who),
            acting=self._once(event.acting),
            undergoing=self._once(event.undergoing),
            owners=self._once(event.owners),
        )

    def _once(self, names: Sequence[str]) -> tuple[str, ...]:
        own = frozenset(words_of(self._called))
        return tuple(
            dict.fromkeys(
                self._called if own.issuperset(words_of(each)) and self.is_it(each) else each
                for each in names
            )
        )

    def notes(self) -> tuple[str, ...]:
        """Say which names of the record are all taken for the one asked for."""
        names = list(dict.fromkeys(each.name for each in self._names))
        if self._typed is not None:
            return (
                f"No such name is in the record: {self._typed}. This is of {self._asked.name}.",
            )
        if len(names) < 2:
            return ()
        shown = ", ".join(names[:SHOWN]) + (" and more" if len(names) > SHOWN else "")
        return (f"“{self._asked.name}” is taken for all of: {shown}.",)

    def _is_it(self, name: str | None, kind: str) -> bool:
        if name is None:
            return False
        if (name, kind) not in self._fit:
            forms = (person(name), organisation(name))
            fits = any(self._asked.fit(each) != "no" for each in forms)
            self._fit[name, kind] = fits and _numbers_in(name) == self._numbers
        return self._fit[name, kind]


class About:
    """Asked for a topic.

    Raises:
        ValueError: There is no word in it.
    """

    def __init__(self, record: Record, text: str) -> None:
        small = frozenset(sections("grammar")["small"])
        words = list(dict.fromkeys(words_of(text)))
        self.words = [word for word in words if word not in small] or words
        if not self.words:
            raise ValueError("nothing to look for")
        self._record = record
        self._text = text
        self._matcher = Matcher(self.words)

    def ids(self, query: Query) -> list[str]:
        """Give the documents to look in, those that fit best first."""
        return _found(self._record, self._text, query)

    def places(self, marks: Marks, parse: Parse) -> tuple[Mention, ...]:
        """Give where what is asked for is named or meant: no name is asked for."""
        return ()

    def wanted(self, marks: Marks, places: Sequence[Mention]) -> tuple[int, ...]:
        """Give the numbers of the sentences that bear out the words.

        The title helps, and the sentence before.
        """
        title = self._matcher.strengths(words_of(marks.document.title or ""))
        before = tuple(0.0 for _ in self.words)
        found = []
        for number, sentence in enumerate(marks.sentences):
            here = self._matcher.strengths(words_of(sentence.text))
            score = sum(
                max(a, TITLE * b, BESIDE * c) for a, b, c in zip(here, title, before, strict=True)
            )
            if any(here) and score >= BORNE_OUT * len(self.words):
                found.append(number)
            before = here
        return tuple(found)

    def fits(self, event: Event, told: str) -> bool:
        """Does what is told of it bear out any of the words? The sentence bears out enough."""
        return any(self._matcher.strengths(words_of(told)))

    def called(self, event: Event) -> Event:
        """Give the event as it is: no name is asked for."""
        return event

    def notes(self) -> tuple[str, ...]:
        """Say what a reader should know of the choice."""
        return ()


def _numbers_in(name: str) -> frozenset[str]:
    """Give the words of a name that have a figure: the Pico 6 is not the Pico 7."""
    return frozenset(word for word in name.lower().split() if any(map(str.isdigit, word)))


Choice = Everything | Named | About


def choose(record: Record, topic: str | None) -> Choice:
    """Say how to look for what is asked: as a name where the record knows it as one.

    Raises:
        ValueError: There is no word in it.
    """
    if topic is None:
        return Everything(record)
    if any(letter.isalpha() for letter in topic):
        asked = Asked(topic)
        names = names_like(record, asked)
        is_name = topic != topic.lower() and not _ends_as_a_topic(topic, names)
        part = _known_part(record, topic) if is_name and not names else None
        if part is not None:
            return Named(record, *part, typed=topic)
        if (names and (is_name or len(asked.words) > 1)) or (
            is_name and written_in(record, asked.name, Query(""))
        ):
            return Named(record, asked, names)
    return About(record, topic)


def _ends_as_a_topic(topic: str, names: Sequence[KnownName]) -> bool:
    """Is its last word a plain one, "Tarn fire", also where the record has "Tarn Fire" nowhere?

    A name may be typed so, too: "iTunes store" where the record knows the "iTunes Store".
    """
    *first, last = topic.split()
    if not first or not last.isalpha() or not last.islower():
        return False
    known = (word for each in names for word in each.name.split())
    return not any(word.lower() == last and word != last for word in known)


def _known_part(record: Record, topic: str) -> tuple[Asked, list[KnownName]] | None:
    """Give the name that a longer one ends in: "Apple Corps" of "Beatles Apple Corps"."""
    words = topic.split()
    for first in range(1, len(words) - 1):
        asked = Asked(" ".join(words[first:]))
        if words[first][:1].isupper() and (names := names_like(record, asked)):
            return asked, names
    return None


def written_in(record: Record, name: str, query: Query) -> list[str]:
    """Give the documents in which a name stands in so many words, whatever it is the name of."""
    return _found(record, name, replace(query, phrases=(name,)))


def _found(record: Record, words: str, query: Query) -> list[str]:
    """Give the documents of the passages that search finds, those that fit best first."""
    asked = replace(query, words=words, limit=PASSAGES, recency=False)
    return list(dict.fromkeys(hit.passage.span.document_id for hit in record.search(asked)))


def _numbers(sentences: Sequence[Span], places: Sequence[Span]) -> Iterator[int]:
    """Give the numbers of the sentences that hold any of these places, each once."""
    starts = [each.start for each in sentences]
    seen = {bisect_right(starts, place.start) - 1 for place in places}
    yield from (number for number in seen if number >= 0)
