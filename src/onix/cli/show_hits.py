"""Passages that search found: numbered, with where each stands.

Comes in: hits, best first. Goes out: blocks, or the JSON of `onix search`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Literal

from onix import wire
from onix.cli.show_sources import source_blocks
from onix.cli.terminal import Block, block, write
from onix.model import Hit, Turn


def show(
    hits: Sequence[Hit],
    words: str,
    turns: Sequence[Sequence[Turn]] = (),
    *,
    form: Literal["json", "jsonl"] | None = None,
    beyond: str | None = None,
) -> None:
    """Print what was found, or say that nothing was.

    Args:
        beyond: What to say of filters that leave out what has the words.
        turns: Of each hit, who says what, where its words do not say that.
    """
    if form == "jsonl":
        for each in hits:
            sys.stdout.write(json.dumps(wire.hit(each), ensure_ascii=False) + "\n")
    elif form == "json":
        found = {"results": [wire.hit(each) for each in hits]}
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    elif hits:
        write(hit_blocks(hits, turns))
    else:
        write([block(f"{beyond or 'Nothing in the record has these words'}: {words}")])


def hit_blocks(hits: Sequence[Hit], turns: Sequence[Sequence[Turn]] = ()) -> list[Block]:
    """Give each passage under the line that says where it stands; of talk, a line a speaker."""
    blocks: list[Block] = []
    for number, (hit, spoken) in enumerate(
        zip(hits, turns or [()] * len(hits), strict=True), start=1
    ):
        blocks += source_blocks(number, hit.citation)
        if any(each.speaker for each in spoken):
            blocks += [block(_said(each), indent=4, hanging=2) for each in spoken]
        else:
            blocks.append(block(hit.passage.span.text, indent=4))
        blocks.append(block())
    return blocks[:-1]


def _said(turn: Turn) -> str:
    words = " ".join(turn.span.text.split())
    return f"{turn.speaker}: {words}" if turn.speaker else words
