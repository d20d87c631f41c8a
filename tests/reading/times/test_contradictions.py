"""Dates that cannot all be right: what is reported, and what is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import pytest

from onix import wire
from onix.model import Document, Marks
from onix.reading import NewsReader
from onix.reading.grammar.sentences import find_sentences
from onix.reading.neural.pipeline import Entity
from onix.reading.times.contradictions import find_contradictions
from onix.reading.times.times import find_times

PUBLISHED = "2025-11-26"  # a Wednesday


def reported(text: str, published: str | None = PUBLISHED) -> list[str]:
    """What is said against the dates of a text, with the words it is said of."""
    document = Document("d", "article", text, published=published)
    found = find_contradictions(document, find_times(document, find_sentences(document)))
    for each in found:
        assert text[each.span.start : each.span.end] == each.span.text
    return [f"{each.span.text}: {each.why}" for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They met on Tuesday, 3 March 2025.",
            "Tuesday, 3 March 2025: 3 March 2025 is a Monday, not a Tuesday.",
        ),
        (
            "They met on Tuesday, Nov. 26.",
            "Tuesday, Nov. 26: 26 November 2025 is a Wednesday, not a Tuesday.",
        ),
        ("They met on 31 June 2025.", "31 June 2025: June has only 30 days."),
        ("They met on Feb. 29, 2025.", "Feb. 29, 2025: February 2025 has only 28 days."),
        (
            "They met yesterday (Oct. 14).",
            "yesterday: “yesterday” is 25 November 2025, “Oct. 14” 14 October 2025.",
        ),
        (
            "It began on March 3, 2025. Two days later, on March 6, it ended.",
            "Two days later: “Two days later”, but 6 March 2025 is 3 days after 3 March 2025 "
            "(“March 3, 2025”).",
        ),
        (
            "It ended on March 3, 2025. A week earlier, on Feb. 25, it had begun.",
            "A week earlier: “A week earlier”, but 25 February 2025 is 6 days before 3 March 2025 "
            "(“March 3, 2025”).",
        ),
        ("It ran from 5 to 3 June.", "5: 3 June 2025 is before 5 June 2025."),
        (
            "It ran from 5 June 2025 to 3 June 2025.",
            "5 June 2025: 3 June 2025 is before 5 June 2025.",
        ),
    ],
)
def test_what_cannot_be_true_at_once_is_reported(text: str, expected: str) -> None:
    """The words, and a sentence that says what is wrong with them."""
    assert reported(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They met on Monday, 3 March 2025, and on Wednesday, Nov. 26.",
        "They met on Tuesday, Oct. 14, and on Feb. 29, 2024.",
        "They met yesterday (Nov. 25), not on Monday, Tuesday or Friday.",
        "It began on March 3, 2025. Three days later, on March 6, it ended.",
        "After the law of Feb. 1, 2025, came the vote of March 3. Two days later, on Feb. 3, rain.",
        "Two days later, on March 6, it ended.",
        "It ran from 5 June to 3 June, and from December to March.",
        "They left June 5 and June 3, 2025 behind.",
        "On Sunday, the third day, they rested until 5 a.m. Monday.",
        "It was 30 degrees in June and 31 in July.",
    ],
)
def test_what_may_be_true_is_left_alone(text: str) -> None:
    """Dates that fit, or whose year is only inferred, are nobody's mistake."""
    assert reported(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It runs Friday-Sunday, Nov. 28-30, and Saturday and Sunday (Nov. 29-30).",
        "They met 50 years ago today, on Nov. 26, 1975.",
        "It begins next Friday (Dec. 5).",
        "It began on Saturday, June 19, as the caption of 2021 says.",
        "It fell on Ash Wednesday (Feb. 26).",
        "Boston 37, Kansas City 31 Sept. 27, 2009: Boston won.",
        "The report came on March 3, 2025. Nearly a week later, on March 8, he left.",
        "It began on April 15, 2025, and went on. Twelve days later, on May 17, he left.",
        "The Fourth of July, Juneteenth and Labor Day are days off.",
    ],
)
def test_what_pages_have_is_no_contradiction(text: str) -> None:
    """Ranges of weekdays, anniversaries, captions of other years, scores: seen in real pages."""
    assert reported(text) == []


def test_a_page_with_another_years_weekdays_is_reported_once() -> None:
    """Where many weekdays do not fit, it is the date of publication that does not."""
    text = "Fairs: Sunday, Nov. 29. Monday, Nov. 30. Thursday, Dec. 3. Friday, Dec. 4."
    assert reported(text) == [
        "Sunday, Nov. 29: 4 weekdays of this text do not fit its date of publication: "
        "29 November 2025 is a Saturday, not a Sunday."
    ]


def test_without_a_year_no_weekday_is_wrong() -> None:
    """With neither a year nor a publication date every weekday may be right."""
    assert reported("They met on Tuesday, Nov. 26.", None) == []


class NoNames:
    """A finder of names that finds none."""

    is_fast: ClassVar[bool] = True

    def entities(
        self, texts: Sequence[str], sentence_starts: Sequence[Sequence[int]]
    ) -> list[list[Entity]]:
        """Nothing in any text."""
        return [[] for _ in texts]


def test_read_says_what_contradicts_itself() -> None:
    """The marks of a document carry it, and so does the JSON."""
    document = Document("d", "article", "They met on Tuesday, 3 March 2025.", language="en")
    [marks] = NewsReader(NoNames()).read([document])
    assert isinstance(marks, Marks)
    assert wire.marks(marks)["contradictions"] == [
        {
            "span": {
                "document_id": "d",
                "start": 12,
                "end": 33,
                "text": "Tuesday, 3 March 2025",
            },
            "other": None,
            "why": "3 March 2025 is a Monday, not a Tuesday.",
        }
    ]
