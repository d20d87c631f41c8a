"""Through whom words of somebody else come: in come narration and quotes, out come those between.

"said through a lawyer", "in the words of one banker", "|She| said he had called it “a farce”".
It is its own file because here the words have a source already, and another stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onix.model import Quote
from onix.reading.grammar.function_words import PRONOUNS
from onix.reading.grammar.sentence_words import Region
from onix.reading.grammar.within import tells_of_another, with_outer
from onix.reading.names.origins import CAPITAL
from onix.reading.provenance.behind import is_named_behind
from onix.reading.provenance.narration import Found, Narration
from onix.reading.provenance.sources import says
from onix.reading.words import words_of

_LOOK_BACK = 40  # characters
_STEMS = (
    *("hrough ", "he words of ", "he view of ", "he word of ", "iting ", "uoting ", "uoted "),
    *("ites ", "ited ", "uotes ", "y ", "ccusations ", "llegations ", "omplaints ", "ttributed "),
    *("omes from ", "ame from "),
)
_KNOWING = "|".join(sorted(words_of("people", "knowing")))
# What leads to those in whose words something comes; "described by a friend as", "a “sham” by …".
_THROUGH = re.compile(
    r"(?:(?<=\bsaid\s)|(?<=\bsays\s)|(?<=\bknown\s)|(?<=\breplied\s)|(?<=\bdenied\s))through\s+"
    r"|Through\s+(?=[^.;:\x01]{3,60}(?:,\s|\s(?:he|she)\s))"  # "Through |a lawyer|, she denied it"
    r"|(?:(?<=\bin\s)|(?<=\bIn\s))the\s+(?:words|view|opinion|eyes)\s+of\s+"
    r"|(?:(?<=\bon\s)|(?<=\bOn\s))the\s+word\s+of\s+"
    r"|(?:accusations|allegations|complaints)\s+(?:from|by)\s+|attributed\s+(?:it\s+)?to\s+"
    rf"|cit(?:ed|es)\s+(?=(?:[\w-]+\s){{0,3}}(?:{_KNOWING})\b)"
    r"|(?:comes|came)\s+from\s+"  # "the figure |comes from| a consultant"
    r"|[Cc]iting\s+|[Qq]uot(?:ing|ed|es)\s+|by\s+"
)
_NAMED_SO = re.compile(
    r"\b(?:(?:was|were|been|being|am)\s+(?:told|informed|assured|warned|advised|briefed)"
    r"|(?:called|described|dubbed|branded|labell?ed|nicknamed|likened|dismissed|praised"
    r"|thought|considered|believed|reckoned|estimated))"
    r"(?:\s+(?:as\s+)?\x01+)?\s+$"
)
# What comes from whoever tells it: "the new |figure| comes from a consultant".
_TOLD = re.compile(
    r"\b(?:figure|number|estimate|claim|account|information|tip|detail|version|warning|complaint"
    r"|description|report|news|story|allegation|accusation|criticism|count)s?(?:\s+\w+){0,3}\s+$"
)
_PHRASE = re.compile(
    r"[^\W_][^,.;:()\x01]{2,60}?(?=[,.;:()\x01]|$|\s(?:that|who|as|in|on|to|he|she|it|they)\s)"
)
# What must stand before these: nothing else that is "by" or "from" somebody tells anything.
_NEEDS = (("by", _NAMED_SO), ("comes", _TOLD), ("came", _TOLD))
# "as one clerk put it", "put it bluntly", but not "put it in a box"
_PUT_IT = re.compile(
    r"puts?\s+it(?:\s+(?:\w+ly|well|best|like|more|another|so|this|thus|at\s+(?:\w+\s+)?[\d$€£])\b|(?=\s*(?:[^\w\s]|$)))"
)
_RELAY_REACH = 80
_WAS_TOLD = re.compile(r"\b(?:was|were|been)\s+(?:told\b[^,;:\x01]{0,30}|called\s+)$")

_SAYS = (
    r"(?:said|says|testified|recall(?:ed|s)|remember(?:ed|s)|claim(?:ed|s)|alleg(?:ed|es)"
    r"|told\s+[^,.;:\x01]{1,25}?)"
)
_CLOSE = 20  # characters
_WHO = rf"(?P<who>(?:{CAPITAL}\s+){{0,2}}{CAPITAL}|\b(?:[Hh]e|[Ss]he))"
_TELLS = re.compile(rf"{_WHO}\s+(?:had\s+)?{_SAYS}\s+(?:that\s+)?$")
_TOLD_BEHIND = re.compile(rf"\x01*,?\s+{_WHO}\s+{_SAYS}(?!\w)")
_WORDS_WERE = re.compile(
    r"[’']s\s+(?:\w+\s+)?(?:words|answer|reply|response|message|verdict)\s+(?:was|were|is)\s+$"
)
# "Reyes, Sorel said|, had called it |“a farce”"
_HAD_SAID = re.compile(r",\s+(?:had|has|once|would)\s+(?:\w+\s+){1,4}")


def find_relays(narration: Narration, quotes: Sequence[Quote]) -> Iterator[Found]:
    """Give through whom the words of somebody else come.

    "said through a lawyer", "in the words of one banker", "|She| said he had called it “a farce”".
    """
    masked = narration.masked
    for position, sentence in narration.places(_STEMS):
        through = _THROUGH.match(masked, position)
        if through is None:
            continue
        needed = next((each for lead, each in _NEEDS if through.group().startswith(lead)), None)
        first = max(sentence.start, position - _LOOK_BACK)
        if needed is not None and not needed.search(masked, first, position):
            continue
        phrase = _PHRASE.match(masked, through.end(), sentence.end)
        if phrase is None or is_named_behind(masked, *phrase.span()):
            continue  # "in the words of its designer, Ann Lee"
        if narration.origins.kind(phrase.group(), named=False, sure=True) == "unnamed":
            yield narration.found("unnamed", phrase.span())
    for position, sentence in narration.places(("ut it", "uts it")):
        words = narration.before(position, sentence)
        noun = words.subject(len(words) - 1) if _PUT_IT.match(masked, position) else None
        region = words.offsets(noun) if noun else (0, 0)
        puts = narration.origins.kind(masked[slice(*region)], named=False, sure=True)
        if noun and puts is not None:
            yield narration.found(puts, region)
    for quote, outer in with_outer(quotes):
        if outer is not None:
            speaks = outer.kind == "direct" or (outer.cue and says(outer.cue[0].text.lower()))
            if outer.source and speaks and tells_of_another(quote, outer):
                source = outer.source[0]
                named = outer.speaker or source.text.rpartition(" ")[2].istitle()
                if named and source.text != "A" and source.text.lower() not in ("i", "we"):
                    yield narration.found("named", (source.start, source.end), outer.speaker)
            continue
        if not (quote.marked and quote.source and quote.cue):
            continue
        if quote.source[0].text.lower() in ("i", "we"):
            continue  # who writes is no source
        source = quote.source[0]
        teller = _teller(narration, quote)
        if teller is not None:
            yield narration.found("named", teller)
        elif _relays(narration.masked, quote):
            known = narration.origins.kind(source.text, named=bool(quote.speaker), sure=True)
            yield narration.found(known or "named", (source.start, source.end), quote.speaker)


def _teller(narration: Narration, quote: Quote) -> Region | None:
    """Give who tells that somebody else said so: "Sorel said Reyes replied: “…”", "…, she said".

    None where both may be one: "Reyes said he had replied: “…”".
    """
    masked, source = narration.masked, quote.source[0]
    number = narration.number_at(source.start)
    if number is None:
        return None
    sentence = narration.sentences[number]
    found = _TELLS.search(masked, max(sentence.start, source.start - _LOOK_BACK), source.start)
    stop = quote.marked[-1].end + 1
    leads = quote.marked[0].start - quote.cue[0].end  # "called it “a farce”"
    if found is None and quote.speaker and source.end < quote.cue[0].end and 0 < leads < _CLOSE:
        found = _TOLD_BEHIND.match(masked, stop, max(stop, sentence.end))
    if found is None:
        return None
    teller, speaker = found.group("who"), quote.speaker or source.text
    if source.text.lower() in PRONOUNS and (quote.speaker is None or teller.lower() in PRONOUNS):
        return None
    same = teller.rpartition(" ")[2] in speaker.split()
    return None if same else found.span("who")


def _relays(masked: str, quote: Quote) -> bool:
    """Is somebody else told or said to have said the words in marks: "…, and was told “…”"?"""
    cue, stop = quote.cue[0], quote.marked[0].start - 1
    first = cue.end if cue.end <= stop else quote.content[0].start
    start = max(first, stop - _RELAY_REACH)
    if start >= stop or not says(cue.text.lower()):
        return False
    if _WAS_TOLD.search(masked, start, stop) or _WORDS_WERE.search(masked, start, stop):
        return True
    apart = cue.end <= stop and quote.content[0].end < quote.source[0].start
    return apart and _HAD_SAID.fullmatch(masked, cue.end, stop) is not None
