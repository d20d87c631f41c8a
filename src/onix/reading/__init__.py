"""Reads documents: text in, marks out.

Marks are sentences, names, times, figures, quotes, hedges, provenance. All of it is standoff:
marks point into the text, which is never touched.

The names below are imported at their first use: the word lists in `words/` serve the record too,
and a search should not wait for the reader.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onix.reading.grammar.sentences import find_sentences
    from onix.reading.language import detect_language
    from onix.reading.reader import NewsReader

__all__ = ["NewsReader", "detect_language", "find_sentences"]

_HOMES = {
    "NewsReader": "reader",
    "detect_language": "language",
    "find_sentences": "sentences",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
