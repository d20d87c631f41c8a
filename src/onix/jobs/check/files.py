"""What became of a draft, for other programs and for the mail: JSON, SARIF and an HTML page.

Comes in: `Checked`. Goes out: JSON in the wire format or as SARIF 2.1.0 has it, or one page that
needs nothing else: the draft's words left, the tape's right, differences in colour and in words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import Any
from urllib.parse import quote

from rapidfuzz.distance import Prefix

from onix import __version__, wire
from onix.jobs.check.checked import Checked, Finding
from onix.jobs.check.saying import (
    as_drafted,
    described,
    is_in_order,
    place_of,
    reason_of,
    source_of,
    summed,
)
from onix.jobs.plain import clean
from onix.jobs.text_links import iri, text_link
from onix.model import Claim, Document, Evidence, Span, Verdict

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_NO_LETTER = re.compile(r"[\W_]+")
_AROUND = 60  # characters on either side by which words that stand often are told apart
_LEVELS = {"ok": "none", "note": "note", "warning": "warning", "error": "error"}
_STYLE = """
body { font: 16px/1.5 Georgia, serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
td, th { vertical-align: top; padding: .6rem; border-top: 1px solid #bbb; text-align: left }
td { width: 50% }
ins { background: #fde2d2 } del { background: #d8ecd9; text-decoration: none; font-weight: bold }
small, ul { color: #444 } .error, .warning { font-weight: bold }
"""


def checked_json(checked: Checked) -> dict[str, Any]:
    """Give the draft, its findings and how many quotations have each label."""
    return {
        "document": None if checked.draft is None else wire.document(checked.draft),
        "findings": findings_json(checked),
        "counts": dict(Counter(each.verdict.label for each in checked.findings)),
        "notes": list(checked.notes),
        "looked_at": checked.looked_at,
    }


def findings_json(checked: Checked) -> list[dict[str, Any]]:
    """Give each finding with how grave the house finds it."""
    return [wire.verdict(each.verdict, severity=each.severity) for each in checked.findings]


def sarif(checked: Checked, address: str, written: str) -> dict[str, Any]:
    """Give the findings that are not in order as one SARIF run.

    Args:
        address: Of the draft.
        written: What the draft's file holds, where lines are counted; where a quotation does not
            stand in it as it was read (DOCX), it is given without a line.
    """
    labels = sorted({each.verdict.label for each in checked.findings})
    cited = {each.id: each for each in checked.cited}
    return {
        "$schema": SARIF,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "onix check",
                        "version": __version__,
                        "rules": [{"id": each} for each in labels],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(each, address, written, checked.draft, cited)
                    for each in checked.findings
                    if each.severity != "ok"
                ],
            }
        ],
    }


def _result(
    finding: Finding,
    address: str,
    written: str,
    draft: Document | None,
    cited: dict[str, Document],
) -> dict[str, Any]:
    verdict, claim = finding.verdict, finding.verdict.claim
    is_new = verdict.label == "not_in_record"  # which its reason says, too
    said = [f"{claim.kind if is_new else verdict.label.replace('_', ' ')}: {reason_of(verdict)}"]
    said += [f"{each}." for each in described(verdict)]
    if verdict.evidence:
        span = verdict.evidence[0].span
        where = source_of(verdict, cited.get(span.document_id)).capitalize()
        said.append(f"{where}: “{clean(span.text)}”")
    region: dict[str, Any] = {"snippet": {"text": claim.text}}
    at = _at(claim, draft, written)
    if at is not None:
        before = written[:at]
        region |= {
            "startLine": before.count("\n") + 1,
            "startColumn": at - before.rfind("\n"),
            "charOffset": at,
            "charLength": len(claim.text),
        }
    related = [
        {"id": number, **_related(each, verdict.claim.kind, cited[each.span.document_id])}
        for number, each in enumerate(verdict.evidence)
        if each.span.document_id in cited
    ]
    return {
        "ruleId": verdict.label,
        "level": _LEVELS[finding.severity],
        "message": {"text": " ".join(said)},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": address}, "region": region}}
        ],
        **({"relatedLocations": related} if related else {}),
    }


def _at(claim: Claim, draft: Document | None, written: str) -> int | None:
    """Give where the words of a claim stand in a file; where they do often, with most around them.

    A file has more than was read of it: markup, a title, what stands before the text.
    """
    places = [each.start() for each in re.finditer(re.escape(claim.text), written)]
    if draft is None or len(places) < 2:
        return places[0] if places else None

    def around(text: str, start: int) -> tuple[str, str]:
        end = start + len(claim.text)
        before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        return _NO_LETTER.sub("", before)[::-1], _NO_LETTER.sub("", behind)

    def shared(at: int) -> int:
        pairs = zip(around(draft.text, claim.start), around(written, at), strict=True)
        return sum(Prefix.similarity(*pair) for pair in pairs)

    return max(places, key=shared)


def _related(evidence: Evidence, kind: str, document: Document) -> dict[str, Any]:
    """Give where the words stand; of a web page the link leads to the very words."""
    span = evidence.span
    link = _link(evidence, document)
    address = link or document.address or f"urn:onix:{quote(document.id)}"
    return {
        "message": {"text": clean(place_of(evidence, kind, document))},
        "physicalLocation": {
            "artifactLocation": {"uri": address if iri(address) else quote(address)},
            "region": {
                "charOffset": span.start,
                "charLength": span.end - span.start,
                "snippet": {"text": span.text},
            },
        },
    }


def _link(evidence: Evidence, document: Document) -> str | None:
    return text_link(document.address, document.text, evidence.span.start, evidence.span.end)


def page(checked: Checked, title: str, style: str) -> str:
    """Give the page: a row a finding, what is not the same marked on both sides and in words.

    Facts that are in order have none.

    Args:
        style: The house by whose style the findings are grave.
    """
    cited = {each.id: each for each in checked.cited}
    shown_findings = [each for each in checked.findings if not is_in_order(each.verdict)]
    rows = "\n".join(_row(each, cited) for each in shown_findings)
    notes = "".join(f"<p>{escape(clean(each))}</p>" for each in checked.notes)
    total = f"<p>{escape(summed(checked, style))}</p>\n" if checked.findings else ""
    shown = escape(clean(title))
    return (
        "<!doctype html>\n"
        f'<html lang="en"><head><meta charset="utf-8"><title>What was checked in {shown}</title>'
        f"<style>{_STYLE}</style></head><body><h1>What was checked in {shown}</h1>\n"
        f"{total}"
        f"<table><thead><tr><th>The draft has</th><th>Was said, or is in the record</th></tr>"
        f"</thead><tbody>\n{rows}\n"
        f"</tbody></table>{notes}</body></html>\n"
    )


def _row(finding: Finding, cited: dict[str, Document]) -> str:
    verdict = finding.verdict
    claim = verdict.claim
    marks = [(each.start, each.end) for each in verdict.differences if each.end > each.start]
    left = [f"<p>“{_marked(claim.text, marks, 'ins')}”</p>"]
    if claim.speaker:
        left.append(f"<small>said to be {escape(clean(claim.speaker))}’s</small>")
    said = f"{finding.severity}: {verdict.label.replace('_', ' ')}, {clean(reason_of(verdict))}"
    left.append(f'<p class="{finding.severity}">{escape(said)}</p>')
    changes = "".join(f"<li>{escape(each)}</li>" for each in described(verdict))
    left.append(f"<ul>{changes}</ul>" if changes else "")
    return f"<tr><td>{''.join(left)}</td><td>{''.join(_said(verdict, cited))}</td></tr>"


def _said(verdict: Verdict, cited: dict[str, Document]) -> Iterator[str]:
    if verdict.label == "not_found" and verdict.evidence:
        yield "<small>The closest passage:</small>"
    sources = [each.source for each in verdict.differences if each.source is not None]
    for each in verdict.evidence:
        marks = [_within(source, each.span) for source in sources if each.span.covers(source)]
        yield f"<p>“{_marked(each.span.text, marks, 'del')}”</p>"
        place = _place(each, verdict.claim.kind, cited.get(each.span.document_id))
        yield f"<small>{place}</small>"
        if each.continues is not None and verdict.label != "not_found":
            words = escape(clean(each.continues.text))
            yield f"<p><small>The source continues: “{words}”</small></p>"
        if said := as_drafted(each, verdict):
            yield f"<p><small>{escape(clean(said))}</small></p>"


def _place(evidence: Evidence, kind: str, document: Document | None) -> str:
    """Give where the words stand, as a link to them where that is a page of the web."""
    shown = escape(clean(place_of(evidence, kind, document)))
    link = None if document is None else _link(evidence, document)
    if link is None:
        return shown
    return f'<a href="{escape(link)}" rel="noopener noreferrer">{shown}</a>'


def _within(span: Span, whole: Span) -> tuple[int, int]:
    return span.start - whole.start, span.end - whole.start


def _marked(text: str, marks: list[tuple[int, int]], tag: str) -> str:
    """Give the text as HTML with the marked parts in a tag; parts that overlap are one."""
    found, at = [], 0
    for start, end in sorted(marks):
        if end <= at:
            continue
        start = max(start, at)
        found.append(escape(clean(text[at:start])) if start > at else "")
        found.append(f"<{tag}>{escape(clean(text[start:end]))}</{tag}>")
        at = end
    return "".join(found) + escape(clean(text[at:]))
