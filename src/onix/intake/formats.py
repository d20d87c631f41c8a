"""Which format some bytes are in.

In: the bytes, their name and the media type somebody declared. Out: a `Format`, or an InputError
that says what the bytes are instead and what to do. What the bytes themselves show beats the name,
and the name beats the media type: servers send "text/plain" for anything.
"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from onix.errors import InputError
from onix.intake.identity import is_web
from onix.model import DocumentKind


class Format(StrEnum):
    """What Onix can read; the value is what `--format` takes."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    MHTML = "mhtml"
    WEBARCHIVE = "webarchive"
    MAIL = "eml"
    MBOX = "mbox"
    VTT = "vtt"
    SRT = "srt"
    JSON_LINES = "jsonl"
    JSON = "json"
    WORDPRESS = "wxr"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"


KINDS: tuple[DocumentKind, ...] = ("article", "transcript", "plan", "draft")

_BY_NAME = {
    "txt": Format.TEXT,
    "text": Format.TEXT,
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
    "mhtml": Format.MHTML,
    "mht": Format.MHTML,
    "webarchive": Format.WEBARCHIVE,
    "eml": Format.MAIL,
    "mbox": Format.MBOX,
    "vtt": Format.VTT,
    "srt": Format.SRT,
    "jsonl": Format.JSON_LINES,
    "ndjson": Format.JSON_LINES,
    "json": Format.JSON,
    "pdf": Format.PDF,
    "docx": Format.DOCX,
    "odt": Format.ODT,
    "rtf": Format.RTF,
}
_BY_MEDIA_TYPE = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "text/markdown": Format.MARKDOWN,
    "message/rfc822": Format.MAIL,
    "application/mbox": Format.MBOX,
    "text/vtt": Format.VTT,
    "application/x-subrip": Format.SRT,
    "application/jsonl": Format.JSON_LINES,
    "application/x-ndjson": Format.JSON_LINES,
    "application/json": Format.JSON,
}

_CONVERT = "Save it as text, PDF, DOCX or EML and add that."
_TRANSCRIBE = "Add its transcript (WebVTT, SRT or text)."
_UNPACK = "Unpack it and add the files in it."
_TEXT_OF_IT = "Add the text that stands in it."
_LINES = "Write the texts in it as JSON Lines, one object a line, and add those."
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", f"it is a picture (PNG). {_TEXT_OF_IT}"),
    (b"\xff\xd8\xff", f"it is a picture (JPEG). {_TEXT_OF_IT}"),
    (b"GIF8", f"it is a picture (GIF). {_TEXT_OF_IT}"),
    (b"II*\x00", f"it is a picture (TIFF). {_TEXT_OF_IT}"),
    (b"MM\x00*", f"it is a picture (TIFF). {_TEXT_OF_IT}"),
    (b"ID3", f"it is a sound recording. {_TRANSCRIBE}"),
    (b"OggS", f"it is a sound recording. {_TRANSCRIBE}"),
    (b"fLaC", f"it is a sound recording. {_TRANSCRIBE}"),
    (b"\x1aE\xdf\xa3", f"it is a video. {_TRANSCRIBE}"),
    (
        b"\xd0\xcf\x11\xe0",
        f"it is an old Office document (.doc, .xls) or a mail of Outlook (.msg). {_CONVERT}",
    ),
    (b"SQLite format 3", "it is a database. If it is a record of Onix, name it with --record."),
    (b"MZ", "it is a program. There is nothing to read in it."),
    (b"\x7fELF", "it is a program. There is nothing to read in it."),
    (b"7z\xbc\xaf", f"it is a 7z archive. {_UNPACK}"),
    (b"Rar!", f"it is a RAR archive. {_UNPACK}"),
    (b"BZh", f"it is packed with bzip2. {_UNPACK}"),
    (b"\xfd7zXZ", f"it is packed with xz. {_UNPACK}"),
    (b"(\xb5/\xfd", f"it is packed with zstd. {_UNPACK}"),
    (b"WARC/", f"it is a web archive (WARC). {_UNPACK}"),
)

# What is packed as ZIP is, by the name of a part that it has.
_PACKED: tuple[tuple[bytes, str], ...] = (
    (b"xl/workbook", f"it is a spreadsheet (XLSX). {_LINES}"),
    (b"ppt/presentation", "it is a presentation (PPTX). Save it as PDF and add that."),
    (b"Index/Document.iwa", "it is of Pages, Numbers or Keynote. Export it as DOCX or PDF."),
    (b"application/epub+zip", f"it is an e-book (EPUB). {_TEXT_OF_IT}"),
    (b"opendocument.spreadsheet", f"it is a spreadsheet (ODS). {_LINES}"),
    (b"opendocument.presentation", "it is a presentation (ODP). Save it as PDF and add that."),
)
# By the ends of names: files that are text and that nobody would call news.
_NO_NEWS = {
    "csv": f"it is a table. {_LINES}",  # and not "tsv", in which Whisper writes transcripts
    **dict.fromkeys(("css", "js", "mjs", "map", "py", "sh"), "it is code, not text."),
    **dict.fromkeys(("ics", "vcf"), f"it is a calendar or a contact. {_TEXT_OF_IT}"),
    **dict.fromkeys(("ass", "ssa", "sub", "ttml"), "it is subtitles. Save them as SRT or WebVTT."),
    **dict.fromkeys(("ini", "cfg", "lock", "toml", "yaml", "yml"), "it is of a program."),
}
_NO_NEWS_HINT = " If there are words in it that you need, add it with --format text."

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*+)*+"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_MIME = re.compile(rb"content-type:\s*multipart/related", re.IGNORECASE)
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
# What mail has and neither a saved page nor somebody's notes of a mail have.
_SENT = re.compile(rb"^(?:received|message-id|return-path|delivered-to):", re.I | re.M)
_MBOX = re.compile(rb"From [^\n]*\d\r?\n[A-Za-z][A-Za-z-]*:")
_XML = re.compile(rb"\s*(?:<\?xml|<rss|<feed|<urlset|<sitemapindex)\b")
_SRT = re.compile(rb"\s*\d+[ \t]*\r?\n[ \t]*\d+:\d+:\d+[,.]\d+[ \t]*-->")
_HEAD = 4096


def parse_format(given: str | None) -> tuple[Format | None, DocumentKind | None]:
    """Give what `--format` names: a format of bytes, or a kind of document, or neither.

    Raises:
        InputError: It is a word that names none.
    """
    if given is None:
        return None, None
    for kind in KINDS:
        if given == kind:
            return None, kind
    try:
        return Format(given), None
    except ValueError:
        known = ", ".join([*KINDS, *Format])
        raise InputError(f'No format is called "{given}". Use one of: {known}.') from None


def recognise(data: bytes, *, address: str | None, media_type: str | None) -> Format:
    """Give the format of the (unpacked) bytes.

    Raises:
        InputError: They are something else; the message says what, and what to do.
    """
    shown = _by_content(data)
    named = _BY_NAME.get(extension_of(address))
    if shown is Format.JSON and named is Format.JSON_LINES:
        return named  # its first line is broken, and the lines after it may not be
    if shown is Format.JSON_LINES and named is Format.JSON and b"\n" not in data.strip():
        return named  # one value, as programs write it that spare the room
    if named and {shown, named} == {Format.MAIL, Format.MHTML}:
        return named  # both are mail by their form
    if shown is Format.HTML and named is Format.MARKDOWN:
        return named  # Markdown may begin with a tag
    if shown is None and (says := _NO_NEWS.get(extension_of(address))):
        raise InputError(says + _NO_NEWS_HINT)
    declared = (media_type or "").partition(";")[0].strip().lower()
    return shown or named or _BY_MEDIA_TYPE.get(declared) or Format.TEXT


def _by_content(data: bytes) -> Format | None:
    head = data[:_HEAD]
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if head.startswith(b"bplist00"):
        return Format.WEBARCHIVE
    if head.startswith(b"{\\rtf"):
        return Format.RTF
    for mark, says in _FOREIGN:
        if head.startswith(mark):
            raise InputError(says)
    if head[4:8] == b"ftyp" or head[:4] == b"RIFF":
        raise InputError(f"it is a recording or a picture. {_TRANSCRIBE}")
    if re.match(rb"WEBVTT(?:\s|$)", bare):
        return Format.VTT
    if _SRT.match(bare):
        return Format.SRT
    if _MBOX.match(bare):
        return Format.MBOX
    header = _HEADER.match(bare)
    if header is not None and _SENT.search(header[0]):
        return Format.MAIL
    if _MIME.search(head) and header is not None:
        return Format.MHTML
    if _HTML.match(bare):
        return Format.HTML
    if _XML.match(bare):
        return _xml(head)
    return _json(data, bare)


def _zipped(data: bytes) -> Format:
    if b"word/document.xml" in data:
        return Format.DOCX
    if b"application/vnd.oasis.opendocument.text" in data[:200]:
        return Format.ODT
    for mark, says in _PACKED:
        if mark in data:
            raise InputError(says)
    raise InputError(f"it is a ZIP archive. {_UNPACK}")


def _xml(head: bytes) -> Format:
    if b"wordpress.org/export/" in head:
        return Format.WORDPRESS
    raise InputError(
        "it is XML, but no WordPress export and no page. "
        "If it is a feed or a sitemap, add its web address instead of the file."
    )


def _json(data: bytes, bare: bytes) -> Format | None:
    """Tell JSON Lines (an object a line) from one JSON value over many lines, and from neither."""
    start = bare.lstrip()
    if not re.match(rb'\{\s*"|\[\s*\{', start):
        return None
    first_line = data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0].rstrip()
    return Format.JSON_LINES if start[:1] == b"{" and first_line.endswith(b"}") else Format.JSON


def extension_of(address: str | None) -> str:
    """Give "vtt" for "call.VTT" and for "https://…/call.vtt.gz?x=1"; "" where there is none."""
    if not address:
        return ""
    path = urlsplit(address.strip()).path if is_web(address) else address.replace("\\", "/")
    name = PurePosixPath(path).name.lower().removesuffix(".gz")
    return name.rpartition(".")[2] if "." in name else ""
