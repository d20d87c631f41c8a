"""Who is quoted and with what, for the eye: speakers with their words, then numbered sources.

Comes in: `Quotations`. Goes out: blocks for the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onix.cli.show_sources import Sources, day, source_blocks
from onix.cli.terminal import Block, Piece, Style, block
from onix.model import Citation, Provenance, Quotation, Quotations, Voice

SPEAKERS = 20  # shown at most; the others are counted
SURE = 0.75  # below it a reader should look for themselves


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
    words = value.text if value.quote.kind != "direct" else in_marks(value.text)
    yield block(f"{words} {_marks(sources, value.citations)}", indent=2)
    said = [day(value.published), *_about(value)]
    if value.outlets > 1:
        origins = _count(value.origins, "origin")
        said.append(f"in {_count(value.outlets, 'outlet')}, going back to {origins}")
    yield block(Piece(" · ".join(said), "quiet"), indent=4)
    if value.wordings and value.wordings[-1] not in value.changed:
        yield _form("shortest form", value.wordings[-1], sources, "quiet")
    for each in value.changed:
        yield _form("in changed words", each, sources, "warning")


def _form(what: str, citation: Citation, sources: Sources, style: Style) -> Block:
    shown = f"{in_marks(citation.span.text)} {_marks(sources, [citation])}"
    return block(Piece(f"{what}: {shown}", style), indent=4)


def _about(value: Quotation) -> Iterator[str]:
    """Say how the quotation is given: by whom in the text's words, to whom, when, how sure."""
    quote = value.quote
    written = " ".join(each.text for each in quote.source)
    if written and written != value.speaker:
        yield f"as “{written}”"
    if quote.candidates and value.speaker is None:
        yield f"perhaps {_either(quote.candidates)}"
    if quote.addressee:
        yield f"to {quote.addressee}"
    if quote.occasion:
        yield f"“{quote.occasion.text}”"
    if quote.hedges:
        yield f"hedged: {', '.join(dict.fromkeys(f'“{each.text}”' for each in quote.hedges))}"
    if quote.provenance:
        yield f"goes back to {', '.join(dict.fromkeys(map(origin_of, quote.provenance)))}"
    if value.speaker and quote.confidence < SURE:
        yield "speaker not certain"


def _either(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last


def origin_of(value: Provenance) -> str:
    """Say what a statement goes back to: a name, or the words for it."""
    return value.name or f"“{value.span.text}”"


def in_marks(text: str) -> str:
    """Give words in quotation marks, if they do not have any."""
    words = " ".join(text.split())
    return words if any(mark in words for mark in '"“”„«»') else f"“{words}”"


def _marks(sources: Sources, citations: list[Citation] | tuple[Citation, ...]) -> str:
    return " ".join(f"[{each}]" for each in sources.numbers(citations))


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
