"""Fit how far what the reader of `onix ask` found is to be trusted.

    python -m evaluation.fit_trust [--data ARTICLES.jsonl …] [--records FOLDER] --out trust.json

Each question is asked of a record of its article alone, and of one of all articles. What the
reader finds in each window is right where its words are those marked (token F1 of at least .5; for
a yes/no question the stance in the sentence marked). A logistic regression over the features of
`jobs/ask/trust.py` gives the weights, and the score from which answering is worth more than
refusing, where a wrong answer undoes a part of a right one, is found by trying. The articles have
to be others than the reader learned from, whose margins say too much.

How sure an answer is said to be (`jobs/ask/stated.py`) is fitted by itself with `--records`, on
what is answered to the questions there are to develop on: on months of news, on running stories,
on single articles. Those are answered right more often than others will be, by `DEVELOPED`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import numpy as np

from evaluation import ask_archive, ask_stories
from evaluation.ask_gold import CORPUS, ENOUGH, RELEASED, WRITTEN, put, token_f1
from evaluation.ask_questions import (
    JSON,
    Gold,
    rows_of,
    written_gold,
    written_record,
    written_records,
)
from evaluation.running import run_script
from onix.jobs.ask import look
from onix.jobs.ask.choose import worth_reading
from onix.jobs.ask.stated import stated
from onix.jobs.ask.trust import features, score_of
from onix.reading.neural.comprehension import Stretch, comprehension
from onix.record import Query, Record

RIDGE = 1.0  # how strongly weights are held near 0
STEPS = 30
# Of a name asked about that is nowhere near, and of words that cannot answer such a question (no
# number to "how many"): too rare here to be learned.
NEVER = -2.0
WRONG = 0.35  # of a right answer, that a wrong one undoes
AS_GOOD = 0.01  # shares of questions right that differ by less are the same
# In log odds, by how much likelier an answer is right once its question was developed on, among
# several stories: of those on 2023 that were answered 16 of 27 were right before, 21 of 28 after.
DEVELOPED = 0.7


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: the features of each of its readings and whether that is right."""

    rows: list[dict[str, float]]
    right: list[bool]
    unanswerable: bool


def ask_all(paths: Sequence[Path]) -> Iterator[Asked]:
    """Read the windows of every question: in a record of its article alone, and of all."""
    for record, rows in written_records(paths):
        yield from _asked(record, rows)
    articles = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    with written_record(articles) as record:
        yield from _asked(record, [row for each in articles for row in each["questions"]])


def _asked(record: Record, rows: Sequence[JSON]) -> Iterator[Asked]:
    for row in rows:
        question, _, found = look(record, Query(row["question"]))
        windows = worth_reading(question, found)
        texts = [each.text.text for each in windows]
        stretches = comprehension().read(question.text, texts)
        right = [
            _is_right(row, question.kind, text, stretch)
            for text, stretch in zip(texts, stretches, strict=True)
        ]
        yield Asked(features(question, windows, stretches), right, row["unanswerable"])


def _is_right(row: JSON, kind: str, text: str, stretch: Stretch) -> bool:
    if row["unanswerable"]:
        return False
    if kind == "yes/no":
        said = "yes" if stretch.stance[1] >= stretch.stance[2] else "no"
        return said == row["stance"] and row["sentence"] in text
    words = text[stretch.start : stretch.end]
    return max(token_f1(words, each) for each in row["answers"]) >= ENOUGH


def answers(records: Path) -> Iterator[tuple[dict[str, float], bool, float]]:
    """Ask what there is to develop on, and give of each answer its signs and whether it is right.

    The third is by how much likelier it is right than it will be, as its question was developed on.
    """
    for archive in ask_archive.ARCHIVES:
        if not archive.is_held_out:
            with ask_archive.filled(CORPUS, archive, records) as record:
                golds = [ask_archive.gold(row) for row in rows_of(archive.questions)]
                for signs, right in _answered(record, golds):
                    yield signs, right, DEVELOPED
    for story in rows_of(ask_stories.STORIES / "developed_on.jsonl"):
        with written_record(story["articles"]) as record:
            golds = [ask_stories.story_gold(row) for row in story["questions"]]
            for signs, right in _answered(record, golds):
                yield signs, right, DEVELOPED
    with TemporaryDirectory() as folder:
        released = Path(folder, "released.jsonl")
        lines = WRITTEN.read_text("utf-8").splitlines()[:RELEASED]
        released.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for record, rows in written_records([released]):
            for signs, right in _answered(record, [written_gold(row) for row in rows]):
                yield signs, right, 0.0


def _answered(record: Record, golds: Iterable[Gold]) -> Iterator[tuple[dict[str, float], bool]]:
    """Give the signs of each answer that is given, and whether it is right."""
    told: list[dict[str, float]] = []

    def hear(named: Mapping[str, float]) -> float:
        told.append(dict(named))
        return stated(named)

    with patch("onix.jobs.ask.answer.stated", hear):
        for gold in golds:
            told.clear()
            (scored,) = put(record, [gold])
            if scored.answer.statements and told:
                yield told[0], scored.is_right


def fit(
    rows: Sequence[Mapping[str, float]], right: Sequence[bool], more: Sequence[float] = ()
) -> dict[str, float]:
    """Give the weights of a logistic regression, by Newton's steps on scaled features.

    Args:
        more: Log odds that each row has besides, which no weight is to explain.
    """
    names = sorted({name for row in rows for name in row})
    matrix = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    scale = np.maximum(np.abs(matrix).max(axis=0), 1e-9)
    matrix /= scale
    goal = np.array(right, dtype=float)
    weights = np.zeros(len(names))
    besides = np.array(more or [0.0] * len(rows))
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-(matrix @ weights + besides)))
        gradient = matrix.T @ (odds - goal) + RIDGE * weights
        curve = (matrix * (odds * (1 - odds))[:, None]).T @ matrix + RIDGE * np.eye(len(names))
        weights -= np.linalg.solve(curve, gradient)
    return {name: round(float(w / s), 4) for name, w, s in zip(names, weights, scale, strict=True)}


def best_limit(asked: Sequence[Asked], weights: Mapping[str, float]) -> tuple[float, float]:
    """Give the score from which it is best to answer, and the share of questions right there."""
    scored = []
    for each in asked:
        scores = [score_of(row, weights) for row in each.rows]
        top = max(range(len(scores)), key=scores.__getitem__, default=None)
        if top is not None:
            scored.append((scores[top], each.right[top], each.unanswerable))
    limits = [round(limit, 2) for limit in np.arange(-3.0, 1.5, 0.05)]

    def counted(limit: float, wrong: float) -> float:
        """Right answers and refusals, less so much for each wrong answer, a question."""
        told = (
            (right or -wrong) if score >= limit else is_open for score, right, is_open in scored
        )
        return sum(told) / len(asked)

    gains = [counted(limit, WRONG) for limit in limits]
    # Smoothed, as a single peak is chance; and of those as good the one that refuses most.
    smooth = np.convolve(gains, np.ones(7) / 7, mode="same")
    best = max(n for n in range(3, len(limits) - 3) if smooth[n] >= smooth[3:-3].max() - AS_GOOD)
    return limits[best], counted(limits[best], 0.0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit the weights and write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, nargs="+", help="articles to fit the readings on")
    parser.add_argument("--records", type=Path, help="fit what is stated; archives are kept here")
    parser.add_argument("--out", type=Path, required=True, help="written; what is not fitted stays")
    options = parser.parse_args(arguments)
    found = json.loads(options.out.read_text("utf-8")) if options.out.exists() else {}
    if options.data is not None:
        found |= _fit_readings(options.data)
    if options.records is not None:
        signs, right, more = zip(*answers(options.records), strict=True)
        found["stated"] = fit(signs, right, more)
        print(f"{len(right)} answers, {sum(right)} right")
    found = {name: found[name] for name in sorted(found)}
    options.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


def _fit_readings(paths: Sequence[Path]) -> JSON:
    """Give the weights of readings, and from which score on to answer."""
    asked = list(ask_all(paths))
    rows = [row for each in asked for row in each.rows]
    right = [is_right for each in asked for is_right in each.right]
    weights = fit(rows, right)
    for name in (each for each in weights if each.endswith((": no name", ": unfit"))):
        weights[name] = min(weights[name], NEVER)
    limit, share = best_limit(asked, weights)
    print(f"{len(rows)} readings of {len(asked)} questions, {sum(right)} right")
    print(f"answered from {limit} on: {share:.3f} of the questions right")
    return {"enough": limit, "weights": weights}


if __name__ == "__main__":
    run_script(main)
