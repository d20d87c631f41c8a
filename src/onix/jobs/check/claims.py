"""Many quotations at once: JSON Lines in, claims out.

A line is `{"id", "quote", "speaker"?, "date"?}`; one that cannot be read stops nothing.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from onix.errors import InputError
from onix.intake import LeftOut
from onix.model import Claim


def read_claims(path: Path | BinaryIO) -> Iterator[Claim | LeftOut]:
    """Give the claim of each line of a file (gzip too) or a stream; empty lines are passed over.

    Raises:
        InputError: The file cannot be read at all, or no line of it.
    """
    if not isinstance(path, Path):
        yield from _read(path, "standard input")
        return
    try:
        with path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
            file.seek(0)
            lines = cast("BinaryIO", gzip.GzipFile(fileobj=file)) if packed else file
            yield from _read(lines, str(path))
    except (OSError, EOFError) as error:
        raise InputError(
            f"Could not read {path}: {getattr(error, 'strerror', None) or error}. "
            "Name a file of JSON Lines."
        ) from None


def _read(lines: Iterable[bytes], name: str) -> Iterator[Claim | LeftOut]:
    found = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        found = True
        try:
            yield claim_of(json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8")))
        except InputError as error:
            yield LeftOut(f"{name}:{number}", f"Could not read {name}: line {number} {error}")
        except (ValueError, RecursionError):
            yield LeftOut(
                f"{name}:{number}",
                f"Could not read {name}: line {number} is not JSON in UTF-8. "
                'Write {"id": …, "quote": …}.',
            )
    if not found:
        raise InputError(f'Could not read {name}: it is empty. Write {{"id": …, "quote": …}}.')


def claim_of(value: object) -> Claim:
    """Give the claim of one JSON object.

    Raises:
        InputError: The message goes on after "line 7".
    """
    if not isinstance(value, dict) or not isinstance(value.get("quote"), str):
        raise InputError('has no "quote" that is a string. Write {"id": …, "quote": …}.')
    item: dict[str, Any] = value
    quote: str = item["quote"]
    if not quote.strip():
        raise InputError('has an empty "quote". Add the words, or take the line out.')
    given = item.get("id")
    speaker, said = item.get("speaker"), item.get("date")
    return Claim(
        "quote",
        quote,
        speaker if isinstance(speaker, str) and speaker.strip() else None,
        said=_day(said),
        id=None if given is None else str(given),
    )


def _day(given: object) -> str | None:
    from onix.intake.dates import iso_date

    return iso_date(given) if isinstance(given, str) else None
