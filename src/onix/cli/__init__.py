"""What is typed, turned into one job called and its result shown; errors become one sentence.

Comes in: arguments. Goes out: text or JSON on standard output, sentences on standard error, and an
exit code: 0 done (an abstention is done), 1 findings or some inputs left out, 2 could not do it.
"""

from __future__ import annotations

import errno
import io
import json
import os
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onix.errors import InputError, OnixError

if TYPE_CHECKING:
    import typer

# As the library that reads options says that something is no number.
_NO_NUMBER = re.compile(r"Input should be a valid \w+, unable to parse string as an? \w+")
# The disk, or the file that output is sent to, is full.
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
COULD_NOT = 2
INTERRUPTED = 130


def application() -> typer.Typer:
    """Give the app with every command in it."""
    from onix.cli import (  # noqa: F401 - they register their commands
        asking,
        checking,
        comparing,
        keeping,
        looking,
        proving,
        quoting,
        serving,
        timelining,
        tokens,
        watching,
    )
    from onix.cli.app import app

    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; nothing leaves here as an exception."""
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments) or ["--help"])
    except KeyboardInterrupt:  # before there is a command, or behind it
        sys.stderr.write("onix: stopped.\n")
        return INTERRUPTED


def _run(given: list[str]) -> int:
    from typer.exceptions import Abort, TyperException

    from onix.cli.app import ReaderGoneError, StoppedError
    from onix.cli.printing import refuse_file_behind

    flags = given[: given.index("--")] if "--" in given else given
    _speak_utf8()
    try:
        refuse_file_behind(flags)
        code = application()(given, prog_name="onix", standalone_mode=False)
        sys.stdout.flush()
    except OnixError as error:
        return _fail(error, flags)
    except TyperException as error:
        return _fail(InputError(_usage(error, flags)), flags)
    except (StoppedError, Abort):
        sys.stderr.write("onix: stopped.\n")
        return INTERRUPTED
    except (ReaderGoneError, BrokenPipeError):
        # The reader (`| head`) has gone; a later flush at exit must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except PermissionError as error:
        where = f": {error.filename}" if error.filename else ""
        denied = OnixError(f"Permission denied{where}. Check that you may read and write there.")
        denied.__cause__ = error
        return _fail(denied, flags)
    except OSError as error:
        if error.errno not in _NO_ROOM:
            return _fail(_fault(error), flags)
        full = OnixError(f"Could not write: {error.strerror}. Make room there, or write elsewhere.")
        full.__cause__ = error
        return _fail(full, [each for each in flags if each == "--debug"])
    except Exception as error:  # a bug: the sentence for the user, the place with --debug
        if _was_stopped(error):
            sys.stderr.write("onix: stopped.\n")
            return INTERRUPTED
        return _fail(_fault(error), flags)
    return code if isinstance(code, int) else 0


def _was_stopped(error: BaseException | None) -> bool:
    """Did Ctrl-C come while a library in C was imported, which makes an ImportError of it?"""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__cause__ or error.__context__
    return False


def _fault(error: Exception) -> OnixError:
    """Give a bug as a sentence."""
    what = f"{type(error).__name__}: {error}".rstrip(": ")
    raised = OnixError(
        f"Something went wrong inside Onix ({what}). "
        "Run it again with --debug and report what it prints."
    )
    raised.__cause__ = error
    return raised


def _speak_utf8() -> None:
    """Read and write UTF-8 whatever the locale; odd file names are escaped, not a failure."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                encoding=None if stream.isatty() else "utf-8",
                errors="strict" if stream is sys.stdin else "backslashreplace",
            )


def _fail(error: OnixError, flags: Sequence[str]) -> int:
    """Print the error as a sentence, or as JSON where JSON was asked for."""
    if "--debug" in flags:
        import traceback

        traceback.print_exception(error)
    if "--json" in flags or "--jsonl" in flags:
        from onix import wire

        sys.stdout.write(json.dumps(wire.error(error), ensure_ascii=False) + "\n")
    else:
        from onix.cli.terminal import clean

        sys.stderr.write(f"onix: {clean(str(error))}\n")
    return COULD_NOT


def _usage(error: Exception, given: Sequence[str]) -> str:
    """Say what is wrong with what was typed, with the nearest that is right, and where to look.

    Args:
        given: What was typed.
    """
    from difflib import get_close_matches

    from onix.cli.printing import takes_no_file

    says = _NO_NUMBER.sub("write a number", getattr(error, "format_message", lambda: str(error))())
    says = says.replace("Value error, ", "")
    context = getattr(error, "ctx", None)
    option = getattr(error, "option_name", None)
    if context is not None and option is not None and "No such option" in says:
        known = [name for each in context.command.get_params(context) for name in each.opts]
        near = get_close_matches(option, known, n=1, cutoff=0.65)
        says = f"No such option: {option}." + (f" Did you mean {near[0]}?" if near else "")
    command = context.command_path if context is not None else "onix"
    if context is not None and "unexpected extra argument" in says:
        options = {name for each in context.command.get_params(context) for name in each.opts}
        extra = says.rpartition("(")[2].partition(")")[0].partition(" ")[0]
        before = given[given.index(extra) - 1] if extra in given[1:] else ""
        if before in options:  # "--html page.html"
            says = takes_no_file(before, extra, command)
        elif "--against" in options:
            says = f"Name with --against what it is held against: {command} FILE --against FILE."
    return f"{says}{'' if says.endswith(('.', '?')) else '.'} See: {command} --help"
