"""Facts that a draft tells in other words: what is another than the record's, what the same."""

from __future__ import annotations

import pytest

from tests.verify.test_facts import found, marks_of, wrong

REPORT = (
    "The ferry Sula failed an inspection on 14 January 2026, in which 0.9 nanograms of the toxin "
    "were found in each millilitre of its drinking water.\n\n"
    "The harbour board, two days before the owners were due to resume talks with the crews, took "
    "in 36 complaints about the ferry: from 20 women, 9 children and 7 men.\n\n"
    "The board found that the life jackets in 47 of the 180 lockers were mouldy.\n\n"
    "Net spending on the ferries is put at 612 million crowns, 14 million crowns less than in the "
    "current year.\n\n"
    "The chief executive at the time, Odd Lervik, decided to sail on. In the minority's view the "
    "ministry's refusal to pay for a second dock was the root of the failure.\n\n"
    "Traces on the hull are consistent with a collision with a container.\n\n"
    "Ida Kolstad studied at the Norvik Conservatory until 1995 and plays the organ on board.\n\n"
    "The complaints are to be answered by a committee under Professor Jan Luyten.\n\n"
    "The dead had been cleaning a tank, according to the seamen's union Strand, whose secretary, "
    "Gro Mathisen, said members had twice complained in writing about the mould since November."
    "\n\n"
    "Asbjørn McCorquodale\n\nDirector of Finance\n"
)


@pytest.mark.parametrize(
    ("kind", "draft", "words"),
    [
        ("date", "The ferry failed an inspection on Thursday 14 January.", "Thursday 14 January"),
        ("date", "The ferry failed an inspection on Wednesday 14 January.", ""),
        (
            "figure",
            "There were 0.9 micrograms of the toxin in each millilitre of the ferry's drinking "
            "water at the inspection.",
            "0.9 micrograms",
        ),
        (
            "date",
            "The harbour board took in 36 complaints about the ferry two days after the owners had "
            "resumed talks with the crews.",
            "two days after",
        ),
        (
            "date",
            "Two days after the harbour board took in 36 complaints about the ferry, the owners "
            "were due to resume talks with the crews.",
            "",
        ),
        (
            "figure",
            "Of the complaints about the ferry that the harbour board took in, 20 of them children "
            "had made.",
            "20",
        ),
        ("figure", "The life jackets in 180 lockers were mouldy, the board found.", "180"),
        ("figure", "The life jackets in 47 of 180 lockers were mouldy, the board found.", ""),
        (
            "figure",
            "Net spending on the ferries is put at 612 million crowns, 14 million crowns more than "
            "in the year now ending.",
            "14 million crowns",
        ),
        (
            "name",
            "The former chairman, Odd Lervik, decided to sail on.",
            "former chairman, Odd Lervik",
        ),
        ("name", "The former chief executive, Odd Lervik, decided to sail on.", ""),
        (
            "attribution",
            "The ministry's refusal to pay for a second dock was the root of the failure.",
            "The ministry's refusal to pay for a second dock was the root of the failure.",
        ),
        (
            "attribution",
            "In the minority's view the ministry's refusal to pay for a second dock was the root "
            "of the failure.",
            "",
        ),
        (
            "hedge",
            "The ferry has traces on its hull of a collision with a container.",
            "The ferry has traces on its hull of a collision with a container.",
        ),
        ("name", "Ida Kolstad studied at the Norvik University until 1995.", "Norvik University"),
        ("name", "A committee under Jan Luyten, an emeritus professor, is to answer.", ""),
        ("name", "Odd Lervik, accused by the board, decided to sail on.", ""),
        (
            "attribution",
            "Members had complained about the mould in writing two times since November, said Odd "
            "Lervik, the former chief executive.",
            "Odd Lervik",
        ),
        (
            "name",
            "The choice was set out by Asbjørn McCorquodal, the director of finance.",
            "Asbjørn McCorquodal",
        ),
    ],
)
def test_what_is_retold(kind: str, draft: str, words: str) -> None:
    """Another weekday, unit, side or part is found, and what is the same is left alone."""
    record = [marks_of(REPORT, "report", "2026-02-03")]
    told = [mine for mine, _ in wrong(found(record, draft, kind))]
    assert told == ([words] if words else [])


def test_an_agency_in_a_dateline_has_found_nothing_out() -> None:
    """What a report opens with is no credit, and a phrase without a verb tells nothing."""
    wire = marks_of(
        "ULVSUND, June 2 (Sound Wire) - A fire in a crowded hall in the old harbour killed two "
        "people on Monday, doctors said.\n",
        "wire",
        outlet="Sound Wire",
    )
    draft = "Two people died on Monday when a hall, in a crowded part of the old harbour, burned."
    assert not list(wrong(found([wire], draft, "attribution")))


def test_an_answer_of_few_words_that_leaves_something_open() -> None:
    """It counts, though it says too little to be a sentence of its own."""
    record = [
        marks_of(
            "“Who wrote the summary?” the chair asked. “I don't recall,” Mr Lervik said. It may "
            "have been drafted by the vendor.\n",
            "hearing",
        )
    ]
    flat = "The summary was drafted by the vendor."
    assert [mine for mine, _ in wrong(found(record, flat, "hedge"))] == [flat]
