"""What the reader of statements learns from: claims that hold and that do not."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from evaluation.claim_examples import (
    BORNE_OUT,
    CONTRADICTED,
    KINDS,
    NOT_TOLD,
    ClaimExamples,
    read,
)
from evaluation.objection_texts import stories
from evaluation.stance_examples import StanceExamples

TRAINING = Path(__file__).parents[2] / "evaluation" / "training"
CLAIMS = sorted((TRAINING / "claims").glob("*.jsonl"))

SENTENCE = "The ferry was sold on Tuesday to Ann Lee, police said."
CLAIM = {
    "claim": "According to police, Ann Lee bought the green ferry on Tuesday.",
    "sentence": SENTENCE,
    "facts": [
        {"kind": "date", "words": "on Tuesday", "source": "on Tuesday", "wrong": ["on Friday"]},
        {
            "kind": "attribution",
            "words": "According to police",
            "source": "police said",
            "wrong": ["According to the bank"],
            "flat": "Ann Lee bought the green ferry on Tuesday.",
        },
        {"kind": "name", "words": "green", "source": None},
    ],
}


def written(folder: Path, claim: Mapping[str, object]) -> tuple[list[Path], Path]:
    """Write an article and a claim on it, and give where they lie."""
    text = f"{SENTENCE} It had rained in the harbour all of that summer."
    (folder / "articles").mkdir()
    (folder / "articles" / "a.jsonl").write_text(json.dumps({"id": "one", "text": text}))
    (folder / "a.jsonl").write_text(json.dumps({"id": "one", "claims": [claim]}))
    return [folder / "a.jsonl"], folder / "articles"


def test_a_fact_is_told_right_wrong_and_not_at_all(tmp_path: Path) -> None:
    """Each as it should be and as it should not, with the words that say it."""
    articles = read(*written(tmp_path, CLAIM))
    found = list(ClaimExamples(articles, random.Random(1)).epoch())  # noqa: S311
    dates = [each for each in found if each.question.startswith("date: ")]
    assert {each.stance for each in dates} == {NOT_TOLD, BORNE_OUT, CONTRADICTED}
    for each in dates:
        assert ("« on Friday »" in each.question) == (each.stance == CONTRADICTED) or (
            each.stance == NOT_TOLD
        )
        if each.answer is not None:
            assert each.text[slice(*each.answer)] == "on Tuesday"
    flat = [each for each in found if "« Ann Lee bought" in each.question]
    assert [each.stance for each in flat] == [CONTRADICTED]
    green = [each for each in found if "« green »" in each.question]
    assert [each.stance for each in green] == [NOT_TOLD]


@pytest.mark.parametrize(
    ("fact", "fault"),
    [
        ({"kind": "date", "words": "on Sunday", "source": None}, "not once in the claim"),
        ({"kind": "day", "words": "on Tuesday", "source": None}, "no kind of fact"),
        ({"kind": "date", "words": "on Tuesday", "source": "on Monday", "wrong": ["x"]}, "in none"),
        ({"kind": "date", "words": "on Tuesday", "source": "on Tuesday"}, "nothing would make"),
    ],
)
def test_what_is_at_fault_is_named(tmp_path: Path, fact: dict[str, object], fault: str) -> None:
    """With its file and line, as nothing can be learned from it."""
    with pytest.raises(SystemExit, match=fault):
        read(*written(tmp_path, CLAIM | {"facts": [fact]}))


def test_all_claims_hold_what_they_should() -> None:
    """Every one that is learned from, of every kind."""
    articles = [each for name in ("reader", "trust") for each in read(CLAIMS, TRAINING / name)]
    facts = [fact for each in articles for claim in each.claims for fact in claim.facts]
    assert {each.kind for each in facts} == set(KINDS)
    assert len(articles) == len({each.id for each in articles})


def test_a_sentence_is_read_for_its_points_and_for_another() -> None:
    """Which side it takes of which, and none of the rest."""
    told = list(stories(TRAINING / "stances"))[:3]
    found = list(StanceExamples(told, random.Random(1)).epoch())  # noqa: S311
    assert {each.stance for each in found} == {NOT_TOLD, BORNE_OUT, CONTRADICTED}
    for each in found:
        assert each.question.startswith("point: « ")
        assert (each.answer is None) == (each.stance == NOT_TOLD)
        if each.answer is not None:
            assert 0 <= each.answer[0] < each.answer[1] == len(each.text)
