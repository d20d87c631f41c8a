"""What something is: in come "what is the Port Emery accord" and readings, out the readings.

Texts say it beside the name: "Project Heron, a plan to move the packing line", "the accord, which
ended a dispute over the islands", "the investment firm Tidewell", "a scheme known as Blue Door".
The reader takes any words near a name; where grammar finds what the thing is, that goes before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.frames import is_denied
from onix.jobs.ask.readings import Reading, Seen, reading_at
from onix.jobs.ask.windows import Window
from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.grammar.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS

IS: Final = 2.0  # the log of the odds, where a text says what it is
WORSE: Final = 0.2  # less for each form that says it less outright
OTHERS: Final = -1.0  # the most that other words near the name are worth
ENOUGH: Final = 4  # of them are looked for
MOST: Final = 16  # sentences parsed for it
LONGEST: Final = 40  # words of what something is
_NAMING: Final = frozenset(
    {"call", "name", "know", "dub", "nickname", "title", "codename", "style"}
)
_WHICH: Final = frozenset({"which", "that"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENS: Final = frozenset({",", "—", "–", "--", "("})
_CUTS: Final = frozenset({"—", "–", "--", ":", ";", "(", ")"})
_CALLED: Final = frozenset({"word", "words", "name", "term", "phrase", "title", "slogan", "label"})
_PARTS: Final = frozenset({"compound", "nmod", "amod"})
_THINGS: Final = frozenset({"NN", "NNS"})

Place = tuple[int, int]  # first and last word


def with_definitions(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of "what is X", with those before all that say beside X what it is."""
    if question.thing is None:
        return list(readings)
    found = _found(question, question.thing, seen)
    rest = [replace(each, score=min(each.score, OTHERS)) for each in readings]
    return [*found, *rest]


def _found(question: Question, name: tuple[str, ...], seen: Seen) -> list[Reading]:
    """Give what windows say that something is, the most outright first."""
    found: list[tuple[int, int, Reading]] = []
    beside = _beside_name(name)
    done: set[Span] = set()
    for rank, window in enumerate(seen.wide()):
        for sentence in window.sentences:
            if len(done) == MOST or sentence in done or beside.search(sentence.text) is None:
                continue
            done.add(sentence)
            for form, place in definitions(name, seen.parse(sentence.text)):
                found.append((form, rank, _reading(question, window, sentence, form, place, seen)))
        if len(found) >= ENOUGH:
            break
    return [reading for *_, reading in sorted(found, key=lambda each: each[:2])]


@lru_cache(maxsize=8)
def _beside_name(name: tuple[str, ...]) -> re.Pattern[str]:
    """Find a name where something may be said of it; only such sentences are parsed."""
    words = r"\W{0,2}".join(map(re.escape, name))
    apart = "|".join(sorted(PREPOSITIONS | DETERMINERS | AUXILIARIES))
    return re.compile(
        rf"\b{words}[”\"’]?(?:,|\s?\(|\s?[—–]|\s(?:is|was|are|were)\b)"
        rf"|\b(?!(?:{apart})\b)[a-z]+,?\s[“\"‘]?{words}\b"
        rf"|\bas\s(?:the\s)?[“\"‘]?{words}\b",
        re.IGNORECASE,
    )


def definitions(name: Sequence[str], tree: Tree) -> Iterator[tuple[int, Place]]:
    """Give what a sentence says that something is, and how outright: 0 is most.

    Args:
        name: Its words, in lower case.
        tree: The sentence's.
    """
    words = tree.words
    texts = [each.text.lower() for each in words]
    for first in range(len(words) - len(name) + 1):
        last = first + len(name) - 1
        if texts[first : last + 1] != list(name):
            continue
        behind = words[last + 1].text if last + 1 < len(words) else ""
        if words[last].head > last and words[last].label in _PARTS:
            continue  # "the Heron paper" is not Heron
        if behind[:1].isupper() or (first and words[first - 1].tag.startswith("NNP")):
            continue  # nor is "Blue Heron"
        for form, place in _beside(tree, first, last):
            if place[0] <= place[1] < place[0] + LONGEST and _is_noun_phrase(tree, form, place):
                yield form, place


def _is_noun_phrase(tree: Tree, form: int, place: Place) -> bool:
    """Is it one, and no clause or the thing's own ("whose owner"), where a name stands behind?"""
    inside = tree.words[place[0] : place[1] + 1]
    if inside[0].tag == "WP$" or inside[-1].text.lower() in _CALLED:
        return False
    return form != 1 or not any(each.tag in _FINITE or each.text in _CUTS for each in inside)


def _beside(tree: Tree, first: int, head: int) -> Iterator[tuple[int, Place]]:
    words = tree.words
    above = words[head].head
    if words[head].label in SUBJECTS and lexicon.stem(words[above].text.lower()) == "be":
        for number in tree.children[above]:
            is_thing = words[number].label == "attr" and words[number].tag in _THINGS
            if is_thing and not is_denied(tree, above):
                yield 0, tree.edges[number]
    for number in tree.children[head]:
        if number < head:
            continue
        start, end = tree.edges[number]
        if words[start - 1].text not in _OPENS:
            continue
        if words[number].label == "appos" and words[number].tag in _THINGS:
            yield 0, (start, end)
        elif words[number].label == "relcl" and words[start].text.lower() in _WHICH:
            yield 2, (start, end)
    if words[head].label == "appos" and words[above].tag in _THINGS and above < first:
        yield 1, (tree.edges[above][0], _before(tree, first))
    if lexicon.stem(words[above].text.lower()) in _NAMING or words[above].text.lower() == "as":
        verb = above if words[above].tag[0] == "V" else words[above].head
        thing = words[verb].head
        is_named = lexicon.stem(words[verb].text.lower()) in _NAMING and words[verb].tag == "VBN"
        if is_named and words[verb].label == "acl" and words[thing].tag in _THINGS:
            start, end = tree.edges[thing]
            if any(
                words[n].label == "relcl" for n in (*tree.children[thing], *tree.children[head])
            ):
                yield 0, (start, end)  # "an account known as Blue Door, where they kept it"
            yield 1, (start, _before(tree, verb))
    before = first - 1
    if before >= 0 and words[before].tag in _THINGS and words[before].head == head:
        start = tree.edges[head][0]
        is_whole = words[start].tag in {"DT", "PRP$", "NNP"} or start == 0
        if is_whole:
            yield 1, (start, before)


def _before(tree: Tree, number: int) -> int:
    """Give the last word before one, commas, dashes and marks of quotation left out."""
    last = number - 1
    while last > 0 and not tree.words[last].text[:1].isalnum():
        last -= 1
    return last


def _reading(
    question: Question, window: Window, sentence: Span, form: int, place: Place, seen: Seen
) -> Reading:
    words = seen.parse(sentence.text).words
    here = sentence.part(words[place[0]].start, words[place[1]].end)
    return reading_at(question, window, here, IS - WORSE * form)
