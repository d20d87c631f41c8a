"""The timeline in a real browser: drawn, zoomed by keyboard, filtered, and without a script."""

from __future__ import annotations

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Open
from tests.browser.looking import has_focus, is_on_screen, overflow, shoot

MARSH = "/timeline?topic=Gideon+Marsh"


def ready(page: Page, address: str) -> None:
    """Go to a timeline, and wait until it is worked out: the page looks again by itself."""
    page.goto(address)
    expect(page.locator(".events").first).to_be_visible(timeout=30_000)


def test_a_mark_leads_to_its_event(wide: Page, desk: str) -> None:
    """What is drawn is a link to the place in the list, which is numbered the same."""
    ready(wide, desk + MARSH)
    marks = wide.locator("svg[data-from] a")
    assert marks.count() == wide.locator(".events.past li, .events.ahead li").count() > 5
    marks.last.focus()
    wide.keyboard.press("Enter")
    event = wide.locator(f"li{marks.last.get_attribute('href')}")
    assert is_on_screen(event)


def test_the_drawing_is_zoomed_by_keyboard(wide: Page, desk: str) -> None:
    """Plus makes a mark wider, nought brings all of it back."""
    ready(wide, desk + MARSH)
    mark = wide.locator("svg[data-from] a").first
    mark.focus()
    assert has_focus(mark)
    wide.keyboard.press("0")
    before = mark.locator("rect").get_attribute("width")
    wide.keyboard.press("+")
    wider = mark.locator("rect").get_attribute("width")
    assert before is not None and wider is not None
    assert float(wider.rstrip("%")) > 1.5 * float(before.rstrip("%"))
    wide.keyboard.press("0")
    again = mark.locator("rect").get_attribute("width")
    assert again is not None
    assert float(again.rstrip("%")) == pytest.approx(float(before.rstrip("%")), abs=0.01)


def test_it_opens_on_where_most_events_are(wide: Page, desk: str) -> None:
    """An event of years before is off the drawing until somebody asks for all."""
    ready(wide, desk + MARSH)
    places = [
        float(str(each.get_attribute("x")).rstrip("%"))
        for each in wide.locator("svg[data-from] rect").all()
    ]
    seen = [each for each in places if 0 <= each <= 100]
    assert 0.7 * len(places) <= len(seen) < len(places)
    wide.get_by_role("button", name="All").click()
    first = wide.locator("svg[data-from] rect").first.get_attribute("x")
    assert first is not None and float(first.rstrip("%")) >= 0


def test_no_label_of_the_axis_is_cut_off(wide: Page, desk: str) -> None:
    """A whole record may begin in the middle of a century; each label begins on the drawing."""
    ready(wide, f"{desk}/timeline?topic=")
    labels = wide.locator("svg[data-from] .ticks text")
    expect(labels.first).to_be_attached()
    for _ in range(3):
        # All at once: a zoom that is still drawn takes labels away between one and the next.
        places = labels.evaluate_all("all => all.map(each => each.getAttribute('x'))")
        assert places
        assert all(0 <= float(each.rstrip("%")) <= 100 for each in places)
        wide.locator("svg[data-from] a").first.focus()
        wide.keyboard.press("+")


def test_no_label_of_the_axis_lies_on_another_on_a_phone(wide: Page, desk: str) -> None:
    """Nor does the last one stick out."""
    wide.set_viewport_size({"width": 375, "height": 740})
    ready(wide, desk + MARSH)
    labels = wide.locator("svg[data-from] .ticks text")
    for _ in range(3):
        found = labels.evaluate_all("all => all.map(each => each.getBoundingClientRect().toJSON())")
        boxes = [each for each in found if each["width"]]
        ends = [each["x"] + each["width"] for each in boxes]
        assert all(end < after["x"] for end, after in zip(ends, boxes[1:], strict=False))
        assert max(ends) <= 375
        wide.locator("svg[data-from] a").first.focus()
        wide.keyboard.press("+")


def test_a_number_opens_the_document_beside(wide: Page, desk: str) -> None:
    """The words that tell an event stand out there, on the screen."""
    ready(wide, desk + MARSH)
    wide.locator(".events a.number").first.click()
    expect(wide.locator("mark.cited").first).to_be_visible()
    assert is_on_screen(wide.locator("mark.cited").first)


def test_events_are_filtered(wide: Page, desk: str) -> None:
    """Only what happened since a day is left."""
    ready(wide, desk + MARSH)
    before = wide.locator(".events.past li").count()
    wide.get_by_text("Filters").click()
    wide.get_by_label("Happened since").fill("2025-04-20")
    wide.get_by_role("button", name="Show").click()
    wide.wait_for_url("**since=2025-04-20**")
    expect(wide.locator(".events").first).to_be_visible(timeout=30_000)
    assert 0 < wide.locator(".events.past li").count() < before


def test_without_a_script_it_is_drawn_and_listed(opened: Open, desk: str) -> None:
    """The drawing is made by the server; what only a script can do is not offered."""
    page = opened(desk, java_script_enabled=False)
    ready(page, desk + MARSH)
    assert page.locator("svg[data-from] rect").count() > 5
    assert not page.get_by_role("button", name="Zoom in").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_timeline_keeps_nobody_out(wide: Page, desk: str, scheme: str) -> None:
    """axe-core finds nothing serious, and a phone never scrolls sideways."""
    ready(wide, desk + MARSH)
    wide.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of two words
    found = Axe().run(wide)
    grave = [each for each in found.response["violations"] if each["impact"] != "minor"]
    assert not grave, found.generate_report()
    shoot(wide, "timeline")
    wide.set_viewport_size(PHONE)  # type: ignore[arg-type]  # width and height
    assert overflow(wide) == 0


def test_it_is_saved_for_other_programs(desk: str) -> None:
    """JSON as on the command line, a calendar, and what TimelineJS draws; a bad filter is said."""
    with httpx.Client(base_url=desk, timeout=60) as client:
        query = {"topic": "Gideon Marsh"}
        assert client.get("/timeline.json", params=query).json()["events"]
        calendar = client.get("/timeline.ics", params=query)
        assert calendar.headers["content-type"].startswith("text/calendar")
        assert calendar.text.startswith("BEGIN:VCALENDAR\r\n")
        assert client.get("/timeline.timelinejs", params=query).json()["events"]
        wrong = client.get("/timeline", params={**query, "since": "soon"})
        assert wrong.status_code == 400
        assert "That cannot be shown" in wrong.text
        nothing = client.get("/timeline", params={"topic": "Nobody Atall"})
        assert "No events" in nothing.text
        # A small record is put in order at once, a large one when somebody asks for it.
        while (whole := client.get("/timeline")).status_code == 202:
            pass
        assert "What happened" in whole.text
