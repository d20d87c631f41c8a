"""Saved mail: press releases, newsletters, forwarded messages, and folders of them (mbox).

In: the file's bytes. Out: a document for what the mail says, called by its subject, of the day on
which it was sent, by whom it is from; then one for each file that hangs on it and can be read,
and a reason for each that cannot. Whoever wrote a mail is its outlet, not somebody it quotes.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from email.message import EmailMessage

from onix.errors import InputError
from onix.intake.article import read_article
from onix.intake.build import build
from onix.intake.dates import iso_date
from onix.intake.decoding import clean, decode, one_line
from onix.intake.mail_words import Words, body_of, children, forwarded, is_words, lines_of_plain
from onix.intake.markup import lines_of
from onix.intake.notes import without_frame
from onix.intake.raw import LeftOut, Raw, left_out, name_of
from onix.intake.saved import Page
from onix.intake.stamps import plain_name
from onix.intake.transcript import labelled_lines
from onix.model import Document, DocumentKind

Read = Callable[[Raw], Iterable[Document | LeftOut]]

_LETTER = re.compile(rb"^From [^\n]*\d\r?\n(?=[A-Za-z][A-Za-z-]*:)", re.MULTILINE)
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_OF_MACHINES = re.compile(r"application/(?:pgp-|(?:x-)?pkcs7-)|message/(?:delivery-status|partial)")
_OFFICE = re.compile(
    r"\b(?:press|news|newsletter|office|media|team|info|desk|communications|editors?)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"([^<]*)<([^<>]*)>")
_FORWARD = re.compile(r"^(?:(?:fwd?|fw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
_LEAST = 0.6  # of the sentences of a mail that an article in it has; with less it is not the mail


def read_mbox(raw: Raw, data: bytes, read: Read) -> Iterator[Document | LeftOut]:
    """Give the mails in a folder of them, each under its own address.

    Args:
        read: Reads bytes of any kind, as for `read_mail`.

    Raises:
        InputError: There is none in it.
    """
    found = list(_LETTER.finditer(data))
    if not found:
        raise InputError("there is no mail in it. Save the mails themselves, as .eml.")
    ends = [each.start() for each in found[1:]]
    for number, (start, end) in enumerate(zip(found, [*ends, len(data)], strict=True), 1):
        letter = _ESCAPED.sub(b"", data[start.end() : end])
        own_id = _header(_parsed(letter[:65_536]), "message-id") or str(number)
        address = f"{name_of(raw.address)}#{own_id.strip('<>').replace('/', '-')}"
        yield from read(Raw(address, letter, "message/rfc822", raw.fetched))


def read_mail(
    raw: Raw, data: bytes, read: Read, *, kind: DocumentKind | None = None
) -> Iterator[Document | LeftOut]:
    """Give what a mail says, and what hangs on it.

    1. The mail is what it says itself.
    2. Files that hang on it are read like any others, and so are mails in it.

    Args:
        read: Reads bytes of any kind; nothing that is wrong with them is raised.

    Raises:
        InputError: It says nothing, and nothing hangs on it.
    """
    message = _parsed(data)
    # 1.
    said = body_of(message)
    hanging = list(_hanging(message))
    if said.markup or said.plain:
        yield _document(raw, message, said, kind)
    elif message.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime"):
        raise InputError("it is encrypted. Open it in your mail program and save its text.")
    elif not hanging:
        raise InputError("there are no words in this mail. Save the text of it and add that.")
    # 2.
    for part in hanging:
        yield from _attached(part, raw, read)


def _parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - for mypy: what this policy makes
    return message


def _header(message: EmailMessage, name: str) -> str | None:
    """Give a header on one line, also where its letters are no ASCII or it is malformed."""
    written = next((str(v) for key, v in message.raw_items() if key.lower() == name), None)
    if written is None:
        return None
    if not written.isascii():  # sent as it is: the bytes wait in half surrogate pairs
        return one_line(decode(written.encode("utf-8", "surrogateescape"), declared="latin-1"))
    try:
        return one_line(str(message[name]))
    except (LookupError, ValueError, TypeError, AttributeError, email.errors.MessageError):
        return one_line(written)  # the parser stumbles over what no rule allows


def _document(raw: Raw, message: EmailMessage, said: Words, kind: DocumentKind | None) -> Document:
    """Give the document of the mail's own words; of one that is only passed on, its writer's."""
    title = _header(message, "subject")
    sent = iso_date(_header(message, "date"))
    sender = _header(message, "from")
    lines = lines_of(said.markup) if said.markup else clean(said.plain or "").split("\n")
    lines = without_frame(lines)
    passed = forwarded(lines)
    if passed is not None:
        title = _FORWARD.sub("", passed.title or title or "") or None
        sender, sent, lines = passed.sender, passed.published or sent, passed.lines
    outlet, authors = _writer(sender)
    found = None
    if said.markup and passed is None:
        found = _article(raw, said.markup, lines, title, kind)
    if found is None:
        lines = lines if said.markup else lines_of_plain("\n".join(lines))
        talk = labelled_lines(lines, kind)
        found = build(
            raw,
            talk.text,
            kind=kind or ("transcript" if talk.spoken else "article"),
            spoken=talk.spoken,
            title=title or talk.header.title,
            authors=talk.header.authors,
            published=talk.header.published,
        )
    return replace(
        found,
        title=title or found.title,
        outlet=outlet or found.outlet,
        authors=authors or found.authors,
        published=sent or found.published,
    )


def _article(
    raw: Raw, markup: str, lines: list[str], title: str | None, kind: DocumentKind | None
) -> Document | None:
    """Give the article in the mail's page; None where it would leave much of the mail out."""
    try:
        found = read_article(raw, Page(markup, None), kind=kind, title=title)
    except InputError:
        return None
    prose = sum(len(line.split()) for line in lines if len(line.split()) >= 8)
    return found if len(found.text.split()) >= _LEAST * prose else None


def _writer(sender: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Give the outlet, and the author where a person wrote under an address of the same name."""
    # Not by the rules for addresses: many programs leave the quotes of "Lowe, Gareth" out.
    match = _ADDRESS.match(sender or "")
    shown, address = match.groups() if match else ("", sender or "")
    user, _, domain = address.strip().rpartition("@")
    name = plain_name(one_line(shown.replace('"', "").strip(" '").partition(" via ")[0]) or "")
    if not name or "@" in name:
        return domain.lower() or one_line(sender), ()
    words = [each.casefold() for each in re.findall(r"[^\W\d_]+", name)]
    known = {*words, "".join(words), words[0][:1] + words[-1]} if len(words) > 1 else set()
    pieces = set(re.split(r"[._+-]", user.casefold())) - {""}
    is_person = bool(pieces) and pieces <= known and not _OFFICE.search(name)
    return name, (name,) if is_person else ()


def _hanging(part: EmailMessage) -> Iterator[EmailMessage]:
    """Give the files that hang on a mail: not its words, their pictures, or signatures of it."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        yield part
    elif part.is_multipart():
        for each in children(part):
            if each.get_content_type() == "message/rfc822" or each.is_multipart():
                yield from _hanging(each)
            elif not (is_words(each) or _OF_MACHINES.match(each.get_content_type())):
                is_picture = each.get_content_maintype() == "image"
                shown = each.get("content-id") or each.get_content_disposition() == "inline"
                if not (is_picture and shown):
                    yield each


def _attached(part: EmailMessage, raw: Raw, read: Read) -> Iterator[Document | LeftOut]:
    """Read what hangs on a mail; it goes by the mail's address and its own name."""
    within = name_of(raw.address)
    name = (one_line(part.get_filename()) or "").replace("/", "-").replace("\\", "-")
    if part.get_content_type() == "message/rfc822":
        inner = children(part)
        data = inner[0].as_bytes() if inner else b""
        name = name or f"{(_header(inner[0], 'subject') or 'mail') if inner else 'mail'}.eml"
        name = name.replace("/", "-")
    else:
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        name = name or f"attachment.{part.get_content_subtype()}"
    address = f"{within}/{name}"
    if not data.strip():
        yield left_out(address, "it is empty, or was left out when the mail was saved.")
        return
    kind = part.get_content_type()
    yield from read(Raw(address, data, kind, raw.fetched))
