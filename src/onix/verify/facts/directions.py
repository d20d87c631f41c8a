"""Does a number say by how much something rose or fell? A number in its line in, which way out.

A draft may have the right number the wrong way round. It is its own file because `changes.py` asks
whether a number is a change at all, and here only which way it goes is asked.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onix.model import Span
from onix.reading.words import verb_forms
from onix.verify.facts.changes import is_denied
from onix.verify.facts.lines import Line

_WORD = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"[,;:.—–()]\s|\s(?:and|but|or|because|after|when|while|that|than)\s")
_BETWEEN = re.compile(  # a verb or noun of change and its number
    r"by|about|almost|nearly|more|another|some|roughly|around|of|in|to|an?|as|much"
)
_UP_TO = re.compile(r"up\s+to\b", re.IGNORECASE)  # a limit, and no way
_NEAR = 60  # characters before a number in which its verb stands


class Way(NamedTuple):
    """Which way a number goes, 1 up and -1 down, and the words that say so with it."""

    sign: int
    word: str
    span: Span


def way_of(line: Line, span: Span) -> Way | None:
    """Say which way something went by a number, where words beside it tell."""
    if is_denied(line, span):
        return None
    text = line.before(span.start, _NEAR)
    begins = max((each.end() for each in _ENDS.finditer(text)), default=0)
    for found in reversed(list(_WORD.finditer(text, begins))):
        word = found.group().lower()
        sign = 0 if _UP_TO.match(text, found.start()) else _signs().get(word, 0)
        if sign:
            start = span.start - len(text) + found.start()
            return Way(sign, word, line.document.span(start, span.end))
        if not _BETWEEN.fullmatch(word) and word != "up":
            break
    behind = _WORD.match(line.behind(span.end, 30).lstrip(" -"))
    sign = _signs().get(behind.group().lower(), 0) if behind else 0
    if behind is None or not sign or behind.group() in ("cut", "cuts"):
        return None
    end = line.document.text.index(behind.group(), span.end) + len(behind.group())
    return Way(sign, behind.group().lower(), line.document.span(span.start, end))


@cache
def _signs() -> dict[str, int]:
    rising, falling = (verb_forms("facts", each) for each in ("rising", "falling"))
    return dict.fromkeys(rising, 1) | dict.fromkeys(falling, -1)
