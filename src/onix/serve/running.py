"""The server as it runs: listening, patient for a while, quiet in its headers.

In: an app and how it is served. Out: a uvicorn server and the socket it listens on. uvicorn waits
for ever for the head of a request, so one that does not is here.
"""

from __future__ import annotations

import asyncio
import socket

import h11
import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from onix.errors import InputError
from onix.serve.desk import Serving
from onix.serve.door import is_loopback

# Seconds for the head of a request, and for the next one on a connection that is kept.
HEAD_SECONDS, KEPT_SECONDS = 10.0, 15
# Connections of one address, and of all; proxies and this machine may have as many as there are.
MOST_OF_ONE, MOST = 64, 512


class PatientProtocol(H11Protocol):
    """uvicorn's HTTP/1.1, with an end to waiting for the head of a request."""

    head_seconds = HEAD_SECONDS
    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn's own
        """Begin to wait."""
        super().connection_made(transport)
        host = self.client[0] if self.client else ""
        of_one = [each for each in self.connections if getattr(each, "client", ("",))[0] == host]
        if len(of_one) > MOST_OF_ONE and not is_loopback(host):
            transport.abort()
            return
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Stop to wait once the head is whole, else go on."""
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._wait()
        else:
            self._stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing to wait for any more."""
        self._stop()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._waiting is None:
            self._waiting = self.loop.call_later(self.head_seconds, self._give_up)

    def _stop(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _give_up(self) -> None:
        self.transport.abort()


def server_for(app: FastAPI, serving: Serving) -> uvicorn.Server:
    """Give the server that runs an app."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=PatientProtocol,
            ws="none",
            log_level="warning",
            access_log=False,
            server_header=False,
            # Only when asked, and only from there: anybody can write these headers.
            proxy_headers=serving.behind_proxy is not None,
            forwarded_allow_ips=serving.behind_proxy or "",
            timeout_keep_alive=KEPT_SECONDS,
            timeout_graceful_shutdown=5,
            limit_concurrency=MOST,
        )
    )


def listening(serving: Serving) -> socket.socket:
    """Give the socket of a server, bound; port 0 takes a free one.

    Raises:
        InputError: The address is not of this machine, or the port is taken.
    """
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    try:
        return socket.create_server((serving.host, serving.port), family=family, backlog=256)
    except (OSError, OverflowError) as problem:
        why = getattr(problem, "strerror", None) or problem
        raise InputError(
            f"Cannot listen on {serving.host}:{serving.port}: {why}. "
            "Choose another port with --port, or another address with --host."
        ) from problem


def address(serving: Serving, listens: socket.socket) -> str:
    """Give the address of the first page."""
    host = f"[{serving.host}]" if ":" in serving.host else serving.host or "0.0.0.0"  # noqa: S104 - shown
    return f"http://{host}:{listens.getsockname()[1]}/"
