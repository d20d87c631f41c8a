"""The dateline of a wire story: "LISBON, March 3 (Newswire) - ", the day its words were written.

In comes a text, out comes where the date of its dateline stands. A story is often published a day
after it was filed, and its "today" is the day of filing; that is why it is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onix.model import Marks, Span, TimeExpression
from onix.reading.grammar.openings import MONTH
from onix.reading.times.entries import day_there

_DATE = rf"{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {MONTH}(?: \d{{4}})?"
_PLACE = r"[A-Z][A-Z'’.-]{2,}(?:[ -][A-Z][\w'’.-]*)*(?:, [A-Z][\w'’. -]*?)?"
_AGENCY = r"\([^()\n]{2,40}\)"
_LINE = re.compile(
    rf"^[ \t]*(?:{_PLACE},[ \t]+(?P<date>{_DATE}),?[ \t]*(?:{_AGENCY})?"
    rf"|(?P<alone>{_DATE})[ \t]*{_AGENCY})[ \t]*(?:-{{1,3}}|[–—_:])",
    re.MULTILINE,
)
_OPENING = re.compile(
    rf"[ \t]*{_PLACE}(?:,[ \t]+(?:{_DATE}))?,?[ \t]*(?:{_AGENCY})?[ \t]*(?:-{{1,3}}|[–—])[ \t]+"
)

HEAD = 3000  # characters: a headline, a standfirst and a byline stand before it
LATE = 3  # days after its dateline that a story may be published


def find_dateline(text: str) -> tuple[int, int] | None:
    """Give where the date in the dateline of a story begins and ends, or None without one."""
    found = _LINE.search(text, 0, HEAD)
    return found.span("date" if found["date"] else "alone") if found else None


def opening(sentence: str) -> int:
    """Give how many characters of a sentence are its dateline: "CALDER, May 8 (Wire) - "."""
    found = _OPENING.match(sentence)
    return found.end() if found else 0


def is_only_dateline(time: TimeExpression, sentence: Span, times: Iterable[TimeExpression]) -> bool:
    """Is it the day of a dateline, in a sentence that has days of its own for what it tells?

    "CALDER, May 8 - Ash fell |on Sunday|": nothing there is told to have been on May 8.
    """
    ends = sentence.start + opening(sentence.text)
    return time.span.end <= ends and any(
        ends <= each.span.start < sentence.end and each.earliest is not None for each in times
    )


def day_written(marks: Marks, position: int = 0) -> str | None:
    """Give the day (ISO) on which the words at a place of a document were written.

    It was published then, or begun that entry of a live blog; else it is that of its dateline.
    """
    if marks.document.published:
        return str(day_there(marks.document.text, marks.document.day, position))
    dateline = find_dateline(marks.document.text)
    days = (t.earliest for t in marks.times if dateline and t.span.start == dateline[0])
    return next(days, None)
