"""What the name of a file says of what is in it: its address in, a title and a day out.

People name what they keep: "2026-03-03-board.vtt". A web address is no name that somebody gave.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from onix.intake.dates import iso_date
from onix.intake.decoding import one_line
from onix.intake.identity import is_web

_ENDINGS = re.compile(
    r"(?:\.(?:gz|en|[a-z]{2}-[A-Z]{2}|vtt|srt|txt|md|markdown|docx|odt|rtf|pdf|json|jsonl))+$"
)
_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sign>[-_.]?)(?P<month>\d\d)(?P=sign)(?P<day>\d\d)(?!\d)"
)


def title_from_name(address: str | None) -> str | None:
    """Give "leaked call" for the file "2026-03-03-leaked-call.vtt"; None where no word is left."""
    if not address or is_web(address):
        return None
    stem = _stem(address)
    words = one_line(re.sub(r"[-_]+", " ", _DAY.sub(" ", stem)))
    return words or one_line(re.sub(r"[-_]+", " ", stem))


def day_from_name(address: str | None) -> str | None:
    """Give the day that a file is named after, year first; None where there is none, or two."""
    if not address or is_web(address):
        return None
    found = {
        iso_date(f"{each['year']}-{each['month']}-{each['day']}")
        for each in _DAY.finditer(_stem(address))
    }
    return found.pop() if len(found) == 1 else None


def _stem(address: str) -> str:
    return _ENDINGS.sub("", PurePath(address).name)
