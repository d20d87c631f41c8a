"""Is the gold that measures answers sound? Offsets against the article, counts, required fields."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "evaluation" / "gold" / "sample_article.jsonl"
ARTICLE = ROOT.parent / "shared" / "sample" / "article.txt"


def questions() -> list[dict[str, Any]]:
    """The gold questions, one dictionary a line."""
    with GOLD.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def article() -> str:
    """The article the offsets point into."""
    if not ARTICLE.is_file():
        pytest.skip(f"the article is not here: {ARTICLE}")
    return ARTICLE.read_text(encoding="utf-8")


def test_a_third_of_the_questions_cannot_be_answered() -> None:
    """48 questions with ids of their own, 16 of them unanswerable."""
    rows = questions()
    assert len({row["id"] for row in rows}) == len({row["question"] for row in rows}) == 48
    assert sum(row["unanswerable"] for row in rows) == 16


def test_every_question_says_what_would_be_right() -> None:
    """Answers stand where there is one, a stance where the question is yes or no."""
    for row in questions():
        if row["unanswerable"] and row["kind"] != "unknown":
            assert row["answers"] == [], row["id"]
            assert row["sentence"] is None, row["id"]
            assert "stance" not in row, row["id"]
        else:
            assert row["answers"], row["id"]
            assert row["sentence"], row["id"]
            stances = {"yes", "no"} if row["kind"] == "yes/no" else {None}
            assert row.get("stance") in stances, row["id"]


def test_offsets_are_whole_words_of_the_article(article: str) -> None:
    """No answer and no sentence begins or ends inside a word, or outside the article."""
    for row in questions():
        for span in [*row["answers"], *([row["sentence"]] if row["sentence"] else [])]:
            start, end = span["start"], span["end"]
            assert 0 <= start < end <= len(article), row["id"]
            words = article[start:end]
            assert words == words.strip(), row["id"]
            assert not (start and article[start - 1].isalnum() and words[0].isalnum()), row["id"]
            assert not (words[-1].isalnum() and article[end : end + 1].isalnum()), row["id"]


def test_the_first_answer_stands_in_its_sentence(article: str) -> None:
    """The sentence given for a question holds its first answer, and is one line of the article."""
    for row in questions():
        if row["sentence"]:
            sentence, answer = row["sentence"], row["answers"][0]
            assert sentence["start"] <= answer["start"] <= answer["end"] <= sentence["end"]
            assert "\n" not in article[sentence["start"] : sentence["end"]]
