"""One event, two days: in come marks and a parser, out come datings that cannot both be right.

"The bridge at Halden fell on 3 March" and, further down, "the fall of the bridge came on 5 March".
It is apart from contradictions.py as it has to know which words tell one event. Only sentences that
may tell of one are parsed, so that reading stays fast; which dating is wrong, nobody says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations, takewhile
from typing import Final

from onix.model import Contradiction, Marks, Span, TimeExpression
from onix.reading import lexicon
from onix.reading.dated import DatedSentence, Dating, ever, is_dating, once, stems
from onix.reading.happenings import forms
from onix.reading.matcher import words_of
from onix.reading.trees import Tree

Parse = Callable[[Sequence[str]], list[Tree]]

WHILE: Final = 31  # days within which most things happen to the same people but once
MOST: Final = 200  # sentences; a text with more dated events of this sort is a list, no story
WEEK: Final = 7
LINES: Final = 3  # above the text, among which a headline stands
REACH: Final = 3  # words behind "leaked recording" among which "surfaces" stands
_ENDS: Final = frozenset(".!?”\"’'")


def find_datings(marks: Marks, parse: Parse) -> tuple[Contradiction, ...]:
    """Give the times of one event that cannot both be right, in the order they stand.

    1. What happens to the same people and things but once, told of two days: as a verb or as its
       noun, where both say to whom or what it happened.
    2. What the headline tells as new ("leaked recording surfaces"), and the text of long ago.

    Args:
        parse: Gives the trees of sentences; not called where no two sentences come into question.
    """
    news = None if marks.document.turns else _news(marks)
    numbers = [] if marks.document.turns else _in_question(marks)
    if news is not None:
        told_of = {n for n, each in enumerate(marks.sentences) if news.what in stems(each.text)}
        numbers = sorted(told_of.union(numbers))
    if not numbers:
        return ()
    spans = [marks.sentences[number] for number in numbers]
    trees = zip(spans, parse([each.text for each in spans]), strict=True)
    told = [DatedSentence(marks, sentence, tree) for sentence, tree in trees]
    datings = [dating for each in told for dating in each.datings()]
    found = [
        Contradiction(one.when.span, _why(one, other), other.when.span)
        for one, other in combinations(datings, 2)
        if one.words != other.words and _is_one(one, other) and _exclude(one.when, other.when)
    ]
    if news is not None:
        found += _against(news, marks, told)
    return tuple(sorted(found, key=lambda each: each.span.start))


def _in_question(marks: Marks) -> list[int]:
    """Give the numbers of sentences of which two may tell one event of two days."""
    starts = [each.start for each in marks.sentences]
    dated: dict[int, list[TimeExpression]] = defaultdict(list)
    for time in marks.times:
        if is_dating(time):
            dated[bisect_right(starts, time.span.start) - 1].append(time)
    told: dict[int, frozenset[str]] = {}
    for number in dated:
        words = stems(marks.sentences[number].text)
        if words & once():
            told[number] = words
    if len(told) > MOST:
        return []
    return sorted(
        {
            number
            for one, other in combinations(told, 2)
            if (both := told[one] & told[other]) & once()
            and both - once()
            and any(_exclude(a, b) for a in dated[one] for b in dated[other])
            for number in (one, other)
        }
    )


@dataclass(frozen=True, slots=True)
class _News:
    """What a headline tells as new: the stem of the event, its words, and where they stand."""

    what: str
    words: str
    span: Span | None


def _news(marks: Marks) -> _News | None:
    """Give what a headline says has just come out ("leaked recording surfaces"); None without it.

    The headline is the title, or a line without a full stop above the text.
    """
    if marks.document.day is None:
        return None
    above = takewhile(lambda each: each.text[-1:] not in _ENDS, marks.sentences[:LINES])
    for text, span in [*((each.text, each) for each in above), (marks.document.title or "", None)]:
        words = words_of(text)
        for place, word in enumerate(words):
            stem = lexicon.stem(word)
            after = words[place + 2 : place + 2 + REACH]
            if word in forms("lets_out") and any(each in _comes_out() for each in after):
                return _News(stem, text, span)
    return None


@cache
def _comes_out() -> frozenset[str]:
    """Give the forms of the present."""
    return frozenset(each for each in forms("comes_out") if not each.endswith(("ed", "ing")))


def _is_one(one: Dating, other: Dating) -> bool:
    """Is it the same that happened to the same?"""
    if one.what != other.what:
        return False
    apart = _apart(one.when, other.when)
    if apart == WEEK and one.when.span.text == other.when.span.text:
        return False  # "Tuesday", read of the one before and of the next
    if one.what not in ever() and apart > WHILE:
        return False
    a, b = one.whom, other.whom
    if a.name and b.name and a.name != b.name:
        return False
    same = a.head == b.head if a.name is None and b.name is None else None not in (a.name, b.name)
    return same and (a.stems <= b.stems or b.stems <= a.stems)


def _against(news: _News, marks: Marks, told: Sequence[DatedSentence]) -> Iterator[Contradiction]:
    """Give where "the leak" is dated long before the publication whose news it is."""
    published = marks.document.day
    for words, when in (each for sentence in told for each in sentence.of_noun(news.what)):
        if published and when.latest and (published - date.fromisoformat(when.latest)).days > WEEK:
            why = (
                f"“the {words.text}” is dated {_days(when)}, but a headline of {published} "
                f"tells it as new: “{news.words}”."
            )
            yield Contradiction(when.span, why, news.span)


def _apart(one: TimeExpression, other: TimeExpression) -> int:
    days = [date.fromisoformat(each.earliest or "") for each in (one, other)]
    return abs((days[0] - days[1]).days)


def _exclude(one: TimeExpression, other: TimeExpression) -> bool:
    """Has the one ended before the other begins?"""
    first, second = sorted((one, other), key=lambda each: each.earliest or "")
    return (first.latest or "") < (second.earliest or "")


def _why(one: Dating, other: Dating) -> str:
    said = [f"“{each.words.text}” is dated {_days(each.when)}" for each in (one, other)]
    return f"{said[0]}, but {said[1]}."


def _days(time: TimeExpression) -> str:
    return f"{time.earliest}" + (f" to {time.latest}" if time.latest != time.earliest else "")
