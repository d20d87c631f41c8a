"""Who was on a call is shown by those who speak in its transcript."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onix.jobs.add import add
from onix.jobs.ask import ask
from onix.jobs.ask.kinds.voices import Occasion, asked_voices
from onix.record import Record, open_record

CALL = """WEBVTT

NOTE Harbour call, 3 May 2025

00:01.000 --> 00:02.000
<v Ann Lee>Morning. Can everybody hear me?

00:02.000 --> 00:03.000
<v Jon Vael>We close the north pier on Friday.

00:03.000 --> 00:04.000
<v Ann Lee>Then tell the pilots today.

00:04.000 --> 00:05.000
<v Ida Moss>I will tell them.

00:05.000 --> 00:06.000
<v Bo Carr>So will I, before noon.
"""
ARTICLE = (
    "Pier closes\nTarn Courier\n6 May 2025\n\nThe pilot Odd Lund called the closure a mistake."
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A call of four and an article."""
    folder = tmp_path_factory.mktemp("voices")
    (folder / "harbour-call.vtt").write_text(CALL, encoding="utf-8")
    (folder / "pier.txt").write_text(ARTICLE, encoding="utf-8")
    with open_record(folder / "news.onix", create=True, write=True) as made:
        assert all(each.document_id for each in add(made, [str(folder)], workers=1))
        yield made


@pytest.mark.parametrize(
    "question",
    [
        "Who was on the call?",
        "who was on the harbour call",
        "Who spoke on the call of 3 May?",
        "Who took part in the call with Bo Carr?",
        "Who were the participants in the call?",
    ],
)
def test_all_who_speak_were_on_the_call(record: Record, question: str) -> None:
    """Each with the first words that say something, and none left out for the limit."""
    answer = ask(record, question, limit=3)
    assert [(each.speaker, each.text) for each in answer.statements] == [
        ("Ann Lee", "Can everybody hear me?"),
        ("Jon Vael", "We close the north pier on Friday."),
        ("Ida Moss", "I will tell them."),
        ("Bo Carr", "So will I, before noon."),
    ]
    assert answer.question == question


@pytest.mark.parametrize(
    "question",
    [
        "Who was on the call of 4 June?",
        "Who was on the call with Odd Lund?",
        "Who spoke at the hearing?",
    ],
)
def test_another_call_is_not_this_one(record: Record, question: str) -> None:
    """Whatever says which call it was has to fit."""
    assert all(each.speaker != "Ann Lee" for each in ask(record, question).statements)


def test_what_somebody_said_on_a_call_is_looked_for_in_it(record: Record) -> None:
    """Whose words need not have "call" in them."""
    for question in (
        "What did Jon Vael say on the call?",
        "What did Vael say on the harbour call?",
    ):
        answer = ask(record, question)
        assert answer.question == question
        assert [each.text for each in answer.statements] == ["We close the north pier on Friday."]
    assert ask(record, "What did Odd Lund say on the call?").abstained is not None


def test_who_speaks_is_found_though_nothing_said_names_them(record: Record) -> None:
    """A name in a label is no word of the text."""
    (found,) = ask(record, "What did Jon Vael say?").statements
    assert (found.text, found.speaker) == ("We close the north pier on Friday.", "Jon Vael")
    assert ask(record, "What did Per Holm say?").abstained is not None


def test_a_refusal_does_not_miss_who_says_the_nearest_passage(record: Record) -> None:
    """Ann Lee says so, though her name is in the label alone."""
    refused = ask(record, "Did Ann Lee buy the pilots lunch today?").abstained
    assert refused is not None
    assert "Lee" not in refused.says


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who was on the call?", Occasion("call", (), is_of_speaking=False)),
        ("Who spoke on the board call?", Occasion("call", ("board",), is_of_speaking=True)),
        ("Who was at the hearing in May?", Occasion("hearing", ("may",), is_of_speaking=False)),
        ("Who was the captain?", None),
        ("Who called Lee?", None),
    ],
)
def test_what_is_asked(question: str, found: Occasion | None) -> None:
    """The occasion, and what says which one."""
    assert asked_voices(question) == found
