"""Bytes in any format become documents: the one door of this folder.

In: a `Raw`. Out: documents and what was left out, one after the other and lazily.
Nothing that is wrong with the bytes is raised; the sentence in `LeftOut` says what and where.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onix.errors import InputError, MissingExtraError
from onix.intake import unpack
from onix.intake.dates import iso_date
from onix.intake.decoding import one_line
from onix.intake.formats import KINDS, Format, parse_format, recognise
from onix.intake.raw import LARGEST_DOCUMENT, LARGEST_INPUT, LeftOut, Raw, left_out, name_of
from onix.model import Document, DocumentKind

FORMATS: tuple[str, ...] = (*KINDS, *Format)
"""What `--format` takes: kinds of documents, and formats of bytes."""

_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())

# These warn on standard error when nobody listens; what matters of it is in the LeftOut.
for _part in ("trafilatura", "htmldate", "pypdf", "charset_normalizer"):
    logging.getLogger(_part).addHandler(logging.NullHandler())

_LARGEST_JSON = 50_000_000

Read = Iterable[Document | LeftOut]


def read_documents(
    raw: Raw,
    *,
    outlet: str | None = None,
    published: str | None = None,
    format: str | None = None,
) -> Iterator[Document | LeftOut]:
    """Give the documents in some bytes, and a reason for each that cannot be read.

    Args:
        outlet: Beats what the bytes say.
        published: Likewise; an ISO date or date-time.
        format: One of `FORMATS`; by default it is found out. "plan", "draft", "article" and
            "transcript" say what the document is, the others how its bytes are written.

    Raises:
        InputError: At once, for an option that means nothing; never for the bytes.
    """
    chosen, kind = parse_format(format)
    day = iso_date(published)
    if published is not None and day is None:
        raise InputError(f'"{published}" is no date. Write it as 2025-11-26.')
    return _overridden(_guarded(raw, chosen, kind), one_line(outlet), day, kind)


def _overridden(
    found: Read, outlet: str | None, published: str | None, kind: DocumentKind | None
) -> Iterator[Document | LeftOut]:
    for each in found:
        if isinstance(each, LeftOut) or not (outlet or published or kind):
            yield each
        else:
            yield replace(
                each,
                outlet=outlet or each.outlet,
                published=published or each.published,
                kind=kind or each.kind,
            )


def _guarded(
    raw: Raw, chosen: Format | None, kind: DocumentKind | None
) -> Iterator[Document | LeftOut]:
    """Turn what a reader raises into the sentence for the report."""
    try:
        yield from _read(raw, chosen, kind)
    except (InputError, MissingExtraError) as error:
        yield left_out(raw.address, str(error))
    except Exception as error:
        # Files are strange beyond what anybody tested, and nine thousand others wait: the fault
        # is named in the report, and whoever listens to the log gets where it happened.
        _log.warning("reading %s failed", name_of(raw.address), exc_info=True)
        yield left_out(
            raw.address,
            f"a fault of Onix ({type(error).__name__}: {one_line(str(error)[:200])}). "
            "Add its text instead, and please report the file.",
        )


def _read(raw: Raw, chosen: Format | None, kind: DocumentKind | None) -> Read:
    """Give what is in the bytes.

    1. Packed bytes are looked into, and unpacked whole only where one document is in them.
    2. The format is what was asked for, else what the bytes and the name show.
    3. The reader of that format takes over.
    """
    if len(raw.data) > LARGEST_INPUT:
        limit = LARGEST_INPUT // 1_000_000
        raise InputError(f"it has over {limit} MB. Split it into smaller files.")
    # 1.
    packed = unpack.is_packed(raw.data)
    head = unpack.peek(raw.data) if packed else raw.data
    if not head.strip():
        raise InputError("it is empty. Add a file that has text in it.")
    # 2.
    form = chosen or recognise(head, address=raw.address, media_type=raw.media_type)
    # 3.
    if form is Format.JSON_LINES:
        from onix.intake.jsonlines import read_json_lines

        lines = unpack.unpack_lines(raw.data) if packed else unpack.lines_of(raw.data)
        return read_json_lines(lines, raw)
    data = unpack.unpack(raw.data) if packed else raw.data
    if form is Format.WORDPRESS:
        from onix.intake.wordpress import read_wordpress

        return read_wordpress(raw, data)
    if form is Format.JSON:
        return _json(raw, data)
    if form is Format.MBOX:
        from onix.intake.mail import read_mbox

        return read_mbox(raw, data, lambda each: _guarded(each, None, kind))
    if len(data) > LARGEST_DOCUMENT:
        raise InputError(
            f"it has {len(data) / 1e6:,.0f} MB, and one document has at most "
            f"{LARGEST_DOCUMENT // 1_000_000} MB. Split it into the pieces it is made of."
        )
    if form is Format.MAIL:
        from onix.intake.mail import read_mail

        return read_mail(raw, data, lambda each: _guarded(each, None, kind), kind=kind)
    return [_one(raw, data, form, kind)]


def _one(raw: Raw, data: bytes, form: Format, kind: DocumentKind | None) -> Document:
    """Give the one document that is in the bytes of this format."""
    from onix.intake.text import decode_text

    match form:
        case Format.HTML | Format.MHTML | Format.WEBARCHIVE:
            from onix.intake.article import read_article
            from onix.intake.saved import open_saved

            return read_article(raw, open_saved(data, form, raw), kind=kind)
        case Format.VTT | Format.SRT:
            from onix.intake.transcript import read_subtitles

            return read_subtitles(raw, decode_text(data), srt=form is Format.SRT)
        case Format.PDF:
            from onix.intake.pdf import read_pdf

            return read_pdf(raw, data, kind=kind)
        case Format.DOCX:
            from onix.intake.docx import read_docx

            return read_docx(raw, data, kind=kind)
        case Format.ODT:
            from onix.intake.odt import read_odt

            return read_odt(raw, data, kind=kind)
        case Format.RTF:
            from onix.intake.rtf import text_of_rtf

            return _plain(raw, text_of_rtf(data), form, kind)
        case _:
            return _plain(raw, decode_text(data), form, kind)


def _plain(raw: Raw, text: str, form: Format, kind: DocumentKind | None) -> Document:
    """Tell a transcript with speaker labels from an article in plain text or Markdown."""
    from onix.intake.markdown import has_front_matter, read_markdown
    from onix.intake.text import read_text
    from onix.intake.transcript import read_labelled, read_timed

    if form is Format.MARKDOWN or has_front_matter(text):
        return read_markdown(raw, text, kind=kind)
    if kind in {None, "transcript"}:
        if (timed := read_timed(raw, text)) is not None:
            return timed
        labelled = read_labelled(raw, text, sure=kind == "transcript")
        if labelled is not None:
            return labelled
    return read_text(raw, text)


def _json(raw: Raw, data: bytes) -> Read:
    """Read a JSON file: a transcript by a machine, or one or many documents."""
    from onix.intake.jsonlines import from_object
    from onix.intake.recognised import read_recognised

    if len(data) > _LARGEST_JSON:
        raise InputError(
            f"it is one JSON value of {len(data) / 1e6:,.0f} MB, which has to be held at once. "
            "Write it as JSON Lines, one object a line."
        )
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError("it is not UTF-8. Save the file as UTF-8.") from None
    except (ValueError, RecursionError) as error:
        at = ""
        if isinstance(error, json.JSONDecodeError):
            at = f" ({error.msg} in line {error.lineno})"
        raise InputError(
            f'it is not JSON{at}. Write [{{"text": …}}, …], or one object a line in a .jsonl file.'
        ) from None
    if (heard := read_recognised(value, raw)) is not None:
        yield heard
        return
    if isinstance(value, dict) and "text" not in value:
        lists = [each for each in value.values() if isinstance(each, list)]
        value = lists[0] if len(lists) == 1 else value
    items = value if isinstance(value, list) else [value]
    if not items:
        raise InputError('its list is empty. Write [{"text": …}, …].')
    for number, item in enumerate(items, start=1):
        try:
            yield from_object(item, raw)
        except InputError as error:
            where = name_of(raw.address)
            yield LeftOut(f"{where}:{number}", f"Could not read {where}: item {number} {error}")
