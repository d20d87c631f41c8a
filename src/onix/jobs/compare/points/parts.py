"""The parts a point may come apart into: its sentences, and clauses that could stand alone.

In: a point's text. Out: its parts, the whole itself left out. Where a point was split or several
were merged, a part of one is what the other is like.
"""

from __future__ import annotations

import re

from onix.reading.grammar.sentences import split

_CLAUSE = re.compile(r"[;:]\s+|,\s+(?:and\s+|or\s+|but\s+)?|\s+(?:and|but)\s+|\s[–—]\s")
# "Salt and timber may be traded": either stands with the rest of the sentence.
_BOTH = re.compile(r"\b([\w’'-]+)\s+(?:and|or)\s+([\w’'-]+)\b")
_WORD = re.compile(r"\w+")
_LEAST = 3  # words of a clause that may be a point


def parts_of(text: str) -> list[str]:
    """Give the sentences of a text where there are several, and its longer clauses."""
    sentences = [text[start:end] for start, end in split(text)]
    found = sentences if len(sentences) > 1 else []
    for sentence in sentences:
        clauses = _clauses(sentence)
        if len(clauses) > 1:
            found += clauses
        found += _apart(sentence)
    return list(dict.fromkeys(found))


def _apart(sentence: str) -> list[str]:
    """Give a sentence with one of two words that are joined by "and", and with the other."""
    found = []
    for match in _BOTH.finditer(sentence):
        before, behind = sentence[: match.start()], sentence[match.end() :]
        if len(_WORD.findall(before + behind)) >= _LEAST:
            found += [f"{before}{match[1]}{behind}", f"{before}{match[2]}{behind}"]
    return found


def _clauses(sentence: str) -> list[str]:
    """Give the clauses, what is too short to be one put to its neighbour."""
    found: list[str] = []
    at = 0
    for match in _CLAUSE.finditer(sentence):
        if len(_WORD.findall(sentence[at : match.start()])) >= _LEAST:
            found.append(sentence[at : match.start()])
            at = match.end()
    rest = sentence[at:]
    if found and len(_WORD.findall(rest)) < _LEAST:
        return [*found[:-1], f"{found[-1]} {rest}"]
    return [*found, rest]
