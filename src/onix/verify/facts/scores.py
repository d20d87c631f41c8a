"""Is a result a draft gives the record's? A line of a draft in, the result that stands there out.

A result is two numbers, of which one alone is wrong, or both: "61-55" for 61-58. It is its own file
because neither number counts anything that has a noun. A line with several results tells of sets or
of matches, of which one may be any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onix.model import Span
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, words_in
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings

_RESULT = re.compile(
    r"(?<![\w.,/–—:-])(?P<one>\d{1,3})\s?[-–—]\s?(?P<two>\d{1,3})(?![\w/–—:-]|[.,]\d)"
)
_PART = re.compile(
    r"\b(?:half[-\s]?time|interval|quarter|period|set|leg|lead|led|leading|ahead|down|up|trail\w*)\b",
    re.IGNORECASE,
)
_PLAYS = re.compile(
    r"\b(?:beat|beats|beaten|beating|won|win|wins|winning|lost|lose|loses|losing|defeat\w*|draw|drew"
    r"|victory|victories|score\w*|voted?|votes|final|match)\b",
    re.IGNORECASE,
)
_TOLD = 6.0  # how likely a sentence has to tell the same
_SENTENCES = 3  # that are looked at


class Scores:
    """The results of the sources."""

    def __init__(self, shelf: Shelf, tellings: Tellings) -> None:
        self._shelf, self._tellings = shelf, tellings
        self._known = {
            frozenset(numbers) for line in shelf.lines for _, numbers in _results(line.span)
        }

    def verify(self, line: Line) -> Iterator[Found]:
        """Give the result of a draft's line that the record has otherwise."""
        results = list(_results(line.span))
        if len(results) != 1 or not _is_result(line) or line.is_question:
            return
        span, numbers = results[0]
        if frozenset(numbers) in self._known or line.is_quoted(span):
            return
        for score, where in self._tellings.nearest(line)[:_SENTENCES]:
            theirs = list(_results(where.span))
            if score < _TOLD or len(theirs) != 1 or self._shelf.is_looked_up(where):
                continue
            place, others = theirs[0]
            is_near = len(set(numbers) & set(others)) == 1
            if is_near and _is_result(where) and _has_all_named(where, line):
                yield Found("figure", span, "contradicted", where, place, "number")
                return


def _results(span: Span) -> Iterator[tuple[Span, tuple[int, int]]]:
    """Give what may be results in a sentence, each with its two numbers."""
    for each in _RESULT.finditer(span.text):
        start, end = span.start + each.start(), span.start + each.end()
        place = Span(span.document_id, start, end, each.group())
        yield place, (int(each["one"]), int(each["two"]))


def _has_all_named(where: Line, line: Line) -> bool:
    """Has the document of a sentence all that a draft's names? Against others it was another."""
    known = set(words_in(where.document.text))
    text = line.document.text
    return all(
        each.low in known
        for each in line.words
        if text[each.start].isupper() and not each.is_value and each.start > line.span.start
    )


def _is_result(line: Line) -> bool:
    """Does a line tell of a result, and of no part of a match?"""
    text = line.span.text
    return _PLAYS.search(text) is not None and _PART.search(text) is None
