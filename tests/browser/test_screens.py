"""Every page, light, dark and on a phone: nobody is kept out, and nothing sticks out."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import PHONE, Open
from tests.browser.looking import overflow, shoot

# Pages by the name of their pictures. "{article}" and the like are ids of the bundled story.
PAGES = {
    "start": "/",
    "answer": "/ask?question=What+did+Tereshin+say+about+the+long+version+of+the+plan%3F",
    "disagreement": "/ask?question=Who+is+Gideon+Marsh%3F",
    "refusal": "/ask?question=Who+leaked+the+recordings%3F",
    "filters": "/ask?question=Who+is+Gideon+Marsh%3F&since=2025-05-08&outlet=Meridian+Wire",
    "bad-filter": "/ask?question=Who+is+Gideon+Marsh%3F&since=soon",
    "story": "/documents/{article}",
    "cited": "/documents/{article}?start=300&end=460#cited",
    "transcript": "/documents/{transcript}",
    "versions": "/documents/{newer}",
    "differences": "/documents/{older}/differences?with={newer}",
    "missing": "/documents/nothing-of-the-kind",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_nobody_out(opened: Open, desk: str, ids: dict[str, str], name: str) -> None:
    """axe-core finds nothing serious, light or dark, and a phone never scrolls sideways."""
    page = opened(desk + PAGES[name].format(**ids))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page)
        grave = [each for each in found.response["violations"] if each["impact"] != "minor"]
        assert not grave, found.generate_report()
    shoot(page, name)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # width and height
    assert overflow(page) == 0
