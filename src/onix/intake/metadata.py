"""Who published a page, when, under which title and address: the facts in its markup.

In: a parsed page. Out: `Facts`. Meta tags and JSON-LD are believed, then the markup around the
headline, then the address. Nothing is made up: what no place states is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree

from onix.intake.decoding import one_line
from onix.intake.identity import canonical_address, host_of, same_site
from onix.intake.linked_data import LinkedData, read_linked_data
from onix.intake.page_parts import is_aside, meta_fields, stated, words_in
from onix.intake.people import people_in
from onix.intake.publication import modified, published

_AUTHOR_FIELDS = (
    "author",
    "article:author",
    "article:author_name",
    "authors",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
)
_OUTLET_FIELDS = ("og:site_name", "application-name", "publisher", "dc.publisher")
_TITLE_FIELDS = ("og:title", "twitter:title", "dc.title", "title")
_BETWEEN_TITLES = re.compile(r"\s+(?:[|–—·:»-]|::)\s+")
_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:s|[_-]+names?)?(?:$|\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page states.

    Attributes:
        body: The text of the article as JSON-LD repeats it.
        posts: Those of a live blog, each with its headline and its text.
        is_article: The page calls itself an article.
        is_free: Everybody may read all of it; None when nothing is said.
    """

    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    address: str | None
    body: str | None
    posts: tuple[tuple[str, str], ...]
    is_article: bool
    is_free: bool | None
    corrected: bool


def read_facts(tree: etree._Element, *, address: str | None) -> Facts:
    """Give what the page says of itself; `address` is where it was found."""
    fields = meta_fields(tree)
    heads = [words for each in tree.iter("h1") if (words := words_in(each))]
    titles = [*heads, *fields.get("og:title", [])]
    data = read_linked_data(tree, headlines=titles)
    where = _canonical(tree, fields, data, address)
    outlet = _outlet(fields, data) or _outlet_in_title(tree, heads)
    return Facts(
        title=_title(tree, fields, data, heads, outlet, where),
        outlet=outlet,
        authors=_authors(tree, fields, data, outlet),
        published=published(tree, fields, data, where),
        modified=modified(tree, fields, data),
        address=where,
        body=data.words("articleBody"),
        posts=tuple(data.posts),
        is_article=bool(data.article)
        or "article" in fields.get("og:type", [])
        or "article:published_time" in fields,  # which only an article has
        is_free=data.is_free,
        corrected=bool(data.article.get("correction")),
    )


def _outlet(fields: dict[str, list[str]], data: LinkedData) -> str | None:
    """Give the outlet's name as readers know it; a bare host is no name if another is given."""
    named = [
        *fields.get("og:site_name", []),
        *data.names(data.article.get("publisher")),
        *([data.site] if data.site else []),
        *stated(fields, _OUTLET_FIELDS[1:]),
    ]
    clear = [name for each in named if (name := one_line(each)) and len(name) <= 100]
    spoken = (
        each for each in clear if not re.fullmatch(r"(?:https?://|www\.)?[\w-]+(\.[\w-]+)+/?", each)
    )
    return next(spoken, None) or next(iter(clear), None)


def _outlet_in_title(tree: etree._Element, heads: list[str]) -> str | None:
    """Give "Tarn Courier" where <title> is the headline of the page, a dash and these words."""
    for each in tree.iter("title"):
        pieces = _BETWEEN_TITLES.split(words_in(each) or "")
        if len(pieces) > 1 and len(pieces[-1].split()) <= 5:
            first = _plain(pieces[0])
            return pieces[-1] if any(_plain(head).startswith(first) for head in heads) else None
    return None


def _title(
    tree: etree._Element,
    fields: dict[str, list[str]],
    data: LinkedData,
    heads: list[str],
    outlet: str | None,
    address: str | None,
) -> str | None:
    """Give the headline: as JSON-LD and the meta tags have it, else the only h1, else <title>."""
    in_head = [words for each in tree.iter("title") if (words := words_in(each))][:1]
    candidates = [
        *([words] if (words := data.words("headline")) else []),
        *stated(fields, _TITLE_FIELDS[:1]),
        *(heads if len(heads) == 1 else []),
        *stated(fields, _TITLE_FIELDS[1:]),
        *in_head,
        *heads,
    ]
    for each in candidates:
        title = _without_outlet(one_line(each) or "", outlet, host_of(address))
        if title:
            return title
    return None


def _without_outlet(title: str, outlet: str | None, host: str | None) -> str:
    """Take the outlet's name off the ends of a title; "" when nothing else is there."""
    names = {_plain(each) for each in (outlet, host, (host or "").rpartition(".")[0]) if each}
    while _plain(title) not in names:
        pieces = _BETWEEN_TITLES.split(title)
        if len(pieces) > 1 and _plain(pieces[-1]) in names:
            title = title[: title.rindex(pieces[-1])].rstrip(" |–—·:»-")
        elif len(pieces) > 1 and _plain(pieces[0]) in names:
            title = title[len(pieces[0]) :].lstrip(" |–—·:»-")
        else:
            return title
    return ""


def _plain(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()


def _authors(
    tree: etree._Element, fields: dict[str, list[str]], data: LinkedData, outlet: str | None
) -> tuple[str, ...]:
    """Give the writers: from JSON-LD, else meta tags, else the byline in the page."""
    named = data.names(data.article.get("author") or data.article.get("creator"))
    not_people = {(outlet or "").casefold(), "admin"}
    for place in (named, stated(fields, _AUTHOR_FIELDS), _bylines(tree)):
        kept = [each for each in people_in(list(place)) if each.casefold() not in not_people]
        if kept:
            return tuple(kept)
    return ()


def _bylines(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter("a", "span", "div", "p", "address", "li"):
        marked = element.get("rel") == "author" or element.get("itemprop") in {"author", "creator"}
        if marked or _BYLINE.search(element.get("class") or ""):
            words = one_line(_apart(element))
            if words and len(words) <= 100 and not is_aside(element):
                yield re.split(r"\s{2,}|\s[|•·]\s|,? \d", words)[0]
                return


def _apart(element: etree._Element) -> str:
    """Give the words of a byline, with a bar where only the layout parts a name from a post."""
    words = ""
    for piece in element.itertext():
        if words[-1:].isalpha() and piece[:1].isupper():
            words += " " if words.lower() == "by" else " | "
        words += piece
    return words


def _canonical(
    tree: etree._Element, fields: dict[str, list[str]], data: LinkedData, address: str | None
) -> str | None:
    """Give the address the outlet wants the page to have.

    It is believed within the site the page came from: a page may not pass for another outlet's,
    and a front page named on every article is a slip of the template.
    """
    links = [
        each.get("href")
        for each in tree.iter("link")
        if "canonical" in (each.get("rel") or "").lower().split()
    ]
    pages = data.article.get("mainEntityOfPage")
    named = [*links, *fields.get("og:url", []), data.article.get("url")]
    named.append(pages.get("@id") if isinstance(pages, dict) else pages)
    here = canonical_address(address)
    for each in named:
        if not isinstance(each, str) or not each.strip():
            continue
        found = canonical_address(_joined(here, each.strip()))
        if found is None or (here and not same_site(here, found)):
            continue
        if urlsplit(found).path.strip("/") or not urlsplit(here or found).path.strip("/"):
            return found
    return here


def _joined(base: str | None, address: str) -> str:
    try:
        return urljoin(base or "", address)
    except ValueError:
        return ""
