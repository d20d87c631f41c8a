"""Pair the paragraphs of two versions as difflib, redlines and diff-match-patch would.

    python plan_peers.py redlines|diff-match-patch PAIRS.jsonl PREDICTED.jsonl

In come lines with `old` and `new`; out go lines with `changes` in the shape that `compare.py`
scores. It imports nothing of this project, so it also runs in the peers' own environment. None of
the peers knows points: each is given paragraphs and items of lists, without their numbers.
Prints one JSON line with the version and the CPU seconds.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from importlib import import_module
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

JSON = dict[str, Any]
Place = tuple[int, int]
Equal = tuple[int, int, int]  # where it begins in the old text, in the new one, its length
ALIKE = 0.6  # the least ratio of two paragraphs for difflib
SHARE = 0.5  # the least part of the shorter paragraph that the equal segments must cover
NUMBER = re.compile(
    r"[ \t]*(?:(?:Article|Clause|Section|§)\s*\d+(?:\s*[.–:]\s*|\n)"
    r"|\(?(?:\d+|[IVXL]+|[a-z])[.)][ \t]+|[-*•#]+[ \t]+)"
)
START = re.compile(rf"(?:^|\n)(?={NUMBER.pattern})|\n[ \t]*\n")


def paragraphs(text: str) -> list[Place]:
    """Give where paragraphs and items of lists stand, without what numbers them."""
    cuts = [0, *(found.end() for found in START.finditer(text)), len(text)]
    places = []
    for start, end in pairwise(cuts):
        number = NUMBER.match(text, start, end)
        start = number.end() if number else start
        piece = text[start:end]
        if piece.strip():
            start += len(piece) - len(piece.lstrip())
            places.append((start, start + len(piece.strip())))
    return places


def by_difflib(old: str, new: str) -> list[JSON]:
    """Pair each paragraph with the one most like it, the likest first."""
    olds, news = paragraphs(old), paragraphs(new)
    matcher = SequenceMatcher(autojunk=False)
    found = []
    for place in news:
        matcher.set_seq2(new[slice(*place)])
        for other in olds:
            matcher.set_seq1(old[slice(*other)])
            if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= ALIKE:
                found.append((matcher.ratio(), other, place))
    found.sort(key=lambda each: (-each[0], each[1:]))
    pairs: dict[Place, Place] = {}
    for ratio, other, place in found:
        if ratio >= ALIKE and other not in pairs and place not in pairs.values():
            pairs[other] = place
    return changes(old, new, olds, news, list(pairs.items()))


def by_equal(old: str, new: str, equal: Iterator[Equal]) -> list[JSON]:
    """Pair each new paragraph with the old one with which it shares the most equal text."""
    olds, news = paragraphs(old), paragraphs(new)
    shared: dict[tuple[Place, Place], int] = {}
    for start, new_start, length in equal:
        for other in olds:
            for place in news:
                low = max(start, other[0], place[0] - new_start + start)
                high = min(start + length, other[1], place[1] - new_start + start)
                if high > low:
                    shared[other, place] = shared.get((other, place), 0) + high - low
    pairs = []
    for place in news:
        most, other = max(((shared.get((o, place), 0), o) for o in olds), default=(0, (0, 0)))
        shorter = min(other[1] - other[0], place[1] - place[0])
        if most and most >= SHARE * shorter:
            pairs.append((other, place))
    return changes(old, new, olds, news, pairs)


def changes(
    old: str, new: str, olds: list[Place], news: list[Place], pairs: list[tuple[Place, Place]]
) -> list[JSON]:
    """Give pairs and what was left over as changes; a paragraph in several is split or merged."""
    found = []
    for other, place in pairs:
        kind = "unchanged" if old[slice(*other)] == new[slice(*place)] else "reworded"
        if sum(each[0] == other for each in pairs) > 1:
            kind = "split"
        elif sum(each[1] == place for each in pairs) > 1:
            kind = "merged"
        found.append(_change(kind, other, place))
    left = {other for other, _ in pairs}, {place for _, place in pairs}
    found += [_change("dropped", other, None) for other in olds if other not in left[0]]
    return found + [_change("new", None, place) for place in news if place not in left[1]]


def _change(kind: str, before: Place | None, after: Place | None) -> JSON:
    spans = [{"start": each[0], "end": each[1]} if each else None for each in (before, after)]
    change = {"kind": kind, "before": spans[0], "after": spans[1]}
    return change | {"moved": False, "renumbered": False, "modals": []}


def by_match_patch(old: str, new: str) -> list[JSON]:
    """Have diff-match-patch compare the whole texts, cleaned up for a reader."""
    matcher = import_module("diff_match_patch").diff_match_patch()
    matcher.Diff_Timeout = 0  # after its usual second the answer hangs on how busy the machine is
    found = matcher.diff_main(old, new)
    matcher.diff_cleanupSemantic(found)

    def equal() -> Iterator[Equal]:
        start = new_start = 0
        for operation, text in found:
            if operation == 0:
                yield start, new_start, len(text)
            start += len(text) if operation <= 0 else 0
            new_start += len(text) if operation >= 0 else 0

    return by_equal(old, new, equal())


def by_redlines(old: str, new: str) -> list[JSON]:
    """Have redlines compare the whole texts word by word."""
    compared = import_module("redlines").Redlines(old, new)
    whole = compared._diff_ops[0]  # every operation carries the words of both texts
    olds, news = _tokens(old, whole.source_chunk.text), _tokens(new, whole.test_chunk.text)

    def equal() -> Iterator[Equal]:
        for operation, start, end, new_start, new_end in compared.opcodes:
            if operation == "equal":
                rows = zip(olds[start:end], news[new_start:new_end], strict=True)
                for place, new_place in rows:
                    yield (
                        place[0],
                        new_place[0],
                        min(place[1] - place[0], new_place[1] - new_place[0]),
                    )

    return by_equal(old, new, equal())


def _tokens(text: str, tokens: list[str]) -> list[Place]:
    """Give where redlines' words stand; its mark for the end of a paragraph stands nowhere."""
    places, start = [], 0
    for token in tokens:
        word = token.strip().removesuffix("¶")
        start = text.index(word, start)
        places.append((start, start + len(word)))
        start += len(word)
    return places


PEERS: dict[str, Callable[[str, str], list[JSON]]] = {
    "redlines": by_redlines,
    "diff-match-patch": by_match_patch,
}


def main() -> None:
    """Compare the pairs of a file with one of the peers."""
    name, pairs, predicted = sys.argv[1:]
    rows = [json.loads(line) for line in Path(pairs).read_text("utf-8").splitlines()]
    PEERS[name]("It begins.", "It ends.")  # what is loaded with the first pair
    begun = time.process_time()
    found = [{"changes": PEERS[name](row["old"], row["new"])} for row in rows]
    spent = time.process_time() - begun
    lines = "".join(json.dumps(each) + "\n" for each in found)
    Path(predicted).write_text(lines, encoding="utf-8")
    print(json.dumps({"version": version(name), "cpu_seconds": spent}))


if __name__ == "__main__":
    main()
