"""Values that stand attached to what they are of: in come a question and windows, out a sentence.

"A 28-point proposal" has 28 points and "the April 17 call" was on April 17: so the trade tells in
passing what a sentence of its own would have to say. The reader passes by them, so they answer what
it leaves open, where the very thing asked about stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.choose import is_of_another_one
from onix.jobs.ask.edges import NUMBER
from onix.jobs.ask.kinds.counted import is_former
from onix.jobs.ask.kinds.dated import SURE, names_are_there, verb_of
from onix.jobs.ask.readings import Seen
from onix.jobs.ask.windows import Window
from onix.model import Marks, Span, Statement
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of

_COMPOUND: Final = re.compile(
    rf"(?P<number>{NUMBER})-(?P<noun>[^\W\d_]+)(?P<of>(?:[\s-][^\W\d_]+){{1,3}})", re.IGNORECASE
)
_BEFORE: Final = re.compile(r"(?P<noun>[^\W\d_]+),?\s(?:on|of|in)\s(?:the\s)?$")
_BEHIND: Final = re.compile(r"\s(?P<noun>[a-z]+)\b(?!\s(?:ago|before|after|earlier|later))")
_TOOK_PLACE: Final = re.compile(
    r"(?P<noun>[^\W\d_]+)(?:,[^,.;]{3,60},)?\s(?:(?:will|is\sto)\stake\splace|took\splace|happened"
    r"|occurred|(?:was|were|will\sbe)\sheld)(?:\s(?:on|in|at|the|early|late))*\s$"
)


def attached(question: Question, seen: Seen) -> Statement | None:
    """Give the sentence that attaches the number asked for; None where none surely does."""
    if question.kind not in _FIND:
        return None
    for window in seen.windows:
        for sentence in window.sentences if names_are_there(question, window) else ():
            if is_of_another_one(question, sentence.text) or is_former(sentence.text):
                continue
            place = next(_FIND[question.kind](question, sentence, seen.marks), None)
            if place is not None:
                return _statement(window, sentence, place, seen.marks)
    return None


def _in_compound(
    question: Question, sentence: Span, _: Callable[[str], Marks]
) -> Iterator[tuple[int, int]]:
    """Find "28-point draft proposal" for "how many points did the proposal have".

    And "a six-game suspension" for "how many games was he suspended for".
    """
    if question.focus is None:
        return
    counted = lexicon.stem(question.tree.words[question.focus].text.lower())
    things = [
        (term.word, lexicon.DERIVED if term.sort == "noun" else lexicon.SYNONYM)
        for term in question.terms
        if term.sort in {"noun", "verb"} and term.index != question.focus
    ]
    for found in _COMPOUND.finditer(sentence.text):
        words = words_of(found["of"])
        if lexicon.stem(found["noun"].lower()) == counted and any(
            lexicon.match(thing, word) >= least for thing, least in things for word in words
        ):
            yield found.start("number"), found.end("noun")


def _day(
    question: Question, sentence: Span, marks: Callable[[str], Marks]
) -> Iterator[tuple[int, int]]:
    """Find "the April 17 call" and "the call on April 17" for "when did the call take place".

    And "the talk, which nobody had known of, took place on April 17".
    """
    nouns = (term.word for term in question.terms if term.sort == "noun" and term.weight > 1.0)
    thing = next(nouns, None)
    if question.verb is not None or verb_of(question) is not None or thing is None:
        return
    if not any(lexicon.match(thing, each) >= lexicon.SYNONYM for each in words_of(sentence.text)):
        return
    for time in marks(sentence.document_id).times:
        if time.type != "DATE" or not time.earliest or not sentence.covers(time.span):
            continue
        start, end = time.span.start - sentence.start, time.span.end - sentence.start
        before = _BEFORE.search(sentence.text[:start])
        behind = _BEHIND.match(sentence.text, end)
        took_place = _TOOK_PLACE.search(sentence.text[:start])
        if any(
            found is not None and lexicon.match(thing, found["noun"].lower()) >= least
            for found, least in (
                (before, lexicon.DERIVED),
                (behind, lexicon.DERIVED),
                (took_place, lexicon.SYNONYM),
            )
        ):
            yield start, end


_FIND: Final = {"how many": _in_compound, "when": _day}


def _statement(
    window: Window, sentence: Span, place: tuple[int, int], marks: Callable[[str], Marks]
) -> Statement:
    hedges = marks(sentence.document_id).hedges
    return Statement(
        text=sentence.text,
        answer=sentence.part(*place),
        citations=(replace(window.citation, span=sentence),),
        hedges=tuple(each.span for each in hedges if sentence.covers(each.span)),
        confidence=SURE,
    )
