"""The command that proves a saved check: proof.

Comes in: typed arguments. Goes out: an exit code; the printing is in `show_proof.py`.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onix.cli import options
from onix.cli.against import Against
from onix.cli.app import app, examples, opened, settings_of
from onix.cli.terminal import clean
from onix.errors import InputError

if TYPE_CHECKING:
    from onix.intake import LeftOut


@app.command(
    cls=Against,
    epilog=examples(
        "onix proof check.json",
        "onix proof check.json --against interview.vtt --draft draft.md",
        "onix proof check.json --record news.onix --json",
    ),
)
def proof(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="What onix check --save has written.")
    ],
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            metavar="FILE…",
            help="What the check cites: files, folders, globs; as many as you like.",
            show_default=False,
        ),
    ] = None,
    draft: Annotated[
        str | None,
        typer.Option(
            "--draft",
            metavar="FILE",
            help="See also whether this is the draft that was checked.",
            show_default=False,
        ),
    ] = None,
    record: Annotated[
        Path | None,
        typer.Option(
            "--record",
            metavar="FOLDER",
            help="Look for what it cites in this record, too; none is taken by itself.",
            show_default=False,
        ),
    ] = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> int:
    """Prove a saved check: that it is whole, and that its passages stand where it says."""
    from onix.cli.show_proof import show
    from onix.jobs.check import read_draft
    from onix.jobs.check.shelf import transcripts
    from onix.jobs.proof import proof

    settings = settings_of(debug, record=record)
    data = read_file(file)
    left_out: list[LeftOut] = []
    with ExitStack() as stack:
        kept = None if record is None else stack.enter_context(opened(settings.record))
        found = proof(
            data,
            file,
            against=transcripts(against or (), left_out),
            record=kept,
            draft=None if draft is None else read_draft(draft),
        )
    for each in left_out:
        sys.stderr.write(f"onix: {clean(each.why)}\n")
    show(found, as_json=as_json)
    return 0 if found.is_proved and not left_out else 1


def read_file(name: str) -> bytes:
    """Give the bytes of a saved check. Raises InputError where it cannot be read."""
    try:
        return Path(name).read_bytes()
    except OSError as problem:
        raise InputError(
            f"Could not read {name}: {problem.strerror}. Name a file that was saved with: "
            "onix check DRAFT --save FILE"
        ) from None
