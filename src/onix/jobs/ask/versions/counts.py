"""What another counts otherwise: in come an answer and the passages, out the number put against it.

"The union says that 1,400 stayed away. The firm says it was fewer than 1,100": one text gives both
numbers, each by whoever holds it. The reader takes one of them, and the other belongs beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from onix.jobs.ask.asked.question import Question
from onix.jobs.ask.edges import NUMBER, edged
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.versions.differing import count_otherwise
from onix.jobs.ask.versions.told import Told
from onix.model import Hit, Marks, Span
from onix.reading.grammar.sentences import split
from onix.reading.neural.syntax import Tree

COUNTING: Final = frozenset({"how many", "how much", "how long", "how far"})
# Somebody puts a number, and names nothing anew that is counted: "the firm says it was 1,100".
_PUTS: Final = re.compile(
    r"\s(?:(?:puts?|putting)\s(?:it|that|them|this|the\s\w+(?:\s\w+)?)"
    r"\s(?:at|closer\sto|nearer(?:\sto)?)"
    r"|(?:speaks?|spoke|talks?|talked|writes?|wrote)\sof"
    r"|(?:counts?|counted|estimates?|estimated|reckons?|reckoned)(?:\s(?:it|them)(?:\sat)?)?"
    r"|(?:says?|said|claims?|claimed|insists?|insisted|reckons?|reckoned|estimates?|estimated"
    r"|believes?|believed|thinks?|maintains?|maintained|argues?|argued|counters?|countered)"
    r"(?:\sthat)?\s(?:it|there|they|the\s(?:real\s|true\s|actual\s|right\s)?"
    r"(?:number|figure|total|toll|sum|cost|count|bill|price))"
    r"(?:[’']s|\s(?:is|was|were|are|had\sbeen|has\sbeen|will\sbe|would\sbe|comes?\sto|came\sto))"
    r")(?:\s(?:nearer|closer|more|less|fewer|over|under|up|at|as|no|not|just|only|some|about|around"
    r"|nearly|almost|roughly|well|to|than|like|many|much|least|most|a\s(?:figure|total)\sof))*"
    r"\s(?P<number>" + NUMBER + r")",
    re.IGNORECASE,
)
_WHO: Final = re.compile(r"[^\W\d_][^.;:?!\d]{1,90}\Z")  # before such a verb
# "12,000, by the count of the police, and 30,000, by that of the unions"
_BY: Final = (
    r"(?:,\s|\s)(?:by\s(?:the\s|that\s|those\s)[^.;:\d]{0,30}?\bof|by\s(?:\w+\s){1,3}"
    r"(?:count|estimate|reckoning|figures)|according\sto)\s?[^.;:\d]{0,50}?"
)
_EACH_BY: Final = re.compile(
    rf"(?P<one>{NUMBER})[^.;:,\d]{{0,25}}{_BY},?\s(?:and|but|or|while)\s(?:\w+\s){{0,2}}?"
    rf"(?P<number>{NUMBER})[^.;:,\d]{{0,25}}{_BY}",
    re.IGNORECASE,
)
_CONTRAST: Final = re.compile(r"\b(?:but|while|whereas|though|although|and|yet)\b|;", re.IGNORECASE)
_SAME_ONE: Final = re.compile(
    r"(?:and|but|while|yet|,|\s)*(?:he|she|they|it|i|we|who|which|that)\b", re.IGNORECASE
)
_NUMBER: Final = re.compile(NUMBER, re.IGNORECASE)


def counted_otherwise(
    question: Question,
    best: Reading,
    hits: Sequence[Hit],
    marks: Callable[[str], Marks],
    parse: Callable[[str], Tree],
    tell: Callable[[Reading], Told],
) -> list[Reading]:
    """Give the number that somebody else puts against the one found, beside it; none or one.

    Args:
        hits: The passages found for the question.
        marks: Gives the marks of a document.
        parse: Gives the tree of a sentence.
        tell: Gives what the sentence of a reading tells.
    """
    span = best.span
    if question.kind not in COUNTING or span is None or not _NUMBER.search(span.text):
        return []
    hit = next((each for each in hits if each.passage.span.covers(best.sentence)), None)
    if hit is None:
        return []
    whole = hit.passage.span
    sentences = [whole.part(*place) for place in split(whole.text)]
    found = tell(best)
    for one, other in numbers_apart(sentences):
        if span.overlaps(one) == span.overlaps(other):
            continue
        rival = other if span.overlaps(one) else one
        sentence = next(each for each in sentences if each.covers(rival))
        reading = replace(
            best,
            sentence=sentence,
            span=rival,
            places=((sentence, hit.citation),),
            is_reply=True,
        )
        reading = edged(question, reading, marks, parse)
        if count_otherwise(found, tell(reading)):
            return [reading]
    return []


def numbers_apart(sentences: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Give every number with one that another puts against it, in its sentence or the next."""
    told = [_numbers(each) for each in sentences]
    for at, sentence in enumerate(sentences):
        if len(told[at]) > 1:
            for match in _EACH_BY.finditer(sentence.text):
                yield sentence.part(*match.span("one")), sentence.part(*match.span("number"))
        if not told[at] or len(told[at]) + len(told[at - 1] if at else ()) < 2:
            continue
        for match in _PUTS.finditer(sentence.text):
            who = _WHO.search(sentence.text, 0, match.start())
            if who is None:
                continue
            start = sentence.start + match.start("number")
            other = sentence.part(*match.span("number"))
            before = [each for each in told[at] if each.end <= start]
            if before:
                behind = before[-1].end - sentence.start
                if _CONTRAST.search(sentence.text, behind, match.start()):
                    yield from ((each, other) for each in before)
            elif at and not _SAME_ONE.match(who.group()):
                yield from ((each, other) for each in told[at - 1])


def _numbers(sentence: Span) -> list[Span]:
    return [sentence.part(*each.span()) for each in _NUMBER.finditer(sentence.text)]
