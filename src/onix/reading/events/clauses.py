"""Which verb has a time: in come a sentence's tree and its times, out come the times by their verb.

A date that stands in the same sentence may be that of something else: "The dam, built in 1961,
holds back 80 million cubic metres". It is its own file so that the date of an answer and the date
of an event are found in one way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from onix.model import Document, Span, TimeExpression
from onix.reading.grammar.openings import opening as before_sentence
from onix.reading.neural.trees import SUBJECTS, Tree
from onix.reading.words import verb_forms, words_of

PREPOSITIONS: Final = frozenset({"IN", "TO"})
DATED: Final = frozenset({"DATE", "TIME"})


_TELLING: Final = frozenset({"relcl", "acl", "appos"})  # clauses that tell more of a noun
_BESIDE: Final = frozenset({"ccomp", "xcomp", "advcl", "dep"})


class Held(NamedTuple):
    """A time as a word has it: `by` are the prepositions between, in lower case, `at` its word."""

    time: TimeExpression
    by: tuple[str, ...]
    at: int


@cache
def _parts_of_days() -> frozenset[str]:
    return words_of("events", "parts_of_days")


@cache
def _parts_of_times() -> frozenset[str]:
    return words_of("events", "parts_of_times")


def is_verb(tree: Tree, number: int) -> bool:
    """Is this word a verb in any form?"""
    return tree.words[number].tag.startswith("V")


def auxiliaries(tree: Tree, verb: int) -> frozenset[str]:
    """Give the auxiliaries of a verb, in lower case."""
    below = (tree.words[n] for n in tree.children[verb])
    return frozenset(each.text.lower() for each in below if each.label in {"aux", "auxpass"})


def within(tree: Tree, noun: int) -> frozenset[int]:
    """Give the words of a noun phrase, without the clauses that only tell more of it."""
    first, last = tree.edges[noun]
    found = set(range(first, last + 1))
    for each in range(first, last + 1):
        if tree.words[each].label in _TELLING and each != noun:
            found -= set(range(tree.edges[each][0], tree.edges[each][1] + 1))
    return frozenset(found)


def _is_behind(tree: Tree, verb: int, at: int) -> bool:
    """Is a time that the parser gives a clause that of the verb it is said by, right behind it?

    "The firm said |on Monday| it had sold the quay": a firm that says when it did so says "that".
    """
    word = tree.words[verb]
    if word.label != "ccomp" or not is_verb(tree, word.head) or not word.head < at < verb:
        return False
    between = tree.words[word.head + 1 : at]
    subject = min(
        (n for n in tree.children[verb] if tree.words[n].label.startswith("nsubj")), default=-1
    )
    return subject > at and all(each.tag in PREPOSITIONS or each.tag == "DT" for each in between)


# "Sales were 22 against 21 |a year ago|": nothing that the verb tells was then.
_THEN = re.compile(
    r"(?:a|the|this time) (?:year|month|quarter|week) (?:ago|earlier|before)|last (?:year|month)"
    r"|(?:a |the )?year-(?:ago|earlier)(?: (?:period|quarter))?|the (?:previous|prior) \w+"
    r"|the same \w+ .*",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:(?:against|versus|than|compared (?:with|to)|compares with) (?:[^.;\d]|\.\d)*\d"
    r"|from (?:[^.;\d]|\.\d){0,12}[\d.,]+ ?(?:%|per ?cent|million|billion|thousand|trillion))"
    r"(?:[^.;]|\.\d){0,40}$",
    re.IGNORECASE,
)


# "Shut through at least |Wednesday|", where the parser lets the day hang on "least".
_BOUND = re.compile(r"\b(through|until|till|before|after|since)\s+at\s+(?:least|most)\s+$", re.I)


def is_compared(before: str, words: str) -> bool:
    """Is a time only that of a figure with which another is compared, by what stands before it?"""
    return bool(_THEN.fullmatch(words) and _AGAINST.search(before))


def top(tree: Tree, start: int, end: int) -> int | None:
    """Give the first word of a stretch that hangs on none of the others."""
    within = {n for n, word in enumerate(tree.words) if word.start < end and start < word.end}
    return next((n for n in sorted(within) if within.isdisjoint(tree.path(n)[1:])), None)


def verb_at(tree: Tree, number: int | None) -> int | None:
    """Give the verb that a word is, or hangs on."""
    way = [] if number is None else tree.path(number)
    return next((n for n in way if is_verb(tree, n)), None)


def _is_spoken_of(tree: Tree, first: int, time: TimeExpression) -> bool:
    """Is it a feast that something is said of: "|Easter| has grown out of older rites"?"""
    if _verb_before(tree, first) is not None:
        return False
    return tree.words[first].label in SUBJECTS and "holiday" in (time.basis or "")


def _verb_before(tree: Tree, first: int) -> int | None:
    """Give the verb right before a time that is taken for a doer: "was |found| Friday clinging"."""
    word = tree.words[first]
    verb = tree.words[word.head]
    above = verb.head
    is_doer = word.label in SUBJECTS and verb.tag == "VBG" and verb.label in _BESIDE
    is_next = is_doer and above == tree.edges[first][0] - 1
    return above if is_next and is_verb(tree, above) else None


def _is_counted_on(time: TimeExpression) -> bool:
    """Is it how long after a day that is known: "|Hours later| he resigned"?"""
    return time.earliest is not None and time.span.text.lower().endswith((" later", " earlier"))


def _is_within(time: TimeExpression, led: str) -> bool:
    """Are they days up to now in which something was: "sank in |the past 24 hours|"?"""
    if time.type != "DURATION" or time.earliest is None or time.latest is None:
        return False
    days = (date.fromisoformat(time.latest) - date.fromisoformat(time.earliest)).days
    return days <= _MONTH and _PAST.search(time.span.text) is not None and bool(_IN.search(led))


_MONTH: Final = 31  # days: what was in the last year may have been at any time
_PAST = re.compile(r"\b(?:past|last)\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|over|during)\s+$", re.IGNORECASE)


_LED = re.compile(r"\b(between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s(?:to|until|till|through)\s+(?:the\s+)?")
_JOINS: Final = {"between": re.compile(r"\sand\s+(?:the\s+)?"), "from": _TO}
_REACH: Final = 15  # characters before a time in which "between the" stands


def between(document: Document, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Give times, those between which something was as one: "signed between |May and July|".

    So are those from which and to which it lasted. It has the value of the first.
    """
    found: list[TimeExpression] = []
    for time in times:
        last = found[-1] if found else None
        if last is not None and _are_ends(document.text, last, time):
            span = document.span(last.span.start, time.span.end)
            found[-1] = replace(last, span=span, latest=time.latest)
        else:
            found.append(time)
    return found


def _are_ends(text: str, one: TimeExpression, other: TimeExpression) -> bool:
    """Are two times the ends of one: "between |May| and |July|", "from |Monday| to |Friday|"?"""
    led = _LED.search(text[max(0, one.span.start - _REACH) : one.span.start])
    if led is None or not one.earliest or not other.latest or one.earliest > other.latest:
        return False
    return bool(_JOINS[led[1].lower()].fullmatch(text[one.span.end : other.span.start]))


def _is_whole(led: str, time: TimeExpression) -> bool:
    """Is it all the time that something lasted: "from |Monday to Wednesday|"?"""
    found = _LED.search(led)
    return found is not None and found[1].lower() == "from" and bool(_TO.search(time.span.text))


def _is_moved(tree: Tree, number: int) -> bool:
    """Is it a verb with which "from Tuesday to Thursday" tells where to: "moved", "put off"?"""
    return tree.words[number].text.lower() in verb_forms("events", "postponing") | _MOVED


_MOVED: Final = frozenset(
    {"moved", "changed", "extended", "switched", "shifted", "rose", "fell", "grew"}
)


def held(tree: Tree, sentence: Span, times: Sequence[TimeExpression]) -> dict[int, list[Held]]:
    """Give the times of a sentence that name a day or hour, by the word that has each.

    A word has a time by itself or by a preposition: "met |on Friday|", "|Friday|'s attack".

    Args:
        times: Others of the document may be among them.
    """
    found: dict[int, list[Held]] = {}
    for time in times:
        if not sentence.covers(time.span):
            continue
        led = sentence.text[: time.span.start - sentence.start]
        if time.type not in DATED and not _is_counted_on(time) and not _is_within(time, led):
            continue
        if is_compared(led, time.span.text):
            continue
        first = top(tree, time.span.start - sentence.start, time.span.end - sentence.start)
        if first is not None and _is_spoken_of(tree, first, time):
            continue
        way = [] if first is None else tree.path(first)[1:]
        bound = _BOUND.search(led)
        by: list[str] = [bound[1].lower()] if bound else []
        for number in way:
            word = tree.words[number]
            if word.text.lower() in _parts_of_days():  # "on the evening of |Monday|"
                by.clear()
            elif word.tag in PREPOSITIONS:
                by.append(word.text.lower())
            elif by and word.text.lower() in _parts_of_times():  # "late on |Monday|"
                continue
            else:
                before = None if first is None else _verb_before(tree, first)
                if before is not None:
                    number = before
                elif first is not None and _is_behind(tree, number, first):
                    number = tree.words[number].head
                if _is_whole(led, time) and not _is_moved(tree, number):
                    by = [each for each in by if each != "from"]
                found.setdefault(number, []).append(Held(time, tuple(by), first or 0))
                break
    return found


def held_with_hour(
    tree: Tree, sentence: Span, times: Sequence[TimeExpression]
) -> dict[int, list[Held]]:
    """Give the times by the word that has each; the hour of an entry is that of its main verb.

    It is not where another day stands before that: "12:15 Yesterday's result first: Tarn lost".
    """
    found = held(tree, sentence, times)
    lead = before_sentence(sentence.text)
    hour = next((each for each in times if each.span.start - sentence.start < lead), None)
    root = next((n for n, word in enumerate(tree.words) if word.head == n), None)
    if hour is None or root is None or not is_verb(tree, root):
        return found
    verb = sentence.start + tree.words[root].start
    if all(each.earliest in (None, hour.earliest) for each in times if each.span.start < verb):
        found.setdefault(root, [Held(hour, (), root)])
    return found
