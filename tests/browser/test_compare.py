"""Two versions of a plan compared in a real browser: pasted, from the record, without a script."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, Open
from tests.browser.looking import overflow, shoot

OLD = """1. The army must leave the valley within thirty days.

2. The border stays open for trade.

3. A joint commission shall meet each month and hear both sides.

4. Prisoners go home.
"""
NEW = """1. The border stays open for trade.

2. The army should leave the valley within sixty days.

3. A joint commission shall meet each month and hear both sides.

4. <script>alert(1)</script> The river is shared.
"""


def compare(page: Page, desk: str) -> None:
    """Paste two versions and have them compared."""
    page.goto(f"{desk}/compare")
    page.get_by_label("The old version").fill(OLD)
    page.get_by_label("The new version").fill(NEW)
    page.get_by_role("button", name="Compare").click()
    page.get_by_role("heading", name="Compared").wait_for()


@pytest.mark.parametrize("script", [True, False])
def test_points_stand_side_by_side(opened: Open, desk: str, script: bool) -> None:
    """What went is struck through, what came underlined, and each row says what became of it."""
    page = opened(desk, java_script_enabled=script)
    compare(page, desk)
    row = page.locator("tr", has_text="sixty")
    assert row.locator("del").all_inner_texts() == ["must", "thirty"]
    assert row.locator("ins").all_inner_texts() == ["should", "sixty"]
    assert "softened: “must” → “should”" in row.locator("th").inner_text()
    assert "dropped" in page.locator("tr", has_text="Prisoners").locator("th").inner_text()
    assert "new" in page.locator("tr", has_text="river").locator("th").inner_text()
    assert "<script>alert(1)</script>" in page.locator("tr", has_text="river").inner_text()


@pytest.mark.parametrize("script", [True, False])
def test_plans_of_the_record_are_picked(opened: Open, desk: str, script: bool) -> None:
    """The oldest and the newest are offered, and the page says who objected."""
    page = opened(f"{desk}/compare", java_script_enabled=script)
    older, newer = page.get_by_label("Older plan"), page.get_by_label("Newer plan")
    assert "28 April" in older.locator("option:checked").inner_text()
    assert "20 May" in newer.locator("option:checked").inner_text()
    page.get_by_role("button", name="Show").click()
    page.get_by_role("heading", name="Compared").wait_for()
    page.get_by_role("heading", name="objected").wait_for(timeout=60_000)


def test_only_what_is_different_is_shown(wide: Page, desk: str) -> None:
    """A point that stayed as it was can be hidden."""
    compare(wide, desk)
    same = wide.locator("tr.is-unchanged", has_text="joint commission")
    assert same.is_visible()
    wide.get_by_label("what is different").check()
    assert not same.is_visible()
    assert wide.locator("tr", has_text="sixty").is_visible()


def test_a_file_and_a_text_are_compared(wide: Page, desk: str, tmp_path: Path) -> None:
    """One version may be a file, the other pasted; both in one box are refused, and kept."""
    path = tmp_path / "plan.md"
    path.write_text(OLD)
    wide.goto(f"{desk}/compare")
    wide.set_input_files("#old-file", path)
    wide.get_by_label("The new version").fill(NEW)
    wide.get_by_role("button", name="Compare").click()
    wide.get_by_role("heading", name="Compared").wait_for()
    wide.go_back()
    wide.goto(f"{desk}/compare")
    wide.get_by_label("The new version").fill(NEW)
    wide.get_by_role("button", name="Compare").click()
    assert "Paste a text, or choose a file" in wide.get_by_role("alert").inner_text()
    assert wide.get_by_label("The new version").input_value().startswith("1. The border")


def test_texts_leave_no_trace(wide: Page, desk: str) -> None:
    """No address holds a word of them, and no cache keeps the answer."""
    with wide.expect_response(lambda each: each.request.method == "POST") as answered:
        compare(wide, desk)
    assert answered.value.headers["cache-control"] == "no-store"
    assert wide.url == f"{desk}/compare"


def test_two_documents_of_the_record_have_an_address(desk: str, ids: dict[str, str]) -> None:
    """As a page and for a program; one that is not there is said."""
    query = {"old": ids["older"], "new": ids["newer"]}
    with httpx.Client(base_url=desk, timeout=60) as client:
        at_once = client.get("/compare", params=query)  # while who objected is still looked for
        assert at_once.status_code in (200, 202)
        assert "What became of it" in at_once.text
        assert client.get("/compare.json", params=query).json()["changes"]
        page = client.get("/compare", params=query)
        assert page.status_code == 200
        assert "What became of it" in page.text
        missing = client.get("/compare", params={**query, "old": "nothing"})
        assert missing.status_code == 404


def grave_in(page: Page) -> list[object]:
    """Give what axe-core finds that is more than minor."""
    found = Axe().run(page).response["violations"]
    return [each for each in found if each["impact"] != "minor"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_comparison_keeps_nobody_out(wide: Page, desk: str, scheme: str) -> None:
    """axe-core finds nothing serious on form and result, and a phone never scrolls sideways."""
    wide.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of two words
    wide.goto(f"{desk}/compare")
    assert not grave_in(wide)
    compare(wide, desk)
    assert not grave_in(wide)
    shoot(wide, "compared")
    wide.set_viewport_size(PHONE)  # type: ignore[arg-type]  # width and height
    assert overflow(wide) == 0
