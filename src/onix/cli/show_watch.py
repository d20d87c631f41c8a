"""What has changed under the checks that are watched, for the eye and as JSON.

Comes in: the values of `onix.jobs.watch`. Goes out: blocks, or JSON of the same fields: first what
was edited in a document, old words and new, then each quotation with what was and what is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from onix import wire
from onix.cli.show_added import reason
from onix.cli.terminal import Block, Piece, block, write
from onix.jobs.check.checked import Finding
from onix.jobs.check.saying import described, place_of, reason_of
from onix.jobs.edits import Edit
from onix.jobs.report import Added
from onix.jobs.sources import day, seen
from onix.jobs.watch import Changed, Edited, Report, Watching
from onix.model import Document
from onix.record import State

JSON = dict[str, Any]
MOST_EDITS = 12  # shown of a document; JSON has all
LONGEST = 300  # characters shown of a change


def show(
    reports: Sequence[Report], failed: Sequence[Added], *, watched: int, as_json: bool
) -> None:
    """Print what has changed; pages that could not be fetched on standard error."""
    if as_json:
        _print_json(
            {
                "watched": watched,
                "reports": [report_json(each) for each in reports],
                "not_fetched": [{"address": each.address, "why": each.why} for each in failed],
            }
        )
        return
    write(report_blocks(reports, watched, not_fetched=len(failed)))
    write([block(Piece("not fetched: ", "warning"), reason(each)) for each in failed], sys.stderr)


def show_added(found: Watching, *, as_json: bool) -> None:
    """Print what is watched from now on, and what is not."""
    if as_json:
        _print_json(watching_json(found))
    else:
        write(watching_blocks(found))


def show_list(found: Sequence[Watching], *, as_json: bool) -> None:
    """Print each check that is watched."""
    if as_json:
        _print_json({"watched": [watching_json(each) for each in found]})
    elif found:
        write([each for one in found for each in watching_blocks(one)])
    else:
        write([block("Nothing is watched. Watch a saved check with: onix watch add CHECK.json")])


def show_removed(name: str, *, as_json: bool) -> None:
    """Print that a check is watched no more."""
    if as_json:
        _print_json({"removed": name})
    else:
        write([block(Piece("watched no more: ", "strong"), name)])


def watching_json(found: Watching) -> JSON:
    """Give the JSON of a check that is watched."""
    about = json.loads(found.check.about)
    return {
        "name": found.check.name,
        "added": found.check.added,
        "made": about["made"],
        "sha256": about["sha256"],
        "draft": about["draft"],
        "quotations": len(about["claims"]),
        "documents": [_where(each) for each in found.documents],
        "missing": list(found.missing),
        "reported": list(found.check.seen),
    }


def report_json(report: Report) -> JSON:
    """Give the JSON of what became of a check."""
    return {
        "name": report.check.name,
        "made": json.loads(report.check.about)["made"],
        "edited": [
            {
                "before": _where(each.before),
                "after": _where(each.after),
                "edits": [_edit_json(edit) for edit in each.edits],
                "states": [asdict(state) for state in each.states],
            }
            for each in report.edited
        ],
        "changed": [
            {
                "number": each.number,
                "was": wire.verdict(each.was.verdict, severity=each.was.severity),
                "now": wire.verdict(each.now.verdict, severity=each.now.severity),
                "edits": [_edit_json(edit) for edit in each.edits],
            }
            for each in report.changed
        ],
        "unchanged": report.unchanged,
        "gone": list(report.gone),
    }


def _where(document: Document) -> JSON:
    names = ("id", "title", "outlet", "published", "fetched", "address")
    return {each: getattr(document, each) for each in names}


def _edit_json(edit: Edit) -> JSON:
    return {
        "before": wire.span(edit.before),
        "after": wire.span(edit.after),
        "lead": edit.lead,
        "trail": edit.trail,
    }


def watching_blocks(found: Watching) -> list[Block]:
    """Give the check with what it cites."""
    about = json.loads(found.check.about)
    many = len(about["claims"])
    what = f"{many} quotation{'' if many == 1 else 's'}"
    blocks = [
        block(Piece(found.check.name, "strong"), f": {_title(about)}, {what}, checked ",
              day(about["made"]))
    ]  # fmt: skip
    blocks += [block(f"watches {_name(each)}", indent=2, hanging=2) for each in found.documents]
    blocks += [
        block(Piece("not in the record, so not watched: ", "warning"), each, indent=2, hanging=2)
        for each in found.missing
    ]
    return blocks


def report_blocks(reports: Sequence[Report], watched: int, *, not_fetched: int = 0) -> list[Block]:
    """Give everything that `onix watch` shows.

    Args:
        not_fetched: Pages of which nobody knows whether they have changed.
    """
    if not reports:
        what = "check" if watched == 1 else "checks"
        pages = "1 page" if not_fetched == 1 else f"{not_fetched} pages"
        but = f", but {pages} could not be fetched" if not_fetched else ""
        return [block(f"Nothing new: {watched} {what} watched{but}.")]
    return [each for report in reports for each in _report(report)]


def _report(report: Report) -> Iterator[Block]:
    about = json.loads(report.check.about)
    yield block(
        Piece(report.check.name, "strong"), f": {_title(about)}, checked {day(about['made'])}"
    )
    for each in report.edited:
        yield from _edited(each)
    for title in report.gone:
        yield block(
            Piece("taken out of the record: ", "warning"), f"{title}; it is not watched any more",
            indent=2, hanging=2,
        )  # fmt: skip
    for changed in report.changed:
        yield from _changed(changed)
    if report.unchanged:
        stand = "quotation stands" if report.unchanged == 1 else "quotations stand"
        yield block(f"{report.unchanged} {stand} as before.", indent=2)
    yield block()


def _edited(value: Edited) -> Iterator[Block]:
    yield block(Piece("edited: ", "warning"), _name(value.after), indent=2, hanging=2)
    states = {each.id: each for each in value.states}
    before, after = (_version(each, states.get(each.id)) for each in (value.before, value.after))
    yield block(Piece(f"was {before}; is {after}", "quiet"), indent=4)
    if between := value.states[1:-1]:
        told = ", ".join(f"{each.id} ({seen(each)})" for each in between)
        yield block(Piece(f"between them: {told}", "quiet"), indent=4)
    if not value.edits:
        same = value.before.text == value.after.text
        says = "it reads as it did when it was checked" if same else "only marks or capitals differ"
        yield block(f"- {says}", indent=4, hanging=2)
    for edit in value.edits[:MOST_EDITS]:
        yield block(f"- {_edit(edit)}", indent=4, hanging=2)
    more = len(value.edits) - MOST_EDITS
    if more > 0:
        yield block(f"- and {more} more: onix watch --again --json has them all", indent=4)


def _edit(edit: Edit) -> str:
    before, after = (_short(each.text) for each in (edit.before, edit.after))
    if not before:
        return f"put in: “{after}”{_after(edit.lead)}"
    if not after:
        return f"struck out: “{before}”{_after(edit.lead)}"
    return f"“{before}” is now “{after}”{_after(edit.lead)}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def _after(lead: str) -> str:
    return f", after “…{lead}”" if lead else ""


def _changed(value: Changed) -> Iterator[Block]:
    words = " ".join(value.claim.text.split())
    margin = len(f"{value.number}. ") + 2
    yield block(f"{value.number}. “{words}”", indent=2, hanging=margin - 2)
    yield block(f"was {_said(value.was)}", indent=margin)
    yield block(
        Piece(f"now {_said(value.now)}", "strong" if value.now.is_clean else "warning"),
        indent=margin,
    )
    for said in described(value.now.verdict):
        yield block(f"- {said}", indent=margin, hanging=2)
    where = "closest now" if value.now.verdict.label == "not_found" else "there now"
    for each in value.now.verdict.evidence[:1]:
        yield block(f"{where}: “{' '.join(each.span.text.split())}”", indent=margin, hanging=2)
        yield block(Piece(place_of(each), "quiet"), indent=margin + 2)


def _said(finding: Finding) -> str:
    verdict = finding.verdict
    grave = "" if finding.severity == "ok" else f"{finding.severity}: "
    return f"{grave}{verdict.label.replace('_', ' ')}: {reason_of(verdict)}"


def _title(about: JSON) -> str:
    draft = about["draft"]
    return str(draft["title"] or draft["address"] or draft["id"])


def _name(document: Document) -> str:
    parts = [document.outlet, document.title or document.id, document.address]
    return " · ".join(each for each in parts if each)


def _version(document: Document, state: State | None) -> str:
    """Give a version with since when it is known, to the minute: two may be of one day."""
    known = state or State(document.id, document.published, document.fetched, None)
    told = f", {seen(known)}" if known.fetched or known.kept else ""
    return f"{document.id}, published {day(document.published)}{told}"


def _print_json(value: JSON) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
