"""Passages that search found: numbered, with where each stands.

Comes in: hits, best first. Goes out: blocks, or the JSON of `onix search`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from onix import wire
from onix.cli.show_sources import source_blocks
from onix.cli.terminal import Block, block, write
from onix.model import Hit


def show(hits: Sequence[Hit], words: str, *, as_json: bool) -> None:
    """Print what was found, or say that nothing was."""
    if as_json:
        found = {"results": [wire.hit(each) for each in hits]}
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    elif hits:
        write(hit_blocks(hits))
    else:
        write([block(f"Nothing in the record has these words: {words}")])


def hit_blocks(hits: Sequence[Hit]) -> list[Block]:
    """Give each passage under the line that says where it stands."""
    blocks: list[Block] = []
    for number, hit in enumerate(hits, start=1):
        blocks += source_blocks(number, hit.citation)
        blocks += [block(hit.passage.span.text, indent=4), block()]
    return blocks[:-1]
