"""A Python process of our own at the other end of two pipes: values go out, values come back.

`multiprocessing` is not used: it would import the caller's main module in every process, and its
pool ends when one is killed. What is asked and answered is up to `readers.py` and the desk.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any, Final

# One core each is what several share out; more threads on top would fight for the cores.
ONE_THREAD: Final = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"
)
# How it shows on the pipes that the process at their other end has ended.
BROKEN: Final = (EOFError, OSError, pickle.UnpicklingError)


class Piped:
    """A process that runs the function `serve` of a module of Onix.

    Args:
        first: The value that it begins with.
    """

    def __init__(self, module: str, first: object) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - a module of ours, named by itself
            # -P: never import from the current folder, where anything may lie.
            [sys.executable, "-P", "-c", f"from {module} import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | ONE_THREAD | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            # Ctrl-C in the terminal is for the process that gives the orders.
            start_new_session=True,
        )
        assert self.process.stdin is not None  # noqa: S101 - for mypy: PIPE was asked for
        assert self.process.stdout is not None  # noqa: S101
        self._outbox, self._inbox = self.process.stdin, self.process.stdout
        with suppress(OSError):  # It died at once: reading from it will say so.
            self.send(first)

    def send(self, value: object) -> None:
        """Send a value. Raises one of `BROKEN` when the process has ended."""
        send(self._outbox, value)

    def take(self) -> Any:
        """Wait for a value. Raises one of `BROKEN` when the process has ended."""
        return pickle.load(self._inbox)  # noqa: S301 - from a process of our own

    def end(self) -> None:
        """End the process and let go of it."""
        self.process.kill()
        self.process.wait()
        for pipe in (self._outbox, self._inbox):
            with suppress(OSError):  # What was still to be sent has no reader any more.
                pipe.close()


def send(pipe: IO[bytes], value: object) -> None:
    """Send a value at once."""
    pipe.write(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
    pipe.flush()


def serving(
    work: Callable[[IO[bytes], IO[bytes]], None],
) -> None:  # pragma: no cover (runs in processes that no test measures)
    """Be the process: work with what comes in and goes out, until whoever began it has ended."""
    inbox = sys.stdin.buffer
    outbox = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # A library that prints must not print into the answers.
    try:
        work(inbox, outbox)
    except (EOFError, BrokenPipeError):
        os._exit(0)
