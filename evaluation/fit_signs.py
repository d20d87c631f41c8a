"""Fit what speaks for it that a figure, a date, a flat clause or a credit of a draft is wrong.

    python -m evaluation.fit_signs [--data DRAFTS …] [--files 01 …]

Drafts are those named, and those made of claims (`evaluation/fact_claims.py`), which count a fifth;
none of them is held out. Each figure beside which the record has another that may be meant is a
row, right or wrong, as is each clause that the record may leave open, and each voice that may be
another there. What each sign is worth is printed, for `rivals`, `other_days`, `hedges` and
`attribution` of `onix.verify.facts`, and what the weights find in each set of drafts when they are
fitted on the others.

Articles held against the others of their story, as rows that are all right, were tried: they move
the weights no other way than a higher `SURE` does.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from evaluation.fact_claims import HELD_OUT, drafts
from evaluation.facts import GOLD, load, read
from evaluation.logistic import newton
from evaluation.running import run_script
from onix.jobs.readers import news_reader
from onix.model import Marks, Span
from onix.reading.neural.encoder import one_thread
from onix.verify.facts.amounts import amounts_of
from onix.verify.facts.attribution import Attributions, can_be_wrong
from onix.verify.facts.changes import says_when
from onix.verify.facts.dates import dates_told
from onix.verify.facts.figures import figures_told
from onix.verify.facts.hedges import Hedges
from onix.verify.facts.likeliest import SURE
from onix.verify.facts.lines import Line, lines_of
from onix.verify.facts.other_days import OtherDays
from onix.verify.facts.rivals import Rivals
from onix.verify.facts.shelf import Shelf
from onix.verify.facts.tellings import Tellings
from onix.verify.facts.voices import Voices
from onix.verify.facts.whens import other_weekday, when

RELEASED = (
    *("development", "more", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "thirteenth"),
)
CLAIMS = Path(__file__).parent / "training" / "claims"
OF_CLAIMS = 0.2  # what a row counts: claims are worded nearer to their articles than drafts
# A set written for wrong credits has far more of them than drafts elsewhere.
OF_WRONG_CREDITS = ("thirteenth", 0.3)
RIDGE = 8.0  # on signs of one spread

JSON = dict[str, Any]
Signs = Mapping[str, float]


class Row(NamedTuple):
    """What may be wrong in a text: its signs, whether it is, and what it counts."""

    kind: str
    signs: Signs
    is_wrong: bool
    counts: float


def of_drafts(folder: Path) -> Iterator[Row]:
    """Give the rows of a set of drafts."""
    written = load(folder / "drafts.jsonl")
    marks = read(folder, written)
    for each in written:
        record = [marks[name] for name in each["record"]]
        counts = OF_WRONG_CREDITS[1] if folder.name == OF_WRONG_CREDITS[0] else 1.0
        yield from rows(marks[each["draft_id"]], record, each["errors"], counts)


def of_claims(name: str) -> Iterator[Row]:
    """Give the rows of the drafts made of a file of claims."""
    made = list(drafts([name], 1))
    documents = [document for draft in made for document in (draft.source, draft.document)]
    marks = {each.document.id: each for each in news_reader().read(documents)}
    for draft in made:
        source = marks[draft.source.id]
        yield from rows(marks[draft.document.id], [source], draft.errors, OF_CLAIMS)


def rows(
    draft: Marks, record: Sequence[Marks], errors: Sequence[JSON], counts: float
) -> Iterator[Row]:
    """Give the signs of each figure, date, clause and voice, and whether it is wrong."""
    mine = lines_of(draft)
    with one_thread():
        shelf = Shelf((line for marks in record for line in lines_of(marks)), mine)
        for kind, signs_of in _OF.items():
            for span, signs in signs_of(shelf, mine):
                is_wrong = any(
                    each["kind"] == kind and each["start"] < span.end and span.start < each["end"]
                    for each in errors
                )
                yield Row(kind, signs, is_wrong, counts)


def _figures(shelf: Shelf, mine: Sequence[Line]) -> Iterator[tuple[Span, dict[str, float]]]:
    rivals = Rivals(shelf, Tellings(shelf), figures_told(shelf.lines), mine)
    for line in mine:
        amounts = amounts_of(line)
        for amount in amounts:
            is_when = amount.told_in is not None and says_when(line, amount.span)
            if is_when or line.is_quoted(amount.span):
                continue
            signs = rivals.signs(line, amount, amounts, rivals.beside(line, amount, amounts))
            if signs is not None:
                yield amount.span, signs[1]


def _dates(shelf: Shelf, mine: Sequence[Line]) -> Iterator[tuple[Span, dict[str, float]]]:
    days = OtherDays(shelf, Tellings(shelf), dates_told(shelf.lines))
    for line in mine:
        known = ((time, one) for time in line.times if (one := when(time)) is not None)
        plain = [one for time, one in known if other_weekday(time, line.document.day) is None]
        for one in plain:
            if not line.is_quoted(one.span):
                signs = days.signs(line, one, days.beside(line, one, plain))
                if signs is not None:
                    yield one.span, signs[1]


def _clauses(shelf: Shelf, mine: Sequence[Line]) -> Iterator[tuple[Span, dict[str, float]]]:
    hedges = Hedges(shelf, Tellings(shelf))
    for line in mine:
        for clause in line.telling_clauses:
            signs = hedges.signs(line, clause)
            if signs is not None:
                yield clause, dict(signs[1])


def _credits(shelf: Shelf, mine: Sequence[Line]) -> Iterator[tuple[Span, dict[str, float]]]:
    voices = Voices(shelf)
    attributions = Attributions(Tellings(shelf), voices)
    for line in mine:
        for voice in voices.of(line):
            signs = attributions.signs(line, voice) if can_be_wrong(line, voice) else None
            if signs is not None:
                yield voice.span, dict(signs)


_OF: Mapping[str, Callable[[Shelf, Sequence[Line]], Iterator[tuple[Span, dict[str, float]]]]] = {
    "figure": _figures,
    "date": _dates,
    "hedge": _clauses,
    "attribution": _credits,
}


def fit(sets: Sequence[Sequence[Row]], of_drafts: int) -> None:
    """Print the weights of one kind, and what they find in each set when fitted on the others.

    Args:
        sets: The first `of_drafts` are of drafts and are left out by turns.
    """
    told = list(chain.from_iterable(sets))
    if not told:
        print("no rows")
        return
    names = list(told[0].signs)
    signs = np.array([[each.signs[name] for name in names] for each in told])
    wrong = np.array([float(each.is_wrong) for each in told])
    counts = np.array([each.counts for each in told])
    of = np.array([at for at, rows in enumerate(sets) for _ in rows])
    held = np.maximum(RIDGE * signs.var(axis=0), 1e-3)
    for name, weight in zip(names, newton(signs, wrong, counts, held), strict=True):
        print(f'    "{name}": {weight:.3f},')
    left_out = np.zeros(len(wrong))
    for at in range(of_drafts):
        others = of != at
        left_out[~others] = signs[~others] @ newton(
            signs[others], wrong[others], counts[others], held
        )
    is_drafts = of < of_drafts
    print(f"{is_drafts.sum()} of drafts, {wrong[is_drafts].sum():.0f} wrong")
    for least in (1.0, 0.75, 0.5, SURE, 0.0, -0.25, -0.5):
        said = is_drafts & (left_out >= least)
        print(
            f"from {least} on: {wrong[said].sum():.0f} wrong, {(1 - wrong[said]).sum():.0f} right"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit the weights and print them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, nargs="*", default=[GOLD / name for name in RELEASED])
    files = sorted(each.stem for each in CLAIMS.glob("*.jsonl") if each.stem not in HELD_OUT)
    parser.add_argument("--files", nargs="*", default=files, metavar="NN")
    options = parser.parse_args(arguments)
    sets = [
        *(list(of_drafts(each)) for each in options.data),
        *(list(of_claims(each)) for each in options.files),
    ]
    for kind in _OF:
        print(f"{kind}:")
        fit([[each for each in rows if each.kind == kind] for rows in sets], len(options.data))
    return 0


if __name__ == "__main__":
    run_script(main)
