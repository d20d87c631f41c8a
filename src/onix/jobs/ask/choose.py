"""Which words answer: the windows read, the best first, and what the record says nobody knows.

What comes in is a question and the windows found for it, what goes out the readings. Whether the
best one is good enough is decided in `answer.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.kinds.firsts import with_firsts
from onix.jobs.ask.kinds.fitting import able, of_their_sort
from onix.jobs.ask.readings import Reading, reading_at, reading_of
from onix.jobs.ask.trust import enough, trust
from onix.jobs.ask.unknown import is_on, leaves_open
from onix.jobs.ask.windows import Window, asks_of_the_year, is_of_old, spread
from onix.model import Marks
from onix.reading.grammar import lexicon
from onix.reading.grammar.matcher import words_of
from onix.reading.neural.comprehension import Stretch, comprehension
from onix.reading.neural.syntax import Tree
from onix.reading.neural.trees import SUBJECTS

READ: Final = 4  # windows at most: more found little more that held
OF_ONE: Final = 2  # of one document, where others bear out about as much
WORTH: Final = 0.58  # of what the best bears out; of those below, one in a hundred answers
OTHERS: Final = 2  # read besides, of other outlets, where they may dispute the best
AS_MUCH: Final = 0.9  # of what the best window bears out
_RANKS: Final = frozenset(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
)
# "Article 5", "points 7, 8 and 11".
_NUMBERED: Final = re.compile(
    r"\b(?P<noun>(?:annex|article|chapter|clause|demand|item|lot|page|paragraph|part|phase|point"
    r"|proposal|question|recommendation|room|route|rule|section|stage|terminal)(?:e?s)?)\s"
    r"(?P<numbers>\d{1,4}(?:(?:,\s|,?\s(?:and|or|to)\s|[–-])\d{1,4})*)\b",
    re.IGNORECASE,
)
# What the words of another, or on something else, lose as an answer to "what did X say about Y".
NOT_ASKED: Final = 3.0
_DIGITS: Final = re.compile(r"\d+")
_ONESELF: Final = frozenset({"i", "me", "my", "i'm", "i've"})
_OTHERS: Final = frozenset({"he", "she", "him", "her", "his", "they", "them", "their", "you"})
_COUNTING: Final = {"how many", "how much"}


def choose(
    question: Question,
    windows: Sequence[Window],
    marks: Callable[[str], Marks],
    parse: Callable[[str], Tree],
) -> tuple[list[Reading], Window | None]:
    """Give the readings of a question, one a window, best first.

    Beside them stands the window, where there is one, that says that nobody knows.

    Args:
        marks: Gives the marks of a document, for what somebody said: the words of another are no
            answer, however well they fit.
        parse: Gives the tree of a sentence.
    """
    if question.kind == "topic":
        return [_topic(question, each) for each in windows[:READ]], None
    chosen = worth_reading(question, able(question, windows, marks))
    stretches = _read(question, chosen, marks)
    scores = trust(question, chosen, stretches)
    # What one outlet says may be disputed by another, which did not come so far up.
    if question.is_exclusive and max(scores, default=-1.0) >= enough():
        best = max(zip(scores, chosen, strict=True), key=lambda each: each[0])[1]
        rest = [each for each in windows if each not in chosen]
        if elsewhere := _elsewhere(question, best, rest):
            chosen += elsewhere
            stretches += _read(question, elsewhere, marks)
            scores = trust(question, chosen, stretches)
    readings = [
        reading_of(question, window, stretch, score)
        for window, stretch, score in zip(chosen, stretches, scores, strict=True)
    ]
    readings = [
        replace(each, score=each.score - NOT_ASKED * _against(question, each, marks))
        for each in readings
    ]
    readings = with_firsts(question, windows, readings)
    readings.sort(key=lambda reading: -reading.score)
    unknown = [
        each
        for each in windows
        if leaves_open(question, each.middle.text) and is_on(question, each, parse)
    ]
    return readings, max(unknown, key=lambda each: each.covered(question), default=None)


def _read(
    question: Question, windows: Sequence[Window], marks: Callable[[str], Marks]
) -> list[Stretch]:
    """Read windows; where a sort of value is asked for, each gives such a value."""
    stretches = comprehension().read(question.text, [each.text.text for each in windows])
    return of_their_sort(question, windows, stretches, marks)


def _against(question: Question, reading: Reading, marks: Callable[[str], Marks]) -> int:
    """Count what tells that a reading is of something that was not asked for."""
    document_id = reading.sentence.document_id
    sentences = reading.window.sentences
    told = [each.text for each in sentences[: sentences.index(reading.sentence) + 1]]
    return sum(
        (
            asks_of_the_year(question) and is_of_old(question, told, reading.window.citation),
            is_of_another_one(question, reading.sentence.text),
            question.asks_who_somebody_is and names_another(question, reading),
            question.kind == "when" and is_of_other_tense(question, reading, marks(document_id)),
            question.kind in _COUNTING and repeats_the_question(question, reading),
            is_told_of_oneself(question, reading, marks(document_id)),
            bool(question.speaker)
            and (
                _is_about_something_else(question, reading.window)
                or _is_said_by_another(question, reading, marks(document_id))
            ),
        )
    )


def worth_reading(question: Question, windows: Sequence[Window]) -> list[Window]:
    """Give the first windows, those left out that bear out far less of a question than the best."""
    covered = [each.covered(question) for each in windows]
    least = WORTH * max(covered, default=0.0)
    found = [each for each, share in zip(windows, covered, strict=True) if share >= least]
    return spread(found, lambda each: each.text.document_id, most=OF_ONE)[:READ]


def _elsewhere(question: Question, best: Window, rest: Sequence[Window]) -> list[Window]:
    """Give of each other outlet the first window that bears out about as much of a question."""
    found: dict[str | None, Window] = {best.citation.outlet: best}
    least = AS_MUCH * best.covered(question)
    for window in rest:
        if window.citation.outlet and window.covered(question) >= least:
            found.setdefault(window.citation.outlet, window)
    return list(found.values())[1 : 1 + OTHERS]


def is_of_other_tense(question: Question, reading: Reading, marks: Marks) -> bool:
    """Was it over when it was printed, where what will be is asked for, or the other way round?"""
    published, span = (reading.window.citation.published or "")[:10], reading.span
    times = [
        each
        for each in marks.times
        if span is not None
        and each.span.overlaps(span)
        and each.earliest
        and each.latest
        and _DIGITS.search(each.span.text)  # "Wednesday" may be read of the wrong week
    ]
    if not published or not times:
        return False
    if question.tense == "ahead":
        return all(each.latest < published for each in times if each.latest)
    if {each.text.lower() for each in question.tree.words[1:2]} & {"is", "are"}:
        # "when |are| the awards": not those of other decades
        return all(int(each.latest[:4]) < int(published[:4]) - 1 for each in times if each.latest)
    return question.tense == "past" and all(
        each.earliest > published for each in times if each.earliest
    )


def repeats_the_question(question: Question, reading: Reading) -> bool:
    """Is it the number that the question gives: 312 for "how many in return for the 312"?"""
    given = {term.word for term in question.terms if term.sort == "number"}
    told = words_of(reading.span.text if reading.span is not None else "")
    numbers = [each for each in told if any(map(str.isdigit, each))]
    return bool(numbers) and given.issuperset(numbers)


def _is_about_something_else(question: Question, window: Window) -> bool:
    """Is nothing of what was asked about to be found in a window, its passage and title?"""
    about = [
        strength
        for term, strength in zip(question.terms, window.strengths, strict=True)
        if term.sort in {"noun", "number"} and term.weight > 1.0
    ]
    return bool(about) and max(about) == 0.0


# "the Karsovan adviser Pavel Orlenko", but not "the head of Coast Bank"; "Ann Lee and the adviser"
_DESCRIBED: Final = re.compile(
    r"(?!.*\b(?:of|at|for|in|to|with|from|on|by)\b).*\b[a-z]+,? (?P<name>[A-Z]\S* [A-Z]\S*)",
    re.DOTALL,
)


_NAMED_FIRST: Final = re.compile(r"(?P<name>[A-Z]\S* [A-Z]\S*) and\b")


def names_another(question: Question, reading: Reading) -> bool:
    """Is it said who somebody else is, beside whom the one asked for stands?"""
    words = reading.span.text if reading.span is not None else ""
    found = _DESCRIBED.fullmatch(words) or _NAMED_FIRST.match(words)
    asked = {part for term in question.terms for part in words_of(term.word)}
    return found is not None and asked.isdisjoint(words_of(found["name"]))


def is_of_another_one(question: Question, sentence: str) -> bool:
    """Is it told of the first recording or point 7, where the second or point 9 was asked for?"""
    asked = {*_counted(words_of(question.text)), *_numbered(question.text)}
    told = {*_counted(words_of(sentence)), *_numbered(sentence)} if asked else set()
    return bool(told) and not asked & told and {n for _, n in asked} <= {n for _, n in told}


def _counted(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give each "first", "second" with the stem of the word that it counts."""
    for rank, noun in pairwise(words):
        if rank in _RANKS:
            yield rank, lexicon.stem(noun)


def _numbered(text: str) -> Iterator[tuple[str, str]]:
    """Give each number with the stem of the word that has it: "points 7 and 9"."""
    for found in _NUMBERED.finditer(text):
        for number in _DIGITS.findall(found["numbers"]):
            yield number, lexicon.stem(found["noun"].lower())


def is_told_of_oneself(question: Question, reading: Reading, marks: Marks) -> bool:
    """Does another speak of nobody but themselves: "I left as …" for "why did Roth leave"?"""
    tree = question.tree
    subjects = {
        word.text.lower()
        for n, each in enumerate(tree.words)
        if each.label in SUBJECTS and each.tag.startswith("NNP")
        for word in tree.words[tree.edges[n][0] : n + 1]
    }
    told = set(words_of(reading.sentence.text))
    asked = subjects & {term.word for term in question.terms if term.sort == "name"}
    return (
        bool(asked)
        and not question.speaker
        and not told.isdisjoint(_ONESELF)
        and told.isdisjoint(_OTHERS)
        and told.isdisjoint(asked)
        and _are_of_others(frozenset(asked), reading, marks)
    )


def _is_said_by_another(question: Question, reading: Reading, marks: Marks) -> bool:
    """Are the words those of a speaker who is named, and is not the one who was asked for?"""
    return _are_of_others(question.speaker, reading, marks)


def _are_of_others(names: frozenset[str], reading: Reading, marks: Marks) -> bool:
    span = reading.span
    if span is None:
        return False
    speakers = [
        frozenset(words_of(quote.speaker))
        for quote in marks.quotes
        if quote.speaker and any(content.overlaps(span) for content in quote.content)
    ]
    return bool(speakers) and all(names.isdisjoint(each) for each in speakers)


def _topic(question: Question, window: Window) -> Reading:
    """A few words without a question: the sentences that hold all of them."""
    return reading_at(
        question, window, window.middle.part(0, 0), 6.0 * (window.covered(question) - 0.85)
    )
