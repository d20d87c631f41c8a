"""Links that lead a browser to the very words: an address and a passage in, an address out.

Text fragments as https://wicg.github.io/scroll-to-text-fragment/ has them:
`#:~:text=prefix-,start,end,-suffix`. Browsers match whole words, and each part inside one block of
the page, so a part never reaches over a line; a range from start to end may.
"""

from __future__ import annotations

import re
from urllib.parse import quote

LONG = 12  # words; of a longer passage only its ends are written
ENDS = 4  # words of each end, and of the words around
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:[^\s<>\"{}|\\^`]+")
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w")


def iri(address: str | None) -> str | None:
    """Give the address where it is an IRI, as linked data wants it; None for a path."""
    return address if address is not None and _IRI.fullmatch(address) else None


def web_address(address: str | None) -> str | None:
    """Give the address where it is one of the web and a link may lead there; else None."""
    return address if address is not None and _WEB.fullmatch(address) else None


def text_link(address: str | None, text: str, start: int, end: int) -> str | None:
    """Give the link to the words from `start` up to `end` of a page's text.

    Args:
        address: None and what is no web address give no link.
        text: Of the whole page, for the words around.
    """
    page = web_address(address)
    directive = None if page is None else text_directive(text, start, end)
    if page is None or directive is None:
        return page
    # A fragment of its own stays: the directive follows it.
    return f"{page}{'' if '#' in page else '#'}{directive}"


def text_directive(text: str, start: int, end: int) -> str | None:
    """Give `:~:text=…` for words of a text; None where there is no word to find.

    1. Words that are cut at either end are left out, as browsers match whole ones.
    2. What is long, or goes on in another line, is written as its start and its end.
    3. The words before and behind in the same line tell it from the same words elsewhere.
    """
    from onix.alignment import tokenise  # with numpy, which telling an address needs not

    # 1.
    tokens = tokenise(text[max(0, start - 100) : end + 100])
    shift = max(0, start - 100)
    inside = [
        (shift + one, shift + other)
        for one, other in zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)
        if start <= shift + one and shift + other <= end
    ]
    if not inside:
        return None
    start, end = inside[0][0], inside[-1][1]
    # 2.
    passage = text[start:end]
    lines = [each for each in passage.split("\n") if _WORD.search(each)]
    if len(lines) == 1 and len(inside) <= LONG:
        parts = [_encoded(passage)]
    else:
        parts = [_encoded(_first(lines[0])), _encoded(_last(lines[-1]))]
    # 3.
    before = _last(text[:start].rpartition("\n")[2], whole=True)
    behind = _first(text[end:].partition("\n")[0], whole=True)
    if _LETTERS.search(before):
        parts.insert(0, f"{_encoded(before)}-")
    if _LETTERS.search(behind):
        parts.append(f"-{_encoded(behind)}")
    return f":~:text={','.join(parts)}"


def _first(line: str, *, whole: bool = False) -> str:
    words = list(_WORD.finditer(line))
    if not words:
        return ""
    start = 0 if whole else words[0].start()
    return line[start : words[min(ENDS, len(words)) - 1].end()].strip()


def _last(line: str, *, whole: bool = False) -> str:
    words = list(_WORD.finditer(line))
    if not words:
        return ""
    end = len(line) if whole else words[-1].end()
    return line[words[-min(ENDS, len(words))].start() : end].strip()


def _encoded(words: str) -> str:
    """Percent-encode words; "-", "," and "&" have a meaning of their own in a directive."""
    plain = " ".join(words.split())
    return quote(plain.encode("utf-8", "replace"), safe="").replace("-", "%2D")
