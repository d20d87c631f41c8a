"""The door as people meet it: log in, give a program a token, take it back, log out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from onix.serve.app import make_app
from tests.browser.conftest import FLAGS, NAMES
from tests.browser.serving import running
from tests.serve.entering import PASSWORD, with_password

NAME = "desk.paper.example"


@pytest.fixture
def desk_elsewhere(story: Path, tmp_path: Path) -> Iterator[str]:
    """Serve the story behind a login, by a name; give the address on this machine."""
    # Without the log of the server that other tests ask.
    left = shutil.ignore_patterns("desk.sqlite*")
    folder = Path(shutil.copytree(story, tmp_path / "news.onix", ignore=left))
    serving = replace(with_password(folder), hosts=(NAME,))
    with running(make_app(serving), serving) as address:
        yield address


def visit(page: Page, address: str) -> None:
    """Go through the door and out again."""
    page.goto(f"{address}/keys")
    assert page.url.startswith(f"{address}/enter")
    page.get_by_label("Password").fill("a heron on the west quay")
    page.keyboard.press("Enter")
    assert "That is not the password" in page.get_by_role("alert").inner_text()
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/keys")
    page.get_by_label("Whose it is").fill("newsroom-cms")
    page.get_by_label("add documents").check()
    page.get_by_role("button", name="Make a token").click()
    shown = page.get_by_role("status").locator("code").inner_text()
    assert shown.startswith("onix_")
    page.goto(f"{address}/keys")
    assert shown not in page.content()
    assert "read, add" in page.get_by_role("row", name="newsroom-cms").inner_text()
    page.get_by_role("button", name="Revoke newsroom-cms").click()
    page.get_by_text("No program has a token.").wait_for()
    page.get_by_role("link", name="Log", exact=True).click()
    page.wait_for_url(f"{address}/log")
    rows = page.get_by_role("row").all_inner_texts()
    assert [each.split("\t")[3] for each in rows[1:]] == ["own", "own", "log in", "wrong password"]
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url(f"{address}/enter")
    page.go_back()
    page.wait_for_url(f"{address}/enter**")
    assert "newsroom-cms" not in page.content()


@pytest.mark.parametrize("scripts", [True, False])
def test_login_token_and_logout(browser: Browser, desk_elsewhere: str, scripts: bool) -> None:
    """The whole way, with and without scripts; "back" after the logout shows nothing."""
    context = browser.new_context(java_script_enabled=scripts)
    visit(context.new_page(), desk_elsewhere)
    context.close()


def test_the_same_by_a_name_without_https(browser: Browser, desk_elsewhere: str) -> None:
    """Where browsers do not say Sec-Fetch-Site, Origin shows that the forms are our own."""
    found = next(filter(None, map(shutil.which, NAMES)))
    mapped = f"--host-resolver-rules=MAP {NAME} 127.0.0.1"
    started = browser.browser_type.launch(executable_path=found, args=[*FLAGS, mapped])
    try:
        visit(started.new_page(), desk_elsewhere.replace("127.0.0.1", NAME))
    finally:
        started.close()


def test_a_page_elsewhere_changes_nothing(
    browser: Browser, desk: str, story: Path, tmp_path: Path
) -> None:
    """Attack: a page of another origin posts a form to the desk, and asks with a script."""
    # Without the log of the server that other tests ask.
    left = shutil.ignore_patterns("desk.sqlite*")
    folder = Path(shutil.copytree(story, tmp_path / "news.onix", ignore=left))
    serving = replace(with_password(folder), login=False)
    with running(make_app(serving), serving) as address:
        page = browser.new_page()
        evil = desk.replace("127.0.0.1", "localhost") + "/static/icon.svg"
        page.route("**/static/icon.svg", lambda route: route.fulfill(
            content_type="text/html",
            body=f"<form method=post action='{address}/keys'><input name=name value=mine></form>",
        ))  # fmt: skip
        page.goto(evil)
        read = page.evaluate(
            f"fetch('{address}/log.json', {{mode: 'no-cors'}}).then(() => 'read', () => 'refused')"
        )
        assert read == "refused"
        page.evaluate("document.forms[0].submit()")
        page.get_by_text("This was sent from a page elsewhere").wait_for()
        page.close()
        assert "mine" not in httpx.get(f"{address}/keys").text
