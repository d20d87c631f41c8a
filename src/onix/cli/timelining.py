"""The command that puts events in order: timeline.

Comes in: typed arguments. Goes out: an exit code; the printing is in `show_timeline.py` for the
eye, in `timeline_page.py` as a page and in `jobs/timeline/files.py` for other programs.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from onix.cli import options
from onix.cli.app import app, examples, one_form, opened, settings_of
from onix.errors import InputError

if TYPE_CHECKING:
    from onix.model import Timeline

PATIENCE = 1.0  # seconds before a bar shows how far the reading is

Form = Literal["json", "html", "ics", "timelinejs"]


@app.command(
    epilog=examples(
        "onix timeline 'Ada Brandt'",
        "onix timeline 'bridge repairs' --since 2025-01-01",
        "onix timeline 'Ada Brandt' --html > brandt.html",
        "onix timeline --ics > ahead.ics",
    )
)
def timeline(
    topic: Annotated[
        list[str] | None,
        typer.Argument(metavar="TOPIC", help="A name, or words; without, the whole record."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE",
            help="Only what was on that day or later.",
            show_default=False,
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DATE",
            help="Only what was on that day or before.",
            show_default=False,
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="Only from what was published by then.",
            show_default=False,
        ),
    ] = None,
    outlet: options.Outlets = None,
    within: options.Within = None,
    speech: Annotated[
        bool, typer.Option("--speech", help="Also that somebody said something.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Show all events, not only some of very many.")
    ] = False,
    record: options.Record = None,
    as_json: options.AsJson = False,
    as_html: Annotated[
        bool, typer.Option("--html", help="Print a page with a drawn timeline, to open or mail.")
    ] = False,
    as_ics: Annotated[
        bool, typer.Option("--ics", help="Print what is announced as a calendar (iCalendar).")
    ] = False,
    as_timelinejs: Annotated[
        bool, typer.Option("--timelinejs", help="Print the JSON that TimelineJS draws.")
    ] = False,
    debug: options.Debug = False,
) -> None:
    """Show what happened and what was announced, in order."""
    from onix.cli.show_progress import progress
    from onix.jobs.timeline import timeline

    forms: dict[Form, bool] = {
        "json": as_json,
        "html": as_html,
        "ics": as_ics,
        "timelinejs": as_timelinejs,
    }
    form = one_form(forms)
    asked = " ".join(topic or ()).strip() or None
    if topic and asked is None:
        raise InputError("The topic is empty. Give a name or words: onix timeline 'Ada Brandt'")
    with (
        opened(settings_of(debug, record=record).record) as kept,
        progress(quiet=form is not None, after=PATIENCE) as on_progress,
    ):
        found = timeline(
            kept,
            asked,
            since=since,
            until=until,
            as_of=as_of,
            outlets=outlet or (),
            documents=within or (),
            speech=speech,
            on_progress=on_progress,
        )
    _show(found, form, everything=everything)


def _show(found: Timeline, form: Form | None, *, everything: bool) -> None:
    import json

    from onix.cli.terminal import clean

    if form is None:
        from onix.cli.show_timeline import timeline_blocks
        from onix.cli.terminal import write

        write(timeline_blocks(found, everything=everything))
        return
    if found.why is not None and form != "json":
        sys.stderr.write(f"onix: {clean(found.why)}\n")
    if form == "json":
        from onix import wire

        sys.stdout.write(json.dumps(wire.timeline(found), ensure_ascii=False) + "\n")
    elif form == "html":
        from onix.cli.timeline_page import page

        sys.stdout.write(page(found))
    elif form == "ics":
        from onix.jobs.timeline.files import calendar

        if found.why is None and not found.announced:
            sys.stderr.write(
                "onix: Nothing here is announced for a day, so the calendar is empty.\n"
            )
        for note in found.notes:  # a calendar has no place for them
            sys.stderr.write(f"onix: {clean(note)}\n")
        sys.stdout.write(calendar(found))
    else:
        from onix.jobs.timeline.files import timelinejs

        sys.stdout.write(json.dumps(timelinejs(found), ensure_ascii=False) + "\n")
