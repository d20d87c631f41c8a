"""Outlets that somebody speaks for or in: in come narration and quotes, out come their outlets.

"…, said Ann Lee in The Guardian", "the Chronicle’s Amy Tran noted", "he said on “Morning Talk”".
It is its own file because here the outlet stands around a source that is named, and neither tells
nor is told anything itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onix.model import Quote
from onix.reading.grammar.function_words import cue_classes
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.origins import CAPITAL, outlet_pattern
from onix.reading.provenance.narration import Found, Narration
from onix.reading.quotes.works import is_capitalised

_LOOK_BACK = 60  # characters
_LOOK_AHEAD = 90
_OWNER = r"[’']s?(?![\w’'])"
_POSSESSIVE = re.compile(r"s?[’']s?\s")
_SHORT_TITLE = 6  # words of a programme's name
_MARKS = " ,.“”\"'’‘"
# What leads from a verb of saying to a programme in quote marks.
_ON_AIR = re.compile(
    r"\b(?:told|tells|(?:told\s+[^,.;:\x01]{1,30}|said|says|speaking|spoke)\s+on|interview\s+(?:on|with)"
    r"|speaking\s+(?:to|with)|spoke\s+(?:to|with)|appearance\s+on)"
    rf"\s+(?:the\s+)?(?:(?:{CAPITAL}\s+){{0,2}}{CAPITAL}{_OWNER}\s+)?$"
)
_LEADS = (" on ", " told ", " tells ", " with ", " to ", " the ", "’s ", "'s ", "s’ ", "s' ")
_MARKED = re.compile(r"\x01+")


@cache
def _behind_name() -> re.Pattern[str]:
    described = r"(?:,\s+[^,.;:\x01]{1,50},)?"
    return re.compile(
        rf"{described},?\s+(?:writing\s+)?(?:in|on|for|at|of)\s+(?P<outlet>{outlet_pattern()})"
        rf"(?!{_OWNER})(?!\s+(?:poll|survey|interview|building|offices?|report)\b)"
        rf"|,\s+(?P<owner>{outlet_pattern()}){_OWNER}\s+[a-z]"
    )


@cache
def _within() -> re.Pattern[str]:
    return re.compile(rf"\s(?:in|at|of|for)\s+(?P<outlet>{outlet_pattern()})$")


@cache
def _owner_at() -> re.Pattern[str]:
    return re.compile(rf"(?P<outlet>{outlet_pattern()}){_OWNER}\s")


@cache
def _owner_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<outlet>{outlet_pattern()}){_OWNER}(?:\s+[a-z-]+){{1,4}},?\s+$")


def find_bylines(narration: Narration, quotes: Sequence[Quote]) -> Iterator[Found]:
    """Give the outlets in which somebody says something, or whose reporter does."""
    for quote in quotes:
        if not (quote.source and quote.cue) or "say" not in cue_classes().get(_cue(quote), ()):
            continue
        start, end = quote.source[0].start, quote.source[0].end
        behind = max(end, quote.cue[0].end)
        number = narration.number_at(start)
        if number is None:
            continue
        sentence = narration.sentences[number]
        region = _owner(narration, (start, end), sentence.start)
        follows = quote.content[0].start < start
        if region is None and follows and behind == end:
            found = _behind_name().match(
                narration.masked, end, min(sentence.end, end + _LOOK_AHEAD)
            )
            region = found.span(found.lastgroup or 0) if found else None
        if region is not None:
            own = narration.origins.kind(narration.masked[slice(*region)], named=False) == "own"
            yield narration.found("own" if own else "outlet", region)


def find_programmes(narration: Narration, text: str) -> Iterator[Found]:
    """Give the programmes in quote marks on which something is said: told “Morning Talk”.

    Args:
        text: The document's, with what stands in quote marks.
    """
    for marked in _MARKED.finditer(narration.masked):
        start, end = marked.span()
        lead = narration.masked[max(0, start - _LOOK_BACK) : start]
        if not lead.endswith(_LEADS) or not _ON_AIR.search(lead):
            continue
        words = text[start:end].strip(_MARKS)
        if words and is_capitalised(words) and len(words.split()) < _SHORT_TITLE:
            yield "outlet", words, (start, end)


def _owner(narration: Narration, source: Region, opens: int) -> Region | None:
    """Give the outlet whose people speak: "the Echo’s Amy Tran", "the BBC’s editor, Jo Roe"."""
    masked, (start, end) = narration.masked, source
    named = masked[start].isupper() and not masked.startswith(("A ", "An ", "The ", "One "), start)
    first = max(opens, start - _LOOK_BACK)
    at = None
    if _POSSESSIVE.search(masked, first, end):  # the patterns of all outlets are slow
        at = _owner_at().match(masked, start) or _owner_before().search(masked, first, start)
    if at is None and named and " " in masked[start:end]:
        at = _within().search(masked, start, end)
    return at.span("outlet") if at else None


def _cue(quote: Quote) -> str:
    return quote.cue[0].text.lower()
