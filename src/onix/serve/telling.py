"""What Onix says to a reader, in the words of where the reader is.

In: a sentence of a job, which names options and commands as one types them in a terminal. Out: the
same with the boxes of a page, with the parameters and resources of the API, or for whoever reads
somebody else's page, and without the folders of this machine. What is for whoever runs the server
("onix serve --name") stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onix.record.hiding import without_folders


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader is, and what things are called there.

    Attributes:
        options: By their names in a terminal, without "--".
        commands: What does there what a command does.
        record: How the record is called.
    """

    options: Mapping[str, str]
    commands: Mapping[str, str]
    record: str = "the record"


# By the labels of the boxes; a test holds them against the templates.
PAGE = Place(
    {
        "since": "“Published since”",
        "until": "“Published until”",
        "as-of": "“As the record stood on”",
        "about": "“About”",
        "kind": "“Quotations”",
        "unattributed": "“Only those that nobody is named for”",
        "speech": "“What was said, too”",
        "published": "“Published on”",
        "outlet": "“Outlet”",
        "again": "“Keep also what was removed before”",
    },
    {
        "ask": "/", "search": "/", "record": "/sources", "add": "/add", "quotes": "/quotes",
        "timeline": "/timeline", "check": "/check", "compare": "/compare",
    },
)  # fmt: skip
_NAMES = (
    "since", "until", "as-of", "about", "kind", "unattributed", "speech", "again", "limit",
    "outlet", "published", "against", "why", "style",
)  # fmt: skip
_PARAMETERS = {each: f"`{each.replace('-', '_')}`" for each in _NAMES}
API = Place(
    _PARAMETERS,
    {
        "record": "GET /api/v1/record", "ask": "GET /api/v1/ask", "search": "GET /api/v1/search",
        "quotes": "GET /api/v1/quotes", "timeline": "GET /api/v1/timeline",
        "add": "POST /api/v1/add", "check": "POST /api/v1/check",
        "compare": "POST /api/v1/compare",
    },
)  # fmt: skip
TOOL = Place(
    _PARAMETERS,
    {
        each: f"the tool `{each}`"
        for each in ("ask", "search", "quotes", "timeline", "check", "compare")
    }
    | {"record": "the tool `search`", "add": "the page /add"},
)
# Who reads somebody's page asks that page, and has never heard of a record.
BOX = Place({}, {}, record="what is published here")

_OPTION = re.compile(r"--([a-z]+(?:-[a-z]+)*)")
# A command is the last thing a sentence says, with whatever is typed behind it. What has to be done
# in a terminal is said to be.
_COMMAND = re.compile(
    r"(?<!command line: )\bonix ([a-z]+)\b(?: [^.;]*(?:\.\w[^.;]*)*)?(?=[.;]? |[.;]?$)"
)
_RECORD = re.compile(r"“[^”]*”|\b([Tt])he record\b")  # not in words that somebody else said


def here(says: str, place: Place, record: Path) -> str:
    """Give a sentence as it is said in a place, about the record in a folder."""

    def command(found: re.Match[str]) -> str:
        return place.commands.get(found[1], found[0])

    def option(found: re.Match[str]) -> str:
        return place.options.get(found[1], found[0])

    def called(found: re.Match[str]) -> str:
        if not found[1]:
            return found[0]
        return place.record[0].upper() + place.record[1:] if found[1] == "T" else place.record

    says = _RECORD.sub(called, _COMMAND.sub(command, without_folders(says, record)))
    # Whoever is told a command as it is, is told its options as they are.
    return says if _COMMAND.search(says) else _OPTION.sub(option, says)


def in_answer(value: dict[str, Any], place: Place, record: Path) -> dict[str, Any]:
    """Give the JSON of an answer with what it says to its reader: why there is none, and notes."""
    told = dict(value)
    if abstained := value.get("abstained"):
        told["abstained"] = {**abstained, "says": here(abstained["says"], place, record)}
    if isinstance(why := value.get("why"), str):
        told["why"] = here(why, place, record)
    if isinstance(notes := value.get("notes"), list):
        told["notes"] = [here(e, place, record) if isinstance(e, str) else e for e in notes]
    return told
