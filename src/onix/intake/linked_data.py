"""What a page says of itself in JSON-LD (schema.org), as outlets really write it.

In: a parsed page. Out: the object of the article, its references followed.
Lists, graphs, strings in the place of objects and broken JSON are all out there; what cannot be
read is passed over, because the page says most of it again in its meta tags.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

Item = dict[str, Any]

_ARTICLE = re.compile(
    r"(?:https?://schema\.org/)?(?:\w*NewsArticle|Article|TechArticle|LiveBlogPosting|BlogPosting|"
    r"Report|SocialMediaPosting|AdvertiserContentArticle|OpinionPiece)"
)
_SITE = re.compile(r"(?:https?://schema\.org/)?(?:WebSite|\w*Organization)")
_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$")
_SPARE_COMMA = re.compile(r",(\s*[}\]])")
_DEEPEST = 4


@dataclass(slots=True)
class LinkedData:
    """The objects of a page; `article` is the one about its article, empty where there is none."""

    items: list[Item] = field(default_factory=list)
    article: Item = field(default_factory=dict)

    def follow(self, value: object) -> object:
        """Give the object that `{"@id": …}` refers to; anything else as it is."""
        if isinstance(value, dict) and set(value) == {"@id"}:
            named = (each for each in self.items if each.get("@id") == value["@id"])
            return next((each for each in named if len(each) > 1), value)
        return value

    def names(self, value: object) -> list[str]:
        """Give the names in a string, an object or a list of them."""
        if isinstance(value, list):
            return [name for each in value for name in self.names(each)]
        value = self.follow(value)
        if isinstance(value, dict):
            value = value.get("name")
            return self.names(value) if isinstance(value, list) else _words(value)
        return _words(value)

    def words(self, name: str) -> str | None:
        """Give a text property of the article; the first, where it has several."""
        return next(iter(self.names(self.article.get(name))), None)

    @property
    def posts(self) -> list[tuple[str, str]]:
        """The posts of a live blog in the order of the page: each one's headline, and its text."""
        updates = self.article.get("liveBlogUpdate")
        posts = [
            self.follow(each) for each in (updates if isinstance(updates, list) else [updates])
        ]
        return [
            ("".join(_words(each.get("headline"))), "".join(_words(each.get("articleBody"))))
            for each in posts
            if isinstance(each, dict) and _words(each.get("articleBody"))
        ]

    @property
    def site(self) -> str | None:
        """The name of the web site, where the page describes it beside the article."""
        sites = (each for each in self.items if _is_a(each, _SITE) and "WebSite" in str(each))
        return next((name for each in sites for name in self.names(each)), None)

    @property
    def is_free(self) -> bool | None:
        """May everybody read the whole article? None when nothing is said."""
        said = str(self.article.get("isAccessibleForFree", "")).strip().lower()
        return {"true": True, "false": False}.get(said)


def read_linked_data(tree: etree._Element, *, headlines: list[str]) -> LinkedData:
    """Give what the page's JSON-LD says.

    Args:
        headlines: Of the page itself; among several articles the one called so is meant.
    """
    found = LinkedData()
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found.items += _objects(_parse(script.text), 0)
    articles = [each for each in found.items if _is_a(each, _ARTICLE)]
    wanted = {_plain(each) for each in headlines}
    called = (
        each
        for each in articles
        if any(_plain(name) in wanted for name in found.names(each.get("headline")))
    )
    found.article = next(called, articles[0] if articles else {})
    return found


def _parse(written: str) -> object:
    bare = _WRAPPED.sub("", _WRAPPED.sub("", written))
    for attempt in (bare, _SPARE_COMMA.sub(r"\1", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: object, depth: int) -> Iterator[Item]:
    """Give the objects at the top; lists of other stories (`ItemList`) are not looked into."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _objects(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(name), depth + 1)


def _is_a(item: Item, kind: re.Pattern[str]) -> bool:
    given = item.get("@type")
    types = given if isinstance(given, list) else [given]
    return any(isinstance(each, str) and kind.fullmatch(each) for each in types)


def _words(value: object) -> list[str]:
    """Give a string as a reader sees it; WordPress writes entities into JSON."""
    if not isinstance(value, str):
        return []
    words = html.unescape(value).strip()
    return [words] if words else []


def _plain(title: str) -> str:
    return re.sub(r"\W+", " ", title).strip().casefold()
