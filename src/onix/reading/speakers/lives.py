"""Whose life a text tells: a pronoun in, whom the text opens with or nobody out.

"Born in Tarn, the third of five children, she learned to sail" goes back to whom an obituary or a
portrait is about, though it has just named a daughter. It is its own file because nearness, by
which all else is weighed, says the wrong one here.
"""

from __future__ import annotations

import re
from collections.abc import Container

from onix.reading.speakers.memory import Memory

_BORN = re.compile(r"\W*(?:Born|Raised|Educated|Christened|Orphaned)\b")
_OWN_NAME = re.compile(r"\W*(?:Born|Christened)\s+(?:[A-Z][\w.’'-]*\s?){2,}")
# "Ann Lee, who has died aged 91, was", "Ann Lee, a potter, died on Monday. She was 91."
_DIED = re.compile(
    r"\b(?:who )?(?:has died|died|dies)\b[^\x01]{0,80}?\b(?:aged|at|was) (?:the age of )?\d{2,3}\b"
)
_LONGEST_LEAD = 1_000  # characters
_LONGEST_PARAGRAPH = 2_000  # characters
_ABOUT = 2  # sentences in which the text says whom it is about


def whose_life(at: int, fits: Container[str], memory: Memory, masked: str) -> str | None:
    """Give whom the text opens with, where the sentence of a pronoun opens as a life does.

    In an obituary it is also who "she" is in a paragraph that has named nobody else who fits.

    Args:
        fits: Names of those whom the pronoun may mean.
    """
    begin = memory.sentence_to(at)[0]
    opening = _BORN.match(masked, begin)
    if opening is not None and opening.end() <= at:
        renamed = _OWN_NAME.match(masked, begin)  # "Born Ann Maria Lee in 1937, she"
        inside = [place for place in memory.between(begin, at) if place.subject and not renamed]
    elif _DIED.search(masked, 0, min(memory.begins(_ABOUT) or at, _LONGEST_LEAD)):
        here = memory.paragraph_at(at)
        near = memory.between(max(0, at - _LONGEST_PARAGRAPH), at)
        inside = [place for place in near if place.paragraph == here and place.who(fits) in fits]
    else:
        return None
    if inside:
        return None
    first = memory.between(0, memory.begins(_ABOUT) or at)
    told = next((place for place in first if place.subject and place.who(fits) in fits), None)
    return None if told is None else told.who(fits)
