"""Story pages in a browser: who speaks and when, by pointing and by keyboard, however long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from onix.model import Document, Marks, Quote, Span
from onix.record import open_record
from onix.serve.desk import Serving
from onix.settings import Settings
from tests.browser.conftest import Open
from tests.browser.looking import has_focus, is_on_screen, shoot
from tests.browser.serving import served


@pytest.fixture
def article(opened: Open, desk: str, ids: dict[str, str]) -> Page:
    """Give the page of a long article."""
    return opened(f"{desk}/documents/{ids['article']}")


def test_pointing_at_a_quotation_says_who_speaks(article: Page) -> None:
    """The speaker and the cue, above the words; the same quotation stands out in the list."""
    article.locator(".quote").first.hover()
    tip = article.get_by_role("tooltip")
    expect(tip).to_contain_text("Gideon Marsh")
    expect(tip).to_contain_text("said")
    assert is_on_screen(tip)
    expect(article.locator("#said-1")).to_have_class("is-meant")
    shoot(article, "tip", full=False)
    article.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    # What is drawn anew under a resting pointer tells the page that the pointer came in.
    article.locator(".quote").first.dispatch_event("pointerover", {"pointerType": "mouse"})
    expect(tip).to_be_hidden()
    article.locator("h1").hover()
    article.locator(".quote").first.hover()
    expect(tip).to_be_visible()


def test_pointing_at_a_quotation_says_whether_it_is_on_the_tape(
    opened: Open, desk: str, ids: dict[str, str]
) -> None:
    """The verdict without a look at the list, where a link leads to the words on the tape."""
    page = opened(f"{desk}/documents/{ids['article']}?tape=true")
    expect(page.locator("#tape")).to_contain_text("Held against the", timeout=60_000)
    page.locator(".quote").first.hover()
    on_tape = page.get_by_role("tooltip").locator(".tape").first
    expect(on_tape).to_contain_text(re.compile("on the tape|in the transcript"))
    page.locator("#said-1 .tape a").first.click()
    expect(page.locator("mark.cited")).to_be_in_viewport()


def test_the_keyboard_reaches_each_quotation(article: Page) -> None:
    """Its number has the focus and is described by who speaks; Enter leads to the list."""
    note = article.locator("a.note").first
    article.locator("main").focus()
    for _ in range(6):
        if has_focus(note):
            break
        article.keyboard.press("Tab")
    assert has_focus(note)
    expect(article.get_by_role("tooltip")).to_contain_text("Gideon Marsh")
    expect(note).to_have_accessible_description("Gideon Marsh “said” · as “Marsh”")
    article.keyboard.press("Enter")
    expect(article.locator("#said-1")).to_be_in_viewport()


def test_days_are_resolved(article: Page) -> None:
    """Words for a day that is known carry it, and the list of times says how it was found."""
    words = article.locator("time.time", has_text="April 17")
    expect(words).to_have_attribute("datetime", "2025-04-17")
    article.get_by_role("heading", name="Times").click()
    expect(article.locator(".times")).to_contain_text("17 April 2025 (“April 17”)")


def test_the_ask_box_is_bound_to_the_story(article: Page, ids: dict[str, str]) -> None:
    """What is asked there is answered from that story alone, and the page says so."""
    article.get_by_role("searchbox").fill("What did Marsh say about the map?")
    article.keyboard.press("Enter")
    article.wait_for_url("**/ask?**")
    assert f"within={ids['article']}" in article.url
    expect(article.locator(".bound")).to_contain_text("‘Don’t Open With the Map’")
    for each in article.locator("a[data-beside]").all():
        assert ids["article"] in (each.get_attribute("href") or "")
    article.get_by_role("link", name="Ask the whole record").click()
    article.wait_for_url(lambda url: "within" not in url)


def test_versions_lead_to_what_changed(opened: Open, desk: str, ids: dict[str, str]) -> None:
    """The words that a correction took out and put in stand side by side."""
    page = opened(f"{desk}/documents/{ids['newer']}")
    page.get_by_role("link", name="What changed").click()
    expect(page.locator("del").nth(1)).to_have_text("five")
    expect(page.locator("ins").nth(1)).to_have_text("three")
    expect(page.get_by_text("paragraphs are the same")).to_be_visible()


def test_a_transcript_says_who_speaks_and_when(
    opened: Open, desk: str, ids: dict[str, str]
) -> None:
    """Each turn has its speaker and its second of the recording."""
    page = opened(f"{desk}/documents/{ids['transcript']}")
    first = page.locator("p.speaker").first
    expect(first).to_have_text("Pavel Orlenko 0:01")


def test_a_book_of_a_document_opens_in_parts(opened: Open, tmp_path: Path) -> None:
    """200,000 words open at once, and a citation far down opens its own part at the words."""
    line = (
        "The harbour was “closed again” on Monday, the pilots said, and nobody knew for how long."
    )
    needle = "The blue lantern was lit at noon."
    text = "\n".join([line] * 12_000 + [needle] + [line] * 2_000)
    assert len(text.split()) > 200_000
    # Reading so much would take half a minute, and what is tested is how it is shown.
    document = Document("book", "article", text, title="A book", published="2025-05-06")
    marks = Marks(document, tuple(_lines(document)), quotes=tuple(_quotes(document)))
    record = tmp_path / "book.onix"
    with open_record(record, create=True, write=True) as kept:
        kept.keep([marks])
    at = text.index(needle)
    with served(Serving(settings=Settings(record=record))) as address:
        page = opened(f"{address}/documents/book")
        expect(page.get_by_text("Part 1 of").first).to_be_visible()
        assert page.locator("a.note").count() > 100
        page.get_by_role("link", name="Next part").first.click()
        expect(page.get_by_text("Part 2 of").first).to_be_visible()
        page.goto(f"{address}/documents/book?start={at}&end={at + len(needle)}#cited")
        cited = page.locator("#cited")
        expect(cited).to_have_text(needle)
        assert is_on_screen(cited)


def _lines(document: Document) -> Iterator[Span]:
    for found in re.finditer(r"[^\n]+", document.text):
        yield document.span(found.start(), found.end())


def _quotes(document: Document) -> Iterator[Quote]:
    for found in re.finditer("closed again", document.text):
        words = document.span(found.start(), found.end())
        yield Quote("mixed", (words,), marked=(words,), speaker="The Pilots")
