"""Fit how much each sign of an objection says, on texts written for it.

    python -m evaluation.fit_objections [--out src/onix/jobs/compare/objections.json]

The plans and articles of `evaluation/training/objections/`, and those of `evaluation/gold/plans/`
that are released to develop on, teach two logistic regressions: which point a sentence is about,
with the points of another plan as further counter-examples, and whether it is against it. Then the
bar is found from which objections are shown, by trying. First all of it is done once for each
subject without that subject, and scored on it: what carries over is known before any held-out text
is looked at. Without `--out` nothing is written.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
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


def fit(read: Sequence[Read]) -> Learned:
    """Give what these articles teach; the bar is found with the weights themselves."""
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
    names = list(read_signs[0])
    matrix = np.array([[row[name] for name in names] for row in read_signs])
    against = newton(
        matrix,
        ["objects" in taken for _, taken, _ in shown],
        np.ones(len(shown)),
        np.full(len(names), RIDGE),
    )
    rounded = Learned(
        _named(about, about_weights),
        _named(names, against),
        0.0,
    )
    return replace(rounded, enough=best_bar(scores(read, rounded), read)[0])


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


def best_bar(found: dict[Key, float], read: Sequence[Read]) -> tuple[float, float]:
    """Give the bar with the best precision and recall, and that F; a single peak is chance."""
    gold = set().union(*(each.objections for each in read))
    bars = [round(float(bar), 2) for bar in np.arange(0.1, 0.9, 0.01)]
    reached = [_f_of(gold, {key for key, score in found.items() if score >= bar}) for bar in bars]
    smooth = np.convolve(reached, np.ones(7) / 7, mode="same")
    best = 3 + int(smooth[3:-3].argmax())
    return bars[best], reached[best]


def _f_of(gold: set[Key], found: set[Key]) -> float:
    """Give F with precision counting `PRECISE` times what recall does."""
    parts = PRECISE * len(found) + len(gold)
    return (PRECISE + 1) * len(gold & found) / max(parts, 1)


def _f1(gold: set[Key], found: set[Key]) -> float:
    return 2 * len(gold & found) / max(len(gold) + len(found), 1)


def carried_over(read: Sequence[Read]) -> Iterator[tuple[str, set[Key], set[Key]]]:
    """Give for each subject what is wanted and what is found by what the others teach."""
    for name in dict.fromkeys(each.story.name for each in read):
        own = [each for each in read if each.story.name == name]
        known = fit([each for each in read if each.story.name != name])
        found = {key for key, score in scores(own, known).items() if score >= known.enough}
        yield name, set().union(*(each.objections for each in own)), found


def main(arguments: Sequence[str] | None = None) -> int:
    """Say what carries over from subject to subject; fit all, and write it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    read = read_all([*stories(), *released()])
    wanted, given = set[Key](), set[Key]()
    for name, gold, found in carried_over(read):
        print(f"{name}: {len(gold & found)} right of {len(found)} found, {len(gold)} to be found")
        wanted |= gold
        given |= found
    right = len(wanted & given)
    people = {key[:2] for key in wanted} & {key[:2] for key in given}
    print(
        f"carried over: precision {right / len(given):.3f}, recall {right / len(wanted):.3f}, "
        f"F1 {_f1(wanted, given):.3f}; people found {len(people)} of "
        f"{len({key[:2] for key in wanted})}"
    )
    if options.out:
        known = fit(read)
        told = {
            "enough": known.enough,
            "about": known.about,
            "against": known.against,
        }
        options.out.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        print(f"written to {options.out}, shown from {known.enough} on")
    return 0


if __name__ == "__main__":
    run_script(main)
