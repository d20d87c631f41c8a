"""What a reader is told: where they are, and nothing of where things lie on the server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from onix.record import open_record
from onix.serve.desk import Serving
from onix.serve.showing import HERE
from onix.serve.telling import API, BOX, PAGE, TOOL, here
from onix.settings import Settings
from tests.browser.serving import served
from tests.record.making import BUDGET, HARBOUR, article, marked
from tests.serve.serving import client

RECORD = Path("/srv/desk/news.onix")


@pytest.mark.parametrize(
    ("says", "page", "api"),
    [
        (
            "Could not read the date 'May' of --since. Write it as 2025-11-26.",
            "Could not read the date 'May' of “Published since”. Write it as 2025-11-26.",
            "Could not read the date 'May' of `since`. Write it as 2025-11-26.",
        ),
        (
            "No outlet 'X' in /srv/desk/news.onix. See all with: onix record",
            "No outlet 'X' in news.onix. See all with: /sources",
            "No outlet 'X' in news.onix. See all with: GET /api/v1/record",
        ),
        (
            "'7' is no name. Give one, such as: onix quotes 'Joe Biden'",
            "'7' is no name. Give one, such as: /quotes",
            "'7' is no name. Give one, such as: GET /api/v1/quotes",
        ),
        (
            "It can be reached by that name when it is started: onix serve --name NAME",
            "It can be reached by that name when it is started: onix serve --name NAME",
            "It can be reached by that name when it is started: onix serve --name NAME",
        ),
    ],
)
def test_each_is_told_what_to_do_where_they_are(says: str, page: str, api: str) -> None:
    """Boxes on a page, parameters in the API; what is for the owner stays a command."""
    assert here(says, PAGE, RECORD) == page
    assert here(says, API, RECORD) == api


def test_an_assistant_is_told_of_its_tools() -> None:
    """An assistant has no pages."""
    assert here("See all with: onix record", TOOL, RECORD) == "See all with: the tool `search`"


@pytest.mark.parametrize(
    ("says", "box"),
    [
        (
            "Nothing in the record has these words.",
            "Nothing in what is published here has these words.",
        ),
        (
            "The record itself says that this is not known.",
            "What is published here itself says that this is not known.",
        ),
        (
            "The record has passages on this: nothing of “the record”.",
            "What is published here has passages on this: nothing of “the record”.",
        ),
    ],
)
def test_a_reader_of_somebody_elses_page_hears_of_no_record(says: str, box: str) -> None:
    """They ask that page; words of their own question stay as they are."""
    assert here(says, BOX, RECORD) == box


def test_the_boxes_a_page_names_are_on_it() -> None:
    """A label that was changed in a template is changed here, too."""
    drawn = "".join(each.read_text("utf-8") for each in (HERE / "templates").glob("*.html"))
    for label in PAGE.options.values():
        assert label.strip("“”") in drawn, label


WRONG = (
    "quotes?since=May", "quotes?kind=direct&speaker=7", "quotes?outlet=Nobody", "timeline?topic=7",
    "timeline?topic=quay&until=May", "quotes?speaker=Piet%20Aldous&kind=indirect",
    "quotes?within=x",
)  # fmt: skip


@pytest.mark.parametrize("asked", WRONG)
def test_no_page_or_resource_speaks_of_the_command_line(folder: Path, asked: str) -> None:
    """Wrong filters and empty answers, on the page and in the API."""
    with client(folder) as reader:
        for address in (f"/{asked}", f"/api/v1/{asked}"):
            answer = reader.get(address, headers={"accept": "text/html"})
            says = re.sub(r"(?s)<script.*?</script>|<[^>]+>", "", answer.text)
            assert not re.search(r"--[a-z]|\bonix [a-z]", says), says
            assert str(folder.parent) not in says


def _walk(reader: httpx.Client, starts: list[str]) -> Iterator[tuple[str, str]]:
    """Give every page and file that can be reached by links, and what is in it."""
    waiting, seen = list(starts), set(starts)
    while waiting:
        address = waiting.pop()
        answer = reader.get(address, follow_redirects=True)
        yield address, answer.text
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        for link in re.findall(r'(?:href|src)="(/[^"#]*)', answer.text):
            link = link.replace("&amp;", "&")
            if link not in seen and not link.startswith("/static"):
                seen.add(link)
                waiting.append(link)


API_STARTS = [
    "/api/v1/ask?question=Who+closed+the+harbour", "/api/v1/search?words=harbour",
    "/api/v1/quotes", "/api/v1/timeline?topic=harbour", "/api/v1/documents", "/api/v1/record",
    "/api/v1/sources", "/api/v1/documents/harbour", "/api/v1/documents/none",
    "/api/v1/quotes?outlet=Nobody", "/api/v1/documents?within=none",
    "/quotes.csv", "/quotes.json", "/quotes.jsonld", "/quotes.schema-org",
    "/timeline.json?topic=harbour", "/documents/none", "/quotes?outlet=Nobody",
    "/ask?question=Who+closed+the+harbour", "/ask.json?question=Who+closed+the+harbour",
]  # fmt: skip


def test_a_public_desk_tells_nobody_where_files_lie(tmp_path: Path) -> None:
    """Every page, resource and file that links lead to, walked over."""
    folder = tmp_path / "secret-place" / "news.onix"
    at = "/srv/secret-place/council"
    with open_record(folder, create=True) as record:
        record.keep(
            [
                marked(article(HARBOUR, address=f"{at}/harbour.docx"), "Ada Brandt"),
                marked(
                    article(BUDGET, id="budget", title=None, address=f"file://{at}/budget.txt"),
                    "Piet Aldous",
                ),
                marked(article("Gone for good.", id="gone", title=None, address=f"{at}/gone.txt")),
            ]
        )
        record.remove("gone", why="asked for")
    with client(folder, public=True) as reader:
        pages = dict(_walk(reader, ["/", "/quotes", "/timeline", "/sources", *API_STARTS]))
        assert len(pages) > 25
        for address, told in pages.items():
            assert "secret-place" not in told, address
        # The files are known by their names, nowhere else would this look for them.
        assert "budget.txt" in pages["/sources"]
        assert "gone.txt" in pages["/sources"]
        assert '"address":"harbour.docx"' in pages["/api/v1/documents/harbour"]


def test_whoever_sits_at_the_machine_sees_paths(tmp_path: Path) -> None:
    """On loopback a path may help to find the file."""
    folder = tmp_path / "news.onix"
    path = "/srv/council/harbour.docx"
    with open_record(folder, create=True) as record:
        record.keep([marked(article(HARBOUR, address=path))])
    settings = Settings(record=folder, workers=1)
    with served(Serving(settings=settings)) as address:
        assert path in httpx.get(f"{address}/api/v1/documents/harbour").text
