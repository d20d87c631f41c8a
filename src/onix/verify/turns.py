"""Whose words are compared: the turns of a stretch of tape in, who speaks out, and what is aside.

Aside is what another throws in, the name of who speaks next, and a stage direction.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from onix.verify.lineups import Piece
from onix.verify.tapes import Said, Tapes

_DIRECTION = re.compile(r"\([^()]{1,60}\)|\[[^\[\]]{1,60}\]")


class Turns:
    """The turns around a piece of a claim.

    Attributes:
        speaking: The turn in which most of what is the same stands; None where the tape has none.
    """

    def __init__(self, tapes: Tapes, piece: Piece) -> None:
        self._piece = piece
        self._stretch = stretch = piece.stretch
        self._first = piece.blocks[0].other
        self._last = piece.blocks[-1].other + piece.blocks[-1].size
        start, end = stretch.starts[self._first], stretch.ends[self._last - 1]
        self._turns = tapes.said(stretch.tape, stretch.offset + start, stretch.offset + end)
        self.speaking = self._speaking()

    def turn_of(self, token: int) -> Said | None:
        """Give the turn that a token of the stretch stands in."""
        at = self._stretch.offset + self._stretch.starts[token]
        return next((turn for turn in self._turns if turn.start <= at < turn.end), None)

    def _speaking(self) -> Said | None:
        if len(self._turns) < 2:
            return self._turns[0] if self._turns else None
        counts = Counter(
            self.turn_of(block.other + place)
            for block in self._piece.blocks
            for place in range(block.size)
        )
        return counts.most_common(1)[0][0]

    @cached_property
    def aside(self) -> frozenset[int]:
        """The tokens that are not the speaker's own speech."""
        stretch = self._stretch
        inside = range(self._first, self._last)
        offset = stretch.starts[self._first]
        found: set[int] = set()
        text = stretch.text[offset : stretch.ends[self._last - 1]]
        if "(" in text or "[" in text:
            for place in _DIRECTION.finditer(text):
                start, end = (each + offset for each in place.span())
                found |= {each for each in inside if start <= stretch.starts[each] < end}
        if len(self._turns) > 1 and self.speaking is not None:
            found |= {each for each in inside if self._is_aside(self.turn_of(each))}
        return frozenset(found)

    def _is_aside(self, turn: Said | None) -> bool:
        # What stands in no turn is the name of who speaks next.
        return turn is None or self.is_another(turn)

    def is_another(self, turn: Said) -> bool:
        """Is a turn somebody else's than the one in which the words stand?"""
        return self.speaking is not None and turn.speaker != self.speaking.speaker

    def others(self, first: int, last: int) -> int:
        """How many words of other speakers lie between two tokens?"""
        if len(self._turns) < 2:
            return 0
        turns = (self.turn_of(token) for token in range(first, last) if token in self.aside)
        return sum(turn is not None and self.is_another(turn) for turn in turns)
