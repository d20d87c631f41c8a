"""Questions for the tests of `ask`, understood without a record."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onix.jobs.ask.question import Question, understand
from onix.jobs.ask.readings import Seen
from onix.jobs.ask.windows import Window
from onix.model import Marks
from onix.reading.syntax import Parser


@cache
def parser() -> Parser:
    """The parser, loaded once."""
    return Parser()


def asked(text: str) -> Question:
    """A question understood."""
    return understand(text, parser().parse([text])[0])


def seen(windows: Sequence[Window] = (), marks: Marks | None = None) -> Seen:
    """What readings are held against: these windows, and the marks of their one document."""

    def marked(document_id: str) -> Marks:
        assert marks is not None, f"nobody needs the marks of {document_id}"
        return marks

    return Seen(windows, marked, lambda text: parser().parse([text])[0])
