"""Outlets that statements go back to: in comes narration, out come outlets and own reporting.

"told Radio Kestrel", "first reported by the Ledger", "seen by this newspaper": a verb of telling,
reporting or seeing leads to an outlet or has one as its subject. It is its own file because these
stand in any sentence, whether somebody is quoted in it or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from onix.model import ProvenanceKind, Span
from onix.reading.narration import Found, Narration
from onix.reading.origins import CAPITAL, DAYS, OWN, is_document, is_own, outlet_pattern, own_names
from onix.reading.words import sections

_LISTS = sections("outlets")
_STEMS = ("y ", *_LISTS["stems_before"], *_LISTS["stems_after"], *_LISTS["stems_own"])
_LEAD = re.compile(
    r"(?:told|telling|tells?"
    r"|(?:interview(?:s|ed)?|commenting|comments?|remarks|statements?|reply|e-?mails?|messages?"
    r"|notes?|letters?)\s+(?:(?:made|given|broadcast|published)\s+)?(?:with|to|on|by|for|in)"
    r"|(?:spoke|speaking|talked|talking)\s+(?:exclusively\s+)?(?:to|with|on)"
    r"|citing|reports?\s+(?:in|by|from)"
    r"|(?:said|says|wrote|writes|published)\s+(?:in|on)"
    r"|(?:writing|op-ed|column|essay|article|obituary|editorial|story)\s+(?:in|for))\s+",
    re.IGNORECASE,
)
_OWN_WORDS = re.compile(
    rf"{OWN}(?![\w-])|we\s+(?:hear|understand|reached|asked|met|spoke|talked)\b", re.IGNORECASE
)
_BY = re.compile(r"by\s+")
_SEEN = frozenset(_LISTS["seen"])
_DONE = re.compile(
    rf"\b(?P<verb>{'|'.join((*_LISTS['seen'], *_LISTS['done']))})\s+"
    r"(?:(?:on|last)\s+\w+\s+|first\s+|earlier\s+|\w+ly\s+)?$",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"(?:reported|reports|published|broadcast|revealed|disclosed|quoted|cited|aired)\b"
    r"|broke\s+(?:the\s+)?(?:story|news|scoop)\b|learned\s+that\b|first\s+to\s+report\b"
)
# What documents do, where attribution sees no statement.
_FINDING = re.compile(
    r"(?:found\s+that|show(?=\s+that)|shows|showed|states|stated|describes|described|notes|calls|urges|warns)\b"
)
# Behind these, the outlet's name is only a part of what somebody or something is called.
_OTHERS = r"poll|survey|executive|spokes\w+|host|anchor|correspondent|reporter|editor"
_AFTER = "".join(rf"(?<=\b{word}\s)|" for word in ("after", "when", "while", "that", "but", "and"))
_LOOK_BACK = 40
_LOOK_AHEAD = 120


@lru_cache(1 << 6)
def _behind_lead(outlet: str | None) -> re.Pattern[str]:
    own = "".join(rf"(?:[Tt]he\s+)?{re.escape(name)}|" for name in own_names(outlet) if name)
    return re.compile(
        rf"(?:us|me|{own}{OWN}(?:\s+{CAPITAL}){{0,2}}|{outlet_pattern()})"
        rf"(?![\w-])(?![’']s\s)(?!\s+(?!{DAYS}){CAPITAL})(?!\s+(?:{_OTHERS})\b)"
    )


@cache
def _behind_conjunction() -> re.Pattern[str]:
    return re.compile(rf"(?:{_AFTER.removesuffix('|')}){outlet_pattern()}$")


def find_outlets(narration: Narration) -> Iterator[Found]:
    """Give the outlets that are told something, have reported it, or have seen it."""
    masked = narration.masked
    for position, sentence in narration.places(_STEMS):
        reach = min(sentence.end, position + _LOOK_AHEAD)
        if _REPORTING.match(masked, position, reach):
            yield from _subject(narration, position, sentence, ("outlet", "own"))
        elif _FINDING.match(masked, position, reach):
            yield from _subject(narration, position, sentence, ("document",))
        if by := _BY.match(masked, position, reach):
            done = _DONE.search(masked, max(sentence.start, position - _LOOK_BACK), position)
            outlet = _outlet_at(narration, by.end(), reach) if done else None
            if done is not None and outlet is not None:
                yield outlet
                if done.group("verb").lower() in _SEEN:
                    yield from _seen(narration, done.start(), sentence)
        elif lead := _LEAD.match(masked, position, reach):
            outlet = _outlet_at(narration, lead.end(), reach)
            if outlet is not None:
                yield outlet
                yield from _subject(narration, position, sentence, ("unnamed",))
        elif own := _OWN_WORDS.match(masked, position, reach):
            yield "own", None, own.span()


def _outlet_at(narration: Narration, position: int, reach: int) -> Found | None:
    match = _behind_lead(narration.origins.outlet).match(narration.masked, position, reach)
    if match is None or (match.group() == "me" and narration.interview):
        return None
    words = match.group()
    own = words in ("us", "me") or is_own(words, narration.origins.outlet)
    return narration.found("own" if own else "outlet", match.span())


def _subject(
    narration: Narration, position: int, sentence: Span, kinds: Sequence[ProvenanceKind]
) -> Iterator[Found]:
    """Give the subject of the verb at a place, where it is of one of these kinds."""
    words = narration.before(position, sentence)
    last, _, passive = words.verb_group(len(words))
    while words.word(last) in ("first", "which", ","):  # "the Ledger, which first reported it"
        last -= 1
    if (passive and not narration.masked.startswith("first", position)) or last < 0:
        return
    outlet = _behind_conjunction().search(narration.masked, words.starts[0], words.ends[last])
    nouns = [words.subject(last), words.opening(last + 1)]
    regions = [words.offsets(noun) for noun in nouns if noun is not None]
    if outlet is not None:
        regions = [outlet.span()]
    elif kinds != ("document",):  # "the lawsuit, filed in Ohio, calls it …"
        regions = regions[:1] if nouns[0] is not None else []
    for region in regions:
        named = narration.is_named(*region)
        kind = narration.origins.kind(narration.masked[slice(*region)], named=named, sure=True)
        if kind is not None and kind in kinds:
            yield narration.found(kind, region)
            return


def _seen(narration: Narration, position: int, sentence: Span) -> Iterator[Found]:
    """Give the document that an outlet has seen: "a copy obtained by …", "the memo, seen by …"."""
    words = narration.before(position, sentence)
    last, _, _ = words.verb_group(len(words))
    while words.word(last) in (",", "which", "of", "that", "and"):
        last -= 1
    for noun in (words.subject(last), words.opening(last + 1)):
        region = words.offsets(noun) if noun is not None else None
        if region and is_document(narration.masked[slice(*region)]):
            yield narration.found("document", region)
            return
