"""A browser for tests: Debian's Chromium, driven by Playwright, and the bundled story served to it.

Where there is no browser these tests are left out, and say so; with ONIX_NEEDS_BROWSER=1 a missing
one is an error. Every test fails when a page asks another machine for anything or logs an error.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from onix.jobs.demo import demo
from onix.record import open_record
from onix.serve.desk import Serving
from onix.settings import Settings
from tests.browser.serving import served

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",  # CI runs as root, where Chromium's own sandbox does not start
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--no-first-run",
    "--no-pings",
]
WIDE = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        says = "There is no Chromium here. Install it with: scripts/browser"
        if os.environ.get("ONIX_NEEDS_BROWSER"):
            pytest.fail(says)
        pytest.skip(says)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a record of the bundled story; nothing may be changed in it."""
    folder = tmp_path_factory.mktemp("story") / "story.onix"
    demo(folder)
    return folder


@pytest.fixture(scope="session")
def desk(story: Path) -> Iterator[str]:
    """Serve the bundled story and give the address."""
    with served(Serving(settings=Settings(record=story))) as address:
        yield address


@pytest.fixture(scope="session")
def ids(story: Path) -> dict[str, str]:
    """Give documents of the bundled story: a long article, a transcript, one with two versions."""
    with open_record(story) as record:
        documents = [record.document(each) for each in record.ids()]
        newer = next(each for each in documents if each.version_of)
    article = next(each for each in documents if (each.title or "").startswith("‘Don’t Open"))
    transcript = next(each for each in documents if each.turns)
    return {
        "article": article.id,
        "transcript": transcript.id,
        "newer": newer.id,
        "older": newer.version_of or "",
    }


Open = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Give what opens an address in a fresh browser, with options as of a Playwright context.

    `also` is another server that the page may call, `expects` what its console may say.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(
        address: str, *, also: str = "", expects: tuple[str, ...] = (), **options: object
    ) -> Page:
        context = browser.new_context(**({"viewport": WIDE} | options))  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        ours = {urlsplit(address).netloc, urlsplit(also).netloc}

        def look(url: str) -> None:
            parts = urlsplit(url)
            if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc not in ours:
                wrong.append(f"a request to {url}")

        page.on("request", lambda request: look(request.url))
        page.on("websocket", lambda socket: look(socket.url))
        page.on("pageerror", lambda problem: wrong.append(f"a script failed: {problem}"))
        page.on(
            "console",
            lambda message: (
                wrong.append(f"the console says: {message.text}")
                if message.type == "error"
                and "status of 4" not in message.text
                and not any(each in message.text for each in expects)
                else None
            ),
        )
        page.goto(address)
        return page

    yield open_page
    for each in contexts:
        each.close()
    assert not wrong


@pytest.fixture
def wide(opened: Open, desk: str) -> Page:
    """Give the first page of the desk on a wide screen."""
    return opened(desk)
