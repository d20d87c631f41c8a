"""A yes or no is right where an editor would give it, from the sentence that says so."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from evaluation.ask_questions import rows_of
from evaluation.yes_no import DATA, figures, outcome, score
from onix.model import Abstention, Answer, Citation, Document, Statement

TOLD = Document("d", "article", "Roth sold the mill. It rained.")


def answer(stance: Literal["yes", "no"] | None, sentence: str = "Roth sold the mill.") -> Answer:
    """An answer with one sentence."""
    start = TOLD.text.index(sentence)
    span = TOLD.span(start, start + len(sentence))
    told = Statement(text=sentence, answer=span, citations=(Citation(span),), stance=stance)
    return Answer("Did Roth sell the mill?", statements=(told,))


@pytest.mark.parametrize(
    ("wanted", "given", "what"),
    [
        ("yes", answer("yes"), "right"),
        ("yes", answer("no"), "wrong"),
        ("yes", answer("yes", "It rained."), "elsewhere"),
        ("yes", answer(None), "alone"),
        ("said", answer(None), "right"),
        ("said", answer("yes"), "credited"),
        ("said", answer("yes", "It rained."), "wrong"),
        ("announced", answer("yes"), "wrong"),
        ("announced", answer("no"), "right"),
        ("announced", answer(None), "right"),
        ("none", answer(None, "It rained."), "alone"),
        ("none", answer("no", "It rained."), "wrong"),
    ],
)
def test_an_answer_is_held_against_what_an_editor_says(
    wanted: str, given: Answer, what: str
) -> None:
    """Another yes or no is wrong; a sentence without one is not."""
    assert outcome(wanted, "sold the mill", given) == what


def test_a_refusal_is_right_where_nothing_is_said() -> None:
    """And nowhere else."""
    refusal = Answer("Did Roth weep?", abstained=Abstention("not_answered", "", None))
    assert outcome("none", "", refusal) == "right"
    assert outcome("yes", "wept", refusal) == "refused"


def test_every_question_of_the_set_points_to_one_place() -> None:
    """The words that decide it stand once in the article, or there are none."""
    rows = [(article["text"], row) for article in rows_of(DATA) for row in article["questions"]]
    assert len(rows) == 136
    for text, row in rows:
        assert row["words"] or row["wanted"] == "none"
        assert not row["words"] or text.count(row["words"]) == 1


def test_the_counts_add_up(tmp_path: Path) -> None:
    """Of a file of one article, in all and by what an editor answers."""
    path = tmp_path / "one.jsonl"
    path.write_text(DATA.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    found = figures(score(path))
    assert found["all"]["of"] == 8
    assert sum(part["of"] for name, part in found.items() if name != "all") == 8
