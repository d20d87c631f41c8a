"""An answer for the eye: the record's own sentences, the answer words standing out, then sources.

Comes in: an `Answer`. Goes out: blocks for the terminal. Nothing is worded here but the frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onix.cli.show_sources import Sources, source_blocks, when
from onix.cli.terminal import Block, Piece, block
from onix.model import Answer, Citation, Disagreement, Origins, Span, Statement


def answer_blocks(answer: Answer) -> list[Block]:
    """Give everything that `onix ask` shows for one answer."""
    sources = Sources()
    blocks: list[Block] = []
    disputed = {each for found in answer.disagreements for each in found.readings}
    for statement in answer.statements:
        if statement not in disputed:
            blocks += [*_statement(statement, sources), block()]
    for disagreement in answer.disagreements:
        blocks += [*_disagreement(disagreement, sources), block()]
    if answer.abstained is not None:
        blocks += [block(Piece("Not in the record.", "strong"), " ", answer.abstained.says)]
        if answer.abstained.nearest is not None:
            nearest = answer.abstained.nearest
            blocks += [
                block(),
                block("The nearest it comes, which does not answer:"),
                block(nearest.span.text, " ", _marks(sources, [nearest]), indent=2),
            ]
        blocks.append(block())
    for number, citation in sources:
        blocks += source_blocks(number, citation)
    carried = _origins(answer.origins)
    if carried:
        blocks += [block(), block(Piece(carried, "quiet"))]
    while blocks and not blocks[-1].pieces:
        blocks.pop()
    return blocks


def highlighted(statement: Statement) -> Iterator[Piece]:
    """Give the sentence in pieces, its answer words and its hedges in styles of their own."""
    marked: list[tuple[int, Piece]] = []
    if statement.answer is not None:
        marked.append((_place(statement, statement.answer), Piece(statement.answer.text, "answer")))
    marked += [(_place(statement, each), Piece(each.text, "hedge")) for each in statement.hedges]
    at = 0
    for start, piece in sorted(marked, key=lambda each: each[0]):
        if start >= at and piece.text:
            yield Piece(statement.text[at:start])
            yield piece
            at = start + len(piece.text)
    yield Piece(statement.text[at:])


def _place(statement: Statement, span: Span) -> int:
    """Find where a span lies in the statement's text, by its offset, else by its words; or -1."""
    for citation in statement.citations:
        start = span.start - citation.span.start
        if citation.span.covers(span) and statement.text.startswith(span.text, start):
            return start
    return statement.text.find(span.text)


def _marks(sources: Sources, citations: Iterable[Citation]) -> str:
    """Give the numbers as they stand behind a sentence: "[1] [3]"."""
    return " ".join(f"[{each}]" for each in sources.numbers(citations))


def _statement(statement: Statement, sources: Sources, *, indent: int = 0) -> list[Block]:
    stance = f"{statement.stance.capitalize()}: " if statement.stance else ""
    marks = _marks(sources, statement.citations)
    blocks = [block(Piece(stance, "strong"), *highlighted(statement), f" {marks}", indent=indent)]
    said = []
    if statement.speaker:
        said.append(f"said by {statement.speaker}")
    if statement.occasion:
        said.append(f"“{statement.occasion.text}”")
    if statement.when:
        said.append(f"when: {when(statement.when)}")
    if statement.hedges:
        words = dict.fromkeys(f"“{hedge.text}”" for hedge in statement.hedges)
        said.append(f"hedged: {', '.join(words)}")
    if statement.answer or statement.stance:
        said.append(f"{_tens(statement.confidence)} sure that this answers")
    if said:
        blocks.append(block(Piece(" · ".join(said), "quiet"), indent=indent + 2))
    return blocks


def _tens(confidence: float) -> str:
    """Say a confidence no finer than it is known: "about 80 %"."""
    tens = min(9, max(1, round(10 * confidence)))
    return f"about {10 * tens} %" if confidence < 0.95 else "over 90 %"


def _disagreement(disagreement: Disagreement, sources: Sources) -> list[Block]:
    blocks = [
        block(Piece(f"The record holds different readings of {disagreement.about}:", "strong"))
    ]
    for reading in disagreement.readings:
        first, *rest = _statement(reading, sources, indent=2)
        blocks += [Block((Piece("– "), *first.pieces), first.indent, 2)]
        blocks += [Block(each.pieces, each.indent + 2) for each in rest]
    return blocks


def _origins(origins: Origins) -> str:
    if origins.outlets < 2:
        return ""
    names = f": {', '.join(origins.names)}" if origins.names else ""
    many = "origins" if origins.origins != 1 else "origin"
    return f"{origins.outlets} outlets carry this; it goes back to {origins.origins} {many}{names}."
