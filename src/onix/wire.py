"""The JSON of every value: what `--json`, REST and MCP show, and the one shape of an error.

Keys are snake_case and those of docs/reference/wire.md; a value that is not known is null.
"""

from __future__ import annotations

from typing import Any

from onix.errors import OnixError
from onix.model import (
    Abstention,
    Answer,
    Change,
    Citation,
    Comparison,
    Contradiction,
    Dating,
    Difference,
    Disagreement,
    Document,
    Edit,
    Event,
    Evidence,
    Figure,
    Heard,
    History,
    Hit,
    Marks,
    Mention,
    ModalChange,
    Objection,
    Provenance,
    Quotation,
    Quotations,
    Quote,
    Span,
    Statement,
    TimeExpression,
    Timeline,
    Turn,
    Verdict,
    Voice,
    Way,
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


def _spans(values: tuple[Span, ...]) -> list[JSON]:
    return [span(value) for value in values]


def _span_or_null(value: Span | None) -> JSON | None:
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
    return {"span": span(value.span), "other": _span_or_null(value.other), "why": value.why}


def figure(value: Figure) -> JSON:
    """The JSON of a number."""
    return {
        "span": span(value.span),
        "value": value.value,
        "unit": value.unit,
        "of": _span_or_null(value.of),
    }


def provenance(value: Provenance) -> JSON:
    """The JSON of what a statement goes back to."""
    return {"kind": value.kind, "name": value.name, "span": span(value.span)}


def quote(value: Quote) -> JSON:
    """The JSON of something said."""
    return {
        "kind": value.kind,
        "content": _spans(value.content),
        "marked": _spans(value.marked),
        "cue": _spans(value.cue),
        "source": _spans(value.source),
        "speaker": value.speaker,
        "candidates": list(value.candidates),
        "addressee": value.addressee,
        "occasion": _span_or_null(value.occasion),
        "hedges": _spans(value.hedges),
        "provenance": [provenance(each) for each in value.provenance],
        "confidence": round(value.confidence, 3),
    }


def event(value: Event) -> JSON:
    """The JSON of an event; `announced` was to come when it was written, `said` reports words."""
    return {
        "what": span(value.what),
        "head": _span_or_null(value.head),
        "when": None if value.when is None else time(value.when),
        "who": list(value.who),
        "citations": [citation(each) for each in value.citations],
        "hedged": bool(value.hedges),
        "hedges": _spans(value.hedges),
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
        "sentences": _spans(value.sentences),
        "mentions": [mention(each) for each in value.mentions],
        "times": [time(each) for each in value.times],
        "meant": [mention(each) for each in value.meant],
        "quotes": [quote(each) for each in value.quotes],
        "figures": [figure(each) for each in value.figures],
        "events": [event(each) for each in value.events],
        "contradictions": [contradiction(each) for each in value.contradictions],
        "hedges": [
            {**span(each.span), "covers": _span_or_null(each.covers)} for each in value.hedges
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
        "address": value.address,
        "version_of": value.version_of,
        "corrected": value.corrected,
        "copies": value.copies,
        "origin": value.origin,
    }


def hit(value: Hit) -> JSON:
    """The JSON of a search result: a citation with its score."""
    return {**citation(value.citation), "score": round(value.score, 4)}


def statement(value: Statement) -> JSON:
    """The JSON of a sentence that answers."""
    return {
        "text": value.text,
        "answer": _span_or_null(value.answer),
        "stance": value.stance,
        "speaker": value.speaker,
        "occasion": _span_or_null(value.occasion),
        "when": None if value.when is None else time(value.when),
        "hedges": _spans(value.hedges),
        "meant": [mention(each) for each in value.meant],
        "confidence": round(value.confidence, 3),
        "citations": [citation(each) for each in value.citations],
    }


def disagreement(value: Disagreement) -> JSON:
    """The JSON of readings that differ."""
    return {"about": value.about, "readings": [statement(each) for each in value.readings]}


def abstention(value: Abstention) -> JSON:
    """The JSON of a refusal to answer."""
    return {
        "why": value.why,
        "says": value.says,
        "nearest": None if value.nearest is None else citation(value.nearest),
    }


def answer(value: Answer, *, id: str | None = None) -> JSON:
    """The JSON of an answer; `id` is that of the question where many are asked."""
    found: JSON = {} if id is None else {"id": id}
    found |= {
        "question": value.question,
        "as_of": value.as_of,
        "abstained": None if value.abstained is None else abstention(value.abstained),
        "statements": [statement(each) for each in value.statements],
        "disagreements": [disagreement(each) for each in value.disagreements],
        "origins": {
            "outlets": value.origins.outlets,
            "origins": value.origins.origins,
            "names": list(value.origins.names),
        },
        "looked_at": value.looked_at,
    }
    return found


def quotation(value: Quotation) -> JSON:
    """The JSON of what was said, with every place that carries the words."""
    return {
        **quote(value.quote),
        "text": value.text,
        "speaker": value.speaker,
        "published": value.published,
        "citations": [citation(each) for each in value.citations],
        "wordings": [citation(each) for each in value.wordings],
        "changed": [citation(each) for each in value.changed],
        "outlets": value.outlets,
        "origins": value.origins,
    }


def voice(value: Voice) -> JSON:
    """The JSON of a speaker and how often they are quoted."""
    return {"speaker": value.speaker, "quotes": value.count, "outlets": value.outlets}


def quotations(value: Quotations) -> JSON:
    """The JSON of who is quoted and with what; `why` says why there is nothing."""
    return {
        "quotes": [quotation(each) for each in value.quotes],
        "speakers": [voice(each) for each in value.speakers],
        "notes": list(value.notes),
        "why": value.why,
        "unattributed": value.unattributed,
        "looked_at": value.looked_at,
    }


def timeline(value: Timeline) -> JSON:
    """The JSON of what happened and was announced, in order; `why` says why there is nothing."""
    return {
        "topic": value.topic,
        "events": [event(each) for each in value.events],
        "undated": [event(each) for each in value.undated],
        "notes": list(value.notes),
        "why": value.why,
        "looked_at": value.looked_at,
    }


def evidence(value: Evidence) -> JSON:
    """The JSON of where words stand in a transcript; `begins` is in seconds of the recording."""
    return {
        **span(value.span),
        "speaker": value.speaker,
        "begins": value.begins,
        "title": value.title,
        "published": value.published,
        "continues": _span_or_null(value.continues),
        "unsure": [heard(each) for each in value.unsure],
    }


def difference(value: Difference, *, start: int = 0) -> JSON:
    """The JSON of one way in which a claim is not what was said.

    Args:
        start: Where the claim's text starts in its draft.
    """
    return {
        "kind": value.kind,
        "quote": {"start": start + value.start, "end": start + value.end, "text": value.text},
        "source": _span_or_null(value.source),
        "changes_meaning": value.changes_meaning,
        "unsure": None if value.unsure is None else heard(value.unsure),
    }


def verdict(value: Verdict, *, severity: str | None = None) -> JSON:
    """The JSON of what transcripts say of a claim, with how grave a house finds it, where asked."""
    claim = value.claim
    found: JSON = {} if claim.id is None else {"id": claim.id}
    if severity is not None:
        found["severity"] = severity
    return found | {
        "claim": {
            "kind": claim.kind,
            "text": claim.text,
            "speaker": claim.speaker,
            "start": claim.start,
            "end": claim.end,
        },
        "label": value.label,
        "omission": value.omission,
        "meaning_changed": value.meaning_changed,
        "evidence": [evidence(each) for each in value.evidence],
        "differences": [difference(each, start=claim.start) for each in value.differences],
        "why": value.why,
    }


def edit(value: Edit) -> JSON:
    """The JSON of words that stand in the place of others; where there are none, of no length."""
    return {"kind": value.kind, "before": span(value.before), "after": span(value.after)}


def modal_change(value: ModalChange) -> JSON:
    """The JSON of a word of obligation that binds less or more than the one before."""
    return {
        "before": span(value.before),
        "after": span(value.after),
        "direction": value.direction,
    }


def change(value: Change) -> JSON:
    """The JSON of what became of a point; its text is put together from `differences`."""
    return {
        "kind": value.kind,
        "before": _span_or_null(value.before),
        "after": _span_or_null(value.after),
        "numbers": list(value.numbers),
        "moved": value.moved,
        "renumbered": value.renumbered,
        "differences": [edit(each) for each in value.differences],
        "modals": [modal_change(each) for each in value.modals],
    }


def objection(value: Objection) -> JSON:
    """The JSON of who objects to which points; none of them for the whole plan."""
    return {
        "who": value.who,
        "points": _spans(value.points),
        "by": value.by,
        "cue": span(value.cue),
        "quote": quote(value.quote),
        "citation": citation(value.citation),
    }


def comparison(value: Comparison) -> JSON:
    """The JSON of two versions, point by point; with `between` both texts can be rebuilt."""
    return {
        "old": document(value.old),
        "new": document(value.new),
        "same": value.is_same,
        "changes": [change(each) for each in value.changes],
        "frames": [change(each) for each in value.frames],
        "between": {"before": _spans(value.between[0]), "after": _spans(value.between[1])},
        "objections": [objection(each) for each in value.objections],
        "notes": list(value.notes),
    }


def way(value: Way) -> JSON:
    """The JSON of one point through all versions: where it stands in each, and each step's kind."""
    return {
        "points": [_span_or_null(each) for each in value.points],
        "kinds": [None if each is None else each.kind for each in value.steps],
    }


def history(value: History) -> JSON:
    """The JSON of several versions: each step, and the way of each point through them."""
    return {
        "steps": [comparison(each) for each in value.steps],
        "ways": [way(each) for each in value.ways],
    }


def error(value: OnixError) -> JSON:
    """The one shape of an error, everywhere."""
    return {"ok": False, "error": str(value), "status": value.status}
