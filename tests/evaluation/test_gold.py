"""Is the gold that measures answers sound? Offsets against the articles, counts, fields."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from evaluation.ask_gold import ARTICLE, CORPUS, OTHER
from evaluation.ask_questions import SAMPLE, corpus_articles

JSON = dict[str, Any]
FILES = (SAMPLE, OTHER)
Marked = list[tuple[JSON, str]]


def questions(gold: Path) -> list[JSON]:
    """The gold questions of a file, one dictionary a line."""
    with gold.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def marked(request: pytest.FixtureRequest) -> Marked:
    """Each question of a file with the text its offsets point into."""
    rows = questions(request.param)
    source = ARTICLE if request.param == SAMPLE else CORPUS
    if not source.is_file():
        pytest.skip(f"what the questions are asked of is not here: {source}")
    if request.param == SAMPLE:
        text = ARTICLE.read_text(encoding="utf-8")
        return [(row, text) for row in rows]
    articles = corpus_articles(CORPUS, {row["article"] for row in rows})
    return [(row, articles[row["article"]]["text"]) for row in rows]


@pytest.mark.parametrize(("gold", "asked", "refused"), [(SAMPLE, 48, 16), (OTHER, 72, 24)])
def test_a_third_of_the_questions_cannot_be_answered(gold: Path, asked: int, refused: int) -> None:
    """Every question has an id and words of its own, and a third of them is unanswerable."""
    rows = questions(gold)
    assert len({row["id"] for row in rows}) == len({row["question"] for row in rows}) == asked
    assert sum(row["unanswerable"] for row in rows) == refused


def test_what_is_held_out_is_like_what_is_developed_on() -> None:
    """Even and odd lines have as many questions of every article, and as many unanswerable."""
    rows = questions(OTHER)
    even, odd = (
        Counter((row["article"], row["unanswerable"]) for row in half)
        for half in (rows[1::2], rows[::2])
    )
    assert even == odd
    assert len({row["article"] for row in rows}) == 6
    assert set(even.values()) == {2, 4}


@pytest.mark.parametrize("gold", FILES, ids=lambda path: path.stem)
def test_every_question_says_what_would_be_right(gold: Path) -> None:
    """Answers stand where there is one, a stance where the question is yes or no."""
    for row in questions(gold):
        if row["unanswerable"] and row["kind"] != "unknown":
            assert row["answers"] == [], row["id"]
            assert row["sentence"] is None, row["id"]
            assert "stance" not in row, row["id"]
        else:
            assert row["answers"], row["id"]
            assert row["sentence"], row["id"]
            stances = {"yes", "no"} if row["kind"] == "yes/no" else {None}
            assert row.get("stance") in stances, row["id"]


@pytest.mark.parametrize("gold", FILES, ids=lambda path: path.stem)
def test_no_words_of_an_article_stand_in_the_gold(gold: Path) -> None:
    """An answer is a pair of offsets and nothing else."""
    known = {"id", "article", "question", "kind", "answers", "sentence", "stance", "unanswerable"}
    for row in questions(gold):
        assert set(row) <= known, row["id"]
        for span in [*row["answers"], *([row["sentence"]] if row["sentence"] else [])]:
            assert set(span) == {"start", "end"}, row["id"]


def test_offsets_are_whole_words_of_the_article(marked: Marked) -> None:
    """No answer and no sentence begins or ends inside a word, or outside the article."""
    for row, article in marked:
        for span in [*row["answers"], *([row["sentence"]] if row["sentence"] else [])]:
            start, end = span["start"], span["end"]
            assert 0 <= start < end <= len(article), row["id"]
            words = article[start:end]
            assert words == words.strip(), row["id"]
            assert not (start and article[start - 1].isalnum() and words[0].isalnum()), row["id"]
            assert not (words[-1].isalnum() and article[end : end + 1].isalnum()), row["id"]


def test_the_first_answer_stands_in_its_sentence(marked: Marked) -> None:
    """The sentence given for a question holds its first answer, and is one line of the article."""
    for row, article in marked:
        if row["sentence"]:
            sentence, answer = row["sentence"], row["answers"][0]
            assert sentence["start"] <= answer["start"] <= answer["end"] <= sentence["end"]
            assert "\n" not in article[sentence["start"] : sentence["end"]]


ARCHIVES = sorted(SAMPLE.parent.glob("plain_archive*.jsonl"))
PLAIN = sorted(set(SAMPLE.parent.glob("plain_*.jsonl")) - set(ARCHIVES))


def test_the_plain_questions_are_those_that_are_counted() -> None:
    """181 in three files, of which 29 have no answer; every other one has."""
    rows = [
        each for path in PLAIN for row in questions(path) for each in row.get("questions", [row])
    ]
    assert len(PLAIN) == 3
    assert (len(rows), sum(row["unanswerable"] for row in rows)) == (181, 29)
    assert all(bool(row["answers"]) is not row["unanswerable"] for row in rows)


def test_the_questions_of_archives_are_those_that_are_counted() -> None:
    """Each has an answer or none, none is there twice, and what is marked is a yes or a no."""
    counted = {
        path.stem: (len(rows), sum(row["unanswerable"] for row in rows))
        for path in ARCHIVES
        for rows in [questions(path)]
    }
    assert counted["plain_archive"] == (140, 40)
    assert counted["plain_archive_more"] == (50, 7)
    assert counted["plain_archive_more_held_out"] == (50, 8)
    assert counted["plain_archive_2023"] == (60, 17)
    assert counted["plain_archive_2023_held_out"] == (60, 17)
    for rows in map(questions, ARCHIVES):
        assert len({row["id"] for row in rows}) == len(rows)
        assert all(bool(row["answers"]) is not row["unanswerable"] for row in rows)
        assert all(row.get("stance") in {None, "yes", "no"} for row in rows)


def test_answers_on_written_articles_stand_in_their_sentence() -> None:
    """And the sentence stands in the text once."""
    for article in questions(PLAIN[0]):
        for row in article["questions"]:
            if not row["unanswerable"]:
                assert article["text"].count(row["sentence"]) == 1
                assert all(answer in row["sentence"] for answer in row["answers"])


def test_the_unseen_questions_are_those_that_are_counted() -> None:
    """60 on three articles, of which 20 have no answer; the others' answers stand there."""
    articles = questions(SAMPLE.parent / "unseen_articles.jsonl")
    rows = [row for article in articles for row in article["questions"]]
    assert (len(articles), len(rows), sum(row["unanswerable"] for row in rows)) == (3, 60, 20)
    for article in articles:
        for row in article["questions"]:
            assert row["sentence"] is None or article["text"].count(row["sentence"]) == 1
            assert all(answer in article["text"] for answer in row["answers"])
