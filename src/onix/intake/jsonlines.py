"""JSON Lines: one document a line, as archives and other programs hand them over.

In: lines of bytes, one at a time. Out: documents whose text is the given text, character for
character. A bad line is left out with its number, and the next one is read.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, cast, get_args

from onix.errors import InputError
from onix.intake.build import Spoken, Word, build
from onix.intake.dates import iso_date
from onix.intake.decoding import one_line
from onix.intake.people import people_in
from onix.intake.raw import LARGEST_DOCUMENT, LeftOut, Raw, name_of
from onix.intake.recognised import read_recognised
from onix.model import Document, DocumentKind

_KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)
_LONGEST_LINE = 2 * LARGEST_DOCUMENT
_LONGEST_ID = 500


def read_json_lines(lines: Iterable[bytes], raw: Raw) -> Iterator[Document | LeftOut]:
    """Give the document of each line, lazily; empty lines are passed over.

    Args:
        raw: Where the lines come from; its `data` is not looked at.
    """
    found = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        found = True
        try:
            yield read_json_line(line, raw, first=number == 1)
        except InputError as error:
            yield LeftOut(
                f"{name_of(raw.address)}:{number}",
                f"Could not read {name_of(raw.address)}: line {number} {error}",
            )
    if not found:
        yield LeftOut(
            name_of(raw.address),
            f"Could not read {name_of(raw.address)}: it is empty. "
            'Write one object a line, {"text": …}.',
        )


def read_json_line(line: bytes, raw: Raw, *, first: bool = False) -> Document:
    """Give the document of one line.

    Raises:
        InputError: The message goes on after "line 7".
    """
    if len(line) > _LONGEST_LINE:
        raise InputError("is too long for one document. Split its text.")
    if first:
        line = line.removeprefix(b"\xef\xbb\xbf")
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not UTF-8 (byte 0x{line[error.start]:02X}). Save the file as UTF-8."
        ) from None
    except json.JSONDecodeError as error:
        raise InputError(
            f"is not JSON ({error.msg.removesuffix(' at')} at character {error.pos + 1}). "
            'Write one object a line, {"text": …}.'
        ) from None
    except (ValueError, RecursionError):
        raise InputError("is not JSON a document can be read from. Take out what nests.") from None
    return from_object(value, raw, raw_sha256=hashlib.sha256(line.rstrip(b"\r\n")).hexdigest())


def from_object(value: object, raw: Raw, *, raw_sha256: str | None = None) -> Document:
    """Give the document of one JSON object.

    `id`, `url`, `date`, `publish_date` and `source` are taken as other names of `doc_id`,
    `address`, `published` and `outlet`. A date that cannot be read is unknown. Where no outlet is
    given, the host of a web address stands in for it. What a machine heard is read as such.

    Raises:
        InputError: The message goes on after "line 7" or "item 7".
    """
    if not isinstance(value, dict):
        raise InputError('is not an object. Write {"text": …}.')
    item: dict[str, Any] = value
    if "turns" not in item and "heard" not in item:
        heard = read_recognised(value, raw, raw_sha256=raw_sha256, alone=False)
        if heard is not None:
            return heard
    text = item.get("text")
    if not isinstance(text, str):
        raise InputError('has no "text" that is a string. Add {"text": …} with the words.')
    if not text.strip():
        raise InputError('has an empty "text". Add the words, or take the line out.')
    if not _storable(text):
        raise InputError(
            "holds a character that cannot be stored (half a surrogate pair, or U+0000). "
            "Take it out of the text."
        )
    spoken = _turns(item.get("turns"), text)
    address = _string(item, "address", "url")
    return build(
        Raw(None, b"", fetched=raw.fetched or iso_date(item.get("fetched"))),
        text,
        kind=_kind(item.get("kind")) or ("transcript" if spoken else "article"),
        id=_id(item),
        title=one_line(_string(item, "title")),
        address=one_line(address),
        outlet=one_line(_string(item, "outlet", "source")),
        authors=people_in(item.get("authors") or item.get("author")),
        published=_date(item),
        modified=iso_date(item.get("modified")),
        language=_language(item.get("language")),
        spoken=spoken,
        heard=_heard(item.get("heard"), text),
        corrected=item.get("corrected") is True,
        cut=item.get("cut") is True,
        raw_sha256=raw_sha256 or hashlib.sha256(raw.data).hexdigest(),
    )


def _storable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _string(item: dict[str, Any], *names: str) -> str | None:
    return next((each for name in names if isinstance(each := item.get(name), str) and each), None)


def _date(item: dict[str, Any]) -> str | None:
    stated = (iso_date(item.get(name)) for name in ("published", "publish_date", "date"))
    return next((each for each in stated if each), None)


def _id(item: dict[str, Any]) -> str | None:
    """Give the id as it is given; a number is its digits."""
    for name in ("doc_id", "id"):
        given = item.get(name)
        if given is None or given == "":
            continue
        if isinstance(given, bool) or not isinstance(given, str | int):
            raise InputError(f'has a "{name}" that is no string. Write it in quotes.')
        written = str(given)
        if len(written) > _LONGEST_ID or one_line(written) != written:
            raise InputError(
                f'has a "{name}" that is too long or holds characters that cannot be seen. '
                f"Use at most {_LONGEST_ID} plain characters."
            )
        return written
    return None


def _kind(given: object) -> DocumentKind | None:
    if given is None:
        return None
    for kind in _KINDS:
        if given == kind:
            return kind
    raise InputError(f'has an unknown "kind". Use one of: {", ".join(_KINDS)}.')


def _language(given: object) -> str | None:
    if not isinstance(given, str):
        return None
    code = re.match(r"\s*([a-z]{2})(?:[-_]|\s*$)", given.lower())
    return code[1] if code else None


def _turns(given: object, text: str) -> list[Spoken]:
    if given is None:
        return []
    if not isinstance(given, list):
        raise InputError('has "turns" that are no list. Write [{"speaker", "start", "end"}].')
    return [_turn(each, number, text) for number, each in enumerate(given, start=1)]


def _turn(given: object, number: int, text: str) -> Spoken:
    turn: dict[str, Any] = given if isinstance(given, dict) else {}
    start, end = _offsets(turn, f"turn (number {number})", text)
    speaker = turn.get("speaker")
    return Spoken(
        one_line(speaker) if isinstance(speaker, str) else None,
        start,
        end,
        _number(turn.get("begins")),
        _number(turn.get("ends")),
    )


def _heard(given: object, text: str) -> list[Word]:
    """Give the words that a machine was not sure of, in the text's order."""
    if given is None:
        return []
    if not isinstance(given, list):
        raise InputError('has "heard" that is no list. Write [{"start", "end", "confidence"}].')
    found = []
    for number, each in enumerate(given, start=1):
        word: dict[str, Any] = each if isinstance(each, dict) else {}
        start, end = _offsets(word, f"heard word (number {number})", text)
        confidence = _number(word.get("confidence"))
        if confidence is not None and confidence > 1:
            raise InputError(
                f'has a heard word (number {number}) whose "confidence" is over 1. '
                "Write how sure the machine was from 0 to 1."
            )
        found.append(Word(start, end, _number(word.get("begins")), confidence))
    return sorted(found)


def _offsets(given: dict[str, Any], what: str, text: str) -> tuple[int, int]:
    start, end = given.get("start"), given.get("end")
    offsets = all(isinstance(each, int) and not isinstance(each, bool) for each in (start, end))
    if not offsets or not 0 <= cast("int", start) <= cast("int", end) <= len(text):
        raise InputError(
            f'has a {what} whose "start" and "end" are not in its text of '
            f"{len(text)} characters. Count code points from 0, the end not included."
        )
    return cast("int", start), cast("int", end)


def _number(given: object) -> float | None:
    if isinstance(given, bool) or not isinstance(given, int | float):
        return None
    try:
        seconds = float(given)
    except OverflowError:
        return None
    return seconds if 0 <= seconds < 1e9 else None
