"""One event, two days: what is reported, and what is left alone because it may well be so."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onix.model import Contradiction, Document, Turn
from onix.reading import NewsReader
from onix.reading.neural.trees import Tree

PUBLISHED = "2025-04-26"  # a Saturday


def found(text: str, title: str | None = None) -> list[Contradiction]:
    """The contradictions of a text, as reading gives them."""
    document = Document("d", "article", text, title=title, published=PUBLISHED)
    (marks,) = NewsReader().read([document])
    for each in marks.contradictions:
        for span in filter(None, (each.span, each.other)):
            assert text[span.start : span.end] == span.text
    return list(marks.contradictions)


def days(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """The words that contradict each other."""
    return [(each.span.text, each.other.text if each.other else "") for each in found(text, title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor of Halden, Odd Lund, resigned on Monday. The council met in the evening.\n\n"
            "Few had expected it. Lund resigned as mayor of Halden on 3 April, the town said.",
            ("Monday", "3 April"),
        ),
        (
            "Marsh was born on 3 May 1950 in Leeds. His book sold well. "
            "Marsh was born in Leeds on 7 July 1951.",
            ("3 May 1950", "7 July 1951"),
        ),
        (
            "The old bridge at Halden collapsed on 3 March. Nobody was hurt.\n\n"
            "The collapse of the bridge at Halden came on 5 March, an inquiry found.",
            ("3 March", "5 March"),
        ),
    ],
)
def test_two_days_of_one_event_are_reported(text: str, expected: tuple[str, str]) -> None:
    """The same thing cannot happen to the same people on two days, as verb or as noun."""
    assert days(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # Another bridge, and another man of that name.
        "The bridge of Halden collapsed on 3 March. A second bridge collapsed on 5 March.",
        "Roy Marsh died in Leeds on 3 March. His cousin Ann Marsh died in Leeds on 5 March.",
        # It may happen again.
        "Odd Lund met the owners on 3 March. Odd Lund met the owners on 5 March.",
        "Odd Lund was elected mayor in March 2013. Odd Lund was elected mayor in April 2019.",
        # The month holds the day.
        "The bridge at Halden collapsed on 3 March. The bridge at Halden collapsed in March.",
        # It did not happen, or is not known to have.
        "Odd Lund resigned on 3 March. Odd Lund did not resign on 5 March.",
        # "Today" is that of whoever speaks.
        "A court sentenced Odd Lund on Thursday. “Today’s sentencing of Odd Lund was severe,” his "
        "lawyer said.",
    ],
)
def test_what_may_both_be_so_is_left_alone(text: str) -> None:
    """Two bridges, two meetings, a month and its day are no contradiction."""
    assert days(text) == []


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        ("Halden mayor Odd Lund resigns", "Odd Lund resigned in January.", "January"),
        ("Old bridge at Halden collapses", "The bridge at Halden collapsed on 3 March.", "3 March"),
    ],
)
def test_news_is_not_of_last_month(headline: str, text: str, expected: str) -> None:
    """What a headline tells as just happened cannot have happened weeks before."""
    met = "The council met on Friday."
    assert days(f"{headline}\n{met} {text}") == [(expected, headline)]
    assert days(f"{met} {text}", headline) == [(expected, "")]  # the title is not in the text


def test_a_contradiction_of_a_headline_is_told_with_its_words() -> None:
    """The headline may stand outside of the text, so that the sentence has to hold it."""
    (one,) = found("Odd Lund resigned in March.", "Halden mayor Odd Lund resigns")
    assert one.why == (
        "“resigned” is dated 2025-03-01 to 2025-03-31, but a headline of 2025-04-26 tells it as "
        "new: “Halden mayor Odd Lund resigns”."
    )


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        # Only what followed is new.
        ("What to know of the arrests in Halden", "Odd Lund was arrested in January."),
        # Somebody else, or another bridge.
        ("Halden mayor Odd Lund resigns", "His deputy Ann Lund resigned in January."),
        ("Old bridge at Halden collapses", "The bridge at Tarn collapsed on 3 March."),
        # Once more.
        (
            "Halden mayor Odd Lund resigns",
            "Odd Lund resigned on Thursday. Odd Lund resigned in January and came back.",
        ),
        # It is a week old at most.
        ("Halden mayor Odd Lund resigns", "Odd Lund resigned on 21 April."),
    ],
)
def test_what_a_headline_does_not_tell_as_new_is_left_alone(headline: str, text: str) -> None:
    """A headline dates only what it says happens, and to whom it happens."""
    assert days(f"The council met on Friday. {text}", headline) == []


def test_a_transcript_dates_nothing() -> None:
    """People who speak correct themselves."""
    text = "Marsh was born on 3 May 1950 in Leeds. Marsh was born in Leeds on 5 May 1950."
    document = Document("d", "transcript", text, published=PUBLISHED)
    turns = (Turn("Odd Lund", document.span(0, len(text))),)
    document = Document("d", "transcript", text, published=PUBLISHED, turns=turns)
    (marks,) = NewsReader().read([document])
    assert marks.contradictions == ()


def test_a_story_without_such_events_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading stays fast: the parser sees only sentences that may tell one event."""

    def parse(self: object, texts: Sequence[str]) -> list[Tree]:
        raise AssertionError(texts)

    monkeypatch.setattr("onix.reading.neural.syntax.Parser.parse", parse)
    assert days("The council met on 3 March. The owners met the council on 5 March.") == []
