"""Word lists beside this file: the name of one in, its lines out."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=8)
def phrases(name: str) -> frozenset[str]:
    """Give the lines of a list, without its remarks."""
    words = files("onix.intake").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in words.split("\n") if line and not line.startswith("#"))
