"""What became of a draft's quotations and facts, for the eye and as JSON.

Comes in: `Checked`. Goes out: blocks for the terminal, readable without colour, or one JSON value.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping

from onix.cli.terminal import Block, Piece, Style, block, write
from onix.jobs.check.checked import Checked, Finding
from onix.jobs.check.files import checked_json, findings_json
from onix.jobs.check.saying import (
    as_drafted,
    described,
    is_quiet,
    place_of,
    reason_of,
    source_of,
    summed,
)
from onix.jobs.check.styles import Severity
from onix.jobs.saying import in_marks
from onix.model import Document, Evidence, Verdict

_STYLES: dict[Severity, Style] = {"error": "error", "warning": "warning", "note": "quiet"}
_WITHOUT_FACTS = "Names, figures, dates, hedges and credits were not checked: add --facts."
_NAMED = 3  # facts of a kind that the record does not have; of more, how many
_DEEPEST = 8  # columns that an id may push the rest in
_FACTS = {
    "name": ("name", "names"),
    "figure": ("figure", "figures"),
    "date": ("date", "dates"),
    "hedge": ("flat statement", "flat statements"),
    "attribution": ("credit", "credits"),
}


def write_json(checked: Checked, *, lines: bool) -> None:
    """Print the findings as one JSON document, or a line each."""
    if lines:
        for each in findings_json(checked):
            sys.stdout.write(json.dumps(each, ensure_ascii=False) + "\n")
        return
    sys.stdout.write(json.dumps(checked_json(checked), ensure_ascii=False, indent=2) + "\n")


def show(
    checked: Checked, style: str, *, in_full: bool = False, without_facts: bool = False
) -> None:
    """Print what was found, one after the other, and what it comes to.

    Args:
        without_facts: Say that nothing but quotations was looked at, and how to have it.
    """
    write(check_blocks(checked, style, in_full=in_full))
    if without_facts:
        write([block(Piece(_WITHOUT_FACTS, "quiet"))])


def check_blocks(checked: Checked, style: str, *, in_full: bool = False) -> list[Block]:
    """Give everything that `onix check` shows.

    Args:
        in_full: Name every fact that the record does not have, however many they are.
    """
    blocks: list[Block] = []
    cited = {each.id: each for each in checked.cited}
    shown = [each for each in checked.findings if not is_quiet(each.verdict)]
    for number, finding in enumerate(shown, start=1):
        name = finding.verdict.claim.id or str(number)
        blocks += [*_finding(name, finding, cited), block()]
    blocks += _unknown(checked, in_full=in_full)
    if checked.findings:
        blocks.append(block(summed(checked, style)))
    return blocks + [block(Piece(each, "quiet")) for each in checked.notes]


def _unknown(checked: Checked, *, in_full: bool) -> list[Block]:
    """Give the facts that the record does not have, a line a kind; of many, how many."""
    found: list[Block] = []
    is_folded = False
    for kind, (_, many) in _FACTS.items():
        words = [
            f"“{' '.join(each.verdict.claim.text.split())}”"
            for each in checked.findings
            if each.verdict.claim.kind == kind and each.verdict.label == "not_in_record"
        ]
        told = list(dict.fromkeys(words))
        if len(told) > _NAMED and not in_full:
            is_folded = True
            found.append(block(Piece(f"Not in the record: {len(told)} {many}", "quiet")))
        elif told:
            said = "; ".join(told)
            found.append(block(Piece(f"Not in the record, {many}: {said}", "quiet"), hanging=2))
    if is_folded:
        found.append(block(Piece("Name them with --all; --json has them, too.", "quiet")))
    return [*found, block()] if found else []


def _finding(name: str, finding: Finding, cited: Mapping[str, Document]) -> Iterator[Block]:
    """Give what was found of a quotation or a fact under its number or its own id."""
    verdict, claim = finding.verdict, finding.verdict.claim
    margin = min(len(f"{name}. "), _DEEPEST)
    words = " ".join(claim.text.split())
    yield block(f"{name}. “{words}”", hanging=margin)
    speaker = f", said to be {claim.speaker}'s" if claim.speaker else ""
    if claim.kind in _FACTS:
        is_word = any(each.kind == "word" for each in verdict.differences)
        speaker = f", {'word' if is_word else _FACTS[claim.kind][0]}"
    label = verdict.label.replace("_", " ")
    grave = "" if finding.severity == "ok" else f"{finding.severity}: "
    yield block(
        Piece(f"{grave}{label}", _STYLES.get(finding.severity, "strong")),
        f"{speaker}: {reason_of(verdict)}",
        indent=margin,
    )
    for said in described(verdict):
        yield block(f"- {said}", indent=margin, hanging=2)
    for place in verdict.evidence:
        yield from _evidence(place, margin, verdict, cited.get(place.span.document_id))
        if (unsure := as_drafted(place, verdict)) is not None:
            yield block(Piece(unsure, "quiet"), indent=margin + 2, hanging=2)


def _evidence(
    value: Evidence, indent: int, verdict: Verdict, document: Document | None
) -> Iterator[Block]:
    is_closest = verdict.label == "not_found"
    where = "closest" if is_closest else source_of(verdict, document)
    said = " ".join(value.span.text.split())
    words = in_marks(said) if where == "record" else f"“{said}”"
    yield block(f"{where}: ", words, indent=indent, hanging=2)
    kind = "fact" if where == "record" else "quote"
    yield block(Piece(place_of(value, kind, document), "quiet"), indent=indent + 2)
    if kind == "quote" and not is_closest and value.continues is not None:
        words = " ".join(value.continues.text.split())
        yield block(Piece(f"the source continues: “{words}”", "quiet"), indent=indent + 2)
