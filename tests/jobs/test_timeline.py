"""`onix timeline`: each event once, on its own day, from every outlet that tells it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onix.errors import InputError
from onix.jobs.report import Progress
from onix.jobs.timeline import timeline
from onix.jobs.timeline.dating import Told, can_be, story_day
from onix.jobs.timeline.joining import entries, join
from onix.model import Document, Event, Span, Timeline, Turn
from onix.reading import NewsReader
from onix.record import Record, open_record
from tests.record.making import article

COURIER = article(
    "Ada Brandt opened the east quay on Monday. She will close the market hall on 3 June. "
    "Brandt, who was born in 1961, joined the harbour board in 2012. "
    "Brandt said the mast had fallen. Brandt hired a diver.",
    id="courier", title="East quay opens", outlet="Courier", published="2025-03-12",
)  # fmt: skip
HERALD = article(
    "The mayor of Lunmouth, Ada Brandt, opened the quay in the east of the town on Monday. "
    "A ferry struck the stone pier at Halden on 2 March, killing two people. "
    "Brandt did not resign.",
    id="herald", title="Quay open", outlet="Herald", published="2025-03-13",
)  # fmt: skip
GAZETTE = article(
    "A ferry struck the stone pier at Halden on 5 March, killing two people. "
    "Ada Brandt is expected to close the market hall on 3 June.",
    id="gazette", title="Ferry", outlet="Gazette", published="2025-03-14",
)  # fmt: skip


def fill(record: Record, *documents: Document) -> None:
    """Read documents and keep them."""
    record.keep(list(NewsReader().read(documents)))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Give a record of three papers."""
    with open_record(tmp_path_factory.mktemp("line") / "r", create=True) as found:
        fill(found, COURIER, HERALD, GAZETTE)
        yield found


def told(events: tuple[Event, ...]) -> list[tuple[str, str]]:
    """Give the day and the word of each event."""
    return [
        (each.days[0] if each.days else "", each.head.text if each.head else "") for each in events
    ]


def test_events_stand_in_the_order_of_their_days(record: Record) -> None:
    """Those with a date by date, those to come apart, the others after."""
    found = timeline(record, "Ada Brandt")
    assert told(found.happened) == [
        ("1961-01-01", "born"),
        ("2012-01-01", "joined"),
        ("2025-03-10", "opened"),
    ]
    assert told(found.announced) == [("2025-06-03", "close")]
    assert told(found.undated) == [("", "hired")]
    assert found.why is None
    assert found.looked_at == 3


def test_what_two_papers_tell_is_one_event_of_both(record: Record) -> None:
    """Of one day and in much the same words."""
    opened = timeline(record, "Ada Brandt").happened[-1]
    assert {each.outlet for each in opened.citations} == {"Courier", "Herald"}
    assert all("Monday" in each.span.text for each in opened.citations)


def test_a_disputed_day_is_shown_with_the_other(record: Record) -> None:
    """The same words of two days, in two papers: neither is dropped."""
    found = timeline(record, "ferry")
    (struck,) = [each for each in found.events if each.head and each.head.text == "struck"]
    days = {struck.days, *((each.when.earliest, each.when.latest) for each in struck.disputed)}
    assert days == {("2025-03-02", "2025-03-02"), ("2025-03-05", "2025-03-05")}


def test_an_undated_report_of_a_dated_event_joins_it(tmp_path: Path) -> None:
    """Where its story is of those days, and as much of it is the same."""
    told_ = "Ada Brandt sold the stone pier at Halden to Corrib Limited"
    with open_record(tmp_path / "r", create=True) as found:
        fill(
            found,
            article(f"{told_} on Monday.", id="a", outlet="Courier", published="2025-03-12"),
            article(f"Nobody asked why. {told_}.", id="b", outlet="Herald", published="2025-03-14"),
            article(f"Nobody knew. {told_}.", id="c", outlet="Gazette", published="2025-06-14"),
        )
        line = timeline(found, "Ada Brandt")
    assert [{each.outlet for each in event.citations} for event in line.events] == [
        {"Courier", "Herald"}
    ]
    assert [{each.outlet for each in event.citations} for event in line.undated] == [{"Gazette"}]


def test_the_whole_record_is_a_timeline_of_what_has_a_date(record: Record) -> None:
    """Asked for nothing in particular, undated events say too little."""
    found = timeline(record)
    assert found.undated == ()
    assert ("2025-03-10", "opened") in told(found.events)


def test_reports_of_words_come_only_when_asked_for(record: Record) -> None:
    """“Said” is no event, but whoever wants it gets it."""
    assert not any(each.kind == "said" for each in timeline(record, "Ada Brandt").undated)
    spoken = timeline(record, "Ada Brandt", speech=True).undated
    assert [each.kind for each in spoken].count("said") == 1


def test_days_asked_for_leave_out_the_others_and_the_undated(record: Record) -> None:
    """What has no date may have been on any day."""
    found = timeline(record, "Ada Brandt", since="2012-01-01", until="2025-03-31")
    assert told(found.events) == [("2012-01-01", "joined"), ("2025-03-10", "opened")]
    assert found.undated == ()


def test_as_of_hides_what_came_later(record: Record) -> None:
    """On the evening of the first paper only that is known."""
    found = timeline(record, "Ada Brandt", as_of="2025-03-12")
    assert {each.outlet for event in found.events for each in event.citations} == {"Courier"}


def test_only_some_outlets_and_documents(record: Record) -> None:
    """The filters are those of the other commands."""
    assert timeline(record, "ferry", outlets=["Gazette"]).looked_at == 1
    assert timeline(record, "Ada Brandt", documents=["herald"]).looked_at == 1


def test_a_long_reading_tells_how_far_it_is(record: Record) -> None:
    """Once a document."""
    seen: list[Progress] = []
    timeline(record, "Ada Brandt", on_progress=seen.append)
    assert [(each.done, each.total) for each in seen] == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("topic", "options", "says"),
    [
        ("Nora Quist", {}, "Nothing in the record has these words"),
        ("zeppelin", {}, "Nothing in the record has these words"),
        ("Ada Brandt", {"since": "2030-01-01"}, "none of them dated within"),
        ("Ada Brandt", {"as_of": "1990-01-01"}, "No document passes"),
        ("resign", {}, "tells an event of these words"),
    ],
)
def test_an_empty_timeline_says_why(
    record: Record, topic: str, options: dict[str, object], says: str
) -> None:
    """And what to do."""
    found = timeline(record, topic, **options)  # type: ignore[arg-type]  # a table of options
    assert found.events == found.undated == ()
    assert found.why is not None
    assert says in found.why


def test_an_empty_record_says_so(tmp_path: Path) -> None:
    """There is nothing to look in."""
    with open_record(tmp_path / "r", create=True) as empty:
        assert "empty" in (timeline(empty, "Ada Brandt").why or "")
        fill(empty, article("Ada Brandt is the mayor. She likes tea.", id="tea"))
        assert "no event is told" in (timeline(empty, "Ada Brandt").why or "")
        assert "has a date" in (timeline(empty).why or "")


@pytest.mark.parametrize("options", [{"since": "soon"}, {"until": "31"}, {"as_of": "x"}])
def test_a_date_that_is_none_is_said(record: Record, options: dict[str, str]) -> None:
    """With the option's name."""
    with pytest.raises(InputError, match=f"--{next(iter(options)).replace('_', '-')}"):
        timeline(record, "Ada Brandt", **options)  # type: ignore[arg-type]  # a table of options


def test_a_topic_without_a_word_is_said(record: Record) -> None:
    """Punctuation names nothing."""
    with pytest.raises(InputError, match="Nothing to look for"):
        timeline(record, "?!")


def test_two_people_of_one_name_are_said_to_be_taken_together(tmp_path: Path) -> None:
    """A reader must know whose events these are."""
    with open_record(tmp_path / "r", create=True) as found:
        fill(found, article("Ada Brandt left on Monday.", id="a"),
             article("Jan Brandt left on Monday.", id="b"))  # fmt: skip
        assert "Jan Brandt" in timeline(found, "Brandt").notes[0]


def one(text: str, published: str | None = "2025-03-12") -> tuple[Event, Told]:
    """Give the one event of a sentence, and how it is told."""
    from onix.jobs.timeline.dating import date
    from onix.reading.events.events import find_events
    from onix.reading.neural.syntax import Parser

    (marks,) = NewsReader().read([article(text, published=published)])
    (event,) = find_events(marks, Parser().parse)
    return event, date(event, marks.sentences[0], marks)


def test_a_day_that_cannot_be_is_taken_away() -> None:
    """What was told as past cannot lie ahead of the day it was printed."""
    event, told_ = one("The bridge collapsed on 1 April 2025.")
    assert event.days is not None
    assert not can_be(event, "2025-03-12")
    assert told_.days is None
    assert can_be(event, None)


def test_the_day_of_a_story_is_the_one_its_lead_names() -> None:
    """Else that of publication; a day long past is no news."""
    for text, day in (
        ("The bridge closed on Monday. Nobody came.", "2025-03-10"),
        ("The bridge closed. Nobody came.", "2025-03-12"),
        ("The bridge closed on 1 February. Nobody came.", "2025-03-12"),
    ):
        (marks,) = NewsReader().read([article(text, published="2025-03-12")])
        assert story_day(marks) == day
    (marks,) = NewsReader().read([article("The bridge closed.", published=None)])
    assert story_day(marks) is None


@given(st.permutations([COURIER, HERALD, GAZETTE]))
@settings(max_examples=6)
def test_the_order_of_reading_changes_nothing(order: list[Document]) -> None:
    """However documents came in, the events are the same."""
    from onix.jobs.timeline.dating import date
    from onix.reading.events.events import find_events
    from onix.reading.neural.syntax import Parser

    parse = Parser().parse
    said = []
    for marks in NewsReader().read(order):
        for event in find_events(marks, parse):
            sentence = next(each for each in marks.sentences if each.covers(event.what))
            said.append(date(event, sentence, marks))
    groups = join(entries(said, "Ada Brandt"))
    spans = sorted(
        tuple(
            sorted((e.event.what.document_id, e.event.what.start) for e in (*g.entries, *g.others))
        )
        for g in groups
    )
    assert sum(len(each) for each in spans) == len(entries(said, "Ada Brandt"))
    assert (("gazette", 0), ("herald", spans_of(HERALD, "A ferry"))) in spans


def spans_of(document: Document, words: str) -> int:
    """Give where words begin."""
    return document.text.index(words)


def test_a_timeline_tells_its_parts_apart() -> None:
    """Happened and announced are both dated events."""
    assert Timeline().happened == Timeline().announced == ()


THINGS = article(
    "The owners opened the Tarn Night Ferry on 3 March 2024. The Halden's Skarvik Line sued a "
    "rival in 2012. Skarvik Line was founded in 1961. The Tarn ferry sank on 5 March 2024.",
    id="things", title="Ferry", outlet="Courier", published="2025-03-12",
)  # fmt: skip


@pytest.fixture(scope="module")
def things(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Give a record of a story of a ferry and its company."""
    with open_record(tmp_path_factory.mktemp("things") / "r", create=True) as found:
        fill(found, THINGS)
        yield found


def test_a_thing_may_be_named_more_fully(things: Record) -> None:
    """Who asks for the "Tarn ferry" wants the "Tarn Night Ferry", too."""
    assert told(timeline(things, "Tarn ferry").events) == [
        ("2024-03-03", "opened"),
        ("2024-03-05", "sank"),
    ]


def test_a_name_with_a_word_before_it_is_that_name(things: Record) -> None:
    """A name that the record knows only the end of is taken for that, and a note says so."""
    found = timeline(things, "Norwegian Skarvik Line")
    assert told(found.events) == [("1961-01-01", "founded"), ("2012-01-01", "sued")]
    assert found.notes == (
        "No such name is in the record: Norwegian Skarvik Line. This is of Skarvik Line.",
    )


def test_what_an_event_was_for_tells_of_it(tmp_path: Path) -> None:
    """The vote to close a bridge belongs to the bridge; what stands behind a comma does not."""
    with open_record(tmp_path / "r", create=True) as record:
        fill(
            record,
            article(
                "The council voted on Monday to close Halden Bridge, ending a long quarrel. "
                "The council met on Friday, and Halden Bridge was not spoken of.",
                id="a", published="2025-03-12",
            ),
        )  # fmt: skip
        assert told(timeline(record, "Halden Bridge").happened) == [("2025-03-10", "voted")]


def line_of(tmp_path: Path, topic: str, *texts: tuple[str, str]) -> Timeline:
    """Give the timeline of a topic in a record of (text, day of publication)."""
    with open_record(tmp_path / "r", create=True) as found:
        fill(
            found,
            *(
                article(text, id=f"d{n}", outlet=f"Paper {n}", published=day)
                for n, (text, day) in enumerate(texts)
            ),
        )
        return timeline(found, topic)


def test_a_thing_has_what_was_told_of_it_by_another_word(tmp_path: Path) -> None:
    """The bridge of the Tolm Bridge, "Orvis" of Orvis Steel, and no other Riva than the one."""
    bridge = (
        "The Tolm Bridge was closed on Monday. Nobody was hurt. "
        "The council had bought the bridge in 1990."
    )
    steel = "Orvis Steel hired a diver on Monday. Orvis shut a furnace on Tuesday."
    phones = "Norla unveiled the Riva 7 on Monday. The Riva 6 was withdrawn on Tuesday."
    papers = [(text, "2025-03-12") for text in (bridge, steel, phones)]
    assert told(line_of(tmp_path / "a", "Tolm Bridge", *papers).happened) == [
        ("1990-01-01", "bought"),
        ("2025-03-10", "closed"),
    ]
    assert told(line_of(tmp_path / "b", "Orvis Steel", *papers).happened) == [
        ("2025-03-10", "hired"),
        ("2025-03-11", "shut"),
    ]
    assert told(line_of(tmp_path / "c", "Riva 7", *papers).happened) == [("2025-03-10", "unveiled")]


def test_what_is_told_shorter_or_again_is_told_once(tmp_path: Path) -> None:
    """On the same day, of a month that holds it, or as the background of other news."""
    found = line_of(
        tmp_path,
        "Karel Vost",
        ("Karel Vost resigned on Monday after a row over a house.", "2025-03-12"),
        ("Police searched an office on Friday after Karel Vost resigned.", "2025-03-22"),
        ("Karel Vost, who resigned in March, was charged on Monday.", "2025-05-14"),
    )
    assert told(found.happened) == [("2025-03-10", "resigned"), ("2025-05-12", "charged")]
    assert len(found.happened[0].citations) == 3
    assert found.undated == ()


def test_the_same_again_much_later_is_another_event(tmp_path: Path) -> None:
    """A second charge, told as news, is not the first."""
    found = line_of(
        tmp_path,
        "Karel Vost",
        ("Karel Vost was charged on Monday with fraud.", "2025-03-12"),
        ("Karel Vost was charged with theft.", "2025-05-14"),
    )
    assert told(found.happened) == [("2025-03-10", "charged")]
    assert told(found.undated) == [("", "charged")]


def test_what_is_only_near_a_name_is_none_of_its_events(tmp_path: Path) -> None:
    """What is told of a maker's phone, of somebody's wife, or in a clause about others."""
    found = line_of(
        tmp_path,
        "Karel Vost",
        ("The wife of Karel Vost sold a villa on Monday.", "2025-03-12"),
        ("An expert put the chance that the voice is Karel Vost's at ten percent.", "2025-03-12"),
        ("Police searched the house of Karel Vost on Tuesday.", "2025-03-12"),
    )
    assert told(found.events) == [("2025-03-11", "searched")]
    assert found.undated == ()


def test_what_is_done_and_said_of_it_is_one_line(tmp_path: Path) -> None:
    """Also where the words are the speaker's own."""
    found = line_of(
        tmp_path,
        "Corrib Limited",
        ("Corrib Limited sued Norla on Monday, accusing Norla of theft.", "2025-03-12"),
    )
    assert len(found.happened) == 1


def test_a_post_on_a_platform_is_not_of_the_platform(tmp_path: Path) -> None:
    """Unless it did something itself."""
    found = line_of(
        tmp_path,
        "Twitter",
        ("Ada Brandt posted a poll on Twitter on Monday.", "2025-03-12"),
        ("Twitter banned Ada Brandt on Tuesday.", "2025-03-12"),
    )
    assert told(found.events) == [("2025-03-11", "banned")]


def test_what_goes_along_with_an_event_does_not_stand_for_it(tmp_path: Path) -> None:
    """The vote is the event, and not the long clause behind it."""
    text = (
        "The Lunmouth harbour board voted on Tuesday, ending a dispute over the old stone pier "
        "that has divided the whole town for years."
    )
    with open_record(tmp_path / "r", create=True) as found:
        fill(found, article(text, id="a", title="Vote", outlet="Courier", published="2025-03-13"))
        assert ("2025-03-11", "voted") in told(timeline(found, None).events)


def test_a_document_that_has_no_entry_is_named_with_the_reason(tmp_path: Path) -> None:
    """A timeline that leaves a transcript out in silence looks as if it had nothing to tell."""
    words = "Ada Brandt closed the quay on 3 May."
    call = Document(
        "call", "transcript", words, address="/tapes/call.vtt",
        turns=(Turn("Odd Lund", Span("call", 0, len(words), words)),),
    )  # fmt: skip
    undated = article(
        "Ada Brandt closed the hall on Monday.", id="u", title="Hall closed", published=None,
        address=None,
    )  # fmt: skip
    plain = article("Ada Brandt likes the sea.", id="p", title="The sea", address=None)
    with open_record(tmp_path / "r", create=True) as found:
        fill(found, COURIER, call, undated, plain)
        transcript, no_day, no_event = timeline(found).notes
        assert transcript.startswith("1 transcript is left out")
        assert "call.vtt" in transcript
        assert "Hall closed" in no_day
        assert "onix record amend 'Hall closed' --published" in no_day
        assert no_event == "1 document has no dated event: The sea."
        # Of a name it is no news that a document has no event of it; a transcript is left out.
        (named,) = timeline(found, "Ada Brandt").notes
        assert "call.vtt" in named


def test_of_many_documents_without_an_entry_some_are_named(tmp_path: Path) -> None:
    """Where there is no event at all that is said once."""
    seas = [
        article(f"The sea is {n} deep.", id=f"s{n}", title=f"Sea {n}", address=None)
        for n in range(5)
    ]
    with open_record(tmp_path / "r", create=True) as found:
        fill(found, *seas)
        line = timeline(found)
        assert line.why == "No event in the 5 documents looked at has a date."
        assert line.notes == ()
        fill(found, COURIER)
        line = timeline(found)
    assert line.why is None
    assert line.notes == ("5 documents have no dated event: Sea 0, Sea 1, Sea 2 and 2 more.",)


def test_one_resignation_told_of_its_month_and_of_its_day_is_one_event(tmp_path: Path) -> None:
    """In the timeline of a whole record, too, and behind a dateline, which is nobody's deed."""
    papers = [
        article(text, id=f"d{n}", outlet=f"Paper {n}", published=day)
        for n, (text, day) in enumerate(
            (
                (
                    "HALMBRIDGE, March 10 (Wire) - The chief executive of Tarngrid Transmission, "
                    "Adaeze Okonkwo, resigned on Monday, two months after a fire at the Orremoor "
                    "substation cut power to 61,000 homes.",
                    "2025-03-10",
                ),
                (
                    "Adaeze Okonkwo, who resigned as chief executive of Tarngrid in March after "
                    "the Orremoor fire, is expected to stay until the end of June.",
                    "2025-03-22",
                ),
                ("Odd Lund, who resigned in March, has a boat.", "2025-03-22"),
            )
        )
    ]
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, *papers)
        for topic, expected in ((None, 2), ("Adaeze Okonkwo", 1)):
            found = [each for each in timeline(record, topic).happened if "resigned" in
                     each.what.text]  # fmt: skip
            assert len(found) == expected
            hers = found[-1]
            assert (hers.who, hers.days) == (("Adaeze Okonkwo",), ("2025-03-10", "2025-03-10"))
            assert len(hers.citations) == 2


def test_the_line_that_dates_a_press_release_is_no_event(tmp_path: Path) -> None:
    """It says when the text was published."""
    text = (
        "Tarn Yards names a head\n\nPress release – 19 March 2025 – Tarn Yards plc\n\n"
        "The board met on 17 March."
    )
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, article(text, id="d", outlet="Tarn Yards", published="2025-03-19"))
        assert [each.days[0] for each in timeline(record).happened if each.days] == ["2025-03-17"]


def test_when_a_page_was_printed_or_put_right_is_no_event(tmp_path: Path) -> None:
    """It tells of the page."""
    text = (
        "The board met on 17 March.\n\n"
        "A version of this article appears in print on 20 March, Section A, Page 1.\n\n"
        "This article was last updated on 19 March 2025."
    )
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, article(text, id="d", outlet="Tarn Post", published="2025-03-19"))
        found = timeline(record)
        assert [each.days[0] for each in found.events if each.days] == ["2025-03-17"]


def test_what_a_correction_takes_back_is_no_event(tmp_path: Path) -> None:
    """The note repeats the wrong day only to say that it was another."""
    blog = article(
        "The dam broke on Monday.\n\nCorrection: An earlier post said that the dam was inspected "
        "in 2021. It was last inspected in 2017.",
        id="blog", title="Dam breaks", published="2025-03-12",
    )  # fmt: skip
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, blog)
        assert told(timeline(record).happened) == [
            ("2017-01-01", "inspected"),
            ("2025-03-10", "broke"),
        ]


def test_what_has_an_hour_stands_in_the_order_of_hours(tmp_path: Path) -> None:
    """A live blog tells its day from the end."""
    blog = article(
        "The mayor closed the bridge at 7.20 am on 11 March 2025. Police arrested a man at 12.30 "
        "pm on 11 March 2025. A watchman raised the alarm at 5.12 am on 11 March 2025.",
        id="blog", title="Fire at Halm", published="2025-03-12",
    )  # fmt: skip
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, blog)
        hours = [each.when.value[11:] for each in timeline(record).happened if each.when]
    assert hours == ["05:12", "07:20", "12:30"]


def test_a_part_of_a_day_stands_among_its_hours(tmp_path: Path) -> None:
    """So does "later on Tuesday"; the day as a whole stands first."""
    fire = article(
        "The crew came home on the night of Tuesday. The mayor was questioned later on Tuesday. "
        "The mill burned at 5.12 am on Tuesday. The roof fell on Tuesday morning. "
        "The county closed the road on Tuesday.",
        id="fire", title="Fire at Halm", published="2025-03-12",
    )  # fmt: skip
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, fire)
        heads = [head for _, head in told(timeline(record).happened)]
    assert heads == ["closed", "burned", "fell", "questioned", "came"]


def test_what_is_all_told_in_another_is_joined_and_a_name_alone_joins_nothing(
    tmp_path: Path,
) -> None:
    """ "That ran aground" is the grounding; who was arrested that day was not only heard then."""
    first = article(
        "The ferry Aurelia ran aground on the rocks on March 10. "
        "The captain, Odd Stene, 54, was questioned later on March 10.",
        id="first", title="Ferry", published="2025-03-11",
    )  # fmt: skip
    second = article(
        "Odd Stene, 54, was arrested on March 10. He led the ferry that ran aground on March 10.",
        id="second", title="Captain", published="2025-03-12",
    )  # fmt: skip
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, first, second)
        found = {each.head.text: each for each in timeline(record).happened if each.head}
    assert len(found["ran"].citations) == 2
    assert {"questioned", "arrested"} <= found.keys()


def test_what_began_and_what_started_that_day_is_one(tmp_path: Path) -> None:
    """Another verb of the same meaning, and all else that one tells stands in the other."""
    first = article(
        "A trial of a new vaccine began in three countries on March 10.",
        id="first", title="Vaccine", published="2025-03-11",
    )  # fmt: skip
    second = article(
        "The trial started on March 10. The clinic shut on March 10.",
        id="second", title="Jab", published="2025-03-12",
    )  # fmt: skip
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, first, second)
        found = {each.head.text: each for each in timeline(record).happened if each.head}
    assert len(found["began"].citations) == 2
    assert "shut" in found


def test_what_is_typed_with_a_plain_last_word_is_a_topic(tmp_path: Path) -> None:
    """ "Tarn fire" is a name only where the record knows a "Tarn Fire"."""
    text = "A blaze broke out in Tarn on Monday. The fire in Tarn was put out on Tuesday."
    with open_record(tmp_path / "r", create=True) as record:
        fill(record, article(text, id="a", title="Tarn fire", published="2025-03-13"))
        assert [day for day, _ in told(timeline(record, "Tarn fire").happened)] == [
            "2025-03-10",
            "2025-03-11",
        ]


def test_what_was_done_to_a_thing_without_a_name_is_told_once(tmp_path: Path) -> None:
    """One verb, or one like it, of one day; not what the thing did, nor of what is only near it."""
    one = "The navy shot down the weather balloon on Monday. The balloon had crossed the sound."
    other = (
        "The balloon was shot down on Monday by a jet, and the jet hit the balloon's mast. "
        "Debris from the balloon was shot into the sea on Monday."
    )
    with open_record(tmp_path / "r", create=True) as record:
        fill(
            record,
            article(one, id="a", title="Balloon", outlet="Courier", published="2025-03-12"),
            article(other, id="b", title="A balloon falls", outlet="Post", published="2025-03-12"),
        )
        found = [
            each
            for each in timeline(record, "balloon").happened
            if each.head and each.head.text.startswith("shot")
        ]
    assert [len({cited.span.document_id for cited in each.citations}) for each in found] == [2, 1]
