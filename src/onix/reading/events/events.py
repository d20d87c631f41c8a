"""What happened, when and who took part: in come a document's marks and trees, out its events.

Reading keeps no trees, as parsing would halve its speed, so events are found when they are asked
for, in the sentences that matter. What grammar claims is in `factuality`, when it was in
`happenings`, who took part in `participants`; here they meet.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final, TypeVar

from onix.model import Event, EventKind, Marks, Mention, Quote, Span, TimeExpression
from onix.reading.events.clauses import between, held_with_hour, is_verb, top, verb_at
from onix.reading.events.factuality import Claims
from onix.reading.events.happenings import Times, forms, has_subject, is_action_noun, is_event_noun
from onix.reading.events.headed import headed
from onix.reading.events.nothings import (
    is_alone,
    is_nothing,
    is_only_possible,
    is_paper,
    says_as_what,
    says_nothing,
)
from onix.reading.events.participants import Name, Participants
from onix.reading.neural.trees import Tree
from onix.reading.retractions import is_note
from onix.reading.times.dateline import day_written, opening
from onix.reading.times.sense import is_of_update
from onix.reading.words import verb_forms

# Words of the next clause: "from a man who gave no name and |whom|".
_OPENERS: Final = frozenset({"WP", "WDT", "WRB", "CC"})
_RELATIVES: Final = frozenset({"WP", "WDT", "WP$"})

Mark = TypeVar("Mark", Mention, TimeExpression)
Parse = Callable[[Sequence[str]], list[Tree]]

_PRONOUNS: Final = frozenset({"he", "she", "it", "they", "who", "which", "that", "i", "we"})
_THAT: Final = re.compile(r"(?:\w+ ){0,5}that ")  # "acknowledged |for the first time that| he had"
AT_ONCE: Final = 64  # sentences parsed together
# Where a clause ends: what hangs on its verb by these is told by a verb of its own.
_CUT: Final = frozenset({"conj", "cc", "advcl", "ccomp", "parataxis", "csubj", "punct", "mark"})


@cache
def _said() -> frozenset[str]:
    return verb_forms("cues", "say") | verb_forms("cues", "tell")


def find_events(
    marks: Marks,
    parse: Parse,
    *,
    among: Iterable[int] | None = None,
    also: Sequence[Mention] = (),
    named: bool = False,
) -> tuple[Event, ...]:
    """Give the events of a document, in the order of the text, each without citations.

    Reports of words ("X said that …") are among them, of the kind "said".

    Args:
        parse: Gives the trees of sentences.
        among: The numbers of the sentences to look in; all when left out.
        also: Where somebody or something is named or meant that the marks do not have.
        named: Those without a date, too, that a noun only names ("his resignation").
    """
    numbers = sorted(range(len(marks.sentences)) if among is None else set(among))
    people = sorted((*marks.mentions, *marks.meant, *also), key=_start)
    found: list[Event] = []
    for first in range(0, len(numbers), AT_ONCE):
        some = [marks.sentences[number] for number in numbers[first : first + AT_ONCE]]
        for sentence, tree in zip(some, _trees(some, parse), strict=True):
            found += Telling(marks, people, sentence, tree, named=named).events()
    return tuple(found)


def _trees(sentences: Sequence[Span], parse: Parse) -> list[Tree]:
    """Give the trees of sentences; a dateline hangs on nothing behind it.

    The parser takes "LISBON, March 3 (Wire) - The mayor left" for a Lisbon that left.
    """
    openings = [opening(each.text) for each in sentences]
    trees = parse([each.text[start:] for each, start in zip(sentences, openings, strict=True)])
    filed = [(n, start) for n, start in enumerate(openings) if start]
    heads = parse([sentences[n].text[:start] for n, start in filed]) if filed else []
    for (number, start), head in zip(filed, heads, strict=True):
        many = len(head.words)
        behind = (
            replace(each, start=each.start + start, end=each.end + start, head=each.head + many)
            for each in trees[number].words
        )
        trees[number] = Tree((*head.words, *behind))
    return trees


class Telling:
    """One sentence, as it tells events."""

    def __init__(
        self,
        marks: Marks,
        people: Sequence[Mention],
        sentence: Span,
        tree: Tree,
        *,
        named: bool = False,
    ) -> None:
        self._marks = marks
        self._named = named
        self._written = day_written(marks, sentence.start)
        self._sentence = sentence
        self._tree = tree
        self._opening = opening(sentence.text)
        self._claims = Claims(tree)
        times = between(marks.document, _in(sentence, marks.times))
        held = held_with_hour(tree, sentence, times)
        self._times = Times(tree, held, self._claims, self._written)
        self._who = Participants(
            tree,
            [
                Name(number, each.name, each.kind == "person")
                for each in _in(sentence, people)
                if each.name is not None
                and not any(time.span.covers(each.span) for time in times)  # "at 10 a.m. |ET|"
                and each.kind != "place"
                and each.span.start - sentence.start >= self._opening
                if (number := self._top(each.span)) is not None
                # "who" is whoever stands before it, which the tree knows
                and tree.words[number].tag not in _RELATIVES
            ],
        )
        self._quotes = [each for each in marks.quotes if _touches(each, sentence)]
        self._headed = headed(marks, sentence)

    def events(self) -> list[Event]:
        """Give what the sentence tells, in its order; a question and a note tell nothing."""
        text = self._sentence.text
        if text.rstrip("”\"’'")[-1:] == "?" or is_note(text, 0, len(text)):
            return []
        kinds = ((number, self._kind(number)) for number in range(len(self._tree.words)))
        return [self._event(number, kind) for number, kind in kinds if kind is not None]

    # -- what is an event ----------------------------------------------------------------------

    def _kind(self, number: int) -> EventKind | None:
        if self._tree.words[number].start < self._opening:
            return None
        if is_event_noun(self._tree, number):
            return self._kind_of_noun(number)
        if is_action_noun(self._tree, number):
            return self._kind_of_named(number)
        is_helper = self._tree.words[number].label in {"aux", "auxpass"}
        return None if is_helper or not is_verb(self._tree, number) else self._kind_of_verb(number)

    def _kind_of_noun(self, number: int) -> EventKind | None:
        """A noun is an event that a verb only carries ("gave a speech"), or that is dated itself.

        "The vote took place on Monday" is told by its verb.
        """
        word = self._tree.words[number]
        above = self._tree.words[word.head].text.lower()
        if word.label == "dobj" and self._carries(word.head):
            return self._claims.of(word.head)
        when = self._times.own(number)
        told_by_verb = above in forms("happening") and word.label.startswith("nsubj")
        if told_by_verb or word.label in {"compound", "nmod"}:
            return None
        if is_only_possible(self._tree, number) or is_paper(self._tree, number):
            return None
        if when is not None:
            return "announced" if self._is_ahead(when) else "happened"
        return self._kind_of_named(number)

    def _kind_of_named(self, number: int) -> EventKind | None:
        """A noun tells of an event, too, where it says whose: "|Lee|'s resignation"."""
        if not self._named or not self._who.of_noun(number).who:
            return None
        verb = verb_at(self._tree, number)
        return (
            "announced" if verb is not None and self._claims.of(verb) == "announced" else "happened"
        )

    def _kind_of_verb(self, number: int) -> EventKind | None:
        form = self._tree.words[number].text.lower()
        kind = self._claims.of(number)
        when = self._when(number)
        if self._is_head_matter(number) or self._only_says_when(number):
            return None
        if is_nothing(self._tree, number):
            return None
        if kind is None and self._claims.is_present(number) and self._is_report(number):
            return "said"
        if kind is None:
            return self._kind_of_present(number, when)
        is_moved = form in forms("postponing") or (
            form in forms("fixed") and not self._claims.is_bare(number)
        )
        if kind == "happened" and is_moved and when is not None:
            kind = "announced" if self._is_ahead(when) else kind
        says_how = form in forms("states") or self._claims.is_bare(number)
        if kind == "announced" and when is None and self._is_aim(number):
            return None
        if says_nothing(self._tree, number) or (when is None and is_alone(self._tree, number)):
            return None
        if (self._carries(number) and form not in forms("doing")) or (
            says_how and when is None and not self._is_report(number)
        ):
            return None
        if kind == "happened" and self._is_report(number) and form not in forms("acts"):
            return "said"
        return kind

    def _kind_of_present(self, number: int, when: TimeExpression | None) -> EventKind | None:
        """What is told in the present with a day is fixed for it, or told as if one were there.

        "The court sits on Friday"; "12 July: Twitter sues". A weekday without a date is read by the
        tense, so in the present it tells nothing of the past.
        """
        written = self._written
        if when is None or not written or not self._claims.is_present(number):
            return None
        if self._is_ahead(when):
            return "announced"
        form = self._tree.words[number].text.lower()
        is_past = when.latest is not None and (when.latest < written or is_of_update(when))
        is_day = when.earliest == when.latest and any(map(str.isdigit, when.span.text))
        return "happened" if is_past and is_day and form not in forms("states") else None

    def _is_head_matter(self, number: int) -> bool:
        """Is it a line without a stop that tells of nobody: "Published 13 November 2026"?"""
        word, children = self._tree.words[number], self._tree.children[number]
        is_alone = word.head == number and not has_subject(self._tree, number)
        tells = any(self._tree.words[n].label in {"dobj", "agent"} for n in children)
        return is_alone and not tells and self._sentence.text[-1:].isalnum()

    def _only_says_when(self, number: int) -> bool:
        """Is it only what day it was: "It was March 13"?"""
        words, children = self._tree.words, self._tree.children[number]
        parts = [n for n in children if words[n].label != "punct"]
        subject = [n for n in parts if words[n].label == "nsubj" and words[n].text.lower() == "it"]
        times = _in(self._sentence, self._marks.times)
        said = [self._span(n, n) for n in parts if n not in subject]
        is_being = words[number].text.lower() in {"is", "was"} and bool(subject and said)
        return is_being and all(any(t.span.covers(each) for t in times) for each in said)

    def _carries(self, number: int) -> bool:
        """Does a verb only carry the event of its object, or of the verb that it governs?"""
        if not is_verb(self._tree, number):
            return False
        words = self._tree.words
        form, children = words[number].text.lower(), self._tree.children[number]
        if form in forms("light") or form in forms("doing"):
            return self._carried(number) is not None
        return form in forms("begun") and any(
            words[n].label in {"xcomp", "ccomp"}
            and is_verb(self._tree, n)
            and self._claims.of(n) is not None
            for n in children
        )

    def _is_aim(self, number: int) -> bool:
        """Is it told by the verb that governs it: "agreed on Monday to |buy|"?"""
        word = self._tree.words[number]
        return word.label == "xcomp" and self._claims.of(word.head) == "happened"

    def _carried(self, number: int) -> int | None:
        """Give the event that is a verb's object."""
        words, children = self._tree.words, self._tree.children[number]
        objects = (n for n in children if words[n].label == "dobj")
        return next((n for n in objects if is_event_noun(self._tree, n)), None)

    def _is_report(self, number: int) -> bool:
        """Is it the verb of a quotation, or one of saying with what was said?

        Who "recalled the car" or "agreed to pay" has done something, whatever else these verbs say.
        """
        words, children = self._tree.words, self._tree.children[number]
        labels = {words[n].label for n in children}
        governs = bool(labels & {"ccomp", "parataxis"}) or words[number].label == "parataxis"
        form = words[number].text.lower()
        head = self._span(number, number)
        quotes = [q for q in self._quotes if any(cue.overlaps(head) for cue in q.cue)]
        if any(q.content and _THAT.match(q.content[0].text) for q in quotes):
            return True
        if form in forms("tells") and ("oprd" in labels or says_as_what(self._tree, number)):
            return True  # "called it a shame", "described it as a shame"
        if "dobj" in labels and form in forms("tells_or_does") and not governs:
            return any(each.marked for each in quotes)  # "added a wing", "claimed 217 lives"
        if quotes and (governs or form in forms("tells") or any(each.marked for each in quotes)):
            return True
        done = labels & {"dobj", "xcomp", "prep", "nsubjpass"}
        return bool(quotes and not done) or (
            governs and (form in _said() or form in forms("tells"))
        )

    def _when(self, number: int) -> TimeExpression | None:
        """Give a verb's own time; what an entry of a chronicle opens with is of its heading."""
        own = self._times.own(number)
        is_root = self._tree.words[number].head == number
        return own or (self._headed if is_root else None)

    def _is_ahead(self, when: TimeExpression) -> bool:
        later = bool(self._written and when.earliest and when.earliest > self._written)
        return later and not is_of_update(when)

    # -- the event as a value ------------------------------------------------------------------

    def _event(self, number: int, kind: EventKind) -> Event:
        """Give the event; of a noun that a verb carries, the verb says when and who."""
        words, children = self._tree.words, self._tree.children[number]
        particle = number + 1 in children and words[number + 1].label == "prt"
        last = number + particle
        is_carried = words[number].label == "dobj" and self._carries(words[number].head)
        told = words[number].head if is_carried else number
        head = self._span(number, last)
        cues = [each for each in self._quotes if any(cue.overlaps(head) for cue in each.cue)]
        speakers = [each.speaker for each in cues if each.speaker]
        is_noun = told == number and not is_verb(self._tree, number)
        parts = self._who.of_noun(number) if is_noun else self._who.of(told)
        when = self._times.own(number) or (None if is_noun else self._times.of(told))
        when = when or (None if is_noun else self._when(told))
        carried = self._carried(told) if self._carries(told) else None
        if when is None and carried is not None:
            when = self._times.own(carried)
        return Event(
            what=self._clause(told, told if is_carried else last),
            when=when,
            who=tuple(dict.fromkeys((*speakers, *parts.who))),
            hedges=tuple(
                each.span
                for each in self._marks.hedges
                if each.covers is not None and each.covers.covers(head)
            ),
            kind=kind,
            head=head,
            speaker=self._claimed_by(head),
            acting=tuple(dict.fromkeys((*speakers, *parts.acting))),
            undergoing=parts.undergoing,
            owners=parts.owners,
            is_named=is_noun,
        )

    def _claimed_by(self, head: Span) -> str | None:
        """Give whose words a word stands in, innermost: a name, else the text's words for them."""
        around = [q for q in self._quotes if any(each.covers(head) for each in q.content)]
        if not around:
            return None
        quote = min(around, key=lambda each: sum(len(span.text) for span in each.content))
        words = " ".join(each.text for each in quote.source)
        # "according to it" tells a reader nothing
        return quote.speaker or (None if words.lower() in _PRONOUNS else words or None)

    def _clause(self, number: int, last: int) -> Span:
        """Give a word with what hangs on it beside it, up to where another clause begins."""
        words, edges = self._tree.words, self._tree.edges
        first, end = number, last
        for child in sorted((n for n in self._tree.children[number] if n < number), reverse=True):
            is_comma = words[child].label == "punct" and child == first - 1
            if not is_comma and (words[child].label in _CUT or edges[child][1] != first - 1):
                break
            first = edges[child][0]
        for child in sorted(n for n in self._tree.children[number] if n > last):
            if words[child].label in _CUT or edges[child][0] != end + 1:
                break
            end = edges[child][1]
        while first < number and (
            words[first].label == "punct" or words[first].start < self._opening
        ):
            first += 1
        while end > last and (words[end].label in {"punct", "cc"} or words[end].tag in _OPENERS):
            end -= 1
        return self._span(first, end)

    def _top(self, span: Span) -> int | None:
        return top(self._tree, span.start - self._sentence.start, span.end - self._sentence.start)

    def _span(self, first: int, last: int) -> Span:
        words, start = self._tree.words, self._sentence.start
        return self._marks.document.span(start + words[first].start, start + words[last].end)


def _start(value: Mention | TimeExpression) -> int:
    return value.span.start


def _in(sentence: Span, marks: Sequence[Mark]) -> Sequence[Mark]:
    """Give the marks of a sentence out of those of a document, which are in order."""
    first = bisect_left(marks, sentence.start, key=_start)
    return marks[first : bisect_left(marks, sentence.end, key=_start)]


def _touches(quote: Quote, sentence: Span) -> bool:
    return any(each.overlaps(sentence) for each in (*quote.content, *quote.cue))
