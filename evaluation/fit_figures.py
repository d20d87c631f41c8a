"""Fit what speaks for it that a figure or a date of a draft is wrong.

    python -m evaluation.fit_figures [--kind date] [--data DRAFTS …] [--files 01 02 …]

Drafts are those named and those made of claims (`evaluation/fact_claims.py`), neither of them held
out. Each figure beside which the record has another that may be meant is a row, right or wrong.
What each sign is worth is printed, for `onix.verify.facts.rivals` or `other_days`, and what the
weights would find, each fifth of the drafts by the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.fact_claims import HELD_OUT, drafts
from evaluation.facts import GOLD, load, read
from evaluation.logistic import newton
from evaluation.running import run_script
from onix.jobs.readers import news_reader
from onix.model import Marks, Span
from onix.verify.facts.amounts import amounts_of
from onix.verify.facts.dates import dates_told, verify_dates
from onix.verify.facts.figures import figures_told, verify_figures
from onix.verify.facts.findings import Found
from onix.verify.facts.lines import Line, lines_of
from onix.verify.facts.other_days import OtherDays
from onix.verify.facts.rivals import Rivals
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.whens import when

RELEASED = ("development", "more", "third", "fourth", "fifth", "sixth")
FOLDS = 5
RIDGE = 1.0

JSON = dict[str, Any]
Case = tuple[Marks, list[Marks], list[JSON]]
Row = tuple[dict[str, float], bool]


def cases(folders: Sequence[Path], files: Sequence[str]) -> Iterator[Case]:
    """Give each draft with its documents and what is wrong in it."""
    for folder in folders:
        written = load(folder / "drafts.jsonl")
        marks = read(folder, written)
        for each in written:
            record = [marks[name] for name in each["record"]]
            yield marks[each["draft_id"]], record, each["errors"]
    made = list(drafts(files, 1))
    documents = [document for draft in made for document in (draft.source, draft.document)]
    marks = {each.document.id: each for each in news_reader().read(documents)}
    for draft in made:
        yield marks[draft.document.id], [marks[draft.source.id]], draft.errors


def rows(case: Case, kind: str) -> Iterator[Row]:
    """Give the signs of each fact that is not found wrong by other means, and whether it is."""
    draft, record, errors = case
    mine = lines_of(draft)
    shelf = Shelf((line for marks in record for line in lines_of(marks)), mine)
    weighed = _dates(shelf, mine) if kind == "date" else _figures(shelf, mine)
    for span, signs in weighed:
        yield (
            signs,
            any(
                each["kind"] == kind and each["start"] < span.end and span.start < each["end"]
                for each in errors
            ),
        )


def _figures(shelf: Shelf, mine: Sequence[Line]) -> Iterator[tuple[Span, dict[str, float]]]:
    tellings, told = Tellings(shelf), figures_told(shelf.lines)
    rivals, none = Rivals(shelf, tellings, told, mine), Rivals(shelf, tellings, ())
    for line in mine:
        found = _open(verify_figures(shelf, tellings, told, none, line))
        amounts = amounts_of(line)
        for amount in amounts:
            if amount.span in found and (weighed := rivals.signs(line, amount, amounts)):
                yield amount.span, weighed[1]


def _dates(shelf: Shelf, mine: Sequence[Line]) -> Iterator[tuple[Span, dict[str, float]]]:
    tellings, told = Tellings(shelf), dates_told(shelf.lines)
    days, none = OtherDays(shelf, tellings, told), OtherDays(shelf, tellings, ())
    for line in mine:
        found = _open(verify_dates(shelf, tellings, told, none, line))
        times = [one for each in line.times if (one := when(each)) is not None]
        for one in times:
            if one.span in found and (weighed := days.signs(line, one, times)):
                yield one.span, weighed[1]


def _open(found: Iterable[Found]) -> set[Span]:
    return {each.span for each in found if each.label != "contradicted"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit the weights and print them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kind", choices=("figure", "date"), default="figure")
    parser.add_argument("--data", type=Path, nargs="*", default=[GOLD / name for name in RELEASED])
    claims = Path(__file__).parent / "training" / "claims"
    files = sorted(each.stem for each in claims.glob("*.jsonl") if each.stem not in HELD_OUT)
    parser.add_argument("--files", nargs="*", default=files, metavar="NN")
    options = parser.parse_args(arguments)
    read_in = [list(rows(each, options.kind)) for each in cases(options.data, options.files)]
    every = [each for draft in read_in for each in draft]
    names = list(every[0][0])
    signs = np.array([list(each.values()) for each, _ in every])
    wrong = np.array([float(each) for _, each in every])
    fold = np.array([at % FOLDS for at, draft in enumerate(read_in) for _ in draft])
    weights = newton(signs, wrong, np.ones(len(wrong)), RIDGE)
    print(
        "\n".join(
            f'    "{name}": {weight:.2f},' for name, weight in zip(names, weights, strict=True)
        )
    )
    left_out = np.zeros(len(wrong))
    for at in range(FOLDS):
        others = fold != at
        fitted = newton(signs[others], wrong[others], np.ones(others.sum()), RIDGE)
        left_out[~others] = signs[~others] @ fitted
    print(f"{len(wrong)} {options.kind}s, {wrong.sum():.0f} wrong")
    for least in (1.5, 1.0, 0.5, 0.0, -0.5):
        said = left_out >= least
        print(
            f"from {least} on: {wrong[said].sum():.0f} wrong, {(1 - wrong[said]).sum():.0f} right"
        )
    return 0


if __name__ == "__main__":
    run_script(main)
