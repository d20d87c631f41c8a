"""What became of a plan in words: changes in, sentences and runs of text out.

The same in a terminal and on a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from onix.jobs.compare.points.markers import is_ordinal
from onix.model import Change, ChangeKind, Comparison, Document, Objection, Span

SHORT = 9  # words shown of a point that nothing is different in
_NAMED = re.compile(r"[^\W\d]+\.? |[§¶#]")
_PLAIN = re.compile(r" → point (?=\S)")  # "point 4 → 6"
# In the order in which the sum says them.
_KINDS: tuple[ChangeKind, ...] = (
    "unchanged", "reworded", "moved", "renumbered", "split", "merged", "dropped", "new",
)  # fmt: skip


def name_of(document: Document) -> str:
    """Give what a version is called: its title, else its address or id, with its day."""
    named = document.title or document.address or document.id
    day = document.day
    if day is None or re.search(rf"\b0?{day.day}\b.*\b{day.year}\b", named):
        return named  # "The Accord (draft of 4 May 2024)" has its day
    return f"{named} ({document.published})"


def names_of(old: Document, new: Document) -> tuple[str, str]:
    """Give what two versions are called, with the names of their files where they are called alike.

    Where they have none, or the same, the old and the new version are called so.
    """
    names = name_of(old), name_of(new)
    if names[0] != names[1]:
        return names
    files = [PurePath(each.address).name if each.address else "" for each in (old, new)]
    apart = files if all(files) and files[0] != files[1] else ["old", "new"]
    return f"{names[0]} ({apart[0]})", f"{names[1]} ({apart[1]})"


def summed(found: Comparison) -> str:
    """Say how many points became what, in one line."""
    if found.is_same:
        return f"The same: {_counted(len(found.changes), 'point')}, nothing is different."
    counts = Counter(each.kind for each in found.changes)
    said = [f"{counts[kind]} {kind}" for kind in _KINDS if counts[kind]]
    old = len({each.before for each in found.changes if each.before is not None})
    new = len({each.after for each in found.changes if each.after is not None})
    everything = (*found.changes, *found.frames)
    modals = Counter(modal.direction for each in everything for modal in each.modals)
    hard = [f"{modals[each]} {each}" for each in ("softened", "hardened") if modals[each]]
    whole = f"{_counted(old, 'point')} → {_counted(new, 'point')}: {', '.join(said)}."
    turned = sum(len(each.turned) for each in everything)
    whole += f" Obligations: {', '.join(hard)}." if hard else ""
    return whole + (f" Sense turned in {_counted(turned, 'place')}." if turned else "")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def heading_of(change: Change) -> str:
    """Say which point became which, and how, in words."""
    where = " → ".join(dict.fromkeys(number_said(each) for each in change.numbers if each))
    where = _PLAIN.sub(" → ", where)
    said: list[str] = [change.kind]
    if change.kind in ("split", "merged") and change.is_reworded:
        said.append("reworded")
    said += [
        word
        for word, is_it in (("moved", change.moved), ("renumbered", change.renumbered))
        if is_it and word != change.kind
    ]
    return (f"{where}: " if where else "") + ", ".join(said)


def number_said(written: str) -> str:
    """Give a number as a sentence would name it: "point 4" for "4.", "Section 5(2)" as it is."""
    bare = written.rstrip(".:,|–— ")
    return bare if _NAMED.match(bare) or is_ordinal(bare) else f"point {bare}"


def meaning_words(change: Change) -> Iterator[str]:
    """Say which words of obligation bind less or more, and where the sense is turned."""
    for each in change.modals:
        before = _with_denial(each.before, change.before)
        after = _with_denial(each.after, change.after)
        yield f"{each.direction}: “{before}” → “{after}”"
    for turn in change.turned:
        words = (" ".join(side.text.split()) for side in (turn.before, turn.after))
        yield "sense turned: “{}” → “{}”".format(*words)


def _with_denial(modal: Span, point: Span | None) -> str:
    """Give a word of obligation with the "not" behind it, or the "nobody" before it."""
    if point is None:
        return modal.text
    before, behind = (
        point.text[: modal.start - point.start],
        point.text[modal.end - point.start :],
    )
    if re.match(r"\s+not\b", behind):
        return f"{modal.text} not"
    denied = modal.text.lower() in ("may", "can") and _DENIED.search(before)
    return (
        f"{denied[1]} {'' if denied[2].isspace() else '… '}{modal.text}" if denied else modal.text
    )


_DENIED = re.compile(r"\b(no one|nobody|none|neither|nor|nothing|no)\b([^.;:]*)$", re.IGNORECASE)


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


def side_runs(change: Change, side: int) -> Iterator[tuple[str, str]]:
    """Give one version's text of a change, to the character, in runs: as `runs`, but its own only.

    Args:
        side: 0 for the old version, whose own words are "gone", 1 for the new one.
    """
    span, other = (change.before, change.after)[:: 1 if side == 0 else -1]
    own = ("gone", "come")[side]
    if span is None:
        return
    if other is None:
        yield own, span.text
        return
    at = 0
    for each in change.differences:
        edit = (each.before, each.after)[side]
        start = edit.start - span.start
        yield "same", span.text[at:start]
        at = start + len(edit.text)
        if each.kind == "elsewhere":
            # What a merged point brought with it is shown where it came from.
            yield ("elsewhere" if side == 0 else "same"), edit.text
        elif each.kind == "typography":
            yield "same", edit.text
        else:
            yield from _apart(own, edit.text)
    yield "same", span.text[at:]


def _apart(kind: str, text: str) -> Iterator[tuple[str, str]]:
    """Give a run with the spaces around its words outside the marks."""
    words = text.strip()
    if not words:
        return
    before = text[: len(text) - len(text.lstrip())]
    behind = text[len(text.rstrip()) :]
    yield from (("same", before), (kind, words), ("same", behind))


def objected(objection: Objection, found: Comparison) -> str:
    """Say to what somebody objects, and by what that is known."""
    if not objection.points:
        return "to the whole plan"
    named = {}
    for change in found.changes:
        for side, span in enumerate((change.before, change.after)):
            if span is not None:
                which = ("old", "new")[side]
                written = change.numbers[side]
                words = number_said(written) if written else f"“{shortened(span)}”"
                named[span] = f"{which} {words}"
    points = " and ".join(named[each] for each in objection.points if each in named)
    return f"to {points} (by {objection.by})"


def shortened(span: Span | None) -> str:
    """Give the first words of a point."""
    words = span.text.split() if span is not None else []
    return " ".join(words[:SHORT]) + (" …" if len(words) > SHORT else "")
