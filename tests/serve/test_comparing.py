"""The page that compares two documents of the record says who in its coverage objected."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from onix.jobs.add import add
from onix.record import open_record
from tests.serve.serving import client

OLD = """The ferry plan

1. The night ferry to Skaw will no longer sail.

2. A ticket costs 14 crowns.

3. Dogs travel free of charge.
"""
NEW = OLD.replace("14", "11").replace("no longer sail", "sail on Fridays only")
ARTICLE = """HELL – The ferry plan has found few friends.

The baker Hanna Brekke called the end of the night ferry to Skaw <b>unacceptable</b>.
Without it there was no bread, she said.

Olav Rust welcomed that dogs travel free of charge.

The Skaw Fishermen's Union rejected the second point as an insult.
"""
LINES = [
    {"doc_id": "old", "title": "Plan of March", "published": "2031-03-01", "text": OLD},
    {"doc_id": "new", "title": "Plan of April", "published": "2031-04-01", "text": NEW},
    {"doc_id": "news", "title": "Few friends", "outlet": "The Mole", "published": "2031-03-02",
     "text": ARTICLE},
]  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server of a record with two versions of a plan and an article on the first."""
    folder = tmp_path_factory.mktemp("ferry")
    (folder / "lines.jsonl").write_text("".join(json.dumps(each) + "\n" for each in LINES))
    with open_record(folder / "ferry.onix", create=True, write=True) as record:
        list(add(record, [str(folder / "lines.jsonl")]))
    with client(folder / "ferry.onix") as made:
        yield made


def compared(desk: httpx.Client) -> str:
    """The page, once the coverage is looked through."""
    for _ in range(60):
        answer = desk.get("/compare", params={"old": "old", "new": "new"})
        if answer.status_code == 200:
            return answer.text
        assert answer.status_code == 202
        assert "What became of it" in answer.text  # what is known is shown at once
        time.sleep(0.5)
    raise AssertionError("the coverage is not looked through within half a minute")


def test_who_objected_stands_under_the_comparison(desk: httpx.Client) -> None:
    """Who, to which point of which version, in which words of which article."""
    page = compared(desk)
    assert "<b>Hanna Brekke</b> to old point 1 (by subject)" in page
    assert "<b>Skaw Fishermen&#39;s Union</b> to old point 2 (by number)" in page
    assert "<b>Olav Rust</b>" not in page
    assert "&lt;b&gt;<mark>unacceptable</mark>&lt;/b&gt;" in page
    assert page.count("Few friends") == 2
    found = desk.get("/compare.json", params={"old": "old", "new": "new"}).json()["objections"]
    start = ARTICLE.index("The baker")
    assert [each["who"] for each in found] == ["Hanna Brekke", "Skaw Fishermen's Union"]
    span = found[0]["citation"]
    assert (span["document_id"], span["start"]) == ("news", start)
    assert f"/story/{quote('news')}" in page or "/documents/news" in page


def test_an_empty_list_says_so(desk: httpx.Client) -> None:
    """The article and itself, with nothing in the record that speaks of its points."""
    for _ in range(60):
        answer = desk.get("/compare", params={"old": "news", "new": "news"})
        if answer.status_code == 200:
            break
        time.sleep(0.5)
    assert "Nobody was found to object" in answer.text


def test_pasted_texts_are_held_against_no_coverage(desk: httpx.Client) -> None:
    """They are kept nowhere, so nothing is worked out for them in the background."""
    form = desk.get("/compare").text
    token = form.split('name="csrf" value="')[1].split('"')[0] if 'name="csrf"' in form else ""
    answer = desk.post(
        "/compare",
        data={"old": OLD, "new": NEW, "csrf": token},
        headers={"origin": str(desk.base_url).rstrip("/")},
    )
    assert answer.status_code == 200
    assert "<b>Hanna Brekke</b>" not in answer.text
    assert "are held against its coverage" in answer.text


def test_whoever_may_only_read_is_offered_no_form_that_would_be_refused(folder: Path) -> None:
    """On a public desk plans of the record are compared, and texts of one's own are not."""
    with client(folder) as owner, client(folder, public=True) as visitor:
        assert "<textarea" in owner.get("/compare").text
        page = visitor.get("/compare").text
        assert "<textarea" not in page
        assert "no two plans to compare" in page
