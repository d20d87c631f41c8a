"""When a page was published, and last changed: a parsed page in, the dates that it states out.

What the page states for programs is believed, then its markup by the headline, then its address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from lxml import etree

from onix.intake.dates import date_in, date_in_path, in_own_zone, iso_date
from onix.intake.decoding import squeeze
from onix.intake.linked_data import LinkedData
from onix.intake.page_parts import is_aside, stated, words_in
from onix.intake.text import day_behind, day_of_line, day_of_release

_DATE_FIELDS = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date_published",
    "pubdate",
    "publish-date",
    "publish_date",
    "publishdate",
    "published-date",
    "publication_date",
    "article.published",
    "originalpublicationdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "date",
)
_MODIFIED_FIELDS = (
    "article:modified_time",
    "article:modified",
    "og:updated_time",
    "datemodified",
    "date_modified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
)
# What is written where no date was set: the first moment of the clock, in any zone, and year 1.
_NEVER = frozenset({"1970-01-01", "1969-12-31", "0001-01-01"})
_CHANGED = re.compile(r"updat|modif|edited|revis|correct", re.IGNORECASE)
_DATED = re.compile(r"date|time|publish|posted|byline|dateline|meta", re.IGNORECASE)
_MOST_ASKED = 20
_LINES_BETWEEN = 12  # of text between a headline and the story: who, when, buttons
_LONGEST_LINE = 20  # words; a longer one is the story


def published(
    tree: etree._Element, fields: dict[str, list[str]], data: LinkedData, address: str | None
) -> str | None:
    """Give the date of publication.

    1. What JSON-LD, meta tags and schema.org attributes state.
    2. A `time` tag by the headline, then any short element that is marked as a date.
    3. A line under the headline that says nothing else, or a name and a day.
    4. The day in the address.
    """
    # 1.
    named = [*data.names(data.article.get("datePublished")), *stated(fields, _DATE_FIELDS)]
    named += [_moment(each) for each in tree.xpath("//*[@itemprop='datePublished']")]
    named += [_moment(each) for each in tree.xpath("//time[@pubdate]")]
    days = [day for each in named if (day := iso_date(each)) and _may_be(day)]
    if days:
        return in_own_zone([*days, *(day for _, day in _times(tree))])
    # 2.
    times = [day for element, day in _times(tree) if not is_aside(element) and _may_be(day)]
    return (
        next(iter(times), None)
        or _marked_date(tree)
        # 3.
        or _date_under_headline(tree)
        or (
            # 4.
            date_in_path(urlsplit(address).path) if address else None
        )
    )


def _may_be(moment: str) -> bool:
    """May a page have come out then? Not on the day that computers count from, nor later than now.

    A day is left for zones, and clocks that go wrong.
    """
    day = moment[:10]
    latest = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    return day not in _NEVER and day <= latest


def modified(tree: etree._Element, fields: dict[str, list[str]], data: LinkedData) -> str | None:
    """Give when the page says that it was last changed: in JSON-LD, meta tags or attributes."""
    named = [*data.names(data.article.get("dateModified")), *stated(fields, _MODIFIED_FIELDS)]
    named += [_moment(each) for each in tree.xpath("//*[@itemprop='dateModified']")]
    return in_own_zone([day for each in named if (day := iso_date(each))])


def _moment(element: etree._Element) -> str:
    return str(element.get("content") or element.get("datetime") or words_in(element) or "")


def _times(tree: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Give the `time` tags that say when something was published, not when it was changed."""
    for element in tree.iter("time"):
        around = element.getparent()
        before = (around.text or "") if around is not None else ""
        marks = (element.get("class"), element.get("itemprop"), element.text, before[-40:])
        said = " ".join(each for each in marks if each)
        day = iso_date(element.get("datetime")) or date_in(words_in(element) or "")
        if day and not _CHANGED.search(said):
            yield element, day


def _marked_date(tree: etree._Element) -> str | None:
    """Give the date of a short element whose class or id says that it holds one.

    htmldate knows how outlets write dates; it is shown these elements only, because a date in
    running text, in a picture's name or in a copyright line is none of publication.
    """
    asked = 0
    for element in tree.iter("span", "div", "p", "li", "td", "small", "abbr", "em", "strong"):
        said = f"{element.get('class', '')} {element.get('id', '')}"
        words = words_in(element) if _DATED.search(said) else None
        if not words or not 6 <= len(words) <= 120 or _CHANGED.search(f"{said} {words}"):
            continue
        if not is_aside(element):
            asked += 1
            if day := date_in(words) or _foreign_date(element, words):
                return day
            if asked == _MOST_ASKED:
                break
    return None


def _date_under_headline(tree: etree._Element) -> str | None:
    """Give the day of a line between the headline and the first paragraph, however it is marked."""
    headlines = tree.xpath("//h1")
    if len(headlines) != 1:
        return None
    between = "following::text()[normalize-space() and not(parent::script or parent::style)]"
    for words in headlines[0].xpath(f"({between})[position() <= {_LINES_BETWEEN}]"):
        line = squeeze(words)
        if len(line.split()) > _LONGEST_LINE:
            break
        day = day_of_line(line) or day_behind(line)[1] or day_of_release(line)
        if day and not _CHANGED.search(line) and not is_aside(words.getparent()) and _may_be(day):
            return day
    return None


def _foreign_date(element: etree._Element, words: str) -> str | None:
    """Ask htmldate about one element, unless its figures can be read two ways."""
    from htmldate import find_date

    if not re.search(r"\b\d{4}\b", words) or re.search(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d", words):
        return None
    page = etree.Element("html")
    etree.SubElement(page, "head")
    etree.SubElement(page, "body").append(deepcopy(element))
    markup = etree.tostring(page, encoding="unicode", method="html")
    return iso_date(
        find_date(markup, extensive_search=False, original_date=True, max_date="2999-12-31")
    )
