"""Pages: the article without what stands around it, and the facts in its markup."""

from __future__ import annotations

import json
import plistlib
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from onix.intake.article import parse_page
from onix.intake.metadata import read_facts
from tests.intake.reading import one, why

FILES = Path(__file__).parent / "files"
WEB = "https://www.tarncourier.example/news/ferry"

PARAGRAPHS = (
    "<p>The harbour council voted 7 to 4 on Wednesday to close the ferry line to Aldersey, "
    "ending a service that has carried commuters since 1964, officials said.</p>"
    "<p>“We cannot go on paying for empty boats,” said Council President Rosa Lindqvist, who cast "
    "the deciding vote. “It hurts, but the figures are what they are.”</p>"
    "<p>Riders were told of the vote by a sign taped to the ticket window. “Nobody asked us,” said "
    "Peter Amadi, a nurse who takes the 6:40 a.m. boat to the hospital in Tarn.</p>"
)


def page(body: str = PARAGRAPHS, head: str = "", *, title: str = "Ferry line to close") -> str:
    """Write a page around an article."""
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body><nav><a href=/>Home</a></nav><article><h1>Ferry line to close</h1>{body}</article>"
        "<footer><p>© 2025</p></footer></body></html>"
    )


def linked(**fields: object) -> str:
    """Write an article's JSON-LD."""
    data = {"@type": "NewsArticle", "headline": "Ferry line to close", **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_a_page_gives_the_article_and_its_facts() -> None:
    """Headings, quotes and points are lines; menus, forms, comments and scripts are gone."""
    document = one("saved/ferry.html", (FILES / "courier-ferry.html").read_bytes())
    assert document.text.split("\n") == [
        "A line that carried commuters for 61 years ends in March.",
        "TARN – The harbour council voted 7 to 4 on Wednesday to close the ferry line to Aldersey, "
        "ending a service that has carried commuters across the bay since 1964, officials said.",
        "“We cannot go on paying for empty boats,” said Council President Rosa Lindqvist, who cast "
        "the deciding vote. “It hurts, but the figures are what they are.”",
        "The line lost $3.2 million last year, according to a report that the council has not "
        "published.",
        "What riders say",
        "Riders at the Aldersey pier were told of the vote by a sign taped to the ticket window. "
        "“Nobody asked us,” said Peter Amadi, a nurse who takes the 6:40 a.m. boat.",
        "1. The last boat is to leave on March 31.",
        "2. Tickets already bought will be paid back.",
        "The council meets again on Dec. 10. It has not said what will become of the two boats.",
        "Correction: An earlier version of this article misstated the year in which the line "
        "opened. It was 1964, not 1954.",
    ]
    assert document.title == "Harbour council votes to close ferry line"
    assert document.outlet == "The Tarn Courier"
    assert document.authors == ("Maren Holt", "Idris Vale")
    assert document.published == "2025-11-26T21:10:00-05:00"
    assert document.address == "https://www.tarncourier.example/news/2025/11/26/ferry-line"
    assert document.corrected
    assert not document.cut


def test_a_page_laid_out_with_tables_gives_the_cell_of_its_article() -> None:
    """As small papers still build them, in the encoding of their old machines."""
    document = one("gazette.htm", (FILES / "gazette-tables.html").read_bytes())
    lines = document.text.split("\n")
    assert lines[0].startswith("Islanders on Aldersey have collected")
    assert lines[-1].endswith("“I don’t care who steers”, he said.")
    assert "Tides" not in document.text
    assert document.title == "Islanders plan boats of their own"
    assert document.published == "2025-11-28"


def test_a_page_without_metadata_keeps_what_is_unknown_unknown() -> None:
    """No outlet, no author, no date; a day in a sentence or a copyright line is none."""
    body = PARAGRAPHS + "<p>The council meets again on December 10, 2025. Nobody knows why.</p>"
    document = one("ferry.html", page(body))
    assert (document.outlet, document.authors, document.published) == (None, (), None)
    assert (document.title, document.address) == ("Ferry line to close", "ferry.html")
    assert one(WEB, page()).outlet == "tarncourier.example"


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (linked(datePublished="2025-11-26"), "", "2025-11-26"),
        (linked(datePublished=["2025-11-26T09:30"]), "", "2025-11-26T09:30:00"),
        ('<meta name="pubdate" content="20251126">', "", "2025-11-26"),
        ('<meta itemprop="datePublished" content="2025-11-26">', "", "2025-11-26"),
        ("", '<span itemprop="datePublished">November 26, 2025</span>', "2025-11-26"),
        ("", '<time pubdate datetime="2025-11-26">Wed</time>', "2025-11-26"),
        (
            "",
            '<p class="meta"><time datetime="2025-11-26T09:30Z">W</time></p>',
            "2025-11-26T09:30:00+00:00",
        ),
        ("", '<div class="post-date">Nov. 26, 2025</div>', "2025-11-26"),
        ("", '<div class="date">26. November 2025</div>', "2025-11-26"),
        ("", '<div class="date">04/05/2025</div>', None),
        ("", '<div class="date">Updated Nov. 26, 2025</div>', None),
        ("", '<p>Updated <time datetime="2025-11-26">today</time></p>', None),
        ("", '<aside><time datetime="2025-11-26">Wed</time></aside>', None),
        ("", '<div class="related-stories"><time datetime="2025-11-26"></time></div>', None),
        ("", "<p>Published: Wednesday, 26 November 2025</p>", "2025-11-26"),
        ('<meta name="date" content="soon">', "", None),
        (linked(datePublished="soon"), "", None),
    ],
)
def test_the_date_is_what_the_markup_states(head: str, body: str, published: str | None) -> None:
    """From JSON-LD to a marked line; changes are not publication."""
    assert one("ferry.html", page(body + PARAGRAPHS, head)).published == published


def test_the_day_in_the_address_is_the_last_resort() -> None:
    """Outlets file by day."""
    assert one("https://a.example/2025/11/26/ferry", page()).published == "2025-11-26"


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        (linked(author="By Maren Holt"), "", ("Maren Holt",)),
        (linked(author={"name": "Maren Holt"}), "", ("Maren Holt",)),
        (linked(author=[{"name": "Maren Holt"}, "Idris Vale"]), "", ("Maren Holt", "Idris Vale")),
        (linked(author=[], creator=["Maren Holt"]), "", ("Maren Holt",)),
        (linked(author={"@id": "#nobody"}), "", ()),
        ('<meta name="author" content="Maren Holt">', "", ("Maren Holt",)),
        ('<meta property="article:author" content="https://fb.example/m">', "", ()),
        (
            '<meta name="byl" content="By Maren Holt and Idris Vale">',
            "",
            ("Maren Holt", "Idris Vale"),
        ),
        ("", '<a rel="author">Maren Holt</a>', ("Maren Holt",)),
        ("", '<div class="article-byline">By Maren Holt | Nov. 26</div>', ("Maren Holt",)),
        ("", '<aside><a rel="author">Maren Holt</a></aside>', ()),
    ],
)
def test_authors_are_read_wherever_they_stand(
    head: str, body: str, authors: tuple[str, ...]
) -> None:
    """A social media address is no name."""
    assert one("ferry.html", page(body + PARAGRAPHS, head)).authors == authors


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        (
            '<meta property="og:site_name" content="Tarn FM">',
            "Ferry line to close - Tarn FM",
            "Tarn FM",
        ),
        (linked(publisher={"name": "Tarn FM"}), "Tarn FM :: Ferry line to close", "Tarn FM"),
        (linked(publisher="Tarn FM"), "Ferry line to close", "Tarn FM"),
        ('<meta name="application-name" content="Tarn FM">', "x", "Tarn FM"),
        ('<meta property="og:site_name" content="www.tarn.example">', "x", "www.tarn.example"),
        ("", "Ferry line to close | News | Tarn FM", "Tarn FM"),
        ("", "Something else | Tarn FM", None),
    ],
)
def test_the_outlet_is_who_the_page_says_it_is(head: str, title: str, outlet: str | None) -> None:
    """Its name comes off the title."""
    document = one("ferry.html", page(head=head, title=title))
    assert (document.outlet, document.title) == (outlet, "Ferry line to close")


def test_a_title_is_found_without_a_headline() -> None:
    """From the meta tags or the title of the window, less the outlet."""
    site = '<meta property="og:site_name" content="Tarn FM">'
    bare = page(head=site, title="Ferry ends | Tarn FM").replace("h1", "h4")
    assert one("a.html", bare).title == "Ferry ends"
    assert one("a.html", bare.replace("Ferry ends | ", "")).title is None


@pytest.mark.parametrize(
    "broken",
    [
        "<script type='application/ld+json'>{broken</script>",
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        "<script type='application/ld+json'></script>",
        "<script type='application/ld+json'>[[[[[[{}]]]]]]</script>",
        "<script type='application/ld+json'>\"only words\"</script>",
        linked(**{"@type": 7}),
        linked(author=7, publisher=[[]], mainEntityOfPage=7, url=["x"], articleBody=[1]),
        "<link rel=canonical href='http://[::1'><link rel=canonical>",
    ],
)
def test_broken_metadata_does_no_harm(broken: str) -> None:
    """What cannot be read is passed over; the meta tags say it again."""
    document = one("a.html", page(head=broken + '<meta name="author" content="Maren Holt">'))
    assert document.authors == ("Maren Holt",)
    assert document.title == "Ferry line to close"


def test_linked_data_is_read_through_what_wraps_it() -> None:
    """Comments, CDATA, a semicolon, spare commas, entities, several articles."""
    for before, after in (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("", ";")):
        script = f'{before}{{"@type": "Article", "author": "Zo&euml; Holt",}}{after}'
        head = f'<script type="application/ld+json">{script}</script>'
        assert one("a.html", page(head=head)).authors == ("Zoë Holt",)
    other = linked(headline="Another story", author="Nobody Else")
    assert one("a.html", page(head=other + linked(author="Maren Holt"))).authors == ("Maren Holt",)
    nested = '<script type="application/ld+json">{"@type": "WebPage", "mainEntity": '
    nested += '{"@type": "https://schema.org/NewsArticle", "author": "Maren Holt"}}</script>'
    assert one("a.html", page(head=nested)).authors == ("Maren Holt",)


@pytest.mark.parametrize(
    ("address", "canonical", "result"),
    [
        (WEB, "https://tarncourier.example/x?utm_source=a#b", "https://tarncourier.example/x"),
        (WEB, "/news/other", "https://www.tarncourier.example/news/other"),
        (WEB, "https://evil.example/x", WEB),
        (WEB, "https://www.tarncourier.example/", WEB),
        (WEB + "?fbclid=1", "", WEB),
        ("ferry.html", "https://www.tarncourier.example/x", "https://www.tarncourier.example/x"),
        ("ferry.html", "x.html", "ferry.html"),
    ],
)
def test_a_page_cannot_pass_for_one_of_another_outlet(
    address: str, canonical: str, result: str
) -> None:
    """Its canonical address is believed within its own site."""
    head = f'<link rel="canonical" href="{canonical}">'
    assert one(address, page(head=head)).address == result


def test_linked_data_may_have_the_address_and_the_text() -> None:
    """For pages that scripts fill, the article's body stands in JSON-LD alone."""
    text = PARAGRAPHS.replace("<p>", "").replace("</p>", "\n")
    for body in (text, PARAGRAPHS):
        head = linked(articleBody=body, mainEntityOfPage={"@id": WEB}, url=7)
        document = one("a.html", page("<div id=app></div>", head))
        assert document.text.startswith("The harbour council voted 7 to 4")
        assert document.text.count("\n") == 2
        assert document.address == WEB


def test_a_stub_behind_a_wall_is_kept_and_marked() -> None:
    """Its offer is no part of the text."""
    teaser = (
        "<p>The harbour council voted 7 to 4 on Wednesday to close the ferry line, and more.</p>"
    )
    for head, wall in (
        (linked(isAccessibleForFree=False), ""),
        (linked(isAccessibleForFree="False"), "<div class=wall>Pay</div>"),
        (linked(), "<p>Subscribe to continue reading.</p>"),
        (linked(), "<div><button>Sign in to read the full article</button></div>"),
        (linked(), "<p>It will …</p>"),
    ):
        document = one(WEB, page(teaser + wall, head))
        assert document.cut, (head, wall)
        assert document.text.startswith("The harbour council voted")
        assert "ubscribe" not in document.text
    whole = one(WEB, page(teaser, linked(isAccessibleForFree=True)))
    assert not whole.cut
    menu = page(teaser, linked()).replace("Home", "Subscribe to read everything")
    assert not one(WEB, menu).cut


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<form><input></form>",
        "<ul>" + "<li><a href=/a>Council votes to close</a></li>" * 30 + "</ul>",
    ],
)
def test_a_page_without_an_article_is_left_out(body: str) -> None:
    """A front page, a form, an empty shell."""
    assert "there is no article in it" in why(WEB, page(body))


def test_a_front_page_is_no_article_though_it_has_sentences() -> None:
    """Teasers under headings that are links; an article with such a list beside it is one."""
    teaser = "<h3><a href=/{0}>Council votes on boat {0}</a></h3>"
    teaser += "<p>The council of Tarn voted {0} times on Wednesday, officials said.</p>"
    teasers = "".join(teaser.format(number) for number in range(12))
    assert "there is no article in it" in why(WEB, f"<html><body>{teasers}</body></html>")
    beside = page(PARAGRAPHS + '<div class="post-date">Nov. 26, 2025</div>' + teasers)
    assert one(WEB, beside).published == "2025-11-26"


def test_a_byline_of_several_lines_is_taken_apart() -> None:
    """Where only the layout parts a name from a post, they do not run into one word."""
    for byline in ("By MAREN HOLT<br>Tarn Courier", "<b>By</b><i>Maren Holt</i><i>Editor</i>"):
        found = read_facts(parse_page(page(f"<p class=byline>{byline}</p>")), address=None)
        assert [each.title() for each in found.authors] == ["Maren Holt"]


def test_a_short_page_that_has_a_date_of_publication_is_an_article() -> None:
    """A news brief has a sentence or two, and the page says when it was published."""
    brief = "<h1>Bus</h1><p>The first bus of the day was late on Monday, the mayor said.</p>"
    head = '<meta property="article:published_time" content="2025-04-01T21:05:00Z">'
    shown = f"<html><head><title>Bus</title>{head}</head><body>{brief}</body></html>"
    assert one(WEB, shown).text == "The first bus of the day was late on Monday, the mayor said."
    assert "there is no article in it" in why(WEB, shown.replace(head, ""))


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2025-04-03T21:05:00Z">',
        '<script type="application/ld+json">{"@type": "NewsArticle", '
        '"datePublished": "2025-04-01", "dateModified": "2025-04-03T21:05:00Z"}</script>',
    ],
)
def test_when_a_page_was_changed_is_no_date_of_publication(head: str) -> None:
    """It is kept beside it: the text is as it was then."""
    date = '<meta property="article:published_time" content="2025-04-01">'
    shown = f"<html><head>{date}{head}</head><body><h1>Quay</h1>{PARAGRAPHS}</body></html>"
    found = one(WEB, shown)
    assert (found.published, found.modified) == ("2025-04-01", "2025-04-03T21:05:00+00:00")


def test_a_byline_above_the_text_is_no_part_of_it() -> None:
    """A short sentence is, though it has a day or begins with "By"."""
    for byline in ("By Maren Holt | Nov. 26, 2025", "26.11.2025 14:20 | print version"):
        text = one(WEB, page(f"<p>{byline}</p>" + PARAGRAPHS)).text
        assert text.startswith("The harbour council"), byline
    for sentence in ("By Monday it was over.", "It ended on May 3, 2025."):
        assert one(WEB, page(f"<p>{sentence}</p>" + PARAGRAPHS)).text.startswith(sentence)


def test_a_page_of_endless_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything looks through them."""
    monkeypatch.setattr("onix.intake.article._MOST_ELEMENTS", 100)
    assert "it has 102 elements" in why("a.html", "<html><body>" + "<p>" * 100, format="html")


def test_html_that_holds_nothing_is_left_out() -> None:
    """Not even a page."""
    assert "there is no article" in why("a.html", "<html></html>")
    assert "there is no page" in why("a.html", "<!-- -->", format="html")
    assert "there is no article" in why("a.html", "<p>" * 3000)


def test_a_note_of_correction_outside_the_text_is_kept() -> None:
    """Also where the page has it beside the article, or only in its data."""
    note = "Clarification: The vote on the ferry line was taken in the evening of Nov. 26."
    aside = f'<aside class="correction-note">{note}</aside>'
    document = one(WEB, page(PARAGRAPHS + aside))
    assert document.corrected
    assert document.text.endswith(note)
    assert one(WEB, page(head=linked(correction="The year was 1964."))).corrected
    assert not one(WEB, page()).corrected


def test_nothing_that_acts_reaches_the_text() -> None:
    """Escapes, entities of controls and reversed directions are gone, tags in words stay words."""
    body = PARAGRAPHS.replace(
        "Wednesday", "Wed&#27;[31mnes\u202eday &lt;b&gt;bold&lt;/b&gt;&#x200b;"
    )
    text = one(WEB, page(body)).text
    assert "<b>bold</b>" in text
    assert not {"\x1b", "\u202e", "\u200b"} & set(text)


@pytest.mark.parametrize("entity", ["&#1;", "&#12;", "&#27;[31m", "&#xfffe;", "\uffff"])
def test_hidden_words_beside_a_control_go_without_harm(entity: str) -> None:
    """The page is read, what it hides is left out, and the control is cleaned away."""
    hidden = "<span hidden>Secretly</span>"
    for words in (
        f"The{hidden}{entity} harbour",
        f"The{entity}{hidden} harbour",
        f"<b>The</b>{entity}{hidden}{entity} harbour{entity}",
    ):
        text = one(WEB, page(PARAGRAPHS.replace("The harbour", words))).text
        assert text == one(WEB, page()).text, words


def test_a_control_in_a_paragraph_costs_no_other_line() -> None:
    """Headings and points around it are read as they are without it."""
    points = "<h2>What riders say</h2><ul><li>The last boat is to leave on March 31.</ul>"
    body = PARAGRAPHS + points + PARAGRAPHS.replace("Wednesday", "Thursday")
    whole = one(WEB, page(body)).text
    assert "What riders say\nThe last boat is to leave on March 31.\n" in whole
    assert one(WEB, page(body.replace("Thursday", "Thurs&#1;day"))).text == whole


def test_saved_pages_know_where_they_came_from() -> None:
    """What browsers write above the page."""
    saved = f"<!-- saved from url=(0042){WEB}?utm_source=x -->\n" + page()
    assert one("Ferry line.html", saved).address == WEB
    single = page().replace(
        "<html>", f"<html><!--\n Page saved with SingleFile \n url: {WEB} \n-->"
    )
    assert one("Ferry line.html", single).address == WEB


def test_mhtml_and_webarchive_are_opened() -> None:
    """Chrome's and Safari's ways to save a page in one file."""
    mhtml = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {WEB}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="XX"\r\n\r\n--XX\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{page()}\r\n--XX--\r\n"
    )
    document = one("a.mhtml", mhtml)
    assert (document.address, document.title) == (WEB, "Ferry line to close")
    assert "“We cannot go on" in document.text
    empty = mhtml.replace("text/html; charset", "text/plain; charset")
    assert "no page in this MHTML file" in why("a.mhtml", empty)

    resource = {"WebResourceData": page().encode(), "WebResourceURL": WEB}
    archive = plistlib.dumps({"WebMainResource": resource}, fmt=plistlib.FMT_BINARY)
    assert one("a.webarchive", archive).address == WEB
    for bad in ({"WebMainResource": {"WebResourceData": "x"}}, {"x": 1}, [1]):
        data = plistlib.dumps(bad, fmt=plistlib.FMT_BINARY)
        assert "no web archive a page can be read from" in why("a.webarchive", data)
    assert "no web archive" in why("a.webarchive", b"bplist00 broken")


def test_charsets_of_pages() -> None:
    """The server's word, then the page's; a few bad bytes do not make a page unreadable."""
    written = page().replace("<meta charset=utf-8>", "")
    served = one(WEB, written.encode("cp1252"), media_type="text/html; charset=ISO-8859-1")
    assert "“We cannot go on" in served.text
    declared = page().replace("charset=utf-8", "charset=windows-1252").encode("cp1252")
    assert "“We cannot go on" in one(WEB, declared).text
    broken = page().encode().replace(b"Amadi", b"Am\xff\x81di\xfe") + b"\xc3\x28"
    assert "Am\ufffd\ufffddi\ufffd" in one(WEB, broken).text
    declaration = '<?xml version="1.0" encoding="utf-8"?>' + page()
    assert "“We cannot go on" in one("a.xhtml", declaration).text


def tripping(fault: Exception) -> Callable[..., None]:
    """Stand in for an extractor that fails on every page."""

    def trip(*args: object, **kwargs: object) -> None:
        raise fault

    return trip


@pytest.mark.parametrize(
    "fault",
    [
        AttributeError("lost its way"),
        IndexError("list index out of range"),
        KeyError("rend"),
        etree.XPathEvalError("Invalid expression"),
    ],
)
def test_a_page_that_the_extractor_trips_over_is_read_by_its_paragraphs(
    fault: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault in a library costs one page's polish, not the page; the log has where it was."""
    monkeypatch.setattr("trafilatura.bare_extraction", tripping(fault))
    document = one(WEB, page())
    assert document.text.startswith("The harbour council voted 7 to 4")
    assert document.text.count("\n") == 2
    assert f"trafilatura failed on {WEB}" in caplog.text
    assert str(fault) in caplog.text


def test_a_page_whose_text_cannot_be_extracted_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing else finds an article either, the report does not call it a front page."""
    fault = AttributeError("'NoneType' object\nhas no attribute \x1b[31m'tail'")
    monkeypatch.setattr("trafilatura.bare_extraction", tripping(fault))
    assert why(WEB, page(PARAGRAPHS.replace("p>", "b>"))) == (
        f"Could not read {WEB}: its text could not be extracted (AttributeError: 'NoneType' "
        "object has no attribute 'tail'). Save the text of the article to a file and add that."
    )


def test_a_fault_that_no_page_explains_is_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the extractor is not known to raise is reported with its name, and the page left out."""
    monkeypatch.setattr("trafilatura.bare_extraction", tripping(RuntimeError("no such")))
    assert "a fault of Onix (RuntimeError: no such)" in why(WEB, page())


def test_facts_of_an_empty_page_are_none() -> None:
    """Nothing is made up."""
    facts = read_facts(parse_page("<html><body></body></html>"), address=None)
    assert (facts.title, facts.outlet, facts.authors, facts.published) == (None, None, (), None)
    assert (facts.address, facts.body, facts.is_article, facts.is_free) == (None, None, False, None)


POSTS = (
    ("Mayor quits", "Ann Roth has resigned. “The town needs quiet,” she told reporters."),
    ("Council meets", "The council has begun its special session, with her deputy in the chair."),
    ("Police search", "Police are searching the offices of the waterworks, prosecutors say."),
)


def test_every_post_of_a_live_blog_is_kept() -> None:
    """As the page states them, else from its markup; the buttons under each are left out."""
    shown = "".join(
        f"<article><h3>{headline}</h3><p>{body}</p><a>Share this post</a></article>"
        for headline, body in POSTS
    )
    updates = [{"@type": "BlogPosting", "headline": h, "articleBody": b} for h, b in POSTS]
    said = {
        "@type": "LiveBlogPosting", "headline": "Water live", "datePublished": "2025-06-03",
        "liveBlogUpdate": updates,
    }  # fmt: skip
    data = f'<script type="application/ld+json">{json.dumps(said)}</script>'
    date = '<meta property="article:published_time" content="2025-06-03">'
    for head in (data, date):
        found = one(WEB, f"<html><head>{head}</head><body><h1>Water live</h1>{shown}</body></html>")
        assert all(body in found.text for _, body in POSTS)
        assert "Share this post" not in found.text


@pytest.mark.parametrize("stated", ["1970-01-01T00:00:00Z", "2971-05-21"])
def test_a_date_on_which_no_page_can_have_come_out_is_none(stated: str) -> None:
    """The first moment of the clock, and what is yet to come: the one by the headline counts."""
    date = f'<meta property="article:published_time" content="{stated}">'
    body = f"<h1>Quay</h1><p class=date>21 May 2025, 17:45</p>{PARAGRAPHS}"
    assert (
        one(WEB, f"<html><head>{date}</head><body>{body}</body></html>").published == "2025-05-21"
    )


@pytest.mark.parametrize(
    ("between", "published"),
    [
        ("<div>Maren Holt<br>26 November 2025 at 08:12</div>", "2025-11-26"),
        ("<p>Maren Holt | Nov. 26, 2025</p>", "2025-11-26"),
        ("<p>Press release – 26 November 2025 – Tarn Yards plc</p>", "2025-11-26"),
        ("<div>Updated 26 November 2025</div>", None),
        ("<ul class=related><li>26 November 2025</li></ul>", None),
        (
            "<p>The council, which met on 26 November 2025, voted to close the line at last, and "
            "it will not come back.</p>",
            None,
        ),
    ],
)
def test_a_day_under_the_headline_needs_no_markup(between: str, published: str | None) -> None:
    """A line that is a date, or a name and one; not that of a change or of another story."""
    assert one("a.html", page(between + PARAGRAPHS)).published == published


def test_an_old_page_says_outlet_and_day_in_its_title_and_byline() -> None:
    """It has no markup for either: what stands above the text tells them apart."""
    shown = (
        "<html><head><title>Wenn Gazette - Quay shut</title></head><body><p><b>Quay shut</b></p>"
        f"<p><i>By Maren Holt, 14 February 2025</i></p>{PARAGRAPHS}</body></html>"
    )
    found = one(WEB, shown)
    assert (found.title, found.outlet, found.published) == (
        "Quay shut",
        "Wenn Gazette",
        "2025-02-14",
    )


def test_a_plan_on_a_page_keeps_its_headings_and_short_points() -> None:
    """What looks for sentences passes over them; menus and related stories stay out."""
    points = (
        "<p>Be it enacted as follows:</p><h3>Section 1. Discharge</h3><ol>"
        "<li>No person shall foul the river.</li><li>Who does pays 500 crowns.</li></ol>"
        "<h3>Section 2. Measuring</h3><p>The agency should, where practicable, measure the water:"
        "</p><ol type=a><li>in summer;</li><li>after every flood.</li></ol>"
        "<h3>Section 3. Levy</h3><p>Every mill pays a levy of 2 per cent of its turnover.</p>"
        "<h3>Section 4. Start</h3><p>Sections 1 and 2 come into force on 1 January. The rest comes "
        "into force on a day that the minister appoints.</p>"
    )
    markup = (
        "<html><head><title>River Bill</title></head><body><nav><a href=/>Home</a></nav>"
        f"<h1>River Bill</h1>{points}<aside><p>Read more of rivers.</p></aside></body></html>"
    )
    assert one("bill.html", markup, format="plan").text.split("\n") == [
        "Be it enacted as follows:",
        "Section 1. Discharge",
        "1. No person shall foul the river.",
        "2. Who does pays 500 crowns.",
        "Section 2. Measuring",
        "The agency should, where practicable, measure the water:",
        "a. in summer;",
        "b. after every flood.",
        "Section 3. Levy",
        "Every mill pays a levy of 2 per cent of its turnover.",
        "Section 4. Start",
        "Sections 1 and 2 come into force on 1 January. The rest comes into force on a day that "
        "the minister appoints.",
    ]


def test_the_title_of_a_plan_on_a_page_tells_its_day() -> None:
    """As that of one in a text does; of an article the same words may be of something else."""
    title = "Harbour plan, draft of 20 May 2026"
    points = "".join(f"<li>Point {n}: the quay is kept open to all boats.</li>" for n in range(9))
    markup = f"<html><body><h1>{title}</h1><ol>{points}</ol></body></html>"
    assert one("plan.html", markup, format="plan").published == "2026-05-20"
