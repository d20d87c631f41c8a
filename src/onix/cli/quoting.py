"""The command that gives quotations: quotes.

Comes in: typed arguments. Goes out: an exit code; the printing is in `show_quotes.py` for the eye
and in `jobs/quotes/files.py` for other programs.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from onix.cli import options
from onix.cli.app import app, examples, one_form, opened, settings_of
from onix.errors import InputError

if TYPE_CHECKING:
    from onix.model import Quotations
    from onix.record import Record

EACH = 20  # quotations shown of a speaker who is asked for
FEW = 3  # and of each where nobody is
PATIENCE = 1.0  # seconds before a bar shows how far the reading is

Kind = Literal["marked", "direct", "mixed", "indirect", "all"]
Form = Literal["json", "jsonl", "csv", "annotations", "schema-org"]


@app.command(
    epilog=examples(
        "onix quotes",
        "onix quotes Ushakov",
        "onix quotes --speaker 'President Biden' --about 'border wall' --since 2022-01-01",
        "onix quotes --outlet 'The Port Courier' --unattributed",
        "onix quotes Ushakov --csv > ushakov.csv",
    )
)
def quotes(
    name: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Whose words; all, without one.")
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="NAME", help="The same as NAME.", show_default=False),
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(
            "--about",
            metavar="WORDS",
            help="Only quotations with these words or others of the same meaning.",
            show_default=False,
        ),
    ] = None,
    outlet: options.Outlets = None,
    since: options.Since = None,
    until: options.Until = None,
    within: options.Within = None,
    unattributed: Annotated[
        bool,
        typer.Option(
            "--unattributed", help="Only what no name is given for: who may be meant is shown."
        ),
    ] = False,
    kind: Annotated[
        Kind,
        typer.Option(
            "--kind", help="Marked are direct and mixed quotations: those in quotation marks."
        ),
    ] = "marked",
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            metavar="NUMBER",
            help=f"At most so many of each speaker; 0 for all. Else {EACH} of one who is asked "
            f"for, {FEW} of each otherwise, and all for other programs.",
            show_default=False,
        ),
    ] = None,
    record: options.Record = None,
    as_json: options.AsJson = False,
    as_json_lines: options.AsJsonLines = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table, one quotation a line.")] = (
        False
    ),
    as_annotations: Annotated[
        bool, typer.Option("--annotations", help="Print W3C Web Annotations (JSON-LD).")
    ] = False,
    as_schema_org: Annotated[
        bool, typer.Option("--schema-org", help="Print schema.org Quotations (JSON-LD).")
    ] = False,
    debug: options.Debug = False,
) -> None:
    """Show who is quoted, and with what words."""
    from onix.cli.show_progress import progress
    from onix.jobs.quotes import quotes

    forms: dict[Form, bool] = {
        "json": as_json,
        "jsonl": as_json_lines,
        "csv": as_csv,
        "annotations": as_annotations,
        "schema-org": as_schema_org,
    }
    form = one_form(forms)
    asked = _name(" ".join(name or ()).strip(), speaker)
    if limit is None and form is None:
        limit = EACH if asked or unattributed else FEW
    with opened(settings_of(debug, record=record).record) as kept:
        with progress(quiet=form is not None, after=PATIENCE) as on_progress:
            found = quotes(
                kept,
                speaker=asked,
                about=about,
                unattributed=unattributed,
                kind=kind,
                outlets=outlet or (),
                since=since,
                until=until,
                documents=within or (),
                limit=None if limit == 0 else limit,
                on_progress=on_progress,
            )
        _show(found, form, kept, everybody=limit == 0)


def _name(argument: str, option: str | None) -> str | None:
    if argument and option is not None:
        raise InputError(
            f"Two names: {argument!r} and {option!r}. Give one, such as: onix quotes {argument!r}"
        )
    return option if option is not None else argument or None


def _show(found: Quotations, form: Form | None, record: Record, *, everybody: bool) -> None:
    from onix.cli.terminal import clean

    if form is None:
        from onix.cli.show_quotes import SPEAKERS, quotation_blocks
        from onix.cli.terminal import write

        write(quotation_blocks(found, speakers=None if everybody else SPEAKERS))
        return
    if found.why is not None and form != "json":
        sys.stderr.write(f"onix: {clean(found.why)}\n")
    if form == "csv":
        from onix.jobs.quotes.files import write_csv

        write_csv(found, sys.stdout)
        return
    for value in _values(found, form, record):
        import json

        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def _values(found: Quotations, form: Form, record: Record) -> list[dict[str, Any]]:
    from onix import wire
    from onix.jobs import web_annotations
    from onix.jobs.quotes import files

    if form == "json":
        return [wire.quotations(found)]
    if form == "jsonl":
        return [wire.quotation(each) for each in found.quotes]
    make = web_annotations.of_quotations if form == "annotations" else files.schema_org
    return [make(found, cache(record.document))]
