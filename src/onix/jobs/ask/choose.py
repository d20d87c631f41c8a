"""Which words answer: each sentence read in the way the question wants, the best first.

What comes in is a question and its evidence, what goes out the readings. Whether the best one is
good enough is decided in `answer.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.evidence import MOST_BEHIND, UNKNOWN, Evidence
from onix.jobs.ask.features import Alignment, align
from onix.jobs.ask.forms import (
    asks_what_was_said,
    read_identity,
    read_quote,
    read_source,
    read_stance,
    read_topic,
    wants_own_words,
)
from onix.jobs.ask.phrases import read_phrase
from onix.jobs.ask.question import Question
from onix.jobs.ask.readings import Reading, missing_words

NEVER: Final = -99.0  # the score of a sentence without words that could answer


def choose(
    question: Question, evidence: Sequence[Evidence]
) -> tuple[list[Reading], Reading | None]:
    """Give the readings of a question, at most one a sentence, best first.

    Beside them stands the sentence, where there is one, that says that nobody knows.
    """
    if not evidence:
        return [], None
    alignments = [align(question, each.sentence) for each in evidence]
    best = max(each.covered(question) for each in alignments)
    found = [
        replace(reading, missing=missing_words(question, alignment))
        for each, alignment in zip(evidence, alignments, strict=True)
        if alignment.covered(question) >= best - MOST_BEHIND
        and (reading := _read(question, each, alignment, best)) is not None
    ]
    if not found:  # none has words of the right sort: the one that bears out most comes nearest
        each, alignment = max(
            zip(evidence, alignments, strict=True), key=lambda pair: pair[1].covered(question)
        )
        covered = alignment.covered(question)
        found = [Reading(each, None, NEVER, covered, missing=missing_words(question, alignment))]
    unknown = [
        Reading(each, None, 0.0, alignment.covered(question))
        for each, alignment in zip(evidence, alignments, strict=True)
        if _says_unknown(question, each, alignment)
    ]
    return (
        sorted(found, key=lambda reading: -reading.score),
        max(unknown, key=lambda reading: reading.covered, default=None),
    )


def _read(
    question: Question, evidence: Evidence, alignment: Alignment, best: float
) -> Reading | None:
    """Give the reading of one sentence, in the form that the question asks for."""
    if question.kind == "yes/no":
        return read_stance(question, evidence, alignment)
    if question.kind == "topic":
        return read_topic(question, evidence, alignment)
    if question.kind == "according to":
        return read_source(question, evidence, alignment)
    if question.asks_identity:
        return read_identity(question, evidence, alignment)
    if asks_what_was_said(question) is not None:
        quoted = read_quote(question, evidence, alignment)
        if quoted is not None or wants_own_words(question):
            return quoted
    return read_phrase(question, evidence, alignment, best)


def _says_unknown(question: Question, evidence: Evidence, alignment: Alignment) -> bool:
    """Does the sentence say that what was asked is not known?"""
    if not UNKNOWN.search(evidence.span.text):
        return False
    covered = alignment.covered(question)
    wh = question.tree.words[question.wh].text.lower() if question.wh is not None else "whether"
    if wh in evidence.sentence.lower and covered > 0.5:
        return True  # "Who made it is not known."
    own = sum(
        term.weight
        for term, place, strength in zip(
            question.terms, alignment.places, alignment.strengths, strict=True
        )
        if place is not None and strength > 0.6
    )
    return own / question.weight > 0.6
