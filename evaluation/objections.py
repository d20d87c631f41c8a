"""How well it is found who objects to which point of a plan: coverage with marks made by hand.

    python -m evaluation.objections [--data evaluation/gold/plans/objections_NAME.jsonl] [--json]
    python -m evaluation.objections --data objections_held_out.jsonl --half odd --misses

Beside `objections_NAME.jsonl` lie `coverage/NAME_plans.jsonl`, the versions of the plans, and
`coverage/NAME_articles.jsonl`; each plan is read with the articles about it, as
`onix compare --coverage` reads them. A hit is the same document, person and point of the same
version, or the plan as a whole; who objects to two points counts twice. A point of a plan without
numbers goes by its place. `--half` takes every second plan with the articles about it, all its
versions counting as one plan; `--misses` shows what was missed and what is none, but not of
held-out plans.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.halves import add_half, of_half, refuse_unreleased
from evaluation.running import run_script
from onix.jobs.compare import compare_all
from onix.jobs.compare.objections.objections import with_objections
from onix.jobs.compare.points.points import find_points
from onix.jobs.readers import news_reader
from onix.model import Document, DocumentKind, History, Marks

JSON = dict[str, Any]
Key = tuple[str, str, str]  # document, person, point
GOLD = Path(__file__).parent / "gold" / "plans"
WHOLE = "whole"


def load(path: Path) -> list[JSON]:
    """Give the objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def documents(path: Path, kind: DocumentKind) -> list[Document]:
    """Give what lies in a file of plans or articles, in its order."""
    return [
        Document(
            each["doc_id"],
            kind,
            each["text"],
            title=each["title"],
            outlet=each["outlet"],
            published=each["published"],
        )
        for each in load(path)
    ]


def wanted(marks: Iterable[JSON], stance: str) -> set[Key]:
    """Give who objects to what, or supports it, as marked by hand."""
    return {
        (each["doc_id"], each["who"], _point(each["plan"], str(each["point"])))
        for each in marks
        if each["stance"] == stance
    }


def found(history: History) -> Iterator[Key]:
    """Give who objects to what, as found."""
    versions = [history.steps[0].old, *(step.new for step in history.steps)]
    numbers = {
        point.span: point.number[0] if point.number else str(place)
        for version in versions
        for place, point in enumerate(find_points(version).points, start=1)
    }
    for step in history.steps:
        for each in step.objections:
            named = [_point(span.document_id, numbers[span]) for span in each.points]
            for point in named or [WHOLE]:
                yield each.citation.span.document_id, each.who, point


def _point(plan: str, number: str) -> str:
    return WHOLE if number == WHOLE else f"{plan} {number}"


def score(marks: Sequence[JSON], keys: Iterable[Key]) -> JSON:
    """Give precision, recall and F1, and how far the misses are from hits."""
    gold, given = wanted(marks, "objects"), set(keys)
    right = len(gold & given)
    people, met = ({key[:2] for key in each} for each in (gold, given))
    return {
        "gold": len(gold),
        "found": len(given),
        "right": right,
        "precision": round(right / len(given), 4) if given else None,
        "recall": round(right / len(gold), 4) if gold else None,
        "f1": round(2 * right / (len(gold) + len(given)), 4) if gold or given else None,
        "supports_taken": len(given & wanted(marks, "supports")),
        "people": len(people),
        "people_right": len(people & met),
        "people_without_objection": len(met - people),
    }


def about_half(marks: Sequence[JSON], half: str | None) -> set[str]:
    """Name the articles about every second plan; its versions' ids differ in their last part."""
    plans = list(dict.fromkeys(plan_name(each["plan"]) for each in marks))
    taken = of_half(plans, half)
    return {each["doc_id"] for each in marks if plan_name(each["plan"]) in taken}


def plan_name(version: str) -> str:
    """Give what the ids of all versions of a plan begin with."""
    return version.rpartition("-")[0]


def misses(marks: Sequence[JSON], keys: Iterable[Key]) -> Iterator[str]:
    """Give a line for each objection that was missed, and for each that is none."""
    gold, given = wanted(marks, "objects"), set(keys)
    supports = wanted(marks, "supports")
    for key in sorted(gold ^ given):
        name = "missed" if key in gold else "a support" if key in supports else "none"
        yield f"{name}: {' | '.join(key)}"


def measure(data: Path, half: str | None = None, lines: list[str] | None = None) -> JSON:
    """Find the objections of a set and score them, with CPU seconds once all is read.

    Args:
        half: "odd" or "even" for every second plan only.
        lines: Is filled with what is wrong.
    """
    name = data.stem.removeprefix("objections_")
    folder = data.parent / "coverage"
    versions = documents(folder / f"{name}_plans.jsonl", "plan")
    articles = documents(folder / f"{name}_articles.jsonl", "article")
    marks = load(data)
    about = about_half(marks, half)
    marks = [each for each in marks if each["doc_id"] in about]
    articles = [each for each in articles if each.id in about]
    coverage: list[Marks] = list(news_reader().read(articles))
    plan_of = {each["doc_id"]: plan_name(each["plan"]) for each in marks}
    given, spent = set[Key](), 0.0
    for plan in dict.fromkeys(plan_of.values()):
        own = [each for each in versions if plan_name(each.id) == plan]
        told = [each for each in coverage if plan_of[each.document.id] == plan]
        begun = time.process_time()
        # A plan that has one version only is held against itself.
        history = with_objections(compare_all(own if len(own) > 1 else own * 2), told)
        spent += time.process_time() - begun
        given |= set(found(history))
    if lines is not None:
        lines += misses(marks, given)
    return score(marks, given) | {
        "articles": len(articles),
        "cpu_s": round(spent, 2),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the set named on the command line and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=GOLD / "objections_development.jsonl")
    add_half(parser)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    if options.misses:
        refuse_unreleased(parser, options.data, options.half)
    lines: list[str] = []
    figures = measure(options.data, options.half, lines)
    if options.misses:
        print("\n".join(lines))
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    print(
        f"{figures['articles']} articles, {figures['gold']} objections by {figures['people']} "
        f"people · found {figures['found']}, right {figures['right']} · CPU {figures['cpu_s']} s"
    )
    print(
        f"precision {figures['precision']} · recall {figures['recall']} · F1 {figures['f1']} · "
        f"supports taken for objections {figures['supports_taken']}"
    )
    print(
        f"people found {figures['people_right']} of {figures['people']}, whatever the point; "
        f"{figures['people_without_objection']} who object to nothing"
    )
    return 0


if __name__ == "__main__":
    run_script(main)
