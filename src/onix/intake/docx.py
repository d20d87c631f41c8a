"""DOCX: plans, drafts and statements from a word processor (extra `docx`).

In: the file's bytes. Out: a document with its words, one line a paragraph, heading, point or table
row, a text box behind the paragraph it hangs on, notes at the end. Points carry the numbers the
word processor shows. Changes that were tracked are read as accepted: what was put in or moved to a
place is there, what was struck out or moved away is not. Comments are none of the words.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from onix.errors import InputError, MissingExtraError
from onix.intake.decoding import clean, one_line, squeeze
from onix.intake.numbering import Numbering
from onix.intake.raw import LARGEST_INPUT, Raw
from onix.intake.transcript import read_lines
from onix.model import Document, DocumentKind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{_W}txbxContent"
_GONE = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", _FALLBACK}
_WRAPPERS = {f"{_W}{each}" for each in ("sdt", "sdtContent", "ins", "moveTo", "customXml")}
# What python-docx makes up for a file that says nothing of itself, as those of Google Docs.
_MADE_UP = ("python-docx", "Word Document")
_LARGEST_RATIO = 200
_NOT_SUSPICIOUS = 10_000_000


def read_docx(raw: Raw, data: bytes, *, kind: DocumentKind | None = None) -> Document:
    """Give the document in a DOCX file; speaker labels make it a transcript, as in plain text.

    Raises:
        InputError: It is damaged, or far larger than it looks.
        MissingExtraError: The extra is not installed.
    """
    _check_size(data)
    try:
        import docx
    except ImportError:
        raise MissingExtraError(
            "reading DOCX needs an extra. Install it with: pip install 'askonix[docx]'"
        ) from None
    try:
        opened = docx.Document(BytesIO(data))
        lines = [*_lines(opened.element.body, Numbering(opened)), *_notes(opened)]
        about = opened.core_properties
        title, author = one_line(about.title), one_line(about.author)
        if (about.last_modified_by, title) == _MADE_UP:
            title = None
    except Exception as error:
        # A damaged package fails anywhere in python-docx, zipfile or lxml; all mean one thing.
        raise InputError(
            f"it is no DOCX that can be read ({one_line(str(error)) or type(error).__name__}). "
            "Open it in a word processor and save it again, or save its text."
        ) from error
    made = author if author != "python-docx" else None  # which names itself
    return read_lines(raw, lines, kind, title=title, author=made)


def _check_size(data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            size = sum(each.file_size for each in package.infolist())
    # All that zipfile raises on a directory that lies: no one error of its own stands for them.
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError) as error:
        raise InputError(f"it is damaged ({one_line(str(error))}). Get it again.") from None
    if size > LARGEST_INPUT or (size > _NOT_SUSPICIOUS and size > len(data) * _LARGEST_RATIO):
        raise InputError(
            f"it grows to {size // 1_000_000:,} MB when unpacked, and Onix stops there. "
            "Save its text and add that, if you trust it."
        )


def _lines(parent: Any, numbering: Numbering) -> Iterator[str]:
    carried = ""
    boxes: list[Any] = []
    for block in _blocks(parent):
        boxes += _standing(block, _BOX)
        if block.tag == f"{_W}tbl":
            yield from _rows(block)
        else:
            text = carried + _text(block)
            if _mark_is_gone(block):
                carried = text  # its end was struck out: it runs on as the next paragraph
                continue
            carried = ""
            yield from _pieces(text, numbering.of(block))
        for box in boxes:
            yield from _lines(box, numbering)
        boxes = []
    yield from _pieces(carried, "")
    for box in boxes:
        yield from _lines(box, numbering)


def _pieces(text: str, number: str) -> Iterator[str]:
    """Give the lines of a paragraph that holds breaks, its number before the first."""
    for piece in text.split("\n"):
        if line := squeeze(clean(piece)):
            yield f"{number} {line}" if number else line
            number = ""


def _blocks(parent: Any) -> Iterator[Any]:
    """Give paragraphs and tables in order, also those in content controls and insertions."""
    for child in parent:
        if child.tag in {f"{_W}p", f"{_W}tbl"}:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _rows(table: Any) -> Iterator[str]:
    for row in table.iterchildren(f"{_W}tr"):
        if row.find(f"{_W}trPr/{_W}del") is not None:
            continue
        cells = []
        for cell in row.iter(f"{_W}tc"):
            if cell.find(f"{_W}tcPr/{_W}cellDel") is not None:
                continue
            words = " ".join(_text(each) for each in _blocks(cell) if each.tag == f"{_W}p")
            if line := squeeze(clean(words)):
                cells.append(line)
        if cells:
            yield " | ".join(cells)


def _standing(element: Any, tag: str) -> Iterator[Any]:
    """Give what has this tag in a part that is still there once all changes are accepted."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _GONE:
            yield from _standing(child, tag)


def _notes(opened: Any) -> Iterator[str]:
    """Give footnotes, then endnotes, as far as a word that refers to them is still there."""
    from docx.oxml import parse_xml

    for kind in ("footnote", "endnote"):
        parts = [
            each.target_part
            for each in opened.part.rels.values()
            if each.reltype.endswith(f"/{kind}s") and not each.is_external
        ]
        notes = {
            note.get(f"{_W}id"): note
            for part in parts
            for note in parse_xml(part.blob).iterchildren(f"{_W}{kind}")
        }
        for reference in _standing(opened.element.body, f"{_W}{kind}Reference"):
            note = notes.pop(reference.get(f"{_W}id"), None)
            if note is not None:
                yield from _lines(note, Numbering(opened))


def _text(element: Any) -> str:
    """Give the words of a paragraph as they stand once all changes are accepted."""
    pieces: list[str] = []
    for child in element:
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            pieces.append("\n")
        elif child.tag == f"{_W}tab":
            pieces.append(" ")
        elif child.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif child.tag not in _GONE and child.tag != _BOX:
            pieces.append(_text(child))
    return "".join(pieces)


def _mark_is_gone(paragraph: Any) -> bool:
    ends = (f"{_W}pPr/{_W}rPr/{_W}{change}" for change in ("del", "moveFrom"))
    return any(paragraph.find(each) is not None for each in ends)
