"""Fit how much each sign of an objection says, on texts written for it.

    python -m evaluation.fit_objections [--out src/onix/jobs/compare/objections.json]
    python -m evaluation.fit_objections --without "own before on it" "own before against"

The plans and articles of `evaluation/training/objections/`, and those of `evaluation/gold/plans/`
that are released to develop on, teach two logistic regressions: which point a sentence is about,
with the points of another plan as further counter-examples, and whether it is against it. None of
these plans is known to the reader of statements, whose word is one of the signs.

First this is done in rounds, each time for every sixth of the plans by what the others teach: how
good each is, on average and from plan to plan, is known before any held-out text is looked at, and
from which score on objections are shown is found on plans that taught nothing. `--without` says
what signs of a side are worth: both figures, and their difference. Without `--out` nothing is
written. Which points are read at all is decided by the weights that are there already.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.logistic import newton
from evaluation.objection_texts import WHOLE, Story, released, stories
from evaluation.running import run_script
from onix.jobs.compare.learned import Learned
from onix.jobs.compare.objections.heard import hear
from onix.jobs.compare.objections.objections import Reading, judge, read_with
from onix.jobs.compare.objections.references import Plan
from onix.jobs.compare.objections.stance import signs
from onix.jobs.compare.points.points import find_points
from onix.jobs.readers import news_reader

Key = tuple[str, str, str]  # document, who, point
Floats = NDArray[np.float64]
RIDGE = 1.0  # how strongly weights are held near 0
ABOUT_RIDGE = 0.3  # the same for what a sentence is about, its signs scaled to 1
PRECISE = 2.0  # an objection that is none is worse than one that is not found
ELSEWHERE = 0.5  # what a pair of a sentence and a point of another plan counts
FOLDS, ROUNDS = 6, 3
DRAWN = 2000  # times that plans are drawn anew, to see what chance does


@dataclass(frozen=True, slots=True)
class Read:
    """An article made ready, with what is marked in it by the numbers of its sentences."""

    story: Story
    document_id: str
    reading: Reading
    elsewhere: Reading
    version: int
    stances: dict[int, set[str]]
    places: dict[int, set[int]]
    goes_on: set[int]

    @property
    def objections(self) -> set[Key]:
        """Give who objects to what here."""
        return {
            (each.document_id, each.who, each.point)
            for each in self.story.taken
            if each.document_id == self.document_id and each.stance == "objects"
        }


def read_all(told: Sequence[Story]) -> list[Read]:
    """Read all articles, each with the version it speaks of and the plan of the next story."""
    found = []
    plans = [[Plan(find_points(each).points) for each in story.versions] for story in told]
    for number, story in enumerate(told):
        elsewhere = plans[(number + 1) % len(told)][0]
        for marks in news_reader().read(story.articles):
            document = marks.document
            starts = {each.start: at for at, each in enumerate(marks.sentences)}
            version = sum(
                (each.published or "") <= (document.published or "") for each in story.versions
            )
            stances: dict[int, set[str]] = {}
            places: dict[int, set[int]] = {}
            for each in story.taken:
                if each.document_id != document.id:
                    continue
                at = starts[each.start]
                stances.setdefault(at, set()).add(each.stance)
                which, _, point = each.point.partition(" ")
                if each.point != WHOLE and which == str(version):
                    places.setdefault(at, set()).add(int(point) - 1)
            heard = hear(marks)
            goes_on = {starts[start] for name, start in story.goes_on if name == document.id}
            if story.only_first:
                takes = {each.who for each in story.taken if each.document_id == document.id}
                goes_on |= {at for at, voice in heard.voices.items() if voice.who in takes}
                goes_on -= stances.keys()
            found.append(
                Read(
                    story, document.id, read_with(plans[number][version - 1], heard),
                    read_with(elsewhere, heard), version, stances, places, goes_on,
                )
            )  # fmt: skip
    return found


def fit(read: Sequence[Read], without: Set[str] = frozenset()) -> Learned:
    """Give what these articles teach, the bar left open.

    Args:
        without: Signs of a side that count nothing.
    """
    # What a sentence is about: those that take a stance, against all points of both plans.
    rows: list[Floats] = []
    right: list[float] = []
    counts: list[float] = []
    for each in read:
        for one, worth in ((each.reading, 1.0), (each.elsewhere, ELSEWHERE)):
            about = list(one.evidence)
            tables = np.stack(list(one.evidence.values()), axis=-1)
            for at, places in each.places.items():
                for place in range(len(one.plan.points)):
                    rows.append(tables[at, place])
                    right.append(float(one is each.reading and place in places))
                    counts.append(worth)
    scale = np.abs(rows).max(axis=0)
    about_weights = newton(np.array(rows) / scale, right, counts, ABOUT_RIDGE) / scale
    # Whether it is against it: all that somebody says, but what only goes on or takes two sides.
    shown = [
        (each.reading.heard.texts[at], each.stances.get(at, set()), read_of(each, at))
        for each in read
        for at in each.reading.heard.voices
        if at not in each.goes_on and len(each.stances.get(at, set())) < 2
    ]
    read_signs = [signs(text)[0] | sides for text, _, sides in shown]
    names = [name for name in read_signs[0] if name not in without]
    matrix = np.array([[row[name] for name in names] for row in read_signs])
    against = newton(
        matrix,
        ["objects" in taken for _, taken, _ in shown],
        np.ones(len(shown)),
        np.full(len(names), RIDGE),
    )
    return Learned(_named(about, about_weights), _named(names, against), 0.0)


def read_of(each: Read, at: int) -> dict[str, float]:
    """Give what was read of a sentence and its point; of the likeliest, where none is marked."""
    if at in each.stances and at not in each.places:
        return each.reading.side(at, None)  # it is on the plan as a whole
    places = sorted(each.places.get(at, set())) or [int(each.reading.sides.takes[at].argmax())]
    return each.reading.side(at, places[0])


def _named(names: Sequence[str], weights: Floats) -> dict[str, float]:
    return {name: round(float(each), 3) for name, each in zip(names, weights, strict=True)}


def scores(read: Sequence[Read], known: Learned) -> dict[Key, float]:
    """Give how much speaks for each objection that may be found."""
    found: dict[Key, float] = {}
    for each in read:
        for one in judge(each.reading, known):
            point = WHOLE if one.place is None else f"{each.version} {one.place + 1}"
            key = each.document_id, one.voice.who, point
            found[key] = max(found.get(key, 0.0), one.score)
    return found


def best_bar(found: Mapping[Key, float], gold: Set[Key]) -> float:
    """Give the bar with the best precision and recall; a single peak is chance."""
    bars = [round(float(bar), 2) for bar in np.arange(0.1, 0.9, 0.01)]
    reached = [_f_of(gold, shown(found, bar)) for bar in bars]
    smooth = np.convolve(reached, np.ones(7) / 7, mode="same")
    return bars[3 + int(smooth[3:-3].argmax())]


def shown(found: Mapping[Key, float], bar: float) -> set[Key]:
    """Give what is shown from a bar on."""
    return {key for key, score in found.items() if score >= bar}


def _f_of(gold: Set[Key], found: Set[Key]) -> float:
    """Give F with precision counting `PRECISE` times what recall does."""
    parts = PRECISE * len(found) + len(gold)
    return (PRECISE + 1) * len(gold & found) / max(parts, 1)


@dataclass(frozen=True, slots=True)
class Carried:
    """What carries over to plans that taught nothing: for each what is right, found and wanted.

    Attributes:
        plans: Plans × (right, found, to be found), in the order of their names.
        bar: The best one for all of them.
    """

    plans: Floats
    bar: float

    @property
    def f1(self) -> float:
        """Give F1 over all plans."""
        return float(_f1(self.plans.sum(axis=0)))


def carried_over(read: Sequence[Read], turn: int, without: Set[str] = frozenset()) -> Carried:
    """Find the objections of each part of the plans by what the others teach, bar and all.

    Args:
        turn: Which of many ways to part the plans.
    """
    names = sorted({each.story.name for each in read})
    part = dict(
        zip(np.random.default_rng(turn).permutation(names), _parts(len(names)), strict=True)
    )
    gold: dict[str, set[Key]] = {name: set() for name in names}
    for each in read:
        gold[each.story.name] |= each.objections
    found: dict[str, dict[Key, float]] = {}
    for own in range(FOLDS):
        known = fit([each for each in read if part[each.story.name] != own], without)
        for name in (name for name in names if part[name] == own):
            found[name] = scores([each for each in read if each.story.name == name], known)
    counts = []
    for name in names:
        rest = [each for each in names if part[each] != part[name]]
        given = shown(found[name], _bar_of(rest, found, gold))
        counts.append((len(gold[name] & given), len(given), len(gold[name])))
    return Carried(np.array(counts, dtype=np.float64), _bar_of(names, found, gold))


def _parts(count: int) -> list[int]:
    return [at % FOLDS for at in range(count)]


def _bar_of(
    names: Sequence[str], found: Mapping[str, dict[Key, float]], gold: Mapping[str, set[Key]]
) -> float:
    together = {key: score for name in names for key, score in found[name].items()}
    return best_bar(together, set().union(*(gold[name] for name in names)))


def _f1(counts: Floats) -> Floats:
    """Give F1 of what is right, found and to be found, in the last place."""
    return np.asarray(2 * counts[..., 0] / np.maximum(counts[..., 1] + counts[..., 2], 1))


def spread(plans: Floats, other: Floats | None = None) -> float:
    """Give how far F1 strays with the plans it is taken on; or its lead over another's.

    Args:
        plans: As in `Carried`.
    """
    drawn = np.random.default_rng(0).integers(0, len(plans), (DRAWN, len(plans)))
    reached = _f1(plans[drawn].sum(axis=1))
    if other is not None:
        reached = reached - _f1(other[drawn].sum(axis=1))
    return float(reached.std())


def average(read: Sequence[Read], without: Set[str] = frozenset()) -> Carried:
    """Say what carries over in each round; give the mean of all."""
    rounds = [carried_over(read, turn, without) for turn in range(ROUNDS)]
    for each in rounds:
        right, found, wanted = each.plans.sum(axis=0)
        print(
            f"carried over: precision {right / max(found, 1):.3f}, recall {right / wanted:.3f}, "
            f"F1 {each.f1:.3f}, shown from {each.bar} on"
        )
    mean = Carried(
        np.mean([each.plans for each in rounds], axis=0),
        round(float(np.mean([each.bar for each in rounds])), 2),
    )
    print(f"of {len(mean.plans)} plans: F1 {mean.f1:.3f} ± {spread(mean.plans):.3f}")
    return mean


def main(arguments: Sequence[str] | None = None) -> int:
    """Say what carries over from plan to plan; fit all, and write it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--without", nargs="+", default=[], metavar="SIGN")
    options = parser.parse_args(arguments)
    read = read_all([*stories(), *released()])
    mean = average(read)
    if options.without:
        less = average(read, frozenset(options.without))
        print(
            f"without these signs {less.f1 - mean.f1:+.4f} ± {spread(less.plans, mean.plans):.4f}"
        )
    if options.out:
        known = replace(fit(read), enough=mean.bar)
        told = {"enough": known.enough, "about": known.about, "against": known.against}
        options.out.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        print(f"written to {options.out}, shown from {known.enough} on")
    return 0


if __name__ == "__main__":
    run_script(main)
