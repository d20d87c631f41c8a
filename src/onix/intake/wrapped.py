"""Lines that were only wrapped to fit a width become paragraphs again: lines in, lines out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onix.intake.labels import labels_in

_POINT = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[•·▪◦●*–—-])\s+\S")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
_DIVIDED = re.compile(r"(\w{2,})[-\u00ad\u2010]$")


def paragraphs(lines: Sequence[str]) -> list[str]:
    """Put wrapped lines together; a short line, a blank one or a new point ends a paragraph.

    So does a speaker label behind the end of a sentence. Words divided at a line's end are whole.
    """
    lengths = sorted(len(line) for line in lines if line)
    if not lengths:
        return []
    width = lengths[int(len(lengths) * 0.9)] if len(lengths) > 1 else lengths[0]
    compounds = set(re.findall(r"\w+-\w+", " ".join(lines)))
    found: list[str] = []
    is_open = False
    for line in lines:
        if not line:
            # Between pages a blank line may fall into a sentence; inside one it ends it.
            is_open = False
            continue
        speaks = is_open and _SENTENCE_END.search(found[-1]) and labels_in(line)
        if is_open and not speaks and not _POINT.match(line):
            found[-1] = _joined(found[-1], line, compounds)
        else:
            found.append(line)
        full = len(line) >= 0.75 * width
        is_open = full and not (_SENTENCE_END.search(line) and len(line) < 0.9 * width)
    return found


def _joined(before: str, line: str, compounds: set[str]) -> str:
    """Join two lines; a hyphen at the end goes, unless the word is written with one elsewhere."""
    divided = _DIVIDED.search(before)
    following = re.match(r"[a-zß-ÿ]\w*", line)
    if divided is None or following is None:
        return f"{before} {line}"
    if f"{divided[1]}-{following[0]}" in compounds:
        return before + line
    return before[:-1] + line
