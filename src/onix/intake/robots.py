"""What a site lets programs read: its robots.txt (RFC 9309), asked for once a run and host."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onix.errors import FetchError

if TYPE_CHECKING:
    from protego import Protego

AGENT = "onix"
LARGEST = 500 * 1024  # RFC 9309: a crawler reads at least 500 KiB of it.
LONGEST_DELAY = 30.0  # A Crawl-delay beyond this would not be sat out by anybody at a keyboard.


class Robots:
    """The rules of the hosts met in this run.

    Args:
        read: Gives the text of a robots.txt; "" when the host has none. What it raises stands for
            every page of that host: a site whose rules cannot be read is not read (RFC 9309).
    """

    def __init__(self, read: Callable[[str], str]) -> None:
        self._read = read
        self._rules: dict[str, Protego | FetchError] = {}

    def check(self, address: str) -> None:
        """Raise FetchError when the site does not let programs read this address."""
        if not self._of(address).can_fetch(address, AGENT):
            raise FetchError(
                f"Did not fetch {address}: the site's robots.txt does not let programs read it. "
                "Save the page from your browser and add the file."
            )

    def delay(self, address: str) -> float:
        """Give the seconds that the site wants between two pages; 0 when it says nothing."""
        wanted = self._of(address).crawl_delay(AGENT)
        return min(float(wanted or 0.0), LONGEST_DELAY)

    def _of(self, address: str) -> Protego:
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._rules:
            self._rules[host] = self._load(f"{host}/robots.txt")
        rules = self._rules[host]
        if isinstance(rules, FetchError):
            raise rules
        return rules

    def _load(self, address: str) -> Protego | FetchError:
        from protego import Protego

        try:
            return Protego.parse(self._read(address))
        except FetchError as problem:
            return problem
