"""Who is named only beside a story: a name in a text in, whether it is no more than a credit out.

Who wrote it, took the picture or sends a newsletter is nobody of whom the text tells.
"""

from __future__ import annotations

import re

# "By |Ann Lee|", "Photograph: |Ann Lee|", "|Ann Lee|/Reuters"
_BEFORE = re.compile(
    r"(?:\A|\n)(?:By\s|[–—-]\s?|(?:Photo(?:graph)?s?|Picture|Image|Written|Reporting)(?:\sby|:)\s|"
    r"Contributing:\s)\Z"
)
_BEHIND = re.compile(r"(?:,\s[A-Z][\w\s]{2,30})?(?:\n|\Z)")
_REACH = 25  # characters
# "Sign up here to get The Results with |Ann Lee| every Tuesday"
_SELLS = re.compile(r"\b(?:sign\sup\s(?:here|for|to)|subscribe\s(?:here|to))\b", re.IGNORECASE)
_LINE = 200  # characters before and behind a name


def is_credit(text: str, start: int, end: int) -> bool:
    """Is a name only whose text, picture or newsletter it is?"""
    if text[end : end + 1] == "/" and text[end + 1 : end + 2].isupper():
        return True
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before is not None and _BEHIND.match(text, end) is not None:
        return True
    first = text.rfind("\n", max(0, start - _LINE), start) + 1 or max(0, start - _LINE)
    last = text.find("\n", end, end + _LINE)
    return _SELLS.search(text, first, last if last >= 0 else end + _LINE) is not None
