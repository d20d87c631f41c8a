"""Answers in quote marks are those of whom an interview is with; words that stand twice of one."""

from __future__ import annotations

import pytest

from onix.reading.grammar.quotemarks import find_pieces, mask, paragraphs
from onix.reading.quotes.answers import find_answers
from tests.reading.speech import quotes

LEAD = "Tom Reyes, the mayor, met us with his aide, Mark Dunn. Anna Sorel was ill.\n\n"
ANSWERED = (
    "Why now?\n\n“It was time.”\n\n**And then?**\n\n“Nothing at all.”\n\n"
    "Some say that Anna Sorel was against it.\n\n“She was.”\n\n"
    "What comes next?\n\n“A nap.” He laughs.\n\n"
)


def spoken(text: str) -> list[tuple[str, str | None]]:
    """Give the words and the speaker of each quotation."""
    return [(quote.content[0].text, quote.speaker) for quote in quotes(text)]


def test_who_is_interviewed_answers() -> None:
    """Also behind what is no question, and where something is told behind the words."""
    assert spoken(LEAD + ANSWERED) == [
        ("It was time.", "Tom Reyes"),
        ("Nothing at all.", "Tom Reyes"),
        ("that Anna Sorel was against it", None),
        ("She was.", "Tom Reyes"),
        ("A nap.", "Tom Reyes"),
    ]


def test_whom_the_lead_introduces_answers() -> None:
    """Although another is named before."""
    lead = "Mark Dunn, the mayor, is ill. We spoke to Anna Sorel in Ohio.\n\n"
    assert dict(spoken(lead + ANSWERED))["It was time."] == "Anna Sorel"


def test_others_are_heard_in_between() -> None:
    """A verb of saying tells who it is, and words behind other marks answer nothing."""
    told = "“It was late,” Anna Sorel said.\n\n“And cold.”\n\n"
    found = dict(spoken(LEAD + ANSWERED + told))
    assert found["It was late,"] == "Anna Sorel"
    assert found["And cold."] != "Tom Reyes"


@pytest.mark.parametrize(
    "text",
    [
        "Why now?\n\n“It was time.”\n\nAnd then?\n\n“Nothing.”",  # two are no interview
        "Why?\n\n“It was time,” he said.\n\nAnd?\n\n“No,” he said.\n\nSo?\n\n“Yes,” he said.",
        "“Why?”\n\n“It was.”\n\n“And?”\n\n“No.”\n\n“So?”\n\n“Yes.”\n\n“Well?”\n\n“Well.”",
    ],
)
def test_other_questions_are_no_interview(text: str) -> None:
    """Few of them, those of a story, and those in marks themselves."""
    parts = paragraphs(text)
    answers = find_answers(mask(text, find_pieces(text, parts)), parts)
    assert answers.speaker(text.rindex("“") + 1) is None


def test_a_headline_is_of_whoever_says_the_words_below() -> None:
    """ "It was like a train in the hall" stands above, and is told below."""
    words = "It was like a train in the hall"
    text = f"“{words}”\n\nMark Dunn opened the gate.\n\n“{words}, I tell you,” Anna Sorel said."
    assert spoken(text)[0] == (words, "Anna Sorel")


def test_words_that_two_say_are_left_as_they_are() -> None:
    """They tell nothing then."""
    words = "It was like a train in the hall"
    text = f"“{words}”\n\n“{words},” Anna Sorel said.\n\n“{words},” Mark Dunn said."
    assert spoken(text)[0] == (words, None)
