"""The Ask boxes that other sites may show: tables of `onix.toml` come in, checked values go out.

A file of its own because a box says who may see what, so that each of its keys is checked as
closely as a document's text, and a slip is named with its place before anything is served.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import SplitResult, urlsplit

from onix.errors import InputError

KEYS = {
    "name": "letters, digits and hyphens",
    "title": "words",
    "origins": 'a list such as ["https://paper.example"]',
    "outlets": "a list of outlets or domains",
    "documents": "a list of ids or addresses",
    "rate": "a number from 1 up",
    "total": "a number from 1 up",
}
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Box:
    """An Ask box: what it answers from, and which sites may show it.

    Attributes:
        name: By which a page calls it: `<onix-ask box="NAME">`.
        title: What stands above it.
        origins: The sites that may show it, as browsers name them: "https://paper.example".
        outlets: Names of outlets, and domains of addresses, all of whose documents it answers from.
        documents: Ids or addresses of single documents that it answers from as well.
        rate: Questions a minute that one visitor may ask.
        total: Questions a minute that all visitors may ask together.
    """

    name: str
    origins: tuple[str, ...]
    title: str = "Ask"
    outlets: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    rate: int = 20
    total: int = 300


def read_boxes(tables: object, where: str) -> tuple[Box, ...]:
    """Give the boxes of the tables that stand under [[box]] in a settings file.

    Args:
        where: The name of the file, for messages.

    Raises:
        InputError: A key is unknown or missing, a value is not of its kind, or a name comes twice.
    """
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise InputError(f"{where} sets box to one value. Write a table for each, under: [[box]]")
    boxes: list[Box] = []
    for number, table in enumerate(tables, start=1):
        box = _box(table, f"box {number} ({table.get('name', 'without a name')!s}) in {where}")
        if any(box.name.lower() == each.name.lower() for each in boxes):
            raise InputError(
                f"Two boxes in {where} are named {box.name!r}. Give each a name of its own."
            )
        boxes.append(box)
    return tuple(boxes)


def _box(table: Mapping[str, object], place: str) -> Box:
    for key in table:
        if key not in KEYS:
            near = get_close_matches(key, KEYS, n=1, cutoff=0.0)[0]
            raise InputError(
                f"Unknown key {key!r} of {place}. Did you mean {near!r}? Known: {', '.join(KEYS)}."
            )
    values: dict[str, object] = {key: _value(key, value, place) for key, value in table.items()}
    if "name" not in values:
        raise InputError(f'There is no name of {place}. Give it one, such as: name = "archive"')
    if not values.get("origins"):
        raise InputError(
            f"No site may show {place}, as it names no origins. "
            'Name each, such as: origins = ["https://paper.example"]'
        )
    if not values.get("outlets") and not values.get("documents"):
        raise InputError(
            f"Nothing is said of what {place} answers from. "
            'Name outlets or domains, such as: outlets = ["paper.example"], or documents.'
        )
    return Box(**values)  # type: ignore[arg-type]  # each was checked by its key


def _value(key: str, value: object, place: str) -> object:
    """Give the value of a key as a box has it."""
    match key, value:
        case "name", str() if _NAME.fullmatch(value) and len(value) <= 60:
            return value
        case "title", str() if value.strip():
            return value.strip()
        case "rate" | "total", int() if value > 0 and value is not True:
            return value
        case "origins", list() if value and all(isinstance(each, str) for each in value):
            return tuple(dict.fromkeys(_origin(each, place) for each in value))
        case "outlets" | "documents", list() if all(
            isinstance(each, str) and each.strip() for each in value
        ):
            return tuple(dict.fromkeys(each.strip() for each in value))
    if key == "origins" and value == []:
        return ()
    raise InputError(f"The {key} of {place}: {value!r} is not {KEYS[key]}. Give {KEYS[key]}.")


def _origin(text: str, place: str) -> str:
    """Give an origin as browsers write it: small letters, no port that goes without saying."""
    try:
        parts: SplitResult = urlsplit(text)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        parts, port, host = urlsplit(""), None, ""
    is_whole = parts.scheme in _DEFAULT_PORTS and re.fullmatch(r"[a-z0-9.:-]+", host)
    if not is_whole or parts.path or parts.query or parts.fragment or parts.username is not None:
        raise InputError(
            f"The origins of {place}: {text!r} is no site. Write scheme and name and nothing "
            "behind it, one entry a site, such as: https://paper.example or http://localhost:8000"
        )
    host = f"[{host}]" if ":" in host else host
    shown = "" if port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{port}"
    return f"{parts.scheme}://{host}{shown}"
