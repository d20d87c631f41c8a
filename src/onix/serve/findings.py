"""A draft as its page shows it: its paragraphs, and beside each what was found in it.

In: what became of a check. Out: rows of pieces, numbered findings, and the files to save. Whatever
kind of claim and label a check gives is shown; nothing here knows them by name.
"""

from __future__ import annotations

import base64
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onix.jobs.check.checked import Checked, Finding
from onix.jobs.check.files import checked_json, sarif
from onix.jobs.check.files import page as mailed
from onix.jobs.check.saying import as_drafted, described, is_in_order, is_quiet, place_of
from onix.jobs.check.styles import SEVERITIES, Severity
from onix.model import Document, Evidence, Span, Verdict
from onix.serve.drawing import Drawn, Line, Piece, drawn, lines, pieces
from onix.serve.linking import place

# Never by colour alone: a sign and a word stand for each.
SIGNS: dict[Severity, str] = {"ok": "✓", "note": "i", "warning": "!", "error": "✕"}
PLURALS: dict[Severity, str] = {
    "ok": "in order",
    "note": "notes",
    "warning": "warnings",
    "error": "errors",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: in pieces, said in words, and linked where the record holds them."""

    evidence: Evidence
    pieces: list[Piece]
    says: str
    address: str | None
    unsure: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding; the first is number 1."""

    number: int
    finding: Finding
    written: list[Piece]
    changes: list[str]
    places: list[Place]

    @property
    def verdict(self) -> Verdict:
        """What the material says."""
        return self.finding.verdict

    @property
    def severity(self) -> Severity:
        """How grave the house finds it."""
        return self.finding.severity

    @property
    def label(self) -> str:
        """The label in words."""
        return self.verdict.label.replace("_", " ")

    @property
    def kind(self) -> str:
        """The kind of claim in words."""
        return self.verdict.claim.kind.replace("_", " ")

    @property
    def is_found(self) -> bool:
        """Do the places bear on the claim, and are not only the closest there is?"""
        return not self.verdict.label.startswith("not_")


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs of the draft, with what was found in the last of them."""

    paragraphs: list[list[Piece]]
    findings: list[Shown]


def rows(checked: Checked, known: Collection[str]) -> list[Row]:
    """Give the draft in rows.

    Args:
        known: Ids of documents that the record holds, to which links can lead.
    """
    cited = {each.id: each for each in checked.cited}
    shown = [
        _shown(number, each, known, cited) for number, each in enumerate(checked.findings, start=1)
    ]
    text = "" if checked.draft is None else checked.draft.text
    marks = [_mark(each) for each in shown]
    waiting = list(shown)
    found: list[Row] = []
    paragraphs: list[list[Piece]] = []
    for line, cut in drawn(lines(text), marks):
        paragraphs.append(cut)
        here = _before(line, waiting)
        if here:
            found.append(Row(paragraphs, here))
            waiting, paragraphs = waiting[len(here) :], []
    if paragraphs or waiting:
        found.append(Row(paragraphs, waiting))
    return found


def _before(line: Line, waiting: Sequence[Shown]) -> list[Shown]:
    """Give the findings on words that begin before a line ends."""
    return [each for each in waiting if each.verdict.claim.start < line.end]


def _mark(shown: Shown) -> Drawn:
    claim = shown.verdict.claim
    return Drawn(
        claim.start,
        max(claim.end, claim.start + 1),
        f"claim is-{shown.severity}",
        note=shown.number,
        is_last=True,
    )


def _shown(
    number: int, finding: Finding, known: Collection[str], cited: Mapping[str, Document]
) -> Shown:
    verdict = finding.verdict
    changed = [
        Drawn(each.start, each.end, "changed")
        for each in verdict.differences
        if each.end > each.start and each.kind != "speaker"
    ]
    return Shown(
        number,
        finding,
        pieces(verdict.claim.text, changed),
        described(verdict),
        [
            _place(each, verdict, known, cited.get(each.span.document_id))
            for each in verdict.evidence
        ],
    )


def _place(
    value: Evidence, verdict: Verdict, known: Collection[str], document: Document | None
) -> Place:
    said = [each.source for each in verdict.differences if each.source is not None]
    changed = [_drawn(each) for each in said if value.span.covers(each)]
    return Place(
        value,
        pieces(value.span.text, changed, start=value.span.start),
        place_of(value, verdict.claim.kind, document),
        place(value.span) if value.span.document_id in known else None,
        as_drafted(value, verdict),
    )


def _drawn(span: Span) -> Drawn:
    return Drawn(span.start, span.end, "changed")


def counts(checked: Checked) -> list[tuple[Severity, str, int]]:
    """Give how many findings are how grave, the gravest first; those that there are none of not."""
    found = Counter(each.severity for each in checked.findings)
    return [
        (each, PLURALS[each] if found[each] > 1 or each == "ok" else each, found[each])
        for each in reversed(SEVERITIES)
        if found[each]
    ]


def quiet(checked: Checked) -> str | None:
    """Say how many facts nobody need look at; None when there are none."""
    facts = [each.verdict for each in checked.findings if is_quiet(each.verdict)]
    borne_out = sum(map(is_in_order, facts))
    said = [
        f"{borne_out} as the record has them" if borne_out else "",
        f"{len(facts) - borne_out} not in the record" if borne_out < len(facts) else "",
    ]
    return f"Names, figures and dates besides: {', '.join(filter(None, said))}." if facts else None


def documents_of(checked: Checked) -> set[str]:
    """Give the ids of the documents in which words were found."""
    return {one.span.document_id for each in checked.findings for one in each.verdict.evidence}


def files(checked: Checked, name: str, style: str) -> Iterator[tuple[str, str, str]]:
    """Give name of the form, name of the file and the file itself as a `data:` address.

    The draft is kept nowhere, so what can be saved is in the page itself.
    """
    stem = name.rpartition(".")[0] or name
    text = "" if checked.draft is None else checked.draft.text
    yield "HTML", f"{stem}.check.html", _data("text/html", mailed(checked, name, style))
    for form, end, value in _json(checked, name, text):
        whole = json.dumps(value, ensure_ascii=False, indent=1)
        yield form, f"{stem}.{end}", _data("application/json", whole)


def _json(checked: Checked, name: str, text: str) -> Iterable[tuple[str, str, dict[str, Any]]]:
    yield "SARIF", "sarif", sarif(checked, name, text)
    yield "JSON", "check.json", checked_json(checked)


def _data(media_type: str, text: str) -> str:
    packed = base64.b64encode(text.encode("utf-8", errors="replace")).decode("ascii")
    return f"data:{media_type};charset=utf-8;base64,{packed}"
