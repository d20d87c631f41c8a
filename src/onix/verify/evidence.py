"""Where words stand and how the source goes on: findings in, evidence out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from onix.model import Evidence, Span
from onix.verify.doubts import WEAK, Doubts
from onix.verify.findings import Findings
from onix.verify.tapes import Stretch, Tapes

_CLOSED = re.compile(r"[”\"]")
_ENDED = re.compile(r"[.?!…\n]")
_CONTINUES = 25  # words shown of what the source goes on to say


def speech_end(tapes: Tapes, stretch: Stretch, token: int) -> int:
    """Give the token behind the sentence that a token stands in, or a few words on.

    In an article a quotation ends before it: what stands behind its marks is not the speaker's.
    """
    is_article = tapes.all[stretch.tape].kind == "article"
    last = min(len(stretch.ids), token + _CONTINUES)
    for each in range(token, last):
        between = stretch.text[stretch.ends[each - 1] : stretch.starts[each]]
        if is_article and _CLOSED.search(between):
            return each
        if each > token and _ENDED.search(between):
            return each
    return last


def evidence_of(
    tapes: Tapes, found: Findings, until: Findings | None = None, *, weak: float = WEAK
) -> Evidence:
    """Give where the words stand; `until` is the piece that ends them, if it is another."""
    stretch, last = found.piece.stretch, found.last
    if until is None:
        whole, first, end = stretch, found.first, last
    else:
        first, end = found.span_tokens[0], until.span_tokens[1]
        whole = tapes.stretch(stretch.tape, first, end)
        first, end = 0, len(whole.ids)
    span = tapes.span(whole, first, end)
    tape = tapes.all[stretch.tape]
    said = found.said
    continues = _continues(tapes, until or found)
    return Evidence(
        span,
        None if said is None else said.speaker,
        tapes.second(stretch.tape, span.start, said),
        tape.title,
        tape.published,
        continues,
        Doubts(tapes, whole, weak).within(first, end),
    )


def _continues(tapes: Tapes, found: Findings) -> Span | None:
    """Give how the speaker goes on, to the end of the sentence.

    None where the turn ends, and in an article where the quotation does: its words are not theirs.
    """
    stretch, last = found.piece.stretch, found.last
    if last + _CONTINUES > len(stretch.ids):
        ends = found.span_tokens[1]
        stretch, last = tapes.stretch(stretch.tape, ends - 1, ends + _CONTINUES), 1
    last = _behind_brackets(stretch, last)
    if last >= len(stretch.ids):
        return None
    end = speech_end(tapes, stretch, last)
    if found.said is not None:
        within = found.said.end - stretch.offset
        end = min(end, bisect_right(stretch.ends, within))
    return tapes.span(stretch, last, end) if end > last else None


def _behind_brackets(stretch: Stretch, token: int) -> int:
    """Give the token at which speech goes on: "(Laughter.)" is none."""
    while token < len(stretch.ids):
        opens = stretch.text.rfind("(", stretch.ends[token - 1], stretch.starts[token])
        closes = stretch.text.find(")", opens) if opens >= 0 else -1
        if closes < 0:
            return token
        token = bisect_left(stretch.starts, closes, lo=token)
    return token


def all_evidence(
    tapes: Tapes, found: list[Findings], *, joined: bool, weak: float = WEAK
) -> tuple[Evidence, ...]:
    """Give where a claim stands: one place, or one for each piece where they are joined."""
    if joined or len(found) == 1:
        return tuple(evidence_of(tapes, each, weak=weak) for each in found)
    return (evidence_of(tapes, found[0], found[-1], weak=weak),)
