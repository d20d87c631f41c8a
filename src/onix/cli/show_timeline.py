"""What happened and what was announced, for the eye: days with their events, numbered sources.

Comes in: a `Timeline`. Goes out: blocks for the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from onix.cli.show_sources import source_blocks
from onix.cli.terminal import Block, Piece, block
from onix.jobs.saying import in_marks
from onix.jobs.sources import Sources, day
from onix.model import Event, TimeExpression, Timeline
from onix.record import origins

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


def title(found: Timeline) -> str:
    """Give the heading of a timeline."""
    return f"Timeline of {found.topic}" if found.topic else "Timeline of the record"


def counts(found: Timeline) -> str:
    """Say how many events there are of each sort."""
    parts = [
        f"{count(len(found.happened), 'dated event')}",
        f"{len(found.announced):,} announced",
        f"{len(found.undated):,} without a date",
    ]
    return f"{', '.join(parts)}, from {count(found.looked_at, 'document')}"


def count(number: int, what: str) -> str:
    """Give a number with its noun."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def period(when: TimeExpression) -> str:
    """Give the days of a time as precisely as it says: "6 May 2025", "May 2025", "1996"."""
    if when.earliest is None or when.latest is None:
        return f"“{when.span.text}”"
    first, last = date.fromisoformat(when.earliest), date.fromisoformat(when.latest)
    if first == last:
        return day(when.earliest)
    after = last + timedelta(days=1) if last < date.max else last
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1):
        years = after.year - first.year
        return f"{first.year}" if years == 1 else f"{first.year} to {last.year}"
    if (
        first.day == after.day == 1
        and (after.year - first.year) * 12 + after.month == first.month + 1
    ):
        return f"{first:%B %Y}"
    return f"{day(when.earliest)} to {day(when.latest)}"


def about(event: Event) -> list[str]:
    """Say how an event is told: who, in whose words, how sure, how many outlets."""
    said = [", ".join(event.who)] if event.who else []
    if event.when is not None and period(event.when) != event.when.span.text:
        said.append(f"“{event.when.span.text}”")
    if event.speaker:
        said.append(f"according to {event.speaker}")
    if event.hedges:
        said.append(f"hedged: {', '.join(dict.fromkeys(in_marks(h.text) for h in event.hedges))}")
    found = origins(event.citations)
    if found.outlets > 1:
        said.append(f"in {count(found.outlets, 'outlet')}, going back to "
                    f"{count(found.origins, 'origin')}")  # fmt: skip
    return said


def shortest(event: Event) -> str:
    """Give the clause where it stands for itself, else its sentence: "to outline on Tuesday"."""
    words = event.what.text
    return words if not words[:1].islower() else "".join(in_sentence(event))


def in_sentence(event: Event) -> tuple[str, str, str]:
    """Give the sentence that tells an event in three parts, the clause itself in the middle."""
    sentence = event.citations[0].span if event.citations else event.what
    if not sentence.covers(event.what):
        sentence = event.what
    start, end = event.what.start - sentence.start, event.what.end - sentence.start
    return sentence.text[:start], sentence.text[start:end], sentence.text[end:]


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
        published = min((c.published for c in each.citations if c.published), default=None)
        before, what, after = in_sentence(each)
        yield block(
            Piece(f"{day(published)}: ", "quiet"), before, Piece(what, "answer"),
            f"{after} {_marks(sources, each)}", indent=2,
        )  # fmt: skip
    if most is not None and len(events) > most:
        yield block(f"and {len(events) - most:,} more. All: --all", indent=2)
    yield block()


def _marks(sources: Sources, event: Event) -> str:
    return " ".join(f"[{each}]" for each in sources.numbers(event.citations))


def _notes(found: Timeline) -> list[Block]:
    return [block(Piece(each, "quiet")) for each in found.notes]
