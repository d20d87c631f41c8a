"""`onix watch`: saved checks, run again when a document that they cite gets a new version.

In: a record with checks to watch. Out: for each whose documents have changed, what was and what is
now, quotation by quotation. Both sides are judged here and today, by the older versions and by the
newest, so that only an edit makes a difference and never a newer Onix.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onix.errors import InputError
from onix.intake.addresses import is_web_address
from onix.jobs.check import check_again
from onix.jobs.check.checked import Finding
from onix.jobs.check.saved import claims_of, located
from onix.jobs.check.styles import rules_of
from onix.jobs.edits import Edit, edits
from onix.model import Claim, Document, Span
from onix.record import Record, State, WatchedCheck

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Watching:
    """A check that is watched, with the documents it goes by and the titles of those not there."""

    check: WatchedCheck
    documents: tuple[Document, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """A document that a check cites, as it was then and as it is now, and the words changed.

    Attributes:
        states: All its versions from the one to the other, with when each was seen.
    """

    before: Document
    after: Document
    edits: tuple[Edit, ...]
    states: tuple[State, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """A quotation of a watched check whose source says something else now.

    Attributes:
        number: Of the quotation in the check, from 1.
        edits: What was changed in the very words it goes back to; none where that is elsewhere.
    """

    number: int
    claim: Claim
    was: Finding
    now: Finding
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a watched check.

    Attributes:
        edited: The documents that have changed since it was made.
        changed: The quotations that this bears on; all others stand as they were.
        gone: Documents that were taken out of the record, so that nothing can be said.
        unchanged: How many of the quotations found in them stand as they were.
    """

    check: WatchedCheck
    edited: tuple[Edited, ...]
    changed: tuple[Changed, ...]
    gone: tuple[str, ...] = ()
    unchanged: int = 0


def add(record: Record, saved: JSON, name: str, *, added: str) -> Watching:
    """Watch a saved check from now on; once this returns it is durable.

    Args:
        saved: As `read_saved` gives it.
        added: ISO date-time in UTC.

    Raises:
        InputError: The record has none of the documents it cites, the name is taken, or this Onix
            does not know its house style.
    """
    rules_of(saved["style"])
    kept: list[JSON] = []
    missing: list[str] = []
    for cited in saved["documents"]:
        if located(record, cited):
            kept.append(
                {each: cited.get(each) for each in ("id", "title", "address", "text_sha256")}
            )
        else:
            missing.append(_title(cited))
    if not kept:
        raise InputError(
            f"The record {record.path} has no document that the check cites "
            f"({', '.join(missing) or 'none'}), so there is nothing to watch. "
            "Keep them in it first, with: onix add FILE"
        )
    about = {
        "sha256": saved["sha256"],
        "made": saved["made"],
        "style": saved["style"],
        "weak": saved["weak"],
        "draft": {each: saved["draft"].get(each) for each in ("title", "address", "id")},
        "published": saved["draft"].get("published"),
        "claims": [each["claim"] for each in saved["findings"]],
        "documents": kept,
    }
    check = WatchedCheck(name, added, json.dumps(about, ensure_ascii=False))
    for other in record.watched():
        if other.name == name:
            if json.loads(other.about)["sha256"] != saved["sha256"]:
                raise InputError(
                    f"Another check is watched as {name}. Give this one a name with --name, or "
                    f"take the other out: onix watch remove {name!r}"
                )
            check = other  # what was reported of it stays reported
    record.watch(check)
    return replace(_watching(record, check), missing=tuple(missing))


def remove(record: Record, name: str) -> None:
    """Watch a check no more. Raises InputError where none has the name."""
    if not record.unwatch(name):
        known = ", ".join(each.name for each in record.watched())
        there = f"There are: {known}." if known else "None is. Add one with: onix watch add FILE"
        raise InputError(f"No check is watched as {name}. {there}")


def watching(record: Record) -> tuple[Watching, ...]:
    """Give the checks that are watched, with what they cite."""
    return tuple(_watching(record, each) for each in record.watched())


def addresses(record: Record) -> frozenset[str]:
    """Give the pages of the web that watched checks cite, to be fetched again."""
    return frozenset(
        document.address
        for each in watching(record)
        for document in each.documents
        if document.address is not None and is_web_address(document.address)
    )


def watch(record: Record, *, again: bool = False) -> tuple[Report, ...]:
    """Run the checks again whose documents have newer versions than were reported last.

    Args:
        again: Also those whose versions were reported before.
    """
    found = []
    for check in record.watched():
        report = _report(record, check)
        is_news = report.edited or report.gone
        if (is_news and again) or _seen(report) != check.seen:
            found.append(report)
    return tuple(found)


def acknowledge(record: Record, reports: Sequence[Report]) -> None:
    """Remember what was reported, so that it is not told again; durable once this returns."""
    record.watch(*(replace(each.check, seen=_seen(each)) for each in reports))


def _seen(report: Report) -> tuple[str, ...]:
    return tuple(sorted({*(each.after.id for each in report.edited), *report.gone}))


def _watching(record: Record, check: WatchedCheck) -> Watching:
    documents: list[Document] = []
    missing: list[str] = []
    for cited in json.loads(check.about)["documents"]:
        kept = located(record, cited)
        if kept:
            documents.append(kept[0])
        else:
            missing.append(_title(cited))
    return Watching(check, tuple(documents), tuple(missing))


def _title(cited: JSON) -> str:
    return str(cited.get("title") or cited.get("address") or cited["id"])


def _report(record: Record, check: WatchedCheck) -> Report:
    """Say what has changed since a check was made.

    1. Lay the newest versions along those that were checked.
    2. Judge its quotations by the one and by the other.
    """
    found = _watching(record, check)
    # 1.
    newest = [_newest(record, each) for each in found.documents]
    edited = tuple(
        Edited(old, new, edits(old, new), _states(record, old, new))
        for old, new in zip(found.documents, newest, strict=True)
        if old.id != new.id
    )
    if not edited:
        return Report(check, (), (), found.missing)
    # 2.
    about = json.loads(check.about)
    claims = _claims(about)
    style, weak = about["style"], about["weak"]
    was = check_again(claims, found.documents, style=style, weak=weak)
    now = check_again(claims, newest, style=style, weak=weak)
    changed = tuple(_changed(claims, was, now, edited))
    numbers = {each.number for each in changed}
    unchanged = sum(
        number not in numbers and finding.verdict.label != "not_found"
        for number, finding in enumerate(was, start=1)
    )
    return Report(check, edited, changed, found.missing, unchanged)


def _newest(record: Record, document: Document) -> Document:
    newest = record.versions(document.id)[-1]
    return document if newest == document.id else record.document(newest)


def _states(record: Record, old: Document, new: Document) -> tuple[State, ...]:
    states = record.states(new.id)
    ids = [each.id for each in states]
    # A check may go by a document of the same text that is no version of this one.
    return states[ids.index(old.id) :] if old.id in ids else states[-1:]


def _claims(about: JSON) -> list[Claim]:
    findings = [{"claim": each} for each in about["claims"]]
    return claims_of({"draft": {"published": about["published"]}, "findings": findings})


def _changed(
    claims: Sequence[Claim],
    was: Sequence[Finding],
    now: Sequence[Finding],
    edited: Sequence[Edited],
) -> Iterator[Changed]:
    for number, (claim, before, after) in enumerate(zip(claims, was, now, strict=True), start=1):
        touched = tuple(
            edit
            for each in edited
            for edit in each.edits
            if any(edit.touches(span) for span in _words(before))
        )
        if touched or _gist(before) != _gist(after):
            yield Changed(number, claim, before, after, touched)


def _words(finding: Finding) -> list[Span]:
    return [each.span for each in finding.verdict.evidence]


def _gist(finding: Finding) -> tuple[object, ...]:
    """Give what two findings have to have in common to say the same."""
    verdict = finding.verdict
    said = [
        (each.kind, each.start, each.end, each.source and each.source.text)
        for each in verdict.differences
    ]
    speakers = [each.speaker for each in verdict.evidence]
    return (finding.severity, verdict.label, verdict.omission, said, speakers)
