"""One place where a Document is made from what a format's reader found.

In: the text and the facts beside it. Out: a Document with its id, its hash and what the text says
of itself (a correction, a cut), and turns whose spans give back their words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onix.errors import InputError
from onix.intake import notes
from onix.intake.identity import host_of, identify
from onix.intake.raw import LARGEST_DOCUMENT, Raw
from onix.model import Document, DocumentKind, Heard, Span, Turn


class Spoken(NamedTuple):
    """Where a speaker's words stand in the text, and in the recording (seconds)."""

    speaker: str | None
    start: int
    end: int
    begins: float | None = None
    ends: float | None = None


class Word(NamedTuple):
    """Where a word stands in the text that a machine heard, at which second, and how surely."""

    start: int
    end: int
    begins: float | None = None
    confidence: float | None = None


def build(
    raw: Raw,
    text: str,
    *,
    kind: DocumentKind = "article",
    id: str | None = None,
    title: str | None = None,
    address: str | None = None,
    outlet: str | None = None,
    authors: Iterable[str] = (),
    published: str | None = None,
    language: str | None = None,
    spoken: Sequence[Spoken] = (),
    heard: Sequence[Word] = (),
    corrected: bool = False,
    cut: bool = False,
    raw_sha256: str | None = None,
    modified: str | None = None,
) -> Document:
    """Give the document; its address is that of `raw` unless a better one is given.

    Args:
        modified: When the page says that it was last changed; the day of a correction note is
            believed before, since pages are saved anew for many reasons.

    Raises:
        InputError: There is no text, or more than a document can hold.
    """
    if not text.strip():
        raise InputError("there is no text in it. Add a file that has some.")
    if len(text) > LARGEST_DOCUMENT:
        raise InputError(
            f"it has {len(text) / 1e6:,.0f} million characters, and one document has at most "
            f"{LARGEST_DOCUMENT // 1_000_000} million. Split it, or write it as JSON Lines."
        )
    address = address or raw.address
    document_id = id or identify(address=address, text=text)

    def span(start: int, end: int) -> Span:
        return Span(document_id, start, end, text[start:end])

    return Document(
        id=document_id,
        kind=kind,
        text=text,
        title=title,
        address=address,
        outlet=outlet or host_of(address),
        authors=tuple(authors),
        published=published,
        fetched=raw.fetched,
        language=language,
        raw_sha256=raw_sha256 or hashlib.sha256(raw.data).hexdigest(),
        turns=tuple(
            Turn(each.speaker, span(each.start, each.end), each.begins, each.ends)
            for each in spoken
        ),
        heard=tuple(
            Heard(span(each.start, each.end), each.begins, each.confidence) for each in heard
        ),
        corrected=corrected or notes.is_corrected(text),
        cut=cut or notes.looks_cut(text),
        modified=notes.corrected_on(text, published) or modified,
    )
