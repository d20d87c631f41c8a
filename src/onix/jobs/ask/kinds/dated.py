"""When something was, by the date of the event itself: for "when" that reading leaves unanswered.

The reader looks for a date close to the words of the question; grammar knows which event a date is
of. So an answer it is unsure of is taken here where one event has the question's own verb and
another word of it, was told the right way (past or to come), and has a date. Where none of the
best windows has one, the documents found are gone through for what was done by or to the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.terms import Term
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.windows import Window
from onix.jobs.timeline.dating import can_be
from onix.model import Citation, Event, Span, Statement
from onix.reading.events.events import find_events
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS
from onix.reading.words import words_of as listed

WINDOWS: Final = 4  # looked at
BORNE_OUT: Final = 0.75  # of each word that says something
# Four of five dates are right (docs/figures.md), and not each is of the event that was meant.
SURE: Final = 0.6
_PAST: Final = {"did", "was", "were", "had"}


def dated(question: Question, seen: Seen) -> Statement | None:
    """Give the sentence that surely tells the event asked for, with its date, if there is one."""
    verb = verb_of(question)
    if question.kind != "when" or verb is None:
        return None
    others = [term for term in question.terms if term.sort in {"name", "noun", "number"}]
    matcher = Matcher([term.word for term in others])
    ahead = _PAST.isdisjoint(word.text.lower() for word in question.tree.words)

    def parse(texts: Sequence[str]) -> list[Tree]:
        return [seen.parse(each) for each in texts]

    for window in seen.windows[:WINDOWS]:
        if not names_are_there(question, window):
            continue
        document = seen.marks(window.middle.document_id)
        published = document.document.published
        numbers = [n for n, each in enumerate(document.sentences) if each == window.middle]
        for event in find_events(document, parse, among=numbers):
            is_it = (
                (event.kind == "announced") == ahead
                and can_be(event, published[:10] if published else None)
                and event.head is not None
                and lexicon.match(verb.word, event.head.text.lower()) >= lexicon.SYNONYM
            )
            words = words_of(" ".join((event.what.text, *event.who)))
            if is_it and max(matcher.strengths(words), default=0.0) >= BORNE_OUT:
                return _statement(event, window.middle, window.citation)
    return _told_anywhere(question, verb, matcher, seen, ahead=ahead)


def of_its_event(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "when", without the date on which it was done by or to another."""
    verb = verb_of(question)
    asked = None if verb is None else side_of(question, verb)
    if question.kind != "when" or verb is None or asked is None:
        return list(readings)
    return [each for each in readings if not _is_of_another(verb, asked, each, seen)]


def _is_of_another(verb: Term, asked: Side, reading: Reading, seen: Seen) -> bool:
    if reading.span is None:
        return False
    document = seen.marks(reading.sentence.document_id)
    numbers = [n for n, each in enumerate(document.sentences) if each == reading.sentence]
    for event in find_events(document, lambda texts: [seen.parse(t) for t in texts], among=numbers):
        names = event.undergoing if asked.is_passive else event.acting
        if (
            event.when is not None
            and event.when.span.overlaps(reading.span)
            and event.head is not None
            and lexicon.match(verb.word, event.head.text.lower()) >= lexicon.SYNONYM
        ):
            return bool(names) and not asked.fits(event)
    return False


class Side(NamedTuple):
    """The name that a question asks of, and whether it undergoes what is asked."""

    name: Matcher
    is_passive: bool

    def fits(self, event: Event) -> bool:
        """Did whoever is asked of do it, or undergo it where that is asked?"""
        names = event.undergoing if self.is_passive else event.acting
        return self.name.strengths(words_of(" ".join(names)))[0] >= BORNE_OUT


def side_of(question: Question, verb: Term) -> Side | None:
    """Give whom a question asks of, if that is a name: "When was |Lee| arrested?"."""
    words, children = question.tree.words, question.tree.children[verb.index]
    subject = next((n for n in children if words[n].label in SUBJECTS), None)
    if subject is None or words[subject].tag[:3] != "NNP":
        return None
    is_passive = any(words[n].label == "auxpass" for n in children)
    return Side(Matcher([words[subject].text.lower()]), is_passive)


def _told_anywhere(
    question: Question, verb: Term, matcher: Matcher, seen: Seen, *, ahead: bool
) -> Statement | None:
    """Give the sentence of the documents found that dates it, told of the same on the same side.

    Of several days that which most sentences give or leave open, of as many the most precise.
    """
    asked = side_of(question, verb)
    if asked is None:
        return None

    def parse(texts: Sequence[str]) -> list[Tree]:
        return [seen.parse(each) for each in texts]

    found: dict[tuple[str, str], list[Statement]] = {}
    verbs = Matcher([verb.word])
    for id, citation in seen.documents().items():
        marks = seen.marks(id)
        published = marks.document.published
        numbers = [
            number
            for number, sentence in enumerate(marks.sentences)
            if any(each.earliest and sentence.covers(each.span) for each in marks.times)
            and verbs.strengths(words_of(sentence.text))[0] >= lexicon.SYNONYM
        ]
        for event in find_events(marks, parse, among=numbers):
            words = words_of(" ".join((event.what.text, *event.who)))
            if (
                event.days is not None
                and (event.kind == "announced") == ahead
                and can_be(event, published[:10] if published else None)
                and event.head is not None
                and lexicon.match(verb.word, event.head.text.lower()) >= lexicon.SYNONYM
                and asked.fits(event)
                and min(matcher.strengths(words)) >= BORNE_OUT
            ):
                sentence = next(each for each in marks.sentences if each.covers(event.what))
                told = _statement(event, sentence, citation)
                found.setdefault(event.days, []).append(told)

    def worth(days: tuple[str, str]) -> tuple[int, int, str]:
        told = sum(len(found[each]) for each in found if each[0] <= days[0] and days[1] <= each[1])
        return told, -_length(days), days[0]

    best = max(found, key=worth, default=None)
    return None if best is None else found[best][0]


def _length(days: tuple[str, str]) -> int:
    first, last = (date.fromisoformat(each) for each in days)
    return (last - first).days


def verb_of(question: Question) -> Term | None:
    """Give the verb of the question, if it says more than that something was."""
    empty = listed("events", "empty")
    verbs = [each for each in question.terms if each.sort == "verb" and each.word not in empty]
    roots = [each for each in verbs if question.tree.words[each.index].head == each.index]
    return next(iter(roots or verbs), None)


def names_are_there(question: Question, window: Window) -> bool:
    """Does each name of the question stand in the window or about it?"""
    return all(
        strength > 0.0
        for term, strength in zip(question.terms, window.strengths, strict=True)
        if term.sort == "name"
    )


def _statement(event: Event, sentence: Span, citation: Citation) -> Statement:
    return Statement(
        text=sentence.text,
        answer=event.when.span if event.when else None,
        citations=(replace(citation, span=sentence),),
        speaker=event.speaker,
        when=event.when,
        hedges=event.hedges,
        confidence=SURE,
    )
