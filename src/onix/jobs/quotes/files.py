"""Quotations for other programs: CSV for a spreadsheet, schema.org for web pages.

Comes in: `Quotations`, and the documents where the form says what they are. Goes out: text or JSON.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from typing import Any, TextIO

from onix.jobs.plain import clean
from onix.jobs.saying import origin_of
from onix.jobs.text_links import iri
from onix.model import Document, Quotation, Quotations

JSON = dict[str, Any]
DocumentOf = Callable[[str], Document]

COLUMNS = (
    "speaker", "kind", "quotation", "document", "title", "outlet", "published", "address",
    "start", "end", "addressee", "occasion", "hedges", "provenance", "outlets", "origins",
    "confidence", "candidates", "cue",
)  # fmt: skip
_WORKS = {"article": "NewsArticle", "transcript": "CreativeWork", "recording": "CreativeWork"}


def write_csv(found: Quotations, stream: TextIO) -> None:
    """Write one line a quotation, where its longest form stands."""
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    writer.writerows([_cell(each) for each in _row(value)] for value in found.quotes)


def _row(value: Quotation) -> Iterator[object]:
    quote, citation = value.quote, value.citations[0]
    yield from (value.speaker, quote.kind, value.text, citation.span.document_id, citation.title)
    yield from (citation.outlet, citation.published, citation.address)
    yield from (citation.span.start, citation.span.end, quote.addressee)
    yield quote.occasion and quote.occasion.text
    yield "; ".join(dict.fromkeys(each.text for each in quote.hedges))
    yield "; ".join(dict.fromkeys(origin_of(each) for each in quote.provenance))
    yield from (value.outlets, value.origins, round(quote.confidence, 3))
    yield "; ".join(quote.candidates)
    yield " ".join(each.text for each in quote.cue)


def _cell(value: object) -> object:
    """Give a cell that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    text = clean(value)
    risky = value[:1] in ("\t", "\r", "\n") or text.lstrip()[:1] in ("=", "+", "-", "@")
    return f"'{text}" if risky else text


def schema_org(found: Quotations, document_of: DocumentOf) -> JSON:
    """Give the quotations as schema.org has them, each in the work that has its longest form."""
    return {
        "@context": "https://schema.org",
        "@graph": [
            _schema_quotation(each, document_of(each.citations[0].span.document_id).kind)
            for each in found.quotes
        ],
    }


def _schema_quotation(value: Quotation, kind: str) -> JSON:
    citation = value.citations[0]
    work: JSON = {"@type": _WORKS.get(kind, "CreativeWork")}
    if citation.title:
        work["headline"] = citation.title
    if address := iri(citation.address):
        work["url"] = address
    if citation.published:
        work["datePublished"] = citation.published
    if citation.outlet:
        work["publisher"] = {"@type": "Organization", "name": citation.outlet}
    made: JSON = {"@type": "Quotation", "text": value.text}
    if value.speaker:
        # Not `creator`: that they said so is what the work has, not what Onix knows.
        made["spokenByCharacter"] = {"@type": "Person", "name": value.speaker}
    return {**made, "isPartOf": work}
