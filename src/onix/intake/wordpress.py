"""A WordPress export (WXR): every published post and page of a site in one XML file.

In: the export's bytes. Out: one document a post, lazily. The XML is untrusted: no entity is
expanded, nothing outside the file is opened, and an item is dropped from memory once it is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from io import BytesIO

from lxml import etree

from onix.errors import InputError
from onix.intake.build import build
from onix.intake.dates import iso_date
from onix.intake.decoding import one_line
from onix.intake.identity import is_web
from onix.intake.markup import lines_of
from onix.intake.people import people_in
from onix.intake.raw import LeftOut, Raw, left_out, name_of
from onix.model import Document

_NOT_WRITING = re.compile(
    r"attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|"
    r"wp_\w+|acf-\w+|elementor_\w+|feedback|shop_\w+|product\w*"
)
_SHORTCODE = re.compile(r"\[/?[a-z][\w-]*(?:\s[^\[\]]*)?/?\]")
_CAPTION = re.compile(r"\[caption[^\]]*\].*?\[/caption\]", re.DOTALL)
_PARAGRAPH = re.compile(r"<(?:p|div|li|blockquote|h[1-6]|table|figure)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Site:
    title: str | None = None
    people: dict[str, str] = field(default_factory=dict)
    unpublished: Counter[str] = field(default_factory=Counter)
    found: int = 0


def read_wordpress(raw: Raw, data: bytes) -> Iterator[Document | LeftOut]:
    """Give each published post and page; what is not published is counted in one sentence.

    Raises:
        InputError: The XML is broken, from where on; what was given before is good.
    """
    site = _Site()
    events = etree.iterparse(
        BytesIO(data),
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in events:
            name = _local(element)
            if name == "title" and _local(element.getparent()) == "channel":
                site.title = one_line(element.text)
            elif name == "author" and _local(element.getparent()) == "channel":
                _remember_author(element, site)
            elif name == "item":
                yield from _post(element, raw, site)
                _forget(element)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"line {error.lineno or 1} is not well-formed XML ({one_line(error.msg)}). "
            "Export it from WordPress again (Tools, Export)."
        ) from None
    if site.unpublished:
        kinds = ", ".join(f"{count} {status}" for status, count in site.unpublished.most_common())
        yield left_out(
            raw.address,
            f"{site.unpublished.total()} of its posts are not published ({kinds}). "
            "Publish them and export again, if they belong in the record.",
        )
    elif not site.found:
        raise InputError("there is no published post in it. Export all content of the site.")


def _local(element: etree._Element | None) -> str:
    return "" if element is None else etree.QName(element).localname


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _remember_author(element: etree._Element, site: _Site) -> None:
    fields = {_local(child): child.text for child in element}
    login, shown = one_line(fields.get("author_login")), one_line(fields.get("author_display_name"))
    if login and shown:
        site.people[login] = shown


def _post(item: etree._Element, raw: Raw, site: _Site) -> Iterator[Document | LeftOut]:
    fields: dict[str, str] = {}
    for child in item:
        space = etree.QName(child).namespace or ""
        name = f"excerpt:{_local(child)}" if "/excerpt/" in space else _local(child)
        if child.text:
            fields.setdefault(name, child.text)
    if _NOT_WRITING.fullmatch(fields.get("post_type", "post")):
        return
    status = fields.get("status", "publish")
    if status != "publish" or fields.get("post_password"):
        site.unpublished["password" if status == "publish" else status] += 1
        return
    site.found += 1
    title = one_line(fields.get("title"))
    link = one_line(fields.get("link"))
    try:
        yield build(
            raw,
            "\n".join(_lines(fields.get("encoded", ""))),
            title=title,
            address=link if is_web(link) else None,
            outlet=site.title,
            authors=people_in(site.people.get(creator := fields.get("creator", ""), creator)),
            published=_published(fields),
            raw_sha256=sha256(etree.tostring(item, with_tail=False)).hexdigest(),
        )
    except InputError as error:
        where = link or title or fields.get("post_id", "")
        yield LeftOut(
            name_of(where), f"Could not read {name_of(raw.address)}: in “{title or where}” {error}"
        )


def _lines(content: str) -> list[str]:
    """Give the words of a post; in old posts an empty line is the only sign of a paragraph."""
    content = _SHORTCODE.sub("", _CAPTION.sub("", content))
    if not _PARAGRAPH.search(content):
        content = "".join(f"<p>{each}</p>" for each in re.split(r"(?:\r?\n[ \t]*){2,}", content))
    return lines_of(content)


def _published(fields: dict[str, str]) -> str | None:
    """Give the moment of publication in the site's own zone, told by its two clocks."""
    local, universal = iso_date(fields.get("post_date")), iso_date(fields.get("post_date_gmt"))
    if local and universal and "T" in local and "T" in universal:
        here, there = datetime.fromisoformat(local), datetime.fromisoformat(universal)
        if here.tzinfo is None and there.tzinfo is None:
            minutes = round((here - there).total_seconds() / 60)
            if abs(minutes) <= 14 * 60:
                sign, minutes = "-" if minutes < 0 else "+", abs(minutes)
                return f"{local}{sign}{minutes // 60:02}:{minutes % 60:02}"
    return local or iso_date(fields.get("pubDate"))
