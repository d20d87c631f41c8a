"""The words of a mail: its parts come in, the lines that somebody wrote go out.

A mail may say one thing twice, in HTML and plainly, may pack its words in several ways, and may
be wrapped to a width that says nothing. What it carries beside its words is in `mail.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape
from itertools import groupby

from onix.errors import InputError
from onix.intake.dates import date_in, iso_date
from onix.intake.decoding import clean, decode, one_line, squeeze
from onix.intake.wrapped import paragraphs

_WRAPPED = range(50, 101)  # characters: programs wrap at 60 to 78; who types, at no width
_FORWARDED = re.compile(
    r"[\s>*-]*(?:forwarded message|original message|begin forwarded message)[\s:*-]*", re.IGNORECASE
)
_FIELD = re.compile(
    r"[>*\s]*(from|date|sent|subject|to|cc|reply-to)\s*:\**\s*(.*?)\**", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Words:
    """What a part says: as a page, plainly, or both."""

    markup: str | None = None
    plain: str | None = None


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What the head of a forwarded mail says of it, and its lines."""

    sender: str
    title: str | None
    published: str | None
    lines: list[str]


def body_of(message: EmailMessage) -> Words:
    """Give all that a mail says in its own parts; plain pieces among pages become paragraphs."""
    pieces = list(_pieces(message))
    plain = [each.plain for each in pieces if each.plain and each.plain.strip()]
    if not any(each.markup for each in pieces):
        return Words(plain="\n\n".join(plain) or None)
    markup = (each.markup or _as_page(each.plain or "") for each in pieces)
    all_plain = len(plain) == len(pieces)
    return Words("\n".join(markup), "\n\n".join(plain) if all_plain else None)


def _pieces(part: EmailMessage) -> Iterator[Words]:
    kind = part.get_content_type()
    if kind == "multipart/alternative":
        said = [piece for each in children(part) for piece in _pieces(each)]
        markup = next((each.markup for each in said if each.markup), None)
        yield Words(markup, next((each.plain for each in said if each.plain), None))
    elif kind == "multipart/related":
        for each in children(part)[:1]:  # the page; what follows are its pictures
            yield from _pieces(each)
    elif part.is_multipart() and kind != "message/rfc822":
        for each in children(part):
            yield from _pieces(each)
    elif is_words(part):
        said_here = _decoded(part)
        yield Words(markup=said_here) if kind == "text/html" else Words(plain=said_here)


def children(part: EmailMessage) -> list[EmailMessage]:
    """Give the parts of a part; none where it says that it has some and has not."""
    found = part.get_payload()
    return [e for e in found if isinstance(e, EmailMessage)] if isinstance(found, list) else []


def is_words(part: EmailMessage) -> bool:
    """Is the part what somebody wrote in the mail, rather than a file that hangs on it?"""
    is_file = part.get_content_disposition() == "attachment" or part.get_filename()
    return part.get_content_type() in ("text/plain", "text/html") and not is_file


def _decoded(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset()
    text = None
    # Japanese in seven bits, and UTF-16, are UTF-8 of another meaning.
    if charset and (b"\0" in data or b"\x1b" in data):
        with suppress(LookupError, UnicodeDecodeError):
            text = data.decode(charset)
    if text is None:
        try:
            text = decode(data, declared=charset)
        except InputError:
            text = data.decode("utf-8", errors="replace")
    if part.get_param("format") == "flowed":
        text = _unflowed(text, divided=part.get_param("delsp") == "yes")
    return text


def _unflowed(text: str, *, divided: bool) -> str:
    """Join the lines of RFC 3676: one that ends in a blank goes on; "-- " opens a signature."""
    joined: list[str] = []
    goes_on = False
    for line in text.splitlines():
        words = line.removeprefix(" ")
        if goes_on and not words.startswith(">"):
            joined[-1] += words
        else:
            joined.append(words)
        goes_on = words.endswith(" ") and words != "-- "
        if goes_on and divided:
            joined[-1] = joined[-1][:-1]
    return "\n".join(joined)


def _as_page(plain: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines_of_plain(plain))


def lines_of_plain(text: str) -> list[str]:
    """Give the paragraphs of plain words, those whole that a program wrapped to a width.

    Lines that are cited from another mail (">") stay as they are.
    """
    lines = [squeeze(line) for line in clean(text).split("\n")]
    if max(map(len, lines)) not in _WRAPPED:
        return [line for line in lines if line]
    found: list[str] = []
    for is_cited, run in groupby(lines, lambda line: line.startswith(">")):
        together = list(run)
        found += together if is_cited else paragraphs(together)
    return found


def forwarded(lines: Sequence[str]) -> Forwarded | None:
    """Give the mail that these lines do nothing but pass on; None where they say more, or less."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    if not filled or not _FORWARDED.fullmatch(lines[filled[0]]):
        return None
    fields: dict[str, str] = {}
    after = iter(filled[1:])
    first = None  # of its own words
    for first in after:
        match = _FIELD.fullmatch(lines[first])
        if match is None:
            break
        fields.setdefault(match[1].lower(), match[2])
    sent = fields.get("date") or fields.get("sent") or ""
    if not fields.get("from") or first is None or _FIELD.fullmatch(lines[first]):
        return None
    return Forwarded(
        fields["from"],
        one_line(fields.get("subject")),
        iso_date(sent) or date_in(sent),
        [*lines[first:]],
    )
