"""Are the texts to learn objections from sound, and does learning from them carry over?"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from evaluation.fit_objections import best_bar, carried_over, fit, read_all, spread
from evaluation.objection_texts import WHOLE, released, stories
from evaluation.objections import GOLD, load
from onix.jobs.compare.learned import learned
from onix.jobs.compare.points.points import find_points

STORY = """plan: p-1 2031-03-01 The pier plan
1. The pier is closed in winter.
2. Anglers pay a fee of nine crowns.

article: the-mole 2031-03-02 Few friends
-2 Anglers' Club | The Anglers' Club rejects the fee as an insult.
~2 | It is nine crowns too many.
+1 Odd Lund | Odd Lund welcomed the rest for the pier in winter.
= | The pier was built in 1911.
"""


def test_marks_are_read_with_their_places(tmp_path: Path) -> None:
    """Who takes which side to which point, at the beginning of the sentence that is marked."""
    (tmp_path / "pier.txt").write_text(STORY, encoding="utf-8")
    (story,) = stories(tmp_path)
    text = story.articles[0].text
    told = [(each.who, each.point, each.stance, text[each.start :][:8]) for each in story.taken]
    assert told == [
        ("Anglers' Club", "1 2", "objects", "The Angl"),
        ("Odd Lund", "1 1", "supports", "Odd Lund"),
    ]
    assert {text[start:][:7] for _, start in story.goes_on} == {"It is n"}


def test_a_mark_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    """A slip of the pen is an error, not a sentence without a stance."""
    (tmp_path / "pier.txt").write_text(STORY.replace("-2 Anglers", "-two Anglers"))
    with pytest.raises(ValueError, match=r"pier: no mark can be read in .-two Anglers"):
        list(stories(tmp_path))


def test_all_marks_name_points_and_voices_that_are_there() -> None:
    """In every file: the point is in that version, the name in the article.

    Of a name that another article gives in full a part is enough.
    """
    for story in stories():
        points = [len(find_points(each).points) for each in story.versions]
        texts = {each.id: each.text for each in story.articles}
        assert {each.stance for each in story.taken} == {"objects", "supports"}
        for each in story.taken:
            there = texts[each.document_id]
            is_known = any(each.who in text for text in texts.values())
            parts = each.who.split() if is_known else [each.who]
            assert any(part in there for part in parts), (story.name, each.who)
            if each.point != WHOLE:
                version, point = map(int, each.point.split())
                assert point <= points[version - 1], (story.name, each)


def test_nothing_of_the_held_out_half_teaches() -> None:
    """Of the sets with marks: the one to develop on, and the odd plans of the others."""
    told = list(released())
    assert [(len(each.versions), len(each.articles)) for each in told] == [
        (2, 9),
        (1, 5),
        *[(2, 3)] * 5,
    ]
    marked = [*load(GOLD / "objections_held_out.jsonl"), *load(GOLD / "objections_later.jsonl")]
    held_out = {str(each["doc_id"]) for each in marked} - {
        article.id for story in told for article in story.articles
    }
    assert len(held_out) == 5 + 15
    assert held_out.isdisjoint(each.document_id for story in told for each in story.taken)


def test_what_is_learned_carries_over() -> None:
    """From some plans to others: most of what is found is right."""
    names = ("airport", "army", "asylum", "border", "broadcast", "budget")
    read = read_all([each for each in stories() if each.name in names])
    carried = carried_over(read, 0)
    right, found, wanted = carried.plans.sum(axis=0)
    assert wanted == len(set().union(*(each.objections for each in read)))
    assert right / found > 0.5
    assert right / wanted > 0.4
    assert carried.f1 == pytest.approx(2 * right / (found + wanted))
    known = fit(read, {"own before on it"})
    assert known.against["against"] > known.against["for"]
    assert "own before on it" not in known.against


def test_the_bar_lies_where_precision_and_recall_are_best() -> None:
    """Above what is none, below what is: wherever both are well apart."""
    found = {("a", "Ann Lee", "1 1"): 0.8, ("a", "Odd Lund", "1 2"): 0.3}
    assert 0.3 < best_bar(found, {("a", "Ann Lee", "1 1")}) <= 0.8


def test_a_lead_is_shown_with_how_far_it_strays() -> None:
    """Of two that find the same on each plan neither leads; few plans say less than many."""
    plans = np.array([(3.0, 4.0, 5.0), (1.0, 5.0, 4.0), (4.0, 4.0, 6.0)])
    assert spread(plans, plans) == 0
    assert spread(plans) > spread(np.tile(plans, (8, 1))) > 0


def test_what_is_shipped_knows_the_names_of_signs() -> None:
    """A sign that was renamed would silently count nothing."""
    read = read_all(list(stories())[:2])
    known = fit(read)
    assert list(known.about) == list(learned().about)
    assert list(known.against) == list(learned().against)
