"""The JSON of what a check says of a draft."""

from __future__ import annotations

from onix.model import Difference, Evidence, Verdict
from onix.wire.reading import JSON, heard, span, span_or_null


def evidence(value: Evidence) -> JSON:
    """The JSON of where words stand in a transcript; `begins` is in seconds of the recording."""
    return {
        **span(value.span),
        "speaker": value.speaker,
        "begins": value.begins,
        "title": value.title,
        "published": value.published,
        "continues": span_or_null(value.continues),
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
        "source": span_or_null(value.source),
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
