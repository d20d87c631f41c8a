"""A small web site on this machine for tests: real sockets, real HTTP, no network."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Page:
    """What the site answers; `etag` makes it answer 304 to whoever has it already."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str | None = None


Answer = Page | Callable[["Handler"], Page | None]


class Site(ThreadingHTTPServer):
    """Serves `pages` by path and remembers what was asked, with its headers."""

    daemon_threads = True
    address_family = socket.AF_INET

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.scheme = "http"
        super().__init__(("127.0.0.1", 0), Handler)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Give the address of a page."""
        return f"{self.scheme}://{host}:{self.server_port}{path}"

    def paths(self) -> list[str]:
        """Give what was asked, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor that hangs up in the middle is what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    """Answers from the site's pages; `server` is the site."""

    server: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer one request."""
        self.server.asked.append((self.path, dict(self.headers.items())))
        answer = self.server.pages.get(self.path, Page("nothing here", status=404))
        page = answer if isinstance(answer, Page) else answer(self)
        if page is None:  # It answered by itself.
            self.close_connection = True
            return
        if page.etag and self.headers.get("If-None-Match") == page.etag:
            page = Page(status=304, etag=page.etag)
        body = page.body.encode() if isinstance(page.body, str) else page.body
        headers = {"Content-Type": "text/html; charset=utf-8"} | page.headers
        if page.etag:
            headers["ETag"] = page.etag
        if page.status != 304:
            headers.setdefault("Content-Length", str(len(body)))
        self.send_response(page.status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if page.status != 304:
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the terminal."""


@contextmanager
def serving(certificate: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Run a site in a thread as long as the block lasts, over TLS when a certificate is given."""
    site = Site()
    if certificate is not None:
        site.socket = certificate.wrap_socket(
            site.socket, server_side=True, do_handshake_on_connect=False
        )
        site.scheme = "https"
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        thread.join()
        site.server_close()
