"""The JSON of what became of a plan."""

from __future__ import annotations

from onix.model import Change, Comparison, Edit, History, ModalChange, Objection, Reversal, Way
from onix.wire.reading import JSON, citation, document, quote, span, span_or_null, spans


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


def reversal(value: Reversal) -> JSON:
    """The JSON of words of which one version denies what the other says."""
    return {"before": span(value.before), "after": span(value.after)}


def change(value: Change) -> JSON:
    """The JSON of what became of a point; its text is put together from `differences`."""
    return {
        "kind": value.kind,
        "before": span_or_null(value.before),
        "after": span_or_null(value.after),
        "numbers": list(value.numbers),
        "moved": value.moved,
        "renumbered": value.renumbered,
        "differences": [edit(each) for each in value.differences],
        "modals": [modal_change(each) for each in value.modals],
        "turned": [reversal(each) for each in value.turned],
    }


def objection(value: Objection) -> JSON:
    """The JSON of who objects to which points; none of them for the whole plan."""
    return {
        "who": value.who,
        "points": spans(value.points),
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
        "between": {"before": spans(value.between[0]), "after": spans(value.between[1])},
        "objections": [objection(each) for each in value.objections],
        "notes": list(value.notes),
    }


def way(value: Way) -> JSON:
    """The JSON of one point through all versions: where it stands in each, and each step's kind."""
    return {
        "points": [span_or_null(each) for each in value.points],
        "kinds": [None if each is None else each.kind for each in value.steps],
    }


def history(value: History) -> JSON:
    """The JSON of several versions: each step, and the way of each point through them."""
    return {
        "steps": [comparison(each) for each in value.steps],
        "ways": [way(each) for each in value.ways],
    }
