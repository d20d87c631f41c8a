"""Which texts are copies of one another: in come texts, out go LSH bands and a yes or no.

MinHash bands only propose; the answer comes from comparing the five-word runs of the two texts
themselves, so that two outlets' own stories about one event are never taken for one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from struct import pack

from onix.model import Document
from onix.record.query import day_number

RUN = 5  # words
PERMUTATIONS = 128
BAND = 4  # rows: a pair at Jaccard .6 shares a band with .988, one at .2 with .05
SEED = 2025

# Fewer runs than this say nothing: two short notes can share a stock phrase.
FEWEST_RUNS = 30
# Of all runs in either text. Wire copy with a new headline and lead lies above, two reports of
# one event that quote the same statement lie far below.
ALIKE = 0.6
# Two hearings of one committee open alike, and one outlet uses its own text again: a preview, a
# "five things to know", a background piece under new events. So these must be alike throughout.
ALIKE_FORMULAIC = 0.85
# Of the runs of the shorter text: a wire story cut from below. It must still be most of a story.
CONTAINED = 0.85
SHORTEST_CUT = 100  # runs
SHORTEST_SHARE = 0.3  # of the longer text
# A copy appears within weeks. Reports made from one template (rates, weather) come for years.
DAYS_APART = 45

_WORD = re.compile(r"\w+")


def runs(text: str) -> frozenset[str]:
    """Give every run of five words in the text, without case and punctuation."""
    words = _WORD.findall(text.lower())
    return frozenset(map(" ".join, zip(*(words[start:] for start in range(RUN)), strict=False)))


def bands(text_runs: frozenset[str]) -> list[int]:
    """Give the LSH bands of a text as 64-bit numbers; none for a text too short to compare."""
    if len(text_runs) < FEWEST_RUNS:
        return []
    from rensa import RMinHash

    sketch = RMinHash(PERMUTATIONS, SEED)
    sketch.update(list(text_runs))
    digest: Sequence[int] = sketch.digest()
    return [
        int.from_bytes(
            blake2b(pack("<5I", start, *digest[start : start + BAND]), digest_size=8).digest(),
            "little",
            signed=True,
        )
        for start in range(0, PERMUTATIONS, BAND)
    ]


@cache
def bands_version() -> int:
    """Give the version of the MinHash algorithm; bands of another version cannot be compared."""
    from rensa import RMinHash

    return int(RMinHash.ALGORITHM_VERSION)


def are_near_copies(
    one: frozenset[str],
    other: frozenset[str],
    *,
    is_transcript: bool = False,
    is_same_outlet: bool = False,
) -> bool:
    """Is one text the other with a changed headline, lead or end?"""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < FEWEST_RUNS:
        return False
    shared = len(one & other)
    if is_transcript or is_same_outlet:
        return shared >= ALIKE_FORMULAIC * (shorter + longer - shared)
    return shared >= ALIKE * (shorter + longer - shared) or (
        shared >= CONTAINED * shorter and shorter >= max(SHORTEST_CUT, SHORTEST_SHARE * longer)
    )


def could_be_copies(one: Document, other: Document) -> bool:
    """May the two be compared at all: the same kind of text, from the same weeks?

    Drafts and plans are told apart by exactly what little differs, so they never are copies.
    """
    if one.kind != other.kind or one.kind in ("plan", "draft"):
        return False
    day, other_day = day_number(one.published), day_number(other.published)
    return day is None or other_day is None or abs(day - other_day) <= DAYS_APART


@cache
def _agencies() -> dict[str, str]:
    from onix.reading.words import sections

    return {form: agency for agency, forms in sections("agencies").items() for form in forms}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    forms = "|".join(re.escape(form) for form in sorted(_agencies(), key=len, reverse=True))
    return (
        re.compile(rf"\(({forms})\)"),  # WARSAW (Reuters) —
        re.compile(rf"(?:©|\([cC]\)|[Cc]opyright)[\s\d©,]*({forms})\b"),
        re.compile(rf"\b({forms})\b"),
    )


def credit(document: Document) -> str | None:
    """Give the agency that the document itself says its text comes from, or None."""
    dateline, notice, byline = _patterns()
    if document.outlet and document.outlet.strip() in _agencies():
        return _agencies()[document.outlet.strip()]
    found = (
        next((hit for author in document.authors if (hit := byline.search(author))), None)
        or dateline.search(document.text, 0, 300)
        or notice.search(document.text, max(0, len(document.text) - 400))
    )
    return _agencies()[found[1]] if found else None


@dataclass(frozen=True, slots=True)
class Copy:
    """What the origin of a group is told from: one of its documents."""

    outlet: str | None
    credit: str | None
    day: int | None


def origin(copies: Iterable[Copy]) -> str | None:
    """Give what a group of near-copies goes back to: the agency most of them credit, else the
    outlet that alone was first; None when the group does not show it."""
    members = list(copies)
    credits = Counter(each.credit for each in members if each.credit)
    if credits:
        return credits.most_common(1)[0][0]
    if len(members) < 2 or any(each.day is None for each in members):
        return None
    first = min(each.day for each in members if each.day is not None)
    outlets = {each.outlet for each in members if each.day == first}
    return outlets.pop() if len(outlets) == 1 else None
