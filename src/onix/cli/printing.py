"""Options that print a form, and the file that somebody names behind one.

In come the words of a command line; an error goes out where a name behind "--csv" or "--html"
would be taken for whose quotations, which topic or which further version is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from onix.errors import InputError

_ENDINGS: Final[dict[str, tuple[str, ...]]] = {
    "--annotations": (".json", ".jsonld"),
    "--csv": (".csv", ".txt"),
    "--footnotes": (".md", ".txt"),
    "--html": (".htm", ".html"),
    "--ics": (".ics",),
    "--json": (".json",),
    "--jsonl": (".json", ".jsonl"),
    "--sarif": (".json", ".sarif"),
    "--schema-org": (".json", ".jsonld"),
    "--timelinejs": (".json",),
}


def takes_no_file(option: str, name: str, command: str) -> str:
    """Say where the output of an option goes instead of into a file behind it."""
    return f"{option} prints, and takes no file: {command} … {option} > {name}."


def refuse_file_behind(given: Sequence[str]) -> None:
    """Refuse "--csv table.csv", as the name would be taken for something else.

    A file that is there is what is read: `onix read --json story.json`.

    Raises:
        InputError: An option that prints has the name of such a file behind it.
    """
    for option, name in pairwise(given):
        if Path(name).suffix.lower() in _ENDINGS.get(option, ()) and " " not in name:
            is_read = given[0] not in {"quotes", "timeline"} and Path(name).exists()
            if not is_read:
                command = f"onix {given[0]}"
                raise InputError(f"{takes_no_file(option, name, command)} See: {command} --help")
