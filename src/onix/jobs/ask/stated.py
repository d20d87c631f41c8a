"""How sure an answer is said to be: in come a reading and all others, out a share, 0 to 1.

The log of the odds that `trust.py` gives orders readings and says when to refuse. What is read
among several stories is right less often than that says, the more so where a reading that says
something else stands close behind. Weights are fitted by `evaluation/fit_trust.py` on answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import exp
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, are_one
from onix.jobs.ask.trust import score_of, stated_weights
from onix.reading.grammar.matcher import Matcher, words_of

MOST: Final = 2.5  # of the log of the odds; more is as sure
FAR_BEHIND: Final = 2.0  # further below 0, another reading is as good as none


def signs(
    question: Question,
    reading: Reading,
    readings: Sequence[Reading],
    says_the_same: Callable[[Reading, Reading], bool],
) -> dict[str, float]:
    """Give by name what speaks for and against an answer.

    Args:
        readings: All of the question, this one, too.
        says_the_same: Do two of them give the same answer?
    """
    document_id = reading.sentence.document_id
    others = [each for each in readings if not are_one(each.span, reading.span)]
    same = [each for each in others if says_the_same(reading, each)]
    another = max((each.score for each in others if each not in same), default=-FAR_BEHIND)
    terms = Matcher([term.word for term in question.terms])
    own = terms.strengths(words_of(reading.sentence.text))
    borne = sum(w * s for w, s in zip(question.weights, own, strict=True))
    return {
        "": 1.0,
        "score": min(reading.score, MOST),
        "another": max(another, -FAR_BEHIND) + FAR_BEHIND,
        "agrees": float(any(each.sentence.document_id != document_id for each in same)),
        "stories": float(any(each.sentence.document_id != document_id for each in readings)),
        "in its sentence": borne / question.weight,
    }


def stated(named: Mapping[str, float]) -> float:
    """Give how sure an answer is said to be, by its signs."""
    return 1.0 / (1.0 + exp(-score_of(named, stated_weights())))
