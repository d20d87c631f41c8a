"""The general case: every stretch of a sentence that may answer scored, and the best made whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import numpy as np

from onix.jobs.ask import lexicon
from onix.jobs.ask.candidates import Candidate, Sentence, candidates
from onix.jobs.ask.evidence import Evidence
from onix.jobs.ask.features import Alignment, features
from onix.jobs.ask.fits import fits
from onix.jobs.ask.question import Question
from onix.jobs.ask.readings import Reading, cost_of, span_of
from onix.jobs.ask.score import weights
from onix.reading.syntax import Tree

MEASURED: Final = 0.8  # few stretches can be a number or a length of time: one that fits counts
APART_COST: Final = 1.5  # of a measure that hangs on nothing of what was asked about
AHEAD_COST: Final = 2.5  # of a day still ahead for what is asked as past
AGENTLESS_COST: Final = 2.5  # of "the leaked tape" for who leaked it
BECAUSE: Final = 2.0  # what "because" adds to the score of a reason
FULLEST: Final = 16  # words of a noun with all that completes it


def read_phrase(
    question: Question, evidence: Evidence, alignment: Alignment, best: float
) -> Reading | None:
    """Give the stretch of a sentence that answers best; None when none of it can answer."""
    sentence = evidence.sentence
    found = [each for each in candidates(sentence) if fits(question, sentence, each)]
    if not found:
        return None
    scores = weights().score(features(question, sentence, found, alignment, best=best))
    if question.kind == "why":
        reasons = [_reason(sentence, alignment, each) for each in found]
        scores = scores + np.asarray(reasons, dtype=np.float32)
    number = int(scores.argmax())
    chosen = found[number]
    score = float(scores[number]) - cost_of(question, evidence, alignment)
    if question.kind in {"how many", "how much", "how long", "how often", "how old"}:
        score += MEASURED
        if _nearest(sentence, alignment, chosen) > 2:
            score -= APART_COST
    if _leaves_out_who(question, sentence, alignment):
        score -= AGENTLESS_COST
    if question.kind == "when" and question.is_past and _is_ahead(evidence, chosen):
        score -= AHEAD_COST
    if question.asks_several:
        chosen = _whole_list(sentence, chosen)
    if question.kind == "where":
        chosen = _fuller_place(sentence, chosen)
    elif question.kind in {"what", "how"} and question.focus is None:
        chosen = _fuller_noun(sentence, chosen)
    return Reading(evidence, span_of(evidence, chosen), score, alignment.covered(question))


def _nearest(sentence: Sentence, alignment: Alignment, candidate: Candidate) -> int:
    """How many arcs lie between a candidate and the nearest word of the question."""
    return min(
        (sentence.tree.distance(candidate.head, p) for p in alignment.places if p is not None),
        default=20,
    )


def _leaves_out_who(question: Question, sentence: Sentence, alignment: Alignment) -> bool:
    """Is the deed that was asked about only an attribute here, with nobody who did it?"""
    if question.role != "nsubj" or question.kind not in {"who", "which"}:
        return False
    for term, place in zip(question.terms, alignment.places, strict=True):
        if term.index == question.governor and place is not None:
            children = sentence.tree.children[place]
            return sentence.tree.words[place].label == "amod" and not any(
                sentence.tree.words[child].label == "agent" for child in children
            )
    return False


def _is_ahead(evidence: Evidence, candidate: Candidate) -> bool:
    """Does the candidate name a time that lay ahead when the story was published?"""
    day = evidence.story.document.day
    span = span_of(evidence, candidate)
    return day is not None and any(
        time.earliest is not None and date.fromisoformat(time.earliest) > day
        for time in evidence.story.marks.times
        if time.span.overlaps(span)
    )


def _reason(sentence: Sentence, alignment: Alignment, candidate: Candidate) -> float:
    """How plainly a stretch is given as the reason of what was asked about."""
    before = sentence.lower[candidate.first - 1] if candidate.first else ""
    hangs_on = sentence.tree.path(candidate.head)[1:3]
    if not any(place in hangs_on for place in alignment.places if place is not None):
        return 0.0
    if "because" in (before, sentence.lower[candidate.first]):
        return BECAUSE
    return BECAUSE / 2 if sentence.lower[candidate.first] in lexicon.words("reason") else 0.0


def _whole_list(sentence: Sentence, chosen: Candidate) -> Candidate:
    """Give "Zambia, Ghana and Togo" for one of them."""
    tree = sentence.tree
    first = chosen.head
    while tree.words[first].label == "conj" and tree.words[first].head != first:
        first = tree.words[first].head
    last = first
    while True:
        after = [c for c in tree.children[last] if tree.words[c].label == "conj"]
        if not after:
            break
        last = after[-1]
    if first == last or not tree.words[first].tag.startswith("NN"):
        return chosen
    lo = min(tree.edges[first][0], chosen.first)
    hi = max(last, chosen.last)
    return replace(chosen, first=lo, last=hi) if hi - lo < FULLEST else chosen


def _fuller_place(sentence: Sentence, chosen: Candidate) -> Candidate:
    """Give "an airfield outside Calder" for "Calder": the place the words name most closely."""
    tree = sentence.tree
    preposition = tree.words[chosen.head].head
    if tree.words[chosen.head].label != "pobj" or tree.words[preposition].label != "prep":
        return chosen
    noun = tree.words[preposition].head
    if lexicon.kinds().get(lexicon.stem(sentence.lower[noun])) != "place":
        return chosen
    return replace(chosen, first=tree.edges[noun][0], head=noun)


def _before_pause(tree: Tree, index: int) -> int:
    """The last word of what hangs on a word, up to a comma, a colon or a dash."""
    lo, hi = tree.edges[index]
    return next((i - 1 for i in range(lo + 1, hi + 1) if tree.words[i].tag in {",", ":"}), hi)


def _fuller_noun(sentence: Sentence, chosen: Candidate) -> Candidate:
    """Give "the need for a deal" for "the need": what hangs on a noun and completes it."""
    tree = sentence.tree
    if not tree.words[chosen.head].tag.startswith("NN"):
        return chosen
    last = chosen.last
    for child in tree.children[chosen.head]:
        if child > chosen.head:
            if tree.words[child].label not in {"prep", "acl"}:
                break
            last = max(last, _before_pause(tree, child))
    return replace(chosen, last=last) if last - chosen.first < FULLEST else chosen
