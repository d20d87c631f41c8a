"""By whom a document is that a draft goes back to."""

from __future__ import annotations

import pytest

from tests.verify.test_facts import found, marks_of, wrong


@pytest.mark.parametrize(
    ("source", "draft", "words"),
    [
        (
            "The weir at Sundby would not stand a flood of three metres, a report by the college "
            "of engineers said in May.",
            "The weir at Sundby would not stand a flood of three metres, according to a report by "
            "the county council.",
            "report by the county council",
        ),
        (
            "The lake has fallen by 14 centimetres since 2021, according to a study by the "
            "University of Ostby.",
            "The lake has fallen by 14 centimetres since 2021, figures released by the "
            "company show.",
            "figures released by the company",
        ),
        (
            "A report written for the board in 2018 by the accountants Falk Hagen warned that one "
            "clerk could open the barn alone.",
            "One clerk could open the barn alone, the inspectorate's review warned in 2018.",
            "inspectorate's review",
        ),
        (
            "Of 104 skippers 61 find the harbour unsafe, a survey of skippers made by the union "
            "shows.",
            "Of 104 skippers 61 find the harbour unsafe, a survey by the ministry shows.",
            "survey by the ministry",
        ),
        (
            "In emails from inside the mill that were obtained by the Sundby Courier, a foreman "
            "warned of the pump.\nOn 4 May the foreman asked for 900 crowns to mend the pump.",
            "In emails released by the union, the foreman asked for 900 crowns to mend the pump.",
            "emails released by the union",
        ),
    ],
)
def test_a_document_of_somebody_else(source: str, draft: str, words: str) -> None:
    """By "by", "released by" or an owner, and by an outlet that was handed it."""
    told = [mine for mine, _ in wrong(found([marks_of(source, "one")], draft, "attribution"))]
    assert any(words in each for each in told)


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (
            "The weir at Sundby would not stand a flood, a report by the county's engineers said.",
            "The weir at Sundby would not stand a flood, the county said in a report.",
        ),
        (
            "The weir at Sundby would not stand a flood, said a report by the firm Falk Hagen.",
            "The weir at Sundby would not stand a flood, a report by Falk Hagen says.",
        ),
        (
            "The brewery, in a report by its own chemists, puts the fall of the lake at 14 "
            "centimetres.",
            "The lake has fallen by 14 centimetres, a report by the brewery says.",
        ),
        (
            "The weir would not stand a flood, said a report that the Courier has seen.",
            "The weir would not stand a flood, said a report on 4 May seen by the Courier.",
        ),
    ],
)
def test_a_document_of_the_same(source: str, draft: str) -> None:
    """Whoever works for them, the firm by its name, and one of which nobody tells whose it is."""
    assert not list(wrong(found([marks_of(source, "one")], draft, "attribution")))


def test_an_outlet_in_the_next_sentence_is_no_credit_for_a_claim() -> None:
    """Whose view something is has to be said, whoever printed a message about something else."""
    source = (
        "Four members dissent. In their view the county's refusal in May 2023 to pay for a second "
        "pump was the root of the flood."
    )
    draft = (
        "The root of the flood was the county's refusal in May 2023 to pay for a second pump. A "
        "message, which the Sundby Courier was the first to print, called the pump “a joke”."
    )
    told = [mine for mine, _ in wrong(found([marks_of(source, "one")], draft, "attribution"))]
    assert any(each.startswith("The root of the flood") for each in told)
