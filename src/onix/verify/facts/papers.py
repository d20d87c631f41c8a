"""Does a draft have from one kind of document what the record has from another? Verdicts out.

What stands in an email stands in no diary. Only kinds that nobody takes for one another are told
apart: a report may be a study, an audit or a review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import numpy as np

from onix.model import Span
from onix.reading.words import sections, verb_forms
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, words_in
from onix.verify.facts.tellings import Tellings, against

_LEAST = 7.0  # how likely a clause has to tell the same, that stands in another document,
_AHEAD = 1.5  # and how much likelier than any near which the draft's is named
_NEAR = 2  # lines before and behind in which a document may be named

# "An email obtained by the paper says": that paper is an outlet.
_BY = re.compile(r"\b(?:by|told|to|with)\s$")

Kinds = frozenset[int]


class Papers:
    """In which documents stands what each line of the sources tells."""

    def __init__(self, tellings: Tellings) -> None:
        self._tellings = tellings
        own: dict[tuple[str, int], Kinds] = {}
        for line, _ in tellings.places:
            own.setdefault((line.document.id, line.number), kinds_of(line.span.text))
        self._kinds: list[Kinds] = []
        self._near: list[Kinds] = []
        for line, _ in tellings.places:
            name, number = line.document.id, line.number
            reach = range(number - _NEAR, number + _NEAR + 1)
            around = [own.get((name, each), frozenset()) for each in reach]
            self._kinds.append(around[_NEAR] or around[_NEAR - 1])
            self._near.append(frozenset[int]().union(*around))

    def verify(self, line: Line) -> Iterator[Found]:
        """Give the documents that a line credits with what stands in others."""
        for span in _credited(line):
            kinds = kinds_of(span.text)
            if not kinds:
                continue
            scores = self._tellings.scores(line, line.span, span)
            others = np.array([bool(each) and not each & kinds for each in self._kinds])
            bearing = np.array([bool(each & kinds) for each in self._near], dtype=np.bool_)
            at = against(scores, others & ~bearing, bearing, least=_LEAST, ahead=_AHEAD)
            if at is not None and scores[at] >= scores.max():
                where, clause = self._tellings.places[at]
                yield Found("attribution", span, "contradicted", where, clause, "attribution")


@cache
def _kinds() -> dict[str, Kinds]:
    rows = [entry.split() for entry in sections("facts")["papers"]]
    return {
        word: frozenset(number for number, row in enumerate(rows) if word in row)
        for row in rows
        for word in row
    }


def kinds_of(text: str) -> Kinds:
    """Give the kinds of documents that a text names.

    A word for several kinds says nothing beside one that is of one of them: "an email message".
    """
    words = words_in(text)
    words += [f"{one}-{other}" for one, other in pairwise(words)]  # "charge sheet"
    found = {word: _kinds()[word] for word in words if word in _kinds()}
    sure = frozenset[int]().union(*(each for each in found.values() if len(each) == 1))
    return sure.union(*(each for each in found.values() if not each & sure))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    nouns = "|".join(each.replace("-", "[ -]") for each in sorted(_kinds()))
    phrase = rf"(?P<span>(?:an?|the|his|her|its|their)\s(?:[\w’'-]+\s){{0,3}}?(?:{nouns}))\b"
    wrote = "|".join(sorted(verb_forms("cues", "say") | verb_forms("cues", "tell")))
    shows = "|".join(sorted(verb_forms("cues", "say") | verb_forms("cues", "show")))
    until = r"(?:\s(?:of|to|from|by|in|put|sent)\s(?:[\w’'-]+\s?){1,4}?)?"
    return (
        re.compile(rf"\b(?:{wrote})\b[^;:.]*\bin\s{phrase}"),
        re.compile(rf"\b[Ii]n\s{phrase}[^;:.]*\b(?:{wrote})\b"),
        re.compile(rf"\b(?:according\sto|says?|said)\s{phrase}", re.IGNORECASE),
        re.compile(rf"{phrase}{until}\s(?:{shows})\b", re.IGNORECASE),
    )


def _credited(line: Line) -> Iterator[Span]:
    start = line.span.start
    for pattern in _patterns():
        for found in pattern.finditer(line.span.text):
            span = line.document.span(start + found.start("span"), start + found.end("span"))
            is_outlet = span.text.lower() == "the paper" and _BY.search(line.before(span.start))
            if not is_outlet:
                yield span
