"""A feed or a sitemap comes in, the pages that it lists go out: address, title, dates.

RSS, Atom and RDF are read by feedparser, which forgives what feeds get wrong; JSON Feed and
sitemaps (https://www.sitemaps.org, with Google's news extension) are read here.
"""

from __future__ import annotations

import io
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin
from xml.sax import SAXException

from onix.errors import FetchError, InputError
from onix.intake.addresses import is_web_address, tidy
from onix.intake.dates import iso_date
from onix.intake.decoding import one_line
from onix.intake.raw import Raw

LARGEST = 50_000_000  # sitemaps.org: a sitemap is at most 50 MB unpacked.
HEAD = 1 << 16
_SHORTEST = 60  # words of what is no teaser
GZIP = b"\x1f\x8b"
FIRST_ELEMENT = re.compile(
    r"(?:\ufeff|\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)*+<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL | re.IGNORECASE,
)
JSON_FEED = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org')
# A WordPress export is an RSS file too, but carries its articles itself: intake reads it.
WORDPRESS_EXPORT = re.compile(r"wordpress\.org/export/")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a feed lists, and what the feed says of it.

    Attributes:
        published: ISO date or date-time as precise as the feed says, in the zone it says.
        updated: The same for the last change.
        outlet: Of a news sitemap only: the publication's name.
        content: The whole article as HTML, where the feed carries it.
    """

    address: str
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    outlet: str | None = None
    content: str | None = None


def is_feed(raw: Raw) -> bool:
    """Does it list pages: a feed, a sitemap, a sitemap index? Only its beginning is looked at."""
    return _kind(raw) is not None


def entries(raw: Raw) -> list[Entry] | None:
    """Give the pages a feed or sitemap lists, in its order, each once; None when it is neither.

    Raises:
        InputError: It declares entities (an XML bomb begins so), or unpacks to too much.
    """
    kind = _kind(raw)
    if kind in ("rss", "feed", "rdf"):
        found = _syndicated(_data(raw), raw)
    elif kind == "json":
        found = _json_feed(_data(raw), raw)
    elif kind == "urlset":
        found = _sitemap(_data(raw), raw)
    else:
        return None
    once: dict[str, Entry] = {}
    for entry in found:
        once.setdefault(entry.address, entry)
    return list(once.values())


def sitemaps(raw: Raw) -> list[Entry] | None:
    """Give the sitemaps that a sitemap index lists, newest first; None when it is no index."""
    if _kind(raw) != "sitemapindex":
        return None
    listed = [
        Entry(address, updated=iso_date(_text(node, "lastmod")))
        for node in _elements(_data(raw), "sitemap")
        if (address := _absolute(_text(node, "loc"), raw))
    ]
    return sorted(listed, key=lambda entry: entry.updated or "", reverse=True)


def _kind(raw: Raw) -> str | None:
    """Give the kind of feed that it is, told by its first element; None for anything else."""
    start = _unpacked(raw.data, HEAD) if raw.data[:2] == GZIP else raw.data[:HEAD]
    # Without its zero bytes, UTF-16 markup reads like any other.
    head = start.replace(b"\0", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith("{"):
        return "json" if JSON_FEED.search(head) else None
    first = FIRST_ELEMENT.match(head)
    kind = first[1].lower() if first else None
    if kind not in ("rss", "feed", "rdf", "urlset", "sitemapindex"):
        return None
    return None if kind == "rss" and WORDPRESS_EXPORT.search(head) else kind


def _data(raw: Raw) -> bytes:
    """Give the whole of it, unpacked. Raises InputError for what is made to choke a reader."""
    data = _unpacked(raw.data, LARGEST + 1) if raw.data[:2] == GZIP else raw.data
    if len(data) > LARGEST:
        raise InputError(
            f"Did not read {raw.address}: it has more than {LARGEST // 1_000_000} MB unpacked, "
            "more than a feed or a sitemap may have. Add the addresses of its pages instead."
        )
    if b"<!ENTITY" in data.replace(b"\0", b"").upper():
        raise InputError(
            f"Did not read {raw.address}: the feed declares entities of its own, as files made to "
            "choke a reader do. Add the addresses of its pages instead."
        )
    return data


def _unpacked(data: bytes, size: int) -> bytes:
    """Give at most the first `size` bytes; of a broken file, what comes before the break."""
    try:
        return zlib.decompressobj(31).decompress(data, size)
    except zlib.error:
        return b""


def _syndicated(data: bytes, raw: Raw) -> Iterator[Entry]:
    """Read RSS, Atom and RDF."""
    import feedparser

    headers = {"content-location": raw.address or ""}
    if raw.media_type:
        headers["content-type"] = raw.media_type
    # Of the articles' HTML nothing is used, so there is nothing to clean.
    feed = feedparser.parse(
        io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    if not feed.entries and isinstance(feed.get("bozo_exception"), SAXException):
        raise InputError(
            f"Could not read {raw.address}: the feed is broken, and no page could be found in it. "
            "Try again later, or add the addresses of its pages instead."
        )
    for item in feed.entries:
        # FeedBurner puts its own counter into link and the article's address beside it.
        address = _absolute(item.get("feedburner_origlink") or item.get("link"), raw)
        if address is None:
            continue
        published, updated = _date(item, "published"), _date(item, "updated")
        if feed.version.startswith("rss"):
            published = published or updated  # RDF has one date only, dc:date.
        written = max(
            (each.get("value") or "" for each in item.get("content", ())), key=len, default=""
        )
        yield Entry(
            address, _plain(item.get("title")), published, updated, content=_article(written)
        )


def _json_feed(data: bytes, raw: Raw) -> Iterator[Entry]:
    """Read JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org)."""
    try:
        items = json.loads(data).get("items")
    except (ValueError, RecursionError) as problem:
        raise InputError(
            f"Could not read {raw.address}: it begins like a JSON Feed, but its JSON is broken "
            f"({problem}). Tell its publisher, or add the addresses of its pages instead."
        ) from problem
    for item in items if isinstance(items, list) else ():
        if not isinstance(item, dict):
            continue
        strings = {key: value for key, value in item.items() if isinstance(value, str)}
        address = _absolute(strings.get("url") or strings.get("external_url"), raw)
        if address is not None:
            yield Entry(
                address,
                _plain(strings.get("title")),
                iso_date(strings.get("date_published")),
                iso_date(strings.get("date_modified")),
                content=_article(strings.get("content_html") or ""),
            )


def _sitemap(data: bytes, raw: Raw) -> Iterator[Entry]:
    """Read a sitemap; one for news says title, date and publication of each page too."""
    for node in _elements(data, "url"):
        address = _absolute(_text(node, "loc"), raw)
        if address is not None:
            yield Entry(
                address,
                _plain(_text(node, "title")),
                iso_date(_text(node, "publication_date")),
                iso_date(_text(node, "lastmod")),
                _plain(_text(node, "name")),
            )


def _elements(data: bytes, name: str) -> Iterator[Any]:
    """Give the elements of that name, whatever namespace a sitemap forgot or misspelt."""
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    root = etree.fromstring(data, parser)
    if root is not None:
        yield from root.iter(f"{{*}}{name}")


def _text(node: Any, name: str) -> str | None:
    """Give the text of the first element of that name below, in any namespace."""
    found = next(node.iter(f"{{*}}{name}"), None)
    return None if found is None or not found.text else str(found.text).strip() or None


def _absolute(link: object, raw: Raw) -> str | None:
    """Give the whole address of a link in this feed; None for what is no page on the web."""
    if not isinstance(link, str) or not link.strip():
        return None
    base = raw.address if raw.address and is_web_address(raw.address) else ""
    try:
        whole = urljoin(base, link.strip())
        return tidy(whole) if is_web_address(whole) else None
    except (ValueError, FetchError):
        return None


def _article(written: str) -> str | None:
    """Give what a feed says of a page if it may be all of it; a few words are a teaser."""
    words = re.sub(r"<[^<>]*>", " ", written).split()
    return written if len(words) >= _SHORTEST else None


def _plain(text: object) -> str | None:
    """Give a title in one line without markup; None when nothing is left."""
    if not isinstance(text, str):
        return None
    if "<" in text or "&" in text:
        import html

        text = html.unescape(re.sub(r"<[a-zA-Z/][^<>]*>", "", text))
    return one_line(text)


def _date(item: Any, name: str) -> str | None:
    """Give the date under that name, in the zone the feed wrote it in.

    feedparser's own reading is not used: it is in UTC, which can be another day, and it guesses.
    """
    return iso_date(item[name]) if name in item else None
