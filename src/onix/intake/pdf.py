"""PDF: plans, reports and releases (extra `pdf`).

In: the file's bytes. Out: a document with its words, one line a paragraph: pages joined, lines
that were only wrapped put together, words divided at a line's end made whole, running heads and
page numbers left away. When a file was made is not when it was published: its date counts only
if the first page names the same day.
"""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from onix.errors import InputError, MissingExtraError
from onix.intake.dates import date_in
from onix.intake.decoding import clean, one_line, squeeze
from onix.intake.raw import LARGEST_DOCUMENT, Raw
from onix.intake.transcript import read_lines
from onix.intake.wrapped import paragraphs
from onix.model import Document, DocumentKind

if TYPE_CHECKING:
    from pypdf import PdfReader

_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_NO_TITLE = re.compile(
    r"(?:microsoft word\s*-|untitled|document\d*$|.*\.(?:docx?|pdf|indd|odt)$)", re.IGNORECASE
)


def read_pdf(raw: Raw, data: bytes, *, kind: DocumentKind | None = None) -> Document:
    """Give the document in a PDF; speaker labels make it a transcript, as in plain text.

    Raises:
        InputError: It is damaged, locked, or has no text (a scan).
        MissingExtraError: The extra is not installed.
    """
    reader, pages = _open(data)
    lines = paragraphs([line for page in _without_running_heads(pages) for line in page])
    if not any(len(line.split()) > 1 for line in lines):
        raise InputError(
            "there is no text in it (a scan?). Run it through text recognition (OCR) and add that."
        )
    information = reader.metadata
    title = one_line(clean(information.title)) if information and information.title else None
    author = one_line(clean(information.author)) if information and information.author else None
    stated = title if title and not _NO_TITLE.match(title) else None
    day = _confirmed(reader, lines)
    return read_lines(raw, lines, kind, title=stated, author=author, published=day)


def _open(data: bytes) -> tuple[PdfReader, list[list[str]]]:
    """Give the file and the lines of each page."""
    try:
        from pypdf import PdfReader
    except ImportError:
        raise MissingExtraError(
            "reading PDF needs an extra. Install it with: pip install 'askonix[pdf]'"
        ) from None
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("it is locked with a password. Save a copy without one.")
        pages: list[list[str]] = []
        size = 0
        for page in reader.pages:
            text = clean(page.extract_text())
            pages.append([squeeze(line) for line in text.split("\n")])
            size += len(text)
            if size > LARGEST_DOCUMENT:
                break  # what is there already is too much, and `build` says so
        _ = reader.metadata  # read here, so that a broken one is reported here
    except InputError:
        raise
    except Exception as error:
        # pypdf raises whatever its own errors and those of Python are; all mean one thing here.
        raise InputError(
            f"it is no PDF that can be read ({one_line(str(error)) or type(error).__name__}). "
            "Print it to a new PDF, or save its text."
        ) from error
    return reader, pages


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Take off page numbers, and what stands first or last on most pages."""
    ends = Counter(
        _shape(line) for page in pages for line in {*_filled(page)[:2], *_filled(page)[-2:]}
    )
    often = {shape for shape, count in ends.items() if count >= 3 and 2 * count > len(pages)}
    kept = []
    for page in pages:
        lines = list(page)
        for position in (0, -1):
            for _ in range(3):
                while lines and not lines[position]:
                    del lines[position]
                if lines and (
                    _shape(lines[position]) in often or _PAGE_NUMBER.fullmatch(lines[position])
                ):
                    del lines[position]
        kept.append(lines)
    return kept


def _filled(page: list[str]) -> list[str]:
    return [line for line in page if line]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line).casefold()


def _confirmed(reader: PdfReader, lines: list[str]) -> str | None:
    """Give the day the file was made, if a line near the top names that same day."""
    try:
        made = reader.metadata.creation_date if reader.metadata else None
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None  # a date that cannot be read confirms nothing
    day = made.date().isoformat() if made else None
    return day if day and any(date_in(line[:200]) == day for line in lines[:15]) else None
