"""A quote in the making: who says what by which words, before it is known who that is.

It is its own file because those who find quotes, those who say whose they are and those who say to
whom all write on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from onix.model import QuoteKind
from onix.reading.grammar.sentence_words import Region
from onix.reading.grammar.units import Unit
from onix.reading.quotes.circumstances import NO_SETTING, Setting


@dataclass(slots=True)
class Draft:
    """A quote in the making.

    Attributes:
        unit: The sentence in which it ends.
        candidates: Whom the source may be, where who speaks is left open.
    """

    kind: QuoteKind
    content: list[Region]
    marked: list[Region]
    cue: Region | None
    source: Region | None
    confidence: float
    unit: Unit
    speaker: str | None = None
    candidates: tuple[str, ...] = ()
    setting: Setting = NO_SETTING

    @property
    def is_headed(self) -> bool:
        """Does it stand in single marks in a heading, which sums up what is below?"""
        return any(piece.headed for piece in self.unit.pieces)


def outermost_first(draft: Draft) -> tuple[int, int]:
    """Put what X says that Y said before what Y said."""
    return draft.content[0][0], -draft.content[-1][1]
