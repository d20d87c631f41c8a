"""What statements go back to: in come sentences and names, out come their provenances.

Own reporting, another outlet, a document, a named or an unnamed source: the words that say so.
It is its own file because a reader weighs a statement by this, whoever is quoted in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from onix.model import Document, Mention, Provenance, ProvenanceKind, Span
from onix.reading.speakers import is_document, is_outlet
from onix.reading.words import sections

# A sentence without one of these is not looked at again.
_ANCHOR = re.compile(
    r"\b(?:according\s+to|report(?:s|ed)|citing|cited|told|tells|interview|familiar\s+with|briefed\s+on|"
    r"knowledge\s+of|close\s+to|anonymity|anonymously|to\s+be\s+(?:named|identified)|authori[sz]ed\s+to|"
    r"sa(?:id|ys?)|wrote|obtained\s+by|seen\s+by|reviewed\s+by|shows?|showed|states?|stated|reveal(?:s|ed)|"
    r"suggest(?:s|ed)?|indicate[sd]?|found|finds|first\s+published|has\s+learned)\b",
    re.IGNORECASE,
)
_SAID = r"(?:said|says?|told|tells?|reported|confirmed|added|described|warned|claimed|believe[ds]?)"
_SHOWS = (
    r"(?:shows?|showed|says?|said|states?|stated|reads?|suggests?|suggested|indicates?|indicated|"
    r"reveals?|revealed|finds?|found|alleges?|alleged)"
)
_OWN = (
    r"told\s+(?:us|this\s+(?:newspaper|reporter|website|magazine))|(?:seen|obtained|reviewed)\s+by\s+"
    r"(?:us|this\s+(?:newspaper|website|magazine))|this\s+(?:newspaper|website|magazine)\s+has\s+learned"
)
_UNNAMED = (
    r"(?:(?:[a-z]+\s+)?(?:people|persons?|sources?|officials?|those)\s+)?(?:who\s+(?:were|was|is|are)\s+)?"
    r"(?:(?:familiar|close)\s+(?:with|to)|briefed\s+on|with\s+(?:direct\s+)?knowledge\s+of)"
    r"\s+(?:the|his|her|their|its)\s+[\w’'-]+"
    r"|(?:on\s+)?(?:the\s+)?condition\s+of\s+anonymity|spoke\s+anonymously"
    r"|(?:ask|declin|request)(?:ed|ing)\s+not\s+to\s+be\s+(?:named|identified)"
    r"|not\s+authori[sz]ed\s+to\s+(?:speak|comment|discuss|talk)"
)


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    """One pattern for all; the group that matched says which kind it is and holds the name."""
    outlet = rf"(?:[Tt]he\s+)?(?:{_any(sections('outlets')['outlets'])})(?![\w-])"
    person = _any(sections("people")["sources"])
    paper = _any(sections("documents")["nouns"])
    count = r"(?:one|two|three|four|five|six|several|some|many|multiple|senior|another|a|an)"
    adverb = r"(?:\s+(?:first|also|later|has|had|have|earlier))?"
    return re.compile(
        rf"(?P<own>\b(?i:{_OWN}))"
        rf"|(?i:(?:first\s+)?\b(?:reported|published|disclosed|revealed|obtained|seen|reviewed)\s+by|"
        rf"\btold|\binterview\s+with|\bciting|\baccording\s+to(?:\s+a\s+report\s+(?:in|by|from))?)"
        rf"\s+(?P<outlet>{outlet})(?!\s+(?:reporter|correspondent|poll|survey|executive|spokes))"
        rf"|(?<![\w’'])(?P<reporting>{outlet}){adverb}\s+(?:reports?|reported|said|says|wrote|revealed|"
        rf"disclosed|cited|quoted|noted|found)\b"
        rf"|(?P<anonymous>\b(?i:{_UNNAMED}))"
        rf"|(?P<unnamed>\b(?i:{count})\s+(?:[a-zA-Z’'.-]+\s+){{0,3}}?(?:{person}))\s+"
        rf"(?:(?!{_SAID})[\w’']+\s+){{0,2}}?{_SAID}\b"
        rf"|(?P<paper>\b(?i:the|a|an|court|police|public|internal|leaked)\s+(?:[\w’'.-]+\s+){{0,3}}?"
        rf"(?:{paper}))(?:\s+(?:released|published|obtained|issued|filed)\s+[\w’' ]{{1,40}}?)?\s+{_SHOWS}\b"
        r"|\b(?i:according\s+to)\s+(?P<whoever>[^,;:()—–\"“”\n]{2,120}?)"
        r"(?=[,;:()—–\"“”\n]|\.?\s*$|\s+(?:that|which|who|and|but|as)\b)"
    )


def find_provenance(
    document: Document, sentences: Sequence[Span], mentions: Sequence[Mention]
) -> tuple[Provenance, ...]:
    """Give what the statements of a document go back to, in the order of the text.

    The span is the words that say so; the name is None where they name nobody.
    A document's own outlet ("told The Gazette", in The Gazette) is own reporting.
    """
    if document.turns:
        return ()
    text = document.text
    found: list[Provenance] = []
    mentions = sorted(mentions, key=lambda mention: mention.span.start)
    starts = [mention.span.start for mention in mentions]
    anchors = [match.start() for match in _ANCHOR.finditer(text)]
    for sentence in sentences:
        number = bisect_left(anchors, sentence.start)
        if number == len(anchors) or anchors[number] >= sentence.end:
            continue
        for match in _pattern().finditer(text, sentence.start, sentence.end):
            first = bisect_left(starts, match.start())
            inside = mentions[first : bisect_right(starts, match.end() - 1)]
            found.append(_read(document, match, inside))
    return tuple(found)


def _read(document: Document, match: re.Match[str], mentions: Sequence[Mention]) -> Provenance:
    group = match.lastgroup or "whoever"
    words = match.group(group)
    start, end = match.span(group)
    kind: ProvenanceKind
    name: str | None = None
    if group in ("own", "anonymous"):
        kind = "own" if group == "own" else "unnamed"
    elif group in ("outlet", "reporting") or is_outlet(words):
        kind, name = "outlet", words.strip().removeprefix("the ").removeprefix("The ")
        if document.outlet and is_same_outlet(name, document.outlet):
            kind = "own"
        start = match.start()
    elif group == "paper" or is_document(words):
        kind, name = "document", words
    else:
        names = [m.name for m in mentions if m.kind != "place" and start <= m.span.start < end]
        people = [
            m.name
            for m in mentions
            if m.kind == "person" and m.name and start <= m.span.start and m.span.end <= end
        ]
        del names
        name = people[0] if group == "whoever" and len(set(people)) == 1 else None
        kind = "named" if name else "unnamed"
    return Provenance(kind, name, document.span(start, max(end, start)))


def is_same_outlet(one: str, other: str) -> bool:
    """Do two names stand for the same outlet, "The" and case left aside?"""
    return one.lower().removeprefix("the ") == other.lower().removeprefix("the ")
