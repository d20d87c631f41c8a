"""What something is called, where a sentence says so: in come question and readings, out readings.

"What is the new name of the campsite?" is told by "the campsite is now called Roe Meadow", "what is
their series called?" by "the series, titled “Two Rooms”": the reader takes any name near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.readings import Reading, Seen, are_one, is_asked, reading_at
from onix.model import Span
from onix.reading.events.clauses import is_verb
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import Matcher, words_of
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS
from onix.reading.words import words_of as listed

CALLED: Final = 1.0  # the log of the odds
TITLED: Final = 0.6  # or of a title in a sentence that has all else
ALL: Final = 0.75  # of each word of the question, in the sentence
NEAR: Final = 0.5  # of each name of the question, around it
ABOUT: Final = 0.6  # of the question, around it
# “Two Rooms,” but not “I was glad”
_TITLE: Final = re.compile(
    r"[“\"](?P<title>[A-Z][\w’'-]*"
    r"(?: (?:[A-Z][\w’'-]*|a|an|and|at|for|in|of|on|the|to)){0,6}),?[”\"]"
)
_NAMING: Final = frozenset(
    ["called", "named", "titled", "entitled", "dubbed", "renamed", "christened", "nicknamed"]
)
_ASKING: Final = frozenset({"name", "title", "nickname"})
_SUCH: Final = frozenset({"oprd", "dobj", "attr", "xcomp", "ccomp"})
_PIECES: Final = frozenset({"nmod", "compound", "conj"})


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing whose name is asked for: its noun, in lower case, and the names that say which."""

    noun: str
    names: tuple[str, ...]


def with_names(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "what is it called", what sentences call it first."""
    thing = thing_asked(question)
    if thing is not None:
        told = list(_told(question, thing, seen))
    elif _is_of_a_work(question):
        told = list(_titles(question, seen))
    else:
        return list(readings)
    found = [
        replace(each, score=max(each.score, CALLED))
        if any(are_one(each.span, other.span) for other in told)
        else each
        for each in readings
    ]
    best = max(told, key=lambda each: each.window.citation.published or "", default=None)
    if best is not None and not any(are_one(best.span, each.span) for each in found):
        found.append(best)
    return sorted(found, key=lambda each: -each.score)


def thing_asked(question: Question) -> Thing | None:
    """Give whose name is asked for: "the name of |the campsite|", "what is |the series| called"."""
    tree, words = question.tree, question.tree.words
    if question.kind != "what":
        return None
    thing: int | None = None
    for number, word in enumerate(words):
        low = word.text.lower()
        if low in _ASKING and word.label in SUBJECTS | {"attr"}:
            of = next((n for n in tree.children[number] if words[n].text.lower() == "of"), None)
            below = () if of is None else tree.children[of]
            thing = next((n for n in below if words[n].label == "pobj"), thing)
        elif low in {"called", "named"} and number >= len(words) - 2:
            # the parser may hang "called" on the thing, or the thing on it
            beside = [n for n in tree.children[number] if words[n].label in SUBJECTS]
            thing = beside[0] if beside else word.head if words[word.head].tag[0] == "N" else thing
    if thing is None or words[thing].tag[:3] == "NNP" or words[thing].tag[0] != "N":
        return None
    names = tuple(t.word for t in question.terms if t.sort == "name")
    return Thing(words[thing].text.lower(), names)


def _is_of_a_work(question: Question) -> bool:
    """Is a song, a book or another work asked for, that has a title: "what |song| won it"?"""
    if question.kind not in {"what", "which"} or question.focus is None:
        return False
    return question.tree.words[question.focus].text.lower() in listed("sorts", "works")


def _titles(question: Question, seen: Seen) -> Iterator[Reading]:
    """Give the only title in marks of a sentence that has all else that a question names."""
    terms = [t.word for t in question.terms if t.index != question.focus and t.weight >= 1.0]
    rest = Matcher(terms)
    done: set[Span] = set()
    for window in seen.wide() if terms else ():
        for sentence in window.sentences:
            titles = list(_TITLE.finditer(sentence.text))
            if sentence in done or len(titles) != 1 or is_asked(sentence.text):
                continue
            done.add(sentence)
            if min(rest.strengths(words_of(sentence.text))) >= ALL:
                place = sentence.part(*titles[0].span("title"))
                yield reading_at(question, window, place, TITLED)


def _told(question: Question, thing: Thing, seen: Seen) -> Iterator[Reading]:
    """Give what sentences call it."""
    done: set[Span] = set()
    given = {part for t in question.terms for part in words_of(t.word)}
    for window in seen.wide():
        near = dict(zip(question.terms, window.strengths, strict=True))
        if window.covered(question) < ABOUT or any(
            strength < NEAR for term, strength in near.items() if term.word in thing.names
        ):
            continue
        for sentence in window.sentences:
            if sentence in done or is_asked(sentence.text):
                continue
            done.add(sentence)
            if _NAMING.isdisjoint(words_of(sentence.text)):
                continue
            tree = seen.parse(sentence.text)
            for first, last in _called(tree, thing):
                place = sentence.part(tree.words[first].start, tree.words[last].end)
                if not set(words_of(place.text)) <= given:
                    yield reading_at(question, window, place, CALLED)


def _called(tree: Tree, thing: Thing) -> Iterator[tuple[int, int]]:
    """Give the first and the last word of what a sentence calls such a thing."""
    words = tree.words
    for verb, word in enumerate(words):
        if word.text.lower() not in _NAMING or not is_verb(tree, verb):
            continue
        below = {words[n].label: n for n in reversed(tree.children[verb])}
        subject = below.get("nsubjpass", word.head if word.label in {"acl", "relcl"} else None)
        name = next((below[label] for label in _SUCH if label in below), None)
        if subject is None or name is None or name < verb:
            continue
        if not words[name].text[:1].isupper():
            continue  # "called a disgrace"
        if not any(
            lexicon.match(thing.noun, each) >= lexicon.SYNONYM for each in _nouns(tree, subject)
        ):
            continue
        first, last = tree.edges[name]
        yield first, last


def _nouns(tree: Tree, noun: int) -> Iterator[str]:
    """Give the nouns that a phrase is of: "the |campsite| and rest |area|", "two parts of |it|"."""
    words = tree.words
    yield words[noun].text.lower()
    for each in tree.children[noun]:
        if words[each].label in _PIECES and words[each].tag in {"NN", "NNS"}:
            yield words[each].text.lower()
        elif words[each].text.lower() == "of":
            yield from (words[n].text.lower() for n in tree.children[each])
