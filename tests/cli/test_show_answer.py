"""What a reader sees of an answer: the record's words, who said them, and where they stand."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from onix.cli.show_answer import answer_blocks
from onix.cli.terminal import write
from onix.jobs.sources import day, headline, when
from onix.model import Answer, Citation, Mention, Span, Statement, TimeExpression
from tests.cli.answers import ANSWERED, DISPUTED, PAPER, REFUSED, WHO, WIRE, YES


def shown(answer: Answer) -> str:
    """Everything that is printed for the answer when it is piped."""
    stream = io.StringIO()
    write(answer_blocks(answer), stream)
    return stream.getvalue()


def test_an_answer_shows_words_speaker_time_hedge_and_source() -> None:
    """The sentence comes first with the answer words marked, then what to know of it."""
    assert shown(ANSWERED) == (
        "The envoy, **Pavel Dorin**, reportedly called the minister twice. [1]\n"
        "  said by Ana Vesk · when: 4 March 2025 (“Tuesday”) · hedged: “reportedly” "
        "· over 90 % sure that this answers\n"
        "\n"
        "[1] Northern Wire · 4 March 2025 · Envoy called minister\n"
        "    https://wire.example/envoy?a=1&b=2\n"
        "    3 near-copies in the record, goes back to Northern Wire, the record keeps another "
        "version of it, corrected by the outlet.\n"
    )


@pytest.mark.parametrize(
    ("confidence", "said"), [(0.02, "about 10 %"), (0.44, "about 40 %"), (0.951, "over 90 %")]
)
def test_how_sure_an_answer_is_is_said_in_tens(confidence: float, said: str) -> None:
    """No finer than it is known, and never certain."""
    (statement, *_) = ANSWERED.statements
    answer = replace(ANSWERED, statements=(replace(statement, confidence=confidence),))
    assert f"{said} sure that this answers" in shown(answer)


def test_readings_that_differ_stand_side_by_side() -> None:
    """A disputed answer shows each reading once with its source, and how many origins."""
    assert shown(DISPUTED) == (
        "The record holds different readings of “how often the envoy called”:\n"
        "  – The envoy, Pavel Dorin, reportedly called the minister **twice**. [1]\n"
        "      over 90 % sure that this answers\n"
        "  – The envoy called **once**, the ministry said. [2]\n"
        "      over 90 % sure that this answers\n"
        "\n"
        "[1] Northern Wire · 4 March 2025 · Envoy called minister\n"
        "    https://wire.example/envoy?a=1&b=2\n"
        "[2] The Lowland Post · 5 March 2025 · One call, *says* [ministry]\n"
        "    javascript:alert(1)\n"
        "\n"
        "2 outlets carry this; it goes back to 1 origin: Northern Wire.\n"
    )


def test_a_refusal_says_what_is_missing_and_shows_the_nearest_miss() -> None:
    """Nothing is marked as an answer when the record has none."""
    text = shown(REFUSED)
    assert text.startswith("Not in the record. Nothing in 2 documents says who paid")
    assert "The nearest it comes, which does not answer:\n  The envoy, Pavel Dorin" in text
    assert "**" not in text
    assert "[1] Northern Wire" in text


def test_yes_and_no_come_before_the_sentence() -> None:
    """A yes/no question is answered with the stance the sentence takes."""
    assert shown(YES).startswith("Yes: The envoy called once, the ministry said. [1]\n")


def test_two_sentences_of_one_document_share_its_number() -> None:
    """A document is listed once however often it is cited."""
    answer = replace(ANSWERED, statements=(WHO, replace(WHO, answer=None)))
    assert shown(answer).count("[1] Northern Wire") == 1
    assert "[2]" not in shown(answer)


def test_the_right_one_of_two_equal_words_is_marked() -> None:
    """When a word stands twice in a sentence, its offset says which one answers."""
    text = "Dorin told Dorin."
    span = Span("d", 11, 16, "Dorin")
    statement = Statement(text, span, (Citation(Span("d", 0, 17, text)),))
    assert shown(Answer("Who?", statements=(statement,))).startswith("Dorin told **Dorin**. [1]")


def test_when_somebody_said_so_is_shown_beside_who() -> None:
    """The text's own words for the occasion stand behind the speaker, in quote marks."""
    statement = replace(WHO, occasion=Span("wire-2", 0, 8, "in court"))
    assert "said by Ana Vesk · “in court”" in shown(Answer("Who?", statements=(statement,)))


def test_whom_a_pronoun_means_is_said_once() -> None:
    """Both words for one man are told together; the speaker is named already."""
    he, she = Span("wire-2", 0, 2, "He"), Span("wire-2", 9, 12, "she")
    meant = (Mention(he, "person", "Odd Lund"), Mention(she, "person", "Ana Vesk"))
    statement = replace(WHO, meant=(*meant, meant[0]))
    assert "said by Ana Vesk · “He” is Odd Lund ·" in shown(Answer("Who?", statements=(statement,)))


def test_an_answer_that_is_not_in_the_sentence_is_not_invented() -> None:
    """Words that do not stand in the sentence are not marked anywhere."""
    statement = replace(WHO, answer=Span("other", 0, 4, "Nemo"), hedges=())
    assert "Nemo" not in shown(Answer("Who?", statements=(statement,)))


def test_a_source_that_hides_commands_is_shown_as_words() -> None:
    """Titles and sentences with terminal commands in them come out harmless."""
    text = "He \x1b[2Jsaid no."
    citation = Citation(Span("d", 0, len(text), text), title="A\x1b]0;b\x07C")
    shown_text = shown(Answer("What?", statements=(Statement(text, None, (citation,)),)))
    assert "\x1b" not in shown_text
    assert "He said no. [1]" in shown_text
    assert "[1] AC" in shown_text


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2025-03-04T23:30:00-05:00", "4 March 2025"),
        ("2025-03", "March 2025"),
        ("2025", "2025"),
        (None, "no date"),
    ],
)
def test_dates_are_as_precise_as_what_is_known(published: str | None, said: str) -> None:
    """A month stays a month; the day is that of the outlet's own zone."""
    assert day(published) == said


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        ({"outlet": "Courier"}, "Courier · no date"),
        ({"outlet": "Courier", "published": "2025", "title": "Yes"}, "Courier · 2025 · Yes"),
        ({"address": "calls/lund-call.vtt", "title": "lund call"}, "lund-call.vtt"),
        ({"address": "calls/7.vtt", "title": "Lund calls"}, "7.vtt · Lund calls"),
        ({"title": "Lund calls", "published": "2025-03-04"}, "4 March 2025 · Lund calls"),
        ({"address": "https://courier.example/a"}, "d"),
        ({}, "d"),
    ],
)
def test_a_source_is_called_what_is_known_of_it(citation: dict[str, str], said: str) -> None:
    """A tape of one's own by its file, an article without a date as one without a date."""
    assert headline(Citation(Span("d", 0, 1, "a"), **citation)) == said  # type: ignore[arg-type]


def test_a_time_is_shown_as_days_and_as_words() -> None:
    """A span of days shows both ends, but a month or a year; without a day there are its words."""
    span = WIRE.span(17, 24)
    week = TimeExpression(span, "DATE", "2025-W10", None, "2025-03-03", "2025-03-09")
    assert when(week) == "3 March 2025 to 9 March 2025 (“Tuesday”)"
    assert when(TimeExpression(span, "DURATION", "P1D")) == "“Tuesday”"
    year = TimeExpression(span, "DATE", "2024", None, "2024-01-01", "2024-12-31")
    assert when(year) == "2024 (“Tuesday”)"
    month = TimeExpression(span, "DATE", "2024-02", None, "2024-02-01", "2024-02-29")
    assert when(month) == "February 2024 (“Tuesday”)"


def test_no_answer_shows_nothing() -> None:
    """An answer without anything in it prints no empty lines."""
    assert shown(Answer("?")) == ""
    assert PAPER.day is not None
