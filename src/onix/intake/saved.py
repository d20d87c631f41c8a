"""Pages as browsers save them: plain HTML, MHTML (Chrome, Edge), webarchive (Safari).

In: the file's bytes. Out: the page inside, with the address it was saved from and its charset.
"""

from __future__ import annotations

import email
import email.policy
import plistlib
import re
from dataclasses import dataclass
from xml.parsers.expat import ExpatError

from onix.errors import InputError
from onix.intake.decoding import decode
from onix.intake.formats import Format
from onix.intake.identity import canonical_address, is_web
from onix.intake.raw import Raw

_SAVE_AGAIN = "Save the page again as “Web page, HTML only”."
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)\s*-->")
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S+)")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """The characters of one HTML page, and the address it has in the world, where known."""

    markup: str
    address: str | None


def open_saved(data: bytes, form: Format, raw: Raw) -> Page:
    """Give the page in the bytes.

    Raises:
        InputError: The file holds no page, or in an unknown encoding.
    """
    if form is Format.MHTML:
        return _open_mhtml(data)
    if form is Format.WEBARCHIVE:
        return _open_webarchive(data)
    markup = decode_page(data, declared=_declared(raw.media_type))
    if is_web(raw.address):
        return Page(markup, raw.address)
    head = markup[:4000]
    match = _SAVED_FROM.search(head) or _SINGLE_FILE.search(head)
    return Page(markup, canonical_address(match[1]) if match else None)


def decode_page(data: bytes, *, declared: str | None) -> str:
    """Give the characters of a page; the server's charset, then the page's own, then a guess.

    As in browsers, a few bad bytes do not make a page unreadable; they become U+FFFD.
    """
    match = _CHARSET.search(data[:4096])
    own = match[1].decode("ascii", errors="replace") if match else None
    try:
        return decode(data, declared=declared or own)
    except InputError:
        return data.decode("utf-8", errors="replace")


def _declared(media_type: str | None) -> str | None:
    match = _DECLARED.search(media_type or "")
    return match[1] if match else None


def _open_mhtml(data: bytes) -> Page:
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() != "text/html":
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location"))
            markup = decode_page(payload, declared=part.get_content_charset())
            return Page(markup, canonical_address(address))
    raise InputError(f"there is no page in this MHTML file. {_SAVE_AGAIN}")


def _open_webarchive(data: bytes) -> Page:
    try:
        resource = plistlib.loads(data)["WebMainResource"]
        payload, address = resource["WebResourceData"], resource.get("WebResourceURL")
        encoding = resource.get("WebResourceTextEncodingName")
        if not isinstance(payload, bytes):
            raise TypeError
    except (ExpatError, LookupError, TypeError, ValueError, AttributeError, OverflowError):
        raise InputError(f"it is no web archive a page can be read from. {_SAVE_AGAIN}") from None
    markup = decode_page(payload, declared=encoding if isinstance(encoding, str) else None)
    return Page(markup, canonical_address(address if isinstance(address, str) else None))
