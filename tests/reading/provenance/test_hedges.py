"""Hedges are found outside quote marks only, each with the clause it covers."""

from __future__ import annotations

import pytest

from onix.model import Document, Turn
from onix.reading.provenance.hedges import find_hedges
from tests.reading.speech import document, hedges


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The envoy reportedly left on Monday.", "reportedly"),
        ("Reportedly, the envoy left.", "Reportedly"),
        ("He allegedly took the keys.", "allegedly"),
        ("The alleged thief was seen.", "alleged"),
        ("It is an unconfirmed report.", "unconfirmed"),
        ("The pier appears to be lost.", "appears to"),
        ("What seems to be the first draft was found.", "What seems to be"),
        ("She is believed to have left.", "is believed to"),
        ("She was widely believed to have left.", "was widely believed to"),
        ("The envoy may have left.", "may have"),
        ("The board claimed that the pier was safe.", "claimed"),
        ("It was not clear who paid.", "was not clear"),
        ("The tape has not been independently verified.", "has not been independently verified"),
        ("The so-called council met.", "so-called"),
        ("It was sold, according to Reyes.", "according to"),
        ("It was sold, the board claimed.", "claimed"),
        ("Reyes claims a “large” offer was made.", "claims"),
        ("Three women allege that he took the keys.", "allege"),
        ("A man accused of theft was seen.", "accused of"),
        ("The other, said to be a rival, has left.", "said to be"),
        ("Who paid is not known.", "is not known"),
        ("Who paid has not been established.", "has not been established"),
        ("It seems they lost.", "It seems"),
        ("It is understood that he left.", "It is understood that"),
        ("It was reported that he left.", "It was reported that"),
        ("The Ledger could not verify the tape.", "could not verify"),
        ("The board was unable to verify that.", "unable to verify"),
        ("The Ledger has not been able to confirm that.", "has not been able to confirm"),
        ("The pier will probably be sold.", "probably"),
        ("The pier is likely to be sold.", "is likely to"),
        ("Reyes insists the price is “fair”.", "insists"),
        ("Scientists suspect that the tide is to blame.", "suspect"),
        ("It's unclear who paid.", "'s unclear"),
        ("It’s not clear who paid.", "’s not clear"),
        ("He spoke of a ward where, she claimed, votes came late.", "claimed"),
        ("The boats, he suspects, were lost.", "suspects"),
        ("The board waits, since Corvane claims they are its own.", "claims"),
        ("He claimed on the radio that the pier was safe.", "claimed"),
        ("He was heard, it is said, by two navies.", "it is said"),
        ("It is said to be old.", "is said to"),
        ("The permit, it now appears, is old.", "it now appears"),
        ("There were rumours that the pier was lost.", "There were rumours"),
        ("A sailor was missing and feared drowned.", "feared drowned"),
        ("It was sold for a reported 28 million.", "a reported"),
    ],
)
def test_words_that_do_not_vouch_are_hedges(text: str, words: str) -> None:
    """Adverbs, adjectives, verbs of seeming and passives of reporting."""
    assert [hedge.span.text for hedge in hedges(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy may leave on Monday.",
        "He could have won with one more vote.",
        "The group claimed responsibility.",
        "The claims were read in court.",
        "The suspect said that he had left.",
        "Reyes insisted on “a vote” in May.",
        "She claimed a seat in May.",
        "He answered all of the claims that day.",
        "“It is reportedly true,” she said.",
        "The report was written in May.",
        "The storm claimed fourteen lives.",
        "They will claim damages.",
        "He has not been accused of theft.",
        "He was supposed to leave in May.",
        "The game went according to plan.",
        "She might have won in May.",
        "He was a witness and not a suspect, she stressed.",
        "It declined to comment on the claim, and nobody insists.",
    ],
)
def test_possibility_and_nouns_are_no_hedges(text: str) -> None:
    """What may happen, what is only a noun, and what a speaker says stay out."""
    assert hedges(text) == ()


def test_a_hedge_covers_its_clause() -> None:
    """What stands behind "but" or a semicolon is not touched by it."""
    (hedge,) = hedges("The pier was reportedly sold, but nobody has seen the contract.")
    assert hedge.covers is not None
    assert hedge.covers.text == "The pier was reportedly sold"
    (hedge,) = hedges("The board met; the pier was reportedly sold.")
    assert hedge.covers is not None
    assert hedge.covers.text == "the pier was reportedly sold"


def test_a_hedge_outside_of_any_sentence_is_left_out() -> None:
    """Hedges belong to sentences."""
    read = document("He reportedly left.")
    assert find_hedges(read, (), ()) == ()


def test_transcripts_have_no_hedges() -> None:
    """Every word of a transcript is a speaker's."""
    text = "REYES: He reportedly left."
    turn = Turn("Tom Reyes", document(text).span(7, 26))
    read = Document("d", "transcript", text, turns=(turn,))
    assert find_hedges(read, (read.span(0, 26),), ()) == ()
