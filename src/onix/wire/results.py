"""The JSON of what the jobs give back: passages found, answers, quotations, timelines."""

from __future__ import annotations

from onix.model import (
    Abstention,
    Answer,
    Disagreement,
    Hit,
    Quotation,
    Quotations,
    Statement,
    Timeline,
    Voice,
)
from onix.wire.reading import JSON, citation, event, mention, quote, span_or_null, spans, time


def hit(value: Hit) -> JSON:
    """The JSON of a search result: a citation with its score."""
    return {**citation(value.citation), "score": round(value.score, 4)}


def statement(value: Statement) -> JSON:
    """The JSON of a sentence that answers."""
    return {
        "text": value.text,
        "answer": span_or_null(value.answer),
        "stance": value.stance,
        "speaker": value.speaker,
        "source": span_or_null(value.source),
        "occasion": span_or_null(value.occasion),
        "when": None if value.when is None else time(value.when),
        "hedges": spans(value.hedges),
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
        "said": value.said,
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
