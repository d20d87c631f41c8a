"""Work in a browser: quotations sifted, a draft judged, a feed added; without script, too.

The drafts and feeds are made here from the words of the bundled story.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from onix.serve.desk import Serving
from onix.settings import Settings
from tests.browser.conftest import PHONE, Open
from tests.browser.looking import has_focus, is_on_screen, overflow, shoot
from tests.browser.serving import served
from tests.intake.site import Handler, Site, serving
from tests.intake.site import Page as Answer

DRAFT = """# What the envoy said

On the tape the envoy sounds in a hurry.
“I've got maybe ten minutes before they put me on a plane,” Gideon Marsh says.

“The president wants this finished. He really does,” Marsh went on.

He had advice as well. “Never open with the map. Open with the prisoners,” Pavel Orlenko said.

“Give him four thousand names and let him be the man who brings them home,” Marsh says.

“There has never been a finer morning for sailing across the whole wide bay,” Marsh said.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Give a draft with one quotation in order and others that are not."""
    path = tmp_path / "envoy.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve a paper with a feed of three stories, of which the last is not there."""
    with serving() as made:
        made.pages["/feed.xml"] = Answer(
            '<rss version="2.0"><channel><title>The Port Courier</title>'
            + "".join(
                f"<item><title>Story {each}</title><link>{made.url(f'/{each}.html')}</link></item>"
                for each in (1, 2, 3)
            )
            + "</channel></rss>",
            headers={"Content-Type": "application/rss+xml"},
        )
        for number, name in ((1, "bridge"), (2, "ferry")):
            made.pages[f"/{number}.html"] = Answer(
                f"<html><head><title>The {name}</title>"
                '<meta property="article:published_time" content="2025-06-01T08:00:00Z">'
                "</head><body>"
                f"<article><h1>The {name}</h1>"
                f"<p>The harbour {name} will close on Monday, Mayor Alice Brown said.</p>"
                f"<p>“Repairs of the {name} take a week, and then it opens again,” she said.</p>"
                f"<p>Engineers looked at the {name} on Friday and found that its oldest parts, "
                "which are of 1931, have to be taken out, cleaned and put back, one after the "
                f"other, before anybody may be let onto the {name} again.</p>"
                "</article></body></html>"
            )
        yield made


@pytest.fixture
def own(story: Path, tmp_path: Path) -> Iterator[str]:
    """Serve a record that may be changed, which fetches from this machine."""
    folder = tmp_path / "own.onix"
    shutil.copytree(story, folder)
    with served(Serving(settings=Settings(record=folder, allow_private=True))) as address:
        yield address


def check(page: Page, desk: str, draft: Path) -> None:
    """Have a draft checked against the record."""
    page.goto(f"{desk}/check")
    page.set_input_files("#file", draft)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator(".finding")).to_have_count(5)
    page.wait_for_load_state()  # scripts run once all of the page is there


def test_quotations_are_sifted_by_outlet_and_speaker(wide: Page, desk: str) -> None:
    """A filter narrows who is quoted; a speaker leads to their words; a place to the document."""
    wide.goto(f"{desk}/quotes")
    before = wide.locator(".voices > li").count()
    wide.get_by_text("Filters").click()
    wide.get_by_label("Meridian Wire").check()
    wide.get_by_role("button", name="Show").click()
    expect(wide.get_by_label("Meridian Wire")).to_be_checked()
    assert 0 < wide.locator(".voices > li").count() < before
    wide.get_by_role("link", name="Gideon Marsh").first.click()
    expect(wide.get_by_role("heading", level=1)).to_have_text("Gideon Marsh")
    assert "outlet=Meridian" in wide.url
    words = wide.locator(".quotation blockquote").first.inner_text().strip("“”")
    wide.locator(".quotation .places a").first.click()
    cited = wide.locator(".beside #cited").first
    expect(cited).to_be_visible()
    assert cited.inner_text()[:20] in words or words[:20] in cited.inner_text()


def test_counts_over_time_stand_in_a_table_too(wide: Page, desk: str) -> None:
    """The bars of a speaker add up to the quotations that are counted, by sight and by table."""
    wide.goto(f"{desk}/quotes?speaker=Orlenko")
    wide.get_by_text("As a table").click()
    numbers = wide.locator("table.counts td:last-child").all_inner_texts()
    total = int((wide.locator(".carried").first.inner_text()).split()[0])
    assert sum(map(int, numbers)) == total
    assert wide.locator(".chart rect").count() == len(numbers)


def test_quotations_without_script(opened: Open, desk: str) -> None:
    """Filters are a form and pages are links: nothing of it needs a script."""
    page = opened(f"{desk}/quotes", java_script_enabled=False)
    page.get_by_label("About").fill("prisoners")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**about=prisoners**")
    assert page.locator(".voices .passage").count() > 0
    with page.expect_download() as saved:
        page.get_by_role("link", name="CSV").click()
    assert saved.value.path().read_text("utf-8-sig").startswith("speaker,kind,quotation")


def test_a_dropped_draft_is_judged(wide: Page, desk: str, draft: Path) -> None:
    """A file dropped on the form is checked; each quotation has its verdict beside it, in words."""
    wide.goto(f"{desk}/check")
    moved = wide.evaluate_handle(
        """(text) => { const moved = new DataTransfer();
             moved.items.add(new File([text], "envoy.md", {type: "text/markdown"}));
             return moved; }""",
        DRAFT,
    )
    wide.dispatch_event("form.draft", "drop", {"dataTransfer": moved})
    wide.get_by_role("button", name="Check", exact=True).click()
    wide.locator(".finding h2").first.wait_for()
    labels = wide.locator(".finding h2").all_inner_texts()
    assert [
        any(each in label for label in labels)
        for each in ("Verbatim", "altered", "misattributed", "not found")
    ] == [True] * 4
    altered = wide.locator(".finding", has_text="another number")
    expect(altered.locator("ins")).to_have_text("thousand")
    expect(altered.locator("del").first).to_have_text("hundred")
    assert "1:32" in altered.inner_text()  # where it is on the tape
    assert draft.name in wide.get_by_role("heading", level=1).inner_text()


def test_a_draft_leaves_no_trace(wide: Page, desk: str, draft: Path) -> None:
    """No address holds a word of a draft, and no cache keeps the answer."""
    with wide.expect_response(lambda each: each.request.method == "POST") as answered:
        check(wide, desk, draft)
    assert answered.value.headers["cache-control"] == "no-store"
    assert wide.url == f"{desk}/check"


def test_findings_by_keyboard(wide: Page, desk: str, draft: Path) -> None:
    """j and k go from finding to finding; one that is filtered out is passed over."""
    check(wide, desk, draft)
    wide.keyboard.press("j")
    assert has_focus(wide.locator("#finding-1"))
    wide.keyboard.press("j")
    assert has_focus(wide.locator("#finding-2")) and is_on_screen(wide.locator("#finding-2 h2"))
    wide.keyboard.press("k")
    assert has_focus(wide.locator("#finding-1"))
    wide.get_by_role("radio", name="error").check()
    for _ in range(5):
        wide.keyboard.press("j")
        focused = wide.evaluate("document.activeElement.dataset.severity ?? 'error'")
        assert focused == "error"


@pytest.mark.parametrize("script", [True, False])
def test_findings_are_filtered(opened: Open, desk: str, draft: Path, script: bool) -> None:
    """Only findings of a severity are shown, without script as well; those counted are shown."""
    page = opened(desk, java_script_enabled=script)
    check(page, desk, draft)
    for choice in page.locator(".sieve label").all()[1:]:
        choice.click()
        number = int(choice.inner_text().split()[1])
        visible = [each for each in page.locator(".finding").all() if each.is_visible()]
        assert len(visible) == number
    assert overflow(page) == 0


@pytest.mark.parametrize(
    ("form", "begins"), [("HTML", "<!doctype html>"), ("SARIF", "{"), ("JSON", "{")]
)
def test_findings_are_saved(wide: Page, desk: str, draft: Path, form: str, begins: str) -> None:
    """What was found can be saved from the page that shows it, without sending the draft again."""
    check(wide, desk, draft)
    with wide.expect_download() as saved:
        wide.get_by_role("link", name=form, exact=True).click()
    text = saved.value.path().read_text("utf-8")
    assert text.startswith(begins) and "hundred names" in text
    assert saved.value.suggested_filename.startswith("envoy.")


def test_transcripts_sent_along_are_enough(
    wide: Page, desk: str, draft: Path, tmp_path: Path
) -> None:
    """A draft is checked against a transcript of one's own, and not against the record."""
    tape = tmp_path / "sailing.vtt"
    tape.write_text(
        "WEBVTT\n\n00:00:02.000 --> 00:00:08.000\n<v Gideon Marsh>There has never been a finer "
        "morning for sailing across the whole wide bay.\n",
        encoding="utf-8",
    )
    wide.goto(f"{desk}/check")
    wide.set_input_files("#file", draft)
    wide.set_input_files("#against", tape)
    wide.get_by_label("the record").uncheck()
    wide.get_by_role("button", name="Check", exact=True).click()
    assert "Verbatim" in wide.locator(".finding h2").last.inner_text()
    assert wide.locator(".finding", has_text="not found").count() == 4
    assert not wide.locator(".finding a[data-beside]").count()  # the record does not hold it


def test_a_feed_is_added_and_progress_is_seen(opened: Open, own: str, site: Site) -> None:
    """Each outcome of a feed shows as it is kept, and a page that is missing says why."""
    page = opened(f"{own}/add")
    page.get_by_label("Addresses").fill(site.url("/feed.xml"))
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".state")).to_have_text("Done", timeout=60_000)
    expect(page.locator(".outcomes.kept li")).to_have_count(2)
    expect(page.locator(".outcomes.left")).to_contain_text("/3.html")
    page.goto(f"{own}/sources?title=bridge")
    expect(page.locator(".documents li")).to_have_count(1)
    page.goto(f"{own}/ask?question=When+will+the+harbour+bridge+close%3F")
    expect(page.locator("main")).to_contain_text("The harbour bridge will close on Monday")


def test_an_addition_without_script(opened: Open, own: str, tmp_path: Path) -> None:
    """Without script the page of a run loads itself again until everything is kept."""
    path = tmp_path / "ferry.txt"
    path.write_text("The ferry to Port Emery is late again, Captain Ann Lee said on Monday.\n")
    page = opened(f"{own}/add", java_script_enabled=False)
    page.set_input_files("#files", path)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".state")).to_have_text("Done", timeout=60_000)
    expect(page.locator(".outcomes.kept li")).to_have_count(1)
    expect(page.locator(".outcomes.kept")).to_contain_text("ferry.txt")
    assert not page.locator("meta[http-equiv=refresh]").count()


def test_a_second_addition_waits_and_says_so(opened: Open, own: str, site: Site) -> None:
    """One thing is added after the other; the second says what it waits for, then it is done."""

    def slow(_: Handler) -> Answer:
        time.sleep(2)  # the site is slow: that is what the second addition waits for
        return Answer("<html><body><p>The slow story, said Ann Lee.</p></body></html>")

    site.pages["/slow.html"] = slow
    first = opened(f"{own}/add")
    first.get_by_label("Addresses").fill(site.url("/slow.html"))
    first.get_by_role("button", name="Add", exact=True).click()
    expect(first.locator(".state")).to_have_text("Running")
    second = opened(f"{own}/add")
    second.get_by_label("Addresses").fill(site.url("/1.html"))
    second.get_by_role("button", name="Add", exact=True).click()
    expect(second.locator(".says-run")).to_contain_text("something else is being added")
    expect(second.locator(".state")).to_have_text("Done", timeout=60_000)
    expect(first.locator(".state")).to_have_text("Done")


def test_a_path_is_not_added(wide: Page, desk: str) -> None:
    """A file of the server's is nothing that a browser may name."""
    wide.goto(f"{desk}/add")
    wide.get_by_label("Addresses").fill("/etc/hostname")
    wide.get_by_role("button", name="Add", exact=True).click()
    expect(wide.get_by_role("alert")).to_contain_text("is no web address")


def test_private_networks_stay_closed(wide: Page, desk: str, site: Site) -> None:
    """An address on this machine is not fetched unless the settings say so."""
    wide.goto(f"{desk}/add")
    wide.get_by_label("Addresses").fill(site.url("/1.html"))
    wide.get_by_role("button", name="Add", exact=True).click()
    expect(wide.locator(".outcomes.left")).to_contain_text("private", timeout=60_000)
    assert not site.paths()


PAGES = {
    "quotes": "/quotes",
    "quotes-of": "/quotes?speaker=Orlenko",
    "quotes-about": "/quotes?about=prisoners&since=2025-05-01",
    "quotes-none": "/quotes?speaker=Nobody+Atall",
    "quotes-unattributed": "/quotes?unattributed=true",
    "check": "/check",
    "sources": "/sources",
    "sources-undated": "/sources?only=undated",
    "add": "/add",
}


def look(page: Page, name: str) -> None:
    """See that axe-core finds nothing serious and nothing sticks out; take the pictures."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page)
        grave = [each for each in found.response["violations"] if each["impact"] != "minor"]
        assert not grave, found.generate_report()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # width and height
    assert overflow(page) == 0
    page.set_viewport_size({"width": 1280, "height": 860})
    shoot(page, name)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_nobody_out(wide: Page, desk: str, name: str) -> None:
    """axe-core finds nothing serious, light or dark, and a phone never scrolls sideways."""
    wide.goto(desk + PAGES[name])
    look(wide, name)


def test_findings_keep_nobody_out(wide: Page, desk: str, draft: Path) -> None:
    """The same of a draft that was checked."""
    check(wide, desk, draft)
    look(wide, "checked")


def test_a_run_keeps_nobody_out(opened: Open, own: str, site: Site) -> None:
    """The same of what was added."""
    page = opened(f"{own}/add")
    page.get_by_label("Addresses").fill(site.url("/feed.xml"))
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".state")).to_have_text("Done", timeout=60_000)
    look(page, "run")
