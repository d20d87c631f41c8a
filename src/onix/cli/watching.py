"""The commands that watch saved checks: watch, watch add, watch list, watch remove.

Comes in: typed arguments. Goes out: an exit code, 1 where something has changed, so that cron and
scripts can act on it; the printing is in `show_watch.py`.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onix.cli import options
from onix.cli.app import Commands, app, examples, opened, settings_of
from onix.errors import InputError

if TYPE_CHECKING:
    from onix.jobs.report import Added
    from onix.settings import Settings

watch_app = typer.Typer(cls=Commands, invoke_without_command=True, rich_markup_mode=None)
app.add_typer(
    watch_app,
    name="watch",
    epilog=examples(
        "onix check draft.md --record news.onix --save check.json",
        "onix watch add check.json",
        "onix watch",
        "onix watch --no-fetch --json",
        "onix watch --every 30",
        "onix watch list",
        "onix watch remove check",
    ),
)


@watch_app.callback()
def watch(
    context: typer.Context,
    no_fetch: Annotated[
        bool, typer.Option("--no-fetch", help="Look only at what the record has already.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Report also what was reported before.")
    ] = False,
    every: Annotated[
        int | None,
        typer.Option(
            "--every",
            metavar="MINUTES",
            min=1,
            help="Go on until stopped, with so many minutes between two rounds.",
            show_default=False,
        ),
    ] = None,
    record: options.Record = None,
    allow_private: options.AllowPrivate = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> None:
    """Run saved checks again when a page that they cite has changed, and say what is new."""
    if context.invoked_subcommand is not None:
        name = context.invoked_subcommand
        if record is not None or as_json or no_fetch or again or every or allow_private:
            raise InputError(f"Write options after {name}, such as: onix watch {name} --json")
        return
    settings = settings_of(debug, record=record, allow_private=allow_private)
    code = _round(settings, fetch=not no_fetch, again=again, as_json=as_json)
    while every is not None:
        sys.stdout.flush()
        time.sleep(60 * every)  # until the next round, which is what --every asks for
        code = _round(settings, fetch=not no_fetch, again=False, as_json=as_json)
    raise typer.Exit(code)


def _round(settings: Settings, *, fetch: bool, again: bool, as_json: bool) -> int:
    """Fetch, look and report once; the record is open, and locked, only as long as that."""
    from onix.cli.show_watch import show
    from onix.jobs.watch import acknowledge, addresses, watch

    failed: list[Added] = []
    with opened(settings.record, write=True) as kept:
        watched = kept.watched()
        if not watched:
            raise InputError(
                f"Nothing is watched in {settings.record}. Save a check, and watch it: "
                "onix check DRAFT --save CHECK.json, then onix watch add CHECK.json"
            )
        if fetch:
            from onix.cli.show_progress import progress
            from onix.jobs.update import update

            pages = addresses(kept)
            with progress(quiet=as_json or not pages) as on_progress:
                fetched = update(
                    kept,
                    addresses=pages,
                    allow_private=settings.allow_private,
                    workers=1,
                    on_progress=on_progress,
                )
                failed = [each for each in fetched if each.outcome == "left out"]
        reports = watch(kept, again=again)
        show(reports, failed, watched=len(watched), as_json=as_json)
        sys.stdout.flush()
        # Only what has been said is remembered as said: whoever is killed here tells it again.
        acknowledge(kept, reports)
    return 1 if reports or failed else 0


@watch_app.command(
    epilog=examples(
        "onix watch add check.json", "onix watch add check.json --name 'Ferry story' --json"
    )
)
def add(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="What onix check --save has written.")
    ],
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            metavar="NAME",
            help="How it is called; else after the file.",
            show_default=False,
        ),
    ] = None,
    record: options.Record = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> None:
    """Watch a saved check from now on."""
    from onix.cli.proving import read_file
    from onix.cli.show_watch import show_added
    from onix.jobs.check.saved import digest, read_saved
    from onix.jobs.watch import add

    saved = read_saved(read_file(file), file)
    if digest(saved) != saved["sha256"]:
        raise InputError(f"{file} was changed since it was saved. See how, with: onix proof {file}")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with opened(settings_of(debug, record=record).record, write=True) as kept:
        found = add(kept, saved, name or Path(file).stem, added=now)
    show_added(found, as_json=as_json)


@watch_app.command("list", epilog=examples("onix watch list", "onix watch list --json"))
def listed(
    record: options.Record = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> None:
    """Show the checks that are watched, and what they cite."""
    from onix.cli.show_watch import show_list
    from onix.jobs.watch import watching

    with opened(settings_of(debug, record=record).record) as kept:
        show_list(watching(kept), as_json=as_json)


@watch_app.command(epilog=examples("onix watch remove 'Ferry story'"))
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As onix watch list shows it.")],
    record: options.Record = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> None:
    """Watch a check no more."""
    from onix.cli.show_watch import show_removed
    from onix.jobs.watch import remove

    with opened(settings_of(debug, record=record).record, write=True) as kept:
        remove(kept, name)
    show_removed(name, as_json=as_json)
