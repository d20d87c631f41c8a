"""Learn the adapter of `onix ask`'s reader: which words of a few sentences answer a question.

    python -m evaluation.train_reader --qamr ../shared/bench/ask/qamr --out reader.npz \\
        --articles evaluation/training/reader/*.jsonl [--check evaluation/training/trust/*.jsonl]

Needs PyTorch beside Onix (`pip install torch`), and better a graphics processor: some five minutes
there, a day on two cores. It learns from two sources, and nothing else: QAMR (MIT licence), and
articles with questions that were written for Onix (`reader_examples.py`).

Several teachers learn first, in which every weight of the encoder moves; each is kept from a fifth
of the questions. The reader that ships then learns what is right, and what its teachers think of
it, which tells more: how near another answer is (Hinton et al. 2015). `--check` prints after each
epoch how well articles left out are read.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from evaluation.ask_gold import ENOUGH
from evaluation.qamr import Qamr
from evaluation.reader_batches import FOLDS, Rows, batches, lay, stacked
from evaluation.reader_examples import QamrExamples, WrittenExamples
from evaluation.reader_network import Batch, Network, write
from evaluation.running import run_script
from onix.reading.neural.comprehension import best_pieces

Adapter = dict[str, np.ndarray[Any, Any]]
RANK = 32
STANCE = 1.0  # how much the stance counts beside the words
WARM_UP = 100  # steps
SEEN = 512  # examples from which the ranges are taken


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how fast something learns; `heads` is the rate of what begins at random."""

    epochs: int
    batch: int
    rate: float
    heads: float


TEACHERS = Course(epochs=8, batch=128, rate=1e-4, heads=1e-3)
STUDENT = Course(epochs=12, batch=96, rate=1.2e-3, heads=1.2e-3)


def epoch(qamr: Path, articles: Sequence[Path], seed: int) -> Rows:
    """Give the examples of an epoch; each draws others."""
    dice = random.Random(seed)  # noqa: S311  # not for secrets
    parts = QamrExamples(Qamr(qamr), dice), WrittenExamples(articles, dice)
    return lay(example for part in parts for example in part.epoch())


def learn(
    network: Network,
    course: Course,
    epochs: Iterator[Rows],
    teachers: Network | None,
    check: Callable[[Network], str] | None,
) -> None:
    """Let networks learn, all from the same batches; print how it goes, and what `check` says."""
    device = network.words.device
    dice = random.Random(len(network.layers))  # noqa: S311
    heads = network.heads()
    ids = {id(each) for each in heads}
    rest = [each for each in network.parameters() if id(each) not in ids]
    rates = course.rate, course.heads
    groups = [{"params": each, "lr": 0.0} for each in (rest, heads)]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=device.type == "cuda")
    began, step, steps = time.monotonic(), 0, 0
    for number in range(1, course.epochs + 1):
        rows = next(epochs)
        chosen = batches(rows, course.batch, dice)
        steps = steps or len(chosen) * course.epochs
        total = torch.zeros((), device=device)
        for each in chosen:
            step += 1
            now = min(1.0, step / WARM_UP) * max(0.02, 1 - step / (1.02 * steps))
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * now
            loss = loss_of(network, stacked(rows, each, device), teachers)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*rest, *heads], float(network.count) ** 0.5)
            optimiser.step()
            total += loss.detach()
        took = time.monotonic() - began
        mean = float(total) / len(chosen) / network.count
        print(f"epoch {number}: {len(chosen)} batches, loss {mean:.3f}, {took:.0f} s", flush=True)
        if check is not None:
            print(f"  left out: {check(network)}", flush=True)


def loss_of(network: Network, batch: Batch, teachers: Network | None) -> Tensor:
    """Cross entropy of first and last piece and of the stance, summed over the networks."""
    ends, stance = network(batch)
    asked = batch.stance >= 0
    weights = torch.ones(network.count, len(batch.first), device=ends.device)
    if network.count > 1:  # each teacher is kept from its own fold
        own = torch.arange(network.count, device=ends.device) % FOLDS
        weights = (batch.fold[None, :] != own[:, None]).float()
    loss = sum(
        (weights * _entropy(ends[..., each], right)).sum() / weights.sum(1).mean() / 2
        for each, right in enumerate((batch.first, batch.last))
    )
    weights = weights * asked
    # A single one in a batch would pull too hard.
    share = STANCE * (asked.sum() / 4).clamp(max=1)
    some = weights.sum(1).mean().clamp(min=1)
    loss = loss + share * (weights * _entropy(stance, batch.stance.clamp(min=0))).sum() / some
    if teachers is not None:
        with torch.no_grad():
            taught_ends, taught_stance = (each.mean(0) for each in teachers(batch))
        loss = loss + sum(
            _differ(ends[0, ..., each], taught_ends[..., each]).mean() / 2 for each in (0, 1)
        )
        loss = loss + share * (asked * _differ(stance[0], taught_stance)).sum() / some
    return loss


def _entropy(logits: Tensor, right: Tensor) -> Tensor:
    """Networks × rows: how far each is from what is right."""
    shares = functional.log_softmax(logits, -1)
    return -shares.gather(-1, right.expand(len(logits), -1)[..., None])[..., 0]


def _differ(logits: Tensor, taught: Tensor) -> Tensor:
    """Rows: how far each is from what the teachers think (Kullback-Leibler)."""
    own, other = functional.log_softmax(logits, -1), functional.log_softmax(taught, -1)
    return functional.kl_div(own, other, reduction="none", log_target=True).sum(-1)


def checked(network: Network, rows: Rows) -> str:
    """How often words, refusals and stances are right in windows, all networks together."""
    right = {"words": [0, 0], "refused": [0, 0], "neither": [0, 0], "yes": [0, 0], "no": [0, 0]}
    network.eval()
    with torch.no_grad():
        for begin in range(0, len(rows.lengths), 256):
            numbers = np.arange(begin, min(begin + 256, len(rows.lengths)))
            ends, stances = network(stacked(rows, numbers, network.words.device))
            ends, stances = ends.mean(0).cpu(), stances.mean(0).argmax(-1).cpu()
            for number, row, said in zip(numbers, ends, stances.tolist(), strict=True):
                first, last = int(rows.firsts[number]), int(rows.lasts[number])
                if rows.stances[number] >= 0:
                    name = ("neither", "yes", "no")[rows.stances[number]]
                    is_right = said == rows.stances[number]
                else:
                    name = "words" if first else "refused"
                    begin_text, end = int(rows.begins[number]), int(rows.lengths[number]) - 1
                    margin, one, other = best_pieces(row[begin_text:end].numpy(), row[0].numpy())
                    one, other = one + begin_text, other + begin_text
                    shared = max(0, min(other, last) - max(one, first) + 1)
                    is_right = (
                        2 * shared / (other - one + last - first + 2) >= ENOUGH
                        if first
                        else margin <= 0
                    )
                right[name][0] += bool(is_right)
                right[name][1] += 1
    network.train()
    return " · ".join(f"{name} {a}/{b}" for name, (a, b) in right.items())


def add_options(parser: argparse.ArgumentParser, student: Course, *, teachers: int) -> None:
    """Add what may be said of the teaching itself."""
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--teachers", type=int, default=teachers, help="how many; 0 for none")
    parser.add_argument("--begin", type=Path, help="an adapter to go on with")
    parser.add_argument("--epochs", type=int, default=student.epochs)
    parser.add_argument("--rate", type=float, default=student.rate)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1, help="processes that draw examples")


def teach(
    options: argparse.Namespace,
    draw: Callable[[int], Rows],
    courses: tuple[Course, Course],
    check: Callable[[Network], str] | None,
    *,
    teachers_begin: Adapter | None,
    begin: Adapter | None,
) -> None:
    """Let teachers learn, then a student from them, and write its adapter.

    Args:
        options: As `add_options` gives them.
        draw: Gives the examples of an epoch for a seed.
        courses: Of the teachers and of the student.
        teachers_begin: The adapter that the teachers begin with; `begin` the student.
    """
    torch.manual_seed(options.seed)
    torch.set_flush_denormal(True)  # numbers next to 0 make a step five times as long
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    course = replace(courses[1], epochs=options.epochs, rate=options.rate, heads=options.rate)
    total = course.epochs + (courses[0].epochs if options.teachers else 0)
    seeds = range(1000 * options.seed, 1000 * options.seed + total)
    with ProcessPoolExecutor(options.workers) as pool:
        epochs = pool.map(draw, seeds)
        teachers = None
        if options.teachers:
            teachers = _begun(Network(count=options.teachers), teachers_begin).to(device)
            learn(teachers, courses[0], epochs, None, check)
            teachers.eval()
        network = _begun(Network(rank=RANK), begin).to(device)
        learn(network, course, epochs, teachers, check)
        rows = draw(options.seed)
    seen = np.arange(0, len(rows.lengths), max(1, len(rows.lengths) // SEEN))
    # One at a time: what fills up rows would be seen, too.
    ranges = network.ranges([stacked(rows, seen[n : n + 1], device) for n in range(len(seen))])
    write(options.out, network.adapter() | ranges)


def _begun(network: Network, adapter: Adapter | None) -> Network:
    if adapter is not None:
        network.begin_with(adapter)
    return network


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, and write the adapter."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--qamr", type=Path, required=True)
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--check", type=Path, nargs="*", default=[])
    add_options(parser, STUDENT, teachers=4)
    options = parser.parse_args(arguments)
    check = None
    if options.check:
        held = WrittenExamples(options.check, random.Random(5)).epoch()  # noqa: S311
        check = partial(checked, rows=lay(held))
    draw = partial(epoch, options.qamr, options.articles)
    begun = dict(np.load(options.begin)) if options.begin else None
    # Teachers begin with the encoder alone: an adapter has seen the questions they are kept from.
    teach(options, draw, (TEACHERS, STUDENT), check, teachers_begin=None, begin=begun)
    return 0


if __name__ == "__main__":
    run_script(main)
