"""Whose a sentence is: bodies by their place in it, and questions by whoever goes on from them."""

from __future__ import annotations

import pytest

from tests.jobs.compare.objections.test_objectors import voices_of


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("On pensions the Retired Ferrymen would settle for half.", "Retired Ferrymen"),
        ("The transport company OVT said that it would lose half of its fares.", "OVT"),
        ("Four lamps are one too many, according to the Sleepers of Orm.", "Sleepers of Orm"),
        ("No lamp has ever woken anybody, thinks the Lamplighters' Ring.", "Lamplighters' Ring"),
    ],
)
def test_a_body_is_heard_wherever_its_verb_shows_it(sentence: str, who: str) -> None:
    """A name of several words with a verb of its own speaks, also where no list knows it."""
    text = f"Odd Lund, the mayor, welcomed the plan on Monday. {sentence}"
    assert voices_of(text)[sentence] == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Cllr Moe moved an amendment to the fee.", "Moe"),
        ("Ms Berg considered the fee too high.", "Berg"),
        ("10.02 The Liberals have tabled an amendment.", "Liberals"),
        ("18.31 The Rowers' Union rejects the fee.", "Rowers' Union"),
        # Whom something is done to, and whoever is only what they do, say nothing.
        ("Nobody wants Mr Moe back.", None),
        ("Officers introduced the paper.", None),
        ("The Alps are high.", None),
    ],
)
def test_minutes_and_live_pages_name_whoever_speaks_shortly(sentence: str, who: str | None) -> None:
    """By a title and a family name, or as a party behind the hour."""
    assert voices_of(f"The alps are high, and a plan was read.\n\n{sentence}").get(sentence) == who


def test_it_goes_on_where_it_objects() -> None:
    """ "It opposed the fee" is of the body named before."""
    found = voices_of("The Rowers' Union praised the bench. It opposed the fee.")
    assert found["It opposed the fee."] == "Rowers' Union"


def test_the_end_of_a_list_of_places_is_no_body() -> None:
    """Behind "in" a list of names is one of places, however many "and" joins."""
    sentence = "Under the draft, the schools in Hallow, Birk and Tarrant would become one."
    assert voices_of(f"The county wants to charge parents. {sentence}") == {}
    union = "The fee is high. In the council, Friends and Growers of Vell rejected it."
    assert "Friends and Growers of Vell" in voices_of(union).values()


def test_a_question_is_of_whoever_says_the_rest() -> None:
    """A question that nobody is named in belongs to the next voice, not to the one before."""
    found = voices_of(
        "Odd Lund welcomed the fee. Four crowns for a bench? "
        "The Rowers' Union will not pay them, it said."
    )
    assert found["Four crowns for a bench?"] == "Rowers' Union"


def test_a_question_of_one_voice_stays_with_it() -> None:
    """Where nobody else goes on, a question is of whoever spoke before."""
    found = voices_of("Odd Lund rejected the fee. Who would pay for a bench?")
    assert found["Who would pay for a bench?"] == "Odd Lund"


@pytest.mark.parametrize(
    "sentence",
    [
        "Under it, the mill at Tolly Quay will close in May.",
        "The county presented a plan for its indebted Lake Ferries that would halve them.",
    ],
)
def test_what_stands_somewhere_or_is_owned_says_nothing(sentence: str) -> None:
    """A mill at a quay and a firm that a plan is for have no word in it."""
    assert voices_of(f"The plan was put forward on Monday. {sentence}") == {}
