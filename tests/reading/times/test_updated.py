"""Pages that were brought up to date after the day they bear: a weekday of the day after."""

from __future__ import annotations

import pytest

from onix.model import Document
from onix.reading.grammar.sentences import find_sentences
from onix.reading.times.sense import is_of_update
from onix.reading.times.times import find_times

PAGE = "https://courier.example/quay"


@pytest.mark.parametrize(
    ("text", "address", "value"),
    [
        ("The pier fell on Thursday.", PAGE, "2025-11-27"),
        ("The pier fell on Thursday.", None, "2025-11-20"),
        ("The pier fell on Thursday.", "quay.html", "2025-11-20"),
        ("The pier fell on Friday.", PAGE, "2025-11-21"),
        ("The pier fell last Thursday.", PAGE, "2025-11-20"),
        ("The pier will fall on Thursday.", PAGE, "2025-11-27"),
    ],
)
def test_a_page_tells_of_the_day_after_its_own(text: str, address: str | None, value: str) -> None:
    """On a Wednesday "Thursday" is hardly six days gone, unless it was printed on paper."""
    document = Document("d", "article", text, address=address, published="2025-11-26")
    (found,) = find_times(document, find_sentences(document))
    assert found.value == value
    assert is_of_update(found) == (address == PAGE and "fell on Thursday" in text)


@pytest.mark.parametrize(
    ("text", "address", "value"),
    [
        ("The pier fell on December 9.", PAGE, "2025-12-09"),
        ("The pier fell on December 9.", None, "2024-12-09"),
        ("The pier fell on March 9.", PAGE, "2025-03-09"),
        ("Last year's fair was told of on December 9.", PAGE, "2024-12-09"),
        ("The price fell on January 1.", PAGE, "2025-01-01"),
    ],
)
def test_a_page_kept_up_tells_of_days_after_its_own(
    text: str, address: str | None, value: str
) -> None:
    """A day of the month in two weeks, told as gone by, is not that of a year ago."""
    document = Document("d", "article", text, address=address, published="2025-11-26")
    found = find_times(document, find_sentences(document))[-1]
    assert found.value == value
    assert is_of_update(found) == (value == "2025-12-09")


@pytest.mark.parametrize(
    ("text", "value", "is_later"),
    [
        ("A man lies in Tarn, having once more been hurt on December 3.", "2025-12-03", True),
        ("Ada Lund/AFP Mourners leave flowers on December 3.", "2025-12-03", True),
        ("Photos: Mourners leave flowers on Tuesday, December 2, 2025.", "2025-12-02", True),
        ("Ada Lund/AFP Singers gather on January 20.", "2025-01-20", False),
        ("Mourners leave flowers on Tuesday, December 2, 2025.", "2025-12-02", False),
    ],
)  # fmt: skip
def test_what_a_picture_shows_may_be_of_the_days_after(
    text: str, value: str, is_later: bool
) -> None:
    """Pictures are told of in the present, and those of the next days are added to a page."""
    document = Document("d", "article", text, address=PAGE, published="2025-11-26")
    found = find_times(document, find_sentences(document))[-1]
    assert (found.value, is_of_update(found)) == (value, is_later)
