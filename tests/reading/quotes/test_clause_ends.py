"""Words told in a clause end where the sentence around goes on; and verbs that tell nothing."""

from __future__ import annotations

import pytest

from tests.reading.speech import attributed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The memo that warned of a crack was opened on Monday.", "of a crack"),
        ("A clerk who complained about the noise has left the town.", "about the noise"),
        ("Goods that buyers want to have by June may be late.", "to have by June"),
        ("A clerk who said that the pier was safe was moved.", "that the pier was safe"),
        ("A clerk who warned of a crack, also had a map.", "of a crack"),
        ("Orr, who the file described as “drowsy,” told the guard so.", "as “drowsy,”"),
    ],
)
def test_a_relative_clause_ends_with_the_verb_of_its_sentence(text: str, told: str) -> None:
    """No comma tells it: what follows is of whoever the clause describes."""
    assert attributed(text)[0][1] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "The memo that warned of a crack and was opened on Monday held a map.",
        "A clerk who asked when the pier was closed was moved.",
        "It was the memo that warned of a crack that was old.",
        "A clerk who wants to sell it can do so, he says.",
    ],
)
def test_a_clause_goes_on_where_nothing_tells_its_end(text: str) -> None:
    """A joined verb and one of an inner clause are no verbs of the sentence around."""
    assert not any(
        content.endswith(("a crack", "the pier", "sell it"))
        for _, contents in attributed(text)
        for content in contents
    )


@pytest.mark.parametrize(
    "text",
    [
        "TRAVEL:Long delays expected to mount as the storm moves on",
        "The storm – expected to grow this week – could close roads.",
        "Former mayor Odd Lund, once considered a favourite, left the council on April 14.",
        "THE LAW EXPLAINED:Can a cat own a house?",
        "WHAT IS A CYCLONE? A winter storm, explained",
        "Dozens of talks to discuss the plan are due in May.",
        "More than half of U.S. states are under a warning.",
        "The southern U.S. states into the valley can expect snow.",
    ],
)
def test_what_is_foreseen_or_a_rubric_is_said_by_nobody(text: str) -> None:
    """A passive without an auxiliary, a rubric and a plural noun are no verbs of saying."""
    assert attributed(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mayor expected to win by a mile.", "The mayor"),
        ("Lund states that the pier is public.", "Lund"),
        ("The voters considered a wall too high.", "The voters"),
    ],
)
def test_who_expects_or_states_something_does(text: str, source: str) -> None:
    """Somebody has a subject's place before the same verbs."""
    assert [who for who, _ in attributed(text)] == [source]


def test_a_court_is_told_of_something() -> None:
    """ "Of" opens what a court is told, and is part of its name in "the Court of Appeal"."""
    told = attributed("A clerk told the court of a crack in the wall and of a leak.")
    assert told == [("A clerk", ["of a crack in the wall and of a leak"])]
    told = attributed("A clerk told the Court of Appeal that it was late.")
    assert told == [("A clerk", ["that it was late"])]


def test_what_is_said_of_an_answer_is_no_question() -> None:
    """ ", which the office said was wrong" tells of the number, and nobody asks it."""
    text = "The page asked for a card number, which the office later said was an error."
    assert [who for who, _ in attributed(text)] == ["the office"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The clinic where he had been treated said he died at noon.", "The clinic"),
        (
            "Rail plays down the delays with firm spokesman Tom Orr saying it is “late.”",
            "firm spokesman Tom Orr",
        ),
        (
            "The Herald reported that Orr denied it, telling the paper that it is “a tiny axe.”",
            "Orr",
        ),
        ("Rail “was late”, said the Herald’s arts and books reporter, Ann Orr.", "Ann Orr"),
    ],
)
def test_who_tells_something_is_found_around_a_clause(text: str, source: str) -> None:
    """Neither who was treated, nor all before "with", nor the paper that is told it says so."""
    assert attributed(text)[-1][0] == source


@pytest.mark.parametrize(
    "text",
    [
        "Norvik in November recalled more than 248,000 of its heavy trucks over a fire risk.",
        "Some toys recalled in 2022 are still in shops.",
        "A growing number of U.S. states – now 33 – are under a warning.",
    ],
)
def test_goods_that_are_recalled_are_no_memory(text: str) -> None:
    """Who calls goods back by the thousand, or in a year, tells nothing; nor do the states."""
    assert attributed(text) == []


def test_what_somebody_recalls_is_told() -> None:
    """A clause or a thing that somebody remembers is."""
    assert attributed("Lund recalled that the pier was old.") == [
        ("Lund", ["that the pier was old"])
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "“How can it be?” Tarn Harbour Ministry spokesperson Ann Orr said.",
            "Tarn Harbour Ministry spokesperson Ann Orr",
        ),
        ("After Lund’s briefing, the envoy, Ann Orr, said it was “late.”", "Ann Orr"),
    ],
)
def test_whose_words_they_are_is_told_behind_them(text: str, source: str) -> None:
    """What somebody is may stand in small letters in a name, and a briefing is no verb."""
    assert attributed(text)[0][0] == source
