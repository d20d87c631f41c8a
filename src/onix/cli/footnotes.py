"""An answer as Markdown with footnotes, to paste into a draft or a newsletter.

Comes in: an `Answer`. Goes out: Markdown in which nothing of a document is read as markup, and
only http and https addresses become links.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from onix.cli.show_answer import highlighted
from onix.cli.terminal import clean
from onix.jobs.saying import unanswered, yes_or_no
from onix.jobs.sources import Sources, notes, source_day, source_name
from onix.model import Answer, Citation, Statement

_MARKUP = re.compile(
    r"([\\`*_{}\[\]<>()#+!|~$&^]|(?:(?<=^)|(?<=\s))[-=](?=\s)|(?<=^\d)\.|(?<=^\d\d)\.|(?<=^\d{4})\.)"
)


def markdown(answer: Answer) -> str:
    """Give the answer as Markdown: its sentences, then one footnote a cited document."""
    sources = Sources()
    parts = [f"**{escape(answer.question)}**"]
    disputed = {each for found in answer.disagreements for each in found.readings}
    parts += [_sentence(each, sources) for each in answer.statements if each not in disputed]
    for found in answer.disagreements:
        parts.append(f"The record holds different readings of “{escape(found.about)}”:")
        parts.append("\n".join(f"- {_sentence(each, sources)}" for each in found.readings))
    if answer.abstained is not None:
        parts.append(f"{unanswered(answer.abstained)}. {escape(answer.abstained.says)}")
        if answer.abstained.nearest is not None:
            nearest = answer.abstained.nearest
            mark = _marks((nearest,), sources)
            parts.append(f"The nearest it comes: {escape(nearest.span.text)}{mark}")
    footnotes = [f"[^{number}]: {_footnote(each)}" for number, each in sources]
    return "\n\n".join([*parts, *(["\n".join(footnotes)] if footnotes else [])]) + "\n"


def escape(text: str) -> str:
    """Give the text so that Markdown shows it as it is."""
    return _MARKUP.sub(r"\\\1", clean(text).strip())


def link(text: str, address: str | None) -> str:
    """Give the text linked where the address is one of the web, else the text alone."""
    shown = escape(text)
    if not address:
        return shown
    try:
        parts = urlsplit(address)
    except ValueError:
        return shown
    if parts.scheme.lower() not in {"http", "https"} or not parts.netloc:
        return shown
    return f"[{shown}](<{quote(clean(address), safe=_KEPT)}>)"


# What an address keeps as it is; the rest is percent-encoded, "<" and ">" and spaces among it.
_KEPT = "%:/?#@!$&'()*+,;=[]~"


def _sentence(statement: Statement, sources: Sources) -> str:
    stance = f"{escape(says)}: " if (says := yes_or_no(statement)) else ""
    words = "".join(_piece(each.text, each.style == "answer") for each in highlighted(statement))
    speaker = f" (said by {escape(statement.speaker)})" if statement.speaker else ""
    return f"{stance}{words.strip()}{speaker}{_marks(statement.citations, sources)}"


def _piece(text: str, is_answer: bool) -> str:
    """Escape a piece and keep the spaces at its ends, where the next one goes on."""
    shown = clean(text)
    inner = escape(shown)
    if not inner:
        return " " if shown else ""
    if is_answer:
        inner = f"**{inner}**"
    return f"{' ' if shown[0] == ' ' else ''}{inner}{' ' if shown[-1] == ' ' else ''}"


def _marks(citations: tuple[Citation, ...], sources: Sources) -> str:
    return "".join(f"[^{each}]" for each in sources.numbers(citations))


def _footnote(citation: Citation) -> str:
    title = link(citation.title or citation.address or citation.span.document_id, citation.address)
    known = [source_name(citation), source_day(citation), *notes(citation)]
    return ", ".join([title, *(escape(each) for each in known if each)]) + "."
