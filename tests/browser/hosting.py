"""A publisher's site for tests: pages on a port of their own, under the strictest of policies."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# Nothing but the desk's script and what it fetches: no styles at all, not even of the page's own.
STRICT = (
    "default-src 'none'; script-src {desk}; connect-src {desk}; require-trusted-types-for 'script'"
)


class Site:
    """Pages by their path, which may be put in while it is served."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, tuple[str, str]] = {}

    def put(self, path: str, html: str, *, desk: str, policy: str = STRICT) -> str:
        """Put a page in; give its address."""
        self.pages[path] = (html.format(desk=desk), policy.format(desk=desk))
        return f"{self.address}{path}"


@contextmanager
def hosted() -> Iterator[Site]:
    """Serve a site that a browser takes for another one than the desk: another name and port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            html, policy = site.pages.get(self.path, ("", ""))
            self.send_response(200 if html else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(f"http://localhost:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, name="site")
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
