"""An answer for the eye: the record's own sentences, the answer words standing out, then sources.

Comes in: an `Answer`. Goes out: blocks for the terminal. Nothing is worded here but the frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onix.cli.show_sources import source_blocks
from onix.cli.terminal import Block, Piece, block
from onix.jobs.saying import (
    carried,
    hedged,
    how_sure,
    standouts,
    unanswered,
    undisputed,
    who_is_meant,
    yes_or_no,
)
from onix.jobs.sources import Sources, when
from onix.model import Answer, Citation, Disagreement, Statement


def answer_blocks(answer: Answer) -> list[Block]:
    """Give everything that `onix ask` shows for one answer."""
    sources = Sources()
    blocks: list[Block] = []
    for statement in undisputed(answer):
        blocks += [*_statement(statement, sources), block()]
    for disagreement in answer.disagreements:
        blocks += [*_disagreement(disagreement, sources), block()]
    if answer.abstained is not None:
        blocks += [
            block(Piece(f"{unanswered(answer.abstained)}.", "strong"), " ", answer.abstained.says)
        ]
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
    if text := carried(answer.origins):
        blocks += [block(), block(Piece(text, "quiet"))]
    while blocks and not blocks[-1].pieces:
        blocks.pop()
    return blocks


def highlighted(statement: Statement) -> Iterator[Piece]:
    """Give the sentence in pieces, its answer words and its hedges in styles of their own."""
    at = 0
    for start, end, kind in standouts(statement):
        yield Piece(statement.text[at:start])
        yield Piece(statement.text[start:end], kind)
        at = end
    yield Piece(statement.text[at:])


def _marks(sources: Sources, citations: Iterable[Citation]) -> str:
    """Give the numbers as they stand behind a sentence: "[1] [3]"."""
    return " ".join(f"[{each}]" for each in sources.numbers(citations))


def _statement(statement: Statement, sources: Sources, *, indent: int = 0) -> list[Block]:
    stance = f"{says}: " if (says := yes_or_no(statement)) else ""
    marks = _marks(sources, statement.citations)
    blocks = [block(Piece(stance, "strong"), *highlighted(statement), f" {marks}", indent=indent)]
    said = []
    if statement.speaker:
        said.append(f"said by {statement.speaker}")
    if statement.occasion:
        said.append(f"“{statement.occasion.text}”")
    if named := who_is_meant(statement):
        said.append(named)
    if statement.when:
        said.append(f"when: {when(statement.when)}")
    if words := hedged(statement):
        said.append(f"hedged: {words}")
    if sure := how_sure(statement):
        said.append(sure)
    if said:
        blocks.append(block(Piece(" · ".join(said), "quiet"), indent=indent + 2))
    return blocks


def _disagreement(disagreement: Disagreement, sources: Sources) -> list[Block]:
    blocks = [
        block(Piece(f"The record holds different readings of “{disagreement.about}”:", "strong"))
    ]
    for reading in disagreement.readings:
        first, *rest = _statement(reading, sources, indent=2)
        blocks += [Block((Piece("– "), *first.pieces), first.indent, 2)]
        blocks += [Block(each.pieces, each.indent + 2) for each in rest]
    return blocks
