"""`onix timeline` at the command line: for the eye, as a page, a calendar, and JSON."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.cli import main
from onix.cli.show_timeline import timeline_blocks
from onix.cli.terminal import plain
from onix.cli.timeline_page import page
from onix.jobs.timeline.drawing import drawing
from onix.jobs.timeline.files import calendar, fold, timelinejs
from onix.jobs.timeline.saying import period
from onix.model import Citation, Dating, Event, EventKind, Span, TimeExpression, Timeline
from onix.reading.times.values import days

QUAY = (
    "Ada Brandt opened the east quay on Monday. She will close the market hall on 3 June.\n\n"
    "Brandt hired a diver.\n"
)


@pytest.fixture
def record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    """A folder with a record of one story."""
    monkeypatch.chdir(tmp_path)
    line = {"doc_id": "quay", "text": QUAY, "title": "Quay", "outlet": "Courier",
            "published": "2025-03-12", "address": "https://courier.example/quay"}  # fmt: skip
    Path("a.jsonl").write_text(json.dumps(line))
    assert main(["add", "a.jsonl"]) == 0
    capsys.readouterr()
    return tmp_path


def when(first: str, last: str | None = None, value: str | None = None) -> TimeExpression:
    """Give a time from one day to another."""
    return TimeExpression(
        Span("d", 0, 4, "then"), "DATE", value or first, earliest=first, latest=last or first
    )


def event(
    words: str = "The bridge closed",
    time: TimeExpression | None = None,
    kind: EventKind = "happened",
    **citation: str,
) -> Event:
    """Give an event that is all of its sentence."""
    span = Span("d", 10, 10 + len(words), words)
    fields = {"outlet": "Courier", "published": "2025-03-12", **citation}
    return Event(span, time, ("Ada Brandt",), (Citation(span, **fields),), kind=kind, head=span)  # type: ignore[arg-type]


def shown(found: Timeline, *, everything: bool = False) -> str:
    """Give what the terminal shows."""
    return "\n".join(plain(each) for each in timeline_blocks(found, everything=everything))


def test_events_stand_under_their_days(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Dated, announced, and without a date, each with its source."""
    assert main(["timeline", "Ada", "Brandt"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == (
        "Timeline of Ada Brandt: 1 dated event, 1 announced, 1 without a date, from 1 document"
    )
    assert lines.index("10 March 2025") < lines.index("3 June 2025")
    assert "  **Ada Brandt opened the east quay on Monday**. [1]" in lines
    assert "  12 March 2025: **Brandt hired a diver**. [1]" in lines


def test_the_json_is_that_of_the_wire(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Happened and announced in one list, undated apart."""
    assert main(["timeline", "Ada Brandt", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(each["when"]["value"], each["announced"]) for each in found["events"]] == [
        ("2025-03-10", False),
        ("2025-06-03", True),
    ]
    assert [each["what"]["text"] for each in found["undated"]] == ["Brandt hired a diver"]
    assert found["events"][0]["citations"][0]["address"] == "https://courier.example/quay"


def test_nothing_found_is_said_and_no_failure(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In each form; what is for other programs stays well-formed."""
    assert main(["timeline", "zeppelin"]) == 0
    assert "has these words" in capsys.readouterr().out
    for form in ("--html", "--ics", "--timelinejs"):
        assert main(["timeline", "zeppelin", form]) == 0
        printed = capsys.readouterr()
        assert "has these words" in printed.err
        assert printed.out
    assert main(["timeline", "Ada Brandt", "--until", "2025-04-01", "--ics"]) == 0
    assert "calendar is empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["--html", "--ics"], "at once"),
        (["Ada", "--since", "soon"], "--since"),
        ([" "], "topic is empty"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    record: Path, capsys: pytest.CaptureFixture[str], typed: list[str], says: str
) -> None:
    """With exit code 2."""
    assert main(["timeline", *typed]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-03-10", "2025-03-10", "10 March 2025"),
        ("2025-03-01", "2025-03-31", "March 2025"),
        ("2025-12-01", "2025-12-31", "December 2025"),
        ("1996-01-01", "1996-12-31", "1996"),
        ("1990-01-01", "1999-12-31", "1990 to 1999"),
        ("2025-05-12", "2025-05-18", "12 May 2025 to 18 May 2025"),
        ("2025-07-01", "2025-09-30", "July to September 2025"),
        ("2024-12-01", "2025-02-28", "December 2024 to February 2025"),
        ("9999-01-01", "9999-12-31", "1 January 9999 to 31 December 9999"),
    ],
)
def test_a_period_is_said_as_precisely_as_it_is_known(first: str, last: str, words: str) -> None:
    """A month is not its first day."""
    assert period(when(first, last)) == words


@pytest.mark.parametrize(
    ("value", "mod", "words"),
    [
        ("2022-SU", None, "summer 2022"),
        ("2022-WI", "START", "early winter 2022–2023"),
        ("197", "END", "late 1970s"),
        ("198", "MID", "mid-1980s"),
        ("2022", "START", "early 2022"),
        ("2002-08", "END", "late August 2002"),
        ("2002-08", "APPROX", "August 2002"),
    ],
)
def test_a_part_of_a_period_has_no_days_of_its_own(value: str, mod: str | None, words: str) -> None:
    """Nobody said on which day the late 1970s begin."""
    covered = days(value, mod)
    assert covered is not None
    first, last = (each.isoformat() for each in covered)
    time = TimeExpression(Span("d", 0, 4, "then"), "DATE", value, mod, first, last)
    assert period(time) == words


@pytest.mark.parametrize(
    ("words", "value", "says"),
    [
        ("earlier this year", "2025", "2025"),
        ("early this year", "2025", "early 2025"),
        ("later that month", "2025-05", "May 2025"),
    ],
)
def test_earlier_in_a_year_is_no_part_of_it(words: str, value: str, says: str) -> None:
    """ "Earlier this year", said in October, may have been in September."""
    mod, between = ("END" if "later" in words else "START"), days(value)
    assert between is not None
    first, last = (each.isoformat() for each in between)
    span = Span("d", 0, len(words), words)
    assert period(TimeExpression(span, "DATE", value, mod, first, last)) == says


def test_a_time_without_days_is_said_in_its_words() -> None:
    """ "Recently" has no date to show."""
    assert period(TimeExpression(Span("d", 0, 8, "recently"), "DATE", "PAST_REF")) == "“recently”"


def test_other_dates_hedges_and_claims_are_said() -> None:
    """A careful reader sees what the record is not sure of."""
    told = replace(
        event(time=when("2025-03-10")),
        hedges=(Span("d", 0, 9, "allegedly"),),
        speaker="The police",
        disputed=(
            Dating(when("2025-03-11"), (Citation(Span("e", 0, 3, "Yes"), outlet="Herald"),)),
        ),
    )
    lines = shown(Timeline("x", (told,)))
    assert "another date: 11 March 2025 [2]" in lines
    assert "hedged: “allegedly”" in lines
    assert "according to the police" in lines
    assert "another date: 11 March 2025" in page(Timeline("x", (told,)))


def test_very_many_events_are_cut_unless_all_are_asked_for() -> None:
    """And the cut is said, with what to do."""
    dated = tuple(event(f"Event {n} was", when(f"{1900 + n}-01-01")) for n in range(70))
    undated = tuple(event(f"Event {n} was") for n in range(15))
    found = Timeline(None, dated, undated, looked_at=2)
    assert "10 earlier events are left out here. All: --all" in shown(found)
    assert "and 5 more. All: --all" in shown(found)
    assert "--all" not in shown(found, everything=True)
    assert shown(found).startswith("Timeline of the record: 70 dated events")


class Links(HTMLParser):
    """Notes tags, ids and where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: set[str] = set()
        self.leads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one tag."""
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id" and value:
                assert value not in self.ids
                self.ids.add(value)
            if name in {"href", "src", "action"} and value:
                self.leads.append(value)


HOSTILE = '<script>alert(1)</script> & "x" \x1b[31m was'


def test_the_page_leads_nowhere_else_and_escapes_everything() -> None:
    """Documents are never markup; every link leads to a place of the page."""
    found = Timeline(
        "<b>x</b>",
        (
            event(HOSTILE, when("2025-03-10"), title=HOSTILE, address="https://a.example/<x>"),
            event("It will open", when("2025-06-03"), "announced"),
        ),
        (event(HOSTILE),),
        notes=("<i>two</i>",),
        looked_at=1,
    )
    read = Links()
    read.feed(page(found))
    assert read.tags.count("script") == 1
    assert not {"b", "i", "img", "iframe", "link"} & set(read.tags)
    assert all(each.startswith("#") and each[1:] in read.ids for each in read.leads)
    assert {"e1", "e2", "s1"} <= read.ids
    assert "\x1b" not in page(found)


def test_the_pages_policy_lets_only_its_own_script_run() -> None:
    """The sums in the policy are those of what stands in the page."""
    whole = page(Timeline("x", (event(time=when("2025-03-10")),)))
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', whole)
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", whole, re.DOTALL)
        assert f"'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize(
    "days",
    [("2025-03-10", "2025-03-10"), ("2025-01-01", "2025-06-30"), ("1900-01-01", "2025-12-31"),
     ("0001-01-01", "9999-12-31")],
)  # fmt: skip
def test_a_drawing_of_any_length_has_lines_and_marks(days: tuple[str, str]) -> None:
    """From one day to all the years there are."""
    events = tuple(event(f"Event {n} was", when(*days)) for n in range(12))
    whole = page(Timeline("x", events))
    assert whole.count("<rect") == 12
    assert 1 <= whole.count("<line") <= 25


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        # One event of long ago does not press all others into a corner.
        (["1911-01-01", *(f"2025-05-{n:02}" for n in range(1, 12))], "2025-04-28", "2025-05-13"),
        # Where they are spread, the whole is shown.
        ([f"{year}-05-01" for year in range(1990, 2002)], "1990-02-09", "2001-07-21"),
        (["2025-05-01"], "2025-04-30", "2025-05-03"),
    ],
)
def test_a_drawing_opens_on_where_most_events_are(days: list[str], first: str, last: str) -> None:
    """The whole stays a press of "All" away."""
    found = drawing(Timeline("x", tuple(event(time=when(each)) for each in days)))
    assert found is not None
    opens = [str(date(1970, 1, 1) + timedelta(days=int(each))) for each in found.opens_on]
    assert opens == [first, last]


def test_an_empty_or_undated_page_has_no_drawing() -> None:
    """There is nothing to draw."""
    assert "<svg" not in page(Timeline("x", why="Nothing."))
    assert "<svg" not in page(Timeline("x", undated=(event(),)))


def unfolded(text: str) -> list[str]:
    """Give the lines of a calendar as RFC 5545 puts them together again."""
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_the_calendar_holds_what_is_ahead() -> None:
    """Whole days end before the next one, hours stand as the text has them, texts are escaped."""
    found = Timeline(
        "Ada, Brandt",
        (
            event(time=when("2025-03-10")),
            event("It opens; then, it shuts", when("2025-06-03"), "announced",
                  address="https://a.example/x"),
            event("The vote is", when("2025-06-01", "2025-06-30"), "announced", published=""),
            event("It starts", when("2025-06-03", value="2025-06-03T09:30"), "announced"),
        ),
    )  # fmt: skip
    text = calendar(found)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = unfolded(text)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 3
    assert "X-WR-CALNAME:Timeline of Ada\\, Brandt" in lines
    assert "SUMMARY:It opens\\; then\\, it shuts" in lines
    assert "DTSTART;VALUE=DATE:20250603" in lines
    assert "DTEND;VALUE=DATE:20250604" in lines
    assert "DTEND;VALUE=DATE:20250701" in lines
    assert "DTSTART:20250603T093000" in lines
    assert "DTSTAMP:20250312T000000Z" in lines
    assert "URL:https://a.example/x" in lines
    assert calendar(found) == text  # the same ids every time


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])))
def test_folding_cuts_no_character_and_loses_none(line: str) -> None:
    """No piece is longer than 75 octets; put together they are the line."""
    first, *rest = fold(line)
    assert all(len(each.encode()) <= 75 for each in (first, *rest))
    assert first + "".join(each[1:] for each in rest) == line
    assert all(each.startswith(" ") for each in rest)


def test_timelinejs_gets_slides_with_what_is_known_of_the_date() -> None:
    """Texts are HTML there, so they are escaped; a span of days has an end."""
    found = Timeline(
        "x",
        (
            event(HOSTILE, when("2025-03-01", "2025-03-31")),
            event("It opens", when("2025-06-03", value="2025-06-03T09:30"), "announced"),
        ),
        notes=("<i>",),
    )
    made = timelinejs(found)
    first, second = made["events"]
    assert first["start_date"] == {"year": 2025, "month": 3, "day": 1}
    assert first["end_date"] == {"year": 2025, "month": 3, "day": 31}
    assert first["display_date"] == "March 2025"
    assert "<script" not in json.dumps(made)
    assert second["start_date"]["minute"] == 30
    assert second["group"] == "Announced"
    assert made["title"]["text"]["text"] == "&lt;i&gt;"
    assert timelinejs(Timeline("x", why="No & no."))["title"]["text"]["text"] == "No &amp; no."


def test_a_clause_that_does_not_stand_for_itself_is_given_in_its_sentence() -> None:
    """ "to outline on Tuesday" says nothing in a calendar."""
    sentence = Span("d", 0, 24, "She plans to sue on Friday"[:24])
    told = replace(
        event("to sue", when("2025-06-03"), "announced"),
        what=Span("d", 10, 16, "to sue"),
        citations=(Citation(sentence, outlet="Courier"),),
    )
    assert f"SUMMARY:{sentence.text}" in unfolded(calendar(Timeline("x", (told,))))


def test_of_a_long_sentence_only_the_clause_heads_a_slide() -> None:
    """Where it opens with a noun; "which opened in May" says nothing by itself."""
    before = "Marsh was asked about much else, and the chair ruled it out of order because of "
    behind = ", as the clerk of the committee had told her before the doors of the hall were shut."
    clause = "which opened in May"
    headings = {"the inquiry opened in May": "… the inquiry opened in May"}
    headings[clause] = before + clause + behind
    for words, headline in headings.items():
        whole = before + words + behind
        told = replace(
            event(time=when("2025-05-03")),
            what=Span("d", len(before), len(before) + len(words), words),
            citations=(Citation(Span("d", 0, len(whole), whole), outlet="Courier"),),
        )
        (slide,) = timelinejs(Timeline("x", (told,)))["events"]
        assert slide["text"]["headline"] == headline


def test_what_is_announced_for_no_day_is_not_told_as_having_happened() -> None:
    """Among those without a date, in the terminal and on the page."""
    found = Timeline(None, undated=(event("The bridge will close", kind="announced"), event()))
    assert "  12 March 2025, announced: **The bridge will close** [1]" in shown(found)
    assert "  12 March 2025: **The bridge closed** [1]" in shown(found)
    assert "<small>12 March 2025, announced</small>" in page(found)
