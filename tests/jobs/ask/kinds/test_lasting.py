"""How long something lasted is what the record says of it, and of nothing that stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onix.jobs.add import add
from onix.jobs.ask import ask
from onix.jobs.ask.asked.question import understand
from onix.jobs.ask.kinds.lasting import durations, lasting, of_a_length
from onix.jobs.ask.readings import Reading, Seen
from onix.jobs.ask.windows import Window
from onix.model import Answer, Citation
from onix.reading import NewsReader
from onix.reading.neural.syntax import Parser
from onix.record import Record, open_record
from tests.jobs.ask.asking import asked, record_of, seen
from tests.record.making import article

PARSER = Parser()


@pytest.mark.parametrize(
    ("text", "time", "of"),
    [
        ("The call lasted five minutes.", "five minutes", "call"),
        ("The call, which lasted five minutes, was secret.", "five minutes", "call"),
        ("The review will cost much and take eight weeks.", "eight weeks", "review"),
        ("The review is expected to last eight weeks.", "eight weeks", "review"),
        ("The mayor spoke for 35 minutes.", "35 minutes", "spoke"),
        ("They ended four days of talks in Halden.", "four days", "talks"),
        ("It ended a three-day strike at the port.", "three-day", "strike"),
    ],
)
def test_a_duration_is_of_what_grammar_says(text: str, time: str, of: str) -> None:
    """The subject of "lasted", the verb with "for", the noun behind "of" or the hyphen."""
    (marks,) = NewsReader().read([article(text, published="2025-03-15")])
    (found,) = durations(marks.sentences[0], marks.times, lambda text: PARSER.parse([text])[0])
    assert found.time.span.text == time and of in found.of


@pytest.mark.parametrize(
    "text",
    [
        "The call took place three days before the vote.",
        "The call took place just days before the vote.",
        "The talks lasted for days.",
    ],
)
def test_a_distance_and_some_days_say_not_how_long(text: str) -> None:
    """How far an event is from another is not how long it was, and "days" is no number."""
    (marks,) = NewsReader().read([article(text, published="2025-03-15")])
    assert not list(durations(marks.sentences[0], marks.times, lambda t: PARSER.parse([t])[0]))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record with one story of a strike, a call and a hearing."""
    folder: Path = tmp_path_factory.mktemp("lasting")
    text = (
        "HALDEN – The port of Halden reopened on Friday after a strike that lasted nine days.\n\n"
        "Odd Lund, the mayor, called the owner, Hanna Varga, on Thursday night. The call, which "
        "lasted just under ten minutes, ended the dispute, both said.\n\n"
        "Varga had testified for three hours before the council of Halden on Tuesday. The ferry "
        "line to Skarvik carries 400 people a day."
    )
    (folder / "story.txt").write_text(f"Port of Halden reopens\n\n{text}", encoding="utf-8")
    with open_record(folder / "news.onix", create=True, write=True) as made:
        list(add(made, [str(folder / "story.txt")], published="2025-03-15", workers=1))
        yield made


def answer(record: Record, question: str) -> str | None:
    """The words that answer, None for a refusal."""
    given: Answer = ask(record, question)
    first = given.statements[0] if given.statements else None
    return None if first is None or first.answer is None else first.answer.text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How long did the strike last?", "nine days"),
        ("How long did the call between Lund and Varga last?", "ten minutes"),
        ("How long did Varga testify?", "three hours"),
        ("How long was the strike?", "nine days"),
        ("How long was the call?", "ten minutes"),
    ],
)
def test_how_long_is_answered_as_stated(record: Record, question: str, expected: str) -> None:
    """The words that answer are those of the record."""
    assert expected in (answer(record, question) or "")


def test_how_long_is_not_when(record: Record) -> None:
    """The answer is shown with the day of what lasted so long, as far as the sentence has one."""
    first = ask(record, "How long did Varga testify?").statements[0]
    assert first.when is not None and first.when.span.text == "Tuesday"


@pytest.mark.parametrize(
    "question",
    [
        "How long did the dispute last?",
        "How long did the hearing of Lund last?",
        "How long did the crossing to Skarvik take?",
    ],
)
def test_the_duration_of_something_else_is_no_answer(record: Record, question: str) -> None:
    """What the text says of a call or a strike it does not say of a crossing."""
    assert answer(record, question) is None


def test_passages_that_say_not_how_long_are_not_nothing(tmp_path: Path) -> None:
    """The words of the question are in the record, so it is not said that they are not."""
    story = tmp_path / "story.txt"
    story.write_text("The call was made on Tuesday.\n\nThe call was secret, she said.")
    with open_record(tmp_path / "r.onix", create=True, write=True) as record:
        list(add(record, [str(story)]))
        answer = ask(record, "How long was the call?")
    assert answer.abstained is not None and answer.abstained.why == "not_answered"


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        (
            "The two leaders spoke about fish. The conversation was frank. It lasted 40 minutes.",
            "How long was the conversation?",
            "40 minutes",
        ),
        (
            "The strike is over. A hearing was held. It lasted 40 minutes.",
            "How long was the strike?",
            None,
        ),
        (
            "A tenant called the landlord 34 times about the heating, she said.",
            "How long was the call?",
            None,
        ),
        (
            "The head of Tarn Yards, Ada Pell, resigned on Thursday, two months after a fire.",
            "How long was Ada Pell head of Tarn Yards?",
            None,
        ),
        (
            "The crew searched the bay for nine days after the storm.",
            "How long did the crew search the bay?",
            "nine days",
        ),
    ],
)
def test_it_lasted_so_long_is_of_what_stands_before(
    tmp_path: Path, text: str, question: str, words: str | None
) -> None:
    """And how often somebody called is not how long the call was."""
    story = tmp_path / "story.txt"
    story.write_text(text)
    with open_record(tmp_path / "r.onix", create=True, write=True) as record:
        list(add(record, [str(story)]))
        assert answer(record, question) == words


BRIDGES = (
    "Road bridge at Oxley reopens. The footbridge at Oxley was closed for nine days in March. The "
    "road bridge was closed for seven weeks after a lorry struck a pier. The railway bridge was "
    "shut for three days. The dam beside it, 340 metres long, was not harmed."
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How long was the road bridge closed?", "seven weeks"),
        ("How long was the footbridge closed?", "nine days"),
        ("How long was the railway bridge shut?", "three days"),
        ("How long was the canal bridge closed?", None),
        ("How long was the lock closed?", None),
        ("How long is the dam?", "340 metres"),
    ],
)
def test_how_long_is_told_of_the_very_thing(question: str, words: str | None) -> None:
    """Another bridge is another thing, by what stands before it; and a thing has a length, too."""
    with record_of(("Courier", "2025-05-12", BRIDGES)) as made:
        found = answer(made, question)
        others = [each.answer for each in ask(made, question).statements[1:]]
    assert (found is None) if words is None else words in (found or "")
    assert not others


def test_documents_are_gone_through_where_no_window_says_how_long() -> None:
    """For who did or bore it, and as the last of them says."""
    text = (
        "Ada Brandt was detained at the quay. Tom Hale was detained for six days. "
        "Brandt was detained for {} days."
    )
    papers = [
        article(text.format(days), id=id, outlet=id, published=day)
        for id, days, day in (("Courier", 9, "2025-03-15"), ("Herald", 20, "2025-03-26"))
    ]
    read = {each.document.id: each for each in NewsReader().read(papers)}
    for question, words in (
        ("How long was Ada Brandt detained?", "20 days"),
        ("How long was Tom Hale detained?", "six days"),
        ("How long was Hanna Varga detained?", None),
    ):
        understood = understand(question, PARSER.parse([question])[0])
        windows = [
            Window(first, (first,), first, Citation(first, published=day), strengths, 0)
            for each in read.values()
            for first, day in [(each.sentences[0], each.document.published)]
            for strengths in [(1.0,) * len(understood.terms)]
        ]
        seen = Seen(windows, read.__getitem__, lambda text: PARSER.parse([text])[0])
        found = lasting(understood, seen)
        assert (found.answer.text if found and found.answer else None) == words


@pytest.mark.parametrize(
    ("text", "question", "words", "is_kept"),
    [
        (
            "They reached the mill six minutes after the call, two minutes over their target.",
            "How long did it take them to reach the mill?",
            "two minutes",
            False,
        ),
        (
            "They reached the mill six minutes after the call, two minutes over their target.",
            "How long did it take them to reach the mill?",
            "six minutes",
            True,
        ),
        (
            "They reached the mill six minutes after the call.",
            "How long did they search the mill?",
            "six minutes",
            False,
        ),
        (
            "He signed a contract until 2029, ending four days of haggling.",
            "How long does his contract run?",
            "four days",
            False,
        ),
        (
            "He signed a contract until 2029, ending four days of talks.",
            "How long did they talk?",
            "four days",
            True,
        ),
    ],
)
def test_a_length_is_neither_by_how_much_nor_of_something_else(
    text: str, question: str, words: str, *, is_kept: bool
) -> None:
    """By how much a target was missed is no length; how long after a call somebody came may be."""
    (marks,) = NewsReader().read([article(text, published="2025-03-15")])
    whole, at = marks.sentences[0], text.index(words)
    window = Window(whole, (whole,), whole, Citation(whole), (1.0,), 0)
    span = whole.part(at, at + len(words))
    reading = Reading(window, whole, span, 0.5, ((whole, Citation(whole)),))
    kept = of_a_length(asked(question), [reading], seen([window], marks=marks))
    assert bool(kept) is is_kept
