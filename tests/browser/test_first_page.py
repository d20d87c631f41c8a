"""The first page is small and there at once."""

from __future__ import annotations

from tests.browser.conftest import Open

MOST_BYTES = 100_000
MOST_MILLISECONDS = 1000
# The page and all that it loads, as they cross the wire.
SIZES = """performance.getEntries().filter((each) => "encodedBodySize" in each)
  .map((each) => each.encodedBodySize)"""


def test_the_first_page_is_small_and_fast(opened: Open, desk: str) -> None:
    """All that it loads is under 100 KB, and it is drawn in under a second."""
    page = opened(desk + "/missing")  # the browser is started, the server has its templates
    page.goto(desk + "/", wait_until="load")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
    drawn = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    sizes = page.evaluate(SIZES)
    assert len(sizes) >= 3 and all(sizes)
    assert sum(sizes) < MOST_BYTES
    assert drawn < MOST_MILLISECONDS
