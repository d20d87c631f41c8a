"""Somebody's words are found where a question has no verb of saying, and none of the words said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.asked.telling import whose_words
from onix.jobs.ask.kinds.spoken import candidates, is_inside, spoken
from onix.jobs.ask.readings import Seen
from onix.jobs.ask.windows import Window
from onix.reading.neural.comprehension import Stretch
from onix.record import Query, Record
from tests.jobs.ask.asking import asked, parser, record_of, seen

STORIES = (
    (
        "Gazette",
        "2025-05-06",
        "Sollen council votes to move the market. The council voted on Tuesday to move the weekly "
        "market from the old square to a car park.\n"
        "“You do not cure a cold by moving the nose,” said Berit Falk, who heads the traders' "
        "guild.\n"
        "Karl Vogt, the council's treasurer, spoke for the move. “The square costs us more than "
        "it brings in,” he told the meeting.\n"
        "The fire brigade was not asked.",
    ),
    (
        "Courier",
        "2025-05-08",
        "Traders in Sollen take the market to court. The guild went to court on Thursday. “We "
        "were never heard,” Falk said.",
    ),
)


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    """Two outlets on a market that is moved, with what two people said of it."""
    with record_of(*STORIES) as opened:
        yield opened


def test_who_is_quoted_answers_in_their_words(record: Record) -> None:
    """The words said share nothing with the question; that they are hers is known of them."""
    answer = ask(record, "With what comparison did the head of the traders' guild mock the move?")
    assert answer.statements, answer.abstained
    first = answer.statements[0]
    assert first.answer is not None
    assert "cure a cold" in first.answer.text
    assert first.speaker == "Berit Falk"


def test_who_said_nothing_of_it_gives_no_answer(record: Record) -> None:
    """The words of others are no answer to what somebody is asked who is not quoted."""
    assert not ask(record, "How did the fire brigade justify the move?").statements
    assert not ask(record, "What was Ingrid Solberg's verdict on the vote?").statements


def _found(record: Record, question: str) -> list[tuple[str | None, str]]:
    """Who is quoted, and with what, among those whom a question may ask for."""
    understood = asked(question)
    windows = [
        Window(span, (span,), span, hit.citation, (1.0,) * len(understood.terms), 0)
        for hit in record.search(Query("market square council traders guild"))
        for span in [hit.passage.span]
    ]
    whose = whose_words(understood.tree)
    assert whose is not None
    read = Seen(windows, record.marks, lambda text: parser().parse([text])[0])
    return [
        (each.quote.speaker, each.quote.content[0].text)
        for each in candidates(understood, whose, read)
    ]


def test_somebody_is_meant_by_what_any_text_calls_them(record: Record) -> None:
    """The other article has the name alone; who heads the guild, the first one says."""
    found = _found(record, "How does the head of the traders' guild see the move?")
    assert {who for who, _ in found} == {"Berit Falk", "Falk"}
    assert any("never heard" in words for _, words in found)


def test_what_is_on_the_question_comes_first(record: Record) -> None:
    """Of two quotations of one person the one about what is asked is looked at first."""
    found = _found(record, "How did Falk comment on the court?")
    assert found[0][1].startswith("We were never heard")
    assert {who for who, _ in _found(record, "How did the treasurer defend it?")} == {"Karl Vogt"}


def test_what_is_only_told_of_somebody_is_not_what_they_said(record: Record) -> None:
    """That she "dismissed" something is the paper's word; what she dismissed may be hers."""
    understood = asked("How did Falk comment on the court?")
    windows = [
        Window(span, (span,), span, hit.citation, (1.0,) * len(understood.terms), 0)
        for hit in record.search(Query("court guild"))
        for span in [hit.passage.span]
    ]
    whose = whose_words(understood.tree)
    assert whose is not None
    read = Seen(windows, record.marks, lambda text: parser().parse([text])[0])
    first = candidates(understood, whose, read)[0]
    text = first.window.text
    said, told = text.index("We were never heard"), text.index("Falk said")
    assert is_inside(first, Stretch(said, said + 19, 0.0, (1.0, 0.0, 0.0)))
    assert not is_inside(first, Stretch(told, told + 9, 0.0, (1.0, 0.0, 0.0)))


@pytest.mark.parametrize("question", ["Did Falk defend the move?", "Falk on the market"])
def test_who_asks_for_no_words_is_not_answered_with_them(question: str) -> None:
    """A yes or no, and a topic, are found in other ways; no marks are asked for."""
    assert spoken(asked(question), seen()) is None
