"""`onix check --save`, `onix proof` and `onix watch` as they are typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onix.cli import main
from onix.intake.fetch import FetchPolicy
from onix.jobs.add import add
from onix.record import open_record
from tests.intake.site import Site, serving
from tests.jobs.light import light_reader
from tests.jobs.test_watch import FERRY, page
from tests.verify.hearing import FILE

DRAFT = """# Ferry

“The ferry has to leave for Laesoe at 4,” said Petra Holm, who chairs the council.

“We will not cut the crossing on Sundays,” Holm said.
"""


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on this machine with the article."""
    with serving() as running:
        running.pages["/ferry"] = page()
        yield running


@pytest.fixture
def work(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft and a record that has the article."""
    monkeypatch.chdir(tmp_path)
    Path("story.md").write_text(DRAFT, encoding="utf-8")
    policy = FetchPolicy(allow_private=True, delay=0, retries=0)
    with open_record(Path("news.onix"), create=True) as record:
        list(add(record, [site.url("/ferry")], workers=1, reader=light_reader, policy=policy))
    return tmp_path


def run(*arguments: str, code: int = 0) -> None:
    """Run a command and see how it ends."""
    assert main(list(arguments)) == code


def told(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """Run a command and give what it prints."""
    capsys.readouterr()
    run(*arguments, code=code)
    return capsys.readouterr().out


def told_json(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Any:
    """Run a command with --json and give the value."""
    return json.loads(told(capsys, *arguments, "--json", code=code))


def test_a_check_is_saved_proved_watched_and_reported(
    work: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the draft to the stealth edit, as somebody types it."""
    run("check", "story.md", "--save", "check.json")
    saved = json.loads(Path("check.json").read_text(encoding="utf-8"))
    assert f"SHA-256 {saved['sha256']}" in capsys.readouterr().err
    assert "6 proved" in told(capsys, "proof", "check.json", "--record", "news.onix")

    run("watch", "add", "check.json")
    assert "Ferry, 2 quotations" in told(capsys, "watch", "list")
    assert "Nothing new" in told(capsys, "watch", "--allow-private")

    site.pages["/ferry"] = page(FERRY.replace("Laesoe at 4", "Laesoe at 5"))
    shown = told(capsys, "watch", "--allow-private", code=1)
    assert "edited: 127.0.0.1 · Ferry timetable set" in shown
    assert "“4” is now “5”, after “…to leave for Laesoe at”" in shown
    assert "was verbatim" in shown
    assert "now error: altered" in shown
    assert "another number: the draft has “4”, said was “5”" in shown
    assert "1 quotation stands as before." in shown
    assert "Nothing new" in told(capsys, "watch", "--no-fetch")

    found = told_json(capsys, "watch", "--no-fetch", "--again", code=1)
    (report,) = found["reports"]
    assert report["name"] == "check"
    assert report["changed"][0]["now"]["label"] == "altered"
    assert report["edited"][0]["edits"][0]["after"]["text"] == "5"

    shown = told(capsys, "proof", "check.json", "--record", "news.onix")
    assert "has a newer version" in shown
    run("watch", "remove", "check")
    assert "Nothing is watched" in told(capsys, "watch", "list")


def test_a_page_that_cannot_be_fetched_ends_with_one(
    work: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    """Cron tells somebody that nobody is looking any more."""
    run("check", "story.md", "--save", "check.json")
    assert told_json(capsys, "watch", "add", "check.json")["quotations"] == 2
    del site.pages["/ferry"]
    run("watch", "--allow-private", code=1)
    shown = capsys.readouterr()
    assert shown.out == "Nothing new: 1 check watched, but 1 page could not be fetched.\n"
    assert "not fetched: " in shown.err
    found = told_json(capsys, "watch", "--allow-private", code=1)
    assert found["reports"] == []
    assert "404" in found["not_fetched"][0]["why"]


def test_a_watch_that_goes_on_looks_again_and_can_be_stopped(
    work: Path, site: Site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Round after round; the record is free for others in between."""
    run("check", "story.md", "--save", "check.json")
    run("watch", "add", "check.json")
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        with open_record(Path("news.onix"), write=True):
            site.pages["/ferry"] = page(FERRY.replace("Laesoe at 4", "Laesoe at 5"))
        if len(waited) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", wait)
    shown = told(capsys, "watch", "--every", "30", "--allow-private", code=130)
    assert waited == [1800, 1800]
    assert shown.index("Nothing new") < shown.index("now error: altered")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["watch"], "Nothing is watched in"),
        (["watch", "--json", "list"], "Write options after list"),
        (["watch", "add", "gone.json"], "Could not read gone.json"),
        (["watch", "add", "story.md"], "is not a saved check"),
        (["watch", "remove", "x"], "No check is watched as x"),
        (["proof", "gone.json"], "Could not read gone.json"),
        (["check", "story.md", "--save", "story.md"], "is the draft"),
        (["check", "--claims", "a.jsonl", "--save", "b.json"], "--save is for a draft"),
    ],
)
def test_what_cannot_be_done_ends_with_two(
    work: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence says what to do."""
    run(*arguments, code=2)
    out, err = capsys.readouterr()
    assert message in out + err


def test_a_check_that_was_changed_is_not_watched(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would be compared with what nobody has checked."""
    run("check", "story.md", "--save", "check.json")
    path = Path("check.json")
    path.write_text(path.read_text("utf-8").replace("Laesoe at 4", "Laesoe at 7"), "utf-8")
    run("watch", "add", "check.json", code=2)
    assert "was changed since it was saved" in capsys.readouterr().err
    shown = told(capsys, "proof", "check.json", code=1)
    assert "NOT PROVED: file: it was changed" in shown


def test_a_colleague_proves_it_without_the_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the transcript, without it, with another draft, and in JSON."""
    draft, check = str(tmp_path / "draft.md"), str(tmp_path / "check.json")
    text = (
        "“The nurses were promised 11 percent in Odense,” said Sven Aalto, who leads the union.\n"
    )
    Path(draft).write_text(text, encoding="utf-8")
    run("check", draft, "--against", str(FILE), "--save", check)
    shown = told(capsys, "proof", check)
    assert "all that can be without the documents" in shown
    assert ": document “" in shown  # people know no ids
    shown = told(capsys, "proof", check, "--against", str(FILE), "--draft", draft)
    assert "6 proved." in shown
    Path(draft).write_text(text + "More.\n", encoding="utf-8")
    assert "NOT PROVED: draft" in told(capsys, "proof", check, "--draft", draft, code=1)
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{\n", encoding="utf-8")
    given = ["--against", str(FILE), "--against", str(bad)]
    found = told_json(capsys, "proof", check, *given, code=1)
    assert found["is_proved"]  # but something that was named could not be read
    assert found["counts"] == {"proved": 5, "not_proved": 0, "unknown": 0}


def test_links_lead_to_the_words_in_every_form(
    work: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page, SARIF and annotations have the link to the passage on its page."""
    link = f"{site.url('/ferry')}#:~:text="
    assert f'<a href="{link}' in told(capsys, "check", "story.md", "--html")
    Path("story.md").write_text(DRAFT.replace("at 4", "at 3"), encoding="utf-8")
    sarif = json.loads(told(capsys, "check", "story.md", "--sarif", code=1))
    (related,) = sarif["runs"][0]["results"][0]["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"].startswith(link)
    found = json.loads(told(capsys, "check", "story.md", "--annotations", code=1))
    items = found["first"]["items"]
    draft = "Ferry\n“The ferry has to leave for Laesoe at 3,”"
    for each in items:
        quote, position = each["target"]["selector"]
        if position["start"] < len(draft):
            assert draft[position["start"] : position["end"]] == quote["exact"]
        verdict, source = each["body"]
        assert verdict["purpose"] == "assessing"
        assert source["id"].startswith(link)
        assert source["selector"][2]["value"] == source["id"].partition("#")[2]
    assert items[0]["body"][0]["value"].startswith("error: altered")
