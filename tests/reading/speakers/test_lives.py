"""Whom "he" means in an obituary, which names many others on its way."""

from __future__ import annotations

from onix.model import Document
from onix.reading import NewsReader

LIFE = """\
Tomas Reuss, who has died aged 91, was the last of the great organ builders of Halden.

The critic Hugh Marlow called his pipes “cathedrals”.

He turned down the Tarn post in 1979, saying it would mean “too many lunches”. Odd Stolz, who got
it, said: “I owe him my career.”

{}In 2011 he described it as “a long goodbye”.
"""


def speakers(text: str) -> list[str | None]:
    """Give who is quoted, in order."""
    (marks,) = NewsReader().read([Document("d", "article", text, language="en")])
    return [quote.speaker for quote in marks.quotes]


def test_a_new_paragraph_of_an_obituary_goes_back_to_whom_it_is_about() -> None:
    """Not to whoever was named last, but for those of its own paragraph."""
    assert speakers(LIFE.format("")) == ["Hugh Marlow", "Tomas Reuss", "Odd Stolz", "Tomas Reuss"]
    assert speakers(LIFE.format("His friend Odd Stolz fell ill. "))[-1] != "Tomas Reuss"


def test_other_stories_go_on_about_whoever_was_named_last() -> None:
    """Only who has died has all of the text."""
    living = LIFE.replace("who has died aged 91, was", "who is 91, is").format("")
    assert speakers(living)[-1] == "Odd Stolz"
