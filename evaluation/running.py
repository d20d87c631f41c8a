"""A script of this folder run to its end: its `main` in, the exit code of the process out.

Its own file because every script ends alike: whoever has read enough of it (`| head`), or names a
file that is not there, hears no traceback.
"""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Callable
from typing import NoReturn


def run_script(main: Callable[[], int | None]) -> NoReturn:
    """Run a script and leave the process with its exit code.

    A pipe that breaks elsewhere than on standard output is a fault and stays one.
    """
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        if _is_read():
            raise
        # What is left in the buffer is written when the process ends, and must not fail either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0  # as `onix` itself says then
    except FileNotFoundError as error:
        name = error.filename
        print(f"{name}: no such file or folder. Name one that is there (--help).", file=sys.stderr)
        code = 2
    sys.exit(code)


def _is_read() -> bool:
    """Is there still somebody at the other end of standard output?"""
    poll = select.poll()
    poll.register(sys.stdout, 0)
    return not any(event & select.POLLERR for _, event in poll.poll(0))
