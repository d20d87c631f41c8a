"""Answers and quotations in words: what stands out in a sentence, and what is said beside it.

In: statements, origins, quotes. Out: places in their text and plain words, the same in a terminal
and on a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from onix.model import Abstention, Answer, Origins, Provenance, Quotation, Quote, Span, Statement

_MARK = re.compile('["“”]')
_CLOSES = re.compile(r"(?<=[,.?!…—])[\"”]\s")
_BETWEEN = re.compile(_CLOSES.pattern + r"[^\"“”]*[\"“]")
SURE = 0.75  # below it a reader should look for themselves who speaks


class Standout(NamedTuple):
    """Words of a statement's text that stand out in it; offsets count from where it begins."""

    start: int
    end: int
    kind: Literal["answer", "hedge"]


def undisputed(answer: Answer) -> list[Statement]:
    """Give the statements that are no reading of a disagreement."""
    disputed = {each for found in answer.disagreements for each in found.readings}
    return [each for each in answer.statements if each not in disputed]


def standouts(statement: Statement) -> Iterator[Standout]:
    """Give the answer words and the hedges of a statement, in order; none overlaps another."""
    found = [] if statement.answer is None else [_standout(statement, statement.answer, "answer")]
    found += [_standout(statement, each, "hedge") for each in statement.hedges]
    at = 0
    for each in sorted(found, key=lambda each: each.start):
        if each.start >= at and each.end > each.start:
            yield each
            at = each.end


def _standout(statement: Statement, span: Span, kind: Literal["answer", "hedge"]) -> Standout:
    start = _place(statement, span)
    return Standout(start, start + len(span.text), kind)


def _place(statement: Statement, span: Span) -> int:
    """Find where a span lies in the statement's text, by its offset, else by its words; or -1."""
    for citation in statement.citations:
        start = span.start - citation.span.start
        if citation.span.covers(span) and statement.text.startswith(span.text, start):
            return start
    return statement.text.find(span.text)


def yes_or_no(statement: Statement) -> str:
    """Say yes or no, and by whose word where nobody with a name says so; nothing without one."""
    if statement.stance is None:
        return ""
    source = f", according to “{statement.source.text}”" if statement.source else ""
    return f"{statement.stance.capitalize()}{source}"


def how_sure(statement: Statement) -> str | None:
    """Say how sure it is that a statement answers, no finer than that is known: "about 80 %"."""
    if not statement.answer and not statement.stance:
        return None
    tens = min(9, max(1, round(10 * statement.confidence)))
    share = f"about {10 * tens} %" if statement.confidence < 0.95 else "over 90 %"
    return f"{share} sure that this answers"


def unanswered(abstained: Abstention) -> str:
    """Say in three or four words that there is no answer."""
    return "Not answered" if abstained.why == "not_understood" else "Not in the record"


def hedged(statement: Statement) -> str | None:
    """Give the hedges of a statement in its own words: “reportedly”, “is said to”."""
    words = dict.fromkeys(f"“{hedge.text}”" for hedge in statement.hedges)
    return ", ".join(words) or None


def who_is_meant(statement: Statement) -> str | None:
    """Say for whom the pronouns and descriptions of a statement stand: “He” is Ann Lee."""
    named = {
        each.name: each.span.text for each in statement.meant if each.name != statement.speaker
    }
    return ", ".join(f"“{words}” is {name}" for name, words in named.items()) or None


def carried(origins: Origins) -> str:
    """Say how many outlets carry an answer and what that goes back to; nothing for a single one."""
    if origins.outlets < 2:
        return ""
    names = f": {', '.join(origins.names)}" if origins.names else ""
    many = "origins" if origins.origins != 1 else "origin"
    return f"{origins.outlets} outlets carry this; it goes back to {origins.origins} {many}{names}."


def how_said(quote: Quote, speaker: str | None) -> Iterator[str]:
    """Say how a quotation is given: by whom in the text's words, to whom, when, how sure."""
    written = " ".join(each.text for each in quote.source)
    if not written and speaker is None:
        written = quote.speaker or ""  # a post alone, as a transcript has it: "Town Clerk"
    if written and written != speaker:
        yield f"as “{written}”"
    if quote.candidates and speaker is None:
        yield f"perhaps {_either(quote.candidates)}"
    if quote.addressee:
        yield f"to {quote.addressee}"
    if quote.occasion:
        yield f"“{quote.occasion.text}”"
    if quote.hedges:
        yield f"hedged: {', '.join(dict.fromkeys(f'“{each.text}”' for each in quote.hedges))}"
    origins = dict.fromkeys(map(origin_of, quote.provenance))
    origins.pop(f"“{written}”", None)  # it says so just before
    if origins:
        yield f"goes back to {', '.join(origins)}"
    if speaker and quote.confidence < SURE:
        yield "speaker not certain"


def origin_of(value: Provenance) -> str:
    """Say what a statement goes back to: a name, the outlet itself, or the words for it."""
    if value.name is None and value.kind == "own":  # "told us"
        return "the outlet’s own reporting"
    return value.name or f"“{value.span.text}”"


def _either(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last


def as_told(value: Quotation) -> str:
    """Give a quotation's words: in marks, or behind the verb they are told with ("denied that …").

    Without that verb a reader would take what somebody denied for what they said.
    """
    quote = value.quote
    if quote.kind == "direct":
        return in_marks(value.text)
    if not quote.cue or quote.cue[-1].end > quote.content[0].start:
        return value.text
    cue = " ".join(" ".join(each.text.split()) for each in quote.cue)
    gap = " " if quote.content[0].start - quote.cue[-1].end <= 1 else " … "
    return f"{cue}{gap}{value.text}"


def in_marks(text: str) -> str:
    """Give words in quotation marks, if they do not have any.

    What a text tells between two parts of a quotation is an ellipsis: “…,” she said. “…”.
    """
    words = " ".join(text.split())
    first = _MARK.search(words)
    if first is not None and _CLOSES.match(words, first.start()):
        words = _BETWEEN.sub(" … ", words)
    return words if any(mark in words for mark in '"“”„«»') else f"“{words}”"
