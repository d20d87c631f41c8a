"""Several who say something together, before the verb and behind it."""

from __future__ import annotations

import pytest

from tests.reading.speech import attributed, quotes, source


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The road was cut on Tuesday, doctors and residents said, a day before the feast.",
            ("doctors and residents", ["The road was cut on Tuesday", "a day before the feast"]),
        ),
        (
            "The mine will close, two officials and a union leader said.",
            ("two officials and a union leader", ["The mine will close"]),
        ),
        (
            "The mine, workers and managers say, will close.",
            ("workers and managers", ["The mine", "will close"]),
        ),
        (
            "Doctors, nurses and displaced residents said the road was cut.",
            ("Doctors, nurses and displaced residents", ["the road was cut"]),
        ),
        (
            "Mayor Mark Dunn and two officials said it rained.",
            ("Mayor Mark Dunn and two officials", ["it rained"]),
        ),
        # behind the verb
        (
            "Prices rose after a storm, said traders and analysts.",
            ("traders and analysts", ["Prices rose after a storm"]),
        ),
        (
            "Prices rose after a storm, said the mayor and two of his aides.",
            ("the mayor and two of his aides", ["Prices rose after a storm"]),
        ),
        (
            "Prices rose, according to officials and union leaders.",
            ("officials and union leaders", ["Prices rose"]),
        ),
        # "and" joins another clause
        (
            "The council met residents and officials said it rained.",
            ("officials", ["it rained"]),
        ),
    ],
)
def test_several_are_one_source(text: str, wanted: tuple[str, list[str]]) -> None:
    """All whom "and" joins are who says so, and what they say goes up to them."""
    assert wanted in attributed(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“It rained,” officials and union leaders said.", "officials and union leaders"),
        ("“It rained,” said doctors and a union leader.", "doctors and a union leader"),
        ("“It rained,” he and his wife said in a letter.", "he and his wife"),
    ],
)
def test_several_speak_beside_a_quotation(text: str, wanted: str) -> None:
    """A quotation is theirs who are named beside it, all of them."""
    (quote,) = quotes(text)
    assert source(quote) == wanted


@pytest.mark.parametrize(
    "several",
    [
        "Two officials and Ilse Varga",
        "Ilse Varga and her aides",
        "The mayor and the clerk",
        "Both Ilse Varga and the clerk",
        "Norvik and Harbour Board",
        "Harbour Board and Norvik",
    ],
)
def test_nobody_is_named_who_speaks_with_others(several: str) -> None:
    """What officials and a minister say together is no one person's."""
    *_, quote = quotes(f"Ilse Varga, the mayor, left.\n\n{several} said it rained.")
    assert source(quote) == several
    assert quote.speaker is None


def test_a_pronoun_with_others_is_nobody() -> None:
    """She alone is somebody who was named; she and her aides are several."""
    said = "Ilse Varga, the mayor, left. {} said it rained."
    (alone,) = quotes(said.format("She"))
    (several,) = quotes(said.format("She and her aides"))
    (two,) = quotes(said.format("At noon, she and Tom Reyes"))
    assert (alone.speaker, several.speaker, two.speaker) == ("Ilse Varga", None, None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Prices fell because a rival, Lund Air, put on flights, said Ilse Varga, who sells.",
            ("Ilse Varga", ["Prices fell because a rival, Lund Air, put on flights"]),
        ),
        (
            "Prices rose as the port, the only one, was shut, said Ilse Varga, an analyst.",
            ("Ilse Varga", ["Prices rose as the port, the only one, was shut"]),
        ),
        (
            "Prices rose as the port, the only one, was shut, says economist Ilse Varga.",
            ("economist Ilse Varga", ["Prices rose as the port, the only one, was shut"]),
        ),
        (
            "The change, said Ilse Varga and others, would be clear.",
            ("Ilse Varga and others", ["The change", "would be clear"]),
        ),
        (
            "Another pollster, Tom Roe of Riga College, said his survey showed a lead.",
            ("Tom Roe of Riga College", ["his survey showed a lead"]),
        ),
        (
            "Prices rose as the port, the only one, was shut, said two officials.",
            ("two officials", ["Prices rose as the port, the only one, was shut"]),
        ),
        (
            "Ilse Varga, the mayor, said Tom Roe, her deputy, had left.",
            ("Ilse Varga", ["Tom Roe, her deputy, had left"]),
        ),
    ],
)
def test_who_stands_behind_the_verb(text: str, wanted: tuple[str, list[str]]) -> None:
    """Whoever ends a sentence behind "said" says what stands before, whatever else it names."""
    assert attributed(text) == [wanted]


def test_who_is_named_next_is_another() -> None:
    """An unnamed source is not whom the next statement of the sentence names."""
    first, second = quotes(
        "The fire began there, according to an investigator, and Ilse Varga, the prosecutor, said "
        "the owners would be heard."
    )
    assert (source(first), first.speaker) == ("an investigator", None)
    assert second.speaker == "Ilse Varga"
