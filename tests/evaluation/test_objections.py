"""Are the marks of who objects to which point of a plan sound? Against the articles and plans."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evaluation.plan_pairs import GOLD

JSON = dict[str, Any]


def rows(name: str) -> list[JSON]:
    """The lines of a file of JSON Lines beside the pairs."""
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("marks", "articles", "objections"),
    [
        ("objections.jsonl", "articles.jsonl", 25),
        ("objections_development.jsonl", "development_articles.jsonl", 10),
    ],
)
def test_each_mark_names_a_sentence_a_person_and_a_point(
    marks: str, articles: str, objections: int
) -> None:
    """The offsets give back the sentence, the article names the person, the plan has the point."""
    texts = {each["doc_id"]: each["text"] for each in rows(f"coverage/{articles}")}
    plans = {each["doc_id"]: each["text"] for each in rows("coverage/plans.jsonl")}
    for mark in rows(marks):
        text = texts[mark["doc_id"]]
        assert text[mark["start"] : mark["end"]] == mark["text"]
        assert mark["who"] in text
        point = mark["point"]
        assert point == "whole" or f"\n{point}. " in plans[mark["plan"]]
        assert mark["stance"] in {"objects", "supports"}
    assert sum(each["stance"] == "objects" for each in rows(marks)) == objections


def test_no_article_is_in_both_sets() -> None:
    """What is developed on is not what is reported on."""
    ours = {each["doc_id"] for each in rows("objections.jsonl")}
    assert not ours & {each["doc_id"] for each in rows("objections_development.jsonl")}
    assert len(rows("coverage/articles.jsonl")) == 6
