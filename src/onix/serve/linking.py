"""Links that lead to words: to their place in a document of the record, and in the original.

In: spans and citations. Out: addresses, every part of them encoded.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from onix.jobs.text_links import text_link
from onix.model import Citation, Span

# Browsers take "." and ".." out of a path, a route ends at a line break.
_UNFIT = re.compile(r"^\.{0,2}$|[\r\n]|/differences$")


def document_address(document_id: str, *, below: str = "", **query: object) -> str:
    """Give the address of a document's page, or of one below it.

    An id that a path cannot hold, or that would be read as another path, is in the query.
    """
    if _UNFIT.search(document_id):
        path, query = f"/documents/{below}", {"id": document_id, **query}
    else:
        path = f"/documents/{quote(document_id, safe='')}{below}"
    return f"{path}?{urlencode(query)}" if query else path


def place(span: Span) -> str:
    """Give the address at which these words are highlighted in their document."""
    return f"{document_address(span.document_id, start=span.start, end=span.end)}#cited"


def differences(document_id: str, other: str) -> str:
    """Give the address of the words in which another document differs from this one."""
    return document_address(document_id, below="/differences", **{"with": other})


def quotes_by(name: str) -> str:
    """Give the address of what somebody is quoted with."""
    return f"/quotes?{urlencode({'speaker': name})}"


def original(citation: Citation) -> str:
    """Give the address of the original, with a text fragment that leads a browser to the words.

    The words may have changed there since; a browser that does not find them shows the page.
    """
    words = citation.span.text
    return text_link(citation.address, words, 0, len(words)) or ""
