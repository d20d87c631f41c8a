"""What all commands stand on: the app they register with, their examples, their settings."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from typer.core import TyperGroup

from onix import __version__
from onix.cli.terminal import clean
from onix.errors import InputError
from onix.settings import Settings, load

if TYPE_CHECKING:
    from onix.record import Record


Form = TypeVar("Form", bound=str)


class StoppedError(Exception):
    """Ctrl-C, on its way past typer, which would end without a word."""


class ReaderGoneError(Exception):
    """A closed pipe, on its way past typer, which would take it for a failure."""


# As a newcomer meets them; a command that is missing here comes last.
ORDER = (
    *(
        "demo",
        "add",
        "update",
        "ask",
        "quotes",
        "timeline",
        "check",
        "proof",
        "watch",
        "compare",
        "search",
        "read",
        "serve",
        "mcp",
        "token",
        "log",
        "record",
        "remove",
    ),
    "settings",
)


_WHOLE = 1000  # characters: more than a sentence has


class Commands(TyperGroup):
    """Commands in an order of ours, with a help that cuts no sentence off."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the names as a newcomer meets them."""
        names = super().list_commands(ctx)
        return sorted(names, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Say in whole sentences what each command does, over several lines where it is narrow."""
        known = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, each.get_short_help_str(_WHOLE)) for name, each in known if each is not None]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: Any) -> object:
        """Run a command; Ctrl-C and a closed pipe go past typer."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise StoppedError from error
        except BrokenPipeError as error:
            raise ReaderGoneError from error


app = typer.Typer(
    cls=Commands,
    help="Answer questions about the news from a record, word for word.",
    epilog="\b\nExit codes: 0 done, 1 something found or left out, 2 could not do it.\n\n"
    "Start with: onix demo",
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


def examples(*lines: str) -> str:
    """Give the foot of a command's help; \\b keeps typer from filling its lines."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def settings_of(debug: bool, **flags: object) -> Settings:
    """Give the settings; with --debug, print them with where each comes from."""
    settings = load(flags)
    if debug:
        from onix.cli.show_settings import lines

        sys.stderr.write("\n".join(lines(settings)) + "\n")
    return settings


def one_form(wanted: Mapping[Form, bool]) -> Form | None:
    """Give the one form that is asked for; None for the eye.

    Raises:
        InputError: There are several.
    """
    given = [form for form, is_wanted in wanted.items() if is_wanted]
    if len(given) > 1:
        raise InputError(
            f"Cannot print {' and '.join(f'--{each}' for each in given)} at once. Give one of them."
        )
    return given[0] if given else None


@contextmanager
def opened(path: Path, *, create: bool = False, write: bool = False) -> Iterator[Record]:
    """Give the record, and say at the end what the user should hear of it (a mended index).

    One that was made for this and into which nothing has come leaves no folder behind.
    """
    from onix.record import discard_if_empty, open_record

    is_new = create and not path.exists()
    try:
        with open_record(path, create=create, write=write) as record:
            try:
                yield record
            finally:
                for notice in record.notices:
                    sys.stderr.write(f"onix: {clean(notice)}\n")
    finally:
        if is_new:
            discard_if_empty(path)
