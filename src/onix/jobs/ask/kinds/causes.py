"""What brought something about: in come a question and its readings, out the readings.

"What caused the crush in Vikna?" is told by "police fired tear gas, triggering a crush", "a broken
rail caused the crush" and "the crush was blamed on a locked gate". The reader takes what was caused
as often as what caused it; grammar knows one from the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.hands import is_passive, object_of
from onix.jobs.ask.readings import Reading, Seen, are_one, is_asked, reading_at
from onix.model import Span
from onix.reading.events.assertions import assertion
from onix.reading.events.clauses import is_verb, top, within
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS
from onix.reading.words import phrasal_forms, verb_forms

LIST: Final = "causes"
LIKELY: Final = 0.8  # the log of the odds
BESIDE: Final = 0.5  # the most that words are worth beside it
OTHERS: Final = -1.0  # or those that name what was brought about
ABOUT: Final = 0.55  # of the question, in the sentence, around it or in the title
_WHICH: Final = frozenset({"which", "that"})
_POINTING: Final = frozenset({"this", "it", "that", "these", "they", "which"})

_OF_NOUNS: Final = frozenset({"DT", "JJ", "CD", "NN", "NNS", "NNP", "NNPS", "HYPH", "VBN"})

Place = tuple[int, int]  # first and last word


@dataclass(frozen=True, slots=True)
class Effect:
    """What was brought about: its noun in lower case, and the terms of the question for it."""

    noun: str
    words: frozenset[str]


def with_causes(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "what caused it", that of what sentences call its cause first."""
    effect = effect_asked(question)
    if effect is None:
        return list(readings)
    told = list(_told(question, effect, seen))
    found = []
    for each in readings:
        if any(are_one(each.span, other.span) for other in told):
            found.append(replace(each, score=max(each.score, LIKELY)))
        elif _is_effect(effect, each, seen):
            found.append(replace(each, score=min(each.score, OTHERS)))
        else:
            found.append(replace(each, score=min(each.score, BESIDE)) if told else each)
    best = max(told, key=lambda each: each.window.covered(question), default=None)
    if best is not None and not any(are_one(best.span, each.span) for each in found):
        found.append(best)
    return sorted(found, key=lambda each: -each.score)


def effect_asked(question: Question) -> Effect | None:
    """Give what was brought about, where its cause is asked for."""
    tree, words = question.tree, question.tree.words
    asks = next((n for n, each in enumerate(words) if each.tag[0] == "W"), None)
    if question.kind != "what" or asks is None or question.focus is not None:
        return None
    verb = words[asks].head
    if words[asks].label == "nsubj" and is_verb(tree, verb):
        thing = _thing_of(tree, verb)
    else:
        cause = next((n for n, each in enumerate(words) if each.text.lower() == "cause"), None)
        behind = () if cause is None else tree.children[cause]
        thing = next((object_of(tree, n) for n in behind if words[n].text.lower() == "of"), None)
    if thing is None or words[thing].tag[0] != "N":
        return None
    inside = within(tree, thing)
    told = frozenset(t.word for t in question.terms if t.index in inside)
    return Effect(words[thing].text.lower(), told)


def _thing_of(tree: Tree, verb: int) -> int | None:
    """Give what a verb tells to be brought about; None where it is no such verb."""
    words, low = tree.words, tree.words[verb].text.lower()
    if low in verb_forms(LIST, "brings"):
        label = "nsubjpass" if is_passive(tree, verb) else "dobj"
        found = next((n for n in tree.children[verb] if words[n].label == label), None)
        if found is None and words[verb].label == "acl" and is_passive(tree, verb):
            return words[verb].head  # "a crush |caused| by"
        return found
    if (behind := phrasal_forms(LIST, "brings_behind").get(low)) is not None:
        preposition = _preposition(tree, verb, behind)
        return None if preposition is None else object_of(tree, preposition)
    if low in _comes_of():
        return next((n for n in tree.children[verb] if words[n].label in SUBJECTS), None)
    return None


@cache
def _comes_of() -> frozenset[str]:
    return frozenset(phrasal_forms(LIST, "comes_of"))


def _preposition(tree: Tree, verb: int, wanted: frozenset[str]) -> int | None:
    words = tree.words
    below = (n for n in tree.children[verb] if words[n].label == "prep")
    return next((n for n in below if words[n].text.lower() in wanted), None)


def _is_effect(effect: Effect, reading: Reading, seen: Seen) -> bool:
    """Does it name what was brought about, this or something else, and nothing that did?"""
    span, sentence = reading.span, reading.sentence
    told = words_of(span.text) if span is not None else []
    if span is None or not told:
        return False
    if lexicon.match(effect.noun, told[-1]) >= lexicon.SYNONYM:
        return True
    if _verbs().isdisjoint(words_of(sentence.text)):
        return False
    tree = seen.parse(sentence.text)
    first = top(tree, span.start - sentence.start, span.end - sentence.start)
    things = {
        _thing_of(tree, n)
        for n, each in enumerate(tree.words)
        if each.text.lower() in _verbs() and is_verb(tree, n)
    }
    return first is not None and first in things


def _told(question: Question, effect: Effect, seen: Seen) -> Iterator[Reading]:
    """Give what sentences call the cause."""
    nouns = Matcher([effect.noun])
    done: set[Span] = set()
    for window in seen.wide():
        if window.covered(question) < ABOUT:
            continue
        for sentence in window.sentences:
            told = words_of(sentence.text)
            if sentence in done or is_asked(sentence.text):
                continue
            done.add(sentence)
            if nouns.strengths(told)[0] < lexicon.SYNONYM or _verbs().isdisjoint(told):
                continue
            tree = seen.parse(sentence.text)
            for first, last in _causes(tree, nouns):
                place = sentence.part(tree.words[first].start, tree.words[last].end)
                yield reading_at(question, window, place, LIKELY)


@cache
def _verbs() -> frozenset[str]:
    behind = frozenset(phrasal_forms(LIST, "brings_behind"))
    return verb_forms(LIST, "brings") | behind | _comes_of()


def _causes(tree: Tree, nouns: Matcher) -> Iterator[Place]:
    """Give the first and the last word of what a sentence tells to have brought it about."""
    words = tree.words
    for verb in range(len(words)):
        if not is_verb(tree, verb) or words[verb].text.lower() not in _verbs():
            continue
        thing = _thing_of(tree, verb)
        if thing is None or nouns.strengths([words[thing].text.lower()])[0] < lexicon.SYNONYM:
            continue
        said = assertion(tree, verb)
        if not said.is_so or said.voice == "denied" or said.when in {"ahead", "meant"}:
            continue
        place = _cause_of(tree, verb)
        if place is not None:
            yield place


def _cause_of(tree: Tree, verb: int) -> Place | None:
    words, low = tree.words, tree.words[verb].text.lower()
    if low in _comes_of():
        preposition = _preposition(tree, verb, phrasal_forms(LIST, "comes_of")[low])
        noun = None if preposition is None else object_of(tree, preposition)
    elif is_passive(tree, verb):
        agent = next((n for n in tree.children[verb] if words[n].label == "agent"), None)
        noun = None if agent is None else object_of(tree, agent)
    else:
        noun = next((n for n in tree.children[verb] if words[n].label == "nsubj"), None)
        if noun is not None and words[noun].text.lower() in _WHICH and words[verb].label == "relcl":
            noun = words[verb].head
        elif noun is None and words[verb].tag == "VBG" and words[verb].label == "advcl":
            return _clause_before(tree, verb)
    if noun is None or words[noun].text.lower() in _POINTING:
        return None
    inside = (
        within(tree, noun) - set(range(verb, len(words))) if noun < verb else within(tree, noun)
    )
    return (min(inside), max(inside)) if inside else None


def _clause_before(tree: Tree, verb: int) -> Place | None:
    """Give the clause of "|police fired tear gas|, triggering a crush"."""
    words = tree.words
    above = words[verb].head
    if not is_verb(tree, above):
        return None
    who = next((n for n in tree.children[above] if words[n].label in SUBJECTS), None)
    first = above if who is None else tree.edges[who][0]
    if who is None and words[above - 1].tag[0] == "N":
        # "ran onto the pitch and |police| fired": whoever stands right before the verb
        first = above - 1
        while first > 0 and words[first - 1].tag in _OF_NOUNS:
            first -= 1
    last = verb - 1
    while last > above and words[last].text in {",", "—", "–", "and", "thus", "thereby"}:
        last -= 1
    return (first, last) if first < above else None
