"""The options that several commands share, each written once.

Comes in: nothing. Goes out: annotated types that typer reads in the signatures of `commands.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Record = Annotated[
    Path | None,
    typer.Option(
        "--record",
        metavar="FOLDER",
        help="The record. Else ONIX_RECORD, else record in onix.toml, else news.onix.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
AsJsonLines = Annotated[bool, typer.Option("--jsonl", help="Print JSON Lines, one value a line.")]
Debug = Annotated[
    bool, typer.Option("--debug", help="Print the settings used, and the traceback of an error.")
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="NUMBER",
        help="Processes that read; 0 takes one a core.",
        show_default=False,
    ),
]
AllowPrivate = Annotated[
    bool | None,
    typer.Option(
        "--allow-private",
        help="Fetch from this machine and private networks too.",
        show_default=False,
    ),
]
Outlets = Annotated[
    list[str] | None,
    typer.Option(
        "--outlet", metavar="NAME", help="Only this outlet; may be repeated.", show_default=False
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="DATE", help="Only published on that day or later.", show_default=False
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        "--until", metavar="DATE", help="Only published on that day or before.", show_default=False
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Answer from what was published by then.",
        show_default=False,
    ),
]
Within = Annotated[
    list[str] | None,
    typer.Option(
        "--in",
        metavar="DOCUMENT",
        help="Only this document (id, address or title); may be repeated.",
        show_default=False,
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="FORMAT", help="Do not guess what the input is.", show_default=False
    ),
]
Kept = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help="Its id, address, file name or title.")
]
GivenOutlet = Annotated[
    str | None,
    typer.Option(
        "--outlet",
        metavar="NAME",
        help="The outlet, whatever the page says.",
        show_default=False,
    ),
]
GivenPublished = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="The date of publication, whatever the page says.",
        show_default=False,
    ),
]
Limit = Annotated[int, typer.Option("--limit", metavar="NUMBER", help="At most so many.")]
