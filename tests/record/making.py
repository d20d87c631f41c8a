"""Documents and marks for tests of the record, without the reader: sentences end at full stops."""

from __future__ import annotations

import re
from typing import Any

from onix.model import Document, Marks, Mention

_SENTENCE = re.compile(r"[^\s.][^.]*\.?")

HARBOUR = (
    "The harbour board of Lunmouth voted on Tuesday to close the east quay for repairs. "
    "Its chair, Ada Brandt, said the cracks were wider than the survey had shown. "
    "Ferries to the islands will leave from the fish market until March. "
    "Traders there fear for their stalls, and a petition has gathered four hundred names. "
    "The board put the cost of the work at nine million crowns. "
    "Engineers from the port of Halden looked at the piles last week and took samples. "
    "They will report to the board before the end of the month. "
    "A spokesman for the ferry company said it had been told only on Monday evening. "
)
BUDGET = (
    "Parliament in Sollen passed a budget on Friday after a debate of fourteen hours. "
    "The finance minister, Piet Aldous, called it a plan for lean years. "
    "Schools and clinics are spared, while road building is put off until the autumn. "
    "Two members of his own party voted against it. "
)


def article(
    text: str = HARBOUR,
    *,
    id: str = "harbour",
    title: str | None = "East quay to close",
    outlet: str | None = "Lunmouth Courier",
    published: str | None = "2025-03-04",
    **fields: Any,
) -> Document:
    """Give an article; every field may be another."""
    fields.setdefault("kind", "article")
    return Document(id=id, text=text, title=title, outlet=outlet, published=published, **fields)


def marked(document: Document, *people: str) -> Marks:
    """Give the document with its sentences, and with these people mentioned where they stand."""
    sentences = tuple(document.span(*found.span()) for found in _SENTENCE.finditer(document.text))
    mentions = tuple(
        Mention(document.span(found.start(), found.end()), "person", name)
        for name in people
        for found in re.finditer(re.escape(name), document.text)
    )
    return Marks(document, sentences, mentions)
