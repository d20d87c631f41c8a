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
from onix.reading.grammar.quotemarks import find_stems
from onix.reading.names.origins import (
    CAPITAL,
    DAYS,
    OWN,
    is_own,
    outlet_pattern,
    own_names,
)
from onix.reading.provenance.narration import Found, Narration
from onix.reading.provenance.shown import find_has_seen, find_seen
from onix.reading.provenance.sources import AN_OUTLET
from onix.reading.words import sections, verb_forms

_LISTS = sections("outlets")
_PUTS = ("ut the ", "uts the ", "ut its ", "uts its ", "ut their ")
_STEMS = ("y ", *_PUTS, *_LISTS["stems_before"], *_LISTS["stems_after"], *_LISTS["stems_own"])
_LEAD = re.compile(
    r"(?:told|telling|tells?"
    r"|(?:interview(?:s|ed)?|commenting|comments?|remarks|statements?|reply|e-?mails?|messages?"
    r"|notes?|letters?)\s+(?:(?:made|given|broadcast|published)\s+)?(?:with|to|on|by|for|in)"
    r"|(?:spoke|speaking|talked|talking)\s+(?:exclusively\s+)?(?:to|with|on)"
    r"|citing|report(?:s|ing)?\s+(?:(?:on|last)\s+\w+day\s+)?(?:in|by|from)"
    r"|reports?\s+on(?=\s(?:[a-z]+\s)?(?:radio|television|TV)(?:\s+that\b|\s*[,.;]))|(?:leaked|disclosed|supplied)\s+to"
    r"|(?:(?<=\sin an )|(?<=^In an )|(?<=\sduring an ))appearance\s+on"
    r"|appear(?:ed|ing|s)\s+(?:(?:on\s+)?[A-Z][a-z]+day\s+)?on"
    r"|(?:said|says|wrote|writes?|published|claimed|emerged|surfaced)\s+(?:in|on)"
    r"|(?:writing|op-ed|column|essay|article|obituary|editorial|story|piece)\s+(?:in|for))\s+",
    re.IGNORECASE,
)
_APPEARS = re.compile(r"appear(?:ed|ing|s)\b")
_HOST = re.compile(r"[^,.;:\x01]{2,40}?\s+on\s+")  # "interview with |Ann Lee on| Sky News"
_OWN_WORDS = re.compile(
    rf"{OWN}(?![\w-])|(?<!when )(?<!what )(?<!that )(?<!as )we\s+"
    r"(?:hear|understand|reached|asked|spoke|talked"
    r"|have\s+(?:also\s+|now\s+)?(?:seen|obtained|spoken|reviewed|been\s+told))\b",
    re.IGNORECASE,
)
# Before the outlet's own name, and behind it, where it says what it was told or did.
_TO_OWN = re.compile(
    r"(?:\b(?:told|tells|telling|by|to"
    r"|(?:\w*spoke|\w*spoken|speaking|talked|talking|interviews?|shared|conversation|call)"
    r"\s+(?:exclusively\s+)?with)|[Aa]s)\s+(?:[Tt]he\s+)?$"
)
# "a contributor |to CNN|", "subscribe |to CNN|"
_NO_TELLING = re.compile(
    r"\b(?:subscri\w+|contribut\w+|respon(?:d|ded|ding|se)|special|turn(?:s|ed|ing)?|tun(?:e|es|ed|ing)|belong\w*|link\w*|close"
    r"|head(?:s|ed|ing)?|next|visitors?|partners?|adviser|joined|back)\s+to\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OWN_DOES = re.compile(
    r"(?:\s+(?:has|had|have|can|now|also|first|exclusively|independently|\w+ly))*"
    rf"\s+(?:was\s+told|{'|'.join(_LISTS['own_does'])})\b(?!\s+out\b)"
)
# "in a New York Times |interview|", "in her 2023 Time Magazine person of the year |interview|"
_IN_THEIR = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Ff]rom)\s+(?:an?|the|that|his|her|their)\s+(?:[\w-]+\s+){0,3}?$"
)
_OF_INTERVIEW = re.compile(r"(?:[’']s)?\s+(?:[\w’'-]+\s+){0,5}")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa])\s$")
_OWN_WORK = re.compile(r"\s+(?:investigation|analysis|inquiry|review|survey|reporter)\b")
_BEFORE_FIRST = frozenset({"first", "which", ",", "the", "was", "were"})
_FIRST = re.compile(r"\bfirst\s+\w+\s+(?:by\s+|[^,;:.\x01]{1,30}\s)?$|\b\w+\s+first\s+$")
_ANY_NAME = re.compile(
    rf"(?:[Tt]he\s+(?:[a-z-]+\s+){{0,3}})?(?!{DAYS}){CAPITAL}(?:\s+(?!{DAYS}){CAPITAL}){{0,3}}"
    r"(?=\s*[^\w\s’'-]|\s*$|\s(?:in|on|at|last|this|earlier|that|published|first|and)\b)"
)
# "the research group Larchwatch, which first reported it"
_CALLED_SO = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?)\s+(?:[a-z-]+\s+){{0,3}})?{CAPITAL}(?:\s+{CAPITAL}){{0,3}}"
)
_THE_NAME = re.compile(
    rf"The\s(?!{DAYS}){CAPITAL}(?:\s(?!{DAYS}){CAPITAL}){{0,2}}(?=[,.:]|\s(?:that|in|on|about|last|this)\b)"
)
_WHO = re.compile(r",?\s+(?:who|which|that)$")
_NAME_ENDS = re.compile(r"(?![\w-])(?![’']s\s)(?!\s+(?:affiliates?|polls?)\b)")
_PASSED = re.compile(
    rf"\b(?:(?P<sure>leaked|confirmed|corroborated|identified|denied|disputed|recounted)|{'|'.join(_LISTS['passing'])})"
    r"(?:\s+(?:to|with)\s+(?P<whom>[^,.;:\x01]{1,40}?))?\s+$"
)
_BY_WHOM = re.compile(r"[^\W_][^,.;:()\x01]{2,60}?(?=[,.;:()\x01]|$|\s(?:that|who|as|in|on|and)\s)")
_BY = re.compile(r"by\s+")
_SEEN = frozenset(_LISTS["seen"])
_DONE = re.compile(
    rf"\b(?P<verb>{'|'.join((*_LISTS['seen'], *_LISTS['done'], *_LISTS['own_done']))})\s+"
    r"(?:(?:on|in|last|earlier)\s+\w+\s+|first\s+|earlier\s+|\w+ly\s+)?$",
    re.IGNORECASE,
)
# "first published shortly after six by"
_FIRST_DONE = re.compile(r"\bfirst\s+(?P<verb>reported|published|revealed)\s[^,;:\x01]{1,30}\s$")
_WHAT_ENDS = re.compile(r"\s*(?:[^\w\s’'-]|$|\s(?:based|in|of|for|from|run|that|which)\b)")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "zero")
_REPORTING = re.compile(
    r"(?:reported|reports|reporting|printed|quoting|quotes\s+(?:him|her|them)|published|broadcast|revealed|disclosed|quoted|cited|aired)\b"
    r"|credited\s+with\s+the\s+(?:scoop|story|discovery|disclosure)\b"
    r"|repeated\s+the\s+(?:report|story|claim)s?\b|picked\s+up\s+the\s+(?:story|report)\b"
    r"|broke\s+(?:the\s+)?(?:story|news|scoop)\b|learned\s+that\b|first\s+to\s+report\b"
    r"|puts?\s[^,;:.\x01]{2,60}\sat\s(?:about\s|some\s|around\s|nearly\s)?(?:\W?\d|"
    rf"{'|'.join(_NUMBERS)})\b"
)
# Behind these, the outlet's name is only a part of what somebody or something is called.
_OTHERS = (
    r"affiliate|releases?|briefing|advisory|event|conference|poll|survey|executive|spokes\w+|host"
    r"|anchor|correspondent|reporter|editor"
)
_AFTER = "".join(rf"(?<=\b{word}\s)|" for word in ("after", "when", "while", "that", "but", "and"))
_PRESS = ("us", "me", "reporters", "journalists", "the press", "the media")
_LOOK_BACK = 40
_FAR_BACK = 70
_LOOK_AHEAD = 120


@lru_cache(1 << 6)
def _behind_lead(outlet: str | None) -> re.Pattern[str]:
    own = "".join(rf"(?:[Tt]he\s+)?{re.escape(name)}|" for name in own_names(outlet) if name)
    return re.compile(
        rf"(?:us|me|{own}{OWN}(?:\s+{CAPITAL}){{0,2}}|{outlet_pattern()})"
        rf"(?![\w-])(?![’']s\s(?!\W*(?:\x01|{CAPITAL}\s)))(?!\s+(?!{DAYS}){CAPITAL})(?!\s+(?:{_OTHERS})\b)"
    )


@cache
def _known() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){outlet_pattern()}")


@cache
def _behind_conjunction() -> re.Pattern[str]:
    return re.compile(rf"(?:{_AFTER.removesuffix('|')}){outlet_pattern()}$")


# "What does that |tell us|?", "can you |tell us|?", "the figures |tell us| a lot"
_TELLS_ALL = re.compile(
    r"\b(?:it|that|this|these|those|which|what|you|history|science|figures|numbers|data|polls?|experience)"
    r"(?:\s[a-z]+ly)?\stells?\s\Z",
    re.IGNORECASE,
)


def find_outlets(narration: Narration) -> Iterator[Found]:
    """Give the outlets that are told something, have reported it, or have seen it."""
    yield from _find_own(narration)
    masked = narration.masked
    for position, sentence in narration.places(_STEMS):
        reach = min(sentence.end, position + _LOOK_AHEAD)
        if masked.startswith("interview", position):
            yield from _interview(narration, position, sentence)
        if _REPORTING.match(masked, position, reach):
            yield from _subject(narration, position, sentence, ("outlet", "own"))
        if by := _BY.match(masked, position, reach):
            begins = max(sentence.start, position - _LOOK_BACK)
            done = _DONE.search(masked, begins, position)
            if done is None:
                done = _FIRST_DONE.search(masked, begins, position)
            first = done is not None and _FIRST.search(masked, begins, done.end()) is not None
            outlet = _outlet_at(narration, by.end(), reach, sure=first) if done else None
            if done is not None and outlet is not None:
                yield outlet
                if done.group("verb").lower() in _SEEN:
                    yield from find_seen(narration, done.start(), sentence)
            else:
                yield from _find_passed(narration, by, sentence)
        elif lead := _LEAD.match(masked, position, reach):
            sure = lead.group().lower().startswith("interview ")
            outlet = _outlet_at(narration, lead.end(), reach)
            if outlet is None and sure:
                host = _HOST.match(masked, lead.end(), reach)
                outlet = (_outlet_at(narration, host.end(), reach) if host else None) or (
                    _outlet_at(narration, lead.end(), reach, sure=True)
                )
            if outlet is None and lead.group().lower().startswith("t"):
                outlet = _told_the(narration, lead.end(), reach)
            if _APPEARS.match(lead.group()) and not _is_said(masked, lead.end(), sentence.end):
                continue  # "appeared on Sky News" says nothing of what was said there
            if outlet is not None:
                yield outlet
                yield from _subject(narration, position, sentence, ("unnamed",))
        elif own := _OWN_WORDS.match(masked, position, reach):
            yield "own", None, own.span()
            yield from find_has_seen(narration, own.span(), sentence)


def _interview(narration: Narration, position: int, sentence: Span) -> Iterator[Found]:
    """Give the outlet whose interview this is: "in a New York Times interview"."""
    start = max(sentence.start, position - _FAR_BACK)
    for match in _known().finditer(narration.masked, start, position):
        before = narration.masked[start : match.start()]
        between = narration.masked[match.end() : position]
        if _IN_THEIR.search(
            f"{before}the " if match.group().startswith("the ") else before
        ) and _OF_INTERVIEW.fullmatch(between):
            own = is_own(match.group(), narration.origins.outlet)
            yield narration.found("own" if own else "outlet", match.span())
            return


def _find_own(narration: Narration) -> Iterator[Found]:
    """Give where the outlet speaks of itself by its name: "The Ledger has learned"."""
    masked = narration.masked
    for name in own_names(narration.origins.outlet):
        for start in find_stems(masked, (name,)):
            end = start + len(name)
            if masked[start - 1 : start].isalnum() or not _NAME_ENDS.match(masked, end):
                continue
            number = narration.number_at(start)
            if number is None:
                continue
            opens = narration.sentences[number].start
            article = _ARTICLE.search(masked, max(opens, start - 4), start)
            if name.isalpha() and not (article or name.isupper()):
                continue
            work = article and _OWN_WORK.match(masked, end)
            led = _TO_OWN.search(masked, max(opens, start - _LOOK_BACK), start)
            if led and _NO_TELLING.search(masked, max(opens, start - _LOOK_BACK), start):
                continue
            if (
                led
                and led.group().startswith("by")
                and not _DONE.search(masked, max(opens, start - _LOOK_BACK), led.start())
            ):
                led = None  # "owned by the Ledger"
            if led or work or _OWN_DOES.match(masked, end, narration.sentences[number].end):
                region = article.start() if article else start, end
                yield narration.found("own", region)
                yield from find_has_seen(narration, region, narration.sentences[number])


def _find_passed(narration: Narration, by: re.Match[str], sentence: Span) -> Iterator[Found]:
    """Give the people without a name from whom something came to an outlet or to reporters."""
    masked = narration.masked
    passed = _PASSED.search(masked, max(sentence.start, by.start() - _FAR_BACK), by.start())
    if passed is None:
        return
    whom = passed.group("whom")
    known = narration.origins.is_outlet(whom) or whom.endswith(_PRESS) if whom else False
    people = _BY_WHOM.match(masked, by.end(), sentence.end)
    if people is None or not (known or (passed.group("sure") and not whom)):
        return
    if narration.origins.kind(people.group(), named=False, sure=True) == "unnamed":
        yield narration.found("unnamed", people.span())
    if known and whom:
        yield from find_seen(narration, passed.start(), sentence)


def _outlet_at(
    narration: Narration, position: int, reach: int, *, sure: bool = False
) -> Found | None:
    """Give the outlet that is named at a place; where it is `sure` to be one, by any name."""
    match = _behind_lead(narration.origins.outlet).match(narration.masked, position, reach)
    if match is None and sure:
        match = _ANY_NAME.match(narration.masked, position, reach)
        if match is not None and narration.holds_person(*match.span()):
            # "by Larch Brief, a website", but not "by Ann Lee, a TV reporter"
            what = AN_OUTLET.match(narration.masked, match.end())
            ends = what is not None and _WHAT_ENDS.match(narration.masked, what.end())
            match = match if ends else None
    if match is None or (match.group() == "me" and narration.interview):
        return None
    if narration.masked.startswith("Tell ", position - len("Tell ")):
        return None  # "Tell us about your book"
    words = match.group()
    before = narration.masked[max(0, position - _FAR_BACK) : position]
    if words in ("us", "me") and _TELLS_ALL.search(before):
        return None
    own = words in ("us", "me") or is_own(words, narration.origins.outlet)
    own = own or (narration.origins.outlet is not None and _is_this(narration, match))
    return narration.found("own" if own else "outlet", match.span())


def _is_said(masked: str, start: int, end: int) -> bool:
    """Is anything said between two places?"""
    return not verb_forms("cues", "say").isdisjoint(masked[start:end].split())


def _told_the(narration: Narration, position: int, reach: int) -> Found | None:
    """Give what is told something and has "The" in its name, as outlets do: "told The Lantern"."""
    match = _THE_NAME.match(narration.masked, position, reach)
    return None if match is None else narration.found("outlet", match.span())


def _is_this(narration: Narration, match: re.Match[str]) -> bool:
    """Is "the programme" or "the paper" this outlet, as no other was named before it?"""
    noun = match.group().removeprefix("the ")
    if noun not in _LISTS["own"] or not match.group().startswith("the "):
        return False
    named = _known().finditer(narration.masked, 0, match.start())
    return all(is_own(other.group(), narration.origins.outlet) for other in named)


def _subject(
    narration: Narration, position: int, sentence: Span, kinds: Sequence[ProvenanceKind]
) -> Iterator[Found]:
    """Give the subject of the verb at a place, where it is of one of these kinds."""
    words = narration.before(position, sentence)
    last, _, passive = words.verb_group(len(words))
    # "the Ledger, |which| first reported it", "the programme |“Morning”| reported"
    while last >= 0 and (words.words[last] in _BEFORE_FIRST or words.is_marked(last)):
        last -= 1
    goes_on = narration.masked.startswith(("quoting", "reporting", "first", "credited"), position)
    if (passive and not goes_on) or last < 0:
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
        first = "outlet" in kinds and narration.masked.startswith(
            (" first ", ", which first ", " was the first ", " was first "), region[1]
        )
        if first and kind is None and _CALLED_SO.fullmatch(narration.masked, *region):
            kind = None if narration.holds_person(*region) else "outlet"
        if first and kind is None and _known().match(narration.masked, *region):
            kind = "outlet"  # "ABC’s breakfast show first reported it"
        if kind == "unnamed" and (narration.is_apposed(*region) or narration.is_object(*region)):
            return
        if kind is not None and kind in kinds:
            start, end = region
            end = start + len(_WHO.sub("", narration.masked[start:end]))
            yield narration.found(kind, (start, end))
            return
