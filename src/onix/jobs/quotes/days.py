"""When words were said, where their text tells another day than that of its publication.

In: the marks of a document and one of its quotes. Out: an ISO day, or nothing where the text leaves
it open. It is its own file because only what stands right beside a quote is taken for its day.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onix.model import Marks, Quote, Span, TimeExpression
from onix.reading.words import sections, words_of

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ISO = 10  # characters of a day: "2025-08-23"
# "|On Monday,| she said", "|Late on 3 May| she said"
_OPENS = re.compile(r"(?:(?:But|And|Late|Early|Later)\s)?(?:[Oo]n|[Ii]n|[Aa]t)?\s?")
# "On Monday|, in a note to the board, |she said"
_NEAR = re.compile(r",?\s(?:(?:in|at|during)\s[^,.;:“”\"\n]{1,40},\s)?")
# "she said |to reporters in Riga on| Monday"
_BEHIND = re.compile(r"[^,.;:“”\"\n]{0,40}\s(?:on\s|late\s|early\s|last\s)?|\s")
_SAID_IN = (
    frozenset(sections("documents")["own"])
    | words_of("occasions", "events")
    | frozenset(sections("documents")["nouns"])
    | {"call", "recording", "tape", "phone"}
)
_WITHIN = re.compile(r"(?:In|During|At|On|As)\s")
_WORD = re.compile(r"[a-z]+")


def day_said(quote: Quote, marks: Marks) -> str | None:
    """Give the day on which a text tells that something was said; None where it is not told.

    Also None where that is the day of publication. The day stands behind the verb ("said on
    Monday"), opens the sentence ("On 3 May he said") or says when the letter or the call was in
    which it was said ("In a note on 23 August she said").
    """
    published = (marks.document.published or "")[:_ISO]
    if not quote.cue or not marks.times:
        return None
    sentence = _sentence(marks.sentences, quote.cue[0].start)
    days = [] if sentence is None else list(_days(marks.times, sentence))
    free = [each for each in days if not any(part.overlaps(each.span) for part in quote.content)]
    text = marks.document.text
    found = {
        each.value[:_ISO] for each in free if _tells(text, sentence or each.span, quote, each.span)
    }
    day = found.pop() if len(found) == 1 else ""
    return day if day and (not published or day < published) else None


def _sentence(sentences: Sequence[Span], position: int) -> Span | None:
    number = bisect_right(sentences, position, key=lambda each: each.start) - 1
    return sentences[number] if number >= 0 else None


def _days(times: Sequence[TimeExpression], sentence: Span) -> list[TimeExpression]:
    first = bisect_left(times, sentence.start, key=lambda each: each.span.start)
    last = bisect_left(times, sentence.end, key=lambda each: each.span.start)
    return [each for each in times[first:last] if _DAY.fullmatch(each.value[:_ISO])]


def _tells(text: str, sentence: Span, quote: Quote, time: Span) -> bool:
    """Does a time say when something was said, by where it stands?"""
    cue = quote.cue[0]
    source = quote.source[0] if quote.source else cue
    opens = min(source.start, cue.start)
    if time.start >= cue.end:
        begin = max(cue.end, source.end) if time.start >= source.end else cue.end
        return _BEHIND.fullmatch(text, begin, time.start) is not None
    if not sentence.start <= time.start < opens:
        return False
    lead = text[sentence.start : time.start]
    near = _NEAR.fullmatch(text, time.end, opens) is not None
    if near and _OPENS.fullmatch(lead):
        return True
    said_in = not _SAID_IN.isdisjoint(_WORD.findall(lead.lower()))
    return said_in and _WITHIN.match(lead) is not None and lead.count(",") < 2
