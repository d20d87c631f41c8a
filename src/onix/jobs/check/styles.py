"""How grave a finding is, as a house sees it: a verdict and the name of a style in, a word out.

The rules are data (`styles.toml`); the verdict itself is the same in every house.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from onix.errors import InputError
from onix.model import Verdict

Severity = Literal["ok", "note", "warning", "error"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@cache
def styles() -> dict[str, dict[str, Severity]]:
    """Give the rules of each house."""
    text = files(__package__).joinpath("styles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def rules_of(style: str) -> dict[str, Severity]:
    """Give the rules of one house. Raises InputError for one that is not known."""
    known = styles()
    if style not in known:
        raise InputError(f"No house style {style!r}. Use one of: {', '.join(known)}.")
    return known[style]


def severity(verdict: Verdict, style: str) -> Severity:
    """Give the gravest of what a house says to each thing that was found."""
    rules = rules_of(style)
    found: list[Severity] = [rules[each] for each in _traits(verdict)]
    return max(found, key=SEVERITIES.index, default="ok")


def _traits(verdict: Verdict) -> Iterator[str]:
    """Give what is the matter, by the names of the rules."""
    kinds = {each.kind for each in verdict.differences}
    if verdict.claim.kind != "quote":
        yield from _of_fact(verdict)
        return
    if verdict.meaning_changed:
        yield "meaning_changed"
    if verdict.label == "altered":
        changed = kinds - {"cut", "cleaned", "bracket", "condition", "speaker"}
        yield "grammar" if changed <= {"function"} else "altered"
    elif verdict.label == "spliced":
        yield "spliced_marked" if verdict.omission == "marked" else "spliced"
    elif verdict.label not in ("verbatim", "trimmed"):
        yield verdict.label
    if "speaker" in kinds:
        yield "misattributed"
    if any(each.kind == "name" and each.start == each.end for each in verdict.differences):
        yield "misspelt"
    if verdict.omission is not None and verdict.label != "spliced":
        yield verdict.omission
    if "bracket" in kinds:
        yield "bracket"
    if "cleaned" in kinds:
        yield "cleaned"


def _of_fact(verdict: Verdict) -> Iterator[str]:
    """Give what is the matter with a fact, by the names of the rules."""
    if verdict.label == "contradicted":
        kind = verdict.claim.kind
        yield kind if kind in ("hedge", "attribution") else "contradicted"
    elif verdict.label == "not_in_record":
        yield "not_in_record"
    elif verdict.differences:
        yield "disputed"
