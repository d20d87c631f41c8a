"""Which version of a plan an article speaks of, by its day or by what only one version has."""

from __future__ import annotations

import pytest

from onix.jobs.compare.objections.meant import version_meant
from onix.jobs.compare.objections.references import Plan
from onix.jobs.compare.points.points import find_points
from onix.model import Document, Marks
from onix.reading.grammar.sentences import find_sentences
from onix.reading.times.times import find_times
from tests.jobs.compare.plans import plan

FIRST = """1. A mission of 400 observers shall be sent to the delta.
2. Guns must be withdrawn within 14 days.
3. No foreign troops are let in.
4. Electricity is restored before winter.
"""
SECOND = """1. A mission of 250 observers may be sent to the delta.
2. Guns should be withdrawn within 30 days.
3. Schools teach in both languages.
"""


def meant(text: str, *, days: tuple[str | None, str | None] = (None, None)) -> int:
    """Give the version of which an article of 12 May 2025 speaks."""
    texts = zip((FIRST, SECOND), days, strict=True)
    versions = [plan(each, each[:40], published=day) for each, day in texts]
    article = Document("article", "article", text, published="2025-05-12")
    sentences = tuple(find_sentences(article))
    marks = Marks(article, sentences, times=find_times(article, sentences))
    return version_meant(versions, [Plan(find_points(each).points) for each in versions], marks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A mission of 400 observers is too small, Ann Lee said.", 0),
        ("Only 250 observers are too few, Ann Lee said.", 1),
        ("Pulling the guns back within two weeks is too fast, Ann Lee said.", 0),
        # The day of a date is of no plan.
        ("He said on 14 May and on May 30 that 250 observers are too few.", 1),
        # Nor is the number of a point.
        ("Point 14 is as bad as the mission of 250, she said.", 1),
        # No figure tells, but words do.
        ("The electricity cannot be restored before winter and the troops stay, she said.", 0),
        # Nothing tells.
        ("The mission to the delta is a mistake, she said.", 1),
        ("The winter is long in the delta, she said.", 1),
    ],
)
def test_figures_and_words_tell_the_version_where_days_do_not(text: str, expected: int) -> None:
    """Files often bear no day: who speaks of 400 observers does not speak of 250."""
    assert meant(text) == expected


def test_the_days_of_all_versions_tell_more_than_figures() -> None:
    """An article of the day of the second version is about that, whatever it remembers."""
    told = "A mission of 400 observers is too small, Ann Lee said."
    assert meant(told, days=("2025-03-01", "2025-05-12")) == 1
    assert meant(told, days=("2025-03-01", "2025-05-13")) == 0
    assert meant(told, days=("2025-06-01", "2025-07-13")) == 0
