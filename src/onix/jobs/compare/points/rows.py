"""Numbers that only their row shows to be numbers: "1 Text", "#1", "A1.", "Step 1 –", "First,".

In: the lines of a plan. Out: the mark of each, those of `markers.py` and, where lines count from
one on, these besides: "4 Ships" alone is no fourth point, and is one below "3 Boats".
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Sequence

from onix.jobs.compare.points.markers import (
    ORDINALS,
    WORDS,
    Marker,
    MarkerKind,
    behind_title,
    marker_of,
    number_of,
    ordinal,
)

_FEWEST = 3
_FEWEST_NAMED = 2  # "Phase 1:" and "Phase 2:" are a row, "1" and "2" not yet
_SKIPPED = 1  # numbers that may be missing between two of a row
_BEHIND = r"(?:[*_]{2})?(?:[ \t]*\|[ \t]*|[ \t]+|$)"  # a cell of a table ends in a bar
_MONTHS = "|".join((*calendar.month_name[1:], *calendar.month_abbr[1:]))  # "1 May" is a day
_OPENING = re.compile(r"[ \t]*(?:(?P<heading>#{1,6})[ \t]+)?(?:\|[ \t]*)?(?P<stars>[*_]{2})?")
_WEAK = re.compile(
    rf"(?P<bare>\d{{1,3}})(?:[ \t]*\|[ \t]*|[ \t]+(?!(?:{_MONTHS})\b)(?=[^\w\s]?[A-Z]))"
    r"|(?P<alone>\d{1,3})[ \t]*$"
    rf"|(?P<hash>#\d{{1,3}}[.):]?){_BEHIND}"
    rf"|(?P<code>[A-Z]{{1,3}}-?\d{{1,3}}[.):]?){_BEHIND}"  # A1. and R-12
    rf"|(?P<ordinal>(?:{'|'.join(ORDINALS)})(?:ly)?,)[ \t]+"
    r"|(?P<named>(?!Page|PAGE)(?:[A-Z][a-z]+|[A-Z]{3,})[ \t]"
    rf"(?:\d{{1,3}}|[A-Z]|[IVX]{{2,5}}|(?i:{'|'.join(WORDS)})))"
    r"(?:[*_]{2})?(?:[ \t]*[.:|–—-][*_]{0,2}(?:[ \t]+|$)|[ \t]*$)"
)


def markers_of(lines: Sequence[str]) -> list[Marker]:
    """Give what each line begins with.

    1. Numbers that show by themselves are read first.
    2. Of what may be one besides, those that count on from one in a row of their form are.
    """
    # 1
    found = [marker_of(line) for line in lines]
    # 2
    rows: dict[str, list[tuple[int, int, Marker]]] = defaultdict(list)
    for at, line in enumerate(lines):
        if found[at].kind in ("none", "heading") and not found[at].number:
            form, marker = _possible(line)
            if marker.number:
                rows[form].append((at, int(ordinal(marker.number[-1])), marker))
    if _are_pages(rows.get("alone", ()), found):
        del rows["alone"]
    for form, row in rows.items():
        counted = _counted(row)
        if len(counted) >= (_FEWEST_NAMED if form.startswith("named") else _FEWEST):
            for at, _, marker in counted:
                found[at] = marker
    return found


def _possible(line: str) -> tuple[str, Marker]:
    """Give in which form a line may count, and with what mark."""
    opening = _OPENING.match(line)
    match = _WEAK.match(line, opening.end()) if opening else None
    if opening is None or match is None:
        return "", Marker()
    form = str(match.lastgroup)
    written = match[form]
    number = number_of(written)
    kind: MarkerKind = "number"
    if form == "named":
        name, _, counted = written.partition(" ")
        form, number, kind = f"named {name.lower()}", number_of(counted), "article"
    heading = opening["heading"]
    level = len(heading) if heading else 2
    length = behind_title(line, match, opening["stars"])
    return form, Marker("heading" if heading else kind, length, written, number, level)


def _are_pages(row: Sequence[tuple[int, int, Marker]], found: Sequence[Marker]) -> bool:
    """Do numbers alone on their lines number pages: of numbered points, or first or last?"""
    if not row:
        return False
    ends = row[0][0] == 0 or row[-1][0] == len(found) - 1
    return ends or any(each.kind in ("number", "article") for each in found)


def _counted(row: Sequence[tuple[int, int, Marker]]) -> list[tuple[int, int, Marker]]:
    """Give those of a row that count on from one; it may begin anew."""
    found: list[tuple[int, int, Marker]] = []
    for each in row:
        last = found[-1][1] if found else None
        if each[1] == 1 or (last is not None and last < each[1] <= last + 1 + _SKIPPED):
            found.append(each)
    return found
