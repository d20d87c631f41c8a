"""A document without a date: found as of today, and not as of a day that is gone."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from onix.record import Query, Record, open_record
from tests.record.making import BUDGET, article, marked

TODAY = date.today()


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Give a record of an undated story, and one that is published tomorrow."""
    opened = open_record(tmp_path / "news.onix", create=True)
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    opened.keep(
        [
            marked(article(id="undated", published=None)),
            marked(article(BUDGET, id="ahead", published=tomorrow)),
        ]
    )
    return opened


@pytest.mark.parametrize(
    ("as_of", "found"),
    [
        (None, {"undated", "ahead"}),
        (TODAY, {"undated"}),
        (TODAY + timedelta(days=1), {"undated", "ahead"}),
        (date.max, {"undated", "ahead"}),
        (TODAY - timedelta(days=1), set()),
    ],
)
def test_what_has_no_date_is_found_as_of_today(
    record: Record, as_of: date | None, found: set[str]
) -> None:
    """The record holds it today; nobody can say whether it was there before."""
    day = as_of.isoformat() if as_of else None
    hits = record.search(Query("quay budget", as_of=day))
    assert {each.citation.span.document_id for each in hits} == found
    record.close()
