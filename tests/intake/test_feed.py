"""What feeds and sitemaps list, as they are really written."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.errors import InputError
from onix.intake.feed import Entry, entries, sitemaps
from onix.intake.raw import Raw

AT = "https://harbour.example/feeds/world.xml"


def read(text: str | bytes, address: str | None = AT) -> list[Entry] | None:
    """Read a feed as if it had been fetched."""
    return entries(Raw(address, text.encode() if isinstance(text, str) else text))


RSS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
     xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
<channel><title>Harbour Standard: World</title><link>https://harbour.example/</link>
<item><title>Envoy &amp; minister meet in <![CDATA[<b>Calder</b>]]></title>
  <link>/world/envoy.html</link><pubDate>Tue, 06 May 2025 18:30:00 -0400</pubDate></item>
<item><title>Twice listed</title><link>https://harbour.example/world/envoy.html#comments</link></item>
<item><title>Without a link</title></item>
<item><title>Broken</title><link>http://[harbour.example/</link></item>
<item><title>By mail</title><link>mailto:desk@harbour.example</link></item>
<item><link>https://count.example/1</link>
  <feedburner:origLink>https://harbour.example/b</feedburner:origLink>
  <pubDate>yesterday</pubDate></item>
</channel></rss>"""


def test_an_rss_feed_gives_its_pages_once_with_title_and_date() -> None:
    """Links become whole addresses, dates keep their zone, the rest is unknown."""
    assert read(RSS) == [
        Entry(
            "https://harbour.example/world/envoy.html",
            "Envoy & minister meet in Calder",
            "2025-05-06T18:30:00-04:00",
        ),
        Entry("https://harbour.example/b"),
    ]


def test_an_atom_feed_tells_published_from_updated() -> None:
    """Atom says both dates; only the first is the date of publication."""
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>
    <entry><title type="html">Talks &lt;i&gt;resume&lt;/i&gt;</title>
      <link rel="alternate" href="https://wire.example/1"/>
      <published>2025-05-06T09:00:00+02:00</published><updated>2025-05-07T10:00:00Z</updated></entry>
    <entry><title>Undated</title><link href="2"/><updated>2025-05-08T00:00:00Z</updated></entry>
    </feed>"""
    found = read(feed, "https://wire.example/feed")
    assert found == [
        Entry(
            "https://wire.example/1",
            "Talks resume",
            "2025-05-06T09:00:00+02:00",
            "2025-05-07T10:00:00+00:00",
        ),
        Entry("https://wire.example/2", "Undated", None, "2025-05-08T00:00:00+00:00"),
    ]


def test_an_rdf_feed_has_one_date_and_it_is_that_of_publication() -> None:
    """RSS 1.0 says dc:date and means the day an article came out."""
    feed = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://post.example/"><title>Post</title></channel>
      <item rdf:about="https://post.example/a"><title>A vote</title>
      <link>https://post.example/a</link><dc:date>2025-05-06</dc:date></item></rdf:RDF>"""
    found = read(feed)
    assert found is not None
    assert [(entry.address, entry.published) for entry in found] == [
        ("https://post.example/a", "2025-05-06")
    ]


def test_a_date_that_is_none_stays_unknown() -> None:
    """No day is guessed from what only looks like a date."""
    found = read(RSS.replace("yesterday", "2025-126T10:00Z"))
    assert found is not None
    assert found[1].published is None


def test_a_broken_feed_gives_what_can_be_read() -> None:
    """A bare ampersand and a missing end do not lose the entries before them."""
    broken = RSS.replace("&amp;", "&").split("<item><title>Without")[0]
    found = read(broken)
    assert found is not None
    assert found[0].address == "https://harbour.example/world/envoy.html"


def test_an_empty_feed_is_a_feed() -> None:
    """A feed without entries is not mistaken for a page."""
    assert read("<rss version='2.0'><channel><title>x</title></channel></rss>") == []
    assert read("<urlset/>") == []


def test_a_json_feed_gives_its_pages() -> None:
    """JSON Feed is read by its version line; what is no item is passed over."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {
                "url": "https://herald.example/a",
                "title": "A vote",
                "date_published": "2025-05-06T09:00:00-05:00",
                "date_modified": "2025-05-07",
            },
            {"external_url": "/b", "title": 7, "date_published": 20250506},
            {"title": "no address"},
            "nonsense",
        ],
    }
    assert read(json.dumps(feed, indent=1), "https://herald.example/feed.json") == [
        Entry("https://herald.example/a", "A vote", "2025-05-06T09:00:00-05:00", "2025-05-07"),
        Entry("https://herald.example/b"),
    ]
    escaped = json.dumps(feed | {"items": None}).replace("/", "\\/")
    assert read(escaped) == []


def test_a_broken_json_feed_says_so() -> None:
    """A JSON Feed that is cut off is an error with a place, not an empty feed."""
    with pytest.raises(InputError, match=r"world\.xml: it begins like a JSON Feed"):
        read('{"version": "https://jsonfeed.org/version/1", "items": [')


NEWS_SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
 <url><loc> https://ostrel.example/orlenko </loc><lastmod>2025-05-07</lastmod>
  <news:news><news:publication><news:name>Ostrel Herald</news:name>
   <news:language>en</news:language></news:publication>
   <news:publication_date>2025-05-06T21:10:00+03:00</news:publication_date>
   <news:title>Orlenko denies a deal &amp;amp; leaves</news:title></news:news></url>
 <url><loc>ftp://ostrel.example/x</loc></url>
 <url><lastmod>2025-05-07</lastmod></url>
 <url><loc>https://ostrel.example/plain</loc></url>
</urlset>"""


def test_a_news_sitemap_gives_title_date_and_outlet() -> None:
    """What the news extension says of a page is kept; a plain line gives its address alone."""
    expected = [
        Entry(
            "https://ostrel.example/orlenko",
            "Orlenko denies a deal & leaves",
            "2025-05-06T21:10:00+03:00",
            "2025-05-07",
            "Ostrel Herald",
        ),
        Entry("https://ostrel.example/plain"),
    ]
    assert read(NEWS_SITEMAP) == expected
    assert read(gzip.compress(NEWS_SITEMAP.encode())) == expected
    assert read(NEWS_SITEMAP.replace('"UTF-8"', '"UTF-16"').encode("utf-16")) == expected


def test_a_sitemap_index_gives_its_sitemaps_newest_first() -> None:
    """An index lists sitemaps, not pages; the newest are the ones that hold the news."""
    index = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>https://ostrel.example/2024.xml</loc><lastmod>2024-12-31</lastmod></sitemap>
      <sitemap><loc>https://ostrel.example/undated.xml</loc></sitemap>
      <sitemap><loc>/2025.xml.gz</loc><lastmod>2025-05-07T10:00:00Z</lastmod></sitemap>
      <sitemap><lastmod>2025-05-07</lastmod></sitemap></sitemapindex>"""
    raw = Raw("https://ostrel.example/sitemap.xml", index.encode())
    assert entries(raw) is None
    assert [entry.address for entry in sitemaps(raw) or []] == [
        "https://ostrel.example/2025.xml.gz",
        "https://ostrel.example/2024.xml",
        "https://ostrel.example/undated.xml",
    ]
    assert sitemaps(Raw(None, NEWS_SITEMAP.encode())) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain words about an <rss> feed.",
        "<!DOCTYPE html><html><body><p>A page about RSS</p></body></html>",
        "<html><head><title>rss</title></head></html>",
        '{"text": "one article", "version": 3}',
        "<!-- never closed",
        "<?xml never closed",
        '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel/></rss>',
        b"\x1f\x8b broken gzip",
        gzip.compress(b"just a packed text", mtime=0),
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_what_is_no_feed_is_left_to_others(text: str | bytes) -> None:
    """A page, a text, a WordPress export and a picture are no feeds."""
    assert read(text) is None
    assert sitemaps(Raw(AT, text.encode() if isinstance(text, str) else text)) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_bomb_of_entities_is_refused(encoding: str) -> None:
    """A feed that declares entities, as bombs do, is not parsed at all."""
    bomb = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>
    <rss version="2.0"><channel><title>&b;</title></channel></rss>"""
    with pytest.raises(InputError, match="declares entities"):
        read(bomb.encode(encoding))


def test_a_packed_bomb_is_refused() -> None:
    """A sitemap that unpacks to more than sitemaps may have is not read."""
    with pytest.raises(InputError, match="more than 50 MB unpacked"):
        read(gzip.compress(b"<urlset>" + b" " * 60_000_000, compresslevel=9))


def test_comments_without_end_cost_no_time() -> None:
    """Telling what a file is takes linear time, whatever it begins with."""
    assert read("<!---->" * 9000 + "x") is None
    assert read("<!--" * 16000) is None


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    """Whatever comes in, the answer is entries, None, or a sentence."""
    for head in (b"", b"<rss>", b"<urlset>", b"<feed>", b'{"version": "https://jsonfeed.org/1"'):
        try:
            entries(Raw(AT, head + data))
            sitemaps(Raw(AT, head.replace(b"urlset", b"sitemapindex") + data))
        except InputError:
            pass


def test_a_feed_that_breaks_off_is_not_called_empty() -> None:
    """Whoever adds it hears that it is broken."""
    with pytest.raises(InputError, match="the feed is broken"):
        entries(Raw("https://a.example/feed", b'<?xml version="1.0"?><rss version="2.0"><chan'))
