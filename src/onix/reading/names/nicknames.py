"""Names with a nickname in marks: in comes a text, out comes where one stands: Odd “Red” Lund.

The model takes them for bodies or sees only what stands behind the marks. It is its own file
because marks otherwise part a name from what is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onix.reading.names.persons import first_names

_NICKNAME = re.compile(
    r"[“\"‘'][A-Z][\w’'-]{1,14}(?:\s[A-Z][\w’'-]{1,14})?[”\"’']\s(?P<family>[A-Z][\w’-]*[\w-])"
)
_FIRST = re.compile(r"(?<![\w’'-])(?P<first>[A-Z][\w’-]*)(?:\s[A-Z]\.)?\s\Z")
_REACH = 30  # characters
_INSIDE = re.compile(r"\s[“\"‘'][^“”\"‘’']+[”\"’']\s")


def find_nicknamed(text: str) -> Iterator[tuple[int, int]]:
    """Give where a first name, a nickname in marks and a family name stand, in order."""
    for match in _NICKNAME.finditer(text):
        first = _FIRST.search(text, max(0, match.start() - _REACH), match.start())
        if first is not None and first["first"] in first_names():
            yield first.start(), match.end() - 2 * text.endswith(("’s", "'s"), 0, match.end())


def as_elsewhere(text: str, name: str) -> str:
    """Give a name without its nickname where the text has it so, too: Odd Lund."""
    plain = _INSIDE.sub(" ", name)
    return plain if plain != name and plain in text else name
