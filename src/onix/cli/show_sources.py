"""Numbered sources for the eye: outlet, date, title and address of each.

Comes in: citations. Goes out: blocks. Answers, search results and quotations share it.
"""

from __future__ import annotations

from onix.cli.terminal import Block, Piece, block
from onix.jobs.sources import headline, notes
from onix.model import Citation


def source_blocks(number: int, citation: Citation, *, indent: int = 0) -> list[Block]:
    """Give the lines of one numbered source."""
    margin = indent + len(f"[{number}] ")
    blocks = [block(f"[{number}] ", headline(citation), indent=indent, hanging=margin - indent)]
    if citation.address:
        blocks.append(block(Piece(citation.address, "quiet"), indent=margin))
    said = notes(citation)
    if said:
        text = ", ".join(said)
        shown = Piece(
            text[0].upper() + text[1:] + ".", "warning" if citation.corrected else "quiet"
        )
        blocks.append(block(shown, indent=margin))
    return blocks
