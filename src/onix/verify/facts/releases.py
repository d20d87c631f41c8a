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
from onix.verify.facts.tellings import Mask, Tellings, against
from onix.verify.facts.voice import Voice
from onix.verify.facts.voices import Voices

_LEAST = 7.8  # how likely a clause has to tell the same, that credits an outlet with it
_OUT = r"(?:released|published|issued|made\spublic|put\sout)"
_PUBLIC = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:that|which)?\W*(?:the\s|its\s|his\s|her\s)?(?:[\w’'-]+\s){0,4}?"
    rf"(?:was\s|has\s|had\s|have\s|were\s)?{_OUT}"
    r"(?:\s(?:by|this|last|on)\b(?:\s[\w’'-]+){1,4})?",
    re.IGNORECASE,
)
_RELEASE = re.compile(r"\b(?:press|news|media)\s(?:release|notice|statement)$", re.IGNORECASE)
_SAYS_SO = re.compile(rf"\b(?:{_OUT}|press\srelease)\b", re.IGNORECASE)


class Releases:
    """What the sources have from outlets that got hold of it."""

    def __init__(self, tellings: Tellings, voices: Voices) -> None:
        self._tellings, self._voices = tellings, voices
        told = (voices.told[at] for at in tellings.of_line)
        self._finder = [next(filter(_found_it, each), None) for each in told]
        others = np.array([each is not None for each in self._finder], dtype=np.bool_)
        public = [bool(_SAYS_SO.search(where.span.text)) for where, _ in tellings.places]
        self._public: Mask = np.array(public, dtype=np.bool_)
        self._got_hold_of: Mask = others & ~self._public

    def verify(self, line: Line) -> Iterator[Found]:
        """Give the documents of a line that are said to be public and were not made so."""
        voices = self._voices.of(line)
        if any(each.kind == "outlet" for each in voices):
            return
        for voice in voices:
            end = _public_until(line, voice) if voice.kind == "document" else None
            if end is None:
                continue
            scores = self._tellings.scores(line, voice.content, voice.span)
            got = self._got_hold_of | self._of_papers(voice)
            at = against(scores, got, ~got, least=_LEAST, ahead=0.0)
            finder = None if at is None else self._finder_at(at, voice)
            if at is not None and finder is not None:
                where, _ = self._tellings.places[at]
                span = line.document.span(voice.span.start, end)
                yield Found("attribution", span, "contradicted", where, finder.span, "attribution")

    def _of_papers(self, paper: Voice) -> Mask:
        """Say which places are in sources that have papers of that sort from an outlet alone."""
        found = [self._handed(where, paper) is not None for where, _ in self._tellings.places]
        return np.array(found, dtype=np.bool_) & ~self._public

    def _handed(self, where: Line, paper: Voice) -> Voice | None:
        found = (self._voices.finders.get((where.document.id, each), []) for each in paper.keys)
        return next((voice for each in found for voice in each), None)

    def _finder_at(self, at: int, paper: Voice) -> Voice | None:
        return self._finder[at] or self._handed(self._tellings.places[at][0], paper)


def _found_it(voice: Voice) -> bool:
    return voice.kind == "outlet" and not voice.is_told


def _public_until(line: Line, voice: Voice) -> int | None:
    """Give where the words end by which a document came out; None where it is not said to have."""
    found = _PUBLIC.match(line.behind(voice.span.end))
    if found is not None:
        return voice.span.end + found.end()
    return voice.span.end if _RELEASE.search(voice.span.text) else None
