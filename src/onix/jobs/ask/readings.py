"""A reading: words of the record that may answer, and what speaks against them from the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from onix.jobs.ask.candidates import Candidate
from onix.jobs.ask.evidence import Evidence
from onix.jobs.ask.features import Alignment
from onix.jobs.ask.question import Question
from onix.model import Span

RANK_COST: Final = 0.04  # of the score, for each place further down in what search found
# What a word of the question costs that neither the sentence nor its neighbours bear out.
MISSING_COST: Final = {"name": 2.0, "number": 2.0, "noun": 1.2, "verb": 1.2, "other": 0.3}
GOVERNOR_COSTS: Final = 1.6  # times as much, where it is the deed that was asked about
HEADING_COST: Final = 1.0  # a headline says it short, and its verbs are hard to read
WEAK_COST: Final = 0.8  # of a synonym: the very word is better
FOCUS_COST: Final = 2.2  # of "how many points" where no points are spoken of


@dataclass(frozen=True)
class Reading:
    """Words of the record that may answer, and how sure that is: above 0 rather than not."""

    evidence: Evidence
    span: Span | None
    score: float
    covered: float
    stance: Literal["yes", "no"] | None = None
    missing: tuple[str, ...] = ()


def missing_words(question: Question, alignment: Alignment) -> tuple[str, ...]:
    """The words of the question that the sentence and what stands around it do not bear out."""
    return tuple(
        question.tree.words[term.index].text
        for term, strength in zip(question.terms, alignment.strengths, strict=True)
        if strength < 0.6 and term.weight > 0.5 and term.index != question.focus
    )


def cost_of(question: Question, evidence: Evidence, alignment: Alignment) -> float:
    """What speaks against a sentence whatever its words are: parts of the question not in it."""
    cost = RANK_COST * evidence.rank
    places, strengths = alignment.places, alignment.strengths
    for term, place, strength in zip(question.terms, places, strengths, strict=True):
        lacks = max(0.0, 0.7 - strength) / 0.7
        if term.index == question.focus:
            # "How many soldiers" is not answered by how many people.
            cost += FOCUS_COST if question.kind == "how many" and place is None else 0.0
        elif term.weight > 0.5:
            cost += WEAK_COST * max(0.0, 1.0 - max(strength, 0.7))
            cost += (
                lacks
                * MISSING_COST[term.sort]
                * (GOVERNOR_COSTS if term.index == question.governor else 1.0)
            )
    if is_heading(evidence):
        cost += HEADING_COST
    return cost


def is_heading(evidence: Evidence) -> bool:
    """Is the sentence a line without a stop, as headlines and captions are?"""
    text = evidence.span.text
    return text[-1:] not in ".!?…”\"’')" and len(text.split()) <= 14


def span_of(evidence: Evidence, candidate: Candidate) -> Span:
    """Give a candidate as a stretch of its document."""
    words = evidence.sentence.tree.words
    base = evidence.span.start
    return evidence.story.document.span(
        base + words[candidate.first].start, base + words[candidate.last].end
    )
