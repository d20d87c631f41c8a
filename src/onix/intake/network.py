"""The connection under a fetch: what is checked is what is connected to, within one deadline.

httpx speaks HTTP; here is what it stands on. A host is looked up once, the numbers found are
checked, and the connection goes to those numbers, so a name that changes its mind between check
and connection (DNS rebinding) gains nothing. TLS still asks for, and checks, the host by name.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from onix.errors import FetchError
from onix.intake.addresses import Resolver, allowed


class Deadline:
    """The moment at which a fetch must be over, whatever the server still sends."""

    def __init__(self) -> None:
        self.at = float("inf")

    def start(self, seconds: float) -> None:
        """Let the time run from now."""
        self.at = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """Give the seconds to wait at most, no more than `timeout`."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for the whole page is over")
        return left if timeout is None else min(left, timeout)


class CheckedStream(httpcore.NetworkStream):
    """A connection that ends at the deadline, even when a byte still drips in now and then."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self.stream = stream
        self.deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Give the next bytes."""
        return self.stream.read(max_bytes, self.deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self.stream.write(buffer, self.deadline.left(timeout))

    def close(self) -> None:
        """Let go of the connection."""
        self.stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Give the connection encrypted, its certificate checked against the host's name."""
        stream = self.stream.start_tls(ssl_context, server_hostname, self.deadline.left(timeout))
        return CheckedStream(stream, self.deadline)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks of a connection (is it still open?)."""
        return self.stream.get_extra_info(info)


class CheckedNetwork(httpcore.NetworkBackend):
    """Connects to the checked numbers of a host, one after another, and to nothing else."""

    def __init__(self, resolve: Resolver, deadline: Deadline, *, allow_private: bool) -> None:
        self.resolve = resolve
        self.deadline = deadline
        self.allow_private = allow_private
        self.backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Give a connection to the first of the host's numbers that answers."""
        numbers = allowed(host, self.resolve(host, port), allow_private=self.allow_private)
        problem: Exception = FetchError(
            f"Could not reach {host}: its name leads nowhere. Check how the address is written."
        )
        for number in numbers:
            try:
                stream = self.backend.connect_tcp(
                    number, port, self.deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                problem = failed
            else:
                return CheckedStream(stream, self.deadline)
        raise problem


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self.response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self.response.iter_stream()

    def close(self) -> None:
        self.response.close()


class CheckedTransport(httpx.BaseTransport):
    """What httpx.Client sends through: HTTP/1.1 over a `CheckedNetwork`.

    Proxies are not used: behind a proxy nobody here could say which machine is reached.
    """

    def __init__(self, network: CheckedNetwork, certificates: ssl.SSLContext | None) -> None:
        self.pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context() if certificates is None else certificates,
            max_connections=4,
            max_keepalive_connections=4,
            keepalive_expiry=15,
            network_backend=network,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; the body is read from the response as it comes in."""
        response = self.pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Let go of every connection."""
        self.pool.close()
