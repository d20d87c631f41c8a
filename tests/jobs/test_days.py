"""When words were said, where their text tells another day than that of its publication."""

from __future__ import annotations

from pathlib import Path

import pytest

from onix.jobs.quotes import quotes
from onix.jobs.quotes.days import day_said
from onix.model import Document
from onix.reading import NewsReader
from onix.record import open_record
from onix.wire import quotations


def day(text: str) -> str | None:
    """Give the day of the last words in marks, in an article of Thursday 18 September 2025."""
    document = Document("d", "article", text, language="en", published="2025-09-18")
    (marks,) = NewsReader().read([document])
    return day_said([each for each in marks.quotes if each.marked][-1], marks)


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("In a note on 23 August she said", "2025-08-23"),
        ("In the call, said to have taken place on 28 August, Lund is heard saying", "2025-08-28"),
        ("In an email of 12 September, Ida Brandt said", "2025-09-12"),
        ("In an interview with the Ledger on 2 September, Ida Brandt said", "2025-09-02"),
        ("On 20 August, in a note to fans, Ida Brandt said", "2025-08-20"),
        ("On Monday Ida Brandt said", "2025-09-15"),
        ("Ida Brandt said on Monday", "2025-09-15"),
        ("Ida Brandt said last night", "2025-09-17"),
        ("Ida Brandt said", None),
        ("Ida Brandt said on Thursday", None),
        ("Asked about the call of 28 August, Ida Brandt said", None),
        ("Ida Brandt, who bought the club on 28 August, said", None),
        ("The club was sold on 28 August, and Ida Brandt said", None),
    ],
)
def test_the_day_that_stands_beside_words_is_when_they_were_said(
    lead: str, expected: str | None
) -> None:
    """What else happened on a day is none of it, nor is the day of publication."""
    assert day(f"{lead} it was “a sham and a shame”.") == expected


def test_a_day_within_the_words_is_no_day_of_theirs() -> None:
    """It is what they tell of."""
    assert day("Ida Brandt said that on 28 August she had been “a fool”.") is None


def test_quotes_tell_when_words_were_said_apart_from_when_they_were_published(
    tmp_path: Path,
) -> None:
    """Also in the JSON; where nothing is told, nothing is claimed."""
    text = "In a note on 23 August Ida Brandt called it “a sham and a shame”. “No,” said Max Frey."
    document = Document("d", "article", text, language="en", published="2025-09-18")
    with open_record(tmp_path / "r.onix", create=True, write=True) as record:
        record.keep([*NewsReader().read([document])])
        found = quotes(record)
    said = {each["speaker"]: each["said"] for each in quotations(found)["quotes"]}
    assert said == {"Ida Brandt": "2025-08-23", "Max Frey": None}
