"""Are the texts to learn objections from sound, and does learning from them carry over?"""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.fit_objections import best_bar, carried_over, fit, read_all, scores
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
    """In every file: the point is in that version, the name in the article."""
    for story in stories():
        points = [len(find_points(each).points) for each in story.versions]
        texts = {each.id: each.text for each in story.articles}
        assert {each.stance for each in story.taken} == {"objects", "supports"}
        for each in story.taken:
            assert each.who in texts[each.document_id], (story.name, each.who)
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
    """From some subjects to others: most of what is found is right, and the bar says how much."""
    read = read_all(list(stories())[:4])
    wanted, given = set(), set()
    for _, gold, found in carried_over(read):
        wanted |= gold
        given |= found
    right = len(wanted & given)
    assert right / len(given) > 0.5
    assert right / len(wanted) > 0.4
    known = fit(read)
    assert known.against["against"] > known.against["for"]
    bar, reached = best_bar(scores(read, known), read)
    assert bar == known.enough
    assert reached > 0.6


def test_what_is_shipped_knows_the_names_of_signs() -> None:
    """A sign that was renamed would silently count nothing."""
    read = read_all(list(stories())[:2])
    known = fit(read)
    assert list(known.about) == list(learned().about)
    assert list(known.against) == list(learned().against)
