"""A draft on its page: each finding beside its words, whatever kind and label it has."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from onix.jobs.check.checked import Checked, Finding
from onix.jobs.check.styles import Severity
from onix.model import Claim, Difference, Document, Evidence, Verdict
from onix.serve import findings

TEXT = "A first line.\n\nAnn Lee spoke. “All is well,” she said, and “it ends now.”\n\nThe end.\n"
DRAFT = Document("draft", "draft", TEXT)
TAPE = Document("tape", "transcript", "All was well and it ends then. Good night.")


def found(
    words: str,
    label: Any = "verbatim",
    *,
    kind: Any = "quote",
    severity: Severity = "ok",
    **more: Any,
) -> Finding:
    """Give a finding on words of the draft."""
    claim = Claim(kind, words, "Ann Lee", TEXT.index(words))
    return Finding(Verdict(claim, label, "why", **more), severity)


def text_of(pieces: Any) -> str:
    """Give what pieces say together."""
    return "".join(each.text for each in pieces)


def test_a_finding_stands_beside_the_paragraph_of_its_words() -> None:
    """Lines without findings go with the next that has some; the last stand alone."""
    rows = findings.rows(Checked((found("All is well"), found("it ends now")), draft=DRAFT), ())
    assert [len(each.findings) for each in rows] == [2, 0]
    assert [text_of(each) for each in rows[0].paragraphs] == TEXT.split("\n\n")[:2]
    assert [text_of(each) for each in rows[1].paragraphs] == ["The end."]
    marked = [each for each in rows[0].paragraphs[1] if each.marks]
    assert [(each.text, each.notes) for each in marked] == [
        ("All is well", [1]),
        ("it ends now", [2]),
    ]


def test_a_draft_without_findings_is_shown_whole() -> None:
    """Nothing to check is no empty page."""
    (row,) = findings.rows(Checked((), draft=DRAFT), ())
    assert len(row.paragraphs) == 3 and not row.findings


def test_what_differs_is_set_apart_on_both_sides() -> None:
    """The words of the draft and those of the tape, and the place is linked if it is held."""
    said = TAPE.span(4, 7)
    changed = Difference("word", 4, 6, "is", said)
    there = Evidence(TAPE.span(0, 12), "Ann Lee", begins=62.0)
    one = found(
        "All is well", "altered", severity="error", evidence=(there,), differences=(changed,)
    )
    (row, _) = findings.rows(Checked((one,), draft=DRAFT), {"tape"})
    (shown,) = row.findings
    assert [each.text for each in shown.written if each.marks] == ["is"]
    (place,) = shown.places
    assert [each.text for each in place.pieces if each.marks] == ["was"]
    assert place.address and place.address.startswith("/documents/tape?") and "1:02" in place.says
    (elsewhere, _) = findings.rows(Checked((one,), draft=DRAFT), ())
    assert elsewhere.findings[0].places[0].address is None


@pytest.mark.parametrize(
    ("kind", "label", "is_found"),
    [
        ("figure", "contradicted", True),
        ("hedge", "not_in_the_record", False),
        ("new_kind", "odd", True),
    ],
)
def test_labels_and_kinds_are_shown_as_they_come(kind: str, label: str, is_found: bool) -> None:
    """Kinds, labels and differences that the page knows nothing of are said in their own words."""
    changed: Any = Difference("upside_down", 0, 3, "All", TAPE.span(0, 3))  # type: ignore[arg-type] # as it may come
    one = found("All is well", label, kind=kind, severity="warning", differences=(changed,))
    (row, _) = findings.rows(Checked((one,), draft=DRAFT), ())
    (shown,) = row.findings
    assert (shown.kind, shown.label) == (kind.replace("_", " "), label.replace("_", " "))
    assert shown.is_found is is_found
    assert shown.changes[0].startswith("upside_down: ")


def test_the_gravest_are_counted_first() -> None:
    """Each severity that there is, with how many, in words that fit the number."""
    grave: list[Severity] = ["ok", "error", "note", "error"]
    checked = Checked(tuple(found("All is well", severity=each) for each in grave), draft=DRAFT)
    assert findings.counts(checked) == [
        ("error", "errors", 2),
        ("note", "note", 1),
        ("ok", "in order", 1),
    ]


def test_files_are_in_the_page() -> None:
    """What can be saved holds the findings, in three forms, by the name of the draft."""
    checked = Checked((found("All is well", "altered", severity="error"),), draft=DRAFT)
    made = {
        form: (name, address)
        for form, name, address in findings.files(checked, "my.draft.md", "ap")
    }
    assert [name for name, _ in made.values()] == [
        "my.draft.check.html", "my.draft.sarif", "my.draft.check.json",
    ]  # fmt: skip
    decoded = base64.b64decode(made["JSON"][1].partition("base64,")[2])
    assert json.loads(decoded)["findings"][0]["label"] == "altered"
