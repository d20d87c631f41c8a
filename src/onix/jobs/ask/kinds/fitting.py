"""Values of the sort that is asked for: in come windows and what was read, out the readings.

"What share" is not answered by "a thumping vote", nor "at what sum" by "6.8 kilos". The reader
points at any words; of which sort the values of a window are is known, so where its words are of
another sort the value of the right one that it finds best takes their place, with its odds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.asked.sorts import Sort, is_length, may_hold, sort_of
from onix.jobs.ask.kinds.values import Place, Value, is_of, values_in
from onix.jobs.ask.trust import NTH, fits
from onix.jobs.ask.windows import Window
from onix.model import Marks
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.comprehension import Stretch, comprehension

NONE: Final = -20.0  # the margin, in logits, of words in a window that has no such value
# "40 to 60", "six votes to three", "3.4 million reais, about $680,000"
_JOINED: Final = re.compile(
    r"(?:\s[a-z]+)?(?:\s?(?:to|and|or|against|through|[-–—])\s?"
    r"|(?:,|\s\()\s?(?:or\s|about\s|roughly\s|some\s|nearly\s|around\s)*)"
)
_A: Final = re.compile(r"\ban?\s$", re.IGNORECASE)
_ADDED: Final = re.compile(r"\b(?:more|further|additional|another|extra)\b(?!\sthan\b)", re.I)
_ADDS: Final = re.compile(r"\b(?:another|further|additional|extra)\s(?:[a-z]+\s)?$", re.IGNORECASE)
_OF_ALL: Final = re.compile(r"\s(?:[a-z]+\s)?(?:out\s)?of\s(?:the|its|their|his|her|all|our)?\s?")
_PER: Final = re.compile(
    r"\b(?:per|each|every|(?:for|to)\san?)\s(?!of\b)(?P<unit>[a-z]+)", re.IGNORECASE
)
REACH: Final = 30  # characters from a sum to what it is counted by
_VAGUE: Final = re.compile(
    r"\b(?:no|none|nobody|one|both|all|half|most|twice|once|thrice|every|neither|several|few|dozens"
    r"|hundreds|thousands|millions)\b",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(
    r"\b(?:since|until|till|from|life|ever|indefinite\w*|permanent\w*)\b", re.IGNORECASE
)
_WHEN: Final = frozenset({"time", "day", "month", "year"})
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?"
# Of these sorts, what reading may not have marked: "the 19th", "mid-April"
_TOLD: Final[dict[Sort, re.Pattern[str]]] = {
    "day": re.compile(
        rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)|\w+day|{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})\b"
    ),
    "month": re.compile(rf"\b{_MONTH}|\bmonths?\b"),
    "year": re.compile(r"\d{4}|\byears?\b"),
}
# What may be told in other words: "none of them", "for life". Days and years stand in most windows,
# and those that bear out less of a question answer it no better for that.
_IN_WORDS: Final = frozenset({"number", "length", "extent", "clock", *_WHEN})


def able(
    question: Question, windows: Sequence[Window], marks: Callable[[str], Marks]
) -> list[Window]:
    """Give the windows that hold a value of the sort that is asked for, or words that may be one.

    Args:
        marks: Gives the figures and times of a document.
    """
    sort = sort_of(question)
    if sort is None:
        return list(windows)
    return [
        each
        for each in windows
        if may_hold(sort, each.text.text)
        and (
            sort in _IN_WORDS
            or any(
                is_of(sort, value, each.text.text)
                and not _is_given(question, each.text.text[slice(*value.place)])
                for value in values_in(each.text, marks(each.text.document_id))
            )
        )
    ]


def of_their_sort(
    question: Question,
    windows: Sequence[Window],
    stretches: Sequence[Stretch],
    marks: Callable[[str], Marks],
) -> list[Stretch]:
    """Give what was read in each window, with words of another sort changed for a value of it.

    Args:
        marks: Gives the figures and times of a document.
    """
    sort = sort_of(question)
    if sort is None:
        return list(stretches)
    return [
        _mended(question, sort, window, stretch, marks(window.text.document_id))
        for window, stretch in zip(windows, stretches, strict=True)
    ]


def _mended(
    question: Question, sort: Sort, window: Window, stretch: Stretch, document: Marks
) -> Stretch:
    text = window.text.text
    values = [
        each
        for each in values_in(window.text, document)
        if not _is_given(question, text[slice(*each.place)])
    ]
    right = _by_the_piece(
        question,
        text,
        [
            each.place
            for each in values
            if is_of(sort, each, text) and not _is_added(question, text, each.place)
        ],
    )
    inside = [each for each in right if each[0] < stretch.end and stretch.start < each[1]]
    read = [
        each for each in values if each.place[0] < stretch.end and stretch.start < each.place[1]
    ]
    if len(inside) == 1 or (len(read) == 1 and _is_so_told(question, sort, read[0], text)):
        return stretch
    if inside:
        if sort == "time" or all(_JOINED.fullmatch(text, a[1], b[0]) for a, b in pairwise(inside)):
            return stretch
        if _OF_ALL.fullmatch(text, inside[0][1], inside[1][0]):
            return replace(stretch, start=inside[0][0], end=inside[0][1])
        best, _ = _best(question, text, inside)
        return replace(stretch, start=best[0], end=best[1])
    if question.kind == "how many" and _is_nth(text, stretch):
        return stretch
    is_bare = not read and not _is_added(question, text, (stretch.start, stretch.end))
    if _may_be(question, sort, text[stretch.start : stretch.end], is_bare=is_bare):
        return stretch
    if not right:
        return replace(stretch, margin=min(stretch.margin, NONE))
    best, margin = _best(question, text, right)
    return replace(stretch, start=best[0], end=best[1], margin=min(margin, stretch.margin))


def _is_added(question: Question, text: str, place: Place) -> bool:
    """Is a number only what came on top: "one more patient" for "how many patients"?"""
    if question.kind != "how many" or _ADDED.search(question.text):
        return False
    start, end = place
    return bool(
        _ADDED.search(text[start:end])
        or _ADDS.search(text[:start])
        or _ADDED.match(text[end:].lstrip())
    )


def _is_nth(text: str, stretch: Stretch) -> bool:
    """Is it how many there are, told by the last of them: "a |fourth patient| has died"?"""
    found = NTH.match(text, stretch.start)
    is_first = found is not None and found.end() <= stretch.end
    article = found is not None and found["article"] is not None
    return is_first and (article or _A.search(text[: stretch.start]) is not None)


def _is_so_told(question: Question, sort: Sort, value: Value, text: str) -> bool:
    """Is it the value though told as another: "sixty" for "how many days", "26 winters"?"""
    if sort in {"length", "extent", "share", "clock"}:
        return value.sort == "bare"
    if value.sort != "length" or question.focus is None or sort not in {"number", "amount"}:
        return False
    if sort == "amount":  # "how much rest", but not "how much of it"
        return question.tree.words[question.focus - 1].text.lower() == "much"
    asked = lexicon.stem(question.tree.words[question.focus].text.lower())
    return asked in map(lexicon.stem, words_of(text[slice(*value.place)]))


def _may_be(question: Question, sort: Sort, words: str, *, is_bare: bool) -> bool:
    """May words answer in which no value of the sort is known: "half of them", "for life"?"""
    if sort == "clock":
        return may_hold(sort, words)
    if sort in _WHEN:
        return fits(question, words) if sort == "time" else bool(_TOLD[sort].search(words))
    if sort in {"length", "extent"}:
        return _SINCE.search(words) is not None or any(map(is_length, words_of(words)))
    return is_bare and sort in {"number", "amount", "share"} and bool(_VAGUE.search(words))


def _best(question: Question, text: str, places: Sequence[Place]) -> tuple[Place, float]:
    """Give the place that the reader finds best, and its margin in logits."""
    (weighed,) = comprehension().weigh(question.text, [(text, places)])
    best = max(range(len(places)), key=weighed.places.__getitem__)
    return places[best], weighed.places[best]


def _by_the_piece(question: Question, text: str, places: Sequence[Place]) -> Sequence[Place]:
    """Give of several sums those by the piece, where that is asked: "price per share"."""
    asked = _PER.search(question.text)
    if asked is None:
        return places
    unit = rf"(?:an?|per|each|every)\s(?:[\w-]+\s)?{re.escape(asked['unit'].lower())}\b"
    behind = re.compile(rf"[^.;,]{{0,{REACH}}}?\b(?:{unit}|apiece\b)", re.IGNORECASE)
    # "each driver gets", "if each got"
    named = rf"(?:[\w-]+\s)?{re.escape(asked['unit'].lower())}\b|g[eo]ts?\b|receive|pa(?:y|id)"
    before = re.compile(rf"\b(?:each|every)\s(?:{named})[^.;,]{{0,{REACH}}}$", re.IGNORECASE)
    told = [
        each
        for each, after in pairwise([*places, (len(text), len(text))])
        if behind.match(text[each[1] : after[0]]) or before.search(text[: each[0]])
    ]
    return told or places


def _is_given(question: Question, value: str) -> bool:
    """Is it a number that the question gives?"""
    given = {term.word for term in question.terms if term.sort == "number"}
    return not given.isdisjoint(words_of(value))
