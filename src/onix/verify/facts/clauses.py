"""The clauses of a sentence: cut where commas and the like stand, and whether they have a verb.

It is its own file because it needs no marks: a sentence and where its words begin in, clauses out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onix.model import Document, Span
from onix.reading.grammar.function_words import AUXILIARIES, PAST, PREPOSITIONS

TELLING = 2  # content words of a clause that says anything
_SUBJECTS = frozenset(
    {"he", "she", "it", "they", "we", "i", "this", "that", "these", "those", "the", "a", "an"}
    | {"his", "her", "its", "their", "our", "no", "all", "both", "some", "many", "most"}
)
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_BREAK = re.compile(
    r"[,;:]\s+(?:(?:and|but|although|though|while|which|who)\s+)?|\s[–—-]+\s"
    r"|\s(?:but|while|although|though)\s"
)
_DASH = re.compile(r"\s[–—-]+\s")


def clauses_in(document: Document, sentence: Span, words: Sequence[int]) -> Iterator[Span]:
    """Give what stands between commas and the like in a sentence, where it says anything.

    Args:
        words: Where the content words of the sentence begin.
    """
    start = 0
    ends = [each.span() for each in _BREAK.finditer(sentence.text)]
    if len(_DASH.findall(sentence.text)) > 1:  # what stands between two parts no clause in two
        ends = [each for each in ends if not _DASH.match(sentence.text, each[0])]
    for end, behind in (*ends, (len(sentence.text), len(sentence.text))):
        first, last = sentence.start + start, sentence.start + end
        if sum(first <= word < last for word in words) >= TELLING:
            yield document.span(first, last)
        start = behind


def is_told(clause: Span) -> bool:
    """Does a clause have a verb, so that it says something: not "the old mill", "under the bridge"?

    What may be one counts, but behind a preposition, where it is a noun: "of the two boats".
    """
    if has_verb(clause):
        return True
    words = [each for each in _WORD.findall(clause.text) if each[:1].islower()]
    is_phrase = clause.text.split(maxsplit=1)[0].lower() in PREPOSITIONS
    return not is_phrase and any(each.endswith("s") and each not in PREPOSITIONS for each in words)


def has_verb(clause: Span) -> bool:
    """Has a clause a word that is surely a verb's: "was", "took", "robbed"?"""
    words = (each for each in _WORD.findall(clause.text) if each[:1].islower())
    return any(each in AUXILIARIES | PAST or each.endswith("ed") for each in words)


def opens_with_subject(clause: Span) -> bool:
    """Does a clause open with a name, a noun or a pronoun: not "ended the contract"?"""
    first = clause.text.split(maxsplit=1)[0]
    return first[:1].isupper() or first in _SUBJECTS
