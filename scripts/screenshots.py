"""Takes the pictures of docs/tour.md: the bundled story comes in, docs/pictures/*.png goes out."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from onix.jobs.demo import add_story
from onix.record import open_record
from onix.serve.desk import Serving
from onix.settings import Settings
from tests.browser.conftest import FLAGS, NAMES
from tests.browser.serving import served

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
WINDOW = {"width": 1000, "height": 680}
SHORT = {"story": 400}  # pixels; text makes big pictures
PAGES = {
    "start": "/",
    "answer": "/ask?question=What+did+Tereshin+say+about+the+long+version+of+the+plan%3F",
    "readings": "/ask?question=Who+is+Gideon+Marsh%3F",
    "refusal": "/ask?question=Who+leaked+the+recordings%3F",
    "story": "/documents/{article}",
    "quotes": "/quotes",
    "sources": "/sources",
}


def main() -> None:
    """Take them all."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise SystemExit("There is no Chromium here. Install it with: scripts/browser")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.onix"
        with open_record(path, create=True, write=True) as record:
            list(add_story(record))
            titled = ((each, record.document(each).title or "") for each in record.ids())
            article = next(each for each, title in titled if title.startswith("‘Don’t Open"))
        with (
            served(Serving(settings=Settings(record=path))) as address,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
            page = browser.new_page(viewport=WINDOW, color_scheme="light")  # type: ignore[arg-type]
            for name, where in PAGES.items():
                page.goto(address + where.format(article=article))
                size = {"x": 0, "y": 0, **WINDOW, "height": SHORT.get(name, WINDOW["height"])}
                page.screenshot(path=PICTURES / f"{name}.png", clip=size)  # type: ignore[arg-type]
            browser.close()


if __name__ == "__main__":
    main()
