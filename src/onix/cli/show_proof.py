"""What was proved of a saved check, for the eye and as JSON.

Comes in: `Proof`. Goes out: a line for each thing that the file says, what is not proved first to
be seen, or one JSON value.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict
from typing import Any

from onix.cli.terminal import Block, Piece, Style, block, write
from onix.jobs.proof import Line, Proof, State

_STYLES: dict[State, Style] = {
    "proved": "strong", "not proved": "error", "unknown": "quiet",
}  # fmt: skip
_NAMES: dict[State, str] = {
    "proved": "proved",
    "not proved": "NOT PROVED",
    "unknown": "cannot be told",
}


def show(found: Proof, *, as_json: bool) -> None:
    """Print what was proved, and what it comes to."""
    if as_json:
        sys.stdout.write(json.dumps(proof_json(found), ensure_ascii=False, indent=2) + "\n")
    else:
        write(proof_blocks(found))


def proof_json(found: Proof) -> dict[str, Any]:
    """Give the JSON of a proof: its fields, and how many lines have each state."""
    counted = Counter(each.state for each in found.lines)
    counts = {state.replace(" ", "_"): counted[state] for state in _NAMES}
    return {"is_proved": found.is_proved, "counts": counts, **asdict(found)}


def proof_blocks(found: Proof) -> list[Block]:
    """Give everything that `onix proof` shows."""
    blocks = [
        block(Piece(found.name, "strong"), f", saved {found.made} by Onix {found.onix}"),
        block(),
    ]
    blocks += [_line(each) for each in found.lines]
    blocks += [block(), block(_sum(found))]
    return blocks + [block(Piece(each, "quiet")) for each in found.notes]


def _line(line: Line) -> Block:
    of = f" “{line.title}”" if line.title else f" {line.document_id}" if line.document_id else ""
    state = Piece(_NAMES[line.state], _STYLES[line.state])
    return block(state, f": {line.about}{of}: {line.says}", hanging=2)


def _sum(found: Proof) -> str:
    counted = Counter(each.state for each in found.lines)
    said = ", ".join(f"{counted[state]} {name}" for state, name in _NAMES.items() if counted[state])
    if found.is_proved and counted["unknown"]:
        return (
            f"{said}: all that can be without the documents. Name them with --against or --record."
        )
    return f"{said}."
