"""What became of a plan, for the eye: a comparison in, blocks for the terminal out.

Words that are gone stand in [-…-], words that came in {+…+}, so that it reads without colour.
"""

from __future__ import annotations

from collections.abc import Iterator

from onix.cli.show_sources import source_blocks
from onix.cli.terminal import Block, Piece, block
from onix.jobs.compare.saying import (
    heading_of,
    meaning_words,
    names_of,
    number_said,
    objected,
    runs,
    shortened,
    summed,
)
from onix.jobs.sources import Sources
from onix.model import Change, Comparison, History, Way


def comparison_blocks(found: Comparison, *, everything: bool = False) -> list[Block]:
    """Give everything that `onix compare` shows of two versions.

    Args:
        everything: The whole text of points that are unchanged, too.
    """
    old, new = names_of(found.old, found.new)
    blocks = [block("old: ", old), block("new: ", new), block()]
    for each in found.changes:
        blocks += _change(each, everything)
    frames = [each for each in found.frames if each.kind != "unchanged"]
    if frames:
        blocks += [block(), block(Piece("Outside the points:", "quiet"))]
        for each in frames:
            blocks.append(block(*_text(each), indent=2, hanging=2))
            blocks += _meanings(each)
    blocks += [block(), block(summed(found))]
    blocks += [block(Piece(each, "quiet")) for each in found.notes]
    return blocks + _objections(found)


def history_blocks(found: History, *, everything: bool = False) -> list[Block]:
    """Give each step of several versions, and then the way of each point that changed."""
    blocks: list[Block] = []
    for number, step in enumerate(found.steps, start=1):
        blocks += [block(Piece(f"Version {number} → version {number + 1}", "strong")), block()]
        blocks += [*comparison_blocks(step, everything=everything), block()]
    blocks.append(block(Piece("The way of each point through all versions:", "strong")))
    return blocks + [block(_way(each), indent=2, hanging=2) for each in found.ways]


def _change(change: Change, everything: bool) -> Iterator[Block]:
    is_plain = change.kind in ("unchanged", "moved", "renumbered")
    yield block(Piece(heading_of(change), "quiet" if change.kind == "unchanged" else "strong"))
    if is_plain and not everything:
        yield block(Piece(shortened(change.after), "quiet"), indent=4)
        return
    yield block(*_text(change), indent=4)
    yield from _meanings(change)


def _meanings(change: Change) -> Iterator[Block]:
    for said in meaning_words(change):
        yield block(Piece(said, "warning"), indent=4)


def _text(change: Change) -> Iterator[Piece]:
    """Give the text of both versions in one, what is gone and what came marked."""
    for kind, text in runs(change):
        if kind == "same":
            yield Piece(text)
        elif kind == "elsewhere":
            yield Piece("[…]", "quiet")
        else:
            marked = f"[-{text}-]" if kind == "gone" else f"{{+{text}+}}"
            yield Piece(marked, "gone" if kind == "gone" else "come")


def _way(way: Way) -> str:
    """Say one point's way: "point 4 → point 4 (merged) → dropped"."""
    said = []
    for number, point in enumerate(way.points):
        into = way.steps[number - 1] if number else None
        out = way.steps[number] if number < len(way.steps) else None
        if point is None:
            said.append("dropped" if into is not None else "—")
            continue
        written = out.numbers[0] if out is not None else into.numbers[1] if into else ""
        kind = f" ({into.kind})" if into is not None and into.before is not None else ""
        new = " (new)" if into is not None and into.before is None else ""
        name = number_said(written) if written else f"“{shortened(point)}”"
        said.append(name + kind + new)
    return " → ".join(said)


def _objections(found: Comparison) -> list[Block]:
    if not found.objections:
        return []
    sources = Sources()
    blocks = [block(), block(Piece("Who objected:", "strong"))]
    for each in found.objections:
        (number,) = sources.numbers([each.citation])
        blocks.append(block(Piece(each.who, "strong"), f" · {objected(each, found)}", indent=2))
        words = " … ".join(" ".join(part.text.split()) for part in each.quote.content)
        blocks.append(block(f"“{words}” [{number}]", indent=4))
    blocks.append(block())
    for number, citation in sources:
        blocks += source_blocks(number, citation)
    return blocks
