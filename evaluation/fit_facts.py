"""Fit which sentence of the record tells of the same thing as one of a draft.

    python -m evaluation.fit_facts

Drafts that may be read come in, three weights go out: for how alike two sentences are, how alike
their likest clauses, and how much of the draft's words is shared. They are fitted so that of all
sentences of a story the one that contradicts a planted error comes first (a softmax over the
sentences), and stand in `verify/facts/shelf.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from evaluation.facts import GOLD, JSON, load, read
from evaluation.running import run_script
from onix.model import Marks
from onix.verify.facts.lines import lines_of
from onix.verify.facts.shelf import Shelf

Rows = NDArray[np.float64]
SETS = (("development", 5), ("more", 6))  # and how many of each: the other four of `more` test it
_STEPS, _RATE, _DECAY = 3_000, 0.05, 0.02


def examples(draft: JSON, marks: dict[str, Marks]) -> Iterator[tuple[Rows, list[int]]]:
    """Give for each planted error what is alike in each sentence, and which contradict it."""
    mine = lines_of(marks[draft["draft_id"]])
    sources = [line for each in draft["record"] for line in lines_of(marks[each])]
    shelf = Shelf(sources, mine)
    for error in draft["errors"]:
        proof = error["evidence"]
        right = [
            at
            for at, line in enumerate(sources)
            if line.document.id == proof["doc_id"]
            and line.span.start < proof["end"]
            and proof["start"] < line.span.end
        ]
        for line in mine:
            if right and line.span.start <= error["start"] < line.span.end:
                yield shelf.signs(line).astype(np.float64), right


def fit(found: list[tuple[Rows, list[int]]]) -> Rows:
    """Give the weights under which the right sentences are likeliest."""
    weights = np.zeros(found[0][0].shape[1])
    for _ in range(_STEPS):
        gradient = -_DECAY * weights
        for rows, right in found:
            scores = rows @ weights
            odds = np.exp(scores - scores.max())
            odds /= odds.sum()
            share = odds[right] / odds[right].sum()
            gradient += share @ rows[right] - odds @ rows
        weights += _RATE * gradient
    return weights


def main() -> int:
    """Fit, and print the weights and how often the right sentence comes first."""
    found = []
    for name, many in SETS:
        drafts = load(GOLD / name / "drafts.jsonl")[:many]
        marks = read(GOLD / name, drafts)
        found += [each for draft in drafts for each in examples(draft, marks)]
    weights = fit(found)
    first = [int((rows @ weights).argmax()) in right for rows, right in found]
    print(f"sentences {weights[0]:.1f} · clauses {weights[1]:.1f} · words {weights[2]:.1f}")
    print(f"the right sentence comes first for {sum(first)} of {len(first)} errors")
    return 0


if __name__ == "__main__":
    run_script(main)
