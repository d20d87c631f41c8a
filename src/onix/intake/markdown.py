"""Markdown: notes, drafts and plans as people write them.

In: Markdown with or without front matter. Out: a document of its words, one line a paragraph,
heading or point; numbers of points stay, because people cite them ("point 14"), the markup goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onix.intake.build import build
from onix.intake.dates import iso_date
from onix.intake.decoding import clean, one_line, squeeze
from onix.intake.dialogue import spoken_in
from onix.intake.file_names import day_from_name
from onix.intake.formats import KINDS
from onix.intake.identity import is_web
from onix.intake.markup import QUOTED, SAID_BY
from onix.intake.people import people_in
from onix.intake.raw import Raw
from onix.intake.text import head_lines, read_header
from onix.model import Document, DocumentKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_FENCE = re.compile(
    r"\A---[ \t]*\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]{0,40}):(?:[ \t]+(?P<value>.*))?")
_POINT = re.compile(r"\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s")
_FIRST = re.compile(r"\(?[ai1]\)")
# "Article 2." and "Section 2:", of which one stands under the other
_NUMBERED = re.compile(r"(?P<name>[A-Z][a-z]+\.?|§)\s?(?P<number>\d{1,3})[.:](?:\s|$)")
_SOFT = "\v"  # where a line of the file ends within a paragraph
_NAMES = {
    "title": ("title", "headline"),
    "published": ("published", "date", "publish_date", "published_at"),
    "authors": ("authors", "author", "by", "byline"),
    "outlet": ("outlet", "source", "publisher", "publication", "site"),
    "address": ("address", "url", "link", "canonical", "canonical_url"),
    "kind": ("kind", "type", "format"),
    "id": ("doc_id", "id"),
    "language": ("language", "lang"),
}


def read_markdown(raw: Raw, text: str, *, kind: DocumentKind | None = None) -> Document:
    """Give the document; what front matter states is believed, `kind` of the caller first.

    Speaker labels make it a transcript, as in plain text.
    """
    fields, body = front_matter(clean(text))
    lines, heading = markdown_lines(body)
    header = read_header(lines)
    address = _one(fields, "address")
    named = (_one(fields, "kind") or "").lower()
    kind = kind or (named if named in KINDS else None)
    whole = "\n".join(lines)
    spoken = spoken_in(whole, sure=kind == "transcript") if kind in {None, "transcript"} else None
    return build(
        raw,
        whole,
        kind=kind or ("transcript" if spoken else "article"),
        spoken=spoken or (),
        id=_one(fields, "id"),
        title=_one(fields, "title") or heading or header.title,
        address=address if is_web(address) else None,
        outlet=_one(fields, "outlet") or header.outlet,
        authors=people_in(_first(fields, "authors") or list(header.authors)),
        published=iso_date(_one(fields, "published"))
        or header.published
        or day_from_name(raw.address),
        language=_language(_one(fields, "language")),
    )


def has_front_matter(text: str) -> bool:
    """Does the text begin with fields between two `---` lines?"""
    return text.startswith("---") and bool(front_matter(clean(text[:20_000]))[0])


def front_matter(text: str) -> tuple[dict[str, str | list[str]], str]:
    """Give the fields between the two `---` lines, names in small letters, and the rest.

    One line a field, or a list in brackets or of `- ` lines below it: what people write by hand.
    Nested YAML is passed over. Without front matter the text comes back whole.
    """
    match = _FENCE.match(text)
    if match is None or not _FIELD.match(match["head"].lstrip()):
        return {}, text
    fields: dict[str, str | list[str]] = {}
    last = ""
    for line in match["head"].split("\n"):
        item = re.fullmatch(r"\s*-\s+(.*)", line)
        if item and last and not fields.get(last, []):
            fields[last] = [_unquoted(item[1])]
        elif item and last and isinstance(listed := fields[last], list):
            listed.append(_unquoted(item[1]))
        elif field := _FIELD.fullmatch(line.rstrip()):
            last = field["name"].strip().lower().replace(" ", "_").replace("-", "_")
            fields[last] = _value(field["value"] or "")
    return fields, text[match.end() :]


def _value(written: str) -> str | list[str]:
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        return [_unquoted(each) for each in written[1:-1].split(",") if each.strip()]
    return _unquoted(written)


def _unquoted(written: str) -> str:
    written = written.strip()
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1]
    return written


def _first(fields: dict[str, str | list[str]], name: str) -> str | list[str] | None:
    return next((fields[each] for each in _NAMES[name] if fields.get(each)), None)


def _one(fields: dict[str, str | list[str]], name: str) -> str | None:
    value = _first(fields, name)
    return one_line(value[0] if isinstance(value, list) else value)


def _language(value: str | None) -> str | None:
    match = re.match(r"([a-z]{2})(?:[-_]|$)", (value or "").lower())
    return match[1] if match else None


def markdown_lines(text: str) -> tuple[list[str], str | None]:
    """Give the words of Markdown, one line a block, and the first heading of the first level."""
    from markdown_it import MarkdownIt

    lines: list[str] = []
    title = None
    numbers: list[int | None] = []
    prefix = ""
    cells: list[str] | None = None
    quoted: list[int] = []
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    for position, token in enumerate(tokens):
        match token.type:
            case "bullet_list_open":
                numbers.append(None)
            case "ordered_list_open":
                numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                numbers.pop()
            case "list_item_open":
                number = numbers[-1]
                prefix = "" if number is None else f"{number}{token.markup} "
                numbers[-1] = None if number is None else number + 1
            case "blockquote_open":
                quoted.append(len(lines))
            case "blockquote_close":
                start = quoted.pop()
                lines[start:] = _with_marks(lines[start - 1] if start else "", lines[start:])
            case "tr_open":
                cells = []
            case "tr_close":
                lines.append(" | ".join(cells or []))
                cells = None
            case "inline":
                words = _words(token, None if prefix or cells is not None else lines)
                if cells is not None:
                    cells.append(" ".join(words))
                    continue
                lines += [prefix + words[0], *words[1:]] if words else []
                prefix = "" if words else prefix
                if title is None and tokens[position - 1].tag == "h1":
                    title = " ".join(words) or None
            case "fence" | "code_block":
                code = token.content.split("\n")
                lines += [prefix + line.rstrip() for line in code if line.strip()]
                prefix = ""
            case "html_block":
                from onix.intake.markup import lines_of

                lines += lines_of(token.content)
    return [line for line in lines if line.strip()], title


def _with_marks(above: str, lines: list[str]) -> list[str]:
    """Give the lines of a block quotation in the quotation marks that its layout stands for.

    Only where who says it stands above, before a colon, or below, behind a dash: a block may be a
    tip as well.
    """
    by = lines[-1:] if lines and SAID_BY.match(lines[-1]) else []
    said = lines[: len(lines) - len(by)]
    if not said or not (by or above.endswith(":")) or QUOTED.search("".join(said)):
        return lines
    return [*(f"“{line}" for line in said[:-1]), f"“{said[-1]}”", *by]


def _words(token: Token, above: Sequence[str] | None) -> list[str]:
    """Give the words of a block; a hard break begins a new line, pictures and tags are gone.

    So do the lines of a headline, a byline and a date that stand right under one another, and
    points within a point, "(a)" and "(ii)", and articles that count on from line to line, which
    Markdown takes for one paragraph.

    Args:
        above: The lines before the block; None where it is a point or a cell.
    """
    pieces: list[str] = []
    for child in token.children or []:
        match child.type:
            case "text" | "code_inline":
                pieces.append(child.content)
            case "html_inline" if child.content in ("<q>", "</q>"):
                pieces.append("“" if child.content == "<q>" else "”")
            case "softbreak":
                pieces.append(_SOFT)
            case "hardbreak":
                pieces.append("\n")
    parts = re.split(f"([\n{_SOFT}])", "".join(pieces))
    if len(parts) > 1 and above is not None and len(above) <= 1:
        heads = max(0, head_lines([*above, *map(squeeze, parts[::2])]) - len(above))
        parts[1 : 2 * heads : 2] = ["\n"] * len(parts[1 : 2 * heads : 2])
    for at in _counted(parts[::2]):
        parts[2 * at - 1] = "\n"
    inner = [at for at in range(2, len(parts), 2) if _POINT.match(parts[at])]
    if len(inner) > 1 and _FIRST.match(parts[inner[0]]):
        for at in inner:
            parts[at - 1] = "\n"
    whole = "".join(parts).replace(_SOFT, " ")
    return [line for each in whole.split("\n") if (line := squeeze(each))]


def _counted(lines: Sequence[str]) -> Iterator[int]:
    """Give the lines that count on from one above: "Article 2." under "Article 1."."""
    above: tuple[str, int] | None = None
    for at, line in enumerate(lines):
        found = _NUMBERED.match(line.lstrip())
        if found is None:
            continue
        own = found["name"], int(found["number"])
        is_next = above is not None and own[0] == above[0] and own[1] > above[1]
        if is_next:
            yield at
        if is_next or above is None:
            above = own
