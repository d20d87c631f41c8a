"""Countries by their names, and what is said of them: "germany" in, "german" out.

News has "the German chancellor" where a question has "the chancellor of Germany".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from onix.reading.words import sections

_SHORT: Final = {"britain": "british", "uk": "uk", "us": "us", "u.s.": "u.s."}


@cache
def adjectives() -> Mapping[str, str]:
    """Give what is said of a country by its name, both in lower case."""
    entries = [each.lower().split() for each in sections("apart")["countries"]]
    listed = {entry[0]: entry[1] for entry in entries if len(entry) > 1}
    return MappingProxyType(_SHORT | listed)


@cache
def peoples() -> frozenset[str]:
    """Give all adjectives of countries, in lower case."""
    return frozenset(adjectives().values())
