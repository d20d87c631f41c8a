"""Whom "he" and "she" mean: in come a document's marks, out come the names at pronouns.

Quotations only need the pronouns that speak; events need those that do anything else, and they are
asked for long after reading. What is decided stands in `speakers`; here it is only asked again.
"""

from __future__ import annotations

from onix.model import Marks, Mention
from onix.reading.quotes import draft_quotes


def pronouns(marks: Marks) -> tuple[Mention, ...]:
    """Give the pronouns of a document that stand for somebody by name, in order.

    In quotation marks "I" is nobody's here; a transcript has none.
    """
    document = marks.document
    if document.turns or marks.unread is not None:
        return ()
    _, speakers = draft_quotes(document, marks.sentences, marks.mentions)
    return tuple(
        Mention(document.span(*region), "person", name)
        for region, name in sorted(speakers.pronouns().items())
    )
