"""HTML without a page around it: the body of a WordPress post, a block inside Markdown.

In: an HTML fragment that is all content. Out: its words, one line a block. A whole page with
menus and offers around the article goes through `article.py` instead.
"""

from __future__ import annotations

import re

from lxml import etree, html

from onix.intake.decoding import clean, squeeze

_BLOCKS = re.compile(
    "address|article|aside|blockquote|caption|dd|details|div|dl|dt|fieldset|figure|footer|h[1-6]|"
    "header|hr|li|main|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul"
)
_CELLS = frozenset({"td", "th"})
_LINE, _CELL = "\x1e", "\x1f"  # cleaned text cannot hold them
_SILENT = re.compile(
    "script|style|template|noscript|iframe|object|embed|svg|math|form|button|select|textarea|"
    "audio|video|canvas|head|title|nav|figcaption"
)


def lines_of(markup: str) -> list[str]:
    """Give the words of an HTML fragment, one line a paragraph, heading, point or table row."""
    if not markup.strip():
        return []
    try:
        tree = html.fragment_fromstring(clean(markup), create_parent="div")
    except (etree.ParserError, ValueError):
        return []
    return lines_in(tree)


def lines_in(tree: etree._Element) -> list[str]:
    """Give the words of an element, one line a block; points keep their numbers.

    A table row is one line, its cells divided by " | ".
    """
    pieces: list[str] = []
    walker = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if is_silent(element):
                walker.skip_subtree()
                continue
            pieces += [_opening(element), element.text or ""]
        elif event == "end" and not is_silent(element):
            pieces.append(_CELL if element.tag in _CELLS else _LINE if _is_block(element) else "")
        if event != "start" and element is not tree:
            pieces.append(element.tail or "")
    lines = "".join(pieces).split(_LINE)
    return [line for each in lines if (line := " | ".join(_cells(each)))]


def _cells(line: str) -> list[str]:
    return [cell for each in line.split(_CELL) if (cell := squeeze(clean(each)))]


def is_silent(element: etree._Element) -> bool:
    """Does the element hold no words for readers (a script, a form, something hidden)?"""
    return _SILENT.fullmatch(element.tag) is not None or is_hidden(element)


def is_hidden(element: etree._Element) -> bool:
    """Is the element kept from readers' eyes by its own attributes?"""
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style
    )


def _is_block(element: etree._Element) -> bool:
    return _BLOCKS.fullmatch(element.tag) is not None


def _opening(element: etree._Element) -> str:
    if element.tag == "br":
        return _LINE
    if element.tag == "li":
        return _LINE + _number(element)
    return _LINE if _is_block(element) else ""


def _number(item: etree._Element) -> str:
    """Give "3. " for the third point of an ordered list, "" for a bullet."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    first = parent.get("start", "1")
    before = sum(1 for each in item.itersiblings("li", preceding=True))
    return f"{(int(first) if first.isdecimal() else 1) + before}. "
