"""What a reader sees of a page: is something on the screen, and pictures of it to look at."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page

PICTURES = Path(__file__).parents[2] / "build" / "screenshots"
PHONE = {"width": 390, "height": 844}


def is_on_screen(found: Locator) -> bool:
    """Does all of it lie within the window, and on top of everything else?"""
    return bool(
        found.evaluate(
            """(element) => [...element.getClientRects()].every((at) => {
                 const [x, y] = [at.left + at.width / 2, at.top + at.height / 2];
                 const top = document.elementFromPoint(x, y);
                 return at.top >= 0 && at.left >= 0 && at.width > 0 && at.bottom <= innerHeight
                   && at.right <= innerWidth && (element.contains(top) || top.contains(element));
               }) && element.getClientRects().length > 0"""
        )
    )


def has_focus(found: Locator) -> bool:
    """Is this where the keyboard is?"""
    return bool(found.evaluate("(element) => element === document.activeElement"))


def overflow(page: Page) -> int:
    """Give by how many pixels a page is wider than its window."""
    width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return max(0, int(width))


def shoot(page: Page, name: str, *, full: bool = True) -> None:
    """Take pictures of a page into build/screenshots: light, dark, and as on a phone."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    before = page.viewport_size
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=PICTURES / f"{name}-{scheme}.png", full_page=full)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # width and height
    page.screenshot(path=PICTURES / f"{name}-phone.png", full_page=full)
    if before is not None:
        page.set_viewport_size(before)
