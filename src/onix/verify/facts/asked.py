"""Which place of the record answers what a fact of the draft says? Places in, how well out.

A sentence with a gap is a question: "It will be paid on when?" The reader of `reading` that answers
questions says how well each place of the record fills the gap. It is its own file because likeness
of words finds what is told in the same words, and a question what is told in others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onix.model import Span
from onix.reading.neural.comprehension import Comprehension, Shares, comprehension
from onix.verify.facts.lines import Line
from onix.verify.facts.shelf import clause_of

Place = tuple[Line, Span]

_BEFORE_WHEN = re.compile(r"\b(?:on|in|at)\s(?:the\s)?$", re.IGNORECASE)


def answers(line: Line, slot: Span, word: str, places: Sequence[Place]) -> list[float]:
    """Say how well places of the record fill a gap in a draft, in logits: above 0 rather than not.

    The whole sentence is asked for, and its clause alone: the better of both counts.

    Args:
        slot: What the draft has in the gap.
        word: What asks for it: "when", "who".
    """
    scopes = {line.span, clause_of(line, slot) or line.span}
    read = [asked(_question(line, slot, word, scope), places) for scope in scopes]
    return [max(weights) for weights in zip(*read, strict=True)]


def asked(question: str, places: Sequence[Place]) -> list[float]:
    """Say how well places of the record answer a question, in logits: above 0 rather than not."""
    weights, _ = weigh(comprehension(), question, places, [where.span for where, _ in places])
    return weights


def weigh(
    reader: Comprehension, asks: str, places: Sequence[Place], windows: Sequence[Span]
) -> tuple[list[float], list[Shares]]:
    """Have a reader read some of the record, each window once.

    Args:
        windows: What is read of the record: of each place what it stands in, and then others.

    Returns:
        How well each place fills what is asked, in logits, and how each window stands to it.
    """
    inside: dict[Span, list[Span]] = {each: [] for each in windows}
    for (_, place), window in zip(places, windows, strict=False):
        inside[window].append(place)
    texts = [
        (window.text, [(each.start - window.start, each.end - window.start) for each in spans])
        for window, spans in inside.items()
    ]
    read = reader.weigh(asks, texts)
    found = {
        (window, place): weight
        for (window, spans), weighed in zip(inside.items(), read, strict=True)
        for place, weight in zip(spans, weighed.places, strict=True)
    }
    weights = [found[window, place] for (_, place), window in zip(places, windows, strict=False)]
    return weights, [each.stance for each in read]


def _question(line: Line, slot: Span, word: str, scope: Span) -> str:
    text = line.document.text
    before, behind = text[scope.start : slot.start], text[slot.end : scope.end]
    if word == "when":
        before = _BEFORE_WHEN.sub("", before)
    return f"{before}{word}{behind}".strip().rstrip('.!?”"') + "?"
