"""Documents for the tests of speech: a text becomes what the reader hands on."""

from __future__ import annotations

import re

from onix.model import Document, Hedge, Mention, MentionKind, Provenance, Quote
from onix.reading.grammar.quotemarks import mask_quotations
from onix.reading.grammar.sentences import find_sentences
from onix.reading.provenance.grounds import ground
from onix.reading.provenance.hedges import find_hedges
from onix.reading.provenance.provenance import find_provenance
from onix.reading.quotes.attribution import attribute
from onix.reading.quotes.quotes import find_quotes

_PEOPLE = ("Ilse Varga", "Tom Reyes", "Anna Sorel", "Mark Dunn", "Peter Ash")
_KNOWN: dict[str, tuple[MentionKind, str]] = {
    **{name: ("person", name) for name in _PEOPLE},
    **{name.split()[1]: ("person", name) for name in _PEOPLE},
    "Harbour Board": ("organisation", "Harbour Board"),
    "Ohio": ("place", "Ohio"),
}
_NAMES = re.compile(rf"\b(?:{'|'.join(_KNOWN)})\b")


Attributed = list[tuple[str | None, list[str]]]


def attributed(text: str) -> Attributed:
    """Give source and content of each attribution in a sentence."""
    return [
        (
            None if each.source is None else text[slice(*each.source)],
            [text[slice(*region)] for region in each.content],
        )
        for each in attribute(mask_quotations(text), 0, len(text))
    ]


def document(text: str, *, outlet: str | None = None) -> Document:
    """Give an article of that text."""
    return Document("d", "article", text, outlet=outlet, language="en")


def mentions(of: Document) -> tuple[Mention, ...]:
    """Give the mentions of the people and organisations of these tests, as the reader would."""
    return tuple(
        Mention(of.span(*match.span()), *_KNOWN[match.group()])
        for match in _NAMES.finditer(of.text)
    )


def quotes(text: str, *, outlet: str | None = None) -> tuple[Quote, ...]:
    """Give the quotes of an article."""
    read = document(text, outlet=outlet)
    sentences, names = find_sentences(read), mentions(read)
    said = find_quotes(read, sentences, names)
    hedged = find_hedges(read, sentences, said)
    return ground(read, sentences, said, hedged, find_provenance(read, sentences, names, said))


def hedges(text: str) -> tuple[Hedge, ...]:
    """Give the hedges of an article."""
    read = document(text)
    sentences = find_sentences(read)
    return find_hedges(read, sentences, find_quotes(read, sentences, mentions(read)))


def provenance(text: str, *, outlet: str | None = None) -> tuple[Provenance, ...]:
    """Give what an article goes back to."""
    read = document(text, outlet=outlet)
    sentences, names = find_sentences(read), mentions(read)
    return find_provenance(read, sentences, names, find_quotes(read, sentences, names))


def marked(quote: Quote) -> list[str]:
    """Give the words in quote marks of a quote."""
    return [span.text for span in quote.marked]


def content(quote: Quote) -> list[str]:
    """Give what a quote says was said."""
    return [span.text for span in quote.content]


def source(quote: Quote) -> str | None:
    """Give the words that name who said it."""
    return quote.source[0].text if quote.source else None
