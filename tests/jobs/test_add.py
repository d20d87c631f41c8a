"""`add`: what goes in, what is said of it, and that it is there when it is said."""

from __future__ import annotations

import io
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onix.errors import InputError, MissingExtraError
from onix.jobs import keeping
from onix.jobs.add import Added, Progress, add
from onix.record import Record, open_record
from tests.jobs.light import light_reader, no_reader, story


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(tmp_path / "news.onix", create=True) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for articles."""
    made = tmp_path / "saved"
    made.mkdir()
    return made


def run(record: Record, *inputs: str, **options: object) -> list[Added]:
    """Add with the light reader, in this process."""
    return list(add(record, inputs, **{"workers": 1, "reader": light_reader} | options))  # type: ignore[arg-type]  # options of add, by name


def outcomes(found: list[Added]) -> list[tuple[str, str]]:
    """Give the last part of each address with the outcome."""
    return [(each.address.rpartition("/")[2], each.outcome) for each in found]


def lines(path: Path, count: int) -> Path:
    """Write that many articles as JSON Lines."""
    items = [{"doc_id": f"n{n}", "text": story(n)} for n in range(count)]
    path.write_text("".join(json.dumps(item) + "\n" for item in items))
    return path


def test_a_folder_is_added_in_order_without_what_is_hidden(record: Record, folder: Path) -> None:
    """Files come by name, folder by folder; hidden ones, page companions and records do not."""
    hidden = (".hidden.txt", ".git/d.txt", "~$b.txt", "Thumbs.db")
    for number, name in enumerate(("b.txt", "a.txt", "deep/c.md", *hidden)):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(story(number))
    paragraphs = "".join(f"<p>{story(n)}</p>" for n in range(20, 24))
    (folder / "page.html").write_text(
        f"<html><body><article><h1>A vote</h1>{paragraphs}</article></body></html>"
    )
    (folder / "page_files").mkdir()
    (folder / "page_files" / "style.css").write_text("body {}")
    (folder / "loose_files").mkdir()
    (folder / "loose_files" / "e.txt").write_text(story(8))
    with open_record(folder / "other.onix", create=True):
        found = run(record, str(folder))
    assert outcomes(found) == [
        ("a.txt", "kept"),
        ("b.txt", "kept"),
        ("page.html", "kept"),
        ("c.md", "kept"),
        ("e.txt", "kept"),
    ]
    assert found[0].document_id is not None
    assert record.document(found[0].document_id).text.strip() == story(1)
    assert found[0].words == len(story(1).split())


def test_one_bad_file_does_not_take_the_others_with_it(record: Record, folder: Path) -> None:
    """What cannot be read is named with its reason, and everything else is kept."""
    (folder / "a.txt").write_text(story(1))
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.pdf").write_bytes(b"\x00\x01\x02" * 50)
    (folder / "d.txt").write_text(story(2))
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    found = run(record, str(folder))
    assert [outcome for _, outcome in outcomes(found)] == [
        "kept",
        "left out",
        "left out",
        "kept",
        "left out",
    ]
    assert all(
        each.why and each.address in each.why for each in found if each.outcome == "left out"
    )


def test_what_is_left_out_is_remembered_until_it_is_kept(tmp_path: Path, folder: Path) -> None:
    """Also when the record is opened anew, with the reason and the day."""
    path = folder / "late.txt"
    path.write_text("")
    with open_record(tmp_path / "news.onix", create=True) as record:
        run(record, str(folder))
    with open_record(tmp_path / "news.onix", write=True) as record:
        (missing,) = record.contents().left_out
        assert missing.address == str(path)
        assert "late.txt" in missing.why
        assert missing.tried[:2] == "20"
        path.write_text(story(1))
        run(record, str(folder))
        assert record.contents().left_out == ()


def test_patterns_are_matched_where_the_shell_did_not(record: Record, folder: Path) -> None:
    """A quoted glob means the files it matches; one that matches nothing is said."""
    (folder / "a.txt").write_text(story(1))
    (folder / "b.txt").write_text(story(2))
    (folder / "what?.txt").write_text(story(3))
    assert outcomes(run(record, str(folder / "[ab].txt"))) == [("a.txt", "kept"), ("b.txt", "kept")]
    assert outcomes(run(record, str(folder / "what?.txt"))) == [("what?.txt", "kept")]
    (none,) = run(record, str(folder / "*.docx"))
    assert none.why is not None and "Found no file that matches" in none.why


def test_what_is_not_there_is_said(record: Record, folder: Path) -> None:
    """A misspelt path, an empty folder, a scheme that is not fetched: a sentence each."""
    missing, empty, other = run(record, "no-such.txt", str(folder), "ftp://wire.example/a")
    assert missing.why is not None and "there is no such file or folder" in missing.why
    assert empty.why is not None and "Found nothing to read" in empty.why
    assert other.why is not None and "only http:// and https://" in other.why


def test_an_empty_name_is_not_the_current_folder(
    record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`onix add "$STORY"`, where no such variable is set, reads nothing."""
    (folder / "a.txt").write_text(story(1))
    monkeypatch.chdir(folder)
    (none,) = run(record, "")
    assert none.why is not None and "One input is empty" in none.why


def test_a_folder_that_may_not_be_read_is_said(
    record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies in it is not passed over in silence, wherever it is."""
    closed = folder / "closed"
    closed.mkdir()
    (folder / "a.txt").write_text(story(1))
    look = os.scandir

    def scandir(path: str | Path) -> Any:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    kept, left = run(record, str(folder))
    assert kept.outcome == "kept"
    assert left.why is not None and f"{closed}: Permission denied" in left.why


def test_standard_input_is_json_lines_or_one_document(record: Record) -> None:
    """ "-" reads what is piped in, whatever it is; ids and texts come back as they went in."""
    text = "Two words.\n\n  Kept as given. "
    piped = json.dumps({"doc_id": "x1", "text": text}) + "\n" + json.dumps({"doc_id": "x2"})
    first, second = run(record, "-", stdin=io.BytesIO(piped.encode()), workers=None)
    assert (first.document_id, first.outcome, second.outcome) == ("x1", "kept", "left out")
    assert record.document("x1").text == text
    (plain,) = run(record, "-", stdin=io.BytesIO(story(1).encode()))
    assert (plain.address, plain.outcome) == ("standard input", "kept")
    (nothing,) = run(record, "-")
    assert nothing.why is not None and "standard input: there is none" in nothing.why


def test_options_beat_what_a_document_says(record: Record, folder: Path) -> None:
    """--outlet and --published are what the user knows better."""
    path = folder / "a.txt"
    path.write_text(story(1))
    (added,) = run(record, str(path), outlet="Harbour Standard", published="2025-05-07")
    document = record.document(str(added.document_id))
    assert (document.outlet, document.published) == ("Harbour Standard", "2025-05-07")
    with pytest.raises(InputError, match="is no date"):
        run(record, str(path), published="someday")


def test_adding_twice_is_adding_once(record: Record, folder: Path) -> None:
    """What is kept already is not read again, in a later run or in the same one."""
    path = lines(folder / "a.jsonl", 3)
    assert {each.outcome for each in run(record, str(path))} == {"kept"}
    again = run(record, str(path), str(path), reader=no_reader)
    assert [each.outcome for each in again] == ["already kept"] * 6
    assert again[0].document_id == again[0].of == "n0"
    copy = folder / "copy.txt"
    copy.write_text(story(9))
    twice = run(record, str(copy), str(copy))
    assert [each.outcome for each in twice] == ["kept", "already kept"]
    assert len(record) == 4


def test_a_changed_text_is_a_new_version_also_in_one_run(record: Record, folder: Path) -> None:
    """The same id with another text names the version before it, and both stay."""
    path = folder / "a.jsonl"
    texts = [story(1), story(1) + " The board has since changed its mind.", story(1)]
    path.write_text("".join(json.dumps({"doc_id": "a", "text": t}) + "\n" for t in texts))
    found = run(record, str(path))
    assert [(each.document_id, each.outcome) for each in found[:2]] == [
        ("a", "kept"),
        ("a@2", "new version"),
    ]
    assert found[1].of == "a"
    assert record.document("a@2").version_of == "a"
    assert record.verify().is_sound


def test_a_file_that_goes_back_to_an_older_wording_has_changed_again(
    record: Record, folder: Path
) -> None:
    """An edit that is quietly taken back is two edits: each state is a version, in its order."""
    file, before, after = folder / "quay.txt", story(1), story(1) + " The council was not asked."
    found = []
    for text in (before, after, before, before, after):
        file.write_text(text)
        found += run(record, str(file))
    assert [each.outcome for each in found] == [
        "kept", "new version", "new version", "already kept", "new version",
    ]  # fmt: skip
    assert found[2].why is not None
    assert "again" in found[2].why
    versions = record.versions(found[0].document_id or "")
    assert [record.document(each).text for each in versions] == [before, after, before, after]


def test_a_page_saved_later_that_reads_as_before_has_gone_back(
    record: Record, folder: Path
) -> None:
    """Two saved copies added twice are no change, one saved after both were kept is."""
    page = (
        '<html><head><title>Quay</title><link rel="canonical" href="https://tarn.example/quay">'
        "</head><body><article><h1>Quay</h1><p>{}</p></article></body></html>"
    )
    before = "</p><p>".join(story(number) for number in range(9))
    for name, more in (("1.html", ""), ("2.html", " The council was not asked.")):
        (folder / name).write_text(page.format(before + more))
        os.utime(folder / name, (0, 0))
    first, second = run(record, str(folder))
    assert (first.outcome, second.outcome) == ("kept", "new version")
    assert [each.outcome for each in run(record, str(folder))] == ["already kept"] * 2
    (folder / "3.html").write_text(page.format(before))
    soon = time.time() + 60
    os.utime(folder / "3.html", (soon, soon))
    (back,) = run(record, str(folder / "3.html"))
    assert (back.outcome, back.document_id) == ("new version", f"{first.document_id}@3")


def test_a_file_of_many_may_hold_older_wordings(record: Record, folder: Path) -> None:
    """Of several texts under one id nobody knows which is the last, and adding twice adds once."""
    items = [{"doc_id": "quay", "text": story(1) + more} for more in ("", " Not so.")]
    path = folder / "all.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in items))
    assert [each.outcome for each in run(record, str(path))] == ["kept", "new version"]
    assert [each.outcome for each in run(record, str(path))] == ["already kept", "already kept"]


def test_many_are_read_in_other_processes_with_the_same_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process or three: the same report in the same order, and the same record."""
    monkeypatch.setattr(keeping, "PARALLEL_WORDS", 200)
    monkeypatch.setattr(keeping, "BATCH_WORDS", 150)
    monkeypatch.setattr(keeping, "COMMIT_WORDS", 400)
    path = lines(tmp_path / "a.jsonl", 40)
    with path.open("a") as more:
        more.write("not JSON\n")
        more.write(json.dumps({"doc_id": "n3", "text": story(3)}) + "\n")
    reports = []
    for workers in (1, 3):
        with open_record(tmp_path / f"{workers}.onix", create=True) as record:
            reports.append(run(record, str(path), workers=workers))
            assert len(record) == 40
            assert record.verify().is_sound
    assert reports[0] == reports[1]
    assert [each.outcome for each in reports[0][39:]] == ["kept", "left out", "already kept"]


def test_a_document_that_ends_its_process_is_left_out_alone(
    record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report names the one at fault and why; its twin too; the others are kept."""
    monkeypatch.setattr(keeping, "PARALLEL_WORDS", 100)
    path = folder / "a.jsonl"
    bad = {"doc_id": "bad", "text": "KILL ME. " + story(99)}
    items = [{"doc_id": f"n{n}", "text": story(n)} for n in range(4)]
    path.write_text("".join(json.dumps(item) + "\n" for item in [*items[:2], bad, bad, *items[2:]]))
    found = run(record, str(path), workers=2)
    assert [each.outcome for each in found] == [
        "kept",
        "kept",
        "left out",
        "left out",
        "kept",
        "kept",
    ]
    assert found[2].why is not None and "was killed (is there enough memory?)" in found[2].why
    assert found[3].why is not None and "the same document could not be read" in found[3].why


def test_stopping_keeps_what_was_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run closed in the middle, as by Ctrl-C, leaves everything reported in the record."""
    monkeypatch.setattr(keeping, "PARALLEL_WORDS", 200)
    monkeypatch.setattr(keeping, "BATCH_WORDS", 100)
    monkeypatch.setattr(keeping, "COMMIT_WORDS", 100)
    path = lines(tmp_path / "a.jsonl", 60)
    with open_record(tmp_path / "news.onix", create=True) as record:
        adding = add(record, [str(path)], workers=2, reader=light_reader)
        reported = [next(adding).document_id for _ in range(25)]
        adding.close()  # type: ignore[attr-defined]  # it is a generator
    with open_record(tmp_path / "news.onix") as record:
        assert set(reported) <= set(record.ids())
        assert len(record) < 60
        assert record.verify().is_sound


def test_progress_is_told(record: Record, folder: Path) -> None:
    """The total is counted beforehand where that is possible, and every document moves it on."""
    lines(folder / "a.jsonl", 3)
    (folder / "b.txt").write_text("")
    (folder / "c.jsonl.gz").write_bytes(b"\x1f\x8b broken")
    told: list[Progress] = []
    run(record, str(folder), on_progress=told.append)
    last = told[-1]
    assert (last.done, last.total, last.kept, last.left_out) == (5, 5, 3, 2)
    assert last.words == sum(len(story(n).split()) for n in range(3))
    assert any(each.current.endswith("b.txt") for each in told)
    run(record, "-", stdin=io.BytesIO(b""), on_progress=told.append)
    assert told[-1].total is None


def test_without_a_model_nothing_is_half_done(record: Record, folder: Path) -> None:
    """A missing model ends the run with its remedy."""
    with pytest.raises(MissingExtraError, match="pip install model"):
        run(record, str(lines(folder / "a.jsonl", 1)), reader=no_reader)
    assert len(record) == 0


def test_what_was_removed_stays_out_unless_wanted_again(record: Record, folder: Path) -> None:
    """A document that was taken out is not added back by accident."""
    path = lines(folder / "a.jsonl", 1)
    run(record, str(path))
    record.remove("n0", why="withdrawn")
    (left,) = run(record, str(path))
    assert left.outcome == "left out" and "withdrawn" in str(left.why)
    (kept,) = run(record, str(path), again=True)
    assert kept.outcome == "kept"


def test_what_is_special_is_said(record: Record, folder: Path) -> None:
    """A text that is not read, or looks cut off, is kept and says so."""
    path = folder / "a.jsonl"
    items = [
        {"doc_id": "fr", "text": story(1) + " RAISON D'ÉTAT."},
        {"doc_id": "cut", "text": story(2) + "\n\nSubscribe to continue reading"},
    ]
    path.write_text("".join(json.dumps(item) + "\n" for item in items))
    french, cut = run(record, str(path))
    assert french.outcome == cut.outcome == "kept"
    assert french.why == "kept and searchable, but not read: not English: fr"
    assert cut.why is not None and "looks cut off" in cut.why
