"""Fetching from a real server on this machine: limits, redirects, robots, conditions, TLS."""

from __future__ import annotations

import gzip
import ssl
import time
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import trustme

from onix.errors import FetchError
from onix.intake.fetch import Fetched, Fetcher, FetchPolicy, NotModified, fetch
from tests.intake.site import Answer, Handler, Page, Site, serving

PRIVATE = FetchPolicy(allow_private=True, delay=0, retries=1, longest_wait=2)


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on this machine."""
    with serving() as running:
        yield running


def got(site: Site, path: str, policy: FetchPolicy = PRIVATE) -> Fetched:
    """Fetch a page that must come."""
    result = fetch(site.url(path), policy=policy)
    assert isinstance(result, Fetched)
    return result


def refused(site: Site, path: str, policy: FetchPolicy = PRIVATE) -> str:
    """Fetch a page that must not come, and give what is said."""
    with pytest.raises(FetchError) as caught:
        fetch(site.url(path), policy=policy)
    return str(caught.value)


def in_turn(*pages: Page) -> Answer:
    """Answer with one page after the other."""
    left = list(pages)
    return lambda handler: left.pop(0)


def test_a_page_comes_with_what_the_server_says_of_it(site: Site) -> None:
    """Bytes, media type with charset, validators and the moment of fetching are kept."""
    body = "Die Bürger".encode("latin-1")
    headers = {"Content-Type": "text/html; charset=iso-8859-1", "Last-Modified": "yesterday"}
    site.pages["/a"] = Page(body, headers=headers, etag='"one"')
    page = got(site, "/a")
    assert page.raw.data == body
    assert page.raw.address == page.asked == site.url("/a")
    assert page.raw.media_type == "text/html; charset=iso-8859-1"
    assert (page.etag, page.last_modified) == ('"one"', "yesterday")
    assert page.raw.fetched is not None
    assert datetime.fromisoformat(page.raw.fetched).utcoffset() == timedelta(0)
    agent = site.asked[-1][1]["User-Agent"]
    assert agent.startswith("onix/")
    assert "http" not in agent


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site) -> None:
    """With the ETag it gave last time, the server answers 304 and nothing is read."""
    site.pages["/a"] = Page("text", etag='"one"')
    assert fetch(site.url("/a"), policy=PRIVATE, etag='"one"') == NotModified(site.url("/a"))
    fetch(site.url("/a"), policy=PRIVATE, last_modified="Wed, 26 Nov 2025 09:30:00 GMT")
    assert site.asked[-1][1]["If-Modified-Since"] == "Wed, 26 Nov 2025 09:30:00 GMT"


def test_this_machine_is_refused_unless_allowed(site: Site) -> None:
    """Without --allow-private nothing is even sent to a loopback address."""
    assert "a loopback address" in refused(site, "/a", FetchPolicy())
    assert site.asked == []


def test_where_a_redirect_leads_is_checked_too(site: Site) -> None:
    """A page that may be fetched cannot send the reader to a machine that may not."""
    site.pages["/a"] = Page(status=302, headers={"Location": "http://group.example/b"})
    numbers = {"127.0.0.1": ["127.0.0.1"], "group.example": ["224.0.0.1"]}
    with (
        Fetcher(PRIVATE, resolve=lambda host, port: numbers[host]) as fetcher,
        pytest.raises(FetchError, match=r"group\.example: it leads to 224\.0\.0\.1, a multicast"),
    ):
        fetcher.fetch(site.url("/a"))


def test_a_name_that_changes_its_mind_gains_nothing(site: Site) -> None:
    """The numbers that were checked are the numbers connected to (DNS rebinding)."""
    answers = iter([["127.0.0.1"]])
    fetcher = Fetcher(FetchPolicy(delay=0), resolve=lambda host, port: next(answers))
    with fetcher, pytest.raises(FetchError, match="loopback"):
        fetcher.fetch(site.url("/a", host="rebinding.example"))
    assert next(answers, None) is None, "the name was looked up exactly once"
    assert site.asked == []


def test_the_host_is_named_although_its_number_is_dialled(site: Site) -> None:
    """The server sees the Host that was asked for, so that sites sharing a machine work."""
    site.pages["/a"] = Page("text")
    with Fetcher(PRIVATE, resolve=lambda host, port: ["127.0.0.1"]) as fetcher:
        fetcher.fetch(site.url("/a", host="news.example"))
    assert site.asked[-1][1]["Host"] == f"news.example:{site.server_port}"


def test_the_next_number_is_tried_when_one_does_not_answer(site: Site) -> None:
    """A host with a dead address first is still reached by its second."""
    site.pages["/a"] = Page("text")
    numbers = ["127.0.0.99", "127.0.0.1"]  # nobody listens on the first
    with Fetcher(PRIVATE, resolve=lambda host, port: numbers) as fetcher:
        assert isinstance(fetcher.fetch(site.url("/a", host="news.example")), Fetched)
    with (
        Fetcher(PRIVATE, resolve=lambda host, port: numbers[:1]) as fetcher,
        pytest.raises(FetchError, match=r"Could not reach .*Connection refused"),
    ):
        fetcher.fetch(site.url("/a", host="news.example"))
    with (
        Fetcher(PRIVATE, resolve=lambda host, port: []) as fetcher,
        pytest.raises(FetchError, match="its name leads nowhere"),
    ):
        fetcher.fetch(site.url("/a", host="news.example"))


def test_redirects_are_followed_and_the_last_address_counts(site: Site) -> None:
    """A moved page is found, relative targets too, and its address is where it is now."""
    site.pages["/old"] = Page(status=301, headers={"Location": "newer"})
    site.pages["/newer"] = Page(status=307, headers={"Location": site.url("/newest#top")})
    site.pages["/newest"] = Page("text")
    page = got(site, "/old")
    assert (page.asked, page.raw.address) == (site.url("/old"), site.url("/newest"))


def test_endless_redirects_end(site: Site) -> None:
    """After five redirects the fetch is given up."""
    site.pages["/loop"] = Page(status=302, headers={"Location": "/loop"})
    assert "redirects more than 5 times" in refused(site, "/loop")
    assert len(site.paths()) == 6


def test_a_redirect_to_another_scheme_is_refused(site: Site) -> None:
    """A page cannot send the reader to a file of their own machine."""
    site.pages["/a"] = Page(status=302, headers={"Location": "file:///etc/passwd"})
    assert "only http:// and https://" in refused(site, "/a")


def test_a_redirect_without_a_target_is_an_answer_that_refuses(site: Site) -> None:
    """A redirect that names no place is reported with its number."""
    site.pages["/a"] = Page(status=302)
    assert "(302)" in refused(site, "/a")


def test_a_page_that_is_too_large_is_stopped(site: Site) -> None:
    """No more than the limit is read, and the sentence names it."""
    site.pages["/a"] = Page(b"x" * 2_500_000)
    policy = FetchPolicy(allow_private=True, delay=0, largest=2_000_000)
    assert "larger than 2 MB" in refused(site, "/a", policy)


def test_packed_pages_are_unpacked(site: Site) -> None:
    """gzip (also in several members), zlib and bare deflate all give the same text."""
    text = b"A plain sentence. " * 20_000
    bare = zlib.compressobj(wbits=-15)
    half = len(text) // 2
    packed = {
        "/gzip": ("gzip", gzip.compress(text)),
        "/members": ("gzip", gzip.compress(text[:half]) + gzip.compress(text[half:])),
        "/padded": ("x-gzip", gzip.compress(text) + b"\0\0\0"),
        "/zlib": ("deflate", zlib.compress(text)),
        "/bare": ("deflate", bare.compress(text) + bare.flush()),
        "/plain": ("identity", text),
    }
    for path, (coding, body) in packed.items():
        site.pages[path] = Page(body, headers={"Content-Encoding": coding})
        assert got(site, path).raw.data == text, path


def test_a_compressed_bomb_is_stopped_early(site: Site) -> None:
    """A few kilobytes that unpack to very much are given up at the limit, in little memory."""
    import tracemalloc

    bomb = gzip.compress(b"\0" * 60_000_000, compresslevel=9)
    site.pages["/bomb"] = Page(bomb, headers={"Content-Encoding": "gzip"})
    policy = FetchPolicy(allow_private=True, delay=0, largest=2_000_000)
    tracemalloc.start()
    assert "larger than 2 MB, unpacked" in refused(site, "/bomb", policy)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


def test_what_cannot_be_unpacked_is_said(site: Site) -> None:
    """Broken, cut-off and unasked-for packing each give a sentence."""
    whole = gzip.compress(b"A plain sentence. " * 100)
    site.pages["/broken"] = Page(whole[:10] + b"\xff" * 40, headers={"Content-Encoding": "gzip"})
    site.pages["/cut"] = Page(whole[:-20], headers={"Content-Encoding": "gzip"})
    site.pages["/odd"] = Page(b"x", headers={"Content-Encoding": "br"})
    assert "cannot be unpacked" in refused(site, "/broken")
    assert "broke off before its end" in refused(site, "/cut")
    assert "packs it as 'br'" in refused(site, "/odd")


def test_a_page_that_drips_is_given_up(site: Site) -> None:
    """A server that sends a byte now and then cannot hold the reader beyond the deadline."""

    def drip(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b"x")
            time.sleep(0.05)  # the server is slow: that is what is tested

    site.pages["/drip"] = drip
    policy = FetchPolicy(allow_private=True, delay=0, total_seconds=0.4)
    begun = time.monotonic()
    assert "took too long" in refused(site, "/drip", policy)
    assert time.monotonic() - begun < 1.5


def test_a_page_that_never_begins_is_given_up(site: Site) -> None:
    """A server that does not answer is left after the read limit."""
    site.pages["/robots.txt"] = Page("")
    site.pages["/slow"] = lambda handler: time.sleep(0.6)  # longer than it is waited for
    policy = FetchPolicy(allow_private=True, delay=0, read_seconds=0.2)
    assert "took too long" in refused(site, "/slow", policy)


def test_a_broken_connection_is_said(site: Site) -> None:
    """A page shorter than announced, and an answer that is no HTTP, are not taken."""
    site.pages["/short"] = Page(b"abc", headers={"Content-Length": "10", "Connection": "close"})

    def nonsense(handler: Handler) -> None:
        handler.wfile.write(b"SSH-2.0-hello\r\n\r\n")

    def short(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")

    site.pages["/nonsense"] = nonsense
    site.pages["/short"] = short
    for path in ("/short", "/nonsense"):
        assert "broke off or the answer was not HTTP" in refused(site, path)


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (401, "sign-in"),
        (403, "Save it from your browser"),
        (404, "no such page"),
        (410, "taken down"),
        (418, "the site refused (418)"),
        (451, "legal reasons"),
        (500, "the site has a problem (500)"),
    ],
)
def test_each_refusal_says_what_to_do(site: Site, status: int, says: str) -> None:
    """The number of an error comes with its meaning and a remedy."""
    site.pages["/a"] = Page(status=status)
    assert says in refused(site, "/a")


def test_robots_txt_is_respected(site: Site) -> None:
    """What a site closes to programs is not fetched, also behind a redirect; the rest is."""
    site.pages["/robots.txt"] = Page("User-agent: onix\nDisallow: /inside\n")
    site.pages["/inside/a"] = Page("text")
    site.pages["/outside"] = Page("text")
    site.pages["/door"] = Page(status=302, headers={"Location": "/inside/a"})
    with Fetcher(PRIVATE) as fetcher:
        for path in ("/inside/a", "/door"):
            with pytest.raises(FetchError, match=r"robots\.txt does not let programs read it"):
                fetcher.fetch(site.url(path))
        assert isinstance(fetcher.fetch(site.url("/outside")), Fetched)
    assert [path for path, _ in site.asked].count("/robots.txt") == 1
    assert "/inside/a" not in site.paths()


def test_a_site_whose_rules_cannot_be_read_is_not_read(site: Site) -> None:
    """A robots.txt that fails closes the site for the run (RFC 9309), and is not asked twice."""
    site.pages["/robots.txt"] = Page(status=500)
    with Fetcher(PRIVATE) as fetcher:
        for _ in range(2):
            with pytest.raises(FetchError, match="rules for programs could not be read"):
                fetcher.fetch(site.url("/a"))
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_pages_of_one_host_are_asked_for_with_pauses(site: Site) -> None:
    """Between two pages of a host the pause is the longer of ours and the site's own."""
    site.pages["/robots.txt"] = Page("User-agent: *\nCrawl-delay: 0.3\n")
    site.pages["/a"] = Page("text")
    begun = time.monotonic()
    with Fetcher(FetchPolicy(allow_private=True, delay=0.01)) as fetcher:
        fetcher.fetch(site.url("/a"))
        fetcher.fetch(site.url("/a"))
    assert time.monotonic() - begun >= 0.3


def test_a_busy_site_is_asked_again_after_its_pause(site: Site) -> None:
    """503 with Retry-After is waited out, once or twice, as a number or a date."""
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=1), usegmt=True)
    for value in ("0", soon):
        site.pages["/a"] = in_turn(Page(status=503, headers={"Retry-After": value}), Page("text"))
        assert got(site, "/a").raw.data == b"text"


def test_a_site_that_stays_busy_is_left(site: Site) -> None:
    """After the retries, or when it asks for too long a wait, the sentence says so."""
    site.pages["/a"] = Page(status=429, headers={"Retry-After": "0"})
    assert "the site is busy (429)" in refused(site, "/a")
    site.pages["/a"] = Page(status=429, headers={"Retry-After": "3600"})
    assert "asks to wait 3600 seconds" in refused(site, "/a")
    site.pages["/a"] = Page(status=503, headers={"Retry-After": "soon"})
    assert "the site is busy (503)" in refused(site, "/a")


def test_cookies_live_no_longer_than_one_page(site: Site) -> None:
    """A cookie needed to pass a redirect is sent back, and forgotten before the next page."""
    site.pages["/a"] = Page(status=302, headers={"Location": "/b", "Set-Cookie": "seen=1; Path=/"})
    site.pages["/b"] = Page("text")
    with Fetcher(PRIVATE) as fetcher:
        fetcher.fetch(site.url("/a"))
        assert site.asked[-1][1]["Cookie"] == "seen=1"
        fetcher.fetch(site.url("/b"))
        assert "Cookie" not in site.asked[-1][1]


def test_a_host_that_cannot_be_written_is_said() -> None:
    """A host with letters no name can have is refused in a sentence."""
    with pytest.raises(FetchError, match=r"not a valid address|was not found"):
        fetch("http://xn--/", policy=PRIVATE)
    with pytest.raises(FetchError, match="not a valid address"):
        fetch("http://a\u200b..b/", policy=PRIVATE)


def test_certificates_are_checked_by_name() -> None:
    """A page comes over TLS when its certificate is good for the host, and not otherwise."""
    authority = trustme.CA()
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(server)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    with serving(server) as site:
        site.pages["/a"] = Page("text")

        def resolve(host: str, port: int) -> Sequence[str]:
            return ["127.0.0.1"]

        with Fetcher(PRIVATE, resolve, trusting) as fetcher:
            page = fetcher.fetch(site.url("/a", host="news.example"))
            assert isinstance(page, Fetched)
            with pytest.raises(FetchError, match="certificate could not be verified"):
                fetcher.fetch(site.url("/a", host="other.example"))
        with (
            Fetcher(PRIVATE, resolve) as fetcher,
            pytest.raises(FetchError, match="certificate could not be verified"),
        ):
            fetcher.fetch(site.url("/a", host="news.example"))
