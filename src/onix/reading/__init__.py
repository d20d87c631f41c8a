"""Reads documents: text in, marks out.

Marks are sentences, names, times, figures, quotes, hedges, provenance. All of it is standoff:
marks point into the text, which is never touched.
"""

from onix.reading.language import detect_language
from onix.reading.passages import passages
from onix.reading.reader import NewsReader
from onix.reading.sentences import find_sentences

__all__ = ["NewsReader", "detect_language", "find_sentences", "passages"]
