"""Learn the adapter of `onix ask`'s reader: which words of a few sentences answer a question.

    python -m evaluation.train_reader --qamr ../shared/bench/ask/qamr --out reader.npz \\
        --articles evaluation/training/reader/*.jsonl [--check evaluation/training/trust/*.jsonl]

Needs PyTorch beside Onix (`pip install torch`); some 30 minutes on two cores with bfloat16.
It learns from two sources, and nothing else: QAMR (MIT licence), and articles with questions that
were written for Onix (`reader_examples.py`). `--check` prints after each epoch how well articles
left out are read, `--begin` goes on from an adapter that is there.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from evaluation.ask_gold import ENOUGH, token_f1
from evaluation.qamr import Qamr
from evaluation.reader_examples import Example, QamrExamples, WrittenExamples
from evaluation.reader_network import Network
from onix.jobs.ask.comprehension import whole_words
from onix.reading.minilm import word_pieces

RATE = 1e-3
BATCH = 64
LONGEST = 256  # pieces
STEP = 32  # pieces by which rows are filled up
STANCE = 1.0  # how much the stance counts beside the words


@dataclass(frozen=True, slots=True)
class Laid:
    """An example as pieces: numbers, where the text begins, first and last piece of the answer."""

    example: Example
    ids: tuple[int, ...]
    begin: int
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    first: int
    last: int


def lay(example: Example) -> Laid | None:
    """Give an example as pieces; None where its answer is cut off."""
    pieces = word_pieces()
    before = (pieces.begin, *pieces.pieces(example.question).ids, pieces.end)
    cut = pieces.pieces(example.text)
    room = LONGEST - len(before) - 1
    first = last = 0
    if example.answer is not None:
        start, end = example.answer
        inside = [
            n for n in range(min(room, len(cut.ids))) if cut.ends[n] > start and cut.starts[n] < end
        ]
        if not inside or end > cut.ends[inside[-1]] + 2:
            return None
        first, last = len(before) + inside[0], len(before) + inside[-1]
    ids = (*before, *cut.ids[:room], pieces.end)
    return Laid(example, ids, len(before), cut.starts[:room], cut.ends[:room], first, last)


def stacked(batch: Sequence[Laid]) -> tuple[Tensor, Tensor, Tensor]:
    """Numbers, types and "is there a piece" of a batch, filled up to its longest."""
    # Few different lengths: the products of a new shape are prepared anew each time.
    length = -(-max(len(each.ids) for each in batch) // STEP) * STEP
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    types, inside = torch.zeros_like(ids), torch.zeros(len(batch), length, dtype=torch.bool)
    for row, each in enumerate(batch):
        ids[row, : len(each.ids)] = torch.tensor(each.ids)
        types[row, each.begin : len(each.ids) - 1] = 1
        inside[row, : len(each.ids)] = True
    return ids, types, inside


def loss_of(network: Network, batch: Sequence[Laid]) -> Tensor:
    """Cross entropy of first and last piece, and of the stance of yes/no questions."""
    ends, stance = network(*stacked(batch))
    first = torch.tensor([each.first for each in batch])
    last = torch.tensor([each.last for each in batch])
    loss = functional.cross_entropy(ends[..., 0], first) / 2
    loss = loss + functional.cross_entropy(ends[..., 1], last) / 2
    asked = [n for n, each in enumerate(batch) if each.example.stance is not None]
    if asked:
        wanted = torch.tensor([batch[n].example.stance for n in asked])
        # A single one in a batch would pull too hard.
        share = min(1.0, len(asked) / 4)
        loss = loss + STANCE * share * functional.cross_entropy(stance[asked], wanted)
    return loss


def checked(network: Network, examples: Sequence[Laid]) -> str:
    """How often words, refusals and stances are right in windows."""
    network.eval()
    right = {"words": [0, 0], "refused": [0, 0], "neither": [0, 0], "yes": [0, 0], "no": [0, 0]}
    with torch.no_grad():
        for begin in range(0, len(examples), BATCH):
            batch = examples[begin : begin + BATCH]
            ends, stance = network(*stacked(batch))
            for each, row, said in zip(batch, ends, stance, strict=True):
                example = each.example
                if example.stance is not None:
                    name = ("neither", "yes", "no")[example.stance]
                    right[name][0] += int(said.argmax()) == example.stance
                elif example.answer is None:
                    name = "refused"
                    right[name][0] += best(row, each)[0] <= 0
                else:
                    name = "words"
                    marked = example.text[slice(*example.answer)]
                    _, start, end = best(row, each)
                    right[name][0] += token_f1(example.text[start:end], marked) >= ENOUGH
                right[name][1] += 1
    network.train()
    return " · ".join(f"{name} {a}/{b}" for name, (a, b) in right.items())


def best(ends: Tensor, laid: Laid) -> tuple[float, int, int]:
    """Margin and offsets of the best stretch."""
    firsts = ends[laid.begin : len(laid.ids) - 1, 0]
    lasts = ends[laid.begin : len(laid.ids) - 1, 1]
    sums = (firsts[:, None] + lasts[None, :]).triu()
    sums = sums.masked_fill(torch.ones_like(sums, dtype=torch.bool).tril(-1), -1e9)
    one, other = divmod(int(sums.argmax()), len(lasts))
    start, end = whole_words(laid.example.text, laid.starts[one], laid.stops[other])
    return float(sums[one, other] - ends[0].sum()), start, end


def batches(examples: Iterator[Example], dice: random.Random) -> list[list[Laid]]:
    """Examples of about one length together, in any order."""
    laid = [each for each in map(lay, examples) if each is not None]
    laid.sort(key=lambda each: len(each.ids) + 8 * dice.random())
    found = [laid[n : n + BATCH] for n in range(0, len(laid), BATCH)]
    dice.shuffle(found)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, and write the adapter after each epoch."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--qamr", type=Path, required=True)
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--check", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--begin", type=Path, help="an adapter to go on with")
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    dice = random.Random(options.seed)  # noqa: S311  # not for secrets
    torch.manual_seed(options.seed)
    torch.set_flush_denormal(True)  # numbers next to 0 make a step five times as long
    qamr = QamrExamples(Qamr(options.qamr), dice)
    written = WrittenExamples(options.articles, dice)
    held = WrittenExamples(options.check, random.Random(5))  # noqa: S311
    left_out = [each for each in map(lay, held.epoch()) if each is not None]
    network = Network()
    if options.begin is not None:
        network.begin_with(np.load(options.begin))
    learned = [each for each in network.parameters() if each.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=options.rate, weight_decay=0.01)
    began, step, steps = time.monotonic(), 0, 0
    for epoch in range(1, options.epochs + 1):
        rows = batches((each for part in (qamr, written) for each in part.epoch()), dice)
        steps = steps or len(rows) * options.epochs
        total = 0.0
        for batch in rows:
            step += 1
            for group in optimiser.param_groups:
                group["lr"] = (
                    options.rate * min(1.0, step / 100) * max(0.02, 1 - step / (1.02 * steps))
                )
            loss = loss_of(network, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learned, 1.0)
            optimiser.step()
            total += loss.item()
        adapter: dict[str, Any] = dict(network.adapter())
        np.savez_compressed(options.out, **adapter)
        took = time.monotonic() - began
        print(f"epoch {epoch}: {len(rows)} batches, loss {total / len(rows):.3f}, {took:.0f} s")
        print(f"  left out: {checked(network, left_out)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
