"""Who is quoted and with what, for the eye: speakers with their words, then numbered sources.

Comes in: `Quotations`. Goes out: blocks for the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator

from onix.cli.show_sources import source_blocks
from onix.cli.terminal import Block, Piece, Style, block
from onix.jobs.saying import as_told, how_said, in_marks
from onix.jobs.sources import Sources, day
from onix.model import Citation, Quotation, Quotations, Voice

SPEAKERS = 20  # shown at most; the others are counted


def quotation_blocks(found: Quotations, *, speakers: int | None = SPEAKERS) -> list[Block]:
    """Give everything that `onix quotes` shows."""
    if found.why is not None:
        return [block(found.why)]
    sources = Sources()
    blocks: list[Block] = []
    for voice in found.speakers[:speakers]:
        blocks += [*_voice(voice, sources), block()]
    rest = found.speakers[speakers:] if speakers is not None else ()
    if rest:
        many = sum(each.count for each in rest)
        blocks += [
            block(
                f"{_count(len(rest), 'more speaker')}, {_count(many, 'quotation')}. All: --limit 0"
            ),
            block(),
        ]
    for number, citation in sources:
        blocks += source_blocks(number, citation)
    notes = list(found.notes)
    if found.unattributed:
        what = _count(found.unattributed, "marked string")
        notes.append(f"{what} without speaker or source: see --unattributed.")
    if notes:
        blocks += [block(), *(block(Piece(each, "quiet")) for each in notes)]
    return blocks


def _voice(voice: Voice, sources: Sources) -> Iterator[Block]:
    name = voice.speaker or "No speaker by name"
    outlets = f", {_count(voice.outlets, 'outlet')}" if voice.outlets else ""
    yield block(Piece(name, "strong"), f": {_count(voice.count, 'quotation')}{outlets}")
    for each in voice.quotes:
        yield from _quotation(each, sources)
    if len(voice.quotes) < voice.count:
        yield block(f"and {voice.count - len(voice.quotes):,} more. All: --limit 0", indent=2)


def _quotation(value: Quotation, sources: Sources) -> Iterator[Block]:
    yield block(f"{as_told(value)} {_marks(sources, value.citations)}", indent=2)
    told = f"said {day(value.said)}, published " if value.said else ""
    said = [f"{told}{day(value.published)}"] if value.published else []
    said += how_said(value.quote, value.speaker)
    if value.outlets > 1:
        origins = _count(value.origins, "origin")
        said.append(f"in {_count(value.outlets, 'outlet')}, going back to {origins}")
    if said:
        yield block(Piece(" · ".join(said), "quiet"), indent=4)
    if value.wordings and value.wordings[-1] not in value.changed:
        yield _form("shortest form", value.wordings[-1], sources, "quiet")
    for each in value.changed:
        yield _form("in changed words", each, sources, "warning")


def _form(what: str, citation: Citation, sources: Sources, style: Style) -> Block:
    shown = f"{in_marks(citation.span.text)} {_marks(sources, [citation])}"
    return block(Piece(f"{what}: {shown}", style), indent=4)


def _marks(sources: Sources, citations: list[Citation] | tuple[Citation, ...]) -> str:
    return " ".join(f"[{each}]" for each in sources.numbers(citations))


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
