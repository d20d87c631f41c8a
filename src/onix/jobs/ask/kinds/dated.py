"""When something was, by the date of the event itself: for "when" that reading leaves unanswered.

The reader looks for a date close to the words of the question; grammar knows which event a date is
of. So an answer it is unsure of is taken here where one event has the question's own verb and
another word of it, was told the right way (past or to come), and has a date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.terms import Term
from onix.jobs.ask.readings import Seen
from onix.jobs.ask.windows import Window
from onix.jobs.timeline.dating import can_be
from onix.model import Event, Statement
from onix.reading.events.events import find_events
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree
from onix.reading.words import words_of as listed

WINDOWS: Final = 4  # looked at
BORNE_OUT: Final = 0.75  # of each word that says something
# Four of five dates are right (docs/figures.md), and not each is of the event that was meant.
SURE: Final = 0.6
_PAST: Final = {"did", "was", "were", "had"}


def dated(question: Question, seen: Seen) -> Statement | None:
    """Give the sentence that surely tells the event asked for, with its date, if there is one."""
    verb = _verb(question)
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
                return _statement(event, window)
    return None


def _verb(question: Question) -> Term | None:
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


def _statement(event: Event, window: Window) -> Statement:
    return Statement(
        text=window.middle.text,
        answer=event.when.span if event.when else None,
        citations=(replace(window.citation, span=window.middle),),
        speaker=event.speaker,
        when=event.when,
        hedges=event.hedges,
        confidence=SURE,
    )
