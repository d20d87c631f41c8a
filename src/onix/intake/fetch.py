"""A web address comes in, the bytes behind it go out, or a sentence that says why not.

Everything about being a careful and polite guest is here: limits of size, time and redirects,
robots.txt, pauses, conditional requests. What may be reached is decided in addresses.py.
"""

from __future__ import annotations

import ssl
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin, urlsplit

from onix import __version__
from onix.errors import FetchError
from onix.intake import addresses, robots
from onix.intake.bodies import read_body
from onix.intake.raw import Raw

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"onix/{__version__} (askonix; reads pages into one reader's local news record)"
ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8"
REDIRECTS = (301, 302, 303, 307, 308)
BUSY = (429, 503)


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """How far a fetch may go; times in seconds, sizes in bytes.

    Attributes:
        allow_private: Fetch from the reader's own machine and network too.
        largest: Of the page, as it is sent and as it is unpacked.
        total_seconds: For one page with its redirects, waiting out of politeness not counted.
        delay: Between two requests to one host; longer when its robots.txt says so.
        retries: How often to ask again when the site is busy (429, 503).
        longest_wait: A site that asks for more than this before the next try is given up.
    """

    allow_private: bool = False
    user_agent: str = USER_AGENT
    largest: int = 25_000_000
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    total_seconds: float = 60.0
    redirects: int = 5
    delay: float = 1.0
    retries: int = 2
    longest_wait: float = 30.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: `asked` is the address, `raw.address` where its redirects ended."""

    raw: Raw
    asked: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class NotModified:
    """The page is still the one that `etag` or `last_modified` stood for (304)."""

    address: str


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    headers: httpx.Headers
    body: bytes = b""


def fetch(
    address: str,
    *,
    policy: FetchPolicy,
    etag: str | None = None,
    last_modified: str | None = None,
) -> Fetched | NotModified:
    """Give what one address holds; for several, keep a `Fetcher` open."""
    with Fetcher(policy) as fetcher:
        return fetcher.fetch(address, etag=etag, last_modified=last_modified)


@dataclass
class Fetcher:
    """Fetches one address after another, remembering what each host said about robots and pauses.

    Attributes:
        resolve: How a host becomes IP addresses.
        certificates: Whom to trust; None is what the system or SSL_CERT_FILE says.
    """

    policy: FetchPolicy = field(default_factory=FetchPolicy)
    resolve: addresses.Resolver = addresses.resolve
    certificates: ssl.SSLContext | None = None

    def __post_init__(self) -> None:
        import httpx

        from onix.intake.network import CheckedNetwork, CheckedTransport, Deadline

        policy = self.policy
        self._deadline = Deadline()
        network = CheckedNetwork(self.resolve, self._deadline, allow_private=policy.allow_private)
        self._client = httpx.Client(
            transport=CheckedTransport(network, self.certificates),
            headers={
                "User-Agent": policy.user_agent,
                "Accept": ACCEPT,
                "Accept-Encoding": "gzip, deflate",
            },
            timeout=httpx.Timeout(policy.read_seconds, connect=policy.connect_seconds),
            trust_env=False,
        )
        self._robots = robots.Robots(self._read_robots)
        self._next: dict[str, float] = {}  # host → when it may be asked again

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of every connection."""
        self._client.close()

    def fetch(
        self, address: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched | NotModified:
        """Give what the address holds, or that it has not changed since `etag`, `last_modified`.

        Raises:
            FetchError: It may not be fetched, cannot be reached, or is too large or too slow.
        """
        self._deadline.start(self.policy.total_seconds)
        self._client.cookies.clear()
        headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        asked = addresses.tidy(address)
        final, reply = self._follow(
            asked, {name: value for name, value in headers.items() if value}, mind_robots=True
        )
        if reply.status == 304 and (etag or last_modified):
            return NotModified(asked)
        if not 200 <= reply.status < 300:
            raise FetchError(_says_status(final, reply.status))
        raw = Raw(
            address=final,
            data=reply.body,
            media_type=reply.headers.get("Content-Type"),
            fetched=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        return Fetched(raw, asked, reply.headers.get("ETag"), reply.headers.get("Last-Modified"))

    def _follow(
        self, address: str, headers: dict[str, str], *, mind_robots: bool
    ) -> tuple[str, _Reply]:
        """Give the last reply after all redirects; each is checked like the first address."""
        current = address
        for _ in range(self.policy.redirects + 1):
            if mind_robots:
                self._robots.check(current)
                self._wait_for_turn(current, self._robots.delay(current))
            reply = self._ask_until_free(current, headers)
            target = reply.headers.get("Location")
            if reply.status not in REDIRECTS or not target:
                return current, reply
            current = addresses.tidy(urljoin(current, target))
        raise FetchError(
            f"Could not fetch {address}: it redirects more than {self.policy.redirects} times. "
            "Open it in your browser and add the address where it ends."
        )

    def _ask_until_free(self, address: str, headers: dict[str, str]) -> _Reply:
        """Ask, and ask again when the site says that it is busy, as long as it asks for little."""
        for attempt in range(self.policy.retries + 1):
            reply = self._ask(address, headers)
            if reply.status not in BUSY:
                return reply
            wait = _retry_after(reply.headers.get("Retry-After"), otherwise=2.0**attempt)
            if wait > self.policy.longest_wait:
                raise FetchError(
                    f"Could not fetch {address}: the site is busy ({reply.status}) and asks to "
                    f"wait {wait:.0f} seconds. Try again after that."
                )
            if attempt < self.policy.retries:
                self._pause(wait)
        return reply

    def _ask(self, address: str, headers: dict[str, str]) -> _Reply:
        """Send one request and read one reply, within the limits."""
        import httpcore
        import httpx

        try:
            with self._client.stream("GET", address, headers=headers) as response:
                if response.is_success:
                    body = read_body(address, response, largest=self.policy.largest)
                    return _Reply(response.status_code, response.headers, body)
                return _Reply(response.status_code, response.headers)
        except httpcore.TimeoutException as problem:
            raise FetchError(
                f"Could not fetch {address}: the site took too long "
                f"({problem or 'no answer'}). Try again later."
            ) from problem
        except httpcore.ConnectError as problem:
            if "CERTIFICATE" in str(problem):
                raise FetchError(
                    f"Did not fetch {address}: the site's certificate could not be verified "
                    f"({problem}). Do not trust the page; check the address, or this machine's "
                    "clock and certificates."
                ) from problem
            # It may be the host's robots.txt that was asked for, which nobody named.
            raise FetchError(
                f"Could not reach {urlsplit(address).netloc}: {addresses.why(problem)}. "
                "Check the address and your connection."
            ) from problem
        except (httpcore.NetworkError, httpcore.ProtocolError) as problem:
            raise FetchError(
                f"Could not fetch {address}: the connection broke off or the answer was not HTTP "
                f"({problem}). Try again later."
            ) from problem
        except (httpx.InvalidURL, UnicodeError) as problem:
            raise FetchError(
                f"Could not fetch {address}: it is not a valid address ({problem}). "
                "Check how it is written."
            ) from problem

    def _read_robots(self, address: str) -> str:
        final, reply = self._follow(address, {}, mind_robots=False)
        if reply.status in BUSY or reply.status >= 500:
            raise FetchError(
                f"Did not fetch from {urlsplit(address).netloc}: its rules for programs could not "
                f"be read ({final} answered {reply.status}). Try again later."
            )
        return reply.body[: robots.LARGEST].decode("utf-8", errors="replace")

    def _wait_for_turn(self, address: str, wanted: float) -> None:
        host = urlsplit(address).netloc
        self._pause(self._next.get(host, 0.0) - time.monotonic())
        self._next[host] = time.monotonic() + max(self.policy.delay, wanted)

    def _pause(self, seconds: float) -> None:
        """Wait; waiting out of politeness does not use up the time of the page."""
        if seconds > 0:
            time.sleep(seconds)  # what the site asked for between two requests, or our own delay
            self._deadline.at += seconds


def _retry_after(header: str | None, *, otherwise: float) -> float:
    """Give the seconds that a Retry-After header asks for: a number, or a date."""
    if header is None:
        return otherwise
    if header.strip().isdigit():
        return float(header)
    try:
        then = parsedate_to_datetime(header)
    except ValueError:
        return otherwise
    return max(0.0, (then - datetime.now(then.tzinfo)).total_seconds())


def _says_status(address: str, status: int) -> str:
    reasons = {
        401: "it wants a sign-in",
        402: "it wants a payment",
        403: "the site does not give it to this program",
        404: "there is no such page",
        410: "the page has been taken down",
        429: "the site is busy",
        451: "it is withheld for legal reasons",
        503: "the site is busy",
    }
    remedies = {
        404: "Check how the address is written.",
        410: "Look for a copy in an archive.",
        429: "Try again later.",
        503: "Try again later.",
    }
    usual = "the site has a problem" if status >= 500 else "the site refused"
    remedy = "Try again later." if status >= 500 else "Save it from your browser and add the file."
    return (
        f"Could not fetch {address}: {reasons.get(status, usual)} ({status}). "
        f"{remedies.get(status, remedy)}"
    )
