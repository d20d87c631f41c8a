"""`onix timeline` on what real news does: short names, captions, credits, live pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from onix.jobs.timeline import timeline
from onix.jobs.timeline.choosing import choose
from onix.jobs.timeline.saying import in_sentence
from onix.model import Event, Span
from onix.record import open_record
from tests.jobs.test_timeline import fill
from tests.record.making import article


def test_a_shorter_form_of_the_name_asked_for_is_nobody_else(tmp_path: Path) -> None:
    """Nor does it stand beside it; a name with more to it may be another's."""
    text = "Hurricane Maren reached Halden on Monday. The Hurricane Maren Fund gave blankets."
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, article(text, id="a", outlet="Courier", published="2025-03-12"))
        choice = choose(record, "Hurricane Maren")
    span = Span("a", 0, 41, text[:41])
    names = ("Maren", "Hurricane Maren", "Hurricane Maren Fund")
    found = choice.called(Event(span, None, names, (), kind="happened", head=span))
    assert found.who == ("Hurricane Maren", "Hurricane Maren Fund")


def test_whose_picture_stood_before_is_not_shown_with_an_event(tmp_path: Path) -> None:
    """The sentence of a caption begins behind the credit of the picture before."""
    text = "Odd Lund/Harbour Post/AFP The quay burned on Monday."
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, article(text, id="a", outlet="Courier", published="2025-03-12"))
        (found,) = timeline(record).happened
    assert "".join(in_sentence(found)) == "The quay burned on Monday."


def test_what_is_forecast_is_announced_and_the_forecast_no_event(tmp_path: Path) -> None:
    """As what is expected is."""
    text = "The storm Maren was forecast to reach Halden on Friday."
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, article(text, id="a", outlet="Courier", published="2025-03-12"))
        found = timeline(record)
    assert found.happened == ()
    assert [each.days for each in found.announced] == [("2025-03-14", "2025-03-14")]


def test_today_in_a_quotation_is_the_day_that_the_report_is_about(tmp_path: Path) -> None:
    """Printed the day after; what the paper says itself it says on its own day."""
    text = (
        "Ada Brandt was convicted on Tuesday of taking a boat. "
        "“The sentencing of Ada Brandt today is hard,” her agent, Tom Hale, said. "
        "Brandt appealed today."
    )
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, article(text, id="a", outlet="Courier", published="2025-03-12"))
        found = {
            each.head.text: each.days
            for each in timeline(record, "Ada Brandt").happened
            if each.head
        }
    assert found["sentencing"] == ("2025-03-11", "2025-03-11")
    assert found["appealed"] == ("2025-03-12", "2025-03-12")


def test_what_an_updated_page_tells_of_the_day_after_has_happened(tmp_path: Path) -> None:
    """Its day is the first on which it stood there."""
    text = "Ada Brandt opened the east quay on Thursday. The vote on Thursday was close."
    page = replace(
        article(text, id="a", outlet="Courier", published="2025-03-12"),
        address="https://courier.example/quay",
    )
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, page)
        found = timeline(record)
    assert {each.days for each in found.happened} == {("2025-03-13", "2025-03-13")}
    assert found.announced == ()


def test_what_two_papers_only_name_by_its_year_is_one(tmp_path: Path) -> None:
    """ "The 2020 election" and "the 2020 presidential election"; a vote of that year is another."""
    with open_record(tmp_path / "r", create=True) as record:
        fill(
            record,
            article(
                "She spoke of the 2020 presidential election.",
                id="a", outlet="Courier", published="2025-03-12",
            ),
            article(
                "He warned of a repeat of the 2020 election. Few recall the 2020 strike.",
                id="b", outlet="Herald", published="2025-03-13",
            ),
        )  # fmt: skip
        found = timeline(record).happened
    told = {each.head.text: len(each.citations) for each in found if each.head}
    assert told == {"election": 2, "strike": 1}


def test_an_hour_of_no_day_dates_nothing(tmp_path: Path) -> None:
    """Told of what was long ago, it is none of the day on which it was printed."""
    text = (
        "A jury will hear about the death of Ada Brandt. She was shot at 10 p.m. in her kitchen. "
        "Police were called today. They came at 11 p.m. with a doctor."
    )
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, article(text, id="a", outlet="Courier", published="2025-03-12"))
        heads = {each.head.text for each in timeline(record).happened if each.head}
    assert heads == {"called", "came"}


def test_an_event_that_another_paper_only_names_is_the_same(tmp_path: Path) -> None:
    """Of the same day, and done to the same."""
    with open_record(tmp_path / "r", create=True) as record:
        fill(
            record,
            article(
                "Ada Brandt was shot in her kitchen on Monday night.",
                id="a", outlet="Courier", published="2025-03-12",
            ),
            article(
                "Ada Brandt had a boat. Police spoke of the March 10 shooting of Ada Brandt.",
                id="b", outlet="Herald", published="2025-03-14",
            ),
        )  # fmt: skip
        (found,) = timeline(record, "Ada Brandt").happened
    assert len(found.citations) == 2


def test_what_was_done_to_somebody_is_one_in_other_words(tmp_path: Path) -> None:
    """Though the two sentences have no word in common but the name."""
    with open_record(tmp_path / "r", create=True) as record:
        fill(
            record,
            article(
                "Ada Brandt was arrested on February 17 at the quay of Halden.",
                id="a", outlet="Courier", published="2025-03-12",
            ),
            article(
                "Ada Brandt had a boat. She was detained in February.",
                id="b", outlet="Herald", published="2025-03-14",
            ),
        )  # fmt: skip
        (found,) = timeline(record, "Ada Brandt").happened
    assert (found.days, len(found.citations)) == (("2025-02-17", "2025-02-17"), 2)


def test_what_an_entry_of_a_live_page_tells_is_of_its_day(tmp_path: Path) -> None:
    """Though the page was begun days before."""
    text = (
        "Odd Lund sings here this week.\n\n"
        "9:10 pm ET March 14, 2025\nAda Brandt opened the hall today.\n\n"
        "8:10 pm ET March 13, 2025\nThe crowd came early on Wednesday. Ada Brandt will sing today."
        "\n\n9:10 am ET March 13, 2025\nThe hall was painted."
    )
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, article(text, id="a", outlet="Courier", published="2025-03-11"))
        found = timeline(record)
    happened = {each.head.text: each.days for each in found.happened if each.head}
    assert happened["opened"] == ("2025-03-14", "2025-03-14")
    assert happened["came"] == ("2025-03-12", "2025-03-12")
    assert [each.days for each in found.announced if each.head and each.head.text == "sing"] == [
        ("2025-03-13", "2025-03-13")
    ]
