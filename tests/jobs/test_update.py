"""Pages and feeds from a site on this machine: added, and fetched again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onix.intake.fetch import FetchPolicy
from onix.jobs.add import Added, add
from onix.jobs.update import update
from onix.record import Record, open_record
from tests.intake.site import Page, Site, serving
from tests.jobs.light import light_reader, story

POLICY = FetchPolicy(allow_private=True, delay=0, retries=0)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(tmp_path / "news.onix", create=True) as opened:
        yield opened


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on this machine."""
    with serving() as running:
        yield running


def article(number: int, head: str = "", more: str = "") -> str:
    """Give a page with an article; without `head` it says neither title nor date."""
    paragraphs = "".join(f"<p>{story(100 * number + n)}</p>" for n in range(4))
    return f"<html><head>{head}</head><body><article>{paragraphs}{more}</article></body></html>"


def feed(site: Site, *paths: str) -> str:
    """Give an RSS feed of these pages."""
    items = "".join(
        f"<item><title>About {path[1:]}</title><link>{path}</link>"
        "<pubDate>Tue, 06 May 2025 18:30:00 -0400</pubDate></item>"
        for path in paths
    )
    return f"<rss version='2.0'><channel><title>Feed</title>{items}</channel></rss>"


def run(record: Record, *inputs: str, outlet: str | None = None) -> list[Added]:
    """Add with the light reader."""
    return list(add(record, inputs, outlet=outlet, workers=1, reader=light_reader, policy=POLICY))


def again(record: Record) -> list[tuple[str, str]]:
    """Update with the light reader; give the end of each address with the outcome."""
    found = update(record, workers=1, reader=light_reader, policy=POLICY)
    return [(each.address.rpartition("/")[2], each.outcome) for each in found]


def said(found: list[Added]) -> list[tuple[str, str]]:
    """Give the end of each address with the outcome."""
    return [(each.address.rpartition("/")[2], each.outcome) for each in found]


def test_a_page_is_added_by_its_address(record: Record, site: Site) -> None:
    """An address gives a document with that address, and its page can be fetched again."""
    site.pages["/old"] = Page(status=301, headers={"Location": "/a"})
    site.pages["/a"] = Page(article(1), etag='"one"', headers={"Last-Modified": "now"})
    (added,) = run(record, site.url("/old"))
    assert added.outcome == "kept"
    document = record.document(str(added.document_id))
    assert document.address == site.url("/a")
    assert document.fetched is not None
    (source,) = record.sources()
    assert (source.address, source.kind, source.etag) == (site.url("/old"), "page", '"one"')


def test_a_feed_adds_the_pages_it_lists(record: Record, site: Site) -> None:
    """Each page is fetched once; the feed fills in what a page does not say, and only that."""
    site.pages["/feed"] = Page(feed(site, "/a", "/b", "/a#again", "/gone"))
    site.pages["/a"] = Page(article(1))
    date = '<meta property="article:published_time" content="2025-05-01T08:00:00+02:00">'
    title = "<title>What the page says itself</title>"
    site.pages["/b"] = Page(article(2, head=date + title))
    found = run(record, site.url("/feed"))
    assert said(found) == [("a", "kept"), ("b", "kept"), ("gone", "left out")]
    assert "there is no such page (404)" in str(found[2].why)
    first, second = (record.document(str(each.document_id)) for each in found[:2])
    assert first.title == "About a"
    assert first.published is not None and first.published.startswith("2025-05-06")
    assert second.title == "What the page says itself"
    assert second.published is not None and second.published.startswith("2025-05-01")
    assert site.paths() == ["/feed", "/a", "/b", "/gone"]


def test_a_news_sitemap_names_the_outlet(record: Record, site: Site) -> None:
    """A sitemap index leads to its sitemaps, and those to pages with title, date and outlet."""
    site.pages["/index.xml"] = Page(
        "<sitemapindex><sitemap><loc>/news.xml</loc></sitemap>"
        "<sitemap><loc>/missing.xml</loc></sitemap></sitemapindex>"
    )
    site.pages["/news.xml"] = Page(
        '<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>/a</loc>'
        "<n:news><n:publication><n:name>Ostrel Herald</n:name></n:publication>"
        "<n:publication_date>2025-05-06</n:publication_date><n:title>A vote</n:title></n:news>"
        "</url></urlset>"
    )
    site.pages["/a"] = Page(article(1))
    found = run(record, site.url("/index.xml"))
    assert said(found) == [("a", "kept"), ("missing.xml", "left out")]
    document = record.document(str(found[0].document_id))
    assert (document.outlet, document.title, document.published) == (
        "Ostrel Herald",
        "A vote",
        "2025-05-06",
    )


def test_a_saved_feed_is_followed_only_when_it_is_named(
    record: Record, site: Site, tmp_path: Path
) -> None:
    """Reading a folder never goes to the network; naming a feed file does."""
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "feed.xml").write_text(feed(site, site.url("/a")))
    site.pages["/a"] = Page(article(1))
    (left,) = run(record, str(saved))
    assert "only when it is named" in str(left.why)
    assert site.asked == []
    assert said(run(record, str(saved / "feed.xml"))) == [("a", "kept")]


def test_a_feed_that_cannot_be_followed_is_said(record: Record, site: Site) -> None:
    """An empty feed, one made to choke a reader, and one that is not there: a sentence each."""
    site.pages["/empty"] = Page(feed(site))
    site.pages["/bomb"] = Page("<!DOCTYPE rss [<!ENTITY a 'ha'>]><rss></rss>")
    site.pages["/bombs"] = Page("<sitemapindex><sitemap><loc>/bomb</loc></sitemap></sitemapindex>")
    empty, bomb, bombs, gone = run(
        record, *(site.url(path) for path in ("/empty", "/bomb", "/bombs", "/gone"))
    )
    assert "the feed is empty" in str(empty.why)
    assert "declares entities" in str(bomb.why)
    assert "declares entities" in str(bombs.why)
    assert "404" in str(gone.why)


def test_a_feed_of_very_many_pages_ends(
    record: Record, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No more than the limit is fetched, and what is left is said."""
    monkeypatch.setattr("onix.jobs.gather.MOST_PAGES", 1)
    site.pages["/feed"] = Page(feed(site, "/a", "/b"))
    site.pages["/a"] = Page(article(1))
    found = run(record, site.url("/feed"))
    assert said(found) == [("a", "kept"), ("feed", "left out")]
    assert "at most 1 are fetched" in str(found[1].why)


def test_update_fetches_only_what_changed(record: Record, site: Site) -> None:
    """Unchanged pages answer 304, a changed page is a new version, a new entry is kept."""
    site.pages["/feed"] = Page(feed(site, "/a", "/b"), etag='"feed 1"')
    site.pages["/a"] = Page(article(1), etag='"a 1"')
    site.pages["/b"] = Page(article(2), etag='"b 1"')
    run(record, site.url("/feed"))
    assert again(record) == [("feed", "already kept"), ("a", "already kept"), ("b", "already kept")]

    site.pages["/feed"] = Page(feed(site, "/c", "/a", "/b"), etag='"feed 2"')
    site.pages["/b"] = Page(article(2, more=f"<p>{story(999)}</p>"), etag='"b 2"')
    site.pages["/c"] = Page(article(3))
    site.asked.clear()
    assert again(record) == [("c", "kept"), ("a", "already kept"), ("b", "new version")]
    assert sorted(site.paths()) == ["/a", "/b", "/c", "/feed"]
    assert record.verify().is_sound

    # The page without validators is sent again, and found to be the same.
    assert again(record) == [
        ("feed", "already kept"),
        ("a", "already kept"),
        ("b", "already kept"),
        ("c", "already kept"),
    ]


def test_update_says_how_it_knows(record: Record, site: Site) -> None:
    """ "not changed" names the server's answer; a page that is gone says so and stays kept."""
    site.pages["/a"] = Page(article(1), etag='"a"')
    site.pages["/b"] = Page(article(2))
    run(record, site.url("/a"), site.url("/b"))
    del site.pages["/b"]
    unchanged, gone = update(record, workers=1, reader=light_reader, policy=POLICY)
    assert unchanged.why == "not changed since it was fetched (304)"
    assert gone.outcome == "left out"
    assert len(record) == 2


def test_a_page_that_failed_is_tried_again(record: Record, site: Site) -> None:
    """A feed is not passed over as unchanged while one of its pages is still missing."""
    site.pages["/feed"] = Page(feed(site, "/a", "/b"), etag='"feed"')
    site.pages["/a"] = Page(article(1), etag='"a"')
    site.pages["/b"] = Page(status=500)
    assert said(run(record, site.url("/feed"))) == [("a", "kept"), ("b", "left out")]
    site.pages["/b"] = Page(article(2), etag='"b"')
    assert again(record) == [("b", "kept"), ("a", "already kept")]
    assert again(record)[0] == ("feed", "already kept")


def test_a_page_without_an_article_is_not_remembered(record: Record, site: Site) -> None:
    """What could not be kept is not fetched again and again."""
    site.pages["/a"] = Page("<html><body></body></html>")
    (left,) = run(record, site.url("/a"))
    assert left.outcome == "left out"
    assert record.sources() == []


def test_the_outlet_given_once_holds_for_updates(record: Record, site: Site) -> None:
    """New pages of a feed added with --outlet belong to that outlet too."""
    site.pages["/feed"] = Page(feed(site, "/a"))
    site.pages["/a"] = Page(article(1))
    site.pages["/b"] = Page(article(2))
    run(record, site.url("/feed"), outlet="Harbour Standard")
    site.pages["/feed"] = Page(feed(site, "/b", "/a"))
    assert ("b", "kept") in again(record)
    assert record.outlets() == ("Harbour Standard",)


def test_a_removed_page_is_not_brought_back(record: Record, site: Site) -> None:
    """Updating leaves out what was taken out of the record."""
    site.pages["/a"] = Page(article(1))
    (added,) = run(record, site.url("/a"))
    record.remove(str(added.document_id), why="withdrawn")
    assert [outcome for _, outcome in again(record)] in ([], ["left out"])


def test_a_feed_that_is_fetched_at_last_is_missing_no_more(record: Record, site: Site) -> None:
    """Its address has no document, so its feed has to be remembered as there."""
    site.pages["/feed"] = Page("gone", status=404)
    run(record, site.url("/feed"))
    assert [each.address for each in record.contents().left_out] == [site.url("/feed")]
    site.pages["/a"] = Page(article(1))
    site.pages["/feed"] = Page(feed(site, "/a"))
    run(record, site.url("/feed"))
    assert list(record.contents().left_out) == []


def test_an_article_that_a_feed_carries_is_kept_where_its_page_is_not_to_be_had(
    record: Record, site: Site
) -> None:
    """Many outlets let no program fetch their pages; a teaser is no article."""
    whole = "".join(f"<p>{story(100 + n)}</p>" for n in range(4))
    teaser = f"<p>{story(7)}</p>"
    items = "".join(
        f"<item><title>About {name}</title><link>/{name}</link><content:encoded><![CDATA[{text}]]>"
        "</content:encoded><pubDate>Tue, 06 May 2025 18:30:00 -0400</pubDate></item>"
        for name, text in (("a", whole), ("b", teaser))
    )
    site.pages["/feed"] = Page(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        f"<channel><title>Feed</title>{items}</channel></rss>"
    )
    site.pages["/a"] = site.pages["/b"] = Page("no", status=403)
    found = run(record, site.url("/feed"))
    assert said(found) == [("a", "kept"), ("b", "left out")]
    assert "as the feed has it: " in str(found[0].why)
    document = record.document(str(found[0].document_id))
    assert story(103) in document.text
    assert (document.title, document.published) == ("About a", "2025-05-06T18:30:00-04:00")
    site.pages["/a"] = Page(article(2))
    assert said(run(record, site.url("/feed")))[0] == ("a", "new version")


def test_a_feed_cannot_speak_for_another_outlet(record: Record, site: Site) -> None:
    """Else whoever writes a feed could put words on a page of somebody else's."""
    with serving() as other:
        other.pages["/a"] = Page("no", status=403)
        text = "".join(f"<p>{story(100 + n)}</p>" for n in range(4))
        site.pages["/feed"] = Page(
            "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
            f"<item><link>{other.url('/a').replace('127.0.0.1', 'localhost')}</link>"
            f"<content:encoded><![CDATA[{text}]]></content:encoded></item></channel></rss>"
        )
        assert said(run(record, site.url("/feed"))) == [("a", "left out")]
