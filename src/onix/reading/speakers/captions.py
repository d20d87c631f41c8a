"""The lines below pictures: a text in, where they stand out.

"The pier at noon. Ann Lee/AP": whoever is named there is no part of the story around it, nor is the
one who took the picture. It is its own file because nothing but its last words tells such a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onix.reading.grammar.sentence_words import Region

# "Ann Lee/AP", "Ann Lee/Larch Images/FILE", "Ann Lee via Larch Images."
_CREDIT = re.compile(
    r"(?:\A|[.!?)”\"]\s+)(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w.’'-]*"
    r"(?:(?:/[A-Z][\w.’' -]*)+|\svia\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2}\.?)\s*\Z"
)
_REACH = 120  # characters from the end of a line


def find_captions(text: str) -> Iterator[Region]:
    """Give the lines that end with who took a picture."""
    start = 0
    for line in text.split("\n"):
        tail = line[-_REACH:]
        if ("/" in tail or " via " in tail) and _CREDIT.search(tail) is not None:
            yield start, start + len(line)
        start += len(line) + 1
