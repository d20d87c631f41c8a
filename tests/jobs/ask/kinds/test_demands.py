"""A demand is no offer: the figure of the side that is asked about answers."""

from __future__ import annotations

import pytest

from onix.jobs.ask.kinds.demands import as_demanded
from onix.jobs.ask.readings import Reading
from onix.jobs.ask.windows import Window
from onix.model import Citation, Span
from onix.reading import NewsReader
from tests.jobs.ask.asking import asked, seen
from tests.record.making import article


def mended(question: str, text: str, read: str) -> tuple[str, float]:
    """Give the words that answer where the reader has read these, and their score."""
    (marks,) = NewsReader().read([article(text, published="2025-03-15")])
    whole = Span(marks.document.id, 0, len(text), text)
    window = Window(whole, (whole,), whole, Citation(whole), (), 0)
    start = text.index(read)
    reading = Reading(window, whole, whole.part(start, start + len(read)), 1.0, ())
    (found,) = as_demanded(asked(question), [reading], seen(marks=marks))
    assert found.span is not None
    return found.span.text, found.score


BOTH = "The union wants 900 crowns a head, and the yard has offered 200 crowns."


@pytest.mark.parametrize(
    ("question", "read", "right"),
    [
        ("How much does the union want?", "200 crowns", "900 crowns"),
        ("How much has the yard offered?", "900 crowns", "200 crowns"),
    ],
)
def test_of_a_demand_and_an_offer_that_is_taken_which_is_asked_for(
    question: str, read: str, right: str
) -> None:
    """Whichever the reader took, and not where it took the right one."""
    assert mended(question, BOTH, read) == (right, 1.0)
    assert mended(question, BOTH, right) == (right, 1.0)


def test_a_demand_alone_does_not_say_what_is_paid() -> None:
    """Nor an offer what is wanted."""
    text = "Lee wants $2,500 a household."
    assert mended("How much is the mill paying each household?", text, "$2,500")[1] < 0
    assert mended("How much did the mill lose?", text, "$2,500") == ("$2,500", 1.0)


def test_the_verb_of_another_clause_says_nothing() -> None:
    """Who offered is not who wants, where a sentence goes on to tell of both."""
    text = "The nurses would come only if each got 150 crowns; the board has offered 80."
    assert mended("How much do the nurses want?", text, "150 crowns") == ("150 crowns", 1.0)
