"""The record made ready to check drafts against: once for each state of it, not for each draft.

In: the record. Out: its tapes, for as long as a check uses them. A large record takes half a
minute, so the page on which a draft is pasted has it begun.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from onix.jobs.check.material import Ready, made_ready
from onix.serve.desk import Desk


class _Held:
    """Tapes with the number of checks that use them; thrown away when nobody does."""

    def __init__(self, sequence: int) -> None:
        self.sequence = sequence
        self.stack = ExitStack()
        self.ready: Ready | None = None
        self.users = 0


class Taping:
    """Keeps the tapes of the record as it is now."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._making = threading.Lock()
        self._lock = threading.Lock()
        self._held: _Held | None = None

    def begin(self) -> None:
        """Make the tapes in the background, if they are not there."""
        threading.Thread(target=self._warm, name="onix-taping", daemon=True).start()

    @contextmanager
    def ready(self) -> Iterator[Ready]:
        """Give the tapes, made first if they are not there or the record has changed."""
        held = self._taken()
        try:
            assert held.ready is not None  # noqa: S101 - for mypy
            yield held.ready
        finally:
            self._let_go(held)

    def close(self) -> None:
        """Throw the tapes away."""
        with self._lock:
            held, self._held = self._held, None
            is_free = held is not None and not held.users
        if held is not None and is_free:
            held.stack.close()

    def _warm(self) -> None:
        self._let_go(self._taken())

    def _taken(self) -> _Held:
        with self._making, self._desk.reading() as record:
            held = self._held
            if held is None or held.sequence != record.sequence:
                held = _Held(record.sequence)
                held.ready = held.stack.enter_context(made_ready(record))
                self._put(held)
            with self._lock:
                held.users += 1
            return held

    def _put(self, held: _Held) -> None:
        with self._lock:
            before, self._held = self._held, held
            is_free = before is not None and not before.users
        if before is not None and is_free:
            before.stack.close()

    def _let_go(self, held: _Held) -> None:
        with self._lock:
            held.users -= 1
            is_free = not held.users and held is not self._held
        if is_free:
            held.stack.close()
