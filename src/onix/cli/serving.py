"""The command that opens a record in the browser.

Comes in: typed arguments. Goes out: a server that runs until it is stopped, or a password that is
kept for one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onix.cli import options
from onix.cli.app import app, examples, settings_of
from onix.errors import InputError, MissingExtraError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from onix.serve.keys import Keys
    from onix.settings import Settings

PASSWORD_FILE = "ONIX_PASSWORD_FILE"  # noqa: S105 - the name of a variable


@app.command(
    epilog=examples(
        "onix serve",
        "onix serve --demo --open",
        "onix serve --record archive.onix --port 9000",
        "onix serve --public --host 0.0.0.0 --name ask.paper.example",
        "onix serve --set-password",
        "onix serve --behind-proxy 127.0.0.1 --name desk.paper.example",
    )
)
def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; beyond this machine see --public.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(help="Port to listen on; 0 takes a free one.", min=0, max=65535)
    ] = 8765,
    public: Annotated[
        bool, typer.Option("--public", help="Anybody may read and ask; nobody may change it.")
    ] = False,
    login: Annotated[
        bool, typer.Option("--login", help="Ask for the password on this machine, too.")
    ] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            metavar="HOST",
            help="A name by which browsers call this server; may be repeated.",
            show_default=False,
        ),
    ] = None,
    behind_proxy: Annotated[
        str | None,
        typer.Option(
            "--behind-proxy",
            metavar="ADDRESS",
            help="Believe X-Forwarded-For and -Proto of a proxy that calls from there.",
            show_default=False,
        ),
    ] = None,
    rate: Annotated[
        int,
        typer.Option(
            metavar="NUMBER", help="With --public: requests a minute of one visitor.", min=1
        ),
    ] = 120,
    demo: Annotated[
        bool, typer.Option("--demo", help="Serve the bundled story; it is gone afterwards.")
    ] = False,
    open_it: Annotated[bool, typer.Option("--open", help="Open it in your browser, too.")] = False,
    set_password: Annotated[
        bool, typer.Option("--set-password", help="Ask for the owner's password, keep it, end.")
    ] = False,
    record: options.Record = None,
    allow_private: options.AllowPrivate = None,
    debug: options.Debug = False,
) -> int:
    """Open the record in the browser: ask, read, check."""
    if demo and record is not None:
        raise InputError(
            "--demo serves the bundled story, and --record another record. Leave one of them out."
        )
    with ExitStack() as until_stopped:
        if demo:
            record = until_stopped.enter_context(_story())
        settings = settings_of(debug, record=record, allow_private=allow_private)
        return _serve(
            settings,
            keys_only=set_password,
            opens=open_it,
            host=host,
            port=port,
            public=public,
            login=login,
            hosts=tuple(name or ()),
            behind_proxy=behind_proxy,
            rate=rate,
        )


@contextmanager
def _story() -> Iterator[Path]:
    """Give a record of the bundled story for as long as it is served."""
    from onix.jobs.demo import add_story
    from onix.record import open_record

    with TemporaryDirectory(prefix="onix-demo-") as folder:
        path = Path(folder) / "story.onix"
        sys.stderr.write("onix: reading the bundled story …\n")
        with open_record(path, create=True, write=True) as record:
            for _ in add_story(record):
                pass
        yield path


def _serve(settings: Settings, *, keys_only: bool, opens: bool, **how: Any) -> int:
    """Serve until it is stopped; with `keys_only` a password is kept, and that is all."""
    behind_proxy, host = how["behind_proxy"], how["host"]
    try:
        from onix.serve.app import make_app
        from onix.serve.desk import Serving
        from onix.serve.door import is_loopback, kind_of
        from onix.serve.keys import Keys
        from onix.serve.private import Private
        from onix.serve.running import address, listening, server_for
    except ModuleNotFoundError as problem:
        raise MissingExtraError(
            "Serving a record needs an extra. Install it with: pip install 'askonix[serve]'"
        ) from problem
    if behind_proxy is not None and "*" in behind_proxy:
        raise InputError(
            "--behind-proxy takes the address of the proxy, not '*': whoever is believed can say "
            "to be anybody. Give the address that it calls from, such as: --behind-proxy 127.0.0.1"
        )
    # With a single core, another process to answer in would only take its time and memory.
    hands = settings.processes if settings.processes > 1 else 0
    serving = Serving(settings=settings, warm=True, hands=hands, **how)
    keys = Keys(Private(settings.record))
    if keys_only:
        keys.set_password(_asked())
        sys.stderr.write(f"onix: the password of {settings.record} is set; all are logged out.\n")
        return 0
    if kind_of(serving) == "login":
        _take_from_file(keys)
    made = make_app(serving)
    with listening(serving) as listens:
        sys.stderr.write(
            f"onix: {settings.record} is at {address(serving, listens)} (Ctrl-C stops it)\n"
        )
        for line in _boxes(made):
            sys.stderr.write(f"onix: {line}\n")
        if kind_of(serving) == "login" and not behind_proxy and not is_loopback(host):
            sys.stderr.write(
                "onix: the password crosses the network in the clear. "
                "Put a proxy that speaks https in front: see docs/how-to/serve-a-record.md\n"
            )
        if opens:
            # The socket listens already, so that the browser waits until the server answers.
            typer.launch(address(serving, listens))
        server_for(made, serving).run(sockets=[listens])
    return 0


def _boxes(app: FastAPI) -> Iterator[str]:
    """Say what the Ask boxes for other sites answer from."""
    if app.state.boxes.all and app.state.desk.is_there:
        with app.state.desk.reading() as record:
            yield from app.state.boxes.told(record)


def _asked() -> str:
    """Ask for a password twice; with ONIX_PASSWORD_FILE it is the one in there."""
    if (given := _from_file()) is not None:
        return given
    if not sys.stdin.isatty():
        raise InputError(
            "There is no terminal to ask for a password on. "
            f"Write it into a file and name that: {PASSWORD_FILE}=FILE onix serve --set-password"
        )
    asked: str = typer.prompt("New password", hide_input=True, confirmation_prompt=True, err=True)
    return asked


def _take_from_file(keys: Keys) -> None:
    """Make the password in ONIX_PASSWORD_FILE the owner's, unless it is already."""
    given = _from_file()
    if given is not None and not keys.is_password(given):
        keys.set_password(given)


def _from_file() -> str | None:
    named = os.environ.get(PASSWORD_FILE)
    if not named:
        return None
    try:
        return Path(named).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(
            f"Could not read the password in {named}, which {PASSWORD_FILE} names: {problem}. "
            "Write it there, as one line."
        ) from problem


@app.command(
    epilog=examples(
        "onix mcp --record archive.onix",
    )
)
def mcp(record: options.Record = None, debug: options.Debug = False) -> int:
    """Give the record to an assistant as MCP tools, on standard input and output.

    An MCP client starts this command by itself; name it in the client's settings.
    """
    settings = settings_of(debug, record=record)
    try:
        from onix.serve.desk import Desk, Serving
        from onix.serve.mcp_tools import make_tools
    except ModuleNotFoundError as problem:
        raise MissingExtraError(
            "MCP tools need an extra. Install it with: pip install 'askonix[serve]'"
        ) from problem
    desk = Desk(Serving(settings=settings))
    try:
        make_tools(desk).run("stdio")
    finally:
        desk.close()
    return 0
