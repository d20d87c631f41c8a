"""A page of HTML becomes the article in it.

In: the page, and the address it has. Out: a document with the article's text, one line a
paragraph, heading, point or row, without menus, offers and related stories, and without the
headline above it, which is the title. trafilatura finds the article; the fallbacks are for pages
that only hold it in their JSON-LD, and for saved pages that it finds nothing in.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from dataclasses import replace
from typing import Any

from lxml import etree, html

from onix.errors import InputError
from onix.intake import notes
from onix.intake.above import (
    SENTENCE_END,
    called_as_above,
    day_said,
    plain,
    under_byline,
    under_headline,
)
from onix.intake.build import build
from onix.intake.decoding import clean, one_line, squeeze
from onix.intake.dialogue import spoken_on_page
from onix.intake.markup import is_hidden, lines_in, lines_of, write_marks
from onix.intake.metadata import Facts, read_facts
from onix.intake.page_parts import is_aside
from onix.intake.raw import Raw, name_of
from onix.intake.saved import Page
from onix.intake.text import version_day
from onix.model import Document, DocumentKind

_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_FEWEST_WORDS = 40
_MOST_ELEMENTS = 100_000  # the largest front pages have some ten thousand
_STUB_WORDS = 250
_FRONT_PAGE_LINKS = 8
_CORRECTION = re.compile(r"(?:^|[\s_-])(?:correction|clarification|amendment)s?(?:$|[\s_-])", re.I)


def read_article(
    raw: Raw, page: Page, *, kind: DocumentKind | None = None, title: str | None = None
) -> Document:
    """Give the article of a page.

    1. The page is parsed, its facts are read, and what it hides is taken out.
    2. The text is found: by trafilatura, else in JSON-LD, else in the paragraphs of the page.
    3. The headline above the text and offers below it go; a note of correction stays.
    4. A page that holds no article is refused, a stub is kept and marked.

    Args:
        title: Beats what the page says.

    Raises:
        InputError: There is no article in it, or trafilatura failed and the rest found none.
    """
    # 1.
    tree = parse_page(page.markup)
    facts = read_facts(tree, address=page.address)
    facts = replace(facts, title=title or facts.title)
    corrections = _corrections(tree)
    _drop_hidden(tree)
    # 2.
    laid = _out_of_layout(tree)
    whole_page = deepcopy(laid) if kind == "plan" else None
    lines, fault = _main_lines(laid, facts, page.address)
    if whole_page is not None:
        lines = _around(whole_page, lines)
    # 3.
    facts = called_as_above(facts, lines) if title is None else facts
    lines = under_headline(lines, facts.title)
    published = facts.published or next(filter(None, map(day_said, lines[:3])), None)
    if published is None and kind == "plan":
        published = version_day(facts.title or "")
    lines, cut = notes.without_wall(under_byline(lines))
    lines = notes.without_furniture(lines)
    whole = "\n".join(lines)
    lines += [each for each in corrections if plain(each) not in plain(whole)]
    # 4.
    words = sum(len(line.split()) for line in lines)
    is_stub = words < _STUB_WORDS and facts.is_free is not True
    cut = cut or (is_stub and (facts.is_free is False or _has_wall(tree)))
    # Headings and short points leave little of a plan that is prose.
    is_plan = kind == "plan" and words >= _FEWEST_WORDS
    if not (is_plan or _is_article(lines, facts, cut)) or _is_front_page(tree, lines, facts):
        why = "there is no article in it (a front page, a form, or a page that scripts fill)"
        if fault is not None:
            why = f"its text could not be extracted ({fault})"
        raise InputError(f"{why}. Save the text of the article to a file and add that.")
    text = "\n".join(lines)
    spoken = spoken_on_page(text) if kind in {None, "transcript"} else []
    return build(
        raw,
        text,
        kind=kind or ("transcript" if spoken else "article"),
        spoken=spoken,
        title=facts.title,
        address=facts.address,
        outlet=facts.outlet,
        authors=facts.authors,
        published=published,
        modified=facts.modified,
        corrected=facts.corrected or bool(corrections),
        cut=cut,
    )


def parse_page(markup: str) -> etree._Element:
    """Give the tree of a page; libxml2 reads what is not well-formed as browsers do.

    Raises:
        InputError: There is nothing in it, or far too much.
    """
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(clean(_DECLARATION.sub("", markup)), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise InputError("there is no page in it. Save the page again.") from None
    elements = sum(1 for _ in tree.iter())
    if elements > _MOST_ELEMENTS:
        raise InputError(
            f"it has {elements:,} elements, far more than the page of an article. "
            "Save the text of the article to a file and add that."
        )
    _clean_entities(tree)
    write_marks(tree)
    return tree


def _clean_entities(tree: etree._Element) -> None:
    """Clean the words that entities stood for; lxml gives controls (`&#1;`), but takes none."""
    for element in tree.iter(etree.Element):
        for part in ("text", "tail"):
            words = getattr(element, part) or ""
            if (cleaned := clean(words)) != words:
                setattr(element, part, cleaned)


def _drop_hidden(tree: etree._Element) -> None:
    """Take out what a reader does not see; words can hide in it that are meant for machines."""
    for element in [each for each in tree.iter(etree.Element) if is_hidden(each)]:
        # Some pages hide all of themselves until a script has run.
        if (
            element.tag not in {"html", "body", "main", "article"}
            and element.getparent() is not None
        ):
            element.drop_tree()


def _out_of_layout(tree: etree._Element) -> etree._Element:
    """Give the cell that holds the article, where a page is laid out with tables; else the page."""
    cells = [each for each in tree.iter("td") if each.find(".//p") is not None]
    whole = _count_prose(tree) if cells else 0
    fitting = [each for each in cells if _count_prose(each) >= 0.7 * whole > 0]
    if not fitting:
        return tree
    page = html.document_fromstring("<html><body><article></article></body></html>")
    article = page.find(".//article")
    article.extend(fitting[-1])  # document order: the last is the innermost
    return page


def _count_prose(element: etree._Element) -> int:
    return _count([line for line in lines_in(element) if _is_prose(line)])


def _is_prose(line: str) -> bool:
    """Does the line hold a sentence of eight words or more, as menus and headings do not?"""
    return any(SENTENCE_END.search(word) for word in line.split()[7:])


def _main_lines(
    tree: etree._Element, facts: Facts, address: str | None
) -> tuple[list[str], str | None]:
    """Give the lines of the article, and what trafilatura stumbled over, if it did."""
    found, fault = _extracted(tree, address)
    # A post of a live blog looks like an article of its own, and the others like related ones.
    if 2 * _count(posts := _from_posts(facts)) > _count(found):
        return posts, fault
    for fallback in (_from_body, _from_paragraphs):
        if _count(found) < _FEWEST_WORDS or fallback is _from_body:
            other = fallback(tree, facts)
            if _count(other) > 2 * _count(found):
                found = other
    return found, fault


def _count(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)


def _extracted(tree: etree._Element, address: str | None) -> tuple[list[str], str | None]:
    from trafilatura import bare_extraction

    try:
        found: Any = bare_extraction(
            tree,
            url=address,
            favor_precision=True,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
        )
    except (etree.LxmlError, AttributeError, LookupError) as error:
        # What its bugs raise, mostly where an element lacks what it looks for; it catches its own
        # TypeError and ValueError. Its polish is lost, and the page can still be read without.
        _log.warning("trafilatura failed on %s", name_of(address), exc_info=True)
        return [], one_line(f"{type(error).__name__}: {str(error)[:200]}")
    has_body = found is not None and found.body is not None
    return (lines_in_body(found.body) if has_body else []), None


def lines_in_body(body: etree._Element) -> list[str]:
    """Give the lines of the tree that trafilatura makes, in its own names for elements."""
    names = {"head": "h2", "list": "ul", "item": "li", "quote": "blockquote", "row": "tr"}
    names |= {"cell": "td", "lb": "br", "hi": "span", "ref": "span", "code": "span"}
    for element in body.iter(etree.Element):
        element.tag = names.get(element.tag, element.tag)
        if element.tag == "ul" and element.get("rend") == "ol":
            element.tag = "ol"
    return lines_in(body)


def _around(tree: etree._Element, lines: list[str]) -> list[str]:
    """Give all lines of the part of a page in which these stand, asides left out.

    A plan is headings and short points, many of which what looks for sentences passes over.
    """
    found = set(lines)
    common: list[etree._Element] = []
    for element in tree.iter("p", "li", "h1", "h2", "h3", "h4", "td"):
        if squeeze(clean("".join(element.itertext()))) in found:
            around = [element, *element.iterancestors()]
            common = [each for each in common if each in around] if common else around
    if not common:
        return lines
    for element in [each for each in common[0].iterdescendants() if is_aside(each)]:
        if element.getparent() is not None:
            element.drop_tree()
    whole = lines_in(common[0])
    return whole if _count(whole) > _count(lines) else lines


def _from_posts(facts: Facts) -> list[str]:
    """Give the posts of a live blog, each under its headline."""
    return [
        line
        for headline, body in facts.posts
        for line in (squeeze(clean(headline)), *_lines_of_body(body))
        if line
    ]


def _from_body(tree: etree._Element, facts: Facts) -> list[str]:
    """Give the article as JSON-LD repeats it, in HTML or with line breaks."""
    return _lines_of_body(facts.body or "")


def _lines_of_body(body: str) -> list[str]:
    if re.search(r"</?p\b|<br", body):
        return lines_of(body)
    return [line for each in clean(body).split("\n") if (line := squeeze(each))]


def _from_paragraphs(tree: etree._Element, facts: Facts) -> list[str]:
    """Give the paragraphs of the element that holds most of them."""
    best: list[str] = []
    for holder in {each.getparent() for each in tree.iter("p")} - {None}:
        lines = [line for each in holder.iterchildren("p", "h2", "h3") for line in lines_in(each)]
        sentences = [line for line in lines if _is_prose(line)]
        if _count(sentences) > _count(best):
            best = lines
    return best


def _corrections(tree: etree._Element) -> list[str]:
    """Give the notes of correction in the page, wherever they stand."""
    found: list[str] = []
    for element in tree.iter("p", "div", "aside", "section", "em", "span"):
        marked = _CORRECTION.search(f"{element.get('class', '')} {element.get('id', '')}")
        if element.tag != "p" and not marked:
            continue
        words = squeeze(clean("".join(element.itertext())))
        if 20 <= len(words) <= 1200 and notes.is_correction(words) and words not in found:
            found.append(words)
    return found


def _has_wall(tree: etree._Element) -> bool:
    """Does a line in the page's own column say that the rest is for those who pay or sign in?"""
    for each in tree.iter("p", "a", "button", "h2", "h3", "h4", "span"):
        if notes.is_wall(squeeze("".join(each.itertext())[:200])):
            around = {parent.tag for parent in each.iterancestors()}
            if not around & {"header", "nav", "footer", "aside"}:
                return True
    return False


def _is_article(lines: list[str], facts: Facts, cut: bool) -> bool:
    """Is it reporting: sentences, and enough of them where the page does not call itself one?"""
    prose = sum(1 for line in lines if _is_prose(line))
    if facts.is_article or cut:
        return prose >= 1
    return _count(lines) >= _FEWEST_WORDS and prose >= 2 and 4 * prose >= len(lines)


def _is_front_page(tree: etree._Element, lines: list[str], facts: Facts) -> bool:
    """Does the page tease other pages: as many headings that are links as it has paragraphs?"""
    if facts.is_article or facts.published:
        return False
    linked = sum(1 for each in tree.iter("h2", "h3", "h4") if each.find(".//a") is not None)
    prose = sum(1 for line in lines if _is_prose(line))
    return linked >= _FRONT_PAGE_LINKS and linked >= prose
