"""Which document this is: its address in one spelling, its outlet by address, its id.

In: an address, a text. Out: the same id for the same thing on every machine, today and tomorrow.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

_PORTS = {"http": 80, "https": 443}

# urlsplit lets blanks through anywhere in a host, and a bracket beside an "@".
_NO_HOST = re.compile(r"[\s\[\]]")

# Parameters that say how a reader came, not what the page is; from the outlets' own links and
# the lists of Firefox's and Brave's query stripping.
_TRACKING = re.compile(
    r"(?:utm|guce|at|ns)_\w+"
    r"|(?:fb|g|dc|y|msclk|tt|tw)clid|msclkid|mc_[ce]id|igshid?|_ga|guccounter|s_kwcid|wt\.mc_id"
    r"|cmpid|cmp|ocid|smid|smtyp|ftag|xtor|taid|soc_(?:src|trk)|__twitter_impression|sref|srnd",
    re.IGNORECASE,
)


def canonical_address(address: str | None) -> str | None:
    """Give a web address in one spelling; None when it is none (a path, `mailto:`).

    Scheme and host are small letters; user name, default port, fragment and parameters that only
    track readers are gone, with the blanks before them: an address in this spelling stays as it is.
    """
    parts = _split(address)
    if parts is None or parts.hostname is None:
        return None
    host = parts.hostname
    if ":" in host:
        host = f"[{host}]"
    if parts.port is not None and parts.port != _PORTS[parts.scheme]:
        host = f"{host}:{parts.port}"
    kept = [
        each
        for each in map(str.strip, parts.query.split("&"))
        if each and not _TRACKING.fullmatch(each.partition("=")[0])
    ]
    return urlunsplit((parts.scheme, host, parts.path.rstrip() or "/", "&".join(kept), ""))


def _split(address: str | None) -> SplitResult | None:
    if not address:
        return None
    try:
        parts = urlsplit(address.partition("#")[0].strip())
        _ = parts.port  # raises for a port that is no number
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname or _NO_HOST.search(parts.hostname):
        return None
    return parts


def is_web(address: str | None) -> bool:
    """Is it an http or https address?"""
    return _split(address) is not None


def host_of(address: str | None) -> str | None:
    """Give the host of a web address without "www."; None for anything else.

    It stands in for the outlet only where nobody names one.
    """
    parts = _split(address)
    return parts.hostname.removeprefix("www.") if parts and parts.hostname else None


def same_site(one: str | None, other: str | None) -> bool:
    """Are two addresses of one outlet, as far as hosts tell ("edition.cnn.com", "cnn.com")?"""
    hosts = sorted((host_of(one) or "", host_of(other) or ""), key=len)
    return bool(hosts[0]) and (hosts[1] == hosts[0] or hosts[1].endswith(f".{hosts[0]}"))


def identify(*, address: str | None, text: str) -> str:
    """Give the id of a document that came without one: 16 hexadecimal digits.

    It is made from the web address (http and https, with and without "www." are one) and, where
    there is none, from the text: a file that moves to another folder stays the same document.
    """
    canonical = canonical_address(address)
    if canonical is None:
        return _digest("text", text)
    bare = canonical.split("://", 1)[1].removeprefix("www.")
    path, mark, query = bare.partition("?")
    return _digest("address", path.rstrip("/") + mark + query)


def _digest(basis: str, value: str) -> str:
    joined = f"{basis}\n{value}".encode("utf-8", errors="surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:16]
