"""Which outlet was told it? Lines of a draft in, outlets that the record has the words from out.

"…, he told the Post": words that stand in the Gazette alone, which was told them itself, and in no
article of the Post that the record has. It is its own file because who speaks is right, and only
who listened is another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from onix.model import Marks, Quote
from onix.reading.names.origins import is_own
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, every_line_of
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.uttered import rows_of

_PIECES = re.compile(r"[.,;:!?–—]+\s*")


class ToldTo:
    """The words of the sources, in order, and the outlets that have them."""

    def __init__(self, shelf: Shelf, record: Iterable[Marks]) -> None:
        self._shelf, self._record = shelf, list(record)

    @cached_property
    def _lines(self) -> list[tuple[Line, str]]:
        lines = (line for marks in self._record for line in every_line_of(marks))
        return [(line, rows_of(line.span.text)) for line in lines]

    def verify(self, line: Line) -> Iterator[Found]:
        """Give the outlets that a line says were told what another was told."""
        for quote in line.quotes:
            told = [each for each in quote.provenance if each.kind == "outlet" and each.name]
            if (
                len(told) == 1
                and quote.addressee in (told[0].name, told[0].span.text)
                and line.span.covers(told[0].span)
            ):
                where = self._with_another(quote, told[0].name or "")
                if where is not None:
                    yield Found(
                        "attribution",
                        told[0].span,
                        "contradicted",
                        where,
                        what="attribution",
                        compared=f"the words stand in {where.document.outlet}",
                    )

    def _with_another(self, quote: Quote, name: str) -> Line | None:
        """Give a line that has the words, where its outlet was told them and this one was not."""
        if not any(is_own(name, each.document.outlet) for each in self._record):
            return None  # nothing is known of what that outlet has
        pieces = [piece for each in quote.marked for piece in _PIECES.split(each.text)]
        rows = [row for each in pieces if (row := rows_of(each))]
        having = [line for line, text in self._lines if any(row in text for row in rows)]
        if not having or any(
            line.document.outlet is None
            or is_own(name, line.document.outlet)
            or name in line.document.text
            for line in having
        ):
            return None
        return having[0] if all(map(self._is_told_there, having)) else None

    def _is_told_there(self, line: Line) -> bool:
        """Was the outlet told it itself: "tells me", or no one by name, in what was given?"""
        if any(each.kind == "own" for quote in line.quotes for each in quote.provenance):
            return True
        return not self._shelf.is_looked_up(line) and not any(
            quote.addressee or quote.provenance for quote in line.quotes
        )
