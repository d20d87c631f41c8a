"""A check is saved in one file, and everything in the file is proved again from the file alone."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onix.errors import InputError
from onix.intake import Raw, read_documents
from onix.jobs.add import add
from onix.jobs.check import check, read_draft
from onix.jobs.check.saved import digest, read_saved, save, saved, spans_in, written
from onix.jobs.proof import Proof, proof
from onix.model import Document
from onix.record import open_record
from tests.jobs.light import light_reader
from tests.verify.hearing import FILE, hearing

DRAFT = """# Bank and union

“The nurses were promised 11 percent in Odense,” said Sven Aalto, who leads the union.

“The loan to Nordhavn was repaid in 80 months,” Petra Holm said.

“Nobody in this country has ever seen a winter such as that,” Holm said.
"""
MADE = "2025-02-04T09:30:00+00:00"


@pytest.fixture(scope="module")
def value(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A draft checked against the hearing, as it is saved."""
    path = tmp_path_factory.mktemp("draft") / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    checked = check(read_draft(str(path)), against=[hearing()])
    return saved(checked, style="ap", made=MADE, named=["hearing.txt"])


def copy(value: dict[str, Any]) -> dict[str, Any]:
    """Give a copy that may be changed."""
    made: dict[str, Any] = json.loads(written(value))
    return made


def resealed(value: dict[str, Any]) -> bytes:
    """Give a changed check with a hash that fits, as somebody who means to deceive would."""
    return written({**value, "sha256": digest(value)})


def states(found: Proof) -> list[tuple[str, str]]:
    """Give what each line is about, with its state."""
    return [(each.about, each.state) for each in found.lines]


def test_the_file_has_all_that_a_colleague_needs(value: dict[str, Any]) -> None:
    """The draft, each finding, of each source where to get it, its hash and the passages."""
    assert value["format"] == "onix check"
    assert (value["style"], value["made"], value["against"]["named"]) == (
        "ap",
        MADE,
        ["hearing.txt"],
    )
    assert value["draft"]["text"].startswith("Bank and union\n")
    labels = [each["label"] for each in value["findings"]]
    assert labels == ["verbatim", "altered", "not_found"]
    (source,) = value["documents"]
    assert source["id"] == hearing().id
    assert source["published"] == "2025-02-03"
    assert source["raw_sha256"] == hearing().raw_sha256
    for passage in source["passages"]:
        assert hearing().text[passage["start"] : passage["end"]] == passage["text"]


def test_the_documented_way_gives_the_same_hash(
    value: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A colleague without Onix can tell that the file is whole."""
    page = Path(__file__).parents[2] / "docs/saved-checks.md"
    code = page.read_text(encoding="utf-8").partition("```python\n")[2].partition("```")[0]
    monkeypatch.chdir(tmp_path)
    Path("check.json").write_bytes(written(value))
    command = [sys.executable, "-c", code]
    subprocess.run(command, check=True)
    changed = written(value).replace(b"11 percent", b"12 percent", 1)
    Path("check.json").write_bytes(changed)
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


def test_every_field_of_the_file_is_explained(value: dict[str, Any]) -> None:
    """docs/saved-checks.md and docs/fields.md have a line for each key."""
    docs = Path(__file__).parents[2] / "docs"
    text = (docs / "saved-checks.md").read_text(encoding="utf-8")
    text += (docs / "fields.md").read_text(encoding="utf-8")

    def keys(found: object) -> set[str]:
        if isinstance(found, dict):
            return set(found).union(*map(keys, found.values()))
        return set().union(*map(keys, found)) if isinstance(found, list) else set()

    assert {each for each in keys(value) if f"`{each}`" not in text} == set()


def test_every_span_of_a_finding_stands_in_a_passage_with_words_around(
    value: dict[str, Any],
) -> None:
    """So that a person can judge the words without the source."""
    passages = value["documents"][0]["passages"]
    spans = [span for finding in value["findings"] for span in spans_in(finding)]
    assert spans
    for span in spans:
        (around,) = [
            each
            for each in passages
            if each["start"] <= span["start"] and span["end"] <= each["end"]
        ]
        assert span["text"] in around["text"]
        assert len(around["text"]) >= len(span["text"]) + 200


def test_without_sources_the_file_proves_itself(value: dict[str, Any]) -> None:
    """What needs the source is said to need it, and nothing more is asked."""
    found = proof(written(value), "check.json")
    assert states(found)[:5] == [
        ("file", "proved"),
        ("draft", "proved"),
        ("quotation 1", "proved"),
        ("quotation 2", "proved"),
        ("quotation 3", "proved"),
    ]
    assert {each.state for each in found.lines[5:]} == {"unknown"}
    assert found.is_proved
    assert not found.with_documents


def test_of_what_was_not_found_the_closest_stands_in_the_passage(tmp_path: Path) -> None:
    """Its own words stand in the draft alone."""
    path = tmp_path / "draft.md"
    path.write_text("“The nurses were promised cake in June,” said Sven Aalto.", encoding="utf-8")
    checked = check(read_draft(str(path)), against=[hearing()])
    made = saved(checked, style="ap", made=MADE, named=["hearing.txt"])
    assert made["findings"][0]["label"] == "not_found"
    says = next(e.says for e in proof(written(made), "c").lines if e.about == "quotation 1")
    assert says == "its words stand in the draft, the closest in the passage; judged not found"


def test_with_its_source_everything_is_proved(value: dict[str, Any]) -> None:
    """Passages stand where they are said to, the bytes are the same, “altered” is judged again."""
    found = proof(written(value), "check.json", against=[hearing()])
    assert {each.state for each in found.lines} == {"proved"}
    said = " ".join(each.says for each in found.lines)
    assert "so have the bytes it was read from" in said
    assert "judged again by what it cites: altered" in said


def test_the_same_text_under_another_id_proves_it_too(value: dict[str, Any]) -> None:
    """A colleague's record may know the transcript by another name; its hash tells."""
    other = tuple(
        replace(turn, span=replace(turn.span, document_id="other")) for turn in hearing().turns
    )
    found = proof(
        written(value), "check.json", against=[replace(hearing(), id="other", turns=other)]
    )
    assert found.is_proved
    assert ("quotation 2", "proved") in states(found)[5:]  # judged again, speakers and all
    bare = replace(hearing(), id="other", turns=(), raw_sha256=None)
    said = [each.says for each in proof(written(value), "check.json", against=[bare]).lines]
    assert "its text has the hash that is named" in said


def test_a_source_that_is_not_given_leaves_the_proof_open(value: dict[str, Any]) -> None:
    """Who names sources asks for all of it."""
    found = proof(written(value), "check.json", against=[Document("x", "article", "Else.")])
    assert not found.is_proved
    assert ("document", "unknown") in states(found)


@given(st.data())
@settings(max_examples=60)
def test_any_byte_that_is_changed_shows(value: dict[str, Any], data: st.DataObject) -> None:
    """Wherever in the file it is: it cannot be read, or it is not proved."""
    whole = written(value)
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[at]))
    try:
        found = proof(whole[:at] + bytes([other]) + whole[at + 1 :], "check.json")
    except InputError:
        return
    assert not found.is_proved


def _wrong_words(value: dict[str, Any]) -> None:
    value["documents"][0]["passages"][0]["text"] = (
        "x" + value["documents"][0]["passages"][0]["text"][1:]
    )


def _wrong_draft(value: dict[str, Any]) -> None:
    value["draft"]["text"] += " More."


def _wrong_place(value: dict[str, Any]) -> None:
    value["findings"][0]["claim"]["start"] += 1


def _wrong_evidence(value: dict[str, Any]) -> None:
    value["findings"][0]["evidence"][0]["text"] = "The nurses were promised 12 percent in Odense"


def _wrong_passage(value: dict[str, Any]) -> None:
    for passage in value["documents"][0]["passages"]:
        passage["start"] += 1


def _placeless_difference(value: dict[str, Any]) -> None:
    value["findings"][0]["differences"].append({"quote": {"start": -1, "end": 5, "text": "x"}})


def _wrong_label(value: dict[str, Any]) -> None:
    value["findings"][1]["label"] = "verbatim"


def _wrong_difference(value: dict[str, Any]) -> None:
    value["findings"][1]["differences"][0]["quote"]["text"] = "90"


@pytest.mark.parametrize(
    ("change", "about"),
    [
        (_wrong_words, "passage"),
        (_wrong_draft, "draft"),
        (_wrong_place, "quotation 1"),
        (_wrong_evidence, "quotation 1"),
        (_wrong_passage, "quotation 1"),
        (_placeless_difference, "quotation 1"),
        (_wrong_label, "quotation 2"),
        (_wrong_difference, "quotation 2"),
    ],
)
def test_who_mends_the_hash_is_found_out_by_the_rest(
    value: dict[str, Any], change: Callable[[dict[str, Any]], None], about: str
) -> None:
    """Hashes of draft and passages, offsets and words bear one another out."""
    made = copy(value)
    change(made)
    found = proof(resealed(made), "check.json")
    assert states(found)[0] == ("file", "proved")
    assert (about, "not proved") in states(found)


def test_a_judgement_that_the_source_does_not_bear_out_is_found(value: dict[str, Any]) -> None:
    """“Trimmed” for what is altered is consistent in itself, and is found by judging again."""
    made = copy(value)
    made["findings"][1]["label"] = "trimmed"
    assert proof(resealed(made), "check.json").is_proved
    found = proof(resealed(made), "check.json", against=[hearing()])
    assert ("quotation 2", "not proved") in states(found)


def test_a_passage_that_never_stood_there_is_found(value: dict[str, Any]) -> None:
    """The document is the right one, and the passage is not in it."""
    made = copy(value)
    _wrong_passage(made)
    found = proof(resealed(made), "check.json", against=[hearing()])
    assert ("document", "proved") in states(found)
    assert any("has other words there" in each.says for each in found.lines)


def test_another_layout_of_the_same_content_is_said(value: dict[str, Any]) -> None:
    """A file that another program wrote anew is not the file that was saved."""
    found = proof(json.dumps(value).encode(), "check.json")
    assert found.lines[0].state == "not proved"
    assert "not laid out as Onix wrote it" in found.lines[0].says


def moved(text: str) -> Document:
    """Give the hearing with another text, under the same id."""
    raw = Raw("hearing.txt", text.encode())
    (found,) = read_documents(raw, format="transcript", published="2025-02-03")
    assert isinstance(found, Document)
    return Document(hearing().id, "transcript", found.text, address=found.address)


def test_a_passage_that_moved_is_told_from_one_that_changed(value: dict[str, Any]) -> None:
    """The source is another one now; where its words went is said."""
    text = hearing().text
    for other, says in (
        ("A line more.\n" + text, "it stands at"),
        (text.replace("11 percent", "12 percent"), "does not stand like this"),
        (text + "\nA line more.", "other words of that have changed"),
    ):
        found = proof(written(value), "check.json", against=[moved(other)])
        assert ("document", "not proved") in states(found)
        assert any(says in each.says for each in found.lines if each.about == "passage"), says


def test_a_source_in_another_folder_goes_by_its_file(value: dict[str, Any]) -> None:
    """A file that was changed has another id; one of another name may be any other."""
    text = hearing().text.replace("11 percent", "12 percent")
    for name, state in ((f"elsewhere/{FILE.name}", "not proved"), ("other.txt", "unknown")):
        other = Document("d", "transcript", text, address=name)
        found = proof(written(value), "check.json", against=[other])
        assert ("document", state) in states(found)
    assert any("nothing that is given has its text" in each.says for each in found.lines)


def test_another_draft_is_told_with_what_still_stands(
    value: dict[str, Any], tmp_path: Path
) -> None:
    """Who edits on after the check is told how many quotations are as they were."""
    same, other = tmp_path / "same.md", tmp_path / "other.md"
    same.write_text(DRAFT, encoding="utf-8")
    other.write_text(DRAFT.replace("80 months", "81 months"), encoding="utf-8")
    found = proof(written(value), "check.json", draft=read_draft(str(same)))
    assert ("draft", "not proved") not in states(found)
    found = proof(written(value), "check.json", draft=read_draft(str(other)))
    (line,) = [each for each in found.lines if each.state == "not proved"]
    assert "2 of 3 quotations stand in it" in line.says


def test_a_record_has_the_source_and_its_newer_versions(
    value: dict[str, Any], tmp_path: Path
) -> None:
    """The version that was checked proves it; that there is a newer one is said besides."""
    changed = tmp_path / "hearing.txt"
    with open_record(tmp_path / "news.onix", create=True) as record:
        list(add(record, [str(FILE)], reader=light_reader, workers=1, format="transcript"))
        found = proof(written(value), "check.json", record=record)
        assert found.is_proved
        assert found.notes == ()
        (id,) = record.ids()
        text = record.document(id).text.replace("11 percent", "12 percent")
        changed.write_text(json.dumps({"doc_id": id, "text": text}), encoding="utf-8")
        moved_to = changed.with_suffix(".jsonl")
        changed.rename(moved_to)
        list(add(record, [str(moved_to)], reader=light_reader, workers=1))
        found = proof(written(value), "check.json", record=record)
    assert found.is_proved
    assert "has a newer version" in found.notes[0]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"{", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[1]", 'no "format"'),
        (b'{"format": "onix check", "layout": 99, "onix": "9.1"}', "saved by a newer Onix (9.1)"),
        (b'{"format": "onix check", "layout": "one"}', "its layout is 'one'"),
        (b'{"format": "onix check", "layout": 1}', "has no made"),
    ],
)
def test_what_is_no_saved_check_is_refused_in_words(data: bytes, says: str) -> None:
    """A newer layout names the way out, everything else what is wrong."""
    with pytest.raises(InputError, match=r"check\.json") as caught:
        read_saved(data, "check.json")
    assert says in str(caught.value)


def _without_findings(value: dict[str, Any]) -> None:
    del value["findings"]


def _with_a_wordless_finding(value: dict[str, Any]) -> None:
    del value["findings"][0]["claim"]["text"]


def _with_a_placeless_span(value: dict[str, Any]) -> None:
    value["findings"][0]["evidence"][0]["start"] = "here"


def _with_a_hash_that_is_none(value: dict[str, Any]) -> None:
    value["documents"][0]["text_sha256"] = "zz"


@pytest.mark.parametrize(
    "change",
    [
        _without_findings,
        _with_a_wordless_finding,
        _with_a_placeless_span,
        _with_a_hash_that_is_none,
    ],
)
def test_a_file_with_parts_missing_is_refused(
    value: dict[str, Any], change: Callable[[dict[str, Any]], None]
) -> None:
    """Never a traceback, whatever is in it."""
    made = copy(value)
    change(made)
    with pytest.raises(InputError, match="is not a saved check"):
        proof(json.dumps(made).encode(), "check.json")


@pytest.mark.parametrize("depth", range(900, 1100, 20))
def test_a_file_nested_deeply_is_refused_or_proved(value: dict[str, Any], depth: int) -> None:
    """Wherever reading ends, it ends in words."""
    nested = "[" * depth + "]" * depth
    data = written(value).replace(b'"severity"', f'"deep": {nested}, "severity"'.encode(), 1)
    try:
        assert not proof(data, "check.json").is_proved
    except InputError as error:
        assert "is not a saved check" in str(error)


def test_only_a_draft_can_be_saved() -> None:
    """Claims have no text for their offsets to stand in."""
    checked = check([], against=[hearing()])
    with pytest.raises(InputError, match="Only the check of a draft"):
        saved(checked, style="ap", made=MADE)


def test_nothing_but_a_saved_check_is_written_over(value: dict[str, Any], tmp_path: Path) -> None:
    """A slip of the hand costs no manuscript; a check saved before is replaced."""
    path = tmp_path / "check.json"
    save(value, path)
    save(value, path)
    assert path.read_bytes() == written(value)
    path.write_text("My manuscript", encoding="utf-8")
    with pytest.raises(InputError, match="is no saved check"):
        save(value, path)
    assert path.read_text(encoding="utf-8") == "My manuscript"
    with pytest.raises(InputError, match="Could not write"):
        save(value, tmp_path / "gone" / "check.json")
    with pytest.raises(InputError, match="is no saved check"):
        save(value, Path("/dev/zero"))  # which has no end that it could be read to


def test_half_a_character_can_be_saved_and_proved() -> None:
    """JSON from elsewhere may hold half a surrogate pair; the file is UTF-8 all the same."""
    draft = Document("d", "draft", "“The winter will be hard, he said” \ud83d")
    from onix.jobs.check.checked import Checked

    data = written(saved(Checked((), draft=draft), style="ap", made=MADE))
    assert data.decode("utf-8")
    assert proof(data, "check.json").is_proved
