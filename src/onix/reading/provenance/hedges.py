"""Where a text does not vouch for what it says: in come sentences and quotes, out come hedges.

A hedge inside quote marks is the speaker's, not the outlet's, and is left out.
It is its own file so that the words that weaken an answer can be read in one place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from onix.model import Document, Hedge, Quote, Span
from onix.reading.grammar.quotemarks import find_stems, mask_quotations
from onix.reading.words import one_of, sections, verb_forms

_FORMS = {
    "BE": r"(?:is|are|was|were|be|been|being|’s|'s|’re|'re)",
    "HAVE": r"(?:has|have|had|having|’ve|'ve)",
}
# "may have left" speaks of what is not known; "may leave" of what is possible.
_PERFECT_MODALS = frozenset({"may have"})
_PARTICIPLE = (
    r"(?=\s+(?:\w+ly\s+|already\s+|also\s+)?(?:\w+ed|\w+en|had|made|done|said|got|won|lost|told|met|"
    r"left|sent|kept|held|paid|led|come|become|begun|put|let|cut|gone|found|brought|thought|sold)\b)"
)
_NOT_SO = re.compile(r"(?:\bnot|\bnever|n[’']t)\s+(?:been\s+)?$")
# "claimed a seat" and "claimed responsibility" are no reports, and read with less confidence.
_WEAK = 0.6
_TAKEN = frozenset({"a", "an", "victory", "responsibility", "credit", "some"})
_FEW = 3  # words: "claimed 140 lives"
# "where, she |claimed|, some 400 votes came late", "since Corvane |claims| they are its own"
_ASIDE = re.compile(
    r",\s+(?:(?!and\s|but\s|which\s|who\s)[\w.’'-]+\s+){1,5}?"
    r"(?P<verb>claimed|insist(?:s|ed)?|alleges|(?:(?<=he\s)|(?<=it\s))(?:claims|suspects))"
    r"(?=\s*(?:[,.;]|$))"
    r"|\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|who|which|[A-Z][\w’'-]+|(?!his|its|this)[a-z]+s)\s+"
    r"(?P<said>claim(?:s|ed)?|insist(?:s|ed)?|alleges|suspects?|suspected)\s+(?:that\s+)?"
    r"(?:he|she|it|they|there|the|his|her|their|an?)\s(?:[\w’'-]+\s+){0,4}?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|did|does)\b"
)
_CLAUSE_BREAK = re.compile(
    r"[;:—]|--|,\s+(?=(?:but|and|while|although|though|who|which|according|he|she|they|it)\b)"
    r"|\s(?=(?:but|although|though|while)\s)"
)
_LONGEST_CLAUSE = 600


@cache
def _pattern() -> re.Pattern[str]:
    lists = sections("hedges")
    words = one_of((*lists["adverbs"], *lists["adjectives"]))
    phrases = "|".join(map(_phrase, sorted(lists["phrases"], key=len, reverse=True)))
    norms = "|".join(sections("documents")["norms"])
    return re.compile(
        rf"(?:(?<![\w-])|(?<=\w)(?=[’']))(?:{words}(?!(?<=supposed)\s+to\b)|{phrases})(?![\w-])"
        rf"(?!(?<=ccording\sto)\s+(?:\w+\s+)?(?:{norms})\b)",
        re.IGNORECASE,
    )


def _phrase(entry: str) -> str:
    """Give the pattern of a phrase; an adverb may stand behind its "be"."""
    words = [_FORMS.get(word, re.escape(word)) for word in entry.split()]
    pattern = r"\s+".join(words)
    for form in ("BE", "HAVE"):
        pattern = pattern.replace(_FORMS[form], _FORMS[form] + r"(?:\s+(?:\w+ly|also|not))?", 1)
    if entry.startswith("it BE ") and not entry.endswith(" that"):
        return pattern + r"(?!\s+to\b)"  # "it |is said to| be old"
    return pattern + (_PARTICIPLE if entry in _PERFECT_MODALS else "")


def find_hedges(
    document: Document, sentences: Sequence[Span], quotes: Sequence[Quote]
) -> tuple[Hedge, ...]:
    """Give the hedges of a document, each with the clause it covers, in the order of the text.

    Stages: (1) hide what stands in quote marks; (2) find the sentences that hold a hedging stem;
    (3) read those; (4) add the cues of quotes that keep their distance ("he claimed"). A transcript
    has none: every word in it is a speaker's.
    """
    if document.turns:
        return ()
    masked = mask_quotations(document.text)
    starts = [sentence.start for sentence in sentences]
    found: list[Hedge] = []
    last = -1
    for position in find_stems(masked, sections("hedges")["stems"]):
        number = bisect_right(starts, position) - 1
        if number > last:
            last = number
            found += _in_sentence(document, masked, sentences[number])
    taken = {place for each in found for place in (each.span.start, each.span.end)}
    for cue in _distant(document.text, quotes):
        number = bisect_right(starts, cue.start) - 1
        if number >= 0 and taken.isdisjoint((cue.start, cue.end)):
            taken.add(cue.start)
            covers = _clause(document, masked, sentences[number], cue.start, cue.end)
            found.append(Hedge(cue, covers))
    return tuple(sorted(found, key=lambda each: each.span.start))


def _distant(text: str, quotes: Sequence[Quote]) -> Iterator[Span]:
    """Give the cues by which a text leaves a statement to its source."""
    verbs = verb_forms("hedges", "verbs")
    for quote in quotes:
        if not quote.cue or quote.cue[0].text.lower() not in verbs:
            continue
        cue, content = quote.cue[0], quote.content[0]
        clause = content.start < cue.start or len(content.text.split()) > _FEW
        taken = content.text.split()[0].lower() in _TAKEN
        if text.startswith(" on ", cue.end) and cue.text.lower().startswith("insist"):
            continue  # "insisted on a vote"
        sure = quote.confidence > _WEAK and clause and not taken
        if sure or quote.marked or content.text.startswith(("that ", "to ")):
            yield cue


def _in_sentence(document: Document, masked: str, sentence: Span) -> Iterator[Hedge]:
    for aside in _ASIDE.finditer(masked, sentence.start, sentence.end):
        place = aside.span(aside.lastgroup or 0)
        yield Hedge(document.span(*place), _clause(document, masked, sentence, *place))
    for match in _pattern().finditer(masked, sentence.start, sentence.end):
        if _NOT_SO.search(masked, max(sentence.start, match.start() - 12), match.start()):
            continue
        covers = _clause(document, masked, sentence, *match.span())
        yield Hedge(document.span(*match.span()), covers)


def _clause(document: Document, masked: str, sentence: Span, start: int, end: int) -> Span:
    """Give the clause around a hedge: the sentence, cut at what parts clauses."""
    first = max(sentence.start, start - _LONGEST_CLAUSE)
    last = min(sentence.end, end + _LONGEST_CLAUSE)
    for gap in _CLAUSE_BREAK.finditer(masked, first, last):
        if gap.end() <= start:
            first = gap.end()
        elif gap.start() >= end:
            last = gap.start()
            break
    clause = document.text[first:last]
    first += len(clause) - len(clause.lstrip())
    last = first + len(document.text[first:last].rstrip(" \t\r\n.!?"))
    return document.span(first, max(last, end))
