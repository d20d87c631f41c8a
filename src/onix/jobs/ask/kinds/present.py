"""Who was there: in come "who was on the call", "who was in the boat" and readings, out readings.

All who were there are the answer together, so two names are no dispute: "On the call were Roth and
Lee", "the call between Roth and Lee", "a call in which Roth urged Lee". The reader takes any name
near these words; where grammar does not put somebody there, that is worth little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.choose import is_of_another_one
from onix.jobs.ask.kinds.dated import names_are_there
from onix.jobs.ask.kinds.frames import is_denied
from onix.jobs.ask.readings import Reading, Seen, reading_at
from onix.jobs.ask.trust import on_it
from onix.jobs.ask.windows import Window
from onix.model import Span
from onix.reading.events.clauses import is_verb
from onix.reading.grammar import lexicon
from onix.reading.names.persons import nouns_in
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS

THERE: Final = 1.5  # the log of the odds, where grammar puts somebody there
NOT_THERE: Final = 3.0  # what a reading loses where it does not
LONGEST: Final = 20  # words from the first who was there to the last; else the sentence answers
_AT: Final = frozenset({"on", "in", "at", "aboard", "inside", "around", "during", "of"})
_WHO: Final = frozenset({"WP", "WDT"})
_PEOPLE: Final = frozenset({"people", "passengers", "members", "guests", "participants"})
_TAKES_PART: Final = frozenset(map(lexicon.stem, ("be", "take", "participate", "sit", "attend")))

Place = tuple[int, int]  # first and last word


def with_those_there(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "who was on the call", with those whom grammar puts there before all."""
    number = question.occasion
    if number is None:
        return list(readings)
    noun = question.tree.words[number].text.lower()
    found: dict[Span, Reading] = {}
    for window in seen.windows:
        if not names_are_there(question, window):
            continue
        for sentence in window.sentences:
            if sentence in found or is_of_another_one(question, sentence.text):
                continue
            place = next(iter(_there(seen.parse(sentence.text), noun)), None)
            if place is not None:
                found[sentence] = _reading(question, window, sentence, place, seen)
    rest = [
        replace(each, score=each.score - NOT_THERE)
        if each.score >= on_it() and not _is_open(seen.parse(each.sentence.text), noun)
        else each
        for each in readings
        if each.sentence not in found
    ]
    return sorted([*found.values(), *rest], key=lambda each: -each.score)


def _reading(
    question: Question, window: Window, sentence: Span, place: Place, seen: Seen
) -> Reading:
    words = seen.parse(sentence.text).words
    first, last = place
    here = sentence.part(words[first].start, words[last].end)
    reading = reading_at(question, window, here, THERE - 0.1 * window.rank)
    return reading if last - first < LONGEST else replace(reading, span=None)


def _is_open(tree: Tree, noun: str) -> bool:
    """Does a sentence tell of something there, so that the reader may know who it was?"""
    words = tree.words
    return any(
        lexicon.match(noun, word.text.lower()) >= lexicon.DERIVED
        and word.label == "pobj"
        and words[word.head].text.lower() in _AT
        and not is_denied(tree, words[word.head].head)
        for word in words
    )


def _there(tree: Tree, noun: str) -> Iterator[Place]:
    """Give those who were there, from the first to the last."""
    for number, word in enumerate(tree.words):
        if word.tag[0] != "N" or lexicon.match(noun, word.text.lower()) < lexicon.DERIVED:
            continue
        yield from _between(tree, number)
        yield from _in_which(tree, number)
        above = word.head
        if word.label == "pobj" and tree.words[above].text.lower() in _AT:
            yield from _at(tree, tree.words[above].head, above)


def _at(tree: Tree, above: int, preposition: int) -> Iterator[Place]:
    """Find "On the call were Roth and Lee", "Roth, who was in the boat", "people in the hall"."""
    words = tree.words
    if tree.words[preposition].text.lower() == "of":
        return
    if not is_verb(tree, above):
        is_people = words[above].text.lower() in _PEOPLE or nouns_in(words[above].text.lower())
        if words[above].tag[0] == "N" and is_people:
            first = tree.edges[above][0]
            yield first, preposition - 1
        return
    if lexicon.stem(words[above].text.lower()) not in _TAKES_PART or is_denied(tree, above):
        return
    for number in tree.children[above]:
        if words[number].label not in {*SUBJECTS, "attr"}:
            continue
        if words[number].tag in _WHO and words[above].label == "relcl":
            head = words[above].head
            last = _before(tree, head, above)
            while words[head].label == "appos" and words[head].head != head:
                head = words[head].head  # "Ann Lee, a nurse, who was in the hall"
            yield tree.edges[head][0], last
        elif words[number].tag[0] == "N":
            yield tree.edges[number]


def _before(tree: Tree, head: int, clause: int) -> int:
    """Give the last word of a noun phrase before a clause of it, and the comma between."""
    last = tree.edges[clause][0] - 1
    return max(head, last - (tree.words[last].text == ","))


def _between(tree: Tree, number: int) -> Iterator[Place]:
    """Find "the call |between Roth and Lee|", "|Roth's call with Lee|"."""
    words = tree.words
    named = (
        n for n in tree.children[number] if words[n].label == "poss" and words[n].tag[0] == "N"
    )
    owner = next(named, None)
    for each in tree.children[number]:
        if words[each].label != "prep":
            continue
        other = next((n for n in tree.children[each] if words[n].label == "pobj"), None)
        if other is None:
            continue
        if words[each].text.lower() == "between":
            yield tree.edges[other]
        elif words[each].text.lower() == "with" and owner is not None:
            yield tree.edges[owner][0], tree.edges[other][1]


def _in_which(tree: Tree, number: int) -> Iterator[Place]:
    """Find "a call in which |Roth urged Lee| to wait"."""
    words = tree.words
    for verb in tree.children[number]:
        if words[verb].label != "relcl":
            continue
        parts = {words[n].label: n for n in tree.children[verb] if words[n].tag.startswith("NNP")}
        one, other = parts.get("nsubj"), parts.get("dobj")
        if one is not None and other is not None:
            yield tree.edges[one][0], other
