"""The halves of a set of which one is released to develop on and the other stays held out.

In: what a set holds, in its order, and which half is asked for. Out: that half. Counted from one,
the odd ones of a set named in `RELEASED` may be read; of the even ones only totals are shown.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")
ODD, EVEN = "odd", "even"
RELEASED = ("written.jsonl", "objections_held_out.jsonl", "later.jsonl", "objections_later.jsonl")


def add_half(parser: argparse.ArgumentParser) -> None:
    """Let a command name a half and ask for what is wrong in it."""
    parser.add_argument(
        "--half", choices=(ODD, EVEN), help="every second only, counted from one: odd is read"
    )
    parser.add_argument("--misses", action="store_true", help="show what is wrong, if released")


def of_half(items: Sequence[Item], half: str | None) -> list[Item]:
    """Give every second item, the first among the odd ones; all of them for no half."""
    return list(items) if half is None else list(items[int(half == EVEN) :: 2])


def is_released(data: Path, half: str | None) -> bool:
    """May what is wrong in this half of a set be read?"""
    return data.name not in RELEASED or half == ODD


def refuse_unreleased(parser: argparse.ArgumentParser, data: Path, half: str | None) -> None:
    """End a command that would show cases of a set that are held out."""
    if not is_released(data, half):
        parser.error(
            f"{data} is held out: once its misses are seen it measures nothing any more. "
            "Look at those of its released half (--half odd) or of a set to develop on."
        )
