"""A record served for a test by a real server, on a port of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from fastapi import FastAPI

from onix.serve.app import make_app
from onix.serve.desk import Serving
from onix.serve.running import address, listening, server_for

PATIENCE = 10.0


@contextmanager
def served(serving: Serving) -> Iterator[str]:
    """Serve a record as `onix serve` does, and give its address, without a slash at the end."""
    with running(make_app(serving), serving) as place:
        yield place


@contextmanager
def running(app: FastAPI, serving: Serving) -> Iterator[str]:
    """Run an app that was made, and give its address."""
    serving = replace(serving, port=0)
    server = server_for(app, serving)
    with listening(serving) as listens:
        thread = threading.Thread(
            target=server.run, kwargs={"sockets": [listens]}, name="onix-serve"
        )
        thread.start()
        try:
            until = time.monotonic() + PATIENCE
            while not server.started:
                assert thread.is_alive() and time.monotonic() < until, "the server did not start"
                time.sleep(0.01)  # uvicorn says by a flag alone that it listens
            yield address(serving, listens).rstrip("/")
        finally:
            server.should_exit = True
            thread.join(PATIENCE)
            assert not thread.is_alive(), "the server did not stop"
