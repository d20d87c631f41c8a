"""When something will be at the earliest: for "when" that nothing else answers, a sentence or none.

"The tunnel will not reopen before 1 June" gives no day of any event, and is what the record knows
of when it will. The words that answer keep their "not", and no time is given beside them, so that
nobody takes the day for that of the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.dated import WINDOWS, names_are_there, verb_of
from onix.jobs.ask.readings import Seen
from onix.model import Citation, Marks, Span, Statement, TimeExpression
from onix.reading.grammar import lexicon
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS

SURE: Final = 0.6
_BOUND: Final = re.compile(
    r"\b(?:before|until|till|earlier\sthan|sooner\sthan)\s(?:at\sleast\s|the\s)?$", re.IGNORECASE
)
_AHEAD: Final = frozenset({"will", "wo", "would", "can", "ca", "is", "are", "may", "shall"})


def not_before(question: Question, seen: Seen) -> Statement | None:
    """Give the sentence that says before which day it will not be, if there is one."""
    verb = verb_of(question)
    is_ahead = any(each.text.lower() in _AHEAD for each in question.tree.words[1:3])
    if question.kind != "when" or verb is None or not is_ahead:
        return None
    subjects = [
        term.word
        for term in question.terms
        if question.tree.words[term.index].label in SUBJECTS and term.sort in {"noun", "name"}
    ]
    for window in seen.windows[:WINDOWS]:
        marks = seen.marks(window.middle.document_id)
        for sentence in window.sentences if names_are_there(question, window) else ():
            tree = seen.parse(sentence.text)
            for number, time in _bounds(tree, sentence, marks):
                told = tree.words[number].text.lower()
                if lexicon.match(verb.word, told) >= lexicon.SYNONYM and _is_of(
                    subjects, tree, number
                ):
                    return _statement(tree, number, time, sentence, window.citation, marks)
    return None


def _bounds(tree: Tree, sentence: Span, marks: Marks) -> Iterator[tuple[int, TimeExpression]]:
    """Give the verbs of a sentence that are not to be before a day, with that day."""
    for time in marks.times:
        at = time.span.start - sentence.start
        if time.earliest is None or not sentence.covers(time.span):
            continue
        if _BOUND.search(sentence.text[:at]) is None:
            continue
        word = next((n for n, each in enumerate(tree.words) if each.start >= at), None)
        for number in () if word is None else tree.path(word):
            below = {tree.words[n].text.lower() for n in tree.children[number]}
            is_denied = any(tree.words[n].label == "neg" for n in tree.children[number])
            if tree.words[number].tag[0] == "V" and is_denied and not below.isdisjoint(_AHEAD):
                yield number, time


def _is_of(subjects: list[str], tree: Tree, verb: int) -> bool:
    """Is it said of what is asked about, or of "it", which may be that?"""
    subject = next((n for n in tree.children[verb] if tree.words[n].label in SUBJECTS), None)
    if subject is None or tree.words[subject].tag == "PRP":
        return True
    first, last = tree.edges[subject]
    told = [each.text.lower() for each in tree.words[first : last + 1]]
    return any(lexicon.match(a, b) >= lexicon.SYNONYM for a in subjects for b in told)


def _statement(
    tree: Tree, verb: int, time: TimeExpression, sentence: Span, citation: Citation, marks: Marks
) -> Statement:
    denial = min(n for n in tree.children[verb] if tree.words[n].label in {"neg", "aux"})
    span = sentence.part(tree.words[denial].start, time.span.end - sentence.start)
    speaker = next(
        (
            each.speaker
            for each in marks.quotes
            if each.speaker and any(part.overlaps(span) for part in each.content)
        ),
        None,
    )
    return Statement(
        text=sentence.text,
        answer=span,
        citations=(replace(citation, span=sentence),),
        speaker=speaker,
        hedges=tuple(each.span for each in marks.hedges if sentence.covers(each.span)),
        confidence=SURE,
    )
