"""Documents that an outlet has got hold of: in come places in a narration, out come documents.

"a copy obtained by the Ledger", "the minutes, which we have read". It is its own file because what
is known of an outlet that has seen something is told by `outlets`, and what it has seen here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onix.model import Span
from onix.reading.grammar.function_words import PREPOSITIONS
from onix.reading.grammar.sentence_words import Region
from onix.reading.names.origins import NO_NAME, is_document
from onix.reading.provenance.narration import Found, Narration
from onix.reading.words import sections

_LISTS = sections("outlets")
_LOOK_BACK = 40
# "it stood in |an earlier draft| seen by the Ledger"
_HELD = re.compile(
    rf"\b(?:in|of|from|under|to|with)\s+(?P<held>(?:{NO_NAME}[\w’'-]+\s+){{0,4}}?[\w’'-]+),?\s+$"
)
_WHICH = re.compile(r",?\s+(?:of\s+)?(?:which|that)\s+(?:[Tt]he\s+)?$")
_HAS_SEEN = re.compile(rf"\s+(?:has|have|had)\s+(?:\w+\s+)?(?:{'|'.join(_LISTS['seen'])})\b")


def find_has_seen(narration: Narration, outlet: Region, sentence: Span) -> Iterator[Found]:
    """Give the document that an outlet says it has seen: "the minutes, which we have read"."""
    before = _WHICH.search(narration.masked, max(sentence.start, outlet[0] - _LOOK_BACK), outlet[0])
    if before and _HAS_SEEN.match(narration.masked, outlet[1], sentence.end):
        yield from find_seen(narration, before.start(), sentence)


def find_seen(narration: Narration, position: int, sentence: Span) -> Iterator[Found]:
    """Give the document that an outlet has seen: "a copy obtained by …", "the memo, seen by …"."""
    words = narration.before(position, sentence)
    last, _, _ = words.verb_group(len(words))
    while words.word(last) in (",", "which", "of", "that", "and"):
        last -= 1
    for noun in (words.subject(last), words.opening(last + 1)):
        if noun is not None and words.word(noun[0]) in PREPOSITIONS and noun[0] < noun[1]:
            noun = noun[0] + 1, noun[1]
        region = words.offsets(noun) if noun is not None else None
        if region and is_document(narration.masked[slice(*region)]):
            yield narration.found("document", region)
            return
    held = _HELD.search(narration.masked, max(sentence.start, position - _LOOK_BACK), position)
    if held and is_document(held.group("held")):
        yield narration.found("document", held.span("held"))
