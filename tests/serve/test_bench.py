"""What outlives a request: tapes that several checks use, lists in parts, pages that wait."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.jobs.quotes.counting import over_time
from onix.jobs.report import Progress
from onix.model import Quotations
from onix.record import Record, open_record
from onix.serve.charts import chart
from onix.serve.desk import Desk, Serving
from onix.serve.pages import quoting
from onix.serve.paging import part
from onix.serve.taping import Taping
from onix.settings import Settings
from tests.record.making import article, marked
from tests.serve.serving import client


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a record of one article."""
    path = tmp_path / "small.onix"
    with open_record(path, create=True) as record:
        record.keep([marked(article("The ferry is late. Nobody knows why it is so.", id="one"))])
    return path


def test_tapes_are_made_once_for_each_state_of_the_record(folder: Path) -> None:
    """Two checks use the same tapes; after a change those in use stay until they are let go of."""
    desk = Desk(Serving(settings=Settings(record=folder)))
    taping = Taping(desk)
    with taping.ready() as first:
        with taping.ready() as second:
            assert second is first
        with desk.writing() as record:
            record.keep([marked(article("The tram is early. It never was before.", id="two"))])
        with taping.ready() as third:
            assert len(third.coverage.all) == 2
        assert len(first.coverage.all) == 1
        assert first.coverage.all[0].id == "one"
    taping.close()
    desk.close()


def test_tapes_can_be_begun_before_they_are_needed(folder: Path) -> None:
    """The page on which a draft is pasted has them made; the check then finds them."""
    desk = Desk(Serving(settings=Settings(record=folder)))
    taping = Taping(desk)
    taping.begin()
    for thread in threading.enumerate():
        if thread.name == "onix-taping":
            thread.join(30)
    held = taping._held
    assert held is not None and held.users == 0
    with taping.ready() as ready:
        assert ready is held.ready
    taping.close()
    desk.close()


def test_a_page_that_takes_long_says_how_far_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It loads itself again, also without script, until the quotations are there."""
    go = threading.Event()

    def slow(record: Record, *, on_progress: Callable[[Progress], None], **_: Any) -> Quotations:
        on_progress(Progress(3, 7))
        go.wait(30)
        return Quotations(why="Nobody is quoted.", looked_at=7)

    monkeypatch.setattr(quoting, "quotes", slow)
    with client(folder) as desk:
        waiting = desk.get("/quotes")
        assert waiting.status_code == 202
        assert "3 of 7 documents" in waiting.text and 'http-equiv="refresh"' in waiting.text
        go.set()
        found = desk.get("/quotes")
        assert found.status_code == 200 and "Nobody is quoted." in found.text
        assert 'http-equiv="refresh"' not in found.text


@given(st.integers(0, 300), st.integers(-2, 40), st.integers(1, 60))
def test_every_item_is_on_one_page(many: int, number: int, most: int) -> None:
    """The pages together are the list, and a page beyond the last is the last."""
    items = list(range(many))
    pages = part(items, 1, most).count
    together = [each for page in range(1, pages + 1) for each in part(items, page, most).items]
    assert together == items
    shown = part(items, number, most)
    assert 1 <= shown.number <= shown.count and len(shown.items) <= most
    assert items[shown.first - 1 : shown.last] == list(shown.items)


def test_a_single_one_is_seen_beside_a_hundred() -> None:
    """Bars stay within their box, the highest fills it, and none that counts is hidden."""
    drawn = chart(over_time(["2025-05-01"] * 400 + ["2025-05-03"]))
    heights = [each.height for each in drawn.bars]
    assert heights[0] == drawn.height and heights[1] == 0 and heights[2] >= 1
    assert all(each.x >= 0 and each.x + each.width <= drawn.width for each in drawn.bars)
    assert (drawn.first, drawn.last) == ("1 May 2025", "3 May 2025")
