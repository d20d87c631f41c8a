"""The Ask box on a page of another site, under a policy that allows nothing but the box."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from onix.boxes import Box, read_boxes
from onix.record import open_record
from onix.serve.desk import Serving
from onix.settings import Settings
from tests.browser.conftest import PHONE, Open
from tests.browser.hosting import Site, hosted
from tests.browser.looking import overflow, shoot
from tests.browser.serving import served
from tests.record.making import BUDGET, HARBOUR, article, marked

ROOT = Path(__file__).parents[2]
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>The Lunmouth Courier</title><script src="{{desk}}/static/embed.js" defer></script></head>
<body><main><h1>East quay to close</h1><p>An article of the Courier.</p>{box}</main></body>
</html>"""
BOX = '<onix-ask box="courier"></onix-ask>'
QUESTION = "What did the board put the cost of the work at?"
BLOCKED = ("has been blocked by CORS policy", "net::ERR_FAILED")
EVIL = "<img src=x onerror=window.hit=1><script>window.hit=1</script>\"'>"


@dataclass(frozen=True)
class Shown:
    """A site, and the desk that serves its box."""

    site: Site
    desk: str

    def page(self, path: str, box: str = BOX) -> str:
        """Put a page with a box on the site; give its address."""
        return self.site.put(path, PAGE.format(box=box), desk=self.desk)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    """Serve a box that answers from the Courier, and that the Courier's site may show."""
    folder = tmp_path_factory.mktemp("embed") / "courier.onix"
    with hosted() as site:
        with open_record(folder, create=True) as record:
            record.keep(
                [
                    marked(article(HARBOUR, address=f"{site.address}/east-quay")),
                    marked(article(BUDGET, id="budget", title="Budget", outlet="Sollen Gazette")),
                    marked(
                        article(
                            f"The lighthouse keeper of Skerry, {EVIL}, bought a red bicycle. "
                            "He rode it to the fish market on Monday.",
                            id="evil", title=EVIL, address="javascript:window.hit=1//",
                        )
                    ),
                ]
            )  # fmt: skip
        boxes = (
            Box(
                "courier", (site.address,), title="Ask the Courier", outlets=("Lunmouth Courier",),
                rate=200,
            ),
            Box("elsewhere", ("https://other.example",), outlets=("Lunmouth Courier",)),
            Box("busy", (site.address,), outlets=("Lunmouth Courier",), rate=1),
        )  # fmt: skip
        with served(Serving(settings=Settings(record=folder, boxes=boxes))) as desk:
            site.put("/east-quay", f"<!doctype html><title>Quay</title><p>{HARBOUR}", desk=desk)
            yield Shown(site, desk)


@pytest.fixture
def page(opened: Open, shown: Shown) -> Page:
    """Open a page of the site with the box."""
    return opened(shown.page("/box"), also=shown.desk)


def ask(page: Page, question: str = QUESTION) -> None:
    """Type a question and press Enter."""
    page.get_by_role("searchbox").fill(question)
    page.keyboard.press("Enter")


def test_it_answers_on_another_site_and_the_citation_opens_the_sites_own_page(
    page: Page, shown: Shown
) -> None:
    """The very words are marked; the number leads to them on the publisher's page."""
    expect(page.get_by_text("Ask the Courier")).to_be_visible()
    ask(page)
    expect(page.locator("mark.answer")).to_have_text("nine million crowns")
    number = page.get_by_role(
        "link", name=re.compile(r"^Source 1\W+Lunmouth Courier .*new tab")
    ).first
    assert number.get_attribute("rel") == "noopener"
    with page.expect_popup() as opening:
        number.click()
    opening.value.wait_for_load_state()
    assert opening.value.url.startswith(f"{shown.site.address}/east-quay")
    expect(opening.value.get_by_text("nine million crowns")).to_be_visible()
    assert page.locator("mark.answer").evaluate("(m) => getComputedStyle(m).fontWeight") == "600"
    assert page.locator("[style]").count() == 0
    expect(page.locator(".results li").first).to_contain_text("East quay to close")
    expect(page.locator(".freshness")).to_contain_text("Answers come from 2 documents")


def test_by_keyboard_alone(page: Page) -> None:
    """Tab to the box, a question, Enter; the focus stays there, and Tab goes on to the source."""
    box = page.get_by_role("searchbox", name="Ask the Courier")
    page.keyboard.press("Tab")
    expect(box).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator("mark.answer")).to_be_visible()
    expect(box).to_be_focused()
    answer = page.locator("[aria-live=polite]")
    expect(answer).to_contain_text("nine million crowns")
    expect(answer).not_to_have_attribute("aria-busy", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("a.number").first).to_be_focused()


def test_a_question_of_the_pages_own_is_asked_at_once(opened: Open, shown: Shown) -> None:
    """The attribute asks it, and another value asks another; a label of the page's own is kept."""
    box = f'<onix-ask box="courier" label="About this story" question="{QUESTION}"></onix-ask>'
    page = opened(shown.page("/asked", box), also=shown.desk)
    expect(page.locator("mark.answer")).to_have_text("nine million crowns")
    expect(page.get_by_role("searchbox", name="About this story")).to_have_value(QUESTION)
    page.locator("onix-ask").evaluate("(box) => box.setAttribute('question', 'Who is Ada Brandt?')")
    expect(page.locator(".result")).to_contain_text("Its chair, Ada Brandt")


def test_a_refusal_says_what_is_missing_and_what_comes_nearest(page: Page) -> None:
    """What only another outlet tells is not answered, and none of its words are shown."""
    ask(page, "Who is the harbour master of Halden?")
    expect(page.get_by_role("heading", name="No answer here")).to_be_visible()
    expect(page.get_by_role("heading", name="The nearest it comes")).to_be_visible()
    expect(page.locator(".refusal a.number")).to_have_count(1)
    ask(page, "What did Parliament in Sollen pass?")
    expect(page.get_by_role("heading", name="No answer here")).to_be_visible()
    expect(page.locator("onix-ask")).not_to_contain_text("Gazette")
    expect(page.locator("onix-ask")).not_to_contain_text("fourteen hours")


@pytest.mark.parametrize("box", ["elsewhere", "no-such-box"])
def test_a_page_that_may_not_show_a_box_gets_nothing_and_says_so(
    opened: Open, shown: Shown, box: str
) -> None:
    """A sentence names the box and the page, for whoever runs the site."""
    address = shown.page(f"/{box}", f'<onix-ask box="{box}"></onix-ask>')
    page = opened(address, also=shown.desk, expects=BLOCKED)
    says = page.locator(".problem")
    expect(says).to_contain_text("This box got no answer")
    expect(says).to_contain_text(f"“{box}” that may be shown on {shown.site.address}")
    ask(page)
    expect(page.locator(".status")).to_be_empty()
    expect(says).to_contain_text(shown.site.address)
    assert page.locator("mark, .results, .sources").count() == 0


def test_who_asks_too_often_is_told_when_to_ask_again(opened: Open, shown: Shown) -> None:
    """The wait is a sentence in the box, and the question stays in it."""
    page = opened(shown.page("/busy", '<onix-ask box="busy"></onix-ask>'), also=shown.desk)
    ask(page)
    expect(page.locator("mark.answer")).to_be_visible()
    ask(page, "Who is Ada Brandt?")
    says = page.locator(".problem")
    expect(says).to_contain_text("Too many questions came from your connection. Ask again in")
    expect(page.get_by_role("searchbox")).to_have_value("Who is Ada Brandt?")
    assert page.locator("mark.answer").count() == 0


def test_a_box_without_a_name_says_what_to_write(opened: Open, shown: Shown) -> None:
    """The one mistake that only the page itself can make."""
    page = opened(shown.page("/nameless", "<onix-ask></onix-ask>"), also=shown.desk)
    expect(page.locator(".problem")).to_contain_text('<onix-ask box="NAME">')


def test_what_a_document_says_never_runs(page: Page) -> None:
    """Markup in title and text is shown as text; a javascript: address leads to the desk."""
    ask(page, "What did the lighthouse keeper of Skerry buy?")
    expect(page.locator(".source .title").first).to_contain_text("onerror")
    for link in page.locator("onix-ask a").all():
        assert (link.get_attribute("href") or "").startswith(("http://localhost:", "http://127."))
    assert page.locator("onix-ask img, onix-ask script").count() == 0
    assert page.evaluate("window.hit") is None


def test_it_keeps_nobody_out(opened: Open, shown: Shown) -> None:
    """axe-core finds nothing in it, empty, answered and refused, light, dark and on a phone."""
    # Without a colour of the page's own axe takes white paper for granted, in the dark as well.
    paper = "<style>html {{ background: light-dark(#ffffff, #161715) }} </style>"
    html = PAGE.format(box=paper + BOX)
    page = opened(shown.site.put("/axe", html, desk=shown.desk), also=shown.desk, bypass_csp=True)
    for question in (None, QUESTION, "Who is the harbour master of Halden?"):
        if question:
            ask(page, question)
            expect(page.locator(".results li").first).to_be_visible()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page).response["violations"]
            assert not found, [(each["id"], [n["html"] for n in each["nodes"]]) for each in found]
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # width and height
    assert overflow(page) == 0


def test_a_page_may_give_it_its_own_colours(opened: Open, shown: Shown) -> None:
    """Custom properties and ::part reach into the box, and nothing else of the page does."""
    style = (
        "<style>onix-ask {{ --onix-accent: rgb(1, 2, 3) }} p {{ color: red; font-size: 90px }}"
        "onix-ask::part(label) {{ letter-spacing: 3px }}</style>"
    )
    policy = "default-src 'none'; style-src 'unsafe-inline'; script-src {desk}; connect-src {desk}"
    html = PAGE.format(box=style + BOX)
    page = opened(shown.site.put("/themed", html, desk=shown.desk, policy=policy), also=shown.desk)
    ask(page)
    expect(page.locator("mark.answer")).to_be_visible()
    looks = "(element, name) => getComputedStyle(element)[name]"
    button = page.get_by_role("button", name="Ask")
    assert button.evaluate(looks, "backgroundColor") == "rgb(1, 2, 3)"
    assert page.locator("label").evaluate(looks, "letterSpacing") == "3px"
    assert page.locator(".words").first.evaluate(looks, "color") != "rgb(255, 0, 0)"


def test_the_how_to_page_is_right(opened: Open, story: Path) -> None:
    """Its table, its markup, its policy and its colours, as they stand there, make a box."""
    page = (ROOT / "docs/how-to/put-an-ask-box-on-your-site.md").read_text(encoding="utf-8")
    toml, html, css = (
        re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)[0] for kind in ("toml", "html", "css")
    )
    policy = next(each for each in page.splitlines() if each.startswith("script-src "))
    (box,) = read_boxes(tomllib.loads(toml)["box"], "onix.toml")
    with hosted() as site:
        box = replace(box, origins=(site.address,), outlets=("Meridian Wire",))
        with served(Serving(settings=Settings(record=story, boxes=(box,)))) as desk:
            html = html.replace("https://ask.courier.example", "{desk}")
            policy = policy.replace("https://ask.courier.example", "{desk}")
            style = f"<style>{css}</style>".replace("{", "{{").replace("}", "}}")
            policy = f"default-src 'none'; style-src 'unsafe-inline'; {policy}"
            shown = opened(site.put("/", style + html, desk=desk, policy=policy), also=desk)
            ask(shown, "Who initiated the call?")
            expect(shown.locator("mark.answer").first).to_be_visible()
            expect(shown.get_by_role("searchbox", name="Ask the Courier")).to_be_visible()
            drawn = {
                part
                for each in shown.locator("onix-ask [part]").all()
                for part in (each.get_attribute("part") or "").split()
            }
    named = set(re.findall(r"`(\w+)`", page.partition("\nParts: ")[2].partition("\n")[0]))
    assert {"box", "form", "label", "input", "button", "statement", "number"} <= named & drawn
    script = (ROOT / "src/onix/serve/static/embed.js").read_text(encoding="utf-8")
    for each in named:
        assert f'"{each}"' in script, each
    for each in re.findall(r"`(--onix-[\w-]+)`", page):
        assert f"var({each}, " in script, each


def test_pictures(opened: Open, story: Path) -> None:
    """An answer with corrections, readings that differ, and a refusal, as a reader sees them."""
    with hosted() as site:
        outlets = ("calderledger.example", "The Sorrin Post", "meridianwire.example")
        box = Box("story", (site.address,), title="Ask our archive", outlets=outlets)
        with served(Serving(settings=Settings(record=story, boxes=(box,)))) as desk:
            html = PAGE.format(box='<onix-ask box="story" placeholder="Who said …"></onix-ask>')
            page = opened(site.put("/story", html, desk=desk), also=desk)
            for name, question in (
                ("answer", "When did Tereshin and Marsh meet in Ostrel?"),
                ("readings", "Who initiated the call?"),
                ("refusal", "Who leaked the recordings?"),
            ):
                ask(page, question)
                expect(page.locator(".results li").first).to_be_visible()
                expect(page.locator(".status")).to_be_empty()
                shoot(page, f"embed-{name}")
                expect(page.get_by_role("searchbox")).to_be_focused()
