"""Which quotation stands within which: quotes of a document in, each with the one around it out.

It is its own file because pages ask this, too, which load nothing that reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onix.model import Quote
from onix.reading.grammar.function_words import cue_classes

ONESELF = frozenset({"i", "we"})
# "people ask, ‘Is it sold?’": nobody's words but the speaker's
_ANYBODY = ONESELF | {"you", "one", "people", "some", "somebody", "someone"}
_ANYBODY |= {"nobody", "no one", "everybody", "everyone", "anybody", "anyone"}


def with_outer(quotes: Sequence[Quote]) -> Iterator[tuple[Quote, Quote | None]]:
    """Give quotes, in the order of the text, each with the one in whose words it stands."""
    outer: Quote | None = None
    for quote in quotes:
        if outer is not None and quote.marked and _is_within(quote, outer):
            yield quote, outer
        else:
            yield quote, None
            outer = quote if quote.marked or quote.kind == "direct" else outer


def tells_of_another(inner: Quote, outer: Quote | None) -> bool:
    """Is a quotation told by the one in whose marks it stands, as what somebody else once said?"""
    if outer is None or not (inner.source and inner.cue):
        return False
    verb, source = (each[0].text.lower() for each in (inner.cue, inner.source))
    called = source == "they" and "name" in cue_classes().get(verb, ())  # “they call it ‘a ship’”
    return source not in _ANYBODY and not called


def _is_within(inner: Quote, outer: Quote) -> bool:
    """Do all marked words of one quotation stand in the words of another?"""
    return all(any(each.covers(span) for each in outer.content) for span in inner.marked)
