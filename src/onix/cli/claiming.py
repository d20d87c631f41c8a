"""`onix check --claims`: many quotations instead of a draft.

Comes in: a file of claims and what to hold them against. Goes out: an exit code; findings one
after the other for the eye, one JSON document, or a line of JSON each as soon as it is known.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from onix.cli.terminal import clean
from onix.errors import InputError

if TYPE_CHECKING:
    from onix.intake import LeftOut
    from onix.jobs.check.checked import Finding
    from onix.verify.tapes import Tapes


def check_claims_in(
    path: Path,
    against: list[str],
    *,
    style: str,
    weak: float,
    form: Literal["json", "jsonl"] | None,
) -> int:
    """Check every claim in a file; give 1 where the house wants one mended, or a line was bad.

    Raises:
        InputError: The file cannot be read, there is nothing to check against, no such style.
    """
    from onix import wire
    from onix.jobs.check.checked import Checked
    from onix.jobs.check.material import cited_by
    from onix.jobs.check.shelf import shelf, transcripts
    from onix.jobs.check.styles import rules_of

    if not against:
        raise InputError(
            "Nothing to check against. Name transcripts: onix check --claims FILE --against FILE"
        )
    rules_of(style)
    left_out: list[LeftOut] = []
    is_clean, count = True, 0
    with shelf(transcripts(against, left_out)) as tapes:
        if not tapes.all:
            raise InputError(
                left_out[0].why if left_out else "There is no document in what --against names."
            )
        found = []
        for each in _findings(path, tapes, left_out, style, weak):
            is_clean &= each.is_clean
            count += 1
            if form == "jsonl":
                line = json.dumps(wire.verdict(each.verdict), ensure_ascii=False)
                sys.stdout.write(line + "\n")
            else:
                found.append(each)
        if not count and left_out:
            raise InputError(left_out[-1].why)  # no line of it could be read
        if form != "jsonl":
            from onix.cli import show_check

            cited = tuple(cited_by([each.verdict for each in found], tapes))
            checked = Checked(tuple(found), looked_at=len(tapes.all), cited=cited)
            if form == "json":
                show_check.write_json(checked, lines=False)
            else:
                show_check.show(checked, style)
    for each_left in left_out:
        sys.stderr.write(f"onix: {clean(each_left.why)}\n")
    return 0 if is_clean and not left_out else 1


def _findings(
    path: Path, tapes: Tapes, left_out: list[LeftOut], style: str, weak: float
) -> Iterator[Finding]:
    """Give a finding for each claim as it comes; lines that are none are left out."""
    from onix.jobs.check import check_claims
    from onix.jobs.check.checked import Finding
    from onix.jobs.check.claims import read_claims
    from onix.jobs.check.styles import severity
    from onix.model import Claim

    for each in read_claims(sys.stdin.buffer if str(path) == "-" else path):
        if isinstance(each, Claim):
            (verdict,) = check_claims([each], tapes, weak=weak)
            yield Finding(verdict, severity(verdict, style))
        else:
            left_out.append(each)
