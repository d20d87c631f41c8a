"""The reply to a reporter's "why" answers a reader's, though "you" has no name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onix.jobs.ask import ask
from onix.jobs.ask.kinds.questioned import questioned
from onix.record import Record
from tests.jobs.ask.asking import asked, record_of, record_of_files, seen

STORIES = (
    (
        "Gazette",
        "2025-05-06",
        "Sollen council drops the night ferry. The council of Sollen gave up the night ferry on "
        "Tuesday after eleven years. It goes for the last time in June.",
    ),
    (
        "Courier",
        "2025-05-08",
        "An interview with the harbour master. Karl Vogt received us in his office.\n\n"
        "COURIER: When did you come to Sollen?\n\n"
        "VOGT: In 2009.\n\n"
        "COURIER: Why did you give up the ferry?\n\n"
        "VOGT: Because nobody would insure the hull any more.\n\n"
        "COURIER: Why so late in the year?\n\n"
        "VOGT: The crews asked for it.",
    ),
)


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    """A decision as one outlet tells it, and an interview in another."""
    with record_of(*STORIES) as opened:
        yield opened


def test_a_reply_answers_who_asks_the_same(record: Record) -> None:
    """It is cited where it stands, in the words of whoever was asked."""
    answer = ask(record, "Why did Vogt abandon the ferry?")
    assert answer.statements, answer.abstained
    first = answer.statements[0]
    assert first.answer is not None
    assert "nobody would insure the hull" in first.answer.text
    assert first.citations[0].outlet == "Courier"


def test_another_question_is_not_answered_by_it(record: Record) -> None:
    """What shares no word with any "why" of the record stays open."""
    assert not ask(record, "Why did Vogt sell his house?").statements


def test_other_kinds_of_questions_are_left_alone() -> None:
    """No marks are asked for; nor where a question has no word to share."""
    assert questioned(asked("When was the ferry given up?"), seen()) is None
    assert questioned(asked("Why Sollen?"), seen()) is None
    assert questioned(asked("Why was the ferry given up?"), seen()) is None


HEARING = (
    "CHAIR: Mr Vogt, have you read the letters from Dr Lund?\n\n"
    "KARL VOGT: Yes. I read both at home.\n\n"
    "CHAIR: Was Ms Hall wearing a safety belt?\n\n"
    "KARL VOGT: No, sir. There were none on board.\n\n"
    "CHAIR: And how much has the salvage cost so far?\n\n"
    "KARL VOGT: To the end of May, 2.3 million crowns.\n\n"
    "CHAIR: Thank you."
)


@pytest.mark.parametrize(
    ("question", "stance", "words"),
    [
        ("Has Vogt read the letters?", "yes", "Yes."),
        ("Was Hall wearing a belt?", "no", "No, sir."),
        ("How much has the salvage cost?", None, "2.3 million crowns"),
    ],
)
def test_a_reply_answers_what_was_asked_of_you(
    question: str, stance: str | None, words: str
) -> None:
    """By a yes or no at its head, or by what is read in it, as whoever was asked says it."""
    with record_of_files(hearing=HEARING) as opened:
        first = ask(opened, question).statements[0]
    assert first.stance == stance and first.speaker == "Karl Vogt"
    assert first.answer is not None and words in first.answer.text


@pytest.mark.parametrize("question", ["Has Roth read the letters?", "Was Hall wearing a helmet?"])
def test_a_reply_to_another_question_answers_nothing(question: str) -> None:
    """ "You" is whoever replies, and a belt is no helmet."""
    with record_of_files(hearing=HEARING) as opened:
        assert all(each.stance is None for each in ask(opened, question).statements)
        assert all("No, sir" not in each.text for each in ask(opened, question).statements)


def test_a_few_words_answer_only_what_was_asked_before_them() -> None:
    """What the salvage cost is not what somebody will get."""
    with record_of_files(hearing=HEARING) as opened:
        for question in ("How much will Vogt get?", "How much did the ferry earn?"):
            assert all("2.3" not in each.text for each in ask(opened, question).statements)


def test_the_very_question_may_be_put_by_name_and_title() -> None:
    """What stands before it, and "last week" behind, is nothing that a reader leaves out."""
    text = (
        "Briefing of the minister. QUESTION: Irma Voss, Halm Gazette. Minister, why was the second "
        "testing centre in Quill closed last week?\n\n"
        "MINISTER ROTH: Because the ventilation there did not meet the standard.\n"
    )
    with record_of(("", "2026-02-12", text)) as record:
        (answer,) = ask(record, "Why was the second testing centre in Quill closed?").statements
    assert answer.answer is not None and "ventilation" in answer.answer.text
