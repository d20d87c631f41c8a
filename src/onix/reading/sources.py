"""Sources that statements go back to: in come narration and quotes, out come those behind them.

Whom "according to" names, sources that are no person with a name ("two officials", "the report"),
and those through whom words of somebody else come. It is its own file because it takes what
attribution has found and asks only what kind of source that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onix.model import Quote
from onix.reading.narration import Found, Narration
from onix.reading.origins import CAPITAL, DAYS, head_of, is_document, is_people, noun_in
from onix.reading.phrases import (
    PREPOSITIONS,
    PRONOUNS,
    Region,
    Sentence,
    cue_classes,
)
from onix.reading.quotemarks import MASK
from onix.reading.verbs import read_verb
from onix.reading.words import sections, verb_forms, words_of

_NONE: frozenset[str] = frozenset()
_STATING = frozenset({"say", "tell"})
_REQUESTS = verb_forms("cues", "requests")
_SIGNS = verb_forms("cues", "signs")
_REPORTED = frozenset(
    {
        "reported",
        "reports",
        "reporting",
        "revealed",
        "disclosed",
        "cited",
        "quoted",
        "wrote",
        "says",
    }
)
_MEDIA = ("media", "newspaper", "newspapers", "magazine", "outlets", "agency", "agencies")
_NORMS = frozenset(sections("documents")["norms"])
_OUTLETS = "|".join((*sections("outlets")["nouns"], *sections("outlets")["titled"]))
# Attributions of no more than this confidence are read from a verb alone.
_WEAK = 0.6
_FEW = 5

# What a source may begin with that is none of it: "13:30 Farmers say", "- Farmers say".
NOT_YET = re.compile(r"(?:\W+|(?<=:)\d\d(?=\s)|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?!\w))*")
_WHO = re.compile(r",?\s+(?:who|which|that)$")
# "Ann Lee, |an engineer at a university|," and "400,|000 people|"
_OF_A_NAME = re.compile(rf"{CAPITAL}\s+{CAPITAL},\s$|\d,$")
# "a spokesman, Al Roe,", "a roofer who gave his name as Kirk"
NAME_BEHIND = re.compile(
    r"(?:\s+(?:in|at|of|for|from|that|who|which)\s[^,;.\x01]{1,60}?(?=,))?"
    r"(?:,?\s+|,\s+(?:the|an?|then)\s+(?:[\w-]+\s+){0,4}?)"
    rf"(?P<name>(?!{DAYS}){CAPITAL}(?:\s+{CAPITAL})*)(?=[,.;:)(—–]|\s*$|\s(?:of|in|at)\s)"
    r"|,?\s[^,.\x01]{1,60}\bgave\s+(?:his|her)\s+name"
)
_HIDDEN = re.compile(
    r",?\s+(?:who|speaking|and\s+who)\b[^.\x01]{0,60}(?:anonym|(?:named|identified)\b|"
    r"\bnames?\s+(?:not\s+)?(?:to\s+)?(?:be|is|are|was)\b)"
)
# "Woodlook, a trade weekly, reported"
_AN_OUTLET = re.compile(
    rf",\s+(?:an?|the)\s+(?:(?!(?:for|of|at|with|from|who)\s)[\w’'-]+\s+){{0,4}}?(?:{_OUTLETS})\b"
)
# "|Ruiz| remembers her mother saying that …"
_REMEMBERS = re.compile(
    rf"(?P<name>{CAPITAL}|\b(?:[Hh]e|[Ss]he))\s+"
    r"(?:remembers?|remembered|recalls?|recalled|quotes?|quoted|heard)\s+$"
)
# What leads to those in whose words something comes; "described by a friend as", "a “sham” by …".
_THROUGH = re.compile(
    r"(?:(?<=\bsaid\s)|(?<=\bsays\s)|(?<=\bknown\s)|(?<=\breplied\s))through\s+"
    r"|(?:(?<=\bin\s)|(?<=\bIn\s))the\s+(?:words|view|opinion|eyes)\s+of\s+|[Cc]iting\s+|by\s+"
)
_NAMED_SO = re.compile(
    r"\b(?:called|described|dubbed|branded|labell?ed|nicknamed|likened|dismissed|praised)"
    r"(?:\s+(?:as\s+)?\x01+)?\s+$"
)
_PHRASE = re.compile(r"[^\W_][^,.;:()\x01]{2,60}?(?=[,.;:()\x01]|$|\s(?:that|who|as|in|on)\s)")
_PUT_IT = re.compile(r"puts?\s+it\b")
_RELAYING = frozenset({"say", "tell", "name"})
_RELAY_REACH = 80
_RELAY_WORDS = 6
# "jurors |were told|", "her agent |did not| respond"
_IS_TOLD = re.compile(r"\s+(?:was|were|have\s+been|had\s+been)\s+(?:told|shown|asked)\b")
_UNSAID = re.compile(r"\b(?:did|do|does|could|would|will)(?:\s+not|n[’']t)\s+(?:\w+ly\s+)?$")
_UNSAID_REACH = 30
# "would reply", "used to call"
_USED = frozenset({"would", "to", "always", "often"})
_KIN = words_of("people", "kin")
_WAS_TOLD = re.compile(r"\b(?:was|were|been)\s+(?:told|called)\b[^,;:\x01]{0,30}$")
_LOOK_BACK = 40
_LOOK_AHEAD = 120


def find_accordings(narration: Narration) -> Iterator[Found]:
    """Give whom and what "according to" names."""
    for position, sentence in narration.places(("ccording to ",)):
        begin = position + len("according to ")
        words = Sentence(narration.masked, begin, min(sentence.end, begin + _LOOK_AHEAD))
        # "her" is somebody, and begins "her lawyer".
        first = int(words.word(0) == "her" and words.word(1).isalpha())
        noun = words.noun_after(first)
        if noun is None:
            continue
        start, end = words.offsets((0, noun[1]))
        text = narration.masked[start:end]
        head = head_of(text)
        if head in _NORMS or head == "interview":
            continue  # "acted according to its rules"; an interview is with an outlet
        name = narration.name_in(start, end)
        if behind := NAME_BEHIND.match(narration.masked, end, sentence.end):
            name, end = name or behind.group("name"), behind.end()
        kind = narration.origins.kind(text, named=name is not None, sure=True)
        if kind is None:
            unnamed = name is None and narration.origins.are_people(text)
            kind = "unnamed" if unnamed else "named"
        yield narration.found(kind, (start, end), name)


def find_sources(narration: Narration, quotes: Sequence[Quote]) -> Iterator[Found]:
    """Give the sources of quotes that are a document, an outlet or somebody without a name."""
    named = [quote for quote in quotes if quote.source and (quote.cue or quote.marked)]
    for quote in sorted(named, key=lambda each: each.source[0].start):
        cue = _cue(quote)
        region = _source(narration, quote)
        if region is None or cue.startswith("according"):
            continue
        start, end = region
        before = max(0, start - _LOOK_BACK)
        if relay := _REMEMBERS.search(narration.masked, before, start):
            outlet = narration.origins.is_outlet(relay.group("name"))
            yield narration.found("outlet" if outlet else "named", relay.span("name"))
        if _OF_A_NAME.search(narration.masked, before, start):
            continue
        if NAME_BEHIND.match(narration.masked, end) or _IS_TOLD.match(narration.masked, end):
            continue
        if (
            not quote.marked
            and quote.cue
            and _UNSAID.search(
                narration.masked, max(0, quote.cue[0].start - _UNSAID_REACH), quote.cue[0].start
            )
        ):
            continue
        kind = _kind(narration, quote, region)
        if kind is not None:
            yield kind


def _source(narration: Narration, quote: Quote) -> Region | None:
    """Give the noun phrase that a quote has as its source; for "who" that which it goes back to."""
    masked, start, end = narration.masked, quote.source[0].start, quote.source[0].end
    opening = NOT_YET.match(masked, start, end)
    start = opening.end() if opening else start
    end = start + len(_WHO.sub("", masked[start:end]))
    number = narration.number_at(start)
    if masked[start:end].lower() == "who" and number is not None:
        words = Sentence(masked, narration.starts[number], start)
        noun = words.opening(len(words)) if len(words) else None
        start, end = words.offsets(noun) if noun else (start, start)
    words_of_it = masked[start:end]
    if not words_of_it or MASK in words_of_it:
        return None
    return None if words_of_it.partition(" ")[0].lower() in PREPOSITIONS else (start, end)


def _kind(narration: Narration, quote: Quote, region: Region) -> Found | None:
    cue = _cue(quote)
    words = narration.masked[slice(*region)]
    noun = region[0], region[0] + len(noun_in(words))  # "people close to Ann Lee" are not her
    named = quote.speaker is not None or narration.is_named(*noun)
    sure = _says(cue) or bool(quote.marked) or quote.content[0].text.startswith("that ")
    kind = narration.origins.kind(words, named=named, sure=sure)
    hidden = _HIDDEN.match(narration.masked, region[1]) is not None
    if kind is None and cue in _REPORTED and _AN_OUTLET.match(narration.masked, region[1]):
        kind = "outlet"
    elif kind is None and hidden and not named and is_people(head_of(words)):
        kind = "unnamed"
    elif kind == "unnamed" and not (hidden or _states(narration, quote)):
        kind = None
    elif kind == "outlet" and cue not in _REPORTED and not words.endswith(_MEDIA):
        citing = narration.masked.startswith(", citing ", region[1])
        judges = quote.marked and "name" in cue_classes().get(cue, _NONE)
        kind = kind if citing or judges else None  # not what a station says of itself
    return None if kind is None else narration.found(kind, region, quote.speaker)


def _cue(quote: Quote) -> str:
    return quote.cue[0].text.lower() if quote.cue else ""


def _says(cue: str) -> bool:
    return bool(cue_classes().get(cue, _NONE) & _STATING) and cue not in _SIGNS


def _states(narration: Narration, quote: Quote) -> bool:
    """Is something surely stated: not "agreed to leave", "ordered them to", "wrote a letter"?"""
    cue, content = _cue(quote), quote.content[0].text
    written = len(content.split()) < _FEW and is_document(content)
    if cue in _REQUESTS or content.startswith("to ") or written:
        return False
    if quote.marked or cue.startswith("claim"):
        return True
    known = cue_classes().get(cue, _NONE) & _STATING
    return quote.confidence > _WEAK if known else content.startswith("that ")


def find_relays(narration: Narration, quotes: Sequence[Quote]) -> Iterator[Found]:
    """Give through whom the words of somebody else come.

    "said through a lawyer", "in the words of one banker", "|She| said he had called it “a farce”".
    """
    masked = narration.masked
    for position, sentence in narration.places(
        ("hrough ", "he words of ", "he view of ", "iting ", "y ")
    ):
        through = _THROUGH.match(masked, position)
        if through is None or (
            through.group().startswith("by")
            and not _NAMED_SO.search(masked, max(sentence.start, position - _LOOK_BACK), position)
        ):
            continue
        phrase = _PHRASE.match(masked, through.end(), sentence.end)
        if phrase and narration.origins.kind(phrase.group(), named=False, sure=True) == "unnamed":
            yield narration.found("unnamed", phrase.span())
    for position, sentence in narration.places(("ut it", "uts it")):
        words = narration.before(position, sentence)
        noun = words.subject(len(words) - 1) if _PUT_IT.match(masked, position) else None
        region = words.offsets(noun) if noun else (0, 0)
        if noun and narration.origins.kind(masked[slice(*region)], named=False, sure=True):
            yield narration.found("unnamed", region)
    for quote in quotes:
        if quote.marked and quote.source and quote.cue and _relays(narration.masked, quote):
            source = quote.source[0]
            yield narration.found("named", (source.start, source.end), quote.speaker)


def _relays(masked: str, quote: Quote) -> bool:
    """Does another verb, with somebody else as its subject, lead straight to the words in marks?"""
    cue, stop = quote.cue[0], quote.marked[0].start - 1
    first = cue.end if cue.end <= stop else quote.content[0].start
    start = max(first, stop - _RELAY_REACH)
    if start >= stop or not _says(cue.text.lower()):
        return False
    if _WAS_TOLD.search(masked, start, stop):
        return True
    words = Sentence(masked, start, stop)
    for index in range(len(words) - 1, max(0, len(words) - _RELAY_WORDS), -1):
        word = words.words[index]
        classes = cue_classes().get(word, _NONE) & _RELAYING
        past = word.endswith(("ed", "told", "said", "wrote")) or words.word(index - 1) in _USED
        verb = read_verb(words, index, classes) if classes and past else None
        if verb is not None and verb.subject is not None:
            noun = words.masked[slice(*words.offsets(verb.subject))]
            name = words.is_name(verb.subject[1]) and words.word(verb.subject[1]) not in PRONOUNS
            return name or is_people(head_of(noun)) or head_of(noun) in _KIN
    return False
