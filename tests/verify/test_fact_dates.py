"""Dates of a draft against those of the record: what is another date, and what only looks so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onix.model import Document, Marks, TimeExpression
from onix.reading.reader import NewsReader
from onix.verify.facts import verify_facts
from onix.verify.facts.whens import When, when

REPORT = (
    "The bridge at Lomvik was closed to lorries at noon on Thursday, and the ban lasts until "
    "November 22, the county said.\n\n"
    "The crack was found at 8.15pm by an inspector, Petra Aune.\n\n"
    "Steel was laid between the evening of 6 November and the morning of the 9th.\n\n"
    "The county paid for the bridge in March 2019, and a new one is to open in the autumn.\n\n"
    "The rebate will be paid on 26 September 2025 to drivers on the list on 29 August 2025.\n\n"
    "The mayor, Olav Brenne, resigned on Tuesday after a vote in the council.\n"
)


def marks_of(text: str, name: str, published: str) -> Marks:
    """Read a text as an article."""
    return next(
        iter(
            NewsReader().read([Document(name, "article", text, published=published, language="en")])
        )
    )


@pytest.fixture(scope="module")
def record() -> list[Marks]:
    """A report on a bridge."""
    return [marks_of(REPORT, "report", "2025-11-14")]


def wrong(record: list[Marks], text: str) -> Iterator[tuple[str, str | None]]:
    """Give the dates of a draft that the record has otherwise, with the record's."""
    for each in verify_facts(marks_of(text, "draft", "2025-11-15"), record):
        if each.claim.kind == "date" and each.label == "contradicted":
            (difference,) = each.differences
            yield each.claim.text, difference.source.text if difference.source else None


@pytest.mark.parametrize(
    "text",
    [
        "Inspector Petra Aune found the crack at a quarter past eight.",
        "Inspector Petra Aune came on Monday. She found the crack at eight in the evening.",
        "Petra Aune, an inspector, found the crack shortly after eight o'clock.",
        "Lorries may not cross the bridge at Lomvik, a ban that is to last until November 22.",
        "The steel was in place on the morning of 9 November.",
    ],
)
def test_what_only_looks_like_another_date(record: list[Marks], text: str) -> None:
    """A clock may be of either half of the day, and a sentence may have the draft's date too."""
    assert list(wrong(record, text)) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Mayor Olav Brenne stepped down on Wednesday.", ("Wednesday", "Tuesday")),
        ("The county paid for the bridge in March 2017.", ("March 2017", "March 2019")),
    ],
)
def test_another_date_of_the_same_event(
    record: list[Marks], text: str, right: tuple[str, str]
) -> None:
    """The draft's date stands nowhere near, and the record's stands where it should."""
    assert list(wrong(record, text)) == [right]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a quarter past eight", "8.15pm", True),
        ("8.15am", "8.15pm", False),
        ("three o'clock", "3.15am", True),
        ("four o'clock", "3.15am", False),
    ],
)
def test_times_of_the_day_that_can_be_one(one: str, other: str, expected: bool) -> None:
    """As far as they are told, and as they are rounded."""
    assert _when(one).meets(_when(other)) is expected


def _when(words: str) -> When:
    marks = marks_of(f"The crack was found at {words} on the bridge.", "x", "2025-11-14")
    time: TimeExpression = marks.times[0]
    found = when(time)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [("half past nine in the evening", False), ("Monday at seven in the evening", True)],
)
def test_an_hour_of_the_evening_is_of_any_day(words: str, expected: bool) -> None:
    """Unless a day is named with it: which one it was stands elsewhere, if it does."""
    assert _when(words).has_day is expected


def test_the_hour_of_an_entry_is_no_claim() -> None:
    """In a live blog it is when something was posted; in the entry it is when that was."""
    source = "The mill burned on Friday. The fire was out by 4 p.m., the brigade said."
    draft = (
        "Mill on fire – live\n\n16.42 The chief of the brigade says that the fire is out.\n\n"
        "16.05 It was out by 5 p.m., says the brigade.\n\n14.30 Smoke is seen over the mill."
    )
    record = [marks_of(source, "mill", "2025-05-09")]
    told = verify_facts(marks_of(draft, "draft", "2025-05-10"), record)
    assert [each.claim.text for each in told if each.claim.kind == "date"] == ["5 p.m."]


def test_the_day_of_the_draft_itself_is_no_claim() -> None:
    """On a line of its header; in a sentence it is one."""
    record = [marks_of("The works closed on 3 March 2026, the owner said.", "x", "2026-03-04")]
    draft = marks_of(
        "Works close\n\nBy our staff, 6 March 2026\n\nThe works closed on 6 March 2026.\n",
        "draft",
        "2026-03-06",
    )
    dates = [each for each in verify_facts(draft, record) if each.claim.kind == "date"]
    assert [each.claim.start > 40 for each in dates] == [True]


@pytest.mark.parametrize(
    ("day", "published", "expected"),
    [
        ("Saturday, May 13", "2022-10-07", []),  # of 2023; that of 2022 was a Friday
        ("Monday, June 3", "2025-06-30", ["Monday, June 3"]),  # that of 2024 is too long ago
        ("Tuesday, June 3", "2025-06-30", []),
    ],
)
def test_a_day_of_the_week_tells_which_year_is_meant(
    day: str, published: str, expected: list[str]
) -> None:
    """As long as news would leave that year out."""
    marks = marks_of(f"The final is held next to the river on {day}.", "draft", published)
    found = [each for each in verify_facts(marks, []) if each.label == "contradicted"]
    assert [each.claim.text for each in found] == expected


def test_a_day_that_is_said_twice_is_the_same_both_times() -> None:
    """ "Tomorrow" is the day after the draft's, whatever date stands behind it."""
    draft = "The machines will count every vote again tomorrow, Nov. {}, and start over."
    for day, expected in ((22, ["tomorrow, Nov. 22"]), (21, [])):
        marks = marks_of(draft.format(day), "draft", "2024-11-20")
        found = [each for each in verify_facts(marks, []) if each.label == "contradicted"]
        assert [each.claim.text for each in found] == expected


@pytest.mark.parametrize(
    ("words", "other", "expected"),
    [
        ("February last year", "3 February 2024", True),
        ("February last year", "3 February 2023", False),
        ("March of this year", "March of last year", False),
        ("two years ago", "May 2024", True),
        ("two years ago", "May 2022", False),
        ("two years ago", "October 2022", True),
    ],
)
def test_of_which_year_is_told_by_the_day_of_the_text(
    words: str, other: str, expected: bool
) -> None:
    """ "Last year" is one year, and "two years ago" half a year more or less than two."""
    assert _when(words).meets(_when(other)) is expected


YARD = (
    "The yard at Sundvik was last inspected by the county on 14 March 2024, and a faulty crane was "
    "noted.\n\n"
    "Its owner, Jonas Thule, said the slipway will be sold in June 2026.\n\n"
    "Jonas Thule was sentenced on 12 February 2020 for false returns.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The yard had been inspected in April, when a crane was found faulty.", ["April"]),
        ("The yard had been inspected in March, when a crane was found faulty.", []),
        ("The slipway is to be sold in July 2026.", ["July 2026"]),
        ("The slipway is to be sold in June 2026.", []),
        ("The slipway is to be sold on the 26th.", []),
        ("Thule was sentenced three years ago.", ["three years ago"]),
        ("Thule was sentenced five years ago.", []),
        ("Thule married in the chapel in May 2011.", []),
    ],
)
def test_a_date_that_the_record_has_nowhere(text: str, expected: list[str]) -> None:
    """It needs less against it than one that is the day of something else."""
    sources = [marks_of(YARD, "yard", "2025-05-14")]
    assert [mine for mine, _ in wrong(sources, text)] == expected


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("It was closed on 9 June, which was a Wednesday.", "9 June, which was a Wednesday"),
        ("The vote of 9 June 2025 (a Friday) was lost.", "9 June 2025 (a Friday"),
        ("On 9 June, a Sunday, the bridge was closed.", "9 June, a Sunday"),
        ("On 9 June, a Monday, the bridge was closed.", None),
        ("It was closed on 9 June, a Sunday morning ritual.", None),
    ],
)
def test_a_day_of_the_week_behind_its_date(text: str, span: str | None) -> None:
    """What a date is called behind it is held against the calendar, too."""
    found = verify_facts(marks_of(text, "draft", "2025-06-15"), [])
    assert [each.claim.text for each in found] == [span] * (span is not None)
    assert all(each.why == "that day is a Monday" for each in found)


def test_one_date_of_the_record_stands_against_one_of_a_sentence() -> None:
    """Of two dates of a sentence only one can be what the record has of another event there."""
    source = (
        "The lease bears the date of January 16. The minutes show that the board first spoke of "
        "the lease on January 20."
    )
    draft = (
        "The minutes show that the lease was signed on January 16, and that the board first spoke "
        "of it on January 26."
    )
    told = wrong([marks_of(source, "minutes", "2025-11-14")], draft)
    assert list(told) == [("January 26", "January 20")]


def test_the_day_that_opens_a_text_is_its_own() -> None:
    """A dateline may be a date alone, before a dash."""
    source = "Lomvik, 20 October 2025 - The county and the port today agreed to merge."
    draft = "15 November 2025 - When the county and the port agreed to merge, few saw it coming."
    assert list(wrong([marks_of(source, "merger", "2025-10-20")], draft)) == []
