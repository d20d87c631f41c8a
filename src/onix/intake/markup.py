"""HTML without a page around it: the body of a WordPress post, a block inside Markdown.

In: an HTML fragment that is all content. Out: its words, one line a block. A whole page with
menus and offers around the article goes through `article.py` instead.
"""

from __future__ import annotations

import re

from lxml import etree, html

from onix.intake.decoding import clean, squeeze
from onix.intake.numbering import figure

_BLOCKS = re.compile(
    "address|article|aside|blockquote|caption|dd|details|div|dl|dt|fieldset|figure|footer|h[1-6]|"
    "header|hr|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_CELLS = re.compile("td|th")
_LONGEST_CELL = 300
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LINE, _CELL = "\x1e", "\x1f"  # cleaned text cannot hold them
_MARKED = re.compile("[“‘«„‚\"']")
# Of a block quotation: it has marks of its own; a line that says whose it is, "— Ann Lee".
QUOTED = re.compile('["“”„«‘]')
SAID_BY = re.compile(r"[—–-]{1,2}\s?[A-Z]")
_SILENT = re.compile(
    "script|style|template|noscript|iframe|object|embed|svg|math|form|button|select|textarea|"
    "audio|video|canvas|head|title|nav|figcaption"
)


def lines_of(markup: str) -> list[str]:
    """Give the words of an HTML fragment, one line a paragraph, heading, point or table row."""
    if not markup.strip():
        return []
    page = f"<html><body>{clean(markup)}</body></html>"
    tree = html.document_fromstring(page, parser=html.HTMLParser(huge_tree=False))
    write_marks(tree)
    return lines_in(tree)


def write_marks(tree: etree._Element) -> None:
    """Write the quotation marks that layout stands for, where a page has none itself.

    A browser draws them around `<q>`; a block is a quotation where who says it is named above,
    before a colon, or in it, behind a dash or in an element for that.
    """
    quotations = list(tree.iter("q"))
    for element in quotations:
        words = _text(element)
        if words and not _MARKED.match(words):
            within = sum(each.tag == "q" for each in element.iterancestors())
            _mark(element, "“”" if within % 2 == 0 else "‘’")
    for element in quotations:
        element.tag = "span"  # what extracts articles takes a `<q>` for a block of its own
    for element in tree.iter("blockquote"):
        _mark_block(element)


def _mark_block(block: etree._Element) -> None:
    parts = [each for each in block.iter("p") if _text(each)] or [block]
    by = [each for each in parts if SAID_BY.match(_text(each))] + list(block.iter("footer", "cite"))
    said = [each for each in parts if each not in by and each.getparent() not in by]
    before = block.getprevious()
    is_named = bool(by) or (before is not None and _text(before).endswith(":"))
    is_marked = any(QUOTED.search(_text(each)) for each in said)
    if not _text(block) or not said or not is_named or is_marked or (by and block in said):
        return
    for each in said[:-1]:
        each.text = "“" + (each.text or "").lstrip()
    _mark(said[-1], "“”")


def _text(element: etree._Element) -> str:
    return "".join(element.itertext()).strip()


def _mark(element: etree._Element, marks: str) -> None:
    """Write a mark where an element begins, and one where it ends."""
    element.text = marks[0] + (element.text or "").lstrip()
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + marks[1]
    else:
        element.text = element.text.rstrip() + marks[1]


def lines_in(tree: etree._Element) -> list[str]:
    """Give the words of an element, one line a block; points keep their numbers.

    A table row is one line, its cells divided by " | ", unless the table is there for layout.
    """
    pieces: list[str] = []
    narrow: list[etree._Element] = []  # the cells of data around the place reached
    walker = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if is_silent(element):
                walker.skip_subtree()
                continue
            if _CELLS.fullmatch(element.tag) and _is_data(element):
                narrow.append(element)
            pieces += [_space(element) if narrow else _opening(element), element.text or ""]
        elif event == "end" and not is_silent(element):
            if narrow and narrow[-1] is element:
                narrow.pop()
                pieces.append(_CELL)
            else:
                pieces.append(_space(element) if narrow else _closing(element))
        if event != "start" and element is not tree:
            pieces.append(element.tail or "")
    lines = "".join(pieces).split(_LINE)
    return [line for each in lines if (line := " | ".join(_cells(each)))]


def _is_data(cell: etree._Element) -> bool:
    """Is it a cell of data, rather than a column of a page that is laid out as a table?"""
    if sum(1 for _ in cell.iter("p", "table", "td")) > 2:
        return False
    return len("".join(cell.itertext())) <= _LONGEST_CELL


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


def _opening(element: etree._Element) -> str:
    if element.tag == "li":
        return _LINE + _number(element)
    return "" if _begins_point(element) else _closing(element)


def _closing(element: etree._Element) -> str:
    return _LINE if element.tag == "br" or _BLOCKS.fullmatch(element.tag) else ""


def _space(element: etree._Element) -> str:
    """Give what stands for a block's end inside a cell; a word in bold is no block."""
    return " " if _closing(element) else ""


def _begins_point(element: etree._Element) -> bool:
    """Is it the first thing in a point, so that it stands on the line of the number?"""
    parent = element.getparent()
    if parent is None or parent.tag != "li" or element.tag != "p":
        return False
    return parent[0] is element and not (parent.text or "").strip()


def _number(item: etree._Element) -> str:
    """Give "3. " or "c. " for the third point of an ordered list, "" for a bullet."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    first = parent.get("start", "1")
    before = sum(1 for each in item.itersiblings("li", preceding=True))
    number = (int(first) if first.isdecimal() else 1) + before
    return f"{figure(number, _FORMS.get(parent.get('type')))}. "
