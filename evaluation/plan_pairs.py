"""Pairs of plans whose changes are known, made from base plans by known operations.

    python -m evaluation.plan_pairs [--seed N] [--pairs N] > pairs.jsonl

In come the base plans and wordings in `evaluation/gold/plans/`; out come lines in the shape that
its README describes. The same seed gives the same pairs.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.plan_layout import STYLES, Style, lay_out
from evaluation.plan_order import find_moved, same_words
from evaluation.plan_wordings import Edit, Wordings, sentences
from evaluation.running import run_script

JSON = dict[str, Any]
GOLD = Path(__file__).parent / "gold" / "plans"
TRIES = 40  # to find moves that leave no doubt about what was moved


@dataclass(frozen=True)
class Base:
    """A plan as written: points with another wording where there is one, and further points."""

    name: str
    title: str
    openings: tuple[str, ...]
    closings: tuple[str, ...]
    points: tuple[tuple[str, str | None], ...]
    further: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """A point of the new plan: its text, the old points it came from, its changed modals."""

    text: str
    sources: tuple[int, ...]
    modals: tuple[tuple[int, Edit], ...] = ()


@dataclass(frozen=True)
class Force:
    """How much is changed: chances for a point, and the most moves and further points."""

    drop: float
    split: float
    merge: float
    reword: float
    modal: float
    moves: int
    further: int


FORCES = (
    Force(drop=0.03, split=0.15, merge=0.03, reword=0.25, modal=0.1, moves=1, further=1),
    Force(drop=0.08, split=0.4, merge=0.07, reword=0.5, modal=0.25, moves=3, further=3),
    Force(drop=0.15, split=0.6, merge=0.14, reword=0.85, modal=0.45, moves=6, further=5),
)


def read_base(path: Path) -> Base:
    """Give the plan in a file: `- ` a point, `~ ` its other wording, `+ ` a further point."""
    fields: dict[str, list[str]] = {"title": [], "opening": [], "closing": []}
    points: list[tuple[str, str | None]] = []
    further = []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "-":
            points.append((rest, None))
        elif mark == "~":
            points[-1] = (points[-1][0], rest)
        elif mark == "+":
            further.append(rest)
        elif mark:
            fields[mark.removesuffix(":")].append(rest)
    return Base(
        path.stem,
        fields["title"][0],
        tuple(fields["opening"]),
        tuple(fields["closing"]),
        tuple(points),
        tuple(further),
    )


def read_bases(folder: Path = GOLD / "base") -> list[Base]:
    """Give all base plans in the order of their names."""
    return [read_base(path) for path in sorted(folder.glob("*.txt"))]


def make_pairs(count: int, *, seed: int) -> Iterator[JSON]:
    """Make pairs with known changes, base after base, gentle ones and hard ones in turn."""
    wordings = Wordings.read(GOLD / "wordings.json")
    bases = read_bases()
    for number in range(count):
        chance = random.Random(f"{seed}-{number}")  # noqa: S311 - nothing is kept secret by it
        force = FORCES[(number + number // len(bases)) % len(FORCES)]
        base = bases[number % len(bases)]
        yield {"id": f"{base.name}-{seed}-{number}"} | make_pair(base, force, wordings, chance)


def make_pair(base: Base, force: Force, wordings: Wordings, chance: random.Random) -> JSON:
    """Make one pair: change the points, order them anew, lay both out, and mark what was done."""
    spared = set(chance.sample(range(len(base.points)), chance.randint(0, len(base.points) // 6)))
    points = [each for place, each in enumerate(base.points) if place not in spared]
    items = change_points(points, force, wordings, chance)
    for text in chance.sample(base.further, chance.randint(0, min(force.further, 5))):
        items.insert(chance.randint(0, len(items)), Item(text, ()))
    items = move(items, chance.randint(0, force.moves), chance)
    old_style = chance.choice(STYLES)
    new_style = old_style if chance.random() < 0.5 else chance.choice(STYLES)
    texts = [text for text, _ in points]
    old, places = lay_out(base.title, base.openings, base.closings, texts, old_style, chance)
    texts = [item.text for item in items]
    frame = base.openings, base.closings
    if chance.random() < 0.5:
        frame = wordings.frame(chance)
    new, new_places = lay_out(base.title, *frame, texts, new_style, chance)
    return {"title": base.title, "old": old, "new": new} | mark(
        old, places, new, new_places, items, numbered(old_style, new_style)
    )


def numbered(old: Style, new: Style) -> bool:
    """Do both versions number their points?"""
    return old.number is not None and new.number is not None


def change_points(
    points: Sequence[tuple[str, str | None]],
    force: Force,
    wordings: Wordings,
    chance: random.Random,
) -> list[Item]:
    """Drop, split, merge and reword points; an item that is split stands in a row."""
    items: list[list[Item]] = []
    for place, (text, other) in enumerate(points):
        if chance.random() < force.drop:
            continue
        parts = sentences(text)
        if len(parts) > 1 and chance.random() < force.split / 2:
            row = []
            before = 0
            for part in parts:
                row.append(_change(part, None, place, before, force, wordings, chance))
                before += wordings.count_modals(part)
            items.append(row)
        else:
            items.append([_change(text, other, place, 0, force, wordings, chance)])
    merged: list[list[Item]] = []
    for row in items:
        near = [each for each in merged[-3:] if len(each) == 1 and len(each[0].sources) < 3]
        if len(row) == 1 and near and chance.random() < force.merge:
            into = near[-1] if chance.random() < 0.7 else chance.choice(near)
            into[0] = _join(into[0], row[0], wordings, chance)
        else:
            merged.append(row)
    return [item for row in merged for item in row]


def _change(
    text: str,
    other: str | None,
    place: int,
    before: int,
    force: Force,
    wordings: Wordings,
    chance: random.Random,
) -> Item:
    """Reword a point, or the sentence of it that stands after `before` modals, with its modals."""
    new = text
    if chance.random() < force.reword:
        new = wordings.reword(text, other, chance.choice((1, 2, 3)), chance)
    edits: list[Edit] = []
    if chance.random() < force.modal:
        new, edits = wordings.turn_modals(text, new, chance)
    shifted = [Edit(each.which + before, *each[1:]) for each in edits]
    return Item(new, (place,), tuple((place, each) for each in shifted))


def _join(first: Item, second: Item, wordings: Wordings, chance: random.Random) -> Item:
    """Merge two points: one sentence after the other, or drawn into one."""
    joint, text = wordings.join(first.text, second.text, chance)
    shift = len(joint) - len(second.text)
    moved = tuple(
        (place, edit._replace(start=edit.start + shift, end=edit.end + shift))
        for place, edit in second.modals
    )
    assert joint.endswith(text)
    return Item(joint, first.sources + second.sources, first.modals + moved)


def move(items: Sequence[Item], count: int, chance: random.Random) -> list[Item]:
    """Move items to places far from theirs, so that there is no doubt about which were moved."""
    for _ in range(TRIES):
        moved = list(items)
        for item in chance.sample(moved, min(count, len(moved))):
            place = moved.index(item)
            far = [each for each in range(len(moved)) if abs(each - place) > 2]
            if far:
                moved.remove(item)
                moved.insert(chance.choice(far), item)
        if not find_moved(_pairs(moved))[1]:
            return moved
    return list(items)


def _pairs(items: Sequence[Item]) -> list[tuple[int, int]]:
    return [(old, new) for new, item in enumerate(items) for old in item.sources]


def mark(
    old: str,
    places: Sequence[tuple[int, int]],
    new: str,
    new_places: Sequence[tuple[int, int]],
    items: Sequence[Item],
    numbered: bool,
) -> JSON:
    """Give the gold of a pair by the rule in the README."""
    pairs = sorted(_pairs(items))
    moved, unsure = find_moved(pairs)
    marked = []
    for pair in pairs:
        kinds = [
            name
            for name, side in (("split", 0), ("merged", 1))
            if sum(each[side] == pair[side] for each in pairs) > 1
        ]
        span, new_span = places[pair[0]], new_places[pair[1]]
        if not kinds and not same_words(old[slice(*span)], new[slice(*new_span)]):
            kinds.append("reworded")
        kinds += ["moved"] * (pair in moved)
        kinds += ["renumbered"] * (numbered and pair[0] != pair[1])
        row: JSON = {"old": list(span), "new": list(new_span), "kinds": kinds or ["unchanged"]}
        marked.append(row | ({"open": ["moved"]} if pair in unsure else {}))
    went = {pair[0] for pair in pairs}
    modals = [
        {
            "old": _modal_at(old, places[source], edit.which),
            "new": _at(new, span, edit.start, edit.end),
            "direction": edit.direction,
        }
        for item, span in zip(items, new_places, strict=True)
        for source, edit in item.modals
    ]
    return {
        "pairs": marked,
        "dropped": [list(span) for place, span in enumerate(places) if place not in went],
        "new_points": [
            list(span) for item, span in zip(items, new_places, strict=True) if not item.sources
        ],
        "modals": sorted(modals, key=lambda each: each["old"]),
    }


def _modal_at(text: str, span: tuple[int, int], which: int) -> list[int]:
    on_one_line = " ".join(text[slice(*span)].split())
    return _at(text, span, *Wordings.find_modal(on_one_line, which))


def _at(text: str, span: tuple[int, int], start: int, end: int) -> list[int]:
    """Give where words of a point stand in the text, in which its lines may have been wrapped."""
    places = []
    written = text[slice(*span)]
    for place, character in enumerate(written):
        if not character.isspace() or not written[place - 1].isspace():
            places.append(span[0] + place)
    return [places[start], places[end - 1] + 1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write pairs as JSON Lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--pairs", type=int, default=90)
    options = parser.parse_args(arguments)
    for pair in make_pairs(options.pairs, seed=options.seed):
        print(json.dumps(pair, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    run_script(main)
