"""What a sentence speaks of where it says so by little: a part of a plan, or what goes before."""

from __future__ import annotations

import pytest

from onix.jobs.compare.learned import learned
from onix.jobs.compare.objections.heard import hear
from onix.jobs.compare.objections.objections import judge, read_with
from onix.jobs.compare.objections.references import Plan
from onix.jobs.compare.objections.stance import stance_of
from onix.jobs.compare.points.points import find_points
from onix.jobs.readers import news_reader
from onix.model import Document
from tests.jobs.compare.plans import plan

PLAN = "1. A toll of three crowns is raised.\n2. The mill closes in May.\n3. Trees are planted.\n"


def judged(text: str) -> dict[int, list[int | None]]:
    """Give for the numbers of sentences the places of the points that are judged in them."""
    (marks,) = news_reader().read([Document("a", "article", text, language="en")])
    found: dict[int, list[int | None]] = {}
    for each in judge(read_with(Plan(find_points(plan(PLAN)).points), hear(marks)), learned()):
        found.setdefault(each.sentence, []).append(each.place)
    return found


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("He urged them to drop the toll from their new plan.", (0,)),
        ("She finds the new trees of the plan too few.", (2,)),
        ("He urged them to drop the best line from the plan.", ()),
        ("She rejects the plan.", ()),
        ("She rejects the whole plan.", ()),
    ],
)
def test_a_part_of_a_plan_is_a_point_of_it(sentence: str, points: tuple[int, ...]) -> None:
    """Where a word names it that no other point has; else it is the plan as a whole."""
    spoken = Plan(find_points(plan(PLAN)).points).spoken_of(sentence, [0.0] * 3)
    assert spoken is not None
    assert spoken.points == points


def test_what_stands_in_the_whole_plan_is_a_part_of_it() -> None:
    """ "The best line in the whole plan" is of one point, and is looked for by its subject."""
    own = Plan(find_points(plan(PLAN)).points)
    sentence = "For him the trees are the worst thing in the whole plan."
    spoken = own.spoken_of(sentence, [0.0, 0.0, 0.9])
    assert spoken is not None
    assert spoken.points == (2,)


def test_a_question_that_only_names_what_comes_next_takes_no_side() -> None:
    """“And the new trees?” says nothing of them; what follows does."""
    text = "Odd Lund rejected the toll. And the new trees? He welcomed the trees, he said."
    assert 1 not in judged(text)
    assert judged(text)[2] == [2]


def test_where_a_story_was_filed_is_no_word_of_it() -> None:
    """A dateline has a month in it, which is no reason to speak of a point."""
    text = "TARN, May 4 (Wire) - The mayor, Odd Lund, rejected the toll on Sunday."
    (marks,) = news_reader().read([Document("a", "article", text, language="en")])
    assert "May" not in hear(marks).texts[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Odd Lund wanted to know what would happen to the mill that closes in May.",
        "Odd Lund has asked the county when the trees are planted.",
    ],
)
def test_whoever_wants_to_know_something_is_not_against_it(sentence: str) -> None:
    """A question that is told is none of the blame in it; who blames besides, objects."""
    assert stance_of(sentence, {}).likely == 0.0
    assert stance_of(f"{sentence[:-1]}, and called it a disgrace.", {}).likely > 0.0


def test_critics_alone_are_nobody_to_ask() -> None:
    """ "Critics say" names no one; what they say is not the paper's either."""
    text = "The toll is fair.\n\nCritics say that the trees are far too few."
    article = Document("a", "article", text, title="Editorial: Fair", outlet="Post", language="en")
    (marks,) = news_reader().read([article])
    assert {each.who for each in hear(marks).voices.values()} == {"Post"}
