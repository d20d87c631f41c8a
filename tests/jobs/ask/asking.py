"""Questions for the tests of `ask`, understood without a record."""

from __future__ import annotations

from functools import cache

from onix.jobs.ask.question import Question, understand
from onix.reading.syntax import Parser


@cache
def parser() -> Parser:
    """The parser, loaded once."""
    return Parser()


def asked(text: str) -> Question:
    """A question understood."""
    return understand(text, parser().parse([text])[0])
