"""The questions on the bundled story are sound: places, filters, and a fair share of refusals."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from evaluation import ask_gold
from evaluation.gate import FLOORS
from tests.golden.ask import locate

FILES = sorted(locate.FOLDER.glob("*.jsonl"))
AGAIN = "Find the places anew with: python -m tests.golden ask"


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def questions(request: pytest.FixtureRequest) -> list[locate.JSON]:
    """The questions of one file."""
    return locate.read(request.param)


def test_every_marked_place_gives_back_its_text(questions: list[locate.JSON]) -> None:
    """An answer's offsets lead to its own words in the document as the intake reads it."""
    story = locate.documents()
    for question in questions:
        for key in ("answers", "superseded", "nearest"):
            for answer in question.get(key, ()):
                document = story[answer["document"]]
                found = document.text[answer["start"] : answer["end"]]
                assert found == answer["text"], f"{question['id']}. {AGAIN}"
                assert answer["address"] == locate.web_address(document), (
                    f"{question['id']}. {AGAIN}"
                )


def test_places_are_found_again_as_they_are(questions: list[locate.JSON]) -> None:
    """Text and context lead to the places that are written down, no more and no fewer."""
    story = locate.documents()
    for question in questions:
        assert locate.located(question, story) == question, f"{question['id']}. {AGAIN}"


def test_a_question_is_answered_or_not(questions: list[locate.JSON]) -> None:
    """What can be answered has answers, what cannot has none, and about a third cannot."""
    assert len({question["id"] for question in questions}) == len(questions)
    for question in questions:
        assert bool(question["answers"]) != question["unanswerable"], question["id"]
    share = Counter(question["unanswerable"] for question in questions)
    assert 0.25 <= share[True] / len(questions) <= 0.4


def test_a_disputed_question_has_readings(questions: list[locate.JSON]) -> None:
    """Where the record differs there are at least two readings, and the answers are all of them."""
    for question in questions:
        readings = question.get("readings", [])
        assert bool(readings) == bool(question.get("disputed")), question["id"]
        if readings:
            assert len(readings) > 1
            assert [each for reading in readings for each in reading] == question["answers"]


def test_an_answer_that_is_gone_is_named() -> None:
    """Changing the story under a marked answer says which question lost which words."""
    story = locate.documents()
    gone = {"text": "no", "context": "no such words stand here"}
    with pytest.raises(locate.NotFoundInStoryError, match="q9: nowhere stands 'no such"):
        locate.located({"id": "q9", "answers": [gone]}, story)
    with pytest.raises(locate.NotFoundInStoryError, match="q9: 'yes' is not in"):
        locate.located({"id": "q9", "answers": [gone | {"text": "yes"}]}, story)


def test_enough_is_answered_right() -> None:
    """As many of all questions on the story are right as the floor of the evaluation asks for."""
    entries = json.loads(FLOORS.read_text(encoding="utf-8"))["entries"]
    floors = next(each["floors"] for each in entries if each["script"] == "evaluation.ask_gold")
    by_file = ask_gold.score_story()
    scored = [each for some in by_file.values() for each in some]
    right = ask_gold.share(scored)["right"]
    assert right >= floors["story.right"], "See: python -m evaluation.ask_gold --show"
