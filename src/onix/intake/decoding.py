"""From bytes to the characters that `Document.text` keeps.

In: bytes, and the charset somebody declared. Out: text with LF line ends and no characters that
act on a terminal or a page instead of being read. Everything that normalises stored text is
here, and it runs once: at intake, before there is a Document.
"""

from __future__ import annotations

import codecs
import re

from onix.errors import InputError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")

# A font's sign for two letters or three, as PDF hands it over: "ﬁshing" is the word "fishing".
_LETTERS = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_LIGATURE = re.compile("[\ufb00-\ufb06]")

# Whole terminal sequences go, not the escape character alone, which would leave "[31m" behind.
_TERMINAL = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    "|(?:\x1b\\]|\x9d)[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)"  # OSC: titles, links
    "|\x1b[ -/]*[0-~]"
)

# C0 and C1 controls; marks, embeddings, overrides and isolates of direction (they can make words
# read backwards); what is invisible and would split a word: soft hyphen, zero-width space, word
# joiner, byte order mark; language tags; halves of surrogate pairs, which no file can store, and
# U+FFFE and U+FFFF, which no XML may hold: lxml refuses every string that has one.
# Zero-width joiner and non-joiner stay: Persian, Hindi and emoji are written with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ufeff\U000e0000-\U000e007f\ud800-\udfff\ufffe\uffff]"
)

_CONFIDENT = 0.1
_SAMPLE = 100_000


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Give the characters of `data`; a byte order mark beats the declared charset.

    Raises:
        InputError: It is not UTF-8 and no other encoding fits with confidence.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    for name in ("utf-8", _codec(declared)):
        if name is not None:
            try:
                return data.decode(name)
            except UnicodeDecodeError:
                continue
    if not _is_damaged_utf8(data) and (guessed := _guess(data)) is not None:
        return guessed
    raise InputError(
        f"{_first_bad_byte(data)}, and no other encoding fits with confidence. "
        "Save it as UTF-8 and add it again."
    )


def _is_damaged_utf8(data: bytes) -> bool:
    """Is it UTF-8 with a few bad bytes? Any one-byte encoding would make all of it nonsense."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    return sum(1 for character in text if character > "\x7f") - bad >= bad


def _codec(declared: str | None) -> str | None:
    """Give the codec a page means; WHATWG reads Latin-1 and ASCII as Windows-1252."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if name in {"iso8859-1", "ascii"}:
        return "cp1252"
    return name if codecs.lookup(name)._is_text_encoding else None


def _guess(data: bytes) -> str | None:
    """Give the text in the encoding that makes it look like words, Windows-1252 before its kin."""
    from charset_normalizer import from_bytes

    candidates = [
        each
        for each in from_bytes(data[:_SAMPLE], threshold=_CONFIDENT)
        if each.encoding not in {"utf_8", "ascii"} and each.percent_coherence > 0
    ]
    names = [each.encoding for each in candidates]
    names += [other for each in candidates for other in each.could_be_from_charset]
    for name in sorted(names, key=lambda name: name != "cp1252"):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _first_bad_byte(data: bytes) -> str:
    """Name the first place that is no UTF-8; a replacement character stands there."""
    start = len(data.decode("utf-8", errors="replace").partition("\ufffd")[0].encode())
    line = data.count(b"\n", 0, start) + 1
    return f"line {line} is not UTF-8 (byte 0x{data[start]:02X})"


def clean(text: str) -> str:
    """Give the text with LF line ends, without ligatures and what acts instead of being read."""
    plain = _UNSEEN.sub("", _TERMINAL.sub("", _LINE_ENDS.sub("\n", text)))
    return _LIGATURE.sub(lambda found: _LETTERS[found[0]], plain)


def one_line(text: str | None) -> str | None:
    """Give a title, a name or an address on one line; None when nothing is left."""
    return " ".join(clean(text).split()) or None if text else None


def squeeze(line: str) -> str:
    """Give one line of running text with single spaces; a no-break space stays what it is."""
    return re.sub(r"[ \t\n]+", " ", line).strip(" \u00a0")
