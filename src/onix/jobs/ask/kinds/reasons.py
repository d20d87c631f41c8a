"""Why this, and not why something else: in come a question and readings, out go the readings.

The reader takes any "because" near the words of a question. Grammar knows of what a reason is: of
"the driver was working because a ship was due" nothing is why the crane fell, and what somebody
wants is not why they want it. Where the clause that has the reason tells of nothing that was asked
about, the reading is worth little.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.speech import is_speech
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.trust import on_it
from onix.model import Span
from onix.reading.events.clauses import is_verb, top
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree

ELSEWHERE: Final = 3.0  # what a reading loses that is the reason of something else
PERHAPS: Final = 1.0  # or perhaps of the same in other words
_CLAUSES: Final = frozenset({"advcl", "xcomp", "prep", "mark"})
_BEFORE_CLAUSES: Final = frozenset(
    {"because", "since", "as", "after", "so", "when", "to", "while", "given"}
)
_BEFORE_NOUNS: Final = frozenset({"because", "over", "for", "after", "due", "owing", "amid"})
_WHY: Final = "Why "
_ASKED: Final = re.compile(r"(?:^|[:—–.]\s?)Why\s")  # a headline: "Not running: Why Lund gave up"
_PARTS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


def of_a_reason(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "why", those far down that say why something else is so."""
    if question.kind != "why":
        return list(readings)
    found = [
        replace(each, score=each.score - _lost(question, each, seen))
        if each.score >= on_it()
        else each
        for each in readings
    ]
    return sorted(found, key=lambda each: -each.score)


def _lost(question: Question, reading: Reading, seen: Seen) -> float:
    span, sentence = reading.span, reading.sentence
    tree = seen.parse(sentence.text)
    first = (
        top(tree, span.start - sentence.start, span.end - sentence.start)
        if span is not None
        else None
    )
    if first is None or span is None:
        return 0.0
    if _ASKED.search(sentence.text[: span.start - sentence.start + len(_WHY)]):
        return ELSEWHERE
    if _is_the_same(question, sentence.text[span.start - sentence.start :]):
        return ELSEWHERE
    reason = next((n for n in tree.path(first) if _opens(tree, n)), None)
    if reason is None:
        verb = tree.words[first].head
        is_part = tree.words[first].label in _PARTS and _is_asked(question, tree, verb)
        return ELSEWHERE if is_part else 0.0
    above = tree.words[reason].head
    if above == reason or not is_verb(tree, above) or is_speech(tree.words[above].text.lower()):
        return 0.0  # of "…, she says, because …" the clause that is meant may be either
    verbs = [n for n in tree.path(above) if is_verb(tree, n)]
    verbs += [n for n in tree.children[above] if is_verb(tree, n) and n != reason]
    if any(_is_asked(question, tree, n) for n in verbs):
        return 0.0
    # Told in other words, of what was asked about?
    lo, hi = tree.edges[reason]
    told = " ".join(each.text for n, each in enumerate(tree.words) if not lo <= n <= hi)
    nouns = [term.word for term in question.terms if term.sort in {"name", "noun"}]
    if not nouns or max(Matcher(nouns).strengths(words_of(told)), default=0.0) > 0.0:
        return 0.0
    return ELSEWHERE if _is_told(question, sentence, seen) else PERHAPS


def _is_the_same(question: Question, reason: str) -> bool:
    """Is it but what was asked about: "because |the gate was locked|" for "why was it locked"?"""
    asked = [each.word for each in question.terms if each.sort != "other" and each.weight > 1.0]
    has_verb = any(each.sort == "verb" for each in question.terms if each.word in asked)
    strengths = Matcher(asked).strengths(words_of(reason)) if len(asked) > 1 else ()
    return has_verb and bool(strengths) and min(strengths) == 1.0


def _is_told(question: Question, but: Span, seen: Seen) -> bool:
    """Is what is asked about told in its own words in another sentence, so that this is not it?"""
    verbs = [term.word for term in question.terms if term.sort == "verb" and term.weight > 1.0]
    matcher = Matcher(verbs)
    return bool(verbs) and any(
        max(matcher.strengths(words_of(each.text))) == 1.0
        for window in seen.windows
        for each in window.sentences
        if each != but
    )


def _opens(tree: Tree, number: int) -> bool:
    """Does a reason begin with what hangs on this word: "|because| …", "|over| the flights"?"""
    word = tree.words[number]
    if word.label == "prep":
        return word.text.lower() in _BEFORE_NOUNS
    return word.label in _CLAUSES and any(
        tree.words[n].label in {"mark", "aux", "advmod"}
        and tree.words[n].text.lower() in _BEFORE_CLAUSES
        for n in tree.children[number]
    )


def _is_asked(question: Question, tree: Tree, number: int) -> bool:
    """Is this the verb that is asked about, or one that means the same?"""
    word = tree.words[number].text.lower()
    return any(
        term.sort == "verb" and lexicon.match(term.word.partition(" ")[0], word) >= lexicon.SYNONYM
        for term in question.terms
    )
