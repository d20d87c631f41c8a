"""What the machine that wrote a transcript was not sure of: tokens of a tape in, its words out.

A difference where the machine was not sure says nothing of the draft: it has to be heard. Nothing
here knows a recogniser; a word is as sure as the transcript says, and weak below a threshold.
"""

from __future__ import annotations

from collections.abc import Sequence

from onix.model import Heard
from onix.verify.tapes import Stretch, Tapes

WEAK = 0.45
"""How sure a machine has to be of a word; fitted by `python -m evaluation.hearing`."""

_SHARE = 0.5  # of the words of a difference are weak, and all of it is in doubt


class Doubts:
    """The words of a stretch of tape that are weak."""

    def __init__(self, tapes: Tapes, stretch: Stretch, weak: float) -> None:
        self._tapes = tapes
        self._stretch = stretch
        self._weak = weak

    def within(self, first: int, last: int) -> tuple[Heard, ...]:
        """Give the weak words from token `first` of the stretch up to token `last`."""
        return tuple(
            each
            for each in self._tapes.heard(self._stretch, first, last)
            if each.confidence is not None and each.confidence < self._weak
        )

    def of(self, tokens: Sequence[int], at: int) -> Heard | None:
        """Give the weakest word of a difference, if the difference is in doubt.

        Args:
            tokens: What the tape has there. Of a word that it has not, nobody knows how sure the
                machine was, so that its neighbours have to tell.
            at: The token before which the tape has no words, where it has none.
        """
        if not tokens:
            near = self.within(max(0, at - 1), min(len(self._stretch.ids), at + 1))
            return _weakest(near)
        weak = self.within(tokens[0], tokens[-1] + 1)
        places = [self._stretch.offset + self._stretch.starts[token] for token in tokens]
        covered = sum(
            any(each.span.start <= place < each.span.end for each in weak) for place in places
        )
        return _weakest(weak) if covered >= _SHARE * len(tokens) else None


def _weakest(words: Sequence[Heard]) -> Heard | None:
    return min(words, key=lambda each: each.confidence or 0.0, default=None)
