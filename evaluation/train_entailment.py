"""Learn the adapter of the reader of statements: how a text stands to a fact or a point of a plan.

    python -m evaluation.train_entailment --out entailment.npz [--teachers 5]

Needs PyTorch, like `evaluation/train_reader.py`, and takes some minutes on a graphics processor. It
begins with what the reader of `onix ask` learned, and learns from claims and stances that were
written for Onix, and from nothing else. After each epoch it prints how well the claims on articles
of `training/trust/`, which it does not learn from, are read.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np
import torch

from evaluation.claim_examples import ClaimExamples, read
from evaluation.objection_texts import stories
from evaluation.reader_batches import Rows, lay, stacked
from evaluation.reader_examples import Example, WrittenExamples
from evaluation.reader_network import Network
from evaluation.running import run_script
from evaluation.stance_examples import StanceExamples
from evaluation.train_reader import Course, add_options, teach
from onix.reading.neural.comprehension import ADAPTER, best_pieces
from onix.reading.neural.entailment import LONGEST_STATEMENT, mark

TRAINING: Final = Path(__file__).parent / "training"
CLAIMS: Final = sorted((TRAINING / "claims").glob("*.jsonl"))
TEACHERS: Final = Course(epochs=4, batch=256, rate=1e-4, heads=4e-4)
STUDENT: Final = Course(epochs=9, batch=192, rate=1.2e-3, heads=1.2e-3)
STANCES: Final = 4  # times an epoch, as there are few
QUESTION: Final = "question"  # as a kind of statement: a yes/no question
NAMES: Final = ("not told", "borne out", "contradicted")


def epoch(seed: int) -> Rows:
    """Give the examples of an epoch; each draws others."""
    dice = random.Random(seed)  # noqa: S311  # not for secrets
    articles = read(CLAIMS, TRAINING / "reader")
    claims = ClaimExamples(dice.sample(articles, len(articles) // 2), dice)
    stances = StanceExamples(list(stories(TRAINING / "stances")), dice)
    drawn = chain(
        claims.epoch(),
        claims.whole(),
        questions(sorted((TRAINING / "reader").glob("*.jsonl")), dice),
        *(stances.epoch() for _ in range(STANCES)),
    )
    return lay(drawn, LONGEST_STATEMENT)


def questions(articles: Sequence[Path], dice: random.Random) -> Iterator[Example]:
    """Give the yes/no questions on articles as statements: is it as asked, or not?"""
    for each in WrittenExamples(articles, dice).epoch():
        if each.stance is not None:
            asked = mark(QUESTION, each.question, 0, len(each.question))
            yield replace(each, question=asked)


def left_out() -> tuple[Rows, Rows]:
    """Give the examples that nothing is learned from: of claims, and of yes/no questions."""
    dice = random.Random(5)  # noqa: S311
    claims = ClaimExamples(read(CLAIMS, TRAINING / "trust"), dice).epoch()
    asked = questions(sorted((TRAINING / "trust").glob("*.jsonl")), dice)
    return lay(claims, LONGEST_STATEMENT), lay(asked, LONGEST_STATEMENT)


def checked(network: Network, held: Sequence[Rows]) -> str:
    """Say how well claims and questions are read."""
    return " | questions: ".join(_checked(network, rows) for rows in held)


def _checked(network: Network, rows: Rows) -> str:
    """Say how many of each stance are read so, and how often the words are the right ones."""
    right, all_, words, told = Counter[int](), Counter[int](), 0, 0
    network.eval()
    with torch.no_grad():
        for begin in range(0, len(rows.lengths), 256):
            numbers = np.arange(begin, min(begin + 256, len(rows.lengths)))
            ends, stances = network(stacked(rows, numbers, network.words.device))
            ends, said = ends.mean(0).cpu().numpy(), stances.mean(0).argmax(-1).tolist()
            for number, row, one in zip(numbers, ends, said, strict=True):
                stance, first = int(rows.stances[number]), int(rows.firsts[number])
                all_[stance] += 1
                right[stance] += one == stance
                if first:
                    begin_text, end = int(rows.begins[number]), int(rows.lengths[number]) - 1
                    _, start, stop = best_pieces(row[begin_text:end], row[0])
                    told += 1
                    words += start + begin_text <= int(rows.lasts[number]) and (
                        first <= stop + begin_text
                    )
    network.train()
    each = " · ".join(f"{name} {right[n]}/{all_[n]}" for n, name in enumerate(NAMES))
    return f"{each} · words {words}/{told}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, and write the adapter."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add_options(parser, STUDENT, teachers=5)
    options = parser.parse_args(arguments)
    begin = options.begin or files("onix.reading").joinpath(ADAPTER)  # the reader's
    with begin.open("rb") as data:
        begun = dict(np.load(data, allow_pickle=False))
    check = partial(checked, held=left_out())
    teach(options, epoch, (TEACHERS, STUDENT), check, teachers_begin=begun, begin=begun)
    return 0


if __name__ == "__main__":
    run_script(main)
