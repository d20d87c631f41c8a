"""The JSON of every value: what `--json`, REST and MCP show, and the one shape of an error.

Keys are snake_case and those of docs/reference/wire.md; a value that is not known is null.
The modules follow those of `onix.model`, `reading.py` its `marks.py`.
"""

from __future__ import annotations

from onix.errors import OnixError
from onix.wire.comparisons import change, comparison, edit, history, modal_change, objection, way
from onix.wire.reading import (
    JSON,
    citation,
    contradiction,
    dating,
    document,
    event,
    figure,
    heard,
    marks,
    mention,
    provenance,
    quote,
    span,
    time,
    turn,
)
from onix.wire.results import (
    abstention,
    answer,
    disagreement,
    hit,
    quotation,
    quotations,
    statement,
    timeline,
    voice,
)
from onix.wire.verdicts import difference, evidence, verdict

__all__ = [
    "JSON",
    "abstention",
    "answer",
    "change",
    "citation",
    "comparison",
    "contradiction",
    "dating",
    "difference",
    "disagreement",
    "document",
    "edit",
    "error",
    "event",
    "evidence",
    "figure",
    "heard",
    "history",
    "hit",
    "marks",
    "mention",
    "modal_change",
    "objection",
    "provenance",
    "quotation",
    "quotations",
    "quote",
    "span",
    "statement",
    "time",
    "timeline",
    "turn",
    "verdict",
    "voice",
    "way",
]


def error(value: OnixError) -> JSON:
    """The one shape of an error, everywhere."""
    return {"ok": False, "error": str(value), "status": value.status}
