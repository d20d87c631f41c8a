"""The parts of a page that state facts: a parsed page in, meta tags by name and plain words out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from onix.intake.decoding import one_line

_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|comments?|footer|sidebar|promo|teaser|more-\w+|latest|"
    r"trending|newsletter|most-?(?:read|popular))(?:$|[\s_-])",
    re.IGNORECASE,
)


def meta_fields(tree: etree._Element) -> dict[str, list[str]]:
    """Give the contents of the meta tags by the name they go by, lower-cased."""
    fields: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = one_line(meta.get("content"))
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and content:
                fields.setdefault(name, []).append(content)
    return fields


def stated(fields: dict[str, list[str]], names: tuple[str, ...]) -> Iterator[str]:
    """Give what the fields of these names state, in the order of the names."""
    return (value for name in names for value in fields.get(name, []))


def words_in(element: etree._Element) -> str | None:
    """Give the words in an element on one line; None where there are none."""
    return one_line("".join(element.itertext()))


def is_aside(element: etree._Element) -> bool:
    """Does the element belong to what stands around an article: a footer, related stories?"""
    return any(
        each.tag in {"aside", "footer", "nav"}
        or (
            each.tag not in {"body", "html"}
            and _ASIDE.search(f"{each.get('class', '')} {each.get('id', '')}")
        )
        for each in (element, *element.iterancestors())
    )
