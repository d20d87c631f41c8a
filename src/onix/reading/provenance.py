"""What statements go back to: in come sentences and names, out come their provenances.

Own reporting, another outlet, a document, a named or an unnamed source: the words that say so.
It is its own file because a reader weighs a statement by this, whoever is quoted in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from onix.model import Document, Mention, Provenance, ProvenanceKind, Span
from onix.reading.phrases import Region, Sentence
from onix.reading.quotemarks import find_stems, mask_quotations
from onix.reading.speakers import is_document, is_outlet, is_unnamed, short_name
from onix.reading.words import sections

# Without their first letter, which may be a capital: what the readings below begin at.
_STEMS = (
    *(
        "ccording to",
        "old ",
        "ells ",
        "nterview with",
        "iting ",
        "eported",
        "eports",
        "ublished by",
    ),
    *(
        "btained by",
        "een by",
        "eviewed by",
        "isclosed",
        "evealed",
        "aid",
        "ays",
        "rote",
        "how",
        "hows",
    ),
    *("howed", "tate", "ound", "uggest", "ndicate", "nonym", "amiliar with", "riefed on"),
    *("nowledge of", "o be named", "o be identified", "uthorized to", "uthorised to"),
    *("his newspaper", "onfirmed", "arned", "elieve", "llege", "ited by"),
)
_WORD_START = re.compile(r"[^\W\d_][\w’'-]*")
_VERBS = re.compile(
    r"(?:said|says?|reported|reports|wrote|revealed|disclosed|confirmed|warned|found|believe[ds]?|told|"
    r"tells|shows?|showed|states?|stated|suggests?|suggested|indicates?|indicated|alleges?|alleged)\b"
)
_REPORTING = re.compile(
    r"(?:said|says|reported|reports|wrote|revealed|disclosed|found|confirmed)\b"
)
_ACCORDING = re.compile(
    r"according\s+to\s+(?:a\s+report\s+(?:in|by|from)\s+(?=(?:the\s+)?[A-Z]))?"
    r"(?P<name>[^,;:()—–\"“”\n\x01]{2,120}?)"
    r"(?=[,;:()—–\"“”\n\x01]|\.?\s*$|\.\s|\s+(?:that|which|who|and|but|as|on|in)\s)",
    re.IGNORECASE,
)
_ANONYMOUS = re.compile(
    r"(?:(?:(?:[a-z]+\s+)?(?:people|persons?|sources?|officials?|those)\s+)"
    r"(?:who\s+(?:were|was|is|are)\s+)?"
    r"(?:familiar\s+with|briefed\s+on|close\s+to|with\s+(?:direct\s+)?knowledge\s+of)"
    r"(?:\s+(?:the|his|her|their|its)\s+[\w’'-]+)?"
    r"|(?:on\s+)?(?:the\s+)?condition\s+of\s+anonymity|spoke\s+anonymously"
    r"|(?:ask|declin|request)(?:ed|ing)\s+not\s+to\s+be\s+(?:named|identified)"
    r"|not\s+authori[sz]ed\s+to\s+(?:speak|comment|discuss|talk))\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:told\s+(?:us|this\s+(?:newspaper|reporter|website|magazine))"
    r"|(?:seen|obtained|reviewed)\s+by\s+(?:us|this\s+(?:newspaper|website|magazine))"
    r"|this\s+(?:newspaper|website|magazine)\s+has\s+(?:learned|seen|obtained))\b",
    re.IGNORECASE,
)
# A verb before a document is none of its name: "criticized the record".
_PAST = re.compile(r"[a-z]+ed\s")
_DAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|Mar|Apr|Aug|Sep|Oct|Nov|Dec"
_LOOK_BACK = 110
_LOOK_AHEAD = 200


@cache
def _to_outlet() -> re.Pattern[str]:
    names = sorted(sections("outlets")["outlets"], key=len, reverse=True)
    return re.compile(
        r"(?:(?:first\s+)?(?:reported|published|disclosed|revealed|obtained|seen|reviewed|cited)\s+by"
        r"|told|tells|interview\s+with|citing)\s+"
        rf"(?P<name>(?:[Tt]he\s+)?(?:{'|'.join(map(re.escape, names))}))(?![\w-])"
        rf"(?!\s+(?!{_DAYS})(?:[A-Z]|poll|survey|executive|spokes|host|anchor))"
    )


def find_provenance(
    document: Document, sentences: Sequence[Span], mentions: Sequence[Mention]
) -> tuple[Provenance, ...]:
    """Give what the statements of a document go back to, in the order of the text.

    The span is the words that say so; the name is None where they name nobody. A document's own
    outlet ("told The Gazette", in The Gazette) is own reporting. What stands in quote marks is the
    speaker's, and a transcript has none.
    """
    if document.turns:
        return ()
    masked = mask_quotations(document.text)
    reading = _Reading(document, masked, mentions)
    starts = [sentence.start for sentence in sentences]
    found: list[Provenance] = []
    for position in find_stems(masked, _STEMS):
        number = bisect_right(starts, position) - 1
        if number < 0 or position >= sentences[number].end:
            continue
        sentence = sentences[number]
        for kind, name, (start, end) in reading.at(position - 1, sentence.start, sentence.end):
            if all(end <= each.span.start or each.span.end <= start for each in found[-3:]):
                found.append(Provenance(kind, name, document.span(start, end)))
    return tuple(sorted(found, key=lambda each: each.span.start))


class _Reading:
    """One document, asked at the places where a word may say what a statement goes back to."""

    def __init__(self, document: Document, masked: str, mentions: Sequence[Mention]) -> None:
        self._outlet = document.outlet
        self._masked = masked
        self._people = _named(mentions, "person")
        self._organisations = _named(mentions, "organisation")

    def at(
        self, position: int, start: int, end: int
    ) -> Iterator[tuple[ProvenanceKind, str | None, Region]]:
        """Give the provenance that the word at `position` of a sentence tells of, if it does."""
        masked = self._masked
        reach = min(end, position + _LOOK_AHEAD)
        if position < start or (position > start and masked[position - 1].isalnum()):
            return
        if own := _OWN.match(masked, position, reach):
            yield "own", None, own.span()
        elif outlet := _to_outlet().match(masked, position, reach):
            yield (*self._outlet_named(outlet.group("name")), outlet.span())
        elif according := _ACCORDING.match(masked, position, reach):
            found = self._according(according)
            if found is not None:
                yield found
        elif _VERBS.match(masked, position, reach):
            yield from self._subject_of(position, start)
        else:
            for match in _ANONYMOUS.finditer(masked, max(start, position - 40), reach):
                if match.start() <= position < match.end():
                    yield "unnamed", None, match.span()

    def _outlet_named(self, words: str) -> tuple[ProvenanceKind, str]:
        name = _without_article(words)
        own = self._outlet is not None and name.lower() == _without_article(self._outlet).lower()
        return ("own" if own else "outlet"), name

    def _according(self, match: re.Match[str]) -> tuple[ProvenanceKind, str | None, Region] | None:
        words = match.group("name")
        if is_outlet(words):
            return (*self._outlet_named(words), match.span())
        if is_document(words):
            return "document", short_name(words), match.span()
        name = _only(self._people, match.span("name"))
        if name is None and not is_unnamed(words):
            name = _only(self._organisations, match.span("name"))
            return ("named", name, match.span()) if name else None
        return ("named" if name else "unnamed"), name, match.span()

    def _subject_of(
        self, position: int, start: int
    ) -> Iterator[tuple[ProvenanceKind, str | None, Region]]:
        words = Sentence(self._masked, max(start, position - _LOOK_BACK), position)
        before, _, passive = words.verb_group(len(words))
        noun = None if passive or before < 0 else words.subject(before)
        if noun is None:
            return
        region = words.offsets(noun)
        text = self._masked[slice(*region)]
        if is_outlet(text):
            if _REPORTING.match(self._masked, position):
                yield (*self._outlet_named(text), region)
        elif _only(self._people, region) is not None or _PAST.match(text):
            return
        elif is_document(text):
            yield "document", short_name(text), region
        elif is_unnamed(text):
            yield "unnamed", None, region


def _named(mentions: Sequence[Mention], kind: str) -> list[tuple[int, int, str]]:
    return sorted(
        (mention.span.start, mention.span.end, mention.name)
        for mention in mentions
        if mention.kind == kind and mention.name is not None
    )


def _only(names: Sequence[tuple[int, int, str]], region: Region) -> str | None:
    """Give the one name inside a stretch of the text."""
    first = bisect_left(names, (region[0], 0, ""))
    inside = {name for start, end, name in names[first : first + 8] if end <= region[1]}
    return inside.pop() if len(inside) == 1 else None


def _without_article(name: str) -> str:
    return name.strip().removeprefix("The ").removeprefix("the ")
