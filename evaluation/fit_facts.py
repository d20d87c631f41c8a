"""Fit which clause of the record tells the same as one of a draft.

    python -m evaluation.fit_facts

Drafts that may be read come in, four weights go out: for how alike two sentences are, how alike
their clauses, and how much of the draft's words is in the sentence and in the clause. They are
fitted so that of all sentences of a story the one that contradicts a planted error comes first (a
softmax over the sentences, each with its likest clause), and stand in `verify/facts/tellings.py`.
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
from onix.verify.facts.tellings import Tellings

Rows = NDArray[np.float64]
SETS = ("development", "more", "third")
_OF_ALL = [0, 2]  # signs of whole sentences
_STEPS, _RATE, _DECAY = 600, 0.1, 0.02


def examples(draft: JSON, marks: dict[str, Marks]) -> Iterator[tuple[Rows, list[int]]]:
    """Give for each planted error what is alike in each sentence, and which contradict it."""
    mine = lines_of(marks[draft["draft_id"]])
    sources = [line for each in draft["record"] for line in lines_of(marks[each])]
    tellings = Tellings(Shelf(sources, mine))
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
                clauses = (each for each in line.clauses if error["start"] < each.end)
                signs = tellings.signs(line, next(clauses, line.span))
                signs[:, _OF_ALL] = tellings.signs(line, line.span)[:, _OF_ALL]
                rows = np.zeros((len(sources), signs.shape[1]))
                np.maximum.at(rows, tellings.of_line, signs)
                yield rows, right


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
    for name in SETS:
        drafts = load(GOLD / name / "drafts.jsonl")
        marks = read(GOLD / name, drafts)
        found += [each for draft in drafts for each in examples(draft, marks)]
    weights = fit(found)
    first = [int((rows @ weights).argmax()) in right for rows, right in found]
    print("sentences {:.1f} · clauses {:.1f} · words {:.1f} and {:.1f}".format(*weights))
    print(f"the right sentence comes first for {sum(first)} of {len(first)} errors")
    return 0


if __name__ == "__main__":
    run_script(main)
