"""The numbers a word processor shows before points: "14.", "b)", "II."

In: an opened DOCX and its paragraphs in order. Out: the number of each, "" for bullets and plain
paragraphs. The file holds only which list a point is in; people cite "point 14", so it is counted.
"""

from __future__ import annotations

import re
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DEEPEST = 9


class Numbering:
    """Counts the points of every list while the paragraphs go by."""

    def __init__(self, opened: Any) -> None:
        self._styles = {each.style_id: each.element for each in opened.styles}
        self._levels: dict[str, dict[int, Any]] = {}
        self._shared: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        part = next(
            (
                each.target_part
                for each in opened.part.rels.values()
                if each.reltype.endswith("/numbering") and not each.is_external
            ),
            None,
        )
        if part is not None:
            self._read(part.element)

    def _read(self, root: Any) -> None:
        abstract = {each.get(f"{_W}abstractNumId"): each for each in root.iter(f"{_W}abstractNum")}
        for each in root.iter(f"{_W}num"):
            number = each.get(f"{_W}numId")
            reference = each.find(f"{_W}abstractNumId")
            shared = reference.get(f"{_W}val") if reference is not None else None
            base = abstract.get(shared)
            if number is None or base is None:
                continue
            levels = {_int(level.get(f"{_W}ilvl"), 0): level for level in base.iter(f"{_W}lvl")}
            overridden = False
            for override in each.iter(f"{_W}lvlOverride"):
                overridden = True
                for level in override.iter(f"{_W}lvl"):
                    levels[_int(override.get(f"{_W}ilvl"), 0)] = level
            self._levels[number] = levels
            # Lists of one definition go on counting together, unless they begin anew.
            self._shared[number] = f"num {number}" if overridden else f"abstract {shared}"

    def of(self, paragraph: Any) -> str:
        """Give the number before this paragraph; call it once for each, in order."""
        number, depth = self._place(paragraph)
        level = self._levels.get(number or "", {}).get(depth)
        if number is None or level is None:
            return ""
        counts = self._counts.setdefault(self._shared[number], {})
        counts[depth] = counts.get(depth, self._start(number, depth) - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if _value(level, "numFmt") == "bullet":
            return ""
        return re.sub(
            r"%([1-9])",
            lambda match: self._written(number, int(match[1]) - 1, counts),
            _value(level, "lvlText") or "",
        ).strip()

    def _place(self, paragraph: Any) -> tuple[str | None, int]:
        """Give the list and the level, from the paragraph or from the style it is in."""
        properties = paragraph.find(f"{_W}pPr")
        style = _value(properties, "pStyle")
        for _ in range(_DEEPEST):
            found = None if properties is None else properties.find(f"{_W}numPr")
            if found is not None:
                return _value(found, "numId"), _int(_value(found, "ilvl"), 0)
            element = self._styles.get(style)
            if element is None:
                break
            properties, style = element.find(f"{_W}pPr"), _value(element, "basedOn")
        return None, 0

    def _start(self, number: str, depth: int) -> int:
        level = self._levels[number].get(depth)
        return 1 if level is None else _int(_value(level, "start"), 1)

    def _written(self, number: str, depth: int, counts: dict[int, int]) -> str:
        level = self._levels[number].get(depth)
        count = counts.get(depth, self._start(number, depth))
        return figure(count, "decimal" if level is None else _value(level, "numFmt"))


def _value(element: Any, name: str) -> str | None:
    found = None if element is None else element.find(f"{_W}{name}")
    value = None if found is None else found.get(f"{_W}val")
    return None if value is None else str(value)


def _int(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 7 else otherwise


def figure(count: int, form: str | None) -> str:
    """Give a number as a list of this form has it: "c" for three in "lowerLetter"."""
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * min(1 + (count - 1) // 26, 9)
        return letters if form == "lowerLetter" else letters.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < count < 4000:
        written = ""
        for value, sign in _ROMAN:
            written += sign * (count // value)
            count %= value
        return written if form == "lowerRoman" else written.upper()
    return str(count)
