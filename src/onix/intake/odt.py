"""ODT: plans, drafts and minutes from LibreOffice and its kin.

In: the file's bytes. Out: a document with its words, one line a paragraph, heading, point or table
row, notes at the end. Changes that were tracked are read as accepted; comments are none of the
words. The numbers of points, which the word processor works out, are not in the file.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from onix.errors import InputError
from onix.intake.decoding import clean, one_line, squeeze
from onix.intake.raw import LARGEST_DOCUMENT, Raw
from onix.intake.transcript import read_lines
from onix.model import Document, DocumentKind

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_GONE = {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation"}
_BREAKS = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": " ", f"{_TEXT}s": " "}


def read_odt(raw: Raw, data: bytes, *, kind: DocumentKind | None = None) -> Document:
    """Give the document in an ODT file; speaker labels make it a transcript, as in plain text.

    Raises:
        InputError: It is damaged or locked, or far larger than it looks.
    """
    body = _part(data, "content.xml").find(f".//{_OFFICE}text")
    if body is None:
        raise InputError("there is no text in it. Save its text and add that.")
    about = _part(data, "meta.xml")
    notes = list(body.iter(f"{_TEXT}note-body"))
    lines = [*_lines(body), *(line for note in notes for line in _lines(note))]
    title = one_line(about.findtext(f".//{_DC}title"))
    author = one_line(about.findtext(f".//{_DC}creator"))
    return read_lines(raw, lines, kind, title=title, author=author)


def _part(data: bytes, name: str) -> etree._Element:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if package.getinfo(name).file_size > LARGEST_DOCUMENT * 2:
                raise InputError("it is far too large. Save its text and add that.")
            words = package.read(name)
        return etree.fromstring(words, etree.XMLParser(resolve_entities=False, no_network=True))
    except KeyError:
        if name == "meta.xml":
            return etree.Element("none")
        raise InputError("a part of it is missing. Save it again.") from None
    except (etree.XMLSyntaxError, RuntimeError, zipfile.BadZipFile, ValueError, EOFError) as error:
        # A locked file is no XML inside; zipfile raises several errors for a damaged one.
        raise InputError(
            f"it is damaged or locked ({one_line(str(error))}). Save it again without a password."
        ) from None


def _lines(parent: etree._Element) -> Iterator[str]:
    for child in parent.iterchildren(etree.Element):
        if child.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
            for piece in _words(child).split("\n"):
                if line := squeeze(clean(piece)):
                    yield line
        elif child.tag == f"{_TABLE}table-row":
            cells = (" ".join(_lines(each)) for each in child.iterchildren(f"{_TABLE}table-cell"))
            if row := " | ".join(each for each in cells if each):
                yield row
        elif child.tag not in _GONE:
            yield from _lines(child)


def _words(element: etree._Element) -> str:
    """Give the words of a paragraph; a note's stand at the end of the document."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag in _BREAKS:
            pieces.append(_BREAKS[child.tag])
        elif isinstance(child.tag, str) and child.tag not in {*_GONE, f"{_TEXT}note"}:
            pieces.append(_words(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
