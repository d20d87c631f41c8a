"""`onix record`, `remove` and `search` at the command line, on a record of three stories."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onix.cli import main
from onix.cli.show_record import contents_blocks, verification_blocks
from onix.cli.terminal import plain
from onix.record import Contents, Damage, Listed, Missing, Source, Tombstone, Verification

BRIDGE = "The harbour bridge will close on Monday, the mayor said. Repairs take a week."
FERRY = "A ferry will run instead. It carries forty people and no cars, the company said."


@pytest.fixture
def record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    """A folder with a record of two stories of one outlet and an undated note."""
    monkeypatch.chdir(tmp_path)
    lines = [
        {"doc_id": "bridge", "text": BRIDGE, "title": "Bridge to close", "published": "2025-03-01"},
        {"doc_id": "ferry", "text": FERRY, "title": "Ferry to run", "published": "2025-03-02"},
        {"doc_id": "note", "text": "Nobody asked the fishermen about the ferry at all."},
    ]
    for each in lines[:2]:
        each["outlet"] = "The Port Courier"
    Path("a.jsonl").write_text("\n".join(json.dumps(each) for each in lines))
    assert main(["add", "a.jsonl"]) == 0
    capsys.readouterr()
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run a command that succeeds and give what it prints."""
    assert main(arguments) == 0
    return capsys.readouterr().out


def test_the_record_says_what_it_holds(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sums, dates, outlets and what has no date are shown, as text and as JSON."""
    text = run(capsys, "record")
    assert text.startswith("news.onix: 3 documents, ")
    assert "Published from 1 March 2025 to 2 March 2025" in text
    assert "The Port Courier: 2" in text
    assert "Without a date (1)\n  note" in text
    assert json.loads(run(capsys, "record", "--json"))["documents"] == 3


def test_the_documents_are_listed(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The newest first, with their ids, their versions, and how many more there are."""
    text = run(capsys, "record", "list")
    assert text.index("ferry · Ferry to run") < text.index("bridge · Bridge to close")
    assert "The Port Courier · 1 March 2025 · article" in text
    assert "versions" not in text
    Path("b.jsonl").write_text(json.dumps({"doc_id": "bridge", "text": BRIDGE + " Perhaps."}))
    assert main(["add", "b.jsonl"]) == 0
    capsys.readouterr()
    assert "2 versions: bridge (added " in run(capsys, "record", "list")
    assert run(capsys, "record", "list", "--limit", "1").endswith("and 2 more. All: --limit 0\n")
    found = json.loads(run(capsys, "record", "list", "ferry", "--json"))
    assert (found["total"], [each["id"] for each in found["documents"]]) == (1, ["ferry"])
    assert "onix record" in run(capsys, "record", "list", "zeppelin")
    assert main(["record", "list", "--kind", "novel"]) == 2
    assert "Use one of: article" in capsys.readouterr().err


def test_a_date_is_given_to_what_is_kept(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`amend` says what it did; "on Monday" is read against the new date."""
    says = run(capsys, "record", "amend", "bridge", "--published", "2025-03-20")
    assert says == "amended: bridge (It has the date 2025-03-20, not 2025-03-01.)\n"
    shown = json.loads(run(capsys, "ask", "When will the bridge close?", "--json"))
    assert shown["statements"][0]["when"]["value"] == "2025-03-24"
    assert main(["record", "amend", "bridge"]) == 2
    assert "--published" in capsys.readouterr().err


def test_the_record_is_verified_and_rebuilt(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sound record says so; its index can be made anew at any time."""
    assert run(capsys, "record", "verify").startswith("Sound: 3 documents")
    assert json.loads(run(capsys, "record", "verify", "--json"))["is_sound"] is True
    assert run(capsys, "record", "rebuild") == "Made the index anew: it holds 3 passages.\n"
    assert json.loads(run(capsys, "record", "rebuild", "--json")) == {"passages": 3}


def test_options_belong_behind_the_subcommand(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An option before `verify` would be lost, so it is refused with where it belongs."""
    assert main(["record", "--json", "verify"]) == 2
    assert "onix record verify --json" in capsys.readouterr().out


def test_search_shows_passages_with_where_they_stand(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A result has its source above it; filters leave out what does not fit."""
    text = run(capsys, "search", "ferry")
    assert "The Port Courier · 2 March 2025 · Ferry to run" in text
    assert "    A ferry will run instead." in text
    assert "Nobody asked" not in run(capsys, "search", "ferry", "--since", "2025-03-01")
    lines = run(capsys, "search", "ferry", "--jsonl").splitlines()
    whole = json.loads(run(capsys, "search", "ferry", "--json"))["results"]
    assert [json.loads(each) for each in lines] == whole
    found = json.loads(run(capsys, "search", "ferry", "--json", "--limit", "1"))
    assert len(found["results"]) == 1
    assert found["results"][0]["score"] > 0
    assert run(capsys, "search", "giraffe") == "Nothing in the record has these words: giraffe\n"
    assert run(capsys, "search", "ferry", "--since", "2031-01-01") == (
        "Nothing within these dates (1 document has no date) has these words: ferry\n"
    )


def test_a_removed_document_leaves_its_reason(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is taken out is gone from search, and the record says when and why."""
    assert run(capsys, "remove", "ferry", "--why", "withdrawn").startswith("removed: ferry")
    assert "Ferry to run" not in run(capsys, "search", "ferry")
    assert "ferry · Ferry to run, because: withdrawn" in run(capsys, "record")
    found = json.loads(run(capsys, "remove", "note", "--why", "private", "--json"))
    assert found["removed"][0]["why"] == "private"


def test_a_missing_record_says_how_to_make_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command that needs a record names the command that makes one."""
    monkeypatch.chdir(tmp_path)
    for typed in (["record"], ["search", "x"], ["remove", "x", "--why", "y"], ["record", "verify"]):
        assert main(typed) == 2
        assert "Make one with: onix add" in capsys.readouterr().err


def test_damage_is_shown_with_its_remedy() -> None:
    """A record that is not sound names each damaged document and what to do."""
    found = Verification(
        2, 5, (Damage("bridge", "Its text is not the one that was kept."),), (), "Put back a copy."
    )
    lines = [plain(each) for each in verification_blocks(found)]
    assert lines[0] == "Not sound: looked at 2 documents and 5 passages."
    assert lines[1] == "  bridge: Its text is not the one that was kept."
    assert lines[2] == "Put back a copy."


def test_every_list_of_the_record_is_shown() -> None:
    """Copies, feeds, versions and what was removed each have their lines."""
    listed = Listed(
        "a", "A title", "https://a.example/", "A", "2025-01-01", "article", "not English: fr"
    )
    found = Contents(
        documents=1,
        versions=1,
        passages=1,
        words=1,
        outlets=((None, 1),),
        kinds=(("article", 1),),
        first=None,
        last=None,
        undated=(),
        unread=(listed,),
        cut=(listed,),
        corrected=(listed,),
        groups=(("a", "b"),),
        sources=(Source("https://a.example/feed"),),
        removed=(Tombstone("c", None, None, "00", "2025-02-03T10:00:00Z", "twice"),),
        left_out=(Missing("d.html", "It is empty.", "2025-02-03T10:00:00Z"),),
        size=2_500_000,
    )
    text = "\n".join(plain(each) for each in contents_blocks(found, Path("r.onix")))
    assert "1 document, 1 word, 1 passage, 2.5 MB on disk" in text
    assert "1 older version among them" in text
    assert "unknown outlet: 1" in text
    assert "Not read (1)\n  a · A title: not English: fr\n    https://a.example/" in text
    assert "Near-copies (1)\n  a = b" in text
    assert "Fetched again (1)\n  feed https://a.example/feed" in text
    assert "Left out (1)\n  3 February 2025: d.html, because: It is empty." in text
    assert "Removed (1)\n  3 February 2025: c, because: twice" in text


def test_a_passage_of_talk_says_who_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words of subtitles stand without names; labels that stand in the text are there."""
    monkeypatch.chdir(tmp_path)
    cues = (
        "00:01.000 --> 00:02.000\n<v Ann Lee>Is the quay shut?\n\n"
        "00:02.000 --> 00:03.000\n<v Odd Lund>It is."
    )
    Path("call.vtt").write_text(f"WEBVTT\n\n{cues}\n", encoding="utf-8")
    labelled = "ANN LEE: Is the pier shut?\nODD LUND: It is, I think.\nANN LEE: Oh.\nODD LUND: Yes."
    Path("talk.txt").write_text(labelled, encoding="utf-8")
    run(capsys, "add", "call.vtt", "talk.txt")
    shown = run(capsys, "search", "quay")
    assert "    Ann Lee: Is the quay shut?\n    Odd Lund: It is.\n" in shown
    assert "    ANN LEE: Is the pier shut? ODD LUND: It is, I think." in run(
        capsys, "search", "pier"
    )
