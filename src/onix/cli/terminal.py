"""How anything reaches a terminal: cleaned, in blocks of styled pieces, wrapped or plain.

Comes in: blocks that the `show_*` files make. Goes out: text on a stream.
It is its own file because every string of a document passes here: nothing that steers a terminal
gets through, and nothing is read as markup.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TextIO

from onix.jobs.plain import clean as clean

Style = Literal["answer", "hedge", "strong", "quiet", "warning", "error", "gone", "come"]


STYLES: dict[Style, str] = {
    "answer": "bold underline",
    "hedge": "italic",
    "strong": "bold",
    "quiet": "dim",
    "warning": "yellow",
    "error": "bold red",
    "gone": "red",
    "come": "green",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A few characters in one style."""

    text: str
    style: Style | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its pieces in a row, indented, its later lines indented by `hanging` more."""

    pieces: tuple[Piece, ...] = ()
    indent: int = 0
    hanging: int = 0


def block(*pieces: Piece | str, indent: int = 0, hanging: int = 0) -> Block:
    """Make a block; a bare string is an unstyled piece."""
    made = tuple(each if isinstance(each, Piece) else Piece(each) for each in pieces)
    return Block(made, indent, hanging)


def is_terminal(stream: TextIO) -> bool:
    """Is someone reading this stream on a terminal that can show styles?"""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def write(blocks: Iterable[Block], stream: TextIO | None = None) -> None:
    """Write the blocks: wrapped and styled on a terminal, else one plain line each."""
    stream = sys.stdout if stream is None else stream
    if is_terminal(stream):
        _write_styled(blocks, stream)
        return
    for each in blocks:
        stream.write(plain(each) + "\n")


def plain(value: Block) -> str:
    """Give the block as one line of text, the answer words between two pairs of asterisks."""
    words = "".join(
        f"**{clean(piece.text)}**" if piece.style == "answer" else clean(piece.text)
        for piece in value.pieces
    )
    return (" " * value.indent + words).rstrip()


def _write_styled(blocks: Iterable[Block], stream: TextIO) -> None:
    # rich honours NO_COLOR by itself; it is imported late because help and JSON do without it.
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    for each in blocks:
        text = Text()
        for piece in each.pieces:
            text.append(clean(piece.text), STYLES[piece.style] if piece.style else None)
        width = max(20, console.width - each.indent - each.hanging)
        first = True
        for line in text.wrap(console, width) or [Text()]:
            line.rstrip()
            margin = each.indent if first else each.indent + each.hanging
            console.print(Text(" " * margin) + line, no_wrap=True, overflow="ignore", crop=False)
            first = False
