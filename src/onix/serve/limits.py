"""How often somebody may ask, and how often guess: an address comes in, seconds to wait go out.

Both forget the longest unseen when too many addresses are known, so memory stays bounded.
"""

from __future__ import annotations

import ipaddress
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

MOST_KNOWN = 10_000


class Buckets:
    """A bucket of tokens for each address: `burst` at once, then `rate` a second."""

    def __init__(
        self, *, rate: float, burst: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._lock = threading.Lock()
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, who: str, *, take: bool = True) -> float:
        """Take one and give 0, or give the seconds until there is one again."""
        with self._lock:
            now = self._clock()
            level, at = self._levels.pop(who, (float(self._burst), now))
            level = min(self._burst, level + (now - at) * self._rate)
            there = level >= 1
            self._levels[who] = (level - 1 if there and take else level, now)
            if len(self._levels) > MOST_KNOWN:
                self._levels.popitem(last=False)
            return 0.0 if there else (1 - level) / self._rate


class Guesses:
    """Wrong passwords or tokens: a few are free, then each doubles the wait, for each address.

    All addresses together have a limit, too, or a thousand machines would guess a thousandfold.
    """

    FREE = 5
    LONGEST = 900.0
    FORGOTTEN = 3600.0

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._overall = Buckets(rate=1 / 6, burst=60, clock=clock)

    def wait(self, who: str) -> float:
        """Give the seconds until the next guess is looked at; 0 for now."""
        with self._lock:
            times, last = self._wrong.get(who, (0, 0.0))
            passed = self._clock() - last
            own = min(2.0 ** (times - self.FREE), self.LONGEST) if times >= self.FREE else 0.0
            if passed > self.FORGOTTEN:
                own = 0.0
        return max(own - passed, self._overall.wait("all", take=False), 0.0)

    def wrong(self, who: str) -> None:
        """Count a wrong guess."""
        self._overall.wait("all")
        with self._lock:
            times, last = self._wrong.pop(who, (0, 0.0))
            if self._clock() - last > self.FORGOTTEN:
                times = 0
            self._wrong[who] = (min(times + 1, 60), self._clock())
            if len(self._wrong) > MOST_KNOWN:
                self._wrong.popitem(last=False)

    def right(self, who: str) -> None:
        """Forget the wrong guesses of somebody who knew it in the end."""
        with self._lock:
            self._wrong.pop(who, None)


def visitor_key(host: str | None) -> str:
    """Give what stands for a visitor: the address, or the network of an IPv6 customer (/64)."""
    try:
        address = ipaddress.ip_address(host or "")
    except ValueError:
        return host or "unknown"
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
