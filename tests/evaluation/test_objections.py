"""Are the marks of who objects to which point of a plan sound, and does the scorer count right?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.objections import about_half, main, misses, score
from evaluation.plan_pairs import GOLD
from onix.jobs.compare.points.points import find_points
from onix.model import Document

JSON = dict[str, Any]


def rows(name: str) -> list[JSON]:
    """The lines of a file of JSON Lines beside the pairs."""
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


SETS = [path.stem.removeprefix("objections_") for path in sorted(GOLD.glob("objections_*.jsonl"))]
PLAN = "1. The ferry will be closed.\n2. The school shall have a new roof.\n"


@pytest.mark.parametrize("name", SETS)
def test_each_mark_names_a_sentence_a_person_and_a_point(name: str) -> None:
    """The offsets give back the sentence, the article names the person, the plan has the point."""
    texts = {each["doc_id"]: each["text"] for each in rows(f"coverage/{name}_articles.jsonl")}
    plans = {
        each["doc_id"]: {
            point.number[0] if point.number else str(place)
            for place, point in enumerate(
                find_points(Document(each["doc_id"], "plan", each["text"])).points, start=1
            )
        }
        for each in rows(f"coverage/{name}_plans.jsonl")
    }
    marks = rows(f"objections_{name}.jsonl")
    for mark in marks:
        text = texts[mark["doc_id"]]
        assert text[mark["start"] : mark["end"]] == mark["text"]
        assert mark["who"] in text
        point = mark["point"]
        assert point == "whole" or str(point) in plans[mark["plan"]]
    assert {each["stance"] for each in marks} == {"objects", "supports"}


def test_no_article_is_in_two_sets() -> None:
    """What is developed on is not what is reported on."""
    ids = [each["doc_id"] for name in SETS for each in rows(f"coverage/{name}_articles.jsonl")]
    assert len(ids) == len(set(ids))


def marked(who: str, point: int | str, stance: str = "objects") -> JSON:
    """A mark made by hand."""
    return {"doc_id": "a", "who": who, "plan": "p", "point": point, "stance": stance}


def test_a_hit_is_the_same_person_and_the_same_point() -> None:
    """The right person with the wrong point is a miss, a support that is found a mistake."""
    gold = [marked("Ann", 1), marked("Ben", "whole"), marked("Cleo", 2, "supports")]
    keys = [("a", "Ann", "p 2"), ("a", "Ben", "whole"), ("a", "Cleo", "p 2"), ("a", "Dan", "p 1")]
    figures = score(gold, keys)
    assert (figures["right"], figures["precision"], figures["recall"]) == (1, 0.25, 0.5)
    assert (figures["people_right"], figures["people"], figures["supports_taken"]) == (2, 2, 1)
    assert figures["people_without_objection"] == 2
    assert score([], [])["f1"] is None


def test_what_is_wrong_is_named() -> None:
    """Somebody who was missed, a support that was taken, and somebody who says nothing of it."""
    gold = [marked("Ann", 1), marked("Cleo", 2, "supports")]
    keys = [("a", "Cleo", "p 2"), ("a", "Dan", "p 1")]
    assert list(misses(gold, keys)) == [
        "missed: a | Ann | p 1", "a support: a | Cleo | p 2", "none: a | Dan | p 1"
    ]  # fmt: skip


def test_the_versions_of_a_plan_are_in_one_half() -> None:
    """An article goes with the plan that it speaks of, whichever version that is."""
    rows = [
        {"doc_id": article, "plan": plan}
        for article, plan in (("a", "fee-1"), ("b", "fee-2"), ("c", "port-1"), ("d", "mine-1"))
    ]
    assert about_half(rows, "odd") == {"a", "b", "d"}
    assert about_half(rows, "even") == {"c"}


def test_cases_of_held_out_plans_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Without naming the half that is released nothing is read, let alone shown."""
    with pytest.raises(SystemExit):
        main(["--data", "objections_held_out.jsonl", "--misses"])
    assert "held out" in capsys.readouterr().err


def test_a_set_is_scored_from_its_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two versions, an article, somebody who rejects a point by its number: found."""
    (tmp_path / "coverage").mkdir()
    head = {"title": "Ferry", "outlet": "The Sound"}
    plans = [
        head | {"doc_id": "p", "published": "2031-02-01", "text": PLAN},
        head | {"doc_id": "q", "published": "2031-03-01", "text": PLAN.replace("will", "may")},
    ]
    article = head | {
        "doc_id": "a",
        "published": "2031-02-02",
        "text": "Maria Holt, who runs the shop, rejected point 1. Tom Reed welcomed point 2.",
    }
    for name, lines in (
        ("coverage/made_plans", plans),
        ("coverage/made_articles", [article]),
        ("objections_made", [marked("Maria Holt", 1), marked("Tom Reed", 2, "supports")]),
    ):
        text = "".join(json.dumps(line) + "\n" for line in lines)
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")
    assert main(["--data", str(tmp_path / "objections_made.jsonl"), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["f1"], figures["supports_taken"], figures["articles"]) == (1.0, 0, 1)
    assert main(["--data", str(tmp_path / "objections_made.jsonl")]) == 0
    assert "precision 1.0 · recall 1.0 · F1 1.0" in capsys.readouterr().out
