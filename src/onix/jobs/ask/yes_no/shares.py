"""A yes to "all" has to stand on all: in come a yes/no question and readings, out go the readings.

"Did she accept all the points?" is a no from "accepted nine of the eleven points", and no yes from
"accepted points". The reader and `plainly.py` see that something was accepted, not how much of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.edges import NUMBER
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.yes_no.plainly import HALF, LEFT
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.grammar.numbers import number
from onix.reading.neural.syntax import Tree
from onix.reading.words import words_of as listed

Share = Literal["all", "part"]
_ALL: Final = frozenset({"all", "every", "each", "both", "whole", "entire"})
_EVERYBODY: Final = frozenset({"everyone", "everybody", "everything"})
_DEFINITE: Final = frozenset({"the", "these", "those"})
_TIMES: Final = frozenset(
    map(lexicon.stem, [*listed("sorts", "length"), "time", "morning", "evening"])
)
# What says that nothing is left out, wherever it stands.
_WHOLLY: Final = frozenset(
    {"unanimous", "unanimously", "wholly", "entirely", "fully", "completely", "none", "nobody"}
)
_WHOSE: Final = r"(?:the|its|his|her|their|our|my|these|those|\w+[’']s?)\s"
_PART: Final = (
    r"most(?=\sof\b)|(?<!the\s)most(?=\s(?:[\w-]+\s)?\w+s\b)"
    r"|(?:more\sthan\s|less\sthan\s|about\s)?half|(?:a|the)\s(?:\w+\s)?(?:majority|minority)"
    r"|not\s(?:all|every|each)|(?:nearly|almost)\s(?:all|every)|all\sbut\s\w+"
    r"|\S+[\s-](?:thirds?|quarters?|fifths?|tenths?)|\S+\s?(?:%|percent|per\scent)"
)
# Before the noun: "|nine of the eleven| points", "|most of her| points".
_BEFORE: Final = re.compile(
    rf"(?:\b(?P<some>{NUMBER})\s(?:\w+\s)?(?:out\s)?of\s(?:{_WHOSE}){{0,2}}(?P<whole>{NUMBER})"
    rf"|\b(?P<part>{_PART})(?:\sof)?)\s(?:{_WHOSE})?(?:[\w-]+\s){{0,2}}\Z",
    re.IGNORECASE,
)
# "The points", "her points", "these points": no part is told of.
_THEM: Final = re.compile(r"\b(?:the|its|his|her|their|our|my|these|those)\s(?:[\w-]+\s)?\Z", re.I)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Of what a question asks, as a word in lower case (None: of everybody), and whether of all."""

    noun: str | None
    is_all: bool


def with_shares(question: Question, readings: Sequence[Reading], seen: Seen) -> list[Reading]:
    """Give the readings of a yes/no question, no yes where only a part of it is told."""
    if question.kind != "yes/no" or (asked := _asked(question.tree)) is None:
        return list(readings)
    found = [_held(asked, each) if each.stance == "yes" else each for each in readings]
    return sorted(found, key=lambda each: -each.score)


def _asked(tree: Tree) -> _Asked | None:
    words = tree.words
    for at, word in enumerate(words):
        text = word.text.lower()
        if text in _EVERYBODY:
            return _Asked(None, True)
        if text not in _ALL or word.label == "preconj":
            continue
        of = (n for n in tree.children[at] if words[n].text.lower() == "of")
        noun = next((m for n in of for m in tree.children[n]), word.head)  # "all of the |points|"
        is_noun = noun != at and words[noun].tag in {"NN", "NNS"}
        is_time = lexicon.stem(words[noun].text.lower()) in _TIMES  # "all day", "every week"
        return _Asked(words[noun].text.lower(), True) if is_noun and not is_time else None
    for at, word in enumerate(words):
        below = [words[n] for n in tree.children[at]]
        is_definite = any(n.label == "poss" or n.text.lower() in _DEFINITE for n in below)
        is_counted = any(n.tag == "CD" for n in below)
        is_of_some = word.label == "pobj" and words[word.head].text.lower() == "of"
        if word.tag == "NNS" and is_definite and not is_counted and not is_of_some:
            return _Asked(word.text.lower(), False)
    return None


def _held(asked: _Asked, reading: Reading) -> Reading:
    told = reading.sentence.text
    share = _share(asked, told)
    if share == "part":
        if asked.is_all:
            return replace(reading, stance="no")
        return replace(reading, stance=None, score=min(reading.score, HALF))
    if share == "all" or not asked.is_all:
        return reading
    return replace(reading, stance=None, score=min(reading.score, LEFT))


def _share(asked: _Asked, told: str) -> Share | None:
    """Give how much of what is asked about a sentence tells; None where it leaves that open."""
    nouns = [
        each
        for each in re.finditer(r"[^\W\d_]+", told)
        if asked.noun is None or lexicon.match(asked.noun, each[0].lower()) >= lexicon.SYNONYM
    ]
    for each in nouns:
        found = _BEFORE.search(told, max(0, each.start() - 80), each.start())
        if found is None:
            continue
        if found["part"]:
            return "part"
        some, whole = number(words_of(found["some"])), number(words_of(found["whole"]))
        if some is not None and whole is not None:
            return "part" if some < whole else "all"
    words = set(words_of(told))
    if not words.isdisjoint(_ALL | _EVERYBODY | _WHOLLY):
        return "all"
    if asked.noun is None:
        return None
    is_all = any(_THEM.search(told, max(0, each.start() - 40), each.start()) for each in nouns)
    return "all" if is_all else None
