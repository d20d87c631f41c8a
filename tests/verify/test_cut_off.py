"""What a quotation's sense hangs on is missed where it was cut off, at either end."""

from __future__ import annotations

import pytest

from onix.model import Document
from tests.verify.hearing import checked, shelve
from tests.verify.test_verdicts import transcript


@pytest.mark.parametrize(
    ("said", "kind", "left_out"),
    [
        ("If the guild agrees, we will pay for the pier.", "condition", "If the guild agrees"),
        ("And unless it rains, we will pay for the pier.", "condition", "And unless it rains"),
        ("I doubt that we will pay for the pier.", "cut", "I doubt that"),
        ("I don’t really think we will pay for the pier.", "cut", "I don’t really think"),
        ("Nobody told me that we will pay for the pier.", "cut", "Nobody told me that"),
        ("It is not true that we will pay for the pier.", "cut", "It is not true that"),
        ("We asked whether we will pay for the pier.", "condition", "We asked whether"),
        ("If we are asked we will pay for the pier.", "condition", "If we are asked"),
        ("We will pay for the pier, as long as it holds.", "condition", "as long as it holds"),
        ("We will pay for the pier, assuming it holds.", "condition", "assuming it holds"),
    ],
)
def test_what_the_words_hang_on_is_missed(said: str, kind: str, left_out: str) -> None:
    """All words are there, and they say another thing without those around them."""
    tape = shelve(transcript(("Sven Aalto", f"You asked for it. {said} That is all.")))
    verdict = checked("We will pay for the pier", "Sven Aalto", against=tape)
    assert (verdict.label, verdict.omission) == ("trimmed", "silent")
    assert verdict.meaning_changed
    (found,) = verdict.differences
    assert (found.kind, found.source and found.source.text) == (kind, left_out)


@pytest.mark.parametrize(
    "said",
    [
        "If you ask me, we will pay for the pier.",
        "There is no doubt that we will pay for the pier.",
        "I don't think so. We will pay for the pier.",
        "If we win, we stay, we will pay for the pier.",
        "If I believe we will pay for the pier, I say so.",
        "We will pay for the pier, and if you like it, you may walk on it.",
        "I said that we will pay for the pier.",
    ],
)
def test_what_nothing_hangs_on_is_not_missed(said: str) -> None:
    """A manner of speaking, another sentence, a thing said beside it."""
    tape = shelve(transcript(("Sven Aalto", said)))
    verdict = checked("We will pay for the pier", "Sven Aalto", against=tape)
    assert not verdict.meaning_changed
    assert verdict.omission is None


@pytest.mark.parametrize("bound", ["Up to", "At least", "More than", "Some"])
def test_that_a_number_is_not_exact_is_missed(bound: str) -> None:
    """ "Up to forty" is not forty."""
    tape = shelve(transcript(("Sven Aalto", f"{bound} forty boats may lie at the pier.")))
    verdict = checked("Forty boats may lie at the pier", "Sven Aalto", against=tape)
    assert (verdict.label, verdict.meaning_changed) == ("trimmed", True)
    (found,) = verdict.differences
    assert (found.kind, found.source and found.source.text) == ("quantifier", bound)


def test_what_somebody_refused_to_do_is_not_what_they_did() -> None:
    """Nor what they failed to do."""
    tape = shelve(transcript(("Sven Aalto", "The guild refused to pay for the pier in May.")))
    verdict = checked("Pay for the pier in May", "Sven Aalto", against=tape)
    assert verdict.meaning_changed
    assert verdict.differences[0].source and verdict.differences[0].source.text.endswith("to")


def test_a_second_condition_belongs_to_the_first() -> None:
    """Of "if …, and if …" both were said of it."""
    words = "We agree if all of it is mended, and if an inspector stands by."
    tape = shelve(transcript(("Sven Aalto", words)))
    verdict = checked("We agree if all of it is mended", "Sven Aalto", against=tape)
    assert verdict.meaning_changed
    assert verdict.differences[0].kind == "condition"


def test_what_another_says_before_is_nothing_left_out() -> None:
    """A turn begins with its speaker's own words."""
    tape = shelve(
        transcript(("Petra Holm", "I do not think"), ("Sven Aalto", "we will pay for the pier"))
    )
    verdict = checked("We will pay for the pier", "Sven Aalto", against=tape)
    assert not verdict.meaning_changed


def test_a_condition_ends_with_the_quotation() -> None:
    """What an article says behind the marks is no part of what was left out."""
    text = "“We will pay for the pier, but only if it holds in spring,” Sven Aalto added on Friday."
    tape = shelve(Document("paper", "article", text))
    verdict = checked("We will pay for the pier", "Sven Aalto", against=tape)
    assert [each.source and each.source.text for each in verdict.differences] == [
        "but only if it holds in spring"
    ]
