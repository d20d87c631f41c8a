"""Plain text as articles, plans and drafts come in it.

In: characters. Out: one document whose text is the file's own, line for line. What stands above
the first paragraph is looked at for title, byline and date, and stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onix.errors import InputError
from onix.intake.build import build
from onix.intake.dates import date_in, iso_date
from onix.intake.decoding import clean, decode
from onix.intake.file_names import day_from_name
from onix.intake.people import people_in
from onix.intake.phrases import phrases
from onix.intake.raw import Raw
from onix.model import Document, DocumentKind

_LONGEST_TITLE = 160
_HEADER_LINES = 6
_KICKER_WORDS = 3  # of a line that stands over a headline: "World", "Live updates"
_HEADLINE_WORDS = 5  # of a headline that has one over it
_BYLINE_WORDS = 8  # of one that is told from a paragraph by nothing else
_BYLINE = re.compile(
    r"(?:(?:(?:written|reported|report|story|words|text|interview(?:ed)?) )?by|author)\s*:?\s+"
    r"(.{3,100})",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"(?:interview(?:er)?|words|text|report(?:ing)?|story):\s+(.{3,100})", re.I)
_BEHIND_NAMES = re.compile(r"\s*(?:[,|·•/—–]|\s-)\s*|\s+(?:on|at)\s+", re.IGNORECASE)
# A name of one to five words, all with a capital.
_NAME = re.compile(r"(?:The )?[A-Z][\w.&’'-]*(?: (?:of |and |& |the )*[A-Z][\w.&’'-]*){0,4}")
# Where a page stands on its site: "Home > News > Local".
_CRUMBS = re.compile(r"(?:[^>›»\n]{1,30}\s[>›»]\s+){1,5}[^>›»\n]{1,60}")
# What a pasted mail is headed by ("Subject: Statement on the bridge"), or a note of somebody's own
# ("Title: Bridge to close", "Outlet: Tarn Courier"): the word, and what of the document it tells.
_FIELDS = {
    **dict.fromkeys(("from", "to", "cc", "bcc", "reply-to"), "mail"),
    **dict.fromkeys(("subject", "title", "headline"), "title"),
    **dict.fromkeys(("date", "sent", "published", "publication date"), "published"),
    **dict.fromkeys(("outlet", "newspaper", "publication", "publisher", "source"), "outlet"),
    **dict.fromkeys(("author", "authors", "by", "byline"), "authors"),
}
_FIELD = re.compile(rf"({'|'.join(_FIELDS)})\s*:\s+(.+)", re.IGNORECASE)
_DATED = re.compile(
    r"\(?((?:first |originally )?(?:published|posted|issued|date)(?: on| at)?\s*:?\s+"
    r"|(?:(?:first|second|third|final|revised|amended|adopted|agreed|approved|signed) )?"
    r"(?:draft|version|revision|edition|text)(?: (?:no\.? )?[\d.]+)?"
    r"(?: (?:of|from)|[,:]| [—–-])?\s+"
    r"|(?:as )?(?:amended|adopted|agreed|approved|signed|tabled)(?: on| at)?\s+)?(.{8,80}?)\)?",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s+[-–—|·•]+\s+")
_PARTS = 4
_RELEASE = re.compile(
    r"(?:(?:press|news|media)\s(?:release|statement|notice)|for\simmediate\srelease|statement)",
    re.IGNORECASE,
)
# What the end of a title says of a plan: "…, draft of 2 September 2025", "(as agreed on 9 May)".
_VERSION = re.compile(
    r".*(?:[,(:]|\s[–—-])\s*(?:(?:as|the|first|second|third|final|revised)\s+)?"
    r"(?:draft|version|revision|edition|text|state|revised|amended|adopted|agreed|approved|tabled)"
    r"\s+(?:of|on|from)\s+([^,(][^(]{5,30})\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines above the first paragraph say."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None


def decode_text(data: bytes) -> str:
    """Give the characters of a text file.

    Raises:
        InputError: It holds bytes that no text has, or is in an unknown encoding.
    """
    wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"} or data[:4] == b"\x00\x00\xfe\xff"
    if b"\0" in data and not wide:
        raise InputError("it is binary, not text. Add the text that stands in it.")
    text = decode(data)
    odd = sum(map(text.count, _CONTROLS))
    if odd > max(8, len(text) // 50):
        raise InputError("it is binary, not text. Add the text that stands in it.")
    return text


_CONTROLS = [chr(code) for code in (*range(1, 8), *range(14, 27), *range(28, 32), 0xFFFD)]


def read_text(raw: Raw, text: str, *, kind: DocumentKind = "article") -> Document:
    """Give the document a plain text is; blank lines at both ends are not part of it."""
    text = clean(text).strip("\n ")
    header = read_header(text.split("\n", 60)[:60])
    foot = _stamp(text.rsplit("\n", 1)[-1].strip())
    if foot and foot.outlet and foot.published:  # "– Tarn Courier, 3 May 2025" under a clipping
        outlet, published = header.outlet or foot.outlet, header.published or foot.published
        header = replace(header, outlet=outlet, published=published)
    return build(
        raw,
        text,
        kind=kind,
        title=header.title,
        authors=header.authors,
        outlet=header.outlet,
        published=header.published or day_from_name(raw.address),
    )


def read_header(lines: Sequence[str]) -> Header:
    """Give what the lines above the first paragraph say.

    The first line is the title when it is short, does not end as a sentence does, and text
    follows; a word or two over a headline ("World") are none. A byline ("By Jane Roe"), an outlet
    ("The Tarn Courier") and a line that is only a date, or a name with one ("Tarn Courier, 3 May
    2025"; "Geneva, 3 May 2025"), are taken from the few lines under it, or from above it; a date
    within a sentence says when something happened, not when it was published. The head of a mail
    and "Title: …", "Outlet: …" say it themselves, and where a page stands on its site ("Home >
    News") is no title.
    """
    said = [line.strip() for line in lines if line.strip()]
    if head := _fields(said):
        return head
    if len(said) > 1 and _CRUMBS.fullmatch(said[0]):
        said = said[1:]
    published, outlet = None, None
    while len(said) > 1 and (stamp := _stamp(said[0])):
        published, outlet = published or stamp.published, outlet or stamp.outlet
        said = said[1:]
    if _is_kicker(said):
        said = said[1:]
    if len(said) < 2 or not _is_title(said[0]):
        return Header(published=published, outlet=outlet)
    authors: tuple[str, ...] = ()
    for line in said[1:_HEADER_LINES]:
        if len(line) > _LONGEST_TITLE:
            break
        if not authors and (credit := _credit(line)):
            authors = credit.authors
            published, outlet = published or credit.published, outlet or credit.outlet
        elif stamp := _stamp(line):
            published, outlet = published or stamp.published, outlet or stamp.outlet
    return Header(said[0], authors, published or version_day(said[0]), outlet)


def _credit(line: str) -> Header | None:
    """Give whose a text is by "By Ann Lee, Tarn Courier" or "Interview: Ann Lee, 3 May 2025".

    "Interview: Ann Lee" alone may say whom it is with.
    """
    match = _BYLINE.fullmatch(line) or _CREDIT.fullmatch(line)
    if match is None:
        return None
    named, day = day_behind(match[1])
    named, paper = _outlet_behind(named)
    if match.re is _CREDIT and not (day or paper):
        return None
    return Header(authors=people_in(named), published=day, outlet=paper)


def version_day(title: str) -> str | None:
    """Give the day that the end of a plan's title names: "…, draft of 2 September 2025"."""
    found = _VERSION.fullmatch(title)
    return _day_alone(found[1]) if found else None


def _fields(said: Sequence[str]) -> Header | None:
    """Give what lines say that tell what they tell: a pasted mail's, or a note of one's own."""
    fields: dict[str, str] = {}
    for line in said:
        if (field := _FIELD.fullmatch(line)) is None:
            break
        fields.setdefault(_FIELDS[field[1].lower()], field[2])
    if "title" not in fields or len(fields) < 2:
        return None
    day = fields.get("published", "")
    authors = people_in(fields.get("authors", ""))
    return Header(fields["title"], authors, iso_date(day) or date_in(day), fields.get("outlet"))


def head_lines(lines: Sequence[str]) -> int:
    """Give how many lines, of those that begin a text, are its headline and what says who and when.

    None where no day, byline or outlet stands under the first: then they may be one paragraph.
    """
    count = 0
    for number, line in enumerate(lines[:_HEADER_LINES]):
        if not _is_title(line) or (line[:1].islower() and not _is_byline(line)):
            break
        if number and (_stamp(line) or _is_byline(line)):
            count = number + 1
    return count


def _is_byline(line: str) -> bool:
    """Is this surely a byline: short, and with a name behind its "by"?"""
    found = _BYLINE.fullmatch(line)
    return found is not None and found[1][:1].isupper() and len(line.split()) <= _BYLINE_WORDS


def is_stamp(line: str) -> bool:
    """Does a line only say where or in which outlet something stood, and when?"""
    return _stamp(line.strip()) is not None


def _stamp(line: str) -> Header | None:
    """Give the day and the outlet of a line that says nothing else."""
    line = line.lstrip("-–— ")
    if day := day_of_line(line):
        return Header(published=day)
    if day := day_of_release(line):
        return Header(published=day)
    name, day = day_behind(line)
    if (day and _NAME.fullmatch(name)) or _is_outlet(name):
        return Header(published=day, outlet=name if _is_outlet(name) else None)
    return None


def day_of_release(line: str) -> str | None:
    """Give the day of "Press release – 19 March 2026, 07:00 – Tarn Yards plc"."""
    parts = _PARTED.split(line)
    if not any(_RELEASE.fullmatch(each) for each in parts):
        return None
    days = [day for each in parts if (day := day_of_line(each))]
    return days[0] if len(days) == 1 and len(parts) <= _PARTS else None


def _outlet_behind(names: str) -> tuple[str, str | None]:
    """Give the names of a byline and the outlet behind them: "Jane Roe, Tarn Courier"."""
    for sign in _BEHIND_NAMES.finditer(names):
        if _is_outlet(names[sign.end() :]):
            return names[: sign.start()], names[sign.end() :]
    return names, None


def _is_outlet(name: str) -> bool:
    """Can this be the name of a paper, an agency or a broadcaster, by its first or last word?"""
    words = name.casefold().split()
    return (
        _NAME.fullmatch(name) is not None
        and not phrases("outlet_words").isdisjoint((words[0], words[-1]))
        and (len(words) > 1 or name.isupper() or words[0] == "reuters")
    )


def day_behind(byline: str) -> tuple[str, str | None]:
    """Give the names of a byline and the date behind them: "Jane Roe, May 30, 2026"."""
    for sign in _BEHIND_NAMES.finditer(byline):
        if day := day_of_line(byline[sign.end() :]):
            return byline[: sign.start()], day
    return byline, None


def _is_kicker(said: Sequence[str]) -> bool:
    """Is the first line but the name of a section, over a headline that a paragraph follows?"""
    if len(said) < 3 or len(said[0].split()) > _KICKER_WORDS or not _is_title(said[0]):
        return False
    headline = said[1]
    return (
        _is_title(headline)
        and len(headline.split()) >= _HEADLINE_WORDS
        and headline.lstrip("\"'“‘")[:1].isupper()
        and _credit(headline) is None
        and _stamp(headline) is None
        and not all(map(_is_title, said[2:_HEADER_LINES]))
    )


def _is_title(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not line.endswith((".", ";", ",", ":"))


def day_of_line(line: str) -> str | None:
    """Give the date of a line like "Published: 21 May 2025, 18:05" or "May 21, 2025"; else None."""
    match = _DATED.fullmatch(line.strip())
    if match is None:
        return None
    return iso_date(match[2]) or date_in(match[2]) if match[1] else _day_alone(match[2])


def _day_alone(line: str) -> str | None:
    """Give the date of a line that says nothing else, save weekday, time and zone."""
    if exact := iso_date(line):
        return exact
    rest = re.sub(
        r"\d{1,2}:\d{2}(?:[AP]M\b)?|[ap]\.?m\.?|\b[A-Z]{2,4}\b|"
        r"\b(?:at|on|of|updated|local time)\b|[\W\d_]",
        " ",
        line,
    )
    words = rest.split()
    return date_in(line) if len(words) <= 2 and all(map(_of_calendar, words)) else None


def _of_calendar(word: str) -> bool:
    return re.fullmatch(r"(?:[A-Z][a-z]{2,8}|st|nd|rd|th)", word) is not None
