"""The JSON of what is read in a document, and of where to look."""

from __future__ import annotations

from typing import Any

from onix.model import (
    Citation,
    Contradiction,
    Dating,
    Document,
    Event,
    Figure,
    Heard,
    Marks,
    Mention,
    Provenance,
    Quote,
    Span,
    TimeExpression,
    Turn,
)

JSON = dict[str, Any]


def span(value: Span) -> JSON:
    """The JSON of a span."""
    return {
        "document_id": value.document_id,
        "start": value.start,
        "end": value.end,
        "text": value.text,
    }


def spans(values: tuple[Span, ...]) -> list[JSON]:
    """The JSON of spans, in order."""
    return [span(value) for value in values]


def span_or_null(value: Span | None) -> JSON | None:
    """The JSON of a span that need not be there."""
    return None if value is None else span(value)


def turn(value: Turn) -> JSON:
    """The JSON of a speaker's turn; `begins` and `ends` are seconds."""
    return {
        "speaker": value.speaker,
        "start": value.span.start,
        "end": value.span.end,
        "begins": value.begins,
        "ends": value.ends,
    }


def heard(value: Heard) -> JSON:
    """The JSON of a word that a machine heard; `begins` is in seconds, `confidence` 0 to 1."""
    return {**span(value.span), "begins": value.begins, "confidence": value.confidence}


def document(value: Document) -> JSON:
    """The JSON of a document with its whole text."""
    return {
        "id": value.id,
        "kind": value.kind,
        "title": value.title,
        "address": value.address,
        "outlet": value.outlet,
        "authors": list(value.authors),
        "published": value.published,
        "modified": value.modified,
        "fetched": value.fetched,
        "language": value.language,
        "raw_sha256": value.raw_sha256,
        "version_of": value.version_of,
        "corrected": value.corrected,
        "cut": value.cut,
        "turns": [turn(each) for each in value.turns],
        "heard": [heard(each) for each in value.heard],
        "text": value.text,
    }


def mention(value: Mention) -> JSON:
    """The JSON of a name as written and what it stands for."""
    return {**span(value.span), "kind": value.kind, "name": value.name}


def time(value: TimeExpression) -> JSON:
    """The JSON of a time expression."""
    return {
        "span": span(value.span),
        "type": value.type,
        "value": value.value,
        "mod": value.mod,
        "earliest": value.earliest,
        "latest": value.latest,
        "basis": value.basis,
    }


def contradiction(value: Contradiction) -> JSON:
    """The JSON of dates that cannot all be right."""
    return {"span": span(value.span), "other": span_or_null(value.other), "why": value.why}


def figure(value: Figure) -> JSON:
    """The JSON of a number."""
    return {
        "span": span(value.span),
        "value": value.value,
        "unit": value.unit,
        "of": span_or_null(value.of),
    }


def provenance(value: Provenance) -> JSON:
    """The JSON of what a statement goes back to."""
    return {"kind": value.kind, "name": value.name, "span": span(value.span)}


def quote(value: Quote) -> JSON:
    """The JSON of something said."""
    return {
        "kind": value.kind,
        "content": spans(value.content),
        "marked": spans(value.marked),
        "cue": spans(value.cue),
        "source": spans(value.source),
        "speaker": value.speaker,
        "candidates": list(value.candidates),
        "addressee": value.addressee,
        "occasion": span_or_null(value.occasion),
        "hedges": spans(value.hedges),
        "provenance": [provenance(each) for each in value.provenance],
        "confidence": round(value.confidence, 3),
    }


def event(value: Event) -> JSON:
    """The JSON of an event; `announced` was to come when it was written, `said` reports words."""
    return {
        "what": span(value.what),
        "head": span_or_null(value.head),
        "when": None if value.when is None else time(value.when),
        "who": list(value.who),
        "citations": [citation(each) for each in value.citations],
        "hedged": bool(value.hedges),
        "hedges": spans(value.hedges),
        "announced": value.kind == "announced",
        "said": value.kind == "said",
        "speaker": value.speaker,
        "disputed": [dating(each) for each in value.disputed],
    }


def dating(value: Dating) -> JSON:
    """The JSON of another date that the record gives for an event."""
    return {
        "when": time(value.when),
        "citations": [citation(each) for each in value.citations],
    }


def marks(value: Marks) -> JSON:
    """What `onix read` prints for one document; an unread one has `error` and empty lists."""
    found: JSON = {
        "document": document(value.document),
        "sentences": spans(value.sentences),
        "mentions": [mention(each) for each in value.mentions],
        "times": [time(each) for each in value.times],
        "meant": [mention(each) for each in value.meant],
        "quotes": [quote(each) for each in value.quotes],
        "figures": [figure(each) for each in value.figures],
        "events": [event(each) for each in value.events],
        "contradictions": [contradiction(each) for each in value.contradictions],
        "hedges": [
            {**span(each.span), "covers": span_or_null(each.covers)} for each in value.hedges
        ],
        "provenance": [provenance(each) for each in value.provenance],
    }
    if value.unread is not None:
        found["error"] = value.unread
    return found


def citation(value: Citation) -> JSON:
    """The JSON of a span plus where to look."""
    return {
        **span(value.span),
        "title": value.title,
        "outlet": value.outlet,
        "published": value.published,
        "modified": value.modified,
        "address": value.address,
        "version_of": value.version_of,
        "corrected": value.corrected,
        "correction": None if value.correction is None else span(value.correction),
        "copies": value.copies,
        "origin": value.origin,
    }
