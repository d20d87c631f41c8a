"""What a number in digits or words is worth: "3.5", "two million", "two-and-a-half", "a couple of".

In come the pieces of the number as tokens gives them, out comes its value; times count units with
it, figures give it as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import isfinite

from onix.reading.words import sections


@cache
def _values() -> tuple[dict[str, float], frozenset[str]]:
    """Give the value of each number word, and the words that multiply what stands before them."""
    values: dict[str, float] = {}
    scales: set[str] = set()
    for section, entries in sections("numbers").items():
        for entry in entries:
            spellings, _, value = (part.strip() for part in entry.partition("="))
            if value:
                values.update(dict.fromkeys(spellings.split(), float(value)))
                if section in {"scale", "dozen"}:
                    scales.update(spellings.split())
    return values, frozenset(scales)


def number(words: Sequence[str]) -> float | None:
    """Give the value of a number, or None when the words name no exact one ("several").

    "a hundred and ten" is 110, "two and a half" 2.5, "3 1/2" 3.5, "3.5 million" 3500000.
    """
    values, scales = _values()
    total, current, seen = 0.0, 0.0, False
    pieces = [word.lower() for word in words if word.strip()]
    for place, piece in enumerate(pieces):
        if piece[0] in "0123456789":
            value = float(piece.replace(",", ""))
            divides = place > 0 and pieces[place - 1] == "/"
            if divides:
                continue
            if pieces[place + 1 : place + 2] == ["/"] and place + 2 < len(pieces):
                below = float(pieces[place + 2].replace(",", ""))
                value = value / below if below else value
            current, seen = current + value, True
        elif piece in scales:
            scale = values[piece]
            current = (current or 1.0) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
            seen = True
        elif piece in values:
            if _is_another(pieces[place - 1] if place else "", piece):
                return None
            current, seen = current + values[piece], True
        elif piece in {"a", "an"}:
            continue
        elif piece not in {"-", "and", "of", "/", "–", "—"}:
            return None
    return total + current if seen and isfinite(total + current) else None


def _is_another(before: str, piece: str) -> bool:
    """Does a word begin a number of its own: "nine" of "it took a team of five nine days"?"""
    values, scales = _values()
    if before not in values or before in scales or piece in scales or values[piece] < 1:
        return False
    return not (values[before] >= 20 and values[piece] < 10)  # "twenty nine"
