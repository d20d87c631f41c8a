"""Sentences of news text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onix.model import Document, Turn
from onix.reading.grammar.sentences import find_sentences, split


def sentences(text: str) -> list[str]:
    """Give the words of each sentence."""
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Mr. Varga met Gen. Ruiz and Sen. Maria Holt.",
        "It passed, said Coun. Maria Holt of the town.",
        "The U.S. Senate and the U.N. Security Council voted.",
        "Paul R. Dean and J. K. Marsh signed it.",
        "It rose 3.5 percent to $1.25 million on Jan. 3.",
        "He works for Holt Inc. Chief Executive Dana Moss.",
        "The vote at 5 p.m. Tuesday was close.",
        "It began at 9:30 a.m. ET on the coast.",
        "It began at 9:30 a.m. New Halden time on the coast.",
        "The flight, No. 714, was late.",
        "“Why now?” Varga asked the committee.",
        "“Never!” the envoy said.",
        '"Is it over?" he asked.',
        "I ... think so.",
        "We waited … and waited.",
        "She sold it to Yahoo! Japan last week.",
        "WASHINGTON (AP) — Two people died.",
        "PARIS, Nov. 3 (Reuters) - Talks resumed.",
        "Robert Hale Jr. Foundation gave nothing.",
        "See the report at www.example.org/a.b?c=D for more.",
        "1. Buy less.",
        "They met in St. Louis, Mo. Governor Lane was absent.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(whole: str) -> None:
    """Abbreviations, initials, numbers, questions in quotes and datelines keep a sentence whole."""
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("He left the U.S. The next day he died.", ["He left the U.S.", "The next day he died."]),
        ("He met Barr . Lee came .", ["He met Barr .", "Lee came ."]),
        ("He said no. Then he left.", ["He said no.", "Then he left."]),
        ("“It is over.” He left.", ["“It is over.”", "He left."]),
        ('He said, "It is over." Then he left.', ['He said, "It is over."', "Then he left."]),
        ("“Go.” “Why?” “Because.”", ["“Go.”", "“Why?”", "“Because.”"]),
        ("In 2020. 15 people died.", ["In 2020.", "15 people died."]),
        ("Was it? It was! Good.", ["Was it?", "It was!", "Good."]),
        ("It ended at 5 p.m. The hall was empty.", ["It ended at 5 p.m.", "The hall was empty."]),
        ("He trailed off... The room was still.", ["He trailed off...", "The room was still."]),
        ("He trailed off . . . The room was.", ["He trailed off . . .", "The room was."]),
        (
            "He worked for Holt Inc. The firm failed.",
            ["He worked for Holt Inc.", "The firm failed."],
        ),
        ("It came in Nov. The talks ended.", ["It came in Nov.", "The talks ended."]),
        ("Neither did I. Nobody did.", ["Neither did I.", "Nobody did."]),
        ("the talks ended.The envoy left.", ["the talks ended.", "The envoy left."]),
        ("He went (and came back.) Nobody cared.", ["He went (and came back.)", "Nobody cared."]),
        ("A heading\nThe text. It goes on", ["A heading", "The text.", "It goes on"]),
        ("one\r\ntwo\u2028three\n\n  four  ", ["one", "two", "three", "four"]),
        ("• First point\n• Second point", ["• First point", "• Second point"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    """A stop, a question or an exclamation ends a sentence; so does the end of a line."""
    assert sentences(text) == expected


def test_a_turn_begins_a_sentence() -> None:
    """Two speakers never share a sentence, even on one line and without a stop."""
    text = "well I think VARGA: no you don't"
    plain = Document("t", "transcript", text)
    turns = (Turn("Holt", plain.span(0, 12)), Turn("Varga", plain.span(13, len(text))))
    document = Document("t", "transcript", text, turns=turns)
    assert [each.text for each in find_sentences(document)] == [
        "well I think",
        "VARGA: no you don't",
    ]


@given(st.text(alphabet=st.sampled_from("aB .!?…\n\r\u2028\"“”’'()-—1,"), max_size=200))
def test_sentences_cover_all_that_is_not_white_space(text: str) -> None:
    """Nothing is lost, nothing is there twice, and no sentence goes over a line break."""
    spans = split(text)
    covered = [False] * len(text)
    at = 0
    for start, end in spans:
        assert at <= start < end
        piece = text[start:end]
        assert piece == piece.strip()
        assert "\n" not in piece and "\r" not in piece and "\u2028" not in piece
        covered[start:end] = [True] * (end - start)
        at = end
    assert all(covered[i] or text[i].isspace() for i in range(len(text)))


@pytest.mark.parametrize(
    "unit", ["a", ".", "a. ", ".)", "? A", "“", " ", "\n", "x" * 39 + ".", "A.", "...", "a.B"]
)
def test_time_is_linear_on_hostile_text(unit: str) -> None:
    """Twice the text takes about twice the time, whatever it is made of."""
    text = unit * (100_000 // len(unit))
    split(text)
    took = []
    for times in (1, 8):
        began = time.process_time()
        split(text * times)
        took.append(time.process_time() - began)
    assert took[1] < 30 * took[0] + 0.2


WRAPPED = """The harbour bridge at Sorrin will close for a year from June, the port
authority said on Friday. "We have no choice but to close it, as the steel
is older than any of us," Marit Olsen, the head of the authority, told
reporters.

The council had asked for a delay until the autumn. Mayor Tomas Brenne
- does not know of any who would pay for the ferry if it is not the port
- does not want to
"""


def test_lines_that_were_wrapped_are_no_sentences() -> None:
    """Where the next word would not have fitted, a break means nothing; points stay apart."""
    said = [" ".join(WRAPPED[start:end].split()) for start, end in split(WRAPPED)]
    assert said[0].endswith("the port authority said on Friday.")
    assert said[1].startswith('"We have no choice') and said[1].endswith("told reporters.")
    assert said[3:] == [
        "Mayor Tomas Brenne",
        "- does not know of any who would pay for the ferry if it is not the port",
        "- does not want to",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bridge to close for a year, says the port authority\nFerry fares rise again in July",
        WRAPPED + "x" * 101,
        "The port\nauthority said\nthat it\nwould close\nthe bridge\nin June\n",
        "\n".join(
            ["A headline of some sixty characters that stands by itself here"] * 2
            + ["A short one of forty characters or so, and", "Bridge shut", "Fares up"] * 3
        ),
    ],
)
def test_lines_that_were_not_wrapped_are_sentences(text: str) -> None:
    """Headlines, verse and text of long lines keep their breaks."""
    assert not any("\n" in text[start:end] for start, end in split(text))
