"""Of how near a time are documents that nobody gave for a draft? Marks in, doubts out.

What a record tells of the last weeks is mostly of something else, or was so then: a toll, a price,
a Tuesday, a minister. The further a document is from the draft, the surer it has to be that both
tell the same before it counts against the draft. It is its own file because only what was looked up
is doubted so: what a person gave is of the draft's story.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import inf, log2

from onix.model import Marks
from onix.verify.facts.uttered import rows_of

_A_STORY = timedelta(days=60)  # in which what its texts tell can be one
# Days that count nothing, and what each doubling counts, in the logarithm of odds. Fitted on 141
# articles held against the rest of their archive, where hardly anything is wrong, and on 100 drafts
# against one record of all: of 90 false contradictions 57 go, and of 263 true ones 3.
_DAYS, _DOUBLING = 2, 0.7


def doubts_of(draft: Marks, found: Sequence[Marks]) -> dict[str, float]:
    """Give how much less what a document has counts against a draft, by the document's id.

    A draft without a date is of the time of what was found best for it. Where it quotes the very
    words of a document it tells of what that tells, however long ago.

    Returns:
        0 for what is of the same days, and infinity for what is of another time altogether.
    """
    days = {marks.document.id: day for marks in found if (day := marks.document.day)}
    now = draft.document.day or next(iter(days.values()), None)
    quoted = [row for quote in draft.quotes for each in quote.marked if (row := rows_of(each.text))]
    doubts: dict[str, float] = {}
    for document in (marks.document for marks in found):
        day = days.get(document.id)
        doubt = 0.0 if now is None or day is None else _doubt(now, day)
        if doubt and quoted:
            told = rows_of(document.text)
            doubt = 0.0 if any(row in told for row in quoted) else doubt
        doubts[document.id] = doubt
    return doubts


def _doubt(now: date, day: date) -> float:
    apart = abs(now - day)
    return inf if apart > _A_STORY else _DOUBLING * log2(max(1.0, apart.days / _DAYS))
