"""What became of each address that was to be added: one outcome, its reason, and a sum.

Comes in: `Added` values as they are durable. Goes out: a line each, or JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator

from onix.cli.terminal import Block, Piece, block, write
from onix.jobs.report import LEFT_OUT, Added, Counts, added_json


def show(results: Iterable[Added], counts: Counts, *, as_json: bool, as_json_lines: bool) -> None:
    """Print each outcome as it comes and count it in `counts`."""
    if as_json and not as_json_lines:
        found = [added_json(each) for each in _counted(results, counts)]
        sys.stdout.write(json.dumps({"added": found, "counts": counts}, ensure_ascii=False) + "\n")
        return
    for each in _counted(results, counts):
        if as_json_lines:
            sys.stdout.write(json.dumps(added_json(each), ensure_ascii=False) + "\n")
        else:
            write([added_block(each)], sys.stderr if each.outcome == LEFT_OUT else sys.stdout)
        sys.stdout.flush()  # what is printed is durable, so it is said at once


def _counted(results: Iterable[Added], counts: Counts) -> Iterator[Added]:
    for each in results:
        counts[each.outcome] += 1
        counts["words"] += each.words
        yield each


def reason(added: Added) -> str:
    """Say why something is not there, and of what that is told."""
    if added.why is None or added.address in added.why:
        return added.why or added.address
    return f"{added.address}: {added.why}"


def added_block(added: Added) -> Block:
    """Give the line: "kept: story.html", "near-duplicate: b.html (Most of its text stands in …)".

    The reason names the other document as people know it, so that nobody has to look up an id.
    """
    if added.outcome == LEFT_OUT:
        return block(Piece("left out: ", "warning"), reason(added))
    why = f" ({added.why})" if added.why else ""
    return block(Piece(f"{added.outcome}: ", "strong"), f"{added.address}{why}")
