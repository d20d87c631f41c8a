"""The commands that look things up and change nothing: search, read, settings.

Comes in: typed arguments. Goes out: an exit code; the printing is in the `show_*` files.
Jobs are imported inside their command, so that `onix --help` starts at once.
"""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from onix.cli import options
from onix.cli.app import app, examples, one_form, opened, settings_of
from onix.errors import InputError
from onix.settings import load


@app.command(
    epilog=examples(
        "onix search 'harbour bridge'",
        "onix search '\"harbour bridge\"' --outlet 'The Port Courier' --since 2025-05-01",
        "onix search bridge --limit 3 --json",
    )
)
def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help="What to find; in quotation marks, word for word."),
    ],
    limit: options.Limit = 10,
    outlet: options.Outlets = None,
    since: options.Since = None,
    until: options.Until = None,
    as_of: options.AsOf = None,
    within: options.Within = None,
    record: options.Record = None,
    as_json: options.AsJson = False,
    as_json_lines: options.AsJsonLines = False,
    debug: options.Debug = False,
) -> None:
    """Find passages by their words."""
    from onix.cli import show_hits
    from onix.jobs.search import beyond_dates, search, turns_of
    from onix.record import Query

    forms: dict[Literal["json", "jsonl"], bool] = {"json": as_json, "jsonl": as_json_lines}
    form = one_form(forms)
    asked = " ".join(words)
    with opened(settings_of(debug, record=record).record) as kept:
        hits = search(
            kept,
            asked,
            limit=limit,
            outlets=outlet or (),
            since=since,
            until=until,
            as_of=as_of,
            documents=within or (),
        )
        turns = [] if form else [turns_of(kept, each) for each in hits]
        dated = Query(
            asked,
            outlets=tuple(outlet or ()),
            since=since,
            until=until,
            as_of=as_of,
            documents=kept.ids_of(within or ()),
        )
        beyond = None if hits or form else beyond_dates(kept, dated)
    show_hits.show(hits, asked, turns, form=form, beyond=beyond)


@app.command(
    epilog=examples(
        "onix settings", "ONIX_RECORD=election.onix onix settings", "onix settings --json"
    )
)
def settings(
    record: options.Record = None,
    workers: options.Workers = None,
    allow_private: options.AllowPrivate = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> None:
    """Show each setting and where it comes from."""
    from onix.cli import show_settings

    found = load({"record": record, "workers": workers, "allow_private": allow_private})
    show_settings.show(found, as_json=as_json)


@app.command(
    epilog=examples(
        "onix read story.html --json",
        "onix read articles.jsonl > marks.jsonl",
        "onix read --jsonl < articles.jsonl > marks.jsonl",
        "onix read story.html --events --json",
    )
)
def read(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILES", help='Files to read; "-" is what comes from a pipe.'),
    ] = None,
    outlet: options.GivenOutlet = None,
    published: options.GivenPublished = None,
    format: options.Format = None,
    workers: options.Workers = None,
    events: Annotated[
        bool,
        typer.Option("--events", help="What happened, when and who took part, too; half as fast."),
    ] = False,
    as_json: options.AsJson = False,
    as_json_lines: options.AsJsonLines = False,
    debug: options.Debug = False,
) -> int:
    """Print the names, times and quotes in documents as JSON."""
    from onix.cli import show_marks
    from onix.jobs.read import STANDARD_INPUT, read

    if not files and not as_json_lines:
        raise InputError(
            "Nothing to read. Name files, or give JSON Lines: onix read --jsonl < articles.jsonl"
        )
    results = read(
        files or [STANDARD_INPUT],
        outlet=outlet,
        published=published,
        format=format or (None if files else "jsonl"),
        workers=settings_of(debug, workers=workers).processes,
        stdin=sys.stdin.buffer,
        events=events,
    )
    return 1 if show_marks.show(results, as_json=as_json and not as_json_lines) else 0
