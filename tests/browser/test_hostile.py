"""Documents are data: nothing that stands in one runs, loads or leads out of the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from onix.model import Document, Marks, Mention, Quote
from onix.record import open_record
from onix.serve.desk import Serving
from onix.settings import Settings
from tests.browser.conftest import Open
from tests.browser.serving import served

EVIL = '"><script>document.title="owned"</script><img src=x onerror=\'document.title="owned"\'>'
TEXT = f'Ada Brandt said on Monday: "The harbour is closed {EVIL}", and left.'
ADDRESSES = ("javascript:document.title='owned'", "https://evil.example/\"onclick='x'#<b>", "//[")


@pytest.mark.parametrize("address", ADDRESSES)
def test_markup_in_a_document_stays_text(opened: Open, tmp_path: Path, address: str) -> None:
    """Title, outlet, author, speaker, name, id, text and address with markup in them are shown."""
    document = Document(
        "a\"'><b>?#/../x", "article", TEXT, title=EVIL, outlet=EVIL, authors=(EVIL,),
        published="2025-05-06", address=address,
    )  # fmt: skip
    words = document.span(TEXT.index("The harbour"), TEXT.index('", and'))
    name = document.span(0, 10)
    quote = Quote("direct", (words,), marked=(words,), source=(name,), speaker=EVIL, addressee=EVIL)
    marks = Marks(
        document, (document.span(0, len(TEXT)),), quotes=(quote,),
        mentions=(Mention(name, "person", EVIL),),
    )  # fmt: skip
    record = tmp_path / "evil.onix"
    with open_record(record, create=True, write=True) as kept:
        kept.keep([marks, Marks(Document("b", "article", TEXT * 2, title="Another"))])
    with served(Serving(settings=Settings(record=record))) as desk:
        page = opened(f"{desk}/")
        page.get_by_role("searchbox").fill("Who closed the harbour? <script>alert(1)</script>")
        page.keyboard.press("Enter")
        page.wait_for_url("**/ask?**as_of=*")
        for link in page.locator("main a").all():
            assert (link.get_attribute("href") or "").startswith(("/", "#", "https://evil."))
        page.locator("a[data-beside]", has_text="onerror").first.click()
        expect(page.locator(".beside")).to_contain_text("onerror")
        page.get_by_role("link", name="Open the story").click()
        expect(page.locator("article h1")).to_have_text(EVIL)
        page.wait_for_load_state()  # its script is there, and hears of the pointer
        page.locator(".quote").first.hover()
        expect(page.get_by_role("tooltip")).to_contain_text("onerror")
        for link in page.locator("main a").all():
            assert (link.get_attribute("href") or "").startswith(("/", "#", "https://evil."))
        assert "owned" not in page.title().replace(EVIL, "")
        assert page.locator("main script, main img, main b:has(script)").count() == 0
