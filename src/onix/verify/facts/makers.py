"""Is a document by whom a draft says it is? "A survey by the federation" in, verdicts out.

Whose a document is goes by "by", "from", an owner or who put it out. It is its own file because who
speaks is not asked: "a report by the council says" is credited to a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import numpy as np

from onix.model import Span
from onix.reading.grammar import lexicon
from onix.reading.words import sections, words_of
from onix.verify.facts.findings import Found
from onix.verify.facts.heard import Heard
from onix.verify.facts.lines import Line, words_in
from onix.verify.facts.tellings import Tellings, against
from onix.verify.facts.voice import Voice, voice_named
from onix.verify.facts.voices import Voices

_LEAST = 6.5  # how likely a clause has to tell the same, that stands in a document of another,
_AHEAD = 1.5  # and how much likelier than any that may be of the draft's
_MADE = (
    r"(?:written|compiled|drawn\sup|prepared|made|carried\sout|conducted|done|drafted|published"
    r"|produced|released|issued|put\sout|kept|sent|signed)"
)
_FOUND = re.compile(r"\b(?!released|issued|published)(?:\w+ed|seen|read|shown|leaked)\sby\b")
_OWNER = r"(?P<who>(?:(?:the|an?|its|his|her|their)\s)?(?:[\w’'&-]+\s){0,4}?[\w’'&-]*\w)"
_STOPS = (
    r"(?:\s(?:it|them|him|her)sel(?:f|ves))?(?=[,.;:)]|\s(?:to|in|of|on|for|at|from|last|this|and|that|which|said|says|found|finds|shows?|showed"
    r"|warned|warns|puts?|put|shown|seen|obtained|published|dated|who)\b|$)"
)


class Makers:
    """Whose the documents are of which the sources tell."""

    def __init__(self, tellings: Tellings, voices: Voices, heard: Heard) -> None:
        self._tellings, self._heard = tellings, heard
        lines = voices.lines
        self._made = [list(made_in(line)) for line in lines]
        words = [frozenset(words_in(line.span.text)) for line in lines]
        self._of_place = [self._made[at] for at in tellings.of_line]
        self._words = [words[at] for at in tellings.of_line]

    def verify(self, line: Line) -> Iterator[Found]:
        """Give the documents of a line that are somebody else's."""
        for span, maker in made_in(line):
            if line.is_quoted(span) or not maker.keys:
                continue
            scores = self._tellings.scores(line, line.span, span)
            others = np.array(
                [
                    bool(made) and all(self._is_other(maker, one) for _, one in made)
                    for made in self._of_place
                ],
                dtype=np.bool_,
            )
            bearing = np.array([not maker.keys.isdisjoint(each) for each in self._words])
            at = against(scores, others & ~bearing, bearing, least=_LEAST, ahead=_AHEAD)
            if at is not None and scores[at] >= scores.max():
                where, _ = self._tellings.places[at]
                source, _ = self._of_place[at][0]
                yield Found("attribution", span, "contradicted", where, source, "attribution")

    def _is_other(self, maker: Voice, other: Voice) -> bool:
        """Are two makers surely two: by their names, or by what the record calls them?"""
        if maker.is_other(other):
            return True
        if not (maker.keys and other.keys) or not maker.keys.isdisjoint(other.keys):
            return False
        about = [
            self._heard.about(each) | each.keys if each.is_named else each.keys
            for each in (maker, other)
        ]
        return not any(lexicon.match(one, two) > 0 for one in about[0] for two in other.keys) and (
            not any(lexicon.match(one, two) > 0 for one in maker.keys for two in about[1])
        )


def made_in(line: Line) -> Iterator[tuple[Span, Voice]]:
    """Give the documents of a line with who made each, as far as that is told."""
    start = line.span.start
    taken: list[Span] = []
    times = [each.span for each in line.times]
    for pattern in _patterns():
        for found in pattern.finditer(line.span.text):
            span = line.document.span(start + found.start(), start + found.end())
            who = line.document.span(start + found.start("who"), start + found.end("who"))
            if _FOUND.search(found.group()) or any(map(who.overlaps, times)):
                continue  # "a note seen by the Courier" is nobody's
            voice = voice_named(line, who, line.span)
            if voice is not None and not any(map(span.overlaps, taken)):
                taken.append(span)
                yield span, voice


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    papers = {noun for row in sections("facts")["papers"] for noun in row.split()}
    nouns = "|".join(
        each.replace("-", "[ -]") for each in sorted(papers | words_of("facts", "made"))
    )
    phrase = rf"(?:(?:an?|the|its|their|his|her)\s)?(?:[\w’'-]+\s){{0,3}}?(?:{nouns})"
    between = r"(?:\s(?:of|among|for|to|about|on)\s(?:[\w’'-]+\s?){1,5}?)?"
    return (
        re.compile(
            rf"\b{phrase}{between}\s(?:{_MADE}\s(?:(?:for|in|to)\s(?:[\w’'-]+\s){{1,5}}?)?)?"
            rf"by\s{_OWNER}{_STOPS}",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{phrase}\s(?:comes\s|came\s)?from\s{_OWNER}{_STOPS}", re.IGNORECASE),
        re.compile(rf"\b{_OWNER}['’]s?\s(?:own\s)?(?:[a-z-]+\s){{0,2}}?(?:{nouns})\b"),
    )
