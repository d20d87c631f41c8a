"""A hearing invented for these tests, as tapes, and its sentences with who says them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from onix.intake import Raw, read_documents
from onix.model import Claim, Document, Verdict
from onix.verify.tapes import Tapes
from onix.verify.verdicts import verify

FILE = Path(__file__).with_name("hearing.txt")


class Sentence(NamedTuple):
    """A sentence of the hearing, with the number of its turn."""

    text: str
    speaker: str
    turn: int


@cache
def hearing() -> Document:
    """Give the hearing as the intake reads it."""
    raw = Raw("hearing.txt", FILE.read_bytes())
    (found,) = read_documents(raw, format="transcript", published="2025-02-03")
    assert isinstance(found, Document)
    return found


@cache
def tapes() -> Tapes:
    """Give tapes with the hearing alone on them."""
    return shelve(hearing())


def shelve(*documents: Document) -> Tapes:
    """Give tapes of documents, in a folder of their own."""
    return Tapes.build(documents, Path(mkdtemp(prefix="onix-tapes-")))


def sentences() -> list[Sentence]:
    """Give the sentences of the hearing that are long enough to be somebody's words."""
    found = []
    for number, turn in enumerate(hearing().turns):
        for text in re.split(r"(?<=[.?!])\s+", turn.span.text.strip()):
            if len(text.split()) > 7:
                found.append(Sentence(text, str(turn.speaker), number))
    return found


def checked(text: str, speaker: str | None = None, *, against: Tapes | None = None) -> Verdict:
    """Give the verdict on some words."""
    return verify(against or tapes(), Claim("quote", text, speaker))


def is_clean(verdict: Verdict) -> bool:
    """Would an editor take these words for what was said?"""
    if verdict.label == "trimmed":
        return not verdict.meaning_changed
    return verdict.label in ("verbatim", "typographic", "cleaned")
