"""Words in marks that no verb of saying governs: whose are they, or nobody's?

In: a draft of such a quotation. Out: signs, for everybody who may have said it and for nobody;
`choices.py` weighs them.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from onix.reading.grammar.units import Unit
from onix.reading.speakers.choices import NOBODY, Signs
from onix.reading.speakers.memory import Memory

if TYPE_CHECKING:
    from onix.reading.quotes.draft import Draft

_WORD = re.compile(r"[\w’'-]+")
_SHORT = 4  # words; fewer are often a term, a title, a name
_GUESSED = 0.6


class BareMarks:
    """The signs of one document's words in marks.

    Args:
        masked: The text with what stands in quote marks masked.
    """

    def __init__(self, text: str, masked: str) -> None:
        self._text = text
        self._masked = masked
        self._bare: dict[int, bool] = {}

    def add_signs(self, rows: dict[str, Signs], draft: Draft, memory: Memory) -> None:
        """Add to the signs of those who may have said it, and of nobody."""
        start, end = draft.content[0]
        led = draft.speaker
        if led is not None:
            rows.setdefault(led, {})["led"] = 1.0
            rows[led]["led surely"] = float(draft.confidence > _GUESSED)
            rows[led]["led how"] = draft.confidence
        for name in rows.keys() - {NOBODY}:
            rows[name]["often"] = math.log(max(1, memory.times(name)))
        words = _WORD.findall(self._text[start:end])
        nobody = rows[NOBODY]
        nobody["led to nobody"] = float(draft.source is not None and led is None)
        nobody["short"] = float(len(words) < _SHORT)
        nobody["words"] = math.log(1 + len(words))
        nobody["whole"] = float(self._text[start].isupper() and self._text[end - 1] in ".?!,…")
        nobody["small"] = float(self._text[start].islower())
        nobody["bare"] = float(self._is_bare(draft.unit))

    def _is_bare(self, unit: Unit) -> bool:
        """Is a sentence nothing but quotations? It may hold very many: it is looked at once."""
        if unit.start not in self._bare:
            found = _WORD.search(self._masked, unit.start, unit.end)
            self._bare[unit.start] = found is None
        return self._bare[unit.start]
