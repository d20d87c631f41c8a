"""Where a text does not vouch for what it says: in come sentences, out come its hedges.

A hedge inside quote marks is the speaker's, not the outlet's, and is left out.
It is its own file so that the words that weaken an answer can be read in one place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from onix.model import Document, Hedge, Span
from onix.reading.quotemarks import Piece, find_pieces, paragraphs
from onix.reading.words import sections

_FORMS = {
    "BE": r"(?:is|are|was|were|be|been|being|’s|'s|’re|'re)",
    "HAVE": r"(?:has|have|had|having|’ve|'ve)",
}
_PERFECT_MODALS = frozenset({"may have", "might have", "could have"})
_CLAUSE_BREAK = re.compile(
    r"[;:—]|--|,\s+(?=(?:but|and|while|although|though|who|which|according|he|she|they|it)\b)"
    r"|\s(?=(?:but|although|though|while)\s)"
)


@cache
def _pattern() -> re.Pattern[str]:
    lists = sections("hedges")
    words = "|".join(map(re.escape, (*lists["adverbs"], *lists["adjectives"])))
    phrases = sorted(lists["phrases"], key=len, reverse=True)
    parts = []
    for phrase in phrases:
        adverb = r"(?:\w+ly\s+|also\s+|not\s+)?"
        body = r"\s+".join(_FORMS.get(word, re.escape(word)) for word in phrase.split())
        if phrase.startswith("BE "):
            body = body.replace(_FORMS["BE"] + r"\s+", _FORMS["BE"] + r"\s+" + adverb, 1)
        if phrase in _PERFECT_MODALS:
            body += (
                r"(?=\s+(?:\w+ly\s+|been\s+)?(?:\w+ed|\w+en|been|had|made|done|said|got|won|lost|"
            )
            body += r"told|met|left|sent|kept|held|paid|led|seen|come|become|begun|put|let|cut)\b)"
        parts.append(body)
    verbs = "|".join(lists["verbs"])
    return re.compile(
        rf"(?<![\w’'-])(?:{words}|{'|'.join(parts)}|(?:{verbs})(?!\s+responsibility)(?=\s+\S))"
        r"(?![\w-])",
        re.IGNORECASE,
    )


# One pass that finds any word a hedge can hold, so that most sentences are never looked at twice.
@cache
def _prefilter() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:reported|alleg|purport|suppos|apparent|seem|ostens|presum|rumo|evident|possibl|"
        r"probabl|unconfirm|unverif|unsubst|so-called|believed|thought|said to|understood|suspect|"
        r"accused|unclear|not (?:immediately )?clear|verified|confirmed|appear|looks? like|"
        r"looked like|claim|(?:may|might|could) have|without (?:providing )?evidence)",
        re.IGNORECASE,
    )


def find_hedges(document: Document, sentences: Sequence[Span]) -> tuple[Hedge, ...]:
    """Give the hedges of a document, each with the clause it covers, in the order of the text.

    "may", "might" and "could" count only before a perfect ("may have left"): elsewhere they speak of
    what is possible, not of what is known. Transcripts have none: every word in them is a speaker's.
    """
    text = document.text
    if document.turns or _prefilter().search(text) is None:
        return ()
    pieces = find_pieces(text, paragraphs(text))
    outer_starts = [piece.outer_start for piece in pieces]
    found: list[Hedge] = []
    for sentence in sentences:
        for near in _prefilter().finditer(text, sentence.start, sentence.end):
            begin = max(sentence.start, near.start() - 24)
            for match in _pattern().finditer(text, begin, sentence.end):
                if match.end() <= near.start():
                    continue
                if match.start() > near.end():
                    break
                if found and match.start() < found[-1].span.end:
                    break
                if not _inside(pieces, outer_starts, match.start()):
                    covers = _clause(document, sentence, match.start(), match.end())
                    found.append(Hedge(document.span(*match.span()), covers))
                break
    return tuple(found)


def _inside(pieces: Sequence[Piece], starts: Sequence[int], position: int) -> bool:
    number = bisect_right(starts, position) - 1
    return number >= 0 and position < pieces[number].outer_end


def _clause(document: Document, sentence: Span, start: int, end: int) -> Span:
    """Give the clause around a hedge: the sentence, cut at what parts clauses."""
    first, last = sentence.start, sentence.end
    for gap in _CLAUSE_BREAK.finditer(document.text, sentence.start, sentence.end):
        if gap.end() <= start:
            first = gap.end()
        elif gap.start() >= end:
            last = gap.start()
            break
    piece = document.text[first:last]
    first += len(piece) - len(piece.lstrip())
    last = first + len(document.text[first:last].rstrip(" \t\r\n.!?"))
    return document.span(first, max(last, end))
