"""The commands: what each takes, one job called, its result shown.

Comes in: typed arguments. Goes out: an exit code; the printing is in the `show_*` files.
Jobs are imported inside their command, so that `onix --help` starts at once.
"""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from onix import __version__
from onix.cli import options
from onix.settings import Settings, load


class StoppedError(Exception):
    """Ctrl-C, on its way past typer, which would end without a word."""


class ReaderGoneError(Exception):
    """A closed pipe, on its way past typer, which would take it for a failure."""


class _Commands(TyperGroup):
    def invoke(self, ctx: Any) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise StoppedError from error
        except BrokenPipeError as error:
            raise ReaderGoneError from error


app = typer.Typer(
    cls=_Commands,
    help="Answer questions about the news from a record, word for word.",
    epilog="Start with: onix demo",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"onix {__version__}\n")
        raise typer.Exit


@app.callback()
def _onix(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Answer questions about the news from a record, word for word."""


def _examples(*lines: str) -> str:
    """Lines for the foot of a command's help, kept apart (\\b keeps typer from filling them)."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def _settings(debug: bool, **flags: object) -> Settings:
    settings = load(flags)
    if debug:
        from onix.cli.show_settings import lines

        sys.stderr.write("\n".join(lines(settings)) + "\n")
    return settings


@app.command(
    epilog=_examples(
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
    """Show each setting, its value and where it comes from."""
    from onix.cli import show_settings

    found = load({"record": record, "workers": workers, "allow_private": allow_private})
    show_settings.show(found, as_json=as_json)
