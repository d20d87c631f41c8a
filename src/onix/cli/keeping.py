"""The commands that change or look after a record: add, update, record, remove.

Comes in: typed arguments. Goes out: an exit code; the printing is in the `show_*` files.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, cast

import typer

from onix.cli import options
from onix.cli.app import Commands, app, examples, opened, settings_of
from onix.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Generator

    from onix.jobs.report import Added

INTERRUPTED = 130


@app.command(
    epilog=examples(
        "onix add story.html calls/ 'archive/*.jsonl.gz'",
        "onix add https://paper.example/feed.xml",
        "onix add call.vtt --outlet 'The Port Courier' --published 2025-05-06",
        "onix add --jsonl < articles.jsonl",
    )
)
def add(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUTS",
            help='Files, folders, globs, addresses of pages and feeds; "-" is standard input.',
        ),
    ] = None,
    outlet: options.GivenOutlet = None,
    published: options.GivenPublished = None,
    format: options.Format = None,
    again: Annotated[
        bool, typer.Option("--again", help="Keep also what was removed from the record before.")
    ] = False,
    record: options.Record = None,
    allow_private: options.AllowPrivate = None,
    workers: options.Workers = None,
    as_json: options.AsJson = False,
    as_json_lines: options.AsJsonLines = False,
    debug: options.Debug = False,
) -> int:
    """Add stories, feeds, transcripts or archives to the record."""
    from onix.cli.show_progress import progress
    from onix.jobs.add import add

    if not inputs:
        if not as_json_lines:
            raise InputError(
                "Nothing to add. Name files, folders or addresses, such as: onix add story.html"
            )
        inputs, format = ["-"], format or "jsonl"
    settings = settings_of(debug, record=record, allow_private=allow_private, workers=workers)
    with (
        opened(settings.record, create=True) as kept,
        progress(quiet=as_json or as_json_lines) as on_progress,
    ):
        results = add(
            kept,
            inputs,
            outlet=outlet,
            published=published,
            format=format,
            again=again,
            allow_private=settings.allow_private,
            workers=settings.processes,
            stdin=sys.stdin.buffer if "-" in inputs else None,
            on_progress=on_progress,
        )
        return _show(results, as_json=as_json, as_json_lines=as_json_lines)


_NO_SOURCES = (
    "Nothing to fetch again: the record has no feed and no page of the web. "
    "Add one with: onix add ADDRESS"
)


@app.command(epilog=examples("onix update", "onix update --record election.onix --json"))
def update(
    record: options.Record = None,
    allow_private: options.AllowPrivate = None,
    workers: options.Workers = None,
    as_json: options.AsJson = False,
    as_json_lines: options.AsJsonLines = False,
    debug: options.Debug = False,
) -> int:
    """Fetch feeds and pages again; keep what is new or has changed."""
    from onix.cli.show_progress import progress
    from onix.jobs.update import update

    settings = settings_of(debug, record=record, allow_private=allow_private, workers=workers)
    with (
        opened(settings.record, write=True) as kept,
        progress(quiet=as_json or as_json_lines) as on_progress,
    ):
        results = update(
            kept,
            allow_private=settings.allow_private,
            workers=settings.processes,
            on_progress=on_progress,
        )
        return _show(results, as_json=as_json, as_json_lines=as_json_lines, nothing=_NO_SOURCES)


def _show(
    results: Iterator[Added],
    *,
    as_json: bool,
    as_json_lines: bool,
    nothing: str = "There was nothing to add.",
) -> int:
    """Print what became of each input, or that there was nothing; 1 when some were left out."""
    from onix.cli.show_added import show
    from onix.jobs.report import LEFT_OUT, Counts, summary

    counts = Counts()
    try:
        # Closed before the record is, also when Ctrl-C comes while a line is printed.
        with closing(cast("Generator[Added]", results)) as told:
            show(told, counts, as_json=as_json, as_json_lines=as_json_lines)
    except KeyboardInterrupt as error:
        sys.stderr.write(
            f"onix: stopped. {summary(counts, nothing='Nothing is kept yet.')} "
            "What is reported as kept is kept; run the same command again for the rest.\n"
        )
        raise typer.Exit(INTERRUPTED) from error
    if not (as_json or as_json_lines):
        sys.stderr.write(f"{summary(counts, nothing=nothing)}\n")
    return 1 if counts[LEFT_OUT] else 0


record_app = typer.Typer(cls=Commands, invoke_without_command=True, rich_markup_mode=None)
app.add_typer(
    record_app,
    name="record",
    epilog=examples(
        "onix record",
        "onix record list 'harbour bridge'",
        "onix record amend call.vtt --published 2025-05-06",
        "onix record verify",
        "onix record rebuild",
    ),
)


@record_app.callback()
def contents(
    context: typer.Context,
    record: options.Record = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> None:
    """Show what the record holds; list, amend or verify it, or rebuild its index."""
    if context.invoked_subcommand is not None:
        if record is not None or as_json:
            name = context.invoked_subcommand
            raise InputError(f"Write options after {name}, such as: onix record {name} --json")
        return
    from onix.cli import show_record
    from onix.jobs.record import contents

    path = settings_of(debug, record=record).record
    with opened(path) as kept:
        show_record.show_contents(contents(kept), path, as_json=as_json)


@record_app.command(
    name="list",
    epilog=examples(
        "onix record list",
        "onix record list 'harbour bridge' --outlet 'The Port Courier'",
        "onix record list --kind transcript --limit 0 --json",
    ),
)
def list_documents(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help="Words of a title or of a file's name; all, without."),
    ] = None,
    outlet: options.Outlets = None,
    since: options.Since = None,
    until: options.Until = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="Only article, transcript, recording, plan or draft.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="NUMBER", help="At most so many; 0 for all.", min=0)
    ] = 50,
    record: options.Record = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> None:
    """List the documents, the newest first, with their ids and older versions."""
    from onix.cli import show_record
    from onix.jobs.listing import listing, with_versions

    path = settings_of(debug, record=record).record
    with opened(path) as kept:
        found = listing(
            kept,
            title=" ".join(words or ()),
            outlets=outlet or (),
            since=since,
            until=until,
            kind=kind,
        )
        shown = with_versions(kept, found[: limit or None])
    show_record.show_list(shown, len(found), as_json=as_json)


@record_app.command(
    epilog=examples("onix record amend call.vtt --published 2025-05-06 --outlet 'The Port Courier'")
)
def amend(
    document: options.Kept,
    published: options.GivenPublished = None,
    outlet: options.GivenOutlet = None,
    record: options.Record = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> int:
    """Give a document the date or the outlet that became known later."""
    from onix.cli.show_added import show
    from onix.jobs.amend import amend
    from onix.jobs.report import LEFT_OUT, Counts

    with opened(settings_of(debug, record=record).record, write=True) as kept:
        amended = amend(kept, document, published=published, outlet=outlet)
    show([amended], Counts(), as_json=as_json, as_json_lines=False)
    return 1 if amended.outcome == LEFT_OUT else 0


@record_app.command(epilog=examples("onix record verify", "onix record verify --json"))
def verify(
    record: options.Record = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> int:
    """Hash every document again and hold the index against the record."""
    from onix.cli import show_record
    from onix.jobs.record import verify

    with opened(settings_of(debug, record=record).record) as kept:
        found = verify(kept)
    show_record.show_verification(found, as_json=as_json)
    return 0 if found.is_sound else 1


@record_app.command(epilog=examples("onix record rebuild"))
def rebuild(
    record: options.Record = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> None:
    """Make the index anew from the record."""
    from onix.cli import show_record
    from onix.jobs.record import rebuild

    with opened(settings_of(debug, record=record).record, write=True) as kept:
        passages = rebuild(kept)
    show_record.show_rebuilt(passages, as_json=as_json)


@app.command(
    epilog=examples(
        "onix remove bridge.html --why 'the outlet withdrew it'",
        "onix remove acabffa000b0ebfb --only-this-version --why 'added twice'",
    )
)
def remove(
    document: options.Kept,
    why: Annotated[
        str, typer.Option("--why", metavar="REASON", help="Kept in its place, with its hash.")
    ],
    only_this_version: Annotated[
        bool, typer.Option("--only-this-version", help="Leave its other versions in.")
    ] = False,
    record: options.Record = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> None:
    """Take a document out of the record for good."""
    from onix.cli import show_record
    from onix.jobs.remove import remove

    with opened(settings_of(debug, record=record).record, write=True) as kept:
        stones = remove(kept, document, why=why, only_this_version=only_this_version)
    show_record.show_removed(stones, as_json=as_json)
