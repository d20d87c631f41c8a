"""A document without a date: found as of today, and not as of a day that is gone."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from onix.record import Query, open_record
from tests.record.making import BUDGET, article, marked


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (None, {"undated", "ahead"}),
        (0, {"undated"}),
        (2, {"undated", "ahead"}),
        (100_000, {"undated", "ahead"}),
        (-1, set()),
    ],
)
def test_what_has_no_date_is_found_as_of_today(
    tmp_path: Path, days: int | None, found: set[str]
) -> None:
    """The record holds it today; nobody can say whether it was there before."""
    today = date.today()  # not when tests are collected: midnight may come between
    ahead = (today + timedelta(days=2)).isoformat()
    as_of = None if days is None else (today + timedelta(days=days)).isoformat()
    with open_record(tmp_path / "news.onix", create=True) as record:
        record.keep(
            [
                marked(article(id="undated", published=None)),
                marked(article(BUDGET, id="ahead", published=ahead)),
            ]
        )
        hits = record.search(Query("quay budget", as_of=as_of))
        assert {each.citation.span.document_id for each in hits} == found
