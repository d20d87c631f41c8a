"""What every answer carries and every request has to keep to, whatever it asks for.

In: requests of browsers and programs, honest or not. Out: the same with strict headers, or a
refusal before anything is read. Who somebody is decides `rights.py`; here it is whether a request
can be meant for this server, comes from its own pages, keeps to its size, and comes in time.
"""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onix.errors import OnixError
from onix.serve.desk import Serving
from onix.serve.door import is_loopback, kind_of
from onix.serve.embed.sharing import SCRIPT, headers_for
from onix.serve.limits import Buckets
from onix.serve.rights import PUBLIC, SAFE, WaitError, address_of, visitor_of

# Nothing from elsewhere, nothing inline: what a document says can never run or be loaded.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Not "no-referrer": browsers would then send "Origin: null" with our own forms.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
# What pages of others may load with scripts: the Ask box, which has a list of origins of its own.
FOR_OTHERS = ("/embed/", SCRIPT)
# What somebody may send who may change something, and anybody else.
MOST_BYTES, FEW_BYTES = 32 << 20, 64 << 10
# Seconds for a body: so many, and one more for each of these bytes that has come.
BODY_SECONDS, SLOWEST = 20.0, 16 << 10
# Seconds in which a client has to take something of an answer.
ANSWER_SECONDS = 30.0


class RefusedError(OnixError):
    """A request that is not answered at all."""


class FromElsewhereError(RefusedError):
    """A page of somebody else's made a browser send this, or a proxy that nobody spoke of."""

    status = 403


class TooLargeError(RefusedError):
    """More bytes were sent than are taken."""

    status = 413


class TooSlowError(RefusedError):
    """A body that does not come."""

    status = 408


class FaultError(OnixError):
    """A bug."""

    status = 500


class _StalledError(Exception):
    """A client that does not take its answer."""


class Guard:
    """The outermost layer of the server.

    Args:
        explain: Gives the answer to an error, as a page or as JSON.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        serving: Serving,
        explain: Callable[[Request, Exception], Awaitable[Response]],
    ) -> None:
        self._app = app
        self._explain = explain
        self._door = kind_of(serving)
        self._boxes = serving.settings.boxes
        self._names = LOOPBACK | {each.lower() for each in serving.hosts} | {_quoted(serving.host)}
        self._is_open_to_all = not is_loopback(serving.host)
        self._rate = Buckets(rate=serving.rate / 60, burst=serving.rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        refused: OnixError | None = None
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                self._dress(request, message)
                if refused is not None:  # what more is sent will not be read
                    MutableHeaders(scope=message)["connection"] = "close"
            try:
                async with asyncio.timeout(ANSWER_SECONDS):
                    await send(message)
            except TimeoutError as problem:
                raise _StalledError from problem

        async def answered(message: Message) -> None:
            # A body that was cut short looks like any broken one to whoever reads it.
            if refused is None or started:
                await guarded(message)

        try:
            self._judge(request)
            inner = {**scope, "method": "GET"} if request.method == "HEAD" else scope
            body = _Body(receive, await self._most(request), request.headers)

            async def taken() -> Message:
                nonlocal refused
                try:
                    return await body.receive()
                except RefusedError as problem:
                    refused = problem
                    raise

            await self._app(inner, taken, answered)
        except _StalledError:
            return  # the connection is closed, because the answer is not whole
        except OnixError as problem:
            refused = problem
        except Exception:  # a bug: its visitor is told so, and it goes on into the log
            if not started:
                says = (
                    "Something went wrong inside Onix. Whoever runs this server finds what it was "
                    "in its log."
                )
                await (await self._explain(request, FaultError(says)))(scope, receive, guarded)
            raise  # so that it stands in the log
        if refused is not None and not started:
            await (await self._explain(request, refused))(scope, receive, guarded)

    def _judge(self, request: Request) -> None:
        """Refuse what cannot be meant for this server, or comes too often."""
        headers = request.headers
        if not self._is_ours(headers.get("host", "")):
            raise RefusedError(
                "This server does not go by that name. Call it by its address, or name it when it "
                "is started: onix serve --name NAME"
            )
        if self._door == "open" and any(each in headers for each in FORWARDED):
            raise FromElsewhereError(
                "This request came through a proxy, and this server would let anybody in. "
                "Start it with: onix serve --behind-proxy ADDRESS"
            )
        if says := crossing(request.method, request.url.path, headers):
            raise FromElsewhereError(says)
        is_limited = self._door == "public" and not request.url.path.startswith("/static/")
        if is_limited and (wait := self._rate.wait(address_of(request))):
            raise WaitError("Too many requests came from this address.", wait)

    async def _most(self, request: Request) -> int:
        """Give how much may be sent; those who may change nothing have little to send."""
        if request.method in SAFE:
            return FEW_BYTES
        visitor = await run_in_threadpool(visitor_of, request)
        return MOST_BYTES if visitor.rights - PUBLIC else FEW_BYTES

    def _is_ours(self, host: str) -> bool:
        """Is it called by a name of its own?

        Anything else may be a page of somebody else's whose name was pointed here (DNS rebinding).
        An address cannot be pointed anywhere, so a server for a network goes by any.
        """
        name, colon, port = host.lower().rpartition(":")
        name = name if colon and port.isdigit() else host.lower()
        if name in self._names:
            return True
        try:
            ipaddress.ip_address(name.strip("[]"))
        except ValueError:
            return False
        return self._is_open_to_all

    def _dress(self, request: Request, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        asked = (request.url.path, request.headers.get("origin"))
        for name, value in (HEADERS | headers_for(self._boxes, *asked)).items():
            headers.setdefault(name, value)
        if not request.url.path.startswith("/static/"):
            # What only some may see stays in no cache, nor what was answered to a form.
            private = self._door == "login" or request.method not in SAFE
            headers.setdefault("cache-control", "no-store" if private else "no-cache")


class _Body:
    """What is sent with a request: not too much, and not too slowly."""

    def __init__(self, receive: Receive, most: int, headers: Headers) -> None:
        self._receive = receive
        self._most = most
        self._began = asyncio.get_running_loop().time()
        self._came = 0
        self._is_whole = False
        said = headers.get("content-length", "")
        if said.isdecimal() and int(said) > most:
            raise self._too_large()

    async def receive(self) -> Message:
        if self._is_whole:  # what comes now is that the client has gone, whenever that is
            return await self._receive()
        deadline = self._began + BODY_SECONDS + self._came / SLOWEST
        try:
            async with asyncio.timeout_at(deadline):
                message = await self._receive()
        except TimeoutError as problem:
            raise TooSlowError(
                "What was to be sent did not come in time. Send it again, or use the command line: "
                "onix add FILE"
            ) from problem
        self._came += len(message.get("body", b""))
        self._is_whole = not message.get("more_body", False)
        if self._came > self._most:
            raise self._too_large()
        return message

    def _too_large(self) -> TooLargeError:
        size = f"{self._most >> 20} MB" if self._most >= 1 << 20 else f"{self._most >> 10} KB"
        return TooLargeError(
            f"More than {size} were sent at once. Send less, or use the command line: onix add FILE"
        )


def crossing(method: str, path: str, headers: Headers) -> str | None:
    """Say what is wrong when a page of somebody else's made a browser send this; None if not.

    A browser says itself where a request comes from, and no page can make it say otherwise:
    Sec-Fetch-Site to https and to this machine, Origin everywhere. Programs say neither, and
    nobody can make them send anything.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if method in SAFE:
        leads_here = headers.get("sec-fetch-mode", "navigate") == "navigate" and headers.get(
            "sec-fetch-dest", "document"
        ) in ("document", "empty")
        if site in ("cross-site", "same-site") and not leads_here and not _is_for_others(path):
            return "A page elsewhere asked for this with a script. Open it in a window of its own."
        return None
    if site is not None:
        is_ours = site in ("same-origin", "none")
    elif origin is not None:
        is_ours = urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
    else:
        # A browser without either, from before 2020: a login of its would be anybody's to use.
        is_ours = "cookie" not in headers
    return (
        None
        if is_ours
        else ("This was sent from a page elsewhere. Open this server itself and do it there.")
    )


def _is_for_others(path: str) -> bool:
    return path.startswith(FOR_OTHERS)


def _quoted(host: str) -> str:
    """Give an address as it stands in a Host header."""
    return f"[{host}]" if ":" in host else host.lower()
