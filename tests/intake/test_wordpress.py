"""A WordPress export gives its published posts, and nothing outside the file."""

from __future__ import annotations

from onix.intake import LeftOut
from onix.model import Document
from tests.intake.reading import everything, one, why

TOP = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Tarn Notes</title><link>https://tarnnotes.example</link>
<wp:author><wp:author_login><![CDATA[mholt]]></wp:author_login>
<wp:author_display_name><![CDATA[Maren Holt]]></wp:author_display_name></wp:author>
<wp:author><wp:author_login>x</wp:author_login></wp:author>
"""
END = "</channel></rss>"


def item(
    content: str = "<!-- wp:paragraph --><p>The ferry &amp; its riders.</p><!-- /wp:paragraph -->",
    *,
    title: str = "Ferry line",
    status: str = "publish",
    kind: str = "post",
    extra: str = "",
    link: str = "https://tarnnotes.example/ferry",
) -> str:
    """Write one item."""
    return (
        f"<item><title>{title}</title><link>{link}</link>"
        "<pubDate>Thu, 27 Nov 2025 02:10:00 +0000</pubDate>"
        "<dc:creator><![CDATA[mholt]]></dc:creator>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded>"
        "<excerpt:encoded><![CDATA[In short.]]></excerpt:encoded>"
        "<wp:post_date>2025-11-26 21:10:00</wp:post_date>"
        "<wp:post_date_gmt>2025-11-27 02:10:00</wp:post_date_gmt>"
        f"<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>{extra}</item>"
    )


def test_a_post_has_its_text_and_its_facts() -> None:
    """The site is the outlet, the two clocks give the zone, logins become names."""
    document = one("export.xml", TOP + item() + END)
    assert document.text == "The ferry & its riders."
    assert (document.title, document.outlet) == ("Ferry line", "Tarn Notes")
    assert document.authors == ("Maren Holt",)
    assert document.published == "2025-11-26T21:10:00-05:00"
    assert document.address == "https://tarnnotes.example/ferry"


def test_old_posts_have_paragraphs_without_tags() -> None:
    """An empty line was enough; shortcodes and captions are no words."""
    content = 'The ferry.\n\n[caption id="a"]<img src=x> A boat[/caption]It <b>stops</b>.\nNow.'
    content += '\n\n[gallery ids="1,2"]'
    assert one("export.xml", TOP + item(content) + END).text == "The ferry.\nIt stops. Now."


def test_only_what_is_published_is_read() -> None:
    """Drafts are counted in one sentence; pictures and menus are no writing."""
    data = TOP + item() + item(status="draft") + item(status="draft") + item(status="private")
    data += item(kind="attachment", status="inherit") + item(kind="nav_menu_item")
    data += item(extra="<wp:post_password>x</wp:post_password>") + item(kind="page", link="?p=2")
    first, page, left = everything("export.xml", data + END)
    assert isinstance(first, Document)
    assert isinstance(page, Document)
    assert page.address == "export.xml"
    assert isinstance(left, LeftOut)
    assert "4 of its posts are not published (2 draft, 1 private, 1 password)" in left.why


def test_an_empty_post_is_named_and_the_next_is_read() -> None:
    """One bad item costs only itself."""
    left, document = everything("export.xml", TOP + item("[gallery]", title="Gone") + item() + END)
    assert isinstance(left, LeftOut)
    assert left.address == "https://tarnnotes.example/ferry"
    assert "in “Gone” there is no text" in left.why
    assert isinstance(document, Document)


def test_an_export_without_posts_or_broken_is_left_out() -> None:
    """The line is named; what came before it is kept."""
    assert "there is no published post" in why("export.xml", TOP + END)
    first, left = everything("export.xml", TOP + item() + "<item><broken")
    assert isinstance(first, Document)
    assert isinstance(left, LeftOut)
    assert "is not well-formed XML" in left.why


def test_the_clocks_of_a_post_may_be_missing() -> None:
    """Then the date of the feed counts, or the local one."""
    late = item().replace("2025-11-27 02:10:00", "0000-00-00 00:00:00")
    assert one("export.xml", TOP + late + END).published == "2025-11-26T21:10:00"
    none = late.replace("2025-11-26 21:10:00", "0000-00-00 00:00:00")
    assert one("export.xml", TOP + none + END).published == "2025-11-27T02:10:00+00:00"
    far = item().replace("2025-11-27 02:10:00", "2025-12-27 02:10:00")
    assert one("export.xml", TOP + far + END).published == "2025-11-26T21:10:00"
    east = item().replace("2025-11-27 02:10:00", "2025-11-26 19:10:00")
    assert one("export.xml", TOP + east + END).published == "2025-11-26T21:10:00+02:00"


def test_entities_are_neither_expanded_nor_fetched() -> None:
    """A billion laughs, and a file of the machine."""
    laughs = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    head, rest = TOP.split("\n", 1)
    found = everything("export.xml", f"{head}\n{laughs}{rest}" + item(title="x &b; &f;") + END)
    assert isinstance(found[0], Document)
    assert "ha" not in (found[0].title or "")
    assert (found[0].title or "") == "x"
