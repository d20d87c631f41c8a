"""The hours that head the entries of a live blog are times of the day on which it was printed."""

from __future__ import annotations

from datetime import date

import pytest

from onix.model import Document
from onix.reading.events.events import find_events
from onix.reading.grammar.sentences import find_sentences
from onix.reading.neural.syntax import Parser
from onix.reading.reader import NewsReader
from onix.reading.times.entries import entries, stamps
from onix.reading.times.times import find_times

BLOG = (
    "Ferry strike live\n\n"
    "08.05 Good morning. The board meets in Tarn.\n\n"
    "11.55 BREAKING: Odd Lund has resigned.\n\n"
    "1.30pm Ann Lee took over. She thanked him.\n"
)


def test_each_entry_has_its_hour() -> None:
    """Read against the day of publication; without one they are no times."""
    document = Document("d", "article", BLOG, published="2026-03-13")
    found = find_times(document, find_sentences(document))
    assert [(each.span.text, each.value) for each in found if "T" in each.value] == [
        ("08.05", "2026-03-13T08:05"),
        ("11.55", "2026-03-13T11:55"),
        ("1.30pm", "2026-03-13T13:30"),
    ]
    undated = Document("d", "article", BLOG)
    assert not [each for each in find_times(undated, find_sentences(undated)) if each.earliest]


def test_headings_newest_first_are_those_of_a_live_blog() -> None:
    """They end in no stop, and a programme begins in the morning."""
    text = "3:31 p.m: Airport update\n\n2:48 p.m: Debris\n\n1:37 p.m: Power\n\n9 a.m. Roads\n\n"
    assert not entries(text)
    text += "8:20 a.m: Roads shut\n\n7:15 a.m: Schools shut\n"
    assert [each.clock for each in entries(text)] == ["15:31", "14:48", "13:37", "08:20", "07:15"]


@pytest.mark.parametrize(
    "text",
    [
        "11.55 Odd Lund has resigned.\n\nThe board met.",  # one may be anything
        "9.00 Opening\n10.00 Coffee\n11.30 Panel with Ann Lee\n",  # a programme
        "9.10 She came.\n8.05 He left.\n9.30 They met.\n",  # out of order
        "9.10 She came.\n25.05 He left.\n26.30 They met.\n",  # no hours
    ],
)
def test_other_hours_at_the_start_of_a_line_head_no_entries(text: str) -> None:
    """A programme tells of what is planned, and results are no times."""
    assert not entries(text)


def test_what_an_entry_tells_happened_at_its_hour() -> None:
    """So a timeline has it, though its words name no day."""
    (marks,) = NewsReader().read([Document("d", "article", BLOG, published="2026-03-13")])
    found = find_events(marks, Parser().parse)
    told = {each.head.text: each.when.value for each in found if each.head and each.when}
    assert told["resigned"] == "2026-03-13T11:55"
    assert told["took over"] == "2026-03-13T13:30"


def test_what_an_entry_tells_of_another_day_did_not_happen_at_its_hour() -> None:
    """The day is of something else in the sentence, and the event has none of its own."""
    text = BLOG + "\n2.15pm Yesterday’s result first: Tarn lost at home.\n"
    (marks,) = NewsReader().read([Document("d", "article", text, published="2026-03-13")])
    found = find_events(marks, Parser().parse)
    assert all(each.when is None for each in found if each.head and each.head.text == "lost")


LIVE = """Odd Lund sings in Halden this weekend.

2:58 am ET April 13, 2026
Lund sang on Sunday and will be back on Friday.

9:10 pm ET April 12, 2026
The crowd came early on Saturday and stayed until today.

8:00 pm ET April 11, 2026
Gates opened at noon today.
"""


def test_an_entry_with_its_day_is_read_against_that() -> None:
    """What stands above the first is of the day on which the page was published."""
    document = Document("d", "article", LIVE, published="2026-04-09")
    told = {each.span.text: each.value for each in find_times(document, find_sentences(document))}
    assert told["this weekend"] == "2026-W15-WE"
    assert (told["Sunday"], told["Friday"]) == ("2026-04-12", "2026-04-17")
    assert (told["early on Saturday"], told["today"]) == ("2026-04-11", "2026-04-12")
    assert told["noon today"] == "2026-04-11T12:00"


def test_a_chronicle_of_other_days_is_no_live_blog() -> None:
    """Nor are one or two stamps."""
    assert stamps(LIVE, date(2027, 4, 9)) == ()
    assert stamps(LIVE[:200], date(2026, 4, 9)) == ()
    assert stamps(LIVE, None) == ()
    assert len(stamps(LIVE, date(2026, 4, 9))) == 3


def test_the_hour_of_an_entry_is_no_part_of_its_first_word() -> None:
    """What happened yesterday did not happen at the hour at which the entry was written."""
    text = BLOG + "\n2.15pm Yesterday they met in Tarn.\n"
    document = Document("d", "article", text, published="2026-03-13")
    found = find_times(document, find_sentences(document))
    assert [(each.span.text, each.value) for each in found][-2:] == [
        ("2.15pm", "2026-03-13T14:15"),
        ("Yesterday", "2026-03-12"),
    ]
