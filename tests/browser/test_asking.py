"""Ask, open what is cited, and see the words: with a mouse, by keyboard alone, without scripts."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Open
from tests.browser.looking import has_focus, is_on_screen, shoot

QUESTION = "When did Tereshin and Marsh meet in Ostrel?"
WORDS = "Tereshin did meet Marsh in Ostrel"


def ask(page: Page, question: str = QUESTION) -> None:
    """Type a question and press Enter."""
    page.get_by_role("searchbox").fill(question)
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask?**as_of=*")


def test_a_click_on_a_number_shows_the_words_beside_the_answer(wide: Page) -> None:
    """The answer stays on the left; on the right its source, at the cited words, with the focus."""
    ask(wide)
    expect(wide.locator("mark.answer").first).to_have_text("April 24")
    number = wide.locator("a.number").first
    number.click()
    panel = wide.get_by_role("complementary")
    cited = panel.locator("#cited")
    expect(cited).to_contain_text(WORDS)
    assert is_on_screen(cited)
    assert has_focus(cited)
    assert is_on_screen(wide.locator("mark.answer").first)
    assert number.get_attribute("aria-expanded") == "true"
    shoot(wide, "beside", full=False)


def test_words_far_down_in_a_document_are_scrolled_to(wide: Page) -> None:
    """Of all that is cited on the page, the words that stand deepest in their document."""
    ask(wide, "What did Orlenko say to reporters about the annex?")
    links = wide.locator("a[data-beside]").all()
    starts = [
        int(re.findall(r"start=(\d+)", each.get_attribute("href") or "")[0]) for each in links
    ]
    deepest = max(range(len(links)), key=starts.__getitem__)
    assert starts[deepest] > 1_000
    links[deepest].click()
    cited = wide.get_by_role("complementary").locator("#cited")
    expect(cited).to_be_visible()
    assert is_on_screen(cited)
    assert wide.locator(".beside").evaluate("(panel) => panel.scrollTop") > 100


def test_escape_and_back_close_it_and_forward_opens_it_again(wide: Page) -> None:
    """The focus goes back to the number that was followed, and the address does not change."""
    ask(wide)
    address = wide.url
    number = wide.locator("a.number").first
    panel = wide.get_by_role("complementary")
    number.click()
    expect(panel).to_be_visible()
    wide.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    assert has_focus(number)
    number.click()
    expect(panel).to_be_visible()
    wide.go_back()
    expect(panel).to_have_count(0)
    assert wide.url == address
    wide.go_forward()
    expect(panel.locator("#cited")).to_contain_text(WORDS)
    wide.reload()
    expect(panel.locator("#cited")).to_contain_text(WORDS)
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_have_count(0)


def test_another_number_takes_its_place(wide: Page) -> None:
    """One document is beside the answer at a time, and one step back closes it."""
    ask(wide)
    numbers = wide.locator("a.number")
    panel = wide.get_by_role("complementary")
    numbers.nth(0).click()
    first = panel.get_by_role("heading").inner_text()
    numbers.nth(1).click()
    expect(panel.get_by_role("heading")).not_to_have_text(first)
    wide.go_back()
    expect(panel).to_have_count(0)


def test_by_keyboard_alone(wide: Page) -> None:
    """Slash, a question, Enter, Tab to the number, Enter: the words have the focus; Escape ends."""
    wide.keyboard.press("Tab")  # out of the box, which has the focus from the start
    wide.keyboard.press("/")
    wide.keyboard.type(QUESTION)
    wide.keyboard.press("Enter")
    wide.wait_for_url("**/ask?**as_of=*")
    number = wide.locator("a.number").first
    for _ in range(15):
        if has_focus(number):
            break
        wide.keyboard.press("Tab")
    assert has_focus(number)
    wide.keyboard.press("Enter")
    cited = wide.locator("#cited")
    expect(cited).to_contain_text(WORDS)
    assert is_on_screen(cited)
    assert has_focus(cited)
    wide.keyboard.press("Escape")
    expect(cited).to_have_count(0)
    assert has_focus(number)


def test_without_scripts_the_number_leads_to_the_page_of_the_document(
    opened: Open, desk: str
) -> None:
    """Everything works: the form, the number, the page at the cited words, the list of quotes."""
    page = opened(desk, java_script_enabled=False)
    page.get_by_role("searchbox").fill(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask?**as_of=*")
    page.locator("a.number").first.click()
    page.wait_for_url("**/documents/**#cited")
    cited = page.locator("#cited")
    expect(cited).to_contain_text(WORDS)
    box = cited.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 860 - box["height"]
    note = page.locator("a.note").first
    note.click()
    expect(page.locator("li:target")).to_be_in_viewport()
    page.locator("li:target .words a").click()
    expect(page.locator(".quote:target")).to_be_in_viewport()


def test_on_a_phone_it_is_the_page_of_the_document(opened: Open, desk: str) -> None:
    """There is no room beside the answer, so the document takes the whole screen."""
    page = opened(desk, viewport=PHONE, has_touch=True, is_mobile=True)
    ask(page)
    page.locator("a.number").first.tap()
    page.wait_for_url("**/documents/**#cited")
    cited = page.locator("#cited")
    expect(cited).to_be_in_viewport()
    assert has_focus(cited)
    page.go_back()
    expect(page.locator("mark.answer").first).to_be_visible()


def test_the_filters_are_folded_away_and_stay_set(wide: Page) -> None:
    """What is left out of an answer can be seen and undone; the address says no more than that."""
    wide.get_by_text("Filters").click()
    wide.get_by_role("checkbox", name="Meridian Wire").check()
    wide.get_by_label("Published since").fill("2025-05-08")
    ask(wide)
    assert "until" not in wide.url
    assert "outlet=Meridian+Wire" in wide.url
    expect(wide.get_by_role("checkbox", name="Meridian Wire")).to_be_checked()
    for each in wide.locator(".hits .outlet").all_inner_texts():
        assert each.startswith("Meridian Wire")


def test_the_address_of_an_answer_gives_it_again(wide: Page, opened: Open) -> None:
    """Whoever gets the link sees the same words; `.json` gives them to a program."""
    ask(wide)
    link = wide.get_by_role("link", name="Link to this answer").get_attribute("href") or ""
    address = wide.url.partition("/ask")[0] + link
    assert address == wide.url
    said = wide.locator(".statement").all_inner_texts()
    assert opened(address).locator(".statement").all_inner_texts() == said
    found = wide.request.get(address.replace("/ask?", "/ask.json?")).json()
    assert found["statements"][0]["answer"]["text"] == "April 24"


def test_a_refusal_says_what_is_missing_and_what_comes_nearest(wide: Page) -> None:
    """It is a page to go on from: the nearest passage can be opened, and a search stands below."""
    ask(wide, "Who leaked the recordings?")
    expect(wide.get_by_role("heading", name="Not in the record")).to_be_visible()
    wide.locator(".refusal a.number").click()
    expect(wide.locator(".beside #cited")).to_contain_text("known who made the recording")
    assert wide.locator(".hits li").count() > 2


def test_readings_that_differ_stand_in_a_table(wide: Page) -> None:
    """Each with who says it and its sources, under what they are about."""
    ask(wide, "Who initiated the call?")
    table = wide.get_by_role("table")
    expect(table).to_contain_text("different readings")
    assert table.locator("tbody tr").count() > 1
    assert table.locator("tbody tr a.number").count() > 1
    assert wide.locator("figure.statement").count() == 0
