"""Where what was said begins and ends, one sentence at a time."""

from __future__ import annotations

import pytest

from tests.reading.speech import Attributed, attributed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # as somebody said
        ("It rained for a week, as Dunn wrote.", [("Dunn", ["It rained for a week"])]),
        ("It rained for a week, as Dunn wrote in May.", [("Dunn", ["It rained for a week"])]),
        ("It rained, as Dunn told reporters outside.", [("Dunn", ["It rained"])]),
        ("The pier, as Dunn noted, had fallen.", [("Dunn", ["The pier", "had fallen"])]),
        ("As Dunn noted, the pier had fallen.", [("Dunn", ["the pier had fallen"])]),
        ("She left, as the crowd chanted in the rain.", [("the crowd", ["in the rain"])]),
        ("She left, as Dunn said that it rained.", [("Dunn", ["that it rained"])]),
        # what joins the next statement is no part of it
        (
            "Dunn said it had rained, though he added that it was late.",
            [("Dunn", ["it had rained"]), ("he", ["that it was late"])],
        ),
        # numbers
        ("Dunn said 40 people had left.", [("Dunn", ["40 people had left"])]),
        ("Dunn said Monday 40 people had left.", [("Dunn", ["40 people had left"])]),
        ("Dunn said May 12 that people had left.", [("Dunn", ["that people had left"])]),
        # what "that" tells of
        ("Dunn warned of floods that may come.", [("Dunn", ["of floods that may come"])]),
        ("Dunn said in May that it may rain.", [("Dunn", ["that it may rain"])]),
        ("Dunn said in a note that was old that it rained.", [("Dunn", ["that it rained"])]),
        (
            "Dunn said Monday the army was gone and that it rained.",
            [("Dunn", ["the army was gone and that it rained"])],
        ),
        # what somebody else wants
        (
            "If the clerks want to help, “there are ways,” Dunn said.",
            [
                ("the clerks", ["to help"]),
                ("Dunn", ["If the clerks want to help, “there are ways,”"]),
            ],
        ),
        (
            "And on Monday, after Dunn said it rained, the mayor praised the sale.",
            [("Dunn", ["it rained"]), ("the mayor", ["the sale"])],
        ),
        ("In May, Dunn urged the clerks to leave.", [("Dunn", ["to leave"])]),
        ("It would rain, Dunn told the clerks to cheers.", [("Dunn", ["It would rain"])]),
        # who the source is
        ("But, according to Dunn, it rained.", [("Dunn", ["it rained"])]),
        ("According to Dunn, a vet, it rained.", [("Dunn", ["it rained"])]),
        ("According to Dunn, head of the yard, it rained.", [("Dunn", ["it rained"])]),
        ("According to Dunn, who was there, it rained.", [("Dunn", ["it rained"])]),
        ("According to Dunn, the ship had sunk.", [("Dunn", ["the ship had sunk"])]),
        ("According to Dunn, a vet had left.", [("Dunn", ["a vet had left"])]),
        ("According to Dunn, a vet left.", [("Dunn", ["a vet left"])]),
        ("According to Dunn, a vet “never left” it.", [("Dunn", ["a vet “never left” it"])]),
        ("According to Dunn, a vet, and a clerk.", [("Dunn", ["a vet, and a clerk"])]),
    ],
)
def test_what_was_said_is_neither_who_nor_when(text: str, wanted: Attributed) -> None:
    """Nor what a relative clause tells, nor where it was written."""
    assert attributed(text) == wanted
