"""What may be reached: which addresses are fetched, and which machines they may lead to.

An address written by somebody else (in a feed, in a redirect) must not lead into the reader's own
network. So the check is made on the numbers a host resolves to, right before connecting to exactly
these numbers (network.py); no spelling of a host and no second look-up can get around it.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from onix.errors import FetchError

Resolver = Callable[[str, int], Sequence[str]]
"""Gives the IP addresses of a host and port, in the order in which to try them."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# RFC 6052 and RFC 3056: the last 32 bits, or bits 16 to 48, are an IPv4 address.
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")
# Not marked as closed by every Python 3.11: local-use NAT64 (RFC 8215), IPv6 site-local (RFC 3879).
CLOSED = (
    ipaddress.ip_network("64:ff9b:1::/48"),
    ipaddress.ip_network("fec0::/10"),
    ipaddress.ip_network("192.88.99.0/24"),
)


def is_web_address(text: str) -> bool:
    """Does this look like an address to fetch, rather than a path?"""
    return text[:8].lower().startswith(("http://", "https://"))


def tidy(address: str) -> str:
    """Give the address as it is asked for: http(s), with a host, without its #fragment.

    Raises:
        FetchError: Another scheme, no host, a bad port, or a user name or password in it.
    """
    text = address.strip().replace(" ", "%20")  # Feeds have links with spaces in them.
    try:
        parts = urlsplit(text)
        has_credentials = "@" in parts.netloc
        host, _ = parts.hostname, parts.port
    except ValueError as problem:
        raise FetchError(
            f"Could not fetch {address}: it is not a valid address ({problem}). "
            "Check how it is written."
        ) from problem
    shown = f"{parts.scheme}://…@{host}" if has_credentials else address
    if parts.scheme.lower() not in ("http", "https"):
        raise FetchError(
            f"Could not fetch {shown}: only http:// and https:// addresses are fetched. "
            "Save the page to a file and add the file."
        )
    if has_credentials:
        raise FetchError(
            f"Could not fetch {shown}: it has a user name or password in it. "
            "Leave them out, or save the page from your browser and add the file."
        )
    if not host:
        raise FetchError(f"Could not fetch {address}: it names no host. Check how it is written.")
    if any(ord(sign) <= 32 or ord(sign) == 127 for sign in text):
        raise FetchError(
            f"Could not fetch {text!r}: it has a control character in it. "
            "Check how the address is written."
        )
    return parts._replace(fragment="").geturl()


def why(problem: Exception) -> str:
    """Give what the operating system says, without its number."""
    return re.sub(r"^\[Errno -?\d+\] ", "", str(problem))


def resolve(host: str, port: int) -> list[str]:
    """Give the IP addresses of a host, as the operating system knows them; none is dropped."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise FetchError(
            f"Could not reach {host}: its name was not found ({why(problem)}). "
            "Check how the address is written, and your connection."
        ) from problem
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def why_closed(number: str) -> str | None:
    """Say what kind of closed address this IP address is ("loopback"); None when it is public."""
    address = _inner(ipaddress.ip_address(number.partition("%")[0]))
    kinds = {
        "loopback": address.is_loopback,
        "unspecified": address.is_unspecified,
        "link-local": address.is_link_local,
        "multicast": address.is_multicast,
        "private": address.is_private,
        "reserved": address.is_reserved
        or not address.is_global
        or any(address in network for network in CLOSED if network.version == address.version),
    }
    return next((kind for kind, holds in kinds.items() if holds), None)


def _inner(address: Address) -> Address:
    """Give the IPv4 address that an IPv6 address carries inside, where it carries one."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address in SIX_TO_FOUR:
        return ipaddress.IPv4Address((int(address) >> 80) & 0xFFFFFFFF)
    return address


def allowed(host: str, numbers: Sequence[str], *, allow_private: bool) -> Sequence[str]:
    """Give the numbers back when all of them may be reached.

    Raises:
        FetchError: One of them is closed. All must be open: a host that resolves to a public and
            a private address is either broken or means harm.
    """
    for number in numbers:
        why = why_closed(number)
        if why == "multicast" or (why is not None and not allow_private):
            raise FetchError(
                f"Did not fetch from {host}: it leads to {number}, a {why} address, and pages from "
                "the web must not reach into your own network. "
                "If this is your own server, add --allow-private."
            )
    return numbers
