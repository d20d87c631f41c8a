"""Which phrases leave open whether something is so: a text in, the places of phrases out.

It is its own file because the phrases are many and are all data: single words and what takes some
grammar are read in `openness.py`.
"""

from __future__ import annotations

import re
from functools import cache

from onix.reading.words import sections

_IF = re.compile(r"(?<!\bas\s)(?<!\beven\s)\bif\b", re.IGNORECASE)
_SHOULD = re.compile(r"(?:^|[,;:–—(]\s?)[Ss]hould\s(?:the|an?|it|he|she|they|[A-Z])")


@cache
def phrases(section: str) -> re.Pattern[str]:
    """Give what finds the phrases of a section: "any", "coming" or "sentence".

    The last only a draft is read for. Of sources, and of their conditions, it found little that was
    wrong, and more that was told without them on purpose.
    """
    found = (_pattern(entry.split()) for entry in sections("left_open")[section])
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(found)})(?![\w-])", re.IGNORECASE)


def has_condition(text: str) -> bool:
    """Does a sentence have an "if", or its like: "should the council agree"?"""
    return bool(_IF.search(text) or _SHOULD.search(text))


def _pattern(tokens: list[str]) -> str:
    parts = []
    for number, token in enumerate(tokens):
        word = rf"(?:{'|'.join(map(_word, token.rstrip('?').split('|')))})"
        before = r"\s" if number else ""
        parts.append(f"(?:{before}{word})?" if token.endswith("?") else f"{before}{word}")
    return "".join(parts)


def _word(word: str) -> str:
    if word.startswith("*"):
        return r"[\w’'-]+" + word[1:]
    return r"\w+n[’']t" if word == "n't" else re.escape(word)
