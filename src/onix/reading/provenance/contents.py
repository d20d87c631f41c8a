"""Documents whose content or date is told: in comes narration, out come these documents.

"a letter in which the firm offers …", "The memo, dated May 9, …", "she produced a receipt": who
tells what stands in a document, when it was written, or that it was shown, goes back to it. It is
its own file because these documents need no verb of telling and nobody who is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onix.model import Span
from onix.reading.names.origins import DAYS, NO_NAME, head_of, is_document
from onix.reading.provenance.narration import Found, Narration
from onix.reading.words import one_of, sections, words_of

_LOOK_BACK = 110  # characters
_LOOK_AHEAD = 30
_OPENS = (
    r"(?:[Tt]he|[Aa]n?|[Tt]hat|[Tt]his|[Oo]ne|[Aa]nother|(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|\d+)"
)
# "a letter, received on Friday,", "an e-mail from his office,"
_SAYS_MORE = (
    r"(?:\s+(?:of|from|to|by|on|for|published|released|taken|made|sent|carried\s+out)\s[^,;:.\x01]{2,40}?)?(?:,\s[^,;:.\x01]{2,60})?,?"
    r"(?:\s+(?:is|was|and))?\s+$"
)
_IN_WHICH = re.compile(r"in which\s+(?!to\b|case\b)")
# "produced |a receipt|", "showed reporters what he said was |a bank statement|"
_SHOWN = re.compile(
    r"(?:produced|brandished|(?:holds|held|holding|waved|waving)\s+up"
    r"|(?:showed|shown|shows|showing)\s+(?:us|me|him|her|reporters|journalists|a\s+reporter|the\s+(?:court|jury|judge)"
    r"|this\s+\w+))\s+(?:on\s+\w+\s+)?(?:what\s+\w+\s+(?:said|called)\s+(?:was|were)\s+)?"
)
# "broadcast what it said was |a recording|"
_SPREAD = re.compile(
    r"(?:broadcast|aired|published|posted|released|printed|played)"
    r"\s+what\s+\w+\s+(?:said|says|called)\s+(?:was|were|is|are)\s+"
)
# "first described in |a letter|"
_STANDS_IN = re.compile(
    r"(?:described|reported|disclosed|revealed|announced|detailed|quoted|(?:set|laid|spelled|spelt)\s+out)"
    rf"\s+in\s+(?={_OPENS}\s)"
)
# "a report by the auditor, tabled on Friday, |which found|"
_WHICH = re.compile(
    r"which\s+(?:\w+ly\s+)?(?:found|finds|said|says|concluded|concludes|showed|shows|recommended"
    r"|recommends|warned|warns|stated|states|put|puts)\b"
)
_PUT_OUT = re.compile(
    r",\s(?:tabled|published|released|filed|dated|leaked|issued|presented|submitted)\s[^,;]+,\s$"
)
_MADE = words_of("documents", "made")
_DATED = re.compile(rf"dated\s+(?:(?!from\s|back\s)\w+\s+)?(?:\d|{DAYS})")
# Where to look for them, without the first letter, which may be a capital.
_STEMS = (
    *("n which ", "ated ", "roduced ", "randished ", "howed ", "hown ", "hows "),
    *("olds up ", "eld up ", "olding up ", "aved up ", "aving up "),
    *("roadcast what ", "ired what ", "ublished what ", "osted what ", "eleased what "),
    *("rinted what ", "layed what ", "escribed in ", "eported in ", "isclosed in ", "evealed in "),
    *("nnounced in ", "etailed in ", "uoted in ", "et out in ", "aid out in ", "pelled out in "),
    *("pelt out in ", "hich "),
)


@cache
def _noun_at() -> re.Pattern[str]:
    return re.compile(
        rf"(?!no\s|any\s)(?:{_OPENS}\s+)?(?:{NO_NAME}(?!{_OPENS}\s)[\w’'-]+\s+){{0,3}}?"
        rf"{one_of(sections('documents')['nouns'])}(?![\w-]|\sof\spaper\b)"
    )


@cache
def _noun_before(*, kept: bool) -> re.Pattern[str]:
    """Give the pattern of a document before a place, with those in which nothing is said if so."""
    lists = sections("documents")
    told = set(lists["nouns"]) - set(() if kept else lists["kept"])
    return re.compile(
        rf"\b(?P<noun>{_OPENS}\s+(?:{NO_NAME}(?!{_OPENS}\s)[\w’'-]+\s+){{0,4}}?"
        rf"{one_of(told)})(?![\w-]|\sof\swhich){_SAYS_MORE}"
    )


def find_contents(narration: Narration) -> Iterator[Found]:
    """Give the documents in which something stands, whose date is told, or that are shown."""
    for position, sentence in narration.places(_STEMS):
        reach = min(sentence.end, position + _LOOK_AHEAD)
        dated = _DATED.match(narration.masked, position, reach)
        if dated or _IN_WHICH.match(narration.masked, position, reach):
            yield from _before(narration, position, sentence, dated=dated is not None)
        elif _WHICH.match(narration.masked, position, reach):
            first = max(sentence.start, position - _LOOK_BACK)
            if _PUT_OUT.search(narration.masked, first, position):
                yield from _before(narration, position, sentence, dated=False)
        elif shown := _SHOWN.match(narration.masked, position, sentence.end):
            noun = _noun_at().match(narration.masked, shown.end(), sentence.end)
            if noun is not None and head_of(noun.group()) not in _MADE:
                yield narration.found("document", noun.span())
        elif held := _held(narration.masked, position, sentence):
            noun = _noun_at().match(narration.masked, held.end(), sentence.end)
            if noun is not None and is_document(noun.group()):
                yield narration.found("document", noun.span())


def _held(masked: str, position: int, sentence: Span) -> re.Match[str] | None:
    """Give what leads to a document that is spread, or in which something stands."""
    return _SPREAD.match(masked, position, sentence.end) or _STANDS_IN.match(
        masked, position, sentence.end
    )


def _before(narration: Narration, position: int, sentence: Span, *, dated: bool) -> Iterator[Found]:
    """Give the document that the words before a place name; an order or a plan where `dated`."""
    first = max(sentence.start, position - _LOOK_BACK)
    pattern = _noun_before(kept=dated)
    noun = nearer = pattern.search(narration.masked, first, position)
    while nearer is not None:  # "a copy of |a letter|, dated May 9"
        noun = nearer
        nearer = pattern.search(narration.masked, nearer.end("noun"), position)
    if noun is not None and is_document(noun.group("noun")):
        yield narration.found("document", noun.span("noun"))
