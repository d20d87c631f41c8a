"""Short ways for tests to read bytes that stand in for a file."""

from __future__ import annotations

from onix.intake import LeftOut, Raw, read_documents
from onix.model import Document


def everything(
    name: str | None,
    data: str | bytes,
    *,
    format: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    media_type: str | None = None,
) -> list[Document | LeftOut]:
    """Give all that is read from a file of this name, each turn checked against its text."""
    raw = Raw(name, data.encode() if isinstance(data, str) else data, media_type)
    found = list(read_documents(raw, format=format, outlet=outlet, published=published))
    for each in found:
        if isinstance(each, Document):
            for turn in each.turns:
                assert each.text[turn.span.start : turn.span.end] == turn.span.text
    return found


def one(
    name: str | None,
    data: str | bytes,
    *,
    format: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    media_type: str | None = None,
) -> Document:
    """Give the one document in a file."""
    found = everything(
        name, data, format=format, outlet=outlet, published=published, media_type=media_type
    )
    assert len(found) == 1
    assert isinstance(found[0], Document), found[0]
    return found[0]


def why(name: str | None, data: str | bytes, *, format: str | None = None) -> str:
    """Give the reason why a file is left out."""
    found = everything(name, data, format=format)
    assert len(found) == 1
    assert isinstance(found[0], LeftOut), found[0]
    return found[0].why


def spoken(document: Document) -> list[tuple[str | None, str]]:
    """Give who says what in a transcript."""
    return [(turn.speaker, turn.span.text) for turn in document.turns]
