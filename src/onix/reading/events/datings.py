"""One event, two days: in come marks and a parser, out come datings that cannot both be right.

"The bridge at Halden fell on 3 March" and, further down, "the fall of the bridge came on 5 March".
It is apart from contradictions.py as it has to know which words tell one event. Only sentences that
may tell of one are parsed, so that reading stays fast; which dating is wrong, nobody says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from onix.model import Contradiction, Marks, TimeExpression
from onix.reading.events.dated import DatedSentence, Dating, ever, is_dating, once, stems
from onix.reading.events.headlines import News, find_news
from onix.reading.neural.trees import Tree

Parse = Callable[[Sequence[str]], list[Tree]]

WHILE: Final = 31  # days within which most things happen to the same people but once
MOST: Final = 200  # sentences; a text with more dated events of this sort is a list, no story
WEEK: Final = 7


def find_datings(marks: Marks, parse: Parse) -> tuple[Contradiction, ...]:
    """Give the times of one event that cannot both be right, in the order they stand.

    1. What happens to the same people and things but once, told of two days: as a verb or as its
       noun, where both say to whom or what it happened.
    2. What a headline tells as new ("Halden mayor resigns"), and the text of long before.

    Args:
        parse: Gives the trees of sentences; not called where no sentence comes into question.
    """
    if marks.document.turns:
        return ()
    news = find_news(marks)
    numbers = _in_question(marks, {each.what for each in news})
    if not numbers:
        return ()
    spans = [marks.sentences[number] for number in numbers]
    trees = zip(spans, parse([each.text for each in spans]), strict=True)
    datings = [
        dating
        for sentence, tree in trees
        for dating in DatedSentence(marks, sentence, tree).datings()
    ]
    found = [
        Contradiction(one.when.span, _why(one, other), other.when.span)
        for one, other in combinations(datings, 2)
        if one.words != other.words and _is_one(one, other) and _exclude(one.when, other.when)
    ]
    for each in news:
        found += _against(each, marks.document.day, [told for told in datings if each.is_of(told)])
    return tuple(sorted(found, key=lambda each: each.span.start))


def _in_question(marks: Marks, news: Set[str]) -> list[int]:
    """Give the numbers of sentences that may tell one event of two days, or what is news."""
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
        {number for number in told if told[number] & news}
        | {
            number
            for one, other in combinations(told, 2)
            if (both := told[one] & told[other]) & once()
            and both - once()
            and any(_exclude(a, b) for a in dated[one] for b in dated[other])
            for number in (one, other)
        }
    )


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


def _against(news: News, published: date | None, told: Sequence[Dating]) -> Iterator[Contradiction]:
    """Give where the text dates what is news long before its publication, and nowhere of then."""
    since = str(published and published - timedelta(days=WEEK))
    if published and all((each.when.latest or "") < since for each in told):
        for each in told:
            why = (
                f"“{each.words.text}” is dated {_days(each.when)}, but a headline of {published} "
                f"tells it as new: “{news.words}”."
            )
            yield Contradiction(each.when.span, why, news.span)


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
