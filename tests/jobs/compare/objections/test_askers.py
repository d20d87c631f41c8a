"""Who only asks does not object: reporters, whoever speaks in questions, and what others asked."""

from __future__ import annotations

import pytest

from onix.jobs.compare.objections.heard import hear
from onix.jobs.compare.objections.stance import only_tells
from onix.jobs.compare.objections.voices import voices
from onix.model import Document, Marks, Span, Turn
from onix.reading import NewsReader
from tests.jobs.compare.objections.test_objectors import objectors, voices_of

QUESTION = "Isn't a ticket of six crowns unbearable for people who row to work?"


def talk(*turns: tuple[str, str]) -> Marks:
    """Give the marks of a transcript, a paragraph a turn."""
    text = "\n\n".join(words for _, words in turns)
    spoken, begin = [], 0
    for speaker, words in turns:
        spoken.append(Turn(speaker, Span("talk", begin, begin + len(words), words)))
        begin += len(words) + 2
    (marks,) = NewsReader().read([Document("talk", "transcript", text, turns=tuple(spoken))])
    return marks


def heard_in(*turns: tuple[str, str]) -> set[str]:
    """Give who has a voice in a transcript."""
    return {each.who for each in voices(talk(*turns)).values()}


def test_a_reporter_in_a_transcript_has_no_voice() -> None:
    """Neither a label that says so nor what stands around a question makes an objector."""
    found = heard_in(
        ("Mira Holt", "The ticket for the ferry is a fair one."),
        ("Reporter", f"Rowers call the charter a disgrace. {QUESTION}"),
        ("Mira Holt", "Six crowns is what the ferry needs."),
    )
    assert found == {"Mira Holt"}


def test_who_speaks_in_questions_alone_only_asks() -> None:
    """Thanks are no statement; a named reporter is known by asking and nothing else."""
    found = heard_in(
        ("Mira Holt", "The ticket for the ferry is a fair one."),
        ("Jonas Pell", f"Jonas Pell, Valley Courier. The lamps go out. {QUESTION}"),
        ("Mira Holt", "Six crowns is what the ferry needs."),
        ("Jonas Pell", "Thank you."),
    )
    assert found == {"Mira Holt"}


def test_who_says_what_they_reject_and_asks_objects() -> None:
    """A member of a council who asks at the end has said what she thinks."""
    found = heard_in(
        ("Mira Holt", "The ticket for the ferry is a fair one."),
        ("Orla Finn", "I reject a ticket of six crowns. Who is to pay it every morning?"),
    )
    assert found == {"Mira Holt", "Orla Finn"}


def test_one_alone_who_asks_is_no_talk() -> None:
    """A speech may be all questions."""
    assert heard_in(("Orla Finn", f"{QUESTION} Who asked for that?")) == {"Orla Finn"}


@pytest.mark.parametrize(
    "sentence",
    [
        "“Is six crowns not unbearable?” asked Jonas Pell, a harbour reporter for the Courier.",
        "“Is six crowns not unbearable?” the journalist Jonas Pell asked.",
        "“Is six crowns not unbearable?” a reporter from Vell asked.",
    ],
)
def test_the_question_of_a_reporter_is_nobodys(sentence: str) -> None:
    """In an article it is told who is a reporter."""
    assert sentence not in voices_of(f"Odd Lund, the mayor, welcomed the fee.\n\n{sentence}")


def test_the_question_of_somebody_else_is_theirs() -> None:
    """Who pays the fee may ask who is to pay it."""
    sentence = "“Who is to pay six crowns?” asked Tarn Oske, who leads the Rowers' Union."
    assert voices_of(f"Odd Lund welcomed the fee.\n\n{sentence}")[sentence] == "Tarn Oske"


@pytest.mark.parametrize(
    "sentence",
    [
        "Asked by a reporter whether six crowns was not far too much for a ticket, "
        "Mira Holt said it was a fair sum.",
        "Mira Holt said it was a fair sum when asked whether a ticket of six crowns "
        "was not far too much.",
    ],
)
def test_what_somebody_was_asked_is_not_their_word(sentence: str) -> None:
    """The blame is in the question, and the answer has none."""
    (marks,) = NewsReader().read([Document("article", "article", sentence)])
    (text,) = hear(marks).texts
    assert "too much" not in text
    assert "fair sum" in text
    assert not objectors(sentence)


def test_who_only_tells_what_a_point_says_does_not_object() -> None:
    """In the words of the point, and in no others; a word of one's own makes a stance."""
    point = "Tickets for the ferry shall cost six crowns, and families pay for two."
    assert only_tells("Tickets for the ferry cost six crowns.", point)
    assert not only_tells("Tickets for the ferry must not cost six crowns.", point)
    assert not only_tells("Six crowns for a ferry ticket?", point)
    assert not only_tells("Six crowns for the ferry are robbery.", point)
    text = "Odd Lund, the mayor, spoke. “Tickets for the ferry cost six crowns,” said Odd Lund."
    assert not objectors(text)
