"""Which lines of a draft are rows of a table: the same words again and again beside other numbers.

"Passengers a year: 1,275,846", beneath fifty stations: of which, no sentence of the record tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onix.verify.facts.lines import Line

_NUMBER = re.compile(r"\d[\d.,]*")


def shape(line: Line) -> str:
    """Give a sentence without its numbers."""
    return _NUMBER.sub("#", line.span.text)


def tables_in(lines: Sequence[Line]) -> frozenset[str]:
    """Give the shapes that more than one line of a text has."""
    shapes = Counter(map(shape, lines))
    return frozenset(each for each, times in shapes.items() if times > 1)
