"""What happened and what was announced, for the eye: days with their events, numbered sources.

Comes in: a `Timeline`. Goes out: blocks for the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from onix.cli.show_sources import source_blocks
from onix.cli.terminal import Block, Piece, block
from onix.jobs.sources import Sources
from onix.jobs.timeline.saying import about, counts, in_sentence, period, reported, title
from onix.model import Event, Timeline

UNDATED = 10  # shown at most, unless all are asked for
DATED = 60


def timeline_blocks(found: Timeline, *, everything: bool = False) -> list[Block]:
    """Give everything that `onix timeline` shows.

    Args:
        everything: Not the first few only.
    """
    if found.why is not None:
        return [block(found.why), *_notes(found)]
    sources = Sources()
    blocks = [block(Piece(title(found), "strong"), f": {counts(found)}"), block()]
    happened = found.happened if everything else found.happened[-DATED:]
    if len(happened) < len(found.happened):
        left = len(found.happened) - len(happened)
        blocks += [block(f"{left:,} earlier events are left out here. All: --all"), block()]
    blocks += _days(happened, sources)
    if found.announced:
        blocks += [block(Piece("Announced, as far as the record says", "strong")), block()]
        blocks += _days(found.announced, sources)
    if found.undated:
        blocks += _undated(found.undated, sources, None if everything else UNDATED)
    for number, citation in sources:
        blocks += source_blocks(number, citation)
    return [*blocks, *_notes(found)]


def _days(events: Sequence[Event], sources: Sources) -> Iterator[Block]:
    for label, group in groupby(events, key=lambda each: period(each.when) if each.when else ""):
        yield block(Piece(label, "strong"))
        for each in group:
            yield from _event(each, sources)
        yield block()


def _event(event: Event, sources: Sources) -> Iterator[Block]:
    before, what, after = in_sentence(event)
    marks = _marks(sources, event)
    yield block(before, Piece(what, "answer"), f"{after} {marks}", indent=2)
    said = about(event)
    if said:
        yield block(Piece(" · ".join(said), "quiet"), indent=4)
    for each in event.disputed:
        numbers = " ".join(f"[{number}]" for number in sources.numbers(each.citations))
        yield block(Piece(f"another date: {period(each.when)} {numbers}", "warning"), indent=4)


def _undated(events: Sequence[Event], sources: Sources, most: int | None) -> Iterator[Block]:
    yield block(Piece("Without a date, as they were reported", "strong"))
    for each in events[:most]:
        before, what, after = in_sentence(each)
        yield block(
            Piece(f"{reported(each)}: ", "quiet"), before, Piece(what, "answer"),
            f"{after} {_marks(sources, each)}", indent=2,
        )  # fmt: skip
    if most is not None and len(events) > most:
        yield block(f"and {len(events) - most:,} more. All: --all", indent=2)
    yield block()


def _marks(sources: Sources, event: Event) -> str:
    return " ".join(f"[{each}]" for each in sources.numbers(event.citations))


def _notes(found: Timeline) -> list[Block]:
    return [block(Piece(each, "quiet")) for each in found.notes]
