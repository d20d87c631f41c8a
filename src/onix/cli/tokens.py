"""The commands for who may come in and what they did: token, log.

Comes in: typed arguments. Goes out: tokens made and revoked, and what was done through the server.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onix.cli import options
from onix.cli.app import Commands, app, examples, settings_of
from onix.cli.terminal import clean
from onix.errors import InputError, MissingExtraError

if TYPE_CHECKING:
    from onix.serve.audit import Log
    from onix.serve.keys import Keys

token_app = typer.Typer(cls=Commands, rich_markup_mode=None)
app.add_typer(
    token_app,
    name="token",
    help="Give programs tokens for onix serve, list them, take them back.",
    epilog=examples(
        "onix token add newsroom-cms --may add --may check",
        "onix token list",
        "onix token revoke newsroom-cms",
    ),
)
Name = Annotated[str, typer.Argument(metavar="NAME", help="Whose it is.")]


@token_app.command(epilog=examples("onix token add newsroom-cms --may add"))
def add(
    name: Name,
    may: Annotated[
        list[str] | None,
        typer.Option(
            "--may",
            metavar="SCOPE",
            help="What it may do besides read: check, add, remove; may be repeated.",
            show_default=False,
        ),
    ] = None,
    record: options.Record = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> int:
    """Make a token and print it, for the only time."""
    with _desk(settings_of(debug, record=record).record) as (keys, log):
        secret = keys.make_token(name, may or ())
        log.write("command line", "own", f"token {name.strip()} made")
    if as_json:
        sys.stdout.write(json.dumps({"name": name.strip(), "token": secret}) + "\n")
    else:
        sys.stderr.write("onix: copy it now; it is kept nowhere and never shown again.\n")
        sys.stdout.write(f"{secret}\n")
    return 0


@token_app.command("list", epilog=examples("onix token list --json"))
def listed(
    record: options.Record = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> int:
    """Show the tokens that there are, with what they may do and when they were last used."""
    with _desk(settings_of(debug, record=record).record) as (keys, _):
        from onix.serve.audit import moment

        tokens = keys.tokens()
    if as_json:
        found = [
            {
                "name": each.name,
                "may": list(each.scopes),
                "made": moment(each.made),
                "used": moment(each.used) if each.used is not None else None,
            }
            for each in tokens
        ]
        sys.stdout.write(json.dumps({"tokens": found}, ensure_ascii=False) + "\n")
        return 0
    rows = [
        (
            each.name,
            ", ".join(each.scopes),
            moment(each.made),
            moment(each.used) if each.used is not None else "never",
        )
        for each in tokens
    ]
    _table(("name", "may", "made", "last used"), rows, empty="No program has a token.")
    return 0


@token_app.command(epilog=examples("onix token revoke newsroom-cms"))
def revoke(name: Name, record: options.Record = None, debug: options.Debug = False) -> int:
    """Make a token worthless from now on."""
    with _desk(settings_of(debug, record=record).record) as (keys, log):
        keys.revoke(name)
        log.write("command line", "own", f"token {name} revoked")
    sys.stderr.write(f"onix: the token {clean(name)} is worthless from now on.\n")
    return 0


@app.command(
    "log",
    epilog=examples("onix log", "onix log --limit 1000 --json", "onix log --prune 2025-01-01"),
)
def show_log(
    limit: options.Limit = 50,
    prune: Annotated[
        str | None,
        typer.Option(
            metavar="DAY", help="Forget what was done before this day (UTC).", show_default=False
        ),
    ] = None,
    record: options.Record = None,
    as_json: options.AsJson = False,
    debug: options.Debug = False,
) -> int:
    """Show who added, checked, removed what through onix serve, and who came in."""
    with _desk(settings_of(debug, record=record).record) as (_, log):
        if prune is not None:
            return _prune(log, prune, as_json=as_json)
        entries = log.entries(limit=max(limit, 0))
        if as_json:
            found = {"entries": [asdict(each) for each in entries]}
            sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
            return 0
    rows = [(each.at, each.who, each.address or "", each.did, each.about) for each in entries]
    _table(("when", "who", "from", "did", "with"), rows, empty="Nothing was done yet.")
    return 0


def _prune(log: Log, day: str, *, as_json: bool) -> int:
    """Forget old entries; that somebody did stays in the log."""
    try:
        before = datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError as problem:
        raise InputError(
            f"Could not read the date {day!r} of --prune. Write it as 2025-11-26."
        ) from problem
    gone = log.prune(before.timestamp())
    log.write("command line", "own", f"log of before {day} pruned, {gone} entries")
    if as_json:
        sys.stdout.write(json.dumps({"pruned": gone, "before": day}) + "\n")
    entries = "1 entry" if gone == 1 else f"{gone:,} entries"
    sys.stderr.write(f"onix: {entries} of before {clean(day)} forgotten.\n")
    return 0


@contextmanager
def _desk(folder: Path) -> Iterator[tuple[Keys, Log]]:
    try:
        from onix.serve.audit import Log
        from onix.serve.keys import Keys
        from onix.serve.private import Private
    except ModuleNotFoundError as problem:
        raise MissingExtraError(
            "Serving a record needs an extra. Install it with: pip install 'askonix[serve]'"
        ) from problem
    private = Private(folder)
    try:
        yield Keys(private), Log(private)
    finally:
        private.close()


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, empty: str) -> None:
    """Print columns as wide as their longest cell."""
    cleaned = [[clean(cell) for cell in row] for row in rows]
    if not cleaned:
        sys.stderr.write(f"{empty}\n")
        return
    widths = [max(len(row[at]) for row in [list(heads), *cleaned]) for at in range(len(heads))]
    for row in [list(heads), *cleaned]:
        line = "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        sys.stdout.write(line.rstrip() + "\n")
