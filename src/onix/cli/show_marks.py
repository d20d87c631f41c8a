"""Marks as JSON: what `onix read` prints, a line a document or one document for the eye."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

from onix import wire
from onix.cli.terminal import clean
from onix.intake import LeftOut
from onix.model import Document, Marks


def show(results: Iterable[Marks | LeftOut], *, as_json: bool) -> int:
    """Print the marks as they come; give how many inputs have an error instead.

    With `as_json` it is one JSON document: that of the one input, or a list of several.
    """
    return _one_document(results) if as_json else _lines(results)


def _lines(results: Iterable[Marks | LeftOut]) -> int:
    failed = 0
    for each in results:
        found = _json(each)
        failed += "error" in found
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    return failed


def _one_document(results: Iterable[Marks | LeftOut]) -> int:
    found = [_json(each) for each in results]
    whole = found[0] if len(found) == 1 else found
    sys.stdout.write(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
    return sum("error" in each for each in found)


def _json(value: Marks | LeftOut) -> wire.JSON:
    if isinstance(value, Marks):
        return wire.marks(value)
    sys.stderr.write(f"onix: {clean(value.why)}\n")
    nothing = Document(value.address, "article", "", address=value.address)
    return wire.marks(Marks(nothing, unread=value.why))
