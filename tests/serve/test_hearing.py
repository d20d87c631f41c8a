"""A story's quotations, held against the transcripts of the record."""

from __future__ import annotations

import re
import time
from pathlib import Path

import httpx
import pytest

from onix.jobs.add import add
from onix.record import open_record
from onix.serve import hearing
from tests.serve.serving import client

CALL = """WEBVTT

00:00:04.000 --> 00:00:09.000
<v Mara Lind>We close the north pier on Monday because its piles are rotten.

00:12:20.000 --> 00:12:30.000
<v Tor Hagen>Will there be money for those who lose their berths?

00:12:31.000 --> 00:12:38.000
<v Mara Lind>Nobody from this office has ever promised the fishermen any money at all.

00:12:40.000 --> 00:12:45.000
<v Tor Hagen>The council will look at the ferry timetable in the autumn.
"""
STORY = """<html><head><title>Pier to close</title></head><body><article>
<p>The harbour office closes a pier, it said on Tuesday in a call with reporters.</p>
<p>“We close the north pier on Monday because its piles are rotten,” Mara Lind said.</p>
<p>“Nobody from this office has ever promised the fishermen much money at all,” Mara Lind said.</p>
<p>“The gulls have eaten every sandwich on the promenade this summer,” Tor Hagen said.</p>
</article></body></html>"""


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a record of a story and of the call that it quotes."""
    place = tmp_path_factory.mktemp("heard")
    (place / "call.vtt").write_text(CALL, "utf-8")
    (place / "story.html").write_text(STORY, "utf-8")
    with open_record(place / "news.onix", create=True) as record:
        list(add(record, [str(place / "call.vtt"), str(place / "story.html")], workers=1))
    return place / "news.onix"


def _story(reader: httpx.Client) -> str:
    (story,) = [
        each["id"]
        for each in reader.get("/api/v1/documents").json()["documents"]
        if each["title"] == "Pier to close"
    ]
    return f"/documents/{story}"


def _held(reader: httpx.Client, address: str) -> str:
    until = time.monotonic() + 60
    while "are being held" in (page := reader.get(f"{address}?tape=true").text):
        assert time.monotonic() < until
        time.sleep(0.1)
    return page


def _lines(page: str) -> list[str]:
    found = re.findall(r'(?s)<p class="tape is-(\w+)">(.*?)</p>', page)
    return [f"{sign} {' '.join(re.sub('<[^>]+>', '', each).split()[1:])}" for sign, each in found]


def test_each_quotation_says_what_the_tape_has(heard: Path) -> None:
    """The same or other words, with a link to the place; once, how many are in no transcript."""
    with client(heard) as reader:
        page = _held(reader, _story(reader))
        assert _lines(page) == [
            "same As on the tape, from 0:04 on",
            "other Altered; stands on the tape, from 12:31 on: “much” here, “any” there",
        ]
        assert "The one with no line below it is in none of them." in page
        # The link leads to the very words.
        (link, *_) = re.findall(r'<p class="tape is-same">.*?href="([^"]+)"', page)
        shown = reader.get(link.replace("&amp;", "&")).text
        cited = re.search(r'(?s)<mark class="cited".*?</mark>', shown)
        assert cited and "its piles are rotten" in re.sub("<[^>]+>", "", cited[0])


def test_a_story_is_held_when_it_is_opened(heard: Path) -> None:
    """Nobody has to ask for it, also when the server has just been started."""
    with client(heard) as reader:
        address = _story(reader)
        until = time.monotonic() + 60
        while not (lines := _lines(reader.get(address).text)):  # the tapes are made once
            assert time.monotonic() < until
        assert lines == _lines(_held(reader, address))


def test_many_transcripts_are_looked_through_when_somebody_asks(
    heard: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link offers it; what is known is shown from then on, until a transcript comes or goes."""
    monkeypatch.setattr(hearing, "FEW", 0)
    with client(heard) as reader:
        address = _story(reader)
        first = reader.get(address).text
        assert not _lines(first)
        assert "Hold them against the 1 transcript of this record" in first
        known = _lines(_held(reader, address))
        assert _lines(reader.get(address).text) == known
        rain = {"text": "Rain fell on the quay all of Sunday.", "title": "Rain"}
        reader.post("/api/v1/add", json={"documents": [rain]}).raise_for_status()
        assert _lines(reader.get(address).text) == known
        said = "The gulls have eaten every sandwich on the promenade this summer."
        turns = [{"speaker": "Tor Hagen", "start": 0, "end": len(said)}]
        gulls = {"text": said, "title": "Gulls", "turns": turns}
        added = reader.post("/api/v1/add", json={"documents": [gulls]})
        added.raise_for_status()
        assert not _lines(reader.get(address).text)
        assert _lines(_held(reader, address)) == [*known, "same As in the transcript"]


def test_a_program_gets_the_verdicts(heard: Path) -> None:
    """The same as JSON, with the passage and the words that differ; a transcript has none."""
    with client(heard) as reader:
        story = _story(reader).removeprefix("/documents/")
        found = reader.get(f"/api/v1/documents/{story}/tape").json()
        assert [each["label"] for each in found["findings"]][:2] == ["verbatim", "altered"]
        assert found["findings"][1]["differences"][0]["quote"]["text"] == "much"
        (call, *_) = reader.get("/api/v1/documents?kind=transcript").json()["documents"]
        found = reader.get(f"/api/v1/documents/{call['id']}/tape").json()
        assert (found["findings"], found["notes"]) == ([], ["This is a transcript itself."])
        assert reader.get("/api/v1/documents/nobody/tape").status_code == 404


def test_a_record_without_transcripts_offers_nothing(folder: Path) -> None:
    """Where there is nothing to hold a story against, nothing is said of it."""
    with client(folder) as reader:
        assert "Hold them against" not in reader.get("/documents/harbour").text
        asked = reader.get("/documents/harbour?tape=true")
        assert asked.status_code == 200
        assert not _lines(asked.text)


def test_the_transcript_is_not_held_against_itself(heard: Path) -> None:
    """A transcript is the tape."""
    with client(heard) as reader:
        found = reader.get("/api/v1/documents?kind=transcript").json()["documents"]
        for each in found:
            page = reader.get(f"/documents/{each['id']}").text
            assert "Hold them against" not in page
            assert "Held against" not in page
