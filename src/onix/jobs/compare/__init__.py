"""`onix compare`: what became of each point of a plan, and who objected to which.

`compare` is the whole job for two versions, `compare_all` for several. The parts, in the order of
the way: `blocks.py`, `markers.py`, `rows.py`, `numbers.py` and `points.py` find the points,
`likeness.py`, `signs.py`, `standing.py`, `assigning.py`, `pairing.py` and `splitting.py` pair them,
`differing.py`, `modals.py` and `turning.py` say what is different, `objections.py` who objects.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from onix.errors import InputError
from onix.jobs.compare.differing import differences, with_elsewhere
from onix.jobs.compare.modals import modal_changes
from onix.jobs.compare.pairs.pairing import groups_of, moved, pair_points
from onix.jobs.compare.pairs.standing import Pair
from onix.jobs.compare.points.points import Plan, Point, find_points
from onix.jobs.compare.turning import turns
from onix.model import Change, ChangeKind, Comparison, Document, History, Span, Way

__all__ = ["compare", "compare_all"]

_ALIKE = 0.6  # of the words of a frame have to stand in the other, to be what became of it,
_PART = 0.2  # and so many times as many as the other has, it has to have


def compare(old: Document, new: Document) -> Comparison:
    """Give what became of each point of an old version in a new one."""
    before, after = find_points(old), find_points(new)
    return told(before, after, pair_points(before.points, after.points))


def told(before: Plan, after: Plan, pairs: Sequence[Pair]) -> Comparison:
    """Say what is different in each pair of points and of frames."""
    old, new = before.document, after.document
    changes = _changes(before, after, pairs)
    frames = _frames(before, after)
    both = (*changes, *frames)
    return Comparison(
        old,
        new,
        changes,
        frames,
        (
            _between(old, [each.before for each in both if each.before is not None]),
            _between(new, [each.after for each in both if each.after is not None]),
        ),
        notes=_notes(before, after),
    )


def compare_all(versions: Sequence[Document]) -> History:
    """Give each step from version to version, and the way of each point through all of them.

    Raises:
        InputError: There are fewer than two versions.
    """
    if len(versions) < 2:
        raise InputError("One version is nothing to compare. Name two: onix compare OLD NEW")
    steps = tuple(compare(old, new) for old, new in pairwise(versions))
    return History(steps, tuple(_ways(steps)))


def _changes(before: Plan, after: Plan, pairs: Sequence[Pair]) -> tuple[Change, ...]:
    """Give the changes in the order of the new version, dropped points behind the one before."""
    out_of_order = moved(pairs)
    made: dict[Pair, Change] = {}
    for group in groups_of(pairs):
        points = [(before.points[one], after.points[other]) for one, other in group]
        found = modal_changes([(one.span, other.span) for one, other in points])
        for pair, (one, other), modals in zip(group, points, found, strict=True):
            change = _change(one, other, _kind_of(pair, group), pair in out_of_order)
            edits = with_elsewhere(
                change.differences,
                [before.points[a].span for a, b in group if b == pair[1] and a != pair[0]],
                [after.points[b].span for a, b in group if a == pair[0] and b != pair[1]],
            )
            change = replace(change, modals=tuple(modals), differences=tuple(edits))
            made[pair] = replace(change, turned=turns(change))
    partners = {one for one, _ in pairs}
    owners = {other for _, other in pairs}
    dropped = [
        (at, Change("dropped", each.span, None, (each.written, "")))
        for at, each in enumerate(before.points)
        if at not in partners
    ]
    ordered: list[Change] = [each for at, each in dropped if not any(one < at for one in partners)]
    placed = dict(sorted(pairs))
    for there, point in enumerate(after.points):
        if there not in owners:
            ordered.append(Change("new", None, point.span, ("", point.written)))
        for at in (one for one, other in sorted(pairs) if other == there):
            ordered.append(made[at, there])
            if placed[at] == there:
                behind = min((each for each in partners if each > at), default=len(before.points))
                ordered += [each for gone, each in dropped if at < gone < behind]
    return tuple(ordered)


def _kind_of(pair: Pair, group: Sequence[Pair]) -> ChangeKind | None:
    if sum(one == pair[0] for one, _ in group) > 1:
        return "split"
    return "merged" if len(group) > 1 else None


def _change(one: Point, other: Point, kind: ChangeKind | None, is_moved: bool) -> Change:
    found = tuple(differences(one.span, other.span))
    is_renumbered = bool(one.number and other.number and one.number != other.number)
    change = Change(
        "unchanged", one.span, other.span, (one.written, other.written), is_moved, is_renumbered,
        found,
    )  # fmt: skip
    if kind is None and change.is_reworded:
        kind = "reworded"
    if kind is None and is_moved:
        kind = "moved"
    if kind is None and is_renumbered:
        kind = "renumbered"
    return replace(change, kind=kind or "unchanged")


def _frames(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Give what became of headings, preambles and signatures: the same, reworded, gone, or new."""
    left = list(before.frames)
    paired: dict[Span, Span] = {}
    for is_one in (_is_same, _is_alike):
        for span in (each for each in after.frames if each not in paired):
            if (one := next((each for each in left if is_one(each, span)), None)) is not None:
                left.remove(one)
                paired[span] = one
    dropped = (Change("dropped", each, None) for each in left)
    return (*dropped, *(_frame(paired.get(each), each) for each in after.frames))


def _frame(one: Span | None, other: Span) -> Change:
    if one is None:
        return Change("new", None, other)
    found = Change("unchanged", one, other, differences=tuple(differences(one, other)))
    if not found.is_reworded:
        return found
    # "The agency must measure:" above points of its own binds as they do.
    (modals,) = modal_changes([(one, other)])
    return replace(found, kind="reworded", modals=tuple(modals), turned=turns(found))


def _is_same(one: Span, other: Span) -> bool:
    return _plain(one) == _plain(other)


def _is_alike(one: Span, other: Span) -> bool:
    """Are most words of one in the other, however much longer a preamble became or less long?"""
    mine, theirs = _words(one), _words(other)
    short, long = sorted((mine.total(), theirs.total()))
    shared = (mine & theirs).total()
    return shared > 1 and shared >= _ALIKE * short and short >= _PART * long


@lru_cache(maxsize=4096)
def _words(span: Span) -> Counter[str]:
    return Counter(_plain(span).split())


def _plain(span: Span) -> str:
    return " ".join(span.text.casefold().split())


def _between(document: Document, taken: Sequence[Span]) -> tuple[Span, ...]:
    """Give the stretches of a document that no point and no frame covers."""
    found, at = [], 0
    for each in sorted(taken, key=lambda span: span.start):
        if each.start > at:
            found.append(document.span(at, each.start))
        at = max(at, each.end)
    if at < len(document.text):
        found.append(document.span(at, len(document.text)))
    return tuple(found)


def _notes(before: Plan, after: Plan) -> tuple[str, ...]:
    return tuple(
        f"No points were found in the {name} version."
        for name, plan in (("old", before), ("new", after))
        if not plan.points
    )


def _ways(steps: Sequence[Comparison]) -> list[Way]:
    """Give the ways of all points, each from the version in which it is first there."""
    ways: list[Way] = []
    for number, step in enumerate(steps):
        nothing = (None,) * number
        going: list[Way] = []
        for way in ways:
            end = way.points[-1]
            onward = [each for each in step.changes if end is not None and each.before == end]
            if not onward:
                going.append(Way((*way.points, None), (*way.steps, None)))
            going += [Way((*way.points, each.after), (*way.steps, each)) for each in onward]
        going += [
            Way((*nothing, each.before, each.after), (*nothing, each))
            for each in step.changes
            if each.before is None or number == 0
        ]
        ways = going
    return ways
