"""What became of a plan, for the eye: a comparison in, blocks for the terminal out.

Words that are gone stand in [-…-], words that came in {+…+}, so that it reads without colour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from onix.cli.show_sources import source_blocks
from onix.cli.terminal import Block, Piece, block
from onix.jobs.sources import Sources
from onix.model import Change, ChangeKind, Comparison, Document, History, Objection, Span, Way

SHORT = 9  # words shown of a point that nothing is different in
# In the order in which the sum says them.
_KINDS: tuple[ChangeKind, ...] = (
    "unchanged", "reworded", "moved", "renumbered", "split", "merged", "dropped", "new",
)  # fmt: skip


def comparison_blocks(found: Comparison, *, everything: bool = False) -> list[Block]:
    """Give everything that `onix compare` shows of two versions.

    Args:
        everything: The whole text of points that are unchanged, too.
    """
    blocks = [block("old: ", name_of(found.old)), block("new: ", name_of(found.new)), block()]
    for each in found.changes:
        blocks += _change(each, everything)
    frames = [each for each in found.frames if each.kind != "unchanged"]
    if frames:
        blocks += [block(), block(Piece("Outside the points:", "quiet"))]
        blocks += [block(*_text(each), indent=2, hanging=2) for each in frames]
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


def name_of(document: Document) -> str:
    """Give what a version is called: its title, else its address or id, with its day."""
    named = document.title or document.address or document.id
    return f"{named} ({document.published})" if document.published else named


def summed(found: Comparison) -> str:
    """Say how many points became what, in one line."""
    if found.is_same:
        return f"The same: {_counted(len(found.changes), 'point')}, nothing is different."
    counts = Counter(each.kind for each in found.changes)
    said = [f"{counts[kind]} {kind}" for kind in _KINDS if counts[kind]]
    old = len({each.before for each in found.changes if each.before is not None})
    new = len({each.after for each in found.changes if each.after is not None})
    modals = Counter(modal.direction for each in found.changes for modal in each.modals)
    hard = [f"{modals[each]} {each}" for each in ("softened", "hardened") if modals[each]]
    whole = f"{_counted(old, 'point')} → {_counted(new, 'point')}: {', '.join(said)}."
    return whole + (f" Obligations: {', '.join(hard)}." if hard else "")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def heading_of(change: Change) -> str:
    """Say which point became which, and how, in words."""
    where = " → ".join(dict.fromkeys(each for each in change.numbers if each))
    said: list[str] = [change.kind]
    if change.kind in ("split", "merged") and change.is_reworded:
        said.append("reworded")
    said += [
        word
        for word, is_it in (("moved", change.moved), ("renumbered", change.renumbered))
        if is_it and word != change.kind
    ]
    return f"{where}  {', '.join(said)}".strip()


def modal_words(change: Change) -> Iterator[str]:
    """Say which words of obligation bind less or more."""
    for each in change.modals:
        yield f"{each.direction}: “{each.before.text}” → “{each.after.text}”"


def _change(change: Change, everything: bool) -> Iterator[Block]:
    is_plain = change.kind in ("unchanged", "moved", "renumbered")
    yield block(Piece(heading_of(change), "quiet" if change.kind == "unchanged" else "strong"))
    if is_plain and not everything:
        yield block(Piece(_short(change.after), "quiet"), indent=4)
        return
    yield block(*_text(change), indent=4)
    for said in modal_words(change):
        yield block(Piece(said, "warning"), indent=4)


def _short(span: Span | None) -> str:
    words = span.text.split() if span is not None else []
    return " ".join(words[:SHORT]) + (" …" if len(words) > SHORT else "")


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


def runs(change: Change) -> Iterator[tuple[str, str]]:
    """Give both texts of a change in one row of runs: "same", "gone", "come" or "elsewhere"."""
    if change.before is None or change.after is None:
        span = change.after or change.before
        yield ("come" if change.before is None else "gone"), span.text if span else ""
        return
    at, text = 0, change.before.text
    for each in change.differences:
        start = each.before.start - change.before.start
        yield "same", text[at:start]
        at = start + len(each.before.text)
        if each.kind == "typography":
            yield "same", each.after.text
        elif each.kind == "elsewhere" and each.before.text:
            yield "elsewhere", each.before.text
        elif each.kind == "elsewhere":
            yield "same", each.after.text
        else:
            yield from _apart("gone", each.before.text)
            yield from _apart("come", each.after.text)
    yield "same", text[at:]


def _apart(kind: str, text: str) -> Iterator[tuple[str, str]]:
    """Give a run with the spaces around its words outside the marks."""
    words = text.strip()
    if not words:
        return
    before = text[: len(text) - len(text.lstrip())]
    behind = text[len(text.rstrip()) :]
    yield from (("same", before), (kind, words), ("same", behind))


def _way(way: Way) -> str:
    """Say one point's way: "4. → 4. (merged) → dropped"."""
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
        said.append((written or f"“{_short(point)}”") + kind + new)
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


def objected(objection: Objection, found: Comparison) -> str:
    """Say to what somebody objects, and by what that is known."""
    if not objection.points:
        return "to the whole plan"
    named = {}
    for change in found.changes:
        for side, span in enumerate((change.before, change.after)):
            if span is not None:
                which = ("old", "new")[side]
                named[span] = f"{which} {change.numbers[side] or f'“{_short(span)}”'}"
    points = " and ".join(named[each] for each in objection.points if each in named)
    return f"to {points} (by {objection.by})"
