"""Was a document made public, or did an outlet get hold of it? Lines in, verdicts out.

"A log released by the health board" is wrong where every source that tells what stands in it has it
from an outlet that was handed it. It is its own file as the draft names no outlet that could be
another: it leaves one out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line
from onix.verify.facts.tellings import Tellings, against
from onix.verify.facts.voices import Voice, Voices

_LEAST = 7.8  # how likely a clause has to tell the same, that credits an outlet with it
_PUBLIC = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:that|which)?\W*(?:the\s|its\s|his\s|her\s)?(?:[\w’'-]+\s){0,4}?"
    r"(?P<how>(?:was\s|has\s|had\s|have\s|were\s)?(?:released|published|issued|made\spublic|put\sout)"
    r"(?:\s(?:by|this|last|on)\b(?:\s[\w’'-]+){1,4})?)",
    re.IGNORECASE,
)
_RELEASE = re.compile(r"\b(?:press|news|media)\s(?:release|notice|statement)$", re.IGNORECASE)
_SAYS_SO = re.compile(
    r"\b(?:released|published|issued|made\spublic|put\sout|press\srelease)\b", re.IGNORECASE
)


class Releases:
    """What the sources have from outlets that got hold of it."""

    def __init__(self, tellings: Tellings, voices: Voices) -> None:
        self._tellings, self._voices = tellings, voices
        in_line = [voices.told[at] for at in tellings.of_line]
        self._finder = [next(filter(_found_it, told), None) for told in in_line]

    def verify(self, line: Line) -> Iterator[Found]:
        """Give the documents of a line that are said to be public and were not made so."""
        voices = self._voices.of(line)
        if any(each.kind == "outlet" for each in voices):
            return
        for voice in voices:
            if voice.kind != "document" or not _is_public(line, voice):
                continue
            scores = self._tellings.scores(line, voice.content, voice.span)
            others = np.array([each is not None for each in self._finder], dtype=np.bool_)
            public = np.array(
                [
                    _SAYS_SO.search(where.span.text) is not None
                    for where, _ in self._tellings.places
                ],
                dtype=np.bool_,
            )
            at = against(scores, others & ~public, ~others | public, least=_LEAST, ahead=0.0)
            finder = None if at is None else self._finder[at]
            if at is not None and finder is not None:
                where, _ = self._tellings.places[at]
                end = _end(line, voice)
                span = line.document.span(voice.span.start, end)
                yield Found("attribution", span, "contradicted", where, finder.span, "attribution")


def _found_it(voice: Voice) -> bool:
    return voice.kind == "outlet" and not voice.is_told


def _is_public(line: Line, voice: Voice) -> bool:
    if _RELEASE.search(voice.span.text):
        return True
    return _PUBLIC.match(line.behind(voice.span.end)) is not None


def _end(line: Line, voice: Voice) -> int:
    """Give where the words end that say how it came out."""
    found = _PUBLIC.match(line.behind(voice.span.end))
    return voice.span.end + (found.end() if found is not None else 0)
